"""What a drop, a paste or a file dialog delivers, copied at once: names, bytes, and sentences about the rest.

Drops differ from program to program; each way of handing a message over is one function here, tried in order.
Every format is asked for once only: some programs write a new file each time they are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from afterword.mail import mbox
from afterword.mail.opening import LIMIT, bytes_of
from afterword.screen.letters import handed_over, links, outlook
from afterword.trouble import Trouble
from afterword.words import _

MESSAGE_FORMATS = ("message/rfc822", "application/x-message-rfc822", "text/x-mail")
MANY = 21  # emails in one file that are an archive
INSIDE = ("application/x-qabstractitemmodeldatalist",)  # what is dragged within lists of the program itself


@dataclass(frozen=True)
class Payload:
    """Something that may be a letter: its name, and its bytes."""

    name: str
    data: bytes = field(repr=False)


Later = Callable[[], Iterable[tuple[str, bytes]]]


@dataclass(frozen=True)
class Intake:
    """All of one drop: files, or text with its HTML, and a sentence for what could not be taken.

    `later` is asked on a worker thread, after the drop; what it brings takes the place of the payloads.
    """

    payloads: tuple[Payload, ...] = ()
    text: str = ""
    html: str = ""
    refusals: tuple[str, ...] = ()
    later: Later | None = None
    archive: str = ""  # the path of a mailbox file with many emails, which has a page of its own

    @property
    def empty(self) -> bool:
        return not (self.payloads or self.text.strip() or self.html.strip() or self.later)

    def ripe(self) -> Intake:
        """With what is only there later, or without it."""
        if self.later is None:
            return self
        found = tuple(Payload(*each) for each in self.later())
        return replace(self, payloads=found or self.payloads, later=None)


def from_paths(paths: list[str]) -> Intake:
    """Files by name: the command line, the file dialog, a drop from a file manager."""
    payloads, refusals = [], []
    for path in map(Path, paths):
        if len(paths) == 1 and _is_archive(path):
            return Intake(archive=str(path))
        try:
            payloads.append(Payload(path.name, bytes_of(path)))
        except Trouble as trouble:
            refusals.append(str(trouble))
    return Intake(tuple(payloads), refusals=tuple(refusals))


def _is_archive(path: Path) -> bool:
    """A mailbox file that is too large for one look, or holds more emails than one looks at one by one."""
    try:
        with path.open("rb") as stream:
            if not mbox.is_mbox(stream.read(65_536)):
                return False
            stream.seek(0)
            return path.stat().st_size > LIMIT or sum(1 for _each in islice(mbox.messages(stream), MANY)) == MANY
    except OSError:
        return False


def could_be_taken(mime: QMimeData) -> bool:
    """Whether a drop is worth a look; asks only for names of formats, never for their content.

    What cannot be read is taken too: then it is said why, and what to do instead.
    """
    return bool(mime.formats()) and not any(mime.hasFormat(name) for name in INSIDE)


def intake(mime: QMimeData, outlook_selection: Later = outlook.selection) -> Intake:
    """Everything a drop or the clipboard holds. Never raises; says why when there is nothing to take."""
    ways: tuple[Callable[[QMimeData], Intake | None], ...] = (
        _files, _message, lambda mime: _outlook(mime, outlook_selection), _handed_over, _text,
    )  # fmt: skip
    said: list[str] = []
    for way in ways:
        found = way(mime)
        if found is None:
            continue
        if not found.empty or found.archive:
            return replace(found, refusals=tuple(dict.fromkeys((*said, *found.refusals))))
        said += [each for each in found.refusals if each and each not in said]
    return Intake(refusals=tuple(said) or (links.about_nothing(mime),))


def _files(mime: QMimeData) -> Intake | None:
    if not mime.hasUrls():
        return None
    urls: list[QUrl] = mime.urls()  # once: Thunderbird writes another copy of the mail at every read
    local = [url.toLocalFile() for url in urls if url.isLocalFile()]
    if local:
        return from_paths(local)
    told = (links.about(url.toString()) for url in urls[:1])
    return Intake(refusals=tuple(each for each in told if each))


def _message(mime: QMimeData) -> Intake | None:
    for name in MESSAGE_FORMATS:
        if mime.hasFormat(name):
            data = bytes(mime.data(name).data())
            if data:
                return Intake((Payload(_("dropped email") + ".eml", data),))
    return None


def _outlook(mime: QMimeData, selection: Later) -> Intake | None:
    if not handed_over.offers(mime, "RenPrivateMessages"):
        return None
    lines = tuple(Payload(*each) for each in outlook.lines(mime.text() if mime.hasText() else ""))
    return Intake(lines, later=selection)


def _handed_over(mime: QMimeData) -> Intake | None:
    found = [(name, data) for name, data in handed_over.contents(mime) if data]
    return Intake(tuple(Payload(*each) for each in found)) if found else None


def _text(mime: QMimeData) -> Intake | None:
    text = mime.text() if mime.hasText() else ""
    if told := links.about(text):
        return Intake(refusals=(told,))
    html = mime.html().lstrip("\ufeff") if mime.hasHtml() else ""  # Chromium begins with it
    return Intake(text=text, html=html) if text.strip() or html.strip() else None
