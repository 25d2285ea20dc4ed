"""Episodes read from the journal, or beside it on a worker: one question for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import apsw

from afterword.journal.episodes import (
    Asked,
    Blamed,
    Episode,
    Felt,
    Happened,
    Meeting,
    Planned,
    Reflected,
    Wanted,
)  # fmt: skip
from afterword.journal.moments import day, moment
from afterword.journal.store import real_errors


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
