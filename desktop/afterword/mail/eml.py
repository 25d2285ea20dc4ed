"""A message as it travels (RFC 5322 and what programs make of it) → Letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from afterword.mail import charset, html
from afterword.mail.headers import Headers, address, moment, split
from afterword.mail.letter import Enclosure, Letter
from afterword.mail.names import safe_name
from afterword.mail.parts import Part, Walk
from afterword.mail.quoted import without_quotes
from afterword.mail.tidy import LIMIT, one_line, tidy, unflow, unwrap
from afterword.words import N_

_READ = 4 * LIMIT  # bytes of one body part that are decoded
_ENCRYPTED = frozenset({
    "multipart/encrypted", "application/pgp-encrypted", "application/pkcs7-mime",
    "application/x-pkcs7-mime",
})  # fmt: skip
_STUB_WORDS = ("view", "html", "browser", "display", "click here", "see this email", "plain text")

ENCRYPTED = N_("It is encrypted. Open it in your mail program, mark its text, and drop or paste that.")
NO_BODY = N_("There is no text in it.")


@dataclass
class _Body:
    """The parts of a message while its text is chosen."""

    plain: list[str] = field(default_factory=list)
    rich: list[str] = field(default_factory=list)
    calendar: list[str] = field(default_factory=list)
    nested: list[bytes] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    encrypted: bool = False


def read_message(file: str, data: bytes, depth: int = 0) -> Letter:
    """Read one message; `raw`, `digest` and `fingerprint` are the caller's to fill in."""
    block, rest = split(data)
    headers = Headers(block)
    body = _Body()
    for part in Walk().leaves(headers, rest):
        _sort(part, body)
    subject = one_line(headers.text("subject"))
    text = _text(body)
    if not text and body.nested and depth < 3:
        return _from_nested(file, headers, body, depth)
    written = without_quotes(text, subject)
    name, mail = address(headers.text("from") or headers.text("sender"))
    sent = moment(headers.plain("date")) or _received(headers)
    inner = written.forwarded and bool(written.sender or written.sender_name)
    return Letter(
        file=file,
        raw=b"",
        format="eml",
        digest="",
        message_id=headers.plain("message-id").strip("<> ")[:400],
        sender_name=one_line(written.sender_name if inner else name)[:200],
        sender=(written.sender if inner else mail)[:320],
        to=address(headers.text("to"))[1][:320],
        subject=subject[:1000],
        sent=(written.sent if written.forwarded and written.sent else sent),
        text=written.text,
        enclosures=tuple(body.enclosures),
        trouble=ENCRYPTED if body.encrypted and not text else "" if text or subject else NO_BODY,
    )


def _received(headers: Headers) -> datetime | None:
    return moment(headers.plain("received").rpartition(";")[2]) if "received" in headers else None


def _from_nested(file: str, headers: Headers, body: _Body, depth: int) -> Letter:
    """A message whose only content is another one: the inner one counts, the outer number stays."""
    inner = read_message(file, body.nested[0], depth + 1)
    number = headers.plain("message-id").strip("<> ")[:400]
    return replace(
        inner,
        message_id=number or inner.message_id,
        subject=inner.subject or one_line(headers.text("subject")),
        enclosures=(*body.enclosures, *inner.enclosures),
    )


def _sort(part: Part, body: _Body) -> None:
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
            body.rich.append(html.to_text(charset.decode(data, part.charset or _meta(data))))
        else:
            text = charset.decode(data, part.charset)
            body.plain.append(unflow(text, part.delsp) if part.flowed else text)
        return
    if part.mime == "text/calendar" and not part.attached:
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


def _meta(data: bytes) -> str:


    found = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", data[:4096], re.IGNORECASE)
    return found.group(1).decode("ascii") if found else ""


def _text(body: _Body) -> str:
    """The plain text, unless it is only a stub beside a full HTML part."""
    plain = tidy("\n\n".join(body.plain))
    rich = tidy("\n\n".join(body.rich))
    if plain.strip() and not (rich and _is_stub(plain, rich)):
        return unwrap(plain)
    return rich or plain.strip()


def _is_stub(plain: str, rich: str) -> bool:
    words, seen = len(plain.split()), len(rich.split())
    if plain.lstrip()[:1] == "<" and "</" in plain:
        return True
    if words * 5 < seen:
        return True
    lower = plain[:2000].lower()
    return words * 2 < seen and words < 60 and any(each in lower for each in _STUB_WORDS)
