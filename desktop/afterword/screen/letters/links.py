"""Drops that are only links: which program they come from, and the two clicks that bring the email itself."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

from afterword.screen.letters.handed_over import offers
from afterword.words import _, n_

_THUNDERBIRD = re.compile(r"(?:mailbox|imap|news)(?:-message)?:/", re.IGNORECASE)
# Formats in which browsers keep a file for themselves.
_CHROMIUM = "Chromium Web Custom MIME Data Format"
_BROWSER = ("chromium/x-web-custom-data", "application/x-moz-custom-clipdata", "application/x-moz-file-promise")


def about(text: str) -> str:
    """What to do about a link, or several that stand one after the other; empty when it is none."""
    text = text.strip()
    if len(found := _THUNDERBIRD.findall(text)) and _THUNDERBIRD.match(text):
        return _about_thunderbird(len(found))
    scheme = text.partition(":")[0].lower()
    if scheme == "message":
        return _("Apple Mail hands over only a link. Drag the email to the desktop first, then drop it from there.")
    if scheme == "akonadi":
        return _("KMail hands over only a link. Choose File, Save As in KMail, then drop the saved file.")
    if scheme in ("http", "https", "ftp") and len(text.split()) == 1:
        return _("That is a link, and Afterword opens no links. Open the email, mark its text, and drop or paste that.")
    if len(text.split()) == 1 and re.match(r"[a-z][a-z0-9+.-]+://", text, re.IGNORECASE):
        return _("Your mail program hands over only a link. Choose File, Save as there, then drop the saved file.")
    return ""


def _about_thunderbird(count: int) -> str:
    one = _("Thunderbird hands over only a link. Choose File, Save as there, then drop the saved file.")
    many = n_("Thunderbird hands over only {n} link.", "Thunderbird hands over only {n} links.", count)
    return one if count == 1 else f"{many} {_('Drag the emails one by one, or save them as files and drop those.')}"


def about_nothing(mime: QMimeData) -> str:
    """What to do when there is nothing in a drop that can be read."""
    if offers(mime, _CHROMIUM) or offers(mime, "FileGroupDescriptorW"):
        return _(
            "This program hands over the email only after a download. In the new Outlook choose More, Save as, then "
            "drop the saved file. Marked text can be dropped or pasted too."
        )
    if any(mime.hasFormat(name) for name in _BROWSER):
        return _("The browser keeps this file for itself. Download it there, then drop the downloaded file.")
    return _("There is nothing in it that Afterword can read. Save the email as a file, then drop the file.")
