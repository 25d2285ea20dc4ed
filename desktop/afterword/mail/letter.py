"""What a message becomes once it is read, and what is understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import IntEnum

# What a letter can be. Everything else is `unsure`: not sure what this is.
KINDS = (
    "acknowledgement", "status_update", "information_request", "assessment", "interview_invitation",
    "interview_change", "rejection", "position_closed", "offer", "offer_withdrawn", "feedback", "talent_pool",
    "withdrawn_by_me", "recruiter_outreach", "job_alert", "other",
)  # fmt: skip
UNSURE = "unsure"


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
class Invitation:
    """A calendar entry that came inside a letter, or as a file. Repetitions are never expanded."""

    uid: str
    sequence: int = 0
    method: str = "request"  # request, cancel, counter, reply, publish, refresh, add
    status: str = ""  # confirmed, tentative, cancelled; empty when not said
    summary: str = ""
    description: str = ""
    begin: datetime | None = None  # naive, this computer's wall clock
    end: datetime | None = None
    whole_day: bool = False
    zone: str = ""  # as it was written, "Pacific Standard Time"; empty when none was
    zone_known: bool = True  # False: the zone was not understood, and begin is what is written
    place: str = ""
    link: str = ""  # of the video call, when there is one
    organizer: str = ""  # address, lower case
    organizer_name: str = ""
    repeats: bool = False

    @property
    def cancelled(self) -> bool:
        return self.method == "cancel" or self.status == "cancelled"


@dataclass(frozen=True)
class Letter:
    """One message, read. `text` is plain text with quoted replies removed; `raw` is what arrived, to the byte."""

    file: str
    raw: bytes = field(repr=False)
    format: str  # eml, msg, ics, pdf, text, html, unknown
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
    invitations: tuple[Invitation, ...] = ()
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
class Money:
    """An amount that has its currency beside it. Never converted, never guessed."""

    amount: Decimal
    currency: str  # ISO 4217: EUR, USD, CHF
    upto: Decimal | None = None  # the upper end of a range
    period: str = ""  # hour, day, week, month, year, once; empty when not said
    what: str = "salary"  # salary, bonus, equity, allowance, expenses
    words: str = ""  # as it stands in the letter
    sure: Sure = Sure.NO
    because: str = ""


@dataclass(frozen=True)
class Dated:
    """A day with what it is for."""

    day: date
    meaning: str  # interview, deadline, start, answer, other
    at: time | None = None  # wall clock, as written
    words: str = ""
    sure: Sure = Sure.NO
    because: str = ""


@dataclass(frozen=True)
class Told:
    """One sentence of a rejection: one that everybody gets, or one that is about this person and this job."""

    sentence: str
    specific: bool
    own: bool = False  # known as boilerplate from the person's own letters


@dataclass(frozen=True)
class News:
    """A second thing that one letter says, of its own job."""

    kind: str
    evidence: tuple[Evidence, ...] = ()
    sure: Sure = Sure.NO
    role: Reading = Reading()


@dataclass(frozen=True)
class Verdict:
    """What a letter is, and the words this rests on."""

    kind: str  # one of KINDS, or unsure
    sure: Sure
    evidence: tuple[Evidence, ...] = ()
    turn: str = ""  # finer than the kind; see TURNS
    also: tuple[News, ...] = ()  # what it says besides: a no for one job, an invitation for another
    company: Reading = Reading()
    client: Reading = Reading()  # the company an agency writes for, when it is named
    role: Reading = Reading()
    person: Reading = Reading()
    number: Reading = Reading()  # the requisition number of the job
    place: Reading = Reading()
    work_mode: Reading = Reading()  # a code of journal.terms.WorkMode
    money: tuple[Money, ...] = ()
    dates: tuple[Dated, ...] = ()
    date: Reading = Reading()  # ISO date the news is of
    meeting: Reading = Reading()  # ISO date and time that is proposed for an interview
    said: Reading = Reading()  # a rejection's own, specific words
    reason: Reading = Reading()  # a code of journal.terms.OutcomeReason
    told: tuple[Told, ...] = ()  # a rejection, sentence by sentence
    language: str = ""  # en, de, fr, es: that of the words it rests on


# How a kind can be meant.
TURNS = {
    "position_closed": ("filled", "cancelled", "on_hold"),
    "offer_withdrawn": ("withdrawn", "expired"),
    "status_update": ("waiting", "on_hold", "reopened", "delayed", "correction"),
    "interview_change": ("moved", "cancelled", "by_mistake"),
    "assessment": ("task", "video", "reminder", "received"),
    "talent_pool": ("invited", "deletion"),
}
