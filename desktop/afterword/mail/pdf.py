"""The text of a PDF: an offer, a letter, a mail that was printed into a file. Nothing of it is run or shown."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from afterword.mail.letter import Letter
from afterword.mail.moments import moment_in
from afterword.mail.plain import letter_from
from afterword.mail.refusal import Refusal
from afterword.mail.tidy import LIMIT, one_line, tidy
from afterword.words import N_

PAGES = 40
LARGEST = 15 * 1024 * 1024  # bytes of a file
_OBJECTS = 20_000  # pieces that a file is made of; a letter has some hundreds
_WORK = 60_000  # drawing operations in all; a page of text has some hundreds
_STREAM = 3_000_000  # bytes that one stream may grow to
_TOP = 15  # lines in which a letter's date is looked for

LOCKED = N_("It is locked with a password. Open it, and copy its text in here.")
DAMAGED = N_("It is a PDF that cannot be read.")
TOO_LARGE = N_("It is a PDF that is too large to be a letter. Attach it to its interview.")
PICTURES = N_("There is no text in it, only pictures. Attach it to its interview.")


@dataclass(frozen=True)
class _Found:
    """What a PDF says, or why it does not."""

    text: str = ""
    title: str = ""
    trouble: str = ""


class _EnoughError(Exception):
    """More drawing than a letter needs."""


def is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip().startswith(b"%PDF")


def text_of(data: bytes) -> str:
    """The words of a PDF; none when it is locked, damaged, or only pictures."""
    return _found(data).text if is_pdf(data) else ""


def read_pdf(name: str, raw: bytes) -> Letter:
    """A PDF as a letter; raises Refusal when there is no text to be had."""
    found = _found(raw)
    if found.trouble:
        raise Refusal(found.trouble)
    letter = letter_from("pdf", name, raw, found.text)
    subject = letter.subject or _sensible(found.title) or one_line(PurePath(name.replace("\\", "/")).stem)
    return replace(letter, subject=subject[:1000], sent=letter.sent or _dated(found.text))


def _dated(text: str) -> Any:
    """The date a letter carries at its top: "Leeds, 18 March 2025"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_TOP]
    short = (line for line in lines if len(line) <= 60)
    return next((moment for moment in map(moment_in, short) if moment), None)


def _sensible(title: str) -> str:
    """A title that a person gave, not the name a program made up."""
    seen = one_line(title)
    made_up = "." in seen[-6:-2] or seen.lower().startswith(("microsoft ", "untitled", "unbenannt", "document"))
    return "" if made_up or not 4 <= len(seen) <= 150 or " " not in seen else seen


def _found(data: bytes) -> _Found:
    if len(data) > LARGEST or data.count(b"obj") > 2 * _OBJECTS:
        return _Found(trouble=TOO_LARGE)
    import pypdf
    from pypdf import apply_configuration

    # What the library tells about broken files is nothing a person can act on.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    limits = apply_configuration(
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        stream_decoding_work_maximum_length=2 * _STREAM,
        stream_parsing_work_maximum_count=_WORK,
        array_based_stream_maximum_output_length=_STREAM,
        page_tree_maximum_entries=5_000,
        page_tree_maximum_page_entries=20_000,
        xform_maximum_invocations_per_extraction=200,
    )
    try:
        with limits:
            return _read(pypdf.PdfReader(io.BytesIO(data), strict=False, root_object_recovery_limit=2_000))
    except pypdf.errors.DependencyError:
        return _Found(trouble=LOCKED)  # a cipher that is not at hand
    except Exception:
        # The library raises whatever its broken input makes it raise.
        logging.getLogger(__name__).info("a PDF could not be read", exc_info=True)
        return _Found(trouble=DAMAGED)


def _read(reader: Any) -> _Found:
    if reader.is_encrypted and not reader.decrypt(""):
        return _Found(trouble=LOCKED)
    left = _WORK

    def count(*_operation: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _EnoughError

    said: list[str] = []
    for page in reader.pages[:PAGES]:
        if left < 0 or sum(map(len, said)) > LIMIT:
            break
        try:
            said.append(page.extract_text(visitor_operand_before=count))
        except _EnoughError:
            break
    text = tidy("\n\n".join(said))
    title = str((reader.metadata or {}).get("/Title") or "")
    return _Found(text, title[:1000]) if any(c.isalnum() for c in text) else _Found(trouble=PICTURES)
