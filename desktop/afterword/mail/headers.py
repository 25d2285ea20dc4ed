"""The block of headers before a body: found, cut to size, and decoded, whatever was done to it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from afterword.mail.charset import decode

BLOCK = 256 * 1024  # bytes of headers that are looked at
ONE = 8 * 1024  # bytes of one header

_LINE = re.compile(rb"([!-9;-~]{1,80})[ \t]*:(.*)", re.DOTALL)
_WORD = re.compile(rb"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_HEADER_AHEAD = re.compile(rb"(?:to|cc|from|subject|date|mime-version|content-type|message-id)[ \t]*:", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ADDRESS = re.compile(r"[^\s<>\"',;:()\[\]]+@[^\s<>\"',;:()\[\]]+")


class Headers:
    """Names (lower case) to raw values, first one first."""

    def __init__(self, block: bytes = b"") -> None:
        self._found: dict[str, list[bytes]] = {}
        for name, value in _fields(block[:BLOCK]):
            self._found.setdefault(name, []).append(value)

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def __len__(self) -> int:
        return len(self._found)

    def raw(self, name: str) -> bytes:
        return self._found.get(name, [b""])[0]

    def text(self, name: str) -> str:
        """The first header of that name, decoded, in one line."""
        return unfold(decode_words(self.raw(name)))

    def plain(self, name: str) -> str:
        """The first header of that name as it is, for the parts machines read."""
        return unfold(decode(self.raw(name)))


def unfold(text: str) -> str:
    """One line, single spaces, no control characters."""
    return _SPACES.sub(" ", "".join(c if c >= " " else " " for c in text)).strip()


def split(data: bytes) -> tuple[bytes, bytes]:
    """The header block and the body. CR-only and mixed line ends are understood."""
    if b"\n" not in data[:BLOCK] and b"\r" in data[:BLOCK]:
        data = data.replace(b"\r", b"\n")
    if data[:1] == b"\n" or data[:2] == b"\r\n":
        return b"", data.lstrip(b"\r\n")
    for found in _BLANK.finditer(data, 0, BLOCK):
        # A line of spaces only is a blank line to some programs, a folded one to others: a header after it decides.
        if not found.group().strip(b"\r\n") or not _HEADER_AHEAD.match(data, found.end()):
            return data[: found.start()], data[found.end() :]
    if len(data) <= BLOCK:
        return data, b""
    ends = [(at, blank) for blank in (b"\n\n", b"\r\n\r\n") if (at := data.find(blank, BLOCK)) >= 0]
    at, blank = min(ends, default=(BLOCK, b""))
    return data[:BLOCK], data[at + len(blank) :]


def _fields(block: bytes) -> Iterator[tuple[str, bytes]]:
    name, value = "", bytearray()
    for line in re.split(rb"\r?\n|\r", block):
        if line[:1] in (b" ", b"\t"):
            if name and len(value) < ONE:
                value += b"\n" + line[: ONE - len(value)]
            continue
        match = _LINE.match(line[: ONE + 100])
        if not match:
            continue  # a junk line ("From ", ">From ", a stray word) does not end the block
        if name:
            yield name, bytes(value)
        name, value = match.group(1).decode("ascii").lower(), bytearray(match.group(2)[:ONE])
    if name:
        yield name, bytes(value)


def decode_words(raw: bytes) -> str:
    """A header's text. Neighbouring encoded words are joined as bytes first: some split a letter in two."""
    said: list[str] = []
    charset, waiting, at = "", bytearray(), 0
    for word in _WORD.finditer(raw):
        between = raw[at : word.start()]
        label = word.group(1).decode("ascii", "replace").split("*")[0].lower()
        if waiting and (between.strip() or label != charset):
            said.append(decode(bytes(waiting), charset))
            waiting.clear()
        if between.strip() or at == 0:
            said.append(decode(between))
        charset, at = label, word.end()
        waiting += _word_bytes(word.group(2), word.group(3))
    if waiting:
        said.append(decode(bytes(waiting), charset))
    said.append(decode(raw[at:]))
    return "".join(said)


def _word_bytes(how: bytes, data: bytes) -> bytes:
    if how in b"qQ":
        return binascii.a2b_qp(data.replace(b"_", b" "))
    return base64_bytes(data)


_NOT_BASE64 = bytes(c for c in range(256) if not (chr(c).isascii() and (chr(c).isalnum() or chr(c) in "+/-_")))
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def base64_bytes(data: bytes) -> bytes:
    """Base64 with broken padding, stray characters, or several pieces put one after another."""
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        pass
    pieces = re.split(rb"=+[\s]*(?=[A-Za-z0-9+/])", data) if data.count(b"=") < 1000 else [data]
    out = bytearray()
    for piece in pieces:
        clean = piece.translate(_URL_SAFE, _NOT_BASE64)
        clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
        out += binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
    return bytes(out)


def address(value: str) -> tuple[str, str]:
    """Name and address of the first mailbox in a From or To line."""
    value = value[:1000]
    found = re.search(r"<\s*([^<>\s]+@[^<>\s]+)\s*>", value) or _ADDRESS.search(value)
    if not found:
        return value.strip(" \"'<>"), ""
    name = value[: found.start()].strip()
    mail = found.group(1) if found.lastindex else found.group()
    if not name:
        note = re.match(r"\s*\(([^()]*)\)", value[found.end() :])
        name = note.group(1) if note else ""
    name = re.sub(r"\s+", " ", name.replace('\\"', '"')).strip(" \"',;<")
    return name, mail.strip(".").lower()


# How months begin, in the languages that mail programs write headers of quoted letters in.
_MONTHS = {
    "jan": 1, "ene": 1, "jän": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "avr": 4,
    "abr": 4, "mai": 5, "may": 5, "juin": 6, "jun": 6, "juil": 7, "jul": 7, "aug": 8, "aoû": 8, "aou": 8, "ago": 8,
    "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "déc": 12, "dez": 12, "dic": 12,
}  # fmt: skip
_DAY = re.compile(r"\b(\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:h](\d{2})\b")


def moment(value: str) -> datetime | None:
    """A Date header as this computer's wall clock; None when it is not one."""
    try:
        found = parsedate_to_datetime(value[:200])
        local = found.astimezone() if found.tzinfo else _by_halves(found, value)
        return local.replace(tzinfo=None, microsecond=0) if 1970 <= local.year <= 2200 else None
    except (ValueError, TypeError, OverflowError, IndexError, OSError):
        return _written(value[:200])


def _by_halves(found: datetime, value: str) -> datetime:
    """3:05 PM is in the afternoon: headers of machines have no halves, those above a quotation do."""
    half = re.search(r"\d\s?([ap])\.?m\b", value, re.IGNORECASE)
    if not half:
        return found
    return found.replace(hour=found.hour % 12 + (12 if half.group(1).lower() == "p" else 0))


def _written(value: str) -> datetime | None:
    """A date as programs write it above a quotation: 3 mars 2025 à 10:05, Montag, 3. März 2025, 03.03.2025."""
    day, numbers, clock = _DAY.search(value), _NUMBERS.search(value), _CLOCK.search(value)
    name = day.group(2).lower() if day else ""
    month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3]) or (int(numbers.group(2)) if numbers else 0)
    found = day if name and month else numbers
    if not found:
        return None
    at = (int(clock.group(1)), int(clock.group(2))) if clock else (0, 0)
    try:
        return _by_halves(datetime(int(found.group(3)), month, int(found.group(1)), *at), value)
    except ValueError:
        return None
