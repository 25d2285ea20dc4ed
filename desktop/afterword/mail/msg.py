"""Outlook's files (.msg, [MS-OXMSG]) → Letter: the same letter as the same message saved as .eml."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

from afterword.mail import charset, html, rtf
from afterword.mail.compound import Compound, Folder
from afterword.mail.eml import envelope, read_message
from afterword.mail.envelope import ENCRYPTED, Body, Envelope, letter_from, within
from afterword.mail.headers import Headers
from afterword.mail.letter import Enclosure, Letter
from afterword.mail.meeting import meeting_in
from afterword.mail.names import safe_name
from afterword.mail.properties import Properties
from afterword.mail.refusal import Refusal
from afterword.mail.tidy import LIMIT
from afterword.words import N_

_DEEPEST = 3  # messages in messages
_MOST = 200  # files inside
_RTF_LIMIT = 160_000  # compressed bytes; their unpacking is slow
_MESSAGE, _INNER, _PART = 32, 24, 8  # bytes before the values of a message, of one inside it, of a file or a person

# Numbers of values, as [MS-OXPROPS] has them.
_CLASS, _SUBJECT, _HEADERS, _BODY, _HTML, _RTF, _ID = 0x1A, 0x37, 0x7D, 0x1000, 0x1013, 0x1009, 0x1035
_SENT, _DISPLAY_TO = (0x39, 0xE06), 0xE04
_FROM_NAMES, _FROM_ADDRESSES, _TO_ADDRESSES = (0x42, 0xC1A), (0x5D02, 0x5D01, 0x65, 0xC1F), (0x39FE, 0x3003)
_FILE_NAMES, _FILE_MIME, _FILE_DATA, _FILE_MESSAGE = (0x3707, 0x3704, 0x3001), 0x370E, 0x3701, "__substg1.0_3701000D"
_READABLE = ("ipm.note", "ipm.schedule", "ipm.appointment", "ipm.post", "report")

NO_MAIL = N_("It is a document of another program, not an email.")
DAMAGED = N_("It is a damaged file of Outlook. Save the email there once more, and drop that.")
OTHER_ENTRY = N_("It is an entry of Outlook, but not an email.")


def read_msg(file: str, data: bytes) -> Letter:
    """Read one .msg file; `raw`, `digest` and `fingerprint` are the caller's to fill in."""
    try:
        root = Compound(data).root
    except (ValueError, struct.error) as error:
        raise Refusal(DAMAGED) from error
    if "__properties_version1.0" not in root.streams:
        raise Refusal(NO_MAIL)
    return _read(file, root, root, _MESSAGE, 0)


def _read(file: str, folder: Folder, root: Folder, head: int, depth: int) -> Letter:
    values = Properties(folder, head)
    kind = values.text(_CLASS).lower()
    body = _body(values)
    inner: list[Letter] = []
    for each in _attached(folder, "__attach_version1.0_#"):
        inner += _enclosed(file, each, root, body, depth)
    letter = letter_from(file, "msg", _envelope(values, folder), body)
    meeting = None if letter.invitations else meeting_in(values, kind, root)
    if meeting:
        letter = replace(letter, invitations=(meeting,), trouble="")
    if not letter.text and inner:
        return replace(within(letter, inner[0]), format="msg")
    if not letter.text and kind.startswith(("ipm.note.smime", "ipm.note.rpmsg")):
        return replace(letter, trouble=ENCRYPTED)
    if not letter.text and kind and not kind.startswith(_READABLE):
        return replace(letter, trouble=OTHER_ENTRY)
    return letter


def _attached(folder: Folder, begins: str) -> Iterator[Folder]:
    names = sorted(name for name in folder.folders if name.lower().startswith(begins))
    return (folder.folders[name] for name in names[:_MOST])


def _envelope(values: Properties, folder: Folder) -> Envelope:
    """What the headers say that came with it; what they do not say, by Outlook's own values."""
    headers = Headers(values.text(_HEADERS).encode("utf-8", "replace"))
    said = envelope(headers)
    name, address = values.text(*_FROM_NAMES).strip(" '\""), _address(values, _FROM_ADDRESSES)
    people = (Properties(each, _PART) for each in _attached(folder, "__recip_version1.0_#"))
    to = said.to or next((found for each in people if (found := _address(each, _TO_ADDRESSES))), "")
    return Envelope(
        message_id=said.message_id or values.text(_ID),
        sender_name=said.sender_name or ("" if "@" in name else name),
        sender=said.sender or address,
        to=to or values.text(_DISPLAY_TO)[:320],
        subject=values.text(_SUBJECT) or said.subject,
        sent=said.sent or values.moment(*_SENT),
    )


def _address(values: Properties, numbers: tuple[int, ...]) -> str:
    """The first that is an address of the internet; Exchange has others, of no use outside."""
    return next((each.strip().lower() for each in map(values.text, numbers) if "@" in each), "")


def _body(values: Properties) -> Body:
    body = Body()
    if text := values.text(_BODY)[:LIMIT]:
        body.plain.append(text)
    page = values.data(_HTML)[: 4 * LIMIT]
    markup = charset.decode(page, charset.named_in(page) or values.page()) if page else values.text(_HTML)
    if not markup and (packed := values.data(_RTF)):
        said, markup = rtf.unwrapped(_unpacked(packed))
        if said and not text:
            body.plain.append(said)
    if markup:
        body.rich.append(html.to_text(markup))
    return body


def _unpacked(packed: bytes) -> bytes:
    """Compressed RTF; of a long one its beginning."""
    from compressed_rtf import crc32, decompress

    if len(packed) < 16:
        return b""
    length, _whole, how, check = struct.unpack_from("<II4sI", packed)
    content = packed[16 : 4 + length]
    if how == b"MELA":
        return content
    if len(content) > _RTF_LIMIT:
        content = content[:_RTF_LIMIT]
        check = crc32.crc32(content)
    try:
        unpacked: bytes = decompress(struct.pack("<II4sI", len(content) + 12, 0, how, check) + content)
    except Exception:
        return b""  # the library raises bare exceptions for what is damaged
    return unpacked


def _enclosed(file: str, part: Folder, root: Folder, body: Body, depth: int) -> Iterator[Letter]:
    """A file inside goes to the body's enclosures; a message inside is read."""
    if inner := part.folders.get(_FILE_MESSAGE):
        if depth < _DEEPEST:
            yield _read(file, inner, root, _INNER, depth + 1)
        return
    values = Properties(part, _PART)
    data, name, mime = values.data(_FILE_DATA), values.text(*_FILE_NAMES), values.text(_FILE_MIME).lower()
    if mime == "multipart/signed" or (name.lower() == "smime.p7m" and b"multipart/" in data[:4096]):
        yield read_message(file, data)
        return
    if mime in ("text/calendar", "application/ics") or name.lower().endswith(".ics"):
        body.calendar.append(charset.decode(data[: 4 * LIMIT]))
    if mime == "message/rfc822" or name.lower().endswith(".eml"):
        yield read_message(file, data)
    if data or name:
        body.enclosures.append(Enclosure(safe_name(name, "attachment"), mime[:100], data))
