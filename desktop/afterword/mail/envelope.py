"""What stands outside on a message and the parts found in it → Letter, whatever program kept it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from afterword.mail import pdf
from afterword.mail.invitation import read_invitations
from afterword.mail.letter import Enclosure, Letter
from afterword.mail.quoted import without_quotes
from afterword.mail.tidy import LIMIT, one_line, tidy, unwrap
from afterword.words import N_

_STUB_WORDS = ("view", "html", "browser", "display", "click here", "see this email", "plain text")
_POINTS_INSIDE = re.compile(
    r"\b(?:attach(?:ed|ment)|enclosed|pdf|anbei|anhang|angehängt|beigefügt|anlage|ci-joint|pi[èe]ces? jointes?"
    r"|adjunt[oa]s?)\b",
    re.IGNORECASE,
)
_FEW = 40  # words of a note that only points to what is attached

ENCRYPTED = N_("It is encrypted. Open it in your mail program, mark its text, and drop or paste that.")
NO_BODY = N_("There is no text in it.")


@dataclass(frozen=True)
class Envelope:
    """Who wrote to whom, when, and about what."""

    message_id: str = ""
    sender_name: str = ""
    sender: str = ""
    to: str = ""
    subject: str = ""
    sent: datetime | None = None


@dataclass
class Body:
    """The parts of a message while its text is chosen."""

    plain: list[str] = field(default_factory=list)
    rich: list[str] = field(default_factory=list)
    calendar: list[str] = field(default_factory=list)
    nested: list[bytes] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    encrypted: bool = False

    @property
    def text(self) -> str:
        """The plain text, unless it is only a stub beside a full HTML part."""
        plain = tidy("\n\n".join(self.plain))
        rich = tidy("\n\n".join(self.rich))
        if plain.strip() and not (rich and _is_stub(plain, rich)):
            return unwrap(plain)
        return rich or plain.strip()


def letter_from(file: str, kind: str, outside: Envelope, body: Body) -> Letter:
    """Put a letter together; `raw`, `digest` and `fingerprint` are the caller's to fill in."""
    subject = one_line(outside.subject)
    invitations = read_invitations(body.calendar) if body.calendar else ()
    text = body.text or next((each.description for each in invitations if each.description), "")
    written = without_quotes(text, subject)
    inner = written.forwarded and bool(written.sender or written.sender_name)
    letter = Letter(
        file=file,
        raw=b"",
        format=kind,
        digest="",
        message_id=outside.message_id.strip("<> ")[:400],
        sender_name=one_line(written.sender_name if inner else outside.sender_name)[:200],
        sender=(written.sender if inner else outside.sender)[:320],
        to=outside.to[:320],
        subject=subject[:1000],
        sent=(written.sent if written.forwarded and written.sent else outside.sent),
        text=written.text,
        enclosures=tuple(body.enclosures),
        invitations=invitations,
        trouble=ENCRYPTED if body.encrypted and not text else "" if text or subject or invitations else NO_BODY,
    )
    return _with_pdf(letter)


def within(outer: Letter, inner: Letter) -> Letter:
    """A message whose only content is another one: the inner one counts, the outer number stays."""
    signed = not inner.sender and not inner.sender_name  # the inner one is only a part, with nothing outside on it
    return replace(
        inner,
        sender=outer.sender if signed else inner.sender,
        sender_name=outer.sender_name if signed else inner.sender_name,
        to=inner.to or outer.to,
        sent=inner.sent or outer.sent,
        message_id=outer.message_id or inner.message_id,
        subject=inner.subject or outer.subject,
        enclosures=(*outer.enclosures, *inner.enclosures),
        invitations=outer.invitations or inner.invitations,
    )


def _with_pdf(letter: Letter) -> Letter:
    """The words of the one PDF inside, when the letter itself has none, or only points there."""
    inside = [each for each in letter.enclosures if pdf.is_pdf(each.data)]
    says_little = len(letter.text.split()) <= _FEW and _POINTS_INSIDE.search(letter.text)
    if len(inside) != 1 or (letter.text and not says_little):
        return letter
    text = pdf.text_of(inside[0].data)
    if not text:
        return letter if letter.text else replace(letter, trouble=NO_BODY)
    return replace(letter, text=f"{letter.text}\n\n{text}".strip()[:LIMIT], trouble="")


def _is_stub(plain: str, rich: str) -> bool:
    words, seen = len(plain.split()), len(rich.split())
    if plain.lstrip()[:1] == "<" and "</" in plain:
        return True
    if words * 5 < seen:
        return True
    lower = plain[:2000].lower()
    return words * 2 < seen and words < 60 and any(each in lower for each in _STUB_WORDS)
