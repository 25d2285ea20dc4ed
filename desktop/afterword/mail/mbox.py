"""Many messages in one stream, as mailbox files hold them: found one after the other, never all in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1024 * 1024
LIMIT = 25 * 1024 * 1024  # bytes; a message that is larger is passed over
_AHEAD = 1_000  # bytes in which a line "From …" and the name of a header must have shown themselves

# A line "From …" after an empty one, with a header below it, begins the next message.
_FIRST = re.compile(rb"From [^\r\n]{1,300}\r?\n(?:>?From [^\r\n]{1,300}\r?\n)?[A-Za-z][!-9;-~]*[ \t]*:")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(data: bytes) -> bool:
    """Whether a file begins as mailbox files do."""
    return _FIRST.match(data.lstrip(b"\r\n")[: 2 * _AHEAD]) is not None


def messages(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Where each message begins, and its bytes; nothing for one that is too large."""
    held = bytearray()
    begin, looked, too_large = 0, 0, False
    while chunk := stream.read(CHUNK):
        held += chunk
        last = len(chunk) < CHUNK
        while (end := _next(held, looked, last)) > 0:
            yield begin, b"" if too_large else bytes(held[:end])
            del held[:end]
            begin, looked, too_large = begin + end, 0, False
        looked = max(0, len(held) - _AHEAD)
        if too_large or len(held) > LIMIT:
            too_large = True
            begin += looked
            del held[:looked]
            looked = 0
    if held.strip():
        yield begin, b"" if too_large else bytes(held)


def unescaped(message: bytes) -> bytes:
    """A message of a mailbox file as it was sent: ">From " at the beginning of a line was "From "."""
    return _ESCAPED.sub(rb"\1", message) if b"\n>" in message else message


def _next(held: bytearray, at: int, last: bool) -> int:
    """Where the next message begins; 0 when that is not known yet."""
    while (at := held.find(b"\nFrom ", at)) >= 0:
        if at > len(held) - _AHEAD and not last:
            return 0
        at += 1
        if held[max(0, at - 3) : at].endswith((b"\n\n", b"\n\r\n")) and _FIRST.match(held, at):
            return at
    return 0
