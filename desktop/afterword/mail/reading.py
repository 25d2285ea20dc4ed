"""Bytes → letters. The one door: a new format is one module, and one line here."""

from __future__ import annotations

import hashlib
import logging
import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import islice

from afterword.mail import charset, mbox, sniff
from afterword.mail.letter import Letter
from afterword.mail.marks import fingerprint
from afterword.mail.refusal import Refusal
from afterword.mail.tidy import LIMIT, tidy
from afterword.words import N_, _

MOST = 500  # letters of one mailbox file
_UNREADABLE = N_("It could not be read as an email.")
_MORE = N_("It holds more than 500 emails. The first 500 are read; File, Go through an email archive reads them all.")


def read(name: str, raw: bytes) -> list[Letter]:
    """All letters in a file. Never raises: what cannot be read is a letter that says why in `trouble`."""
    found = sniff.sniff(raw)
    if found.trouble:
        return [_refused(name, raw, found.trouble)]
    try:
        return _READERS[found.kind](name, raw, found.data)
    except Refusal as refusal:
        return [_refused(name, raw, str(refusal))]
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
        AssertionError,
        struct.error,
    ):
        # Whatever a hostile file does, the person gets a sentence and the bytes are kept.
        logging.getLogger(__name__).info("a file could not be read", exc_info=True)
        return [_refused(name, raw, _UNREADABLE)]


def _refused(name: str, raw: bytes, sentence: str) -> Letter:
    return Letter(name, raw, "unknown", hashlib.sha256(raw).hexdigest(), trouble=_(sentence))


def _message(name: str, raw: bytes, data: bytes) -> list[Letter]:
    """One message, or the several of a mailbox file, as some programs drop them."""
    from afterword.mail.eml import read_message

    if mbox.is_mbox(data):
        parts = [part for _begin, part in islice(mbox.messages(BytesIO(data)), MOST + 1)]
        if len(parts) > 1:
            letters = [letter for part in parts[:MOST] for letter in _message(name, part, part)]
            return letters if len(parts) <= MOST else [*letters, _refused(name, raw, _MORE)]
        data = mbox.unescaped(data)
    return [_complete(read_message(name, data), raw)]


def _outlook(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail.msg import read_msg

    return [_complete(read_msg(name, data), raw)]


def _complete(letter: Letter, raw: bytes) -> Letter:
    """A letter with what it came as, and by what it is known again."""
    return replace(
        letter,
        raw=raw,
        digest=hashlib.sha256(raw).hexdigest(),
        fingerprint=fingerprint(letter.sender, letter.sent, letter.text),
        trouble=_(letter.trouble) if letter.trouble else "",
        format="unknown" if letter.trouble else letter.format,
    )


def _calendar(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail.invitation import letter_from

    return [_complete(letter_from(name, charset.decode(data[: 4 * LIMIT])), raw)]


def _pdf(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail.pdf import read_pdf

    return [replace(read_pdf(name, data), raw=raw, digest=hashlib.sha256(raw).hexdigest())]


def _rtf(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail import html, rtf
    from afterword.mail.plain import letter_from

    text, markup = rtf.unwrapped(data)
    return [letter_from("text", name, raw, tidy(html.to_text(markup) if markup else text))]


def _html(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail import html
    from afterword.mail.plain import letter_from

    return [letter_from("html", name, raw, tidy(html.to_text(charset.decode(data[: 4 * LIMIT]))))]


def _text(name: str, raw: bytes, data: bytes) -> list[Letter]:
    from afterword.mail.plain import letter_from

    return [letter_from("text", name, raw, tidy(charset.decode(data[: 4 * LIMIT])))]


_READERS: dict[str, Callable[[str, bytes, bytes], list[Letter]]] = {
    "eml": _message,
    "msg": _outlook,
    "ics": _calendar,
    "pdf": _pdf,
    "rtf": _rtf,
    "html": _html,
    "text": _text,
}
