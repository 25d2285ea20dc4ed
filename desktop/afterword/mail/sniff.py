"""What bytes are, by looking at them: the extension is never asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from afterword.mail.charset import decode
from afterword.mail.headers import split
from afterword.words import N_

LIMIT = 25 * 1024 * 1024

_HEADER = re.compile(
    rb"(?:from|to|cc|bcc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-[a-z-]+|reply-to"
    rb"|sender|x-[a-z0-9-]+|dkim-signature|arc-[a-z-]+|authentication-results|references|in-reply-to|list-[a-z-]+"
    rb"|status|envelope-to|thread-[a-z]+|importance|precedence|auto-submitted|user-agent|resent-[a-z]+)[ \t]*:",
    re.IGNORECASE,
)
_STRONG = re.compile(rb"^(?:from|date|received|message-id|return-path|mime-version)[ \t]*:", re.I | re.M)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
                   rb"<(?:!doctype|html|head|body|meta|div|p|table|span|h[1-6])\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_EMLX = re.compile(rb"\s*(\d{1,9})[ \t]*\r?\n")

PACKED = N_("It is packed. Unpack it, and drop the emails or the .mbox file that come out.")
DOCUMENT = N_("It is an office document, not an email. Open it, and copy its text in here.")

# What files begin with that are read.
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "msg"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"BEGIN:VCALENDAR", "ics"),
)
# What other files begin with, and the sentence for a person who dropped one.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x05\x06", N_("It is an empty archive, not an email.")),
    (b"PK\x03\x04", PACKED),
    (b"\x1f\x8b", PACKED),
    (b"7z\xbc\xaf\x27\x1c", PACKED),
    (b"Rar!", PACKED),
    (b"BZh", PACKED),
    (b"\xfd7zXZ", PACKED),
    (b"\x89PNG", N_("It is a picture, not an email.")),
    (b"\xff\xd8\xff", N_("It is a picture, not an email.")),
    (b"GIF8", N_("It is a picture, not an email.")),
    (b"II*\x00", N_("It is a picture, not an email.")),
    (b"MM\x00*", N_("It is a picture, not an email.")),
    (b"RIFF", N_("It is a picture or a sound, not an email.")),
    (b"ID3", N_("It is a sound, not an email.")),
    (b"OggS", N_("It is a sound, not an email.")),
    (b"MZ", N_("It is a program, not an email.")),
    (b"\x7fELF", N_("It is a program, not an email.")),
    (b"SQLite format 3", N_("It is a database, not an email.")),
    (b"BEGIN:VCARD", N_("It is a contact card, not an email.")),
    (b"-----BEGIN PGP MESSAGE", N_("It is encrypted. Decrypt it in your mail program and drop the readable text.")),
)


@dataclass(frozen=True)
class Sniffed:
    """What it is (eml, msg, ics, pdf, rtf, html, text or unknown), the bytes to read, and why it cannot be read."""

    kind: str
    data: bytes = field(repr=False)
    trouble: str = ""


def sniff(raw: bytes) -> Sniffed:
    """Look at a file's bytes, and take off what is wrapped around a message."""
    if len(raw) > LIMIT:
        return Sniffed("unknown", b"", N_("It is larger than 25 MB, too large for an email."))
    if not raw[: 1 << 20].strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return Sniffed("unknown", b"", N_("There is nothing in it."))
    data = _unwrap_emlx(_as_utf8(raw)).lstrip(b"\x00\r\n\t ")
    for magic, kind in _KINDS:
        if data[: len(magic)].upper() == magic.upper():
            return Sniffed(kind, data)
    if data.startswith(b"PK\x03\x04") and re.search(rb"\[Content_Types\]\.xml|mimetypeapplication/vnd", data[:4096]):
        return Sniffed("unknown", data, DOCUMENT)
    for magic, sentence in _MAGIC:
        if data.startswith(magic):
            return Sniffed("unknown", data, sentence)
    if data[4:12] in (b"ftypheic", b"ftypmp42", b"ftypisom", b"ftypqt  "):
        return Sniffed("unknown", data, N_("It is a picture or a film, not an email."))
    if looks_like_mail(data):
        return Sniffed("eml", data)
    if _HTML.match(data[:4096]):
        return Sniffed("html", data)
    if _is_binary(data[:65536]):
        return Sniffed("unknown", data, N_("It is not an email."))
    return Sniffed("text", data)


def looks_like_mail(data: bytes) -> bool:
    """Whether a block of mail headers stands at the top; a junk line among them does not matter."""
    top = split(data[:65536].lstrip())[0]
    lines = re.split(rb"\r\n|\n|\r", top)[:400]
    named = [line for line in lines if _HEADER.match(line)]
    others = [line for line in lines[:40] if line[:1].strip() and not re.match(rb"[!-9;-~]+[ \t]*:", line)]
    if not named or len(others) > max(2, len(named)):
        return False
    if re.match(rb">?From \S", data):
        return True
    # Pasted text may begin with "From:" and "Subject:" too: a machine's header decides.
    return bool(_STRONG.search(top)) and (len(named) >= 2)


def _as_utf8(raw: bytes) -> bytes:
    """A file saved as UTF-16 by an editor is made UTF-8; a BOM is taken off."""
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:]
    top = raw[:400]
    nulls = top.count(b"\x00")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return decode(raw).encode("utf-8", "replace")
    if len(top) >= 8 and nulls >= len(top) * 0.4 and (not any(top[1::2]) or not any(top[::2])):
        name = "utf-16-le" if not any(top[1::2]) else "utf-16-be"
        return raw.decode(name, "replace").encode("utf-8", "replace")
    return raw


def _unwrap_emlx(data: bytes) -> bytes:
    """Apple Mail's file: a count of bytes, the message, a property list."""
    match = _EMLX.match(data[:40])
    if not match or not looks_like_mail(data[match.end() : match.end() + 65536]):
        return data
    count = int(match.group(1))
    message = data[match.end() : match.end() + count]
    return message if len(message) > 40 else data[match.end() :]


def _is_binary(data: bytes) -> bool:
    odd = len(data.translate(None, bytes(range(32, 256)) + b"\t\r\n\x0c\x1b"))
    if odd > len(data) * 0.02:
        return True
    letters = sum(c.isprintable() or c.isspace() for c in decode(data[:4096]))
    return letters < 0.7 * len(decode(data[:4096]))
