"""What a drop, a paste or a file dialog delivers, copied at once: names, bytes, and sentences about the rest.

Drops differ from program to program; each way of handing a message over is one function here, tried in order.
Every format is asked for once only: some programs write a new file each time they are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from afterword.mail.opening import bytes_of
from afterword.trouble import Trouble
from afterword.words import _

MESSAGE_FORMATS = ("message/rfc822", "application/x-message-rfc822", "text/x-mail")
LINK_ONLY = ("mailbox-message:", "imap-message:", "mailbox:", "imap:", "message:", "akonadi:")


@dataclass(frozen=True)
class Payload:
    """Something that may be a letter: its name, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Intake:
    """All of one drop: files, or text with its HTML, and a sentence for what could not be taken."""

    payloads: tuple[Payload, ...] = ()
    text: str = ""
    html: str = ""
    refusals: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.payloads or self.text.strip() or self.html.strip())


def from_paths(paths: list[str]) -> Intake:
    """Files by name: the command line, the file dialog, a drop from a file manager."""
    payloads, refusals = [], []
    for path in map(Path, paths):
        try:
            payloads.append(Payload(path.name, bytes_of(path)))
        except Trouble as trouble:
            refusals.append(str(trouble))
    return Intake(tuple(payloads), refusals=tuple(refusals))


def could_be_taken(mime: QMimeData) -> bool:
    """Whether a drop is worth a look; asks only for names of formats, never for their content."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml() or any(mime.hasFormat(f) for f in MESSAGE_FORMATS)


def intake(mime: QMimeData) -> Intake:
    """Everything a drop or the clipboard holds. Never raises; says why when there is nothing to take."""
    ways: tuple[Callable[[QMimeData], Intake | None], ...] = (_files, _message, _text)
    said: list[str] = []
    for way in ways:
        found = way(mime)
        if found is None:
            continue
        if not found.empty:
            return Intake(found.payloads, found.text, found.html, (*said, *found.refusals))
        said += [each for each in found.refusals if each and each not in said]
    if not said:
        said.append(_("There is nothing in it that Afterword can read. Save the email as a file, then drop the file."))
    return Intake(refusals=tuple(said))


def _files(mime: QMimeData) -> Intake | None:
    if not mime.hasUrls():
        return None
    urls = mime.urls()  # once: Thunderbird writes another copy of the mail at every read
    local = [url.toLocalFile() for url in urls if url.isLocalFile()]
    if local:
        return from_paths(local)
    refusals = [sentence for url in urls[:1] if (sentence := _about_link(url))]
    return Intake(refusals=tuple(refusals)) if refusals else None


def _about_link(url: QUrl) -> str:
    text = url.toString()
    if text.startswith(LINK_ONLY):
        return _("Your mail program hands over only a link. Choose File, Save as there, then drop the saved file.")
    if url.scheme() in ("http", "https"):
        return _("That is a link, and Afterword opens no links. Open the email, mark its text, and drop or paste that.")
    return ""


def _message(mime: QMimeData) -> Intake | None:
    for name in MESSAGE_FORMATS:
        if mime.hasFormat(name):
            data = bytes(mime.data(name).data())
            if data:
                return Intake((Payload(_("dropped email") + ".eml", data),))
    return None


def _text(mime: QMimeData) -> Intake | None:
    text = mime.text() if mime.hasText() else ""
    html = mime.html() if mime.hasHtml() else ""
    words = text.split()
    if words and (text.strip().startswith(LINK_ONLY) or (len(words) == 1 and "://" in text)):
        return Intake(refusals=(_about_link(QUrl(words[0])),))
    return Intake(text=text, html=html) if text.strip() or html.strip() else None
