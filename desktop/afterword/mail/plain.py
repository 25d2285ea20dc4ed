"""Pasted and dropped text or HTML → Letter; its own header lines are looked for."""

from __future__ import annotations

import hashlib
import re

from afterword.mail import html as markup
from afterword.mail.headers import address, moment
from afterword.mail.letter import Letter
from afterword.mail.marks import fingerprint
from afterword.mail.moments import moment_in
from afterword.mail.quoted import without_quotes
from afterword.mail.tidy import one_line, tidy, unwrap
from afterword.words import N_, _

_NAMES = {
    "from": "from", "von": "from", "de": "from", "subject": "subject", "betreff": "subject", "objet": "subject",
    "asunto": "subject", "date": "date", "sent": "date", "received": "date", "datum": "date", "gesendet": "date",
    "envoyé": "date", "fecha": "date", "enviado": "date", "to": "to", "an": "to", "à": "to", "para": "to",
    "cc": "cc", "reply-to": "reply",
}  # fmt: skip
_LINE = re.compile(r"^\s*\*?(from|von|de|subject|betreff|objet|asunto|date|sent|received|datum|gesendet|envoyé|fecha"
                   r"|enviado|to|an|à|para|cc|reply-to)\s?\*?\s?:\*?[ \t]*(.*)$", re.IGNORECASE)  # fmt: skip


def read_text(text: str, html: str = "") -> Letter:
    """A letter made of text a person selected or wrote down. `html` is used when it says more than the text."""
    from_html = tidy(markup.to_text(html)) if html.strip() else ""
    seen = tidy(text)
    # A browser's HTML keeps paragraphs and cells apart, where its plain text may not.
    used = from_html if len(from_html.split()) >= len(seen.split()) * 0.9 and from_html else seen
    raw = (text or html).encode("utf-8", "replace")
    return letter_from("text" if text or not html else "html", "", raw, used)


def letter_from(kind: str, file: str, raw: bytes, text: str) -> Letter:
    """A letter from tidy text; its first lines may be headers that were copied along."""
    fields, body = _own_headers(text.lstrip("\n"))
    subject = one_line(fields.get("subject", ""))[:1000]
    written = without_quotes(unwrap(body), subject)
    name, mail = address(fields.get("from", ""))
    if written.forwarded and (written.sender or written.sender_name):
        name, mail = written.sender_name, written.sender
    when = fields.get("date", "")
    sent = written.sent or moment(when) or moment_in(when)
    return Letter(
        file=file,
        raw=raw,
        format=kind,
        digest=hashlib.sha256(raw).hexdigest(),
        fingerprint=fingerprint(mail or name, sent, written.text),
        sender_name=one_line(name)[:200],
        sender=mail[:320],
        to=address(fields.get("to", ""))[1][:320],
        subject=subject or one_line(written.subject)[:1000],
        sent=sent,
        text=written.text,
        trouble="" if re.search(r"\w", written.text) or subject else _(N_("There is nothing in it.")),
    )


def _own_headers(text: str) -> tuple[dict[str, str], str]:
    """Header lines among the first lines, and the text below them; none unless two differ, or one is a subject."""
    lines = text.split("\n")
    fields: dict[str, str] = {}
    end = 0
    for at, line in enumerate(lines[:25]):
        match = _LINE.match(line)
        if match:
            fields.setdefault(_NAMES[match.group(1).lower()], match.group(2).strip("* "))
            end = at + 1
        elif line.strip() and (fields or at > 3):
            break
    if len(fields) < 2 and "subject" not in fields:
        return {}, text
    if "from" in fields and re.match(r"\d", fields["from"]):
        return {}, text  # "From: 10:00" is a time
    return fields, "\n".join(lines[end:]).strip("\n")
