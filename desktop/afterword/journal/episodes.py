"""Episodes: each application told as one frozen story, for findings. Whatever happened after a day is not in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from afterword.journal.results import Talk, derive, held
from afterword.journal.terms import FAILURE, NEVER_A_MISS, NO_CONTEST, SUCCESS, Result, Status


@dataclass(frozen=True)
class Asked:
    """A question of an interview, and how it went."""

    id: int
    text: str
    category: str
    skill: str  # "" when none was named
    quality: int | None
    issues: tuple[str, ...]
    sealed: bool

    @property
    def counts(self) -> bool:
        """Rated before the answer came, and of a kind that can be missed."""
        return self.sealed and self.quality is not None and self.category not in NEVER_A_MISS


@dataclass(frozen=True)
class Meeting:
    """One interview."""

    id: int
    round_no: int
    stage: str
    planned_at: datetime | None
    held_at: datetime | None
    cancelled: bool
    asked: tuple[Asked, ...] = ()
    expected: int | None = None  # percent, when it was said before the answer came
    lowest: dict[str, int] = field(default_factory=dict, hash=False)  # skill → the lowest sealed rating

    @property
    def at(self) -> datetime | None:
        return self.held_at or self.planned_at


@dataclass(frozen=True)
class Wanted:
    """A skill that an advert lists, with what the person could do when they applied."""

    skill: str
    must: bool
    level: int


@dataclass(frozen=True)
class Felt:
    """How it was at one moment; None where nothing was answered."""

    moment: str
    at: datetime
    fear: int | None
    inadequacy: int | None
    anxiety: int | None
    stress: int | None


@dataclass(frozen=True)
class Happened:
    """An event of the application's history."""

    kind: str  # created, status, correction, interview
    at: datetime
    to_status: str
    interview_id: int | None


@dataclass(frozen=True)
class Planned:
    """An if-then, or another change somebody means to make."""

    id: int
    status: str
    done_on: date | None
    postponed: int


@dataclass(frozen=True)
class Reflected:
    """A reflection that was finished."""

    kind: str
    at: datetime
    nothing_to_learn: bool


@dataclass(frozen=True)
class Blamed:
    """What the person said it was about, in one reflection."""

    factor: str  # FactorType code
    direction: str
    control: str
    evidence: str


@dataclass(frozen=True)
class Episode:
    """One application from its advert to its answer."""

    id: int
    search_id: int
    company_id: int
    company: str
    title: str
    seniority: str
    applied_on: date | None
    promised_by: date | None
    reason: str
    events: tuple[Happened, ...]
    meetings: tuple[Meeting, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    felt: tuple[Felt, ...] = ()
    plans: tuple[Planned, ...] = ()
    reflected: tuple[Reflected, ...] = ()
    blamed: tuple[Blamed, ...] = ()

    @cached_property
    def status(self) -> Status:
        found = [event.to_status for event in self.events if event.to_status]
        return Status(found[-1]) if found else Status.DRAFT

    @cached_property
    def since(self) -> datetime | None:
        return next((event.at for event in reversed(self.events) if event.to_status), None)

    @cached_property
    def group(self) -> str:
        """success, failure, no_contest, pending, draft."""
        groups = (("success", SUCCESS), ("failure", FAILURE), ("no_contest", NO_CONTEST))
        if self.status is Status.DRAFT:
            return "draft"
        return next((name for name, states in groups if self.status in states), "pending")

    def results(self, as_of: datetime) -> tuple[Result, ...]:
        """What became of each meeting, in their order."""
        return derive(self.status, [_talk(each) for each in self.meetings], as_of, self.since)

    def was_held(self, meeting: Meeting, as_of: datetime) -> bool:
        return held(_talk(meeting), self.status, self.since, as_of)


def _talk(meeting: Meeting) -> Talk:
    return Talk(meeting.round_no, meeting.planned_at, meeting.held_at, meeting.cancelled)
