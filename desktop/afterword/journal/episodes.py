"""Episodes: each application told as one frozen story, for findings. Whatever happened after a day is not in it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import apsw

from afterword.journal.moments import day, moment
from afterword.journal.results import Talk, derive, held
from afterword.journal.store import real_errors
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


class Asks(Protocol):
    """Whatever answers questions in SQL: the journal, or a reader beside it."""

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]: ...


class _Beside:
    """A read-only connection of a worker's own, all of one moment."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        self._connection.set_busy_timeout(5000)
        self._connection.execute("BEGIN")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(sql, values))

    def close(self) -> None:
        self._connection.close()


def read_beside(path: Path, as_of: datetime, search_id: int = 0) -> tuple[Episode, ...]:
    """The same on a worker, beside the journal that is open. Raises Trouble when it cannot be read."""
    with real_errors(path), closing(_Beside(path)) as asks:
        return episodes(asks, as_of, search_id)


def episodes(journal: Asks, as_of: datetime, search_id: int = 0) -> tuple[Episode, ...]:
    """Every application that had begun by then, as it stood then; of one search, or of all (0)."""
    until = as_of.replace(microsecond=0).isoformat()
    parts = _Parts(journal, until, search_id)
    return tuple(
        _episode(row, parts)
        for row in journal.rows(_APPLICATIONS, search_id, search_id)
        if any(event.to_status for event in parts.events[row[0]])
    )


def _episode(row: tuple[Any, ...], parts: _Parts) -> Episode:
    key, search, company_id, company, title, seniority, applied, promised, reason = row
    return Episode(
        key, search, company_id, company, title, seniority, day(applied), day(promised), reason,
        events=tuple(parts.events[key]), meetings=tuple(parts.meetings[key]), wanted=tuple(parts.wanted[key]),
        felt=tuple(parts.felt[key]), plans=tuple(parts.plans[key]), reflected=tuple(parts.reflected[key]),
        blamed=tuple(parts.blamed[key]),
    )  # fmt: skip


class _Parts:
    """What belongs to each application, by its key: one question to the journal for each kind."""

    def __init__(self, journal: Asks, until: str, search_id: int) -> None:
        which = (search_id, search_id)
        self.events: dict[int, list[Happened]] = defaultdict(list)
        for key, kind, at, to, interview in journal.rows(_EVENTS, until, *which):
            self.events[key].append(Happened(kind, _at(at), to or "", interview))
        asked: dict[int, list[Asked]] = defaultdict(list)
        for interview, key, text, category, skill, quality, issues, sealed in journal.rows(_QUESTIONS, until, *which):
            asked[interview].append(
                Asked(key, text, category, skill or "", quality, tuple(filter(None, issues.split(","))), bool(sealed))
            )
        self.meetings: dict[int, list[Meeting]] = defaultdict(list)
        for key, *row in journal.rows(_INTERVIEWS, until, *which):
            self.meetings[key].append(_meeting(row, asked[row[0]]))
        self.wanted: dict[int, list[Wanted]] = defaultdict(list)
        for key, skill, must, level in journal.rows(_SKILLS, *which):
            self.wanted[key].append(Wanted(skill, bool(must), level))
        self.felt: dict[int, list[Felt]] = defaultdict(list)
        for key, when, at, *scales in journal.rows(_FEELINGS, until, *which):
            self.felt[key].append(Felt(when, _at(at), *scales))
        self.plans: dict[int, list[Planned]] = defaultdict(list)
        for key, action, status, done, postponed in journal.rows(_PLANS, *which):
            self.plans[key].append(Planned(action, status, day(done), postponed))
        self.reflected: dict[int, list[Reflected]] = defaultdict(list)
        for key, kind, at, nothing in journal.rows(_REFLECTIONS, until, *which):
            self.reflected[key].append(Reflected(kind, _at(at), bool(nothing)))
        self.blamed: dict[int, list[Blamed]] = defaultdict(list)
        for key, *blamed in journal.rows(_FACTORS, until, *which):
            self.blamed[key].append(Blamed(*blamed))


def _at(text: str) -> datetime:
    found = moment(text)
    assert found is not None
    return found


def _meeting(row: list[Any], asked: list[Asked]) -> Meeting:
    key, round_no, stage, planned, held_at, cancelled, expected = row
    lowest: dict[str, int] = {}
    for each in asked:
        if each.counts and each.skill and each.quality is not None:
            lowest[each.skill] = min(lowest.get(each.skill, each.quality), each.quality)
    return Meeting(
        key, round_no, stage, moment(planned), moment(held_at), bool(cancelled), tuple(asked), expected, lowest
    )


_LIVING = "a.deleted_at IS NULL AND (? = 0 OR a.search_id = ?)"
_APPLICATIONS = f"""
SELECT a.id, a.search_id, a.company_id, c.name, a.title, a.seniority, a.applied_on, a.promised_by, a.outcome_reason
FROM application a JOIN company c ON c.id = a.company_id WHERE {_LIVING} ORDER BY a.id
"""
_EVENTS = f"""
SELECT a.id, e.kind, e.at, e.to_status, e.interview_id FROM event e JOIN application a ON a.id = e.application_id
WHERE e.at <= ? AND {_LIVING} ORDER BY e.id
"""
_INTERVIEWS = f"""
SELECT a.id, i.id, i.round_no, i.stage_type, i.planned_at, i.held_at, i.cancelled,
  (SELECT p.p FROM prediction p WHERE p.interview_id = i.id AND p.sealed AND p.deleted_at IS NULL)
FROM interview i JOIN application a ON a.id = i.application_id
WHERE i.deleted_at IS NULL
  AND COALESCE((SELECT min(e.at) FROM event e WHERE e.application_id = a.id AND e.interview_id = i.id
    AND e.kind = 'interview'), i.created_at) <= ? AND {_LIVING} ORDER BY i.position, i.id
"""
_QUESTIONS = f"""
SELECT q.interview_id, q.id, q.text, q.category, s.name, q.quality, q.issues, q.sealed
FROM question q JOIN interview i ON i.id = q.interview_id JOIN application a ON a.id = i.application_id
LEFT JOIN skill s ON s.id = q.skill_id
WHERE q.deleted_at IS NULL AND COALESCE(q.rated_at, '') <= ? AND {_LIVING} ORDER BY q.position, q.id
"""
_SKILLS = f"""
SELECT a.id, s.name, k.must, k.self_level FROM application_skill k JOIN application a ON a.id = k.application_id
JOIN skill s ON s.id = k.skill_id WHERE k.deleted_at IS NULL AND {_LIVING} ORDER BY s.name
"""
_FEELINGS = f"""
SELECT a.id, f.moment, f.at, f.fear, f.inadequacy, f.anxiety, f.stress FROM check_in f
JOIN application a ON a.id = f.application_id WHERE f.deleted_at IS NULL AND f.at <= ? AND {_LIVING} ORDER BY f.at
"""
_PLANS = f"""
SELECT a.id, p.id, p.status, p.done_on, p.postponed_count FROM action p JOIN interview i ON i.id = p.interview_id
JOIN application a ON a.id = i.application_id WHERE p.deleted_at IS NULL AND {_LIVING} ORDER BY p.id
"""
_REFLECTIONS = f"""
SELECT a.id, r.kind, r.completed_at, r.nothing_to_learn FROM reflection r
JOIN application a ON a.id = r.application_id
WHERE r.deleted_at IS NULL AND r.completed_at IS NOT NULL AND r.completed_at <= ? AND {_LIVING} ORDER BY r.completed_at
"""
_FACTORS = f"""
SELECT a.id, f.factor_type, f.direction, f.control, f.evidence FROM factor f
JOIN reflection r ON r.id = f.reflection_id JOIN application a ON a.id = r.application_id
WHERE f.deleted_at IS NULL AND r.deleted_at IS NULL AND r.opened_at <= ? AND {_LIVING} ORDER BY f.id
"""
