"""The parts of a message, found by their boundaries: a splitter of our own, so that depth and number have a limit.

The standard library's parser recurses into nested parts and looks at every line for every open boundary.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from afterword.mail.charset import decode
from afterword.mail.headers import Headers, base64_bytes, decode_words, split

MOST = 200  # parts
DEEPEST = 20


@dataclass
class Part:
    """A leaf of the tree, or a message inside a message (then `inner` is that)."""

    mime: str
    headers: Headers
    body: bytes = field(repr=False)
    charset: str = ""
    name: str = ""
    flowed: bool = False
    delsp: bool = False
    attached: bool = False
    cid: bool = False
    groups: tuple[str, ...] = ()  # the multiparts around it, outermost first

    def data(self) -> bytes:
        """The body with its transfer encoding taken off."""
        how = self.headers.plain("content-transfer-encoding").lower()
        if "base64" in how:
            return base64_bytes(self.body)
        if "quoted" in how:
            return binascii.a2b_qp(self.body)
        if "uue" in how or "uuencode" in how:
            return _uu(self.body)
        return self.body


class Walk:
    """Goes through a message once, and counts."""

    def __init__(self) -> None:
        self.left = MOST

    def leaves(self, headers: Headers, body: bytes, groups: tuple[str, ...] = ()) -> Iterator[Part]:
        """All leaves in their order; below the limits the rest is not looked at."""
        self.left -= 1
        if self.left < 0 or len(groups) > DEEPEST:
            return
        kind = _params(headers, "content-type")
        mime = kind.get_content_type()
        boundary = _value(kind, "boundary")
        if mime.startswith("multipart/"):
            pieces = list(self._pieces(body, boundary)) if boundary else []
            for piece in pieces:
                yield from self.leaves(Headers(piece[0]), piece[1], (*groups, mime))
            if not pieces:
                yield Part("text/plain", headers, body, groups=groups)
            return
        yield _leaf(mime, kind, headers, body, groups)

    def _pieces(self, body: bytes, boundary: str) -> Iterator[tuple[bytes, bytes]]:
        start = -1
        for count, line in enumerate(_lines_of(body, boundary)):
            if start >= 0:
                yield split(_after_line_end(body[start : line.start()].removesuffix(b"\n").removesuffix(b"\r")))
            start = line.end()
            if line.group(1) or count > MOST:
                return
        if start >= 0:  # the closing boundary is missing
            yield split(_after_line_end(body[start:]))


def _lines_of(body: bytes, boundary: str) -> Iterator[re.Match[bytes]]:
    """The lines that are that boundary."""
    mark = b"--" + boundary.encode("utf-8", "surrogateescape")
    whole = re.compile(re.escape(mark) + rb"(--)?[ \t]*(?=\r|\n|$)")
    at = -1
    while (at := body.find(mark, at + 1)) >= 0:
        line = whole.match(body, at)
        if line and (at == 0 or body[at - 1] in b"\r\n"):
            yield line


def _after_line_end(piece: bytes) -> bytes:
    return piece[2:] if piece.startswith(b"\r\n") else piece[1:]


def _leaf(mime: str, kind: Message, headers: Headers, body: bytes, groups: tuple[str, ...]) -> Part:
    place = _params(headers, "content-disposition", "x-content")
    name = _value(place, "filename", "x-content") or _value(kind, "name")
    return Part(
        mime,
        headers,
        body,
        charset=_value(kind, "charset"),
        name=name,
        flowed=_value(kind, "format").lower() == "flowed",
        delsp=_value(kind, "delsp").lower() == "yes",
        attached=headers.plain("content-disposition").lower().startswith("attachment"),
        cid="content-id" in headers,
        groups=groups,
    )


def _params(headers: Headers, name: str, alias: str = "Content-Type") -> Message:
    """One header in the standard library's hands, which knows RFC 2231 and its cousins."""
    holder = Message()
    value = headers.plain(name)
    if value:
        holder[alias] = value
    return holder


def _value(holder: Message, name: str, header: str = "content-type") -> str:
    try:
        value = holder.get_param(name, "", header)
        if isinstance(value, tuple):
            return decode(str(value[2]).encode("latin-1", "replace"), str(value[0] or ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    text = str(value or "")
    return decode_words(text.encode("utf-8", "replace")) if "=?" in text else text


def _uu(body: bytes) -> bytes:
    out = bytearray()
    for line in body.splitlines():
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            out += binascii.a2b_uu(line)
        except binascii.Error:
            continue
    return bytes(out)
