"""What a message becomes once it is read, and what is understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum


class Sure(IntEnum):
    """How sure a reading is. Shown as a word and three bars, never as a percentage."""

    NO = 0
    GUESS = 1
    FAIRLY = 2
    SURE = 3


@dataclass(frozen=True)
class Enclosure:
    """A file that came inside a letter. Never opened by us."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Letter:
    """One message, read. `text` is plain text with quoted replies removed; `raw` is what arrived, to the byte."""

    file: str
    raw: bytes = field(repr=False)
    format: str  # eml, text, html, unknown
    digest: str  # sha256 of raw, hex
    message_id: str = ""  # without angle brackets
    fingerprint: str = ""  # the same text from the same sender on the same day gives the same one
    sender_name: str = ""
    sender: str = ""  # address, lower case
    to: str = ""
    subject: str = ""
    sent: datetime | None = None  # naive, this computer's wall clock
    text: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    trouble: str = ""  # a sentence, when it could not be read as a message


@dataclass(frozen=True)
class Evidence:
    """A sentence of the letter, and the words in it that carry the meaning."""

    sentence: str
    words: str
    label: str  # which kind these words speak for


@dataclass(frozen=True)
class Reading:
    """One value read out of a letter: what, how sure, and because of what."""

    value: str = ""
    sure: Sure = Sure.NO
    because: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a letter is, and the words this rests on."""

    kind: str  # acknowledgement, interview_invitation, rejection, offer, other, unsure
    sure: Sure
    evidence: tuple[Evidence, ...] = ()
    company: Reading = Reading()
    role: Reading = Reading()
    person: Reading = Reading()
    date: Reading = Reading()  # ISO date the news is of
    meeting: Reading = Reading()  # ISO date and time that is proposed for an interview
    said: Reading = Reading()  # a rejection's own, specific sentence
    reason: Reading = Reading()  # a code of journal.terms.OutcomeReason
