"""A message as it travels (RFC 5322 and what programs make of it) → Letter."""

from __future__ import annotations

from datetime import datetime

from afterword.mail import charset, html
from afterword.mail.envelope import Body, Envelope, letter_from, within
from afterword.mail.headers import Headers, address, moment, split
from afterword.mail.letter import Enclosure, Letter
from afterword.mail.names import safe_name
from afterword.mail.parts import Part, Walk
from afterword.mail.tidy import LIMIT, unflow

_READ = 4 * LIMIT  # bytes of one body part that are decoded
_DEEPEST = 3  # messages in messages
_ENCRYPTED = frozenset({
    "multipart/encrypted", "application/pgp-encrypted", "application/pkcs7-mime",
    "application/x-pkcs7-mime",
})  # fmt: skip


def read_message(file: str, data: bytes, depth: int = 0) -> Letter:
    """Read one message; `raw`, `digest` and `fingerprint` are the caller's to fill in."""
    block, rest = split(data)
    headers = Headers(block)
    body = Body()
    for part in Walk().leaves(headers, rest):
        _sort(part, body)
    outer = letter_from(file, "eml", envelope(headers), body)
    if not outer.text and body.nested and depth < _DEEPEST:
        return within(outer, read_message(file, body.nested[0], depth + 1))
    return outer


def envelope(headers: Headers) -> Envelope:
    """What a block of headers says."""
    name, mail = address(headers.text("from") or headers.text("sender"))
    return Envelope(
        message_id=headers.plain("message-id"),
        sender_name=name,
        sender=mail,
        to=address(headers.text("to"))[1],
        subject=headers.text("subject"),
        sent=moment(headers.plain("date")) or _received(headers),
    )


def _received(headers: Headers) -> datetime | None:
    return moment(headers.plain("received").rpartition(";")[2]) if "received" in headers else None


def _sort(part: Part, body: Body) -> None:
    if part.mime in _ENCRYPTED or "multipart/encrypted" in part.groups:
        # A signature is no secret: smime-type tells them apart.
        signed = "signed-data" in part.headers.plain("content-type").lower()
        body.encrypted = body.encrypted or not signed
        return
    if part.mime in ("message/rfc822", "message/global"):
        body.nested.append(part.data())
        return
    readable = part.mime in ("text/plain", "text/html") and not part.attached
    if readable and not (part.name and part.groups and (body.plain or body.rich)):
        data = part.data()[:_READ]
        if part.mime == "text/html" or _is_html(data):
            body.rich.append(html.to_text(charset.decode(data, part.charset or charset.named_in(data))))
        else:
            text = charset.decode(data, part.charset)
            body.plain.append(unflow(text, part.delsp) if part.flowed else text)
        return
    if part.mime in ("text/calendar", "application/ics") or part.name.lower().endswith(".ics"):
        body.calendar.append(charset.decode(part.data()[:_READ], part.charset))
    data = part.data()
    if data or part.name:
        body.enclosures.append(Enclosure(safe_name(part.name, _unnamed(part.mime)), part.mime[:100], data))


def _unnamed(mime: str) -> str:
    ending = {"text/calendar": ".ics", "application/pdf": ".pdf", "text/plain": ".txt", "text/html": ".html"}
    kind = mime.partition("/")[2]
    return "attachment" + ending.get(mime, f".{kind}" if kind in ("png", "jpeg", "gif", "webp") else "")


def _is_html(data: bytes) -> bool:
    return data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))
