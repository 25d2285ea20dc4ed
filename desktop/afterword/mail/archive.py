"""The job mails of years: an archive is gone through once, message by message, and only they come out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from afterword.mail import mbox, sniff
from afterword.mail.glance import is_worth_reading
from afterword.mail.letter import UNSURE, Letter, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.reading import read
from afterword.mail.verdict import understand
from afterword.trouble import Trouble
from afterword.words import _

_NOTHING = Memory()
_ZIPPED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_STEPS = 400  # how often progress is told, at most


@dataclass(frozen=True)
class Found:
    """A letter about a job, what it says, and where it stands: the file, and how many bytes into it."""

    letter: Letter
    verdict: Verdict
    file: Path
    offset: int = 0


def job_mail(
    path: Path,
    lexicon: Lexicon,
    known_companies: Sequence[str] = (),
    memory: Memory = _NOTHING,
    progress: Callable[[int, int], None] = lambda *_bytes: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Found]:
    """The letters about jobs in a mailbox file or a folder of messages, in the order they stand there.

    `progress` hears the bytes that are done and those there are; `cancelled` is asked before each message.
    Raises Trouble when there is nothing that could be a mail.
    """
    files = _files_of(path)
    total = sum(size for _file, size in files)
    done = told = 0
    for file, size in files:
        for offset, raw in _messages(file, size):
            if cancelled():
                return
            if done + offset - told >= max(1, total // _STEPS):
                told = done + offset
                progress(told, total)
            if raw and is_worth_reading(raw, lexicon, known_companies, memory):
                yield from _understood(file, offset, raw, lexicon, known_companies, memory)
        done += size
    progress(total, total)


def _understood(
    file: Path, offset: int, raw: bytes, lexicon: Lexicon, known: Sequence[str], memory: Memory
) -> Iterator[Found]:
    for letter in read(file.name, raw):
        verdict = understand(letter, lexicon, known, memory)
        if verdict.kind != "other" and not (verdict.kind == UNSURE and not verdict.evidence):
            yield Found(letter, verdict, file, offset)


def _files_of(path: Path) -> list[tuple[Path, int]]:
    """The files to go through, with their sizes."""
    try:
        if path.is_dir():
            files = sorted(Path(folder, name) for folder, _names, names in os.walk(path) for name in names)
            return [(file, file.stat().st_size) for file in files if file.is_file() and not file.is_symlink()]
        with path.open("rb") as stream:
            top = stream.read(65_536)
        size = path.stat().st_size
    except OSError as error:
        raise Trouble(
            _("{name} could not be opened.").format(name=path.name),
            _("Check that it is there, and that you may read it. It has not been changed."),
        ) from error
    if top.startswith(_ZIPPED):
        raise Trouble(
            _("{name} is packed.").format(name=path.name),
            _("Unpack it first, then choose the .mbox file or the folder that comes out."),
        )
    if not mbox.is_mbox(top) and sniff.sniff(top).kind not in ("eml", "msg"):
        raise Trouble(
            _("{name} holds no emails.").format(name=path.name),
            _("Choose an .mbox file, or a folder with emails."),
        )
    return [(path, size)]


def _messages(file: Path, size: int) -> Iterator[tuple[int, bytes]]:
    """Each message of a file; none of one that cannot be opened, or is something else."""
    try:
        with file.open("rb") as stream:
            top = stream.read(65_536)
            stream.seek(0)
            if mbox.is_mbox(top):
                yield from mbox.messages(stream)
            elif size <= sniff.LIMIT and sniff.sniff(top).kind in ("eml", "msg"):
                yield 0, stream.read()
            else:
                yield 0, b""
    except OSError:
        return
