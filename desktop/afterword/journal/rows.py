"""The table of interviews: ids in order by one question, the rows of a page by another, and the counts beside it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any

from afterword.journal.filters import Filter, conditions
from afterword.journal.moments import day, moment, stamp
from afterword.journal.store import Journal
from afterword.journal.stories import Group, Row
from afterword.journal.terms import Outcome, Stage, Status

Ask = Callable[[str, Sequence[Any]], Iterable[tuple[Any, ...]]]

OUTCOME_OF = {
    Status.DRAFT: Outcome.WAIT, Status.APPLIED: Outcome.WAIT, Status.IN_PROCESS: Outcome.WAIT,
    Status.OFFER: Outcome.OFFER, Status.ACCEPTED: Outcome.OFFER, Status.OFFER_DECLINED: Outcome.OFFER,
    Status.OFFER_RESCINDED: Outcome.RESCINDED, Status.REJECTED: Outcome.NO, Status.GHOSTED: Outcome.SILENT,
    Status.WITHDRAWN: Outcome.WITHDREW, Status.CLOSED: Outcome.CLOSED,
}  # fmt: skip

GROUPS = ("outcome", "month", "company", "stage", "none")
SORTS = {
    "company": "company", "title": "title", "stage": "stage", "at": "at", "outcome": "outcome", "debrief": "debrief",
    "lesson": "lesson", "status": "status", "since": "status_since",
}  # fmt: skip

# The sections of the default grouping: where they stand in `listing`, and their order when none is chosen.
_SECTIONS = (
    ("soon", "rank = 1 AND at > :now", "at, id DESC"),
    ("wait", "rank = 1 AND at <= :now", "at DESC, id"),
    ("no", "rank = 2", "at DESC, id"),
    ("offer", "rank = 3", "at DESC, id"),
    ("passed", "rank = 4", "at DESC, id"),
    ("ended", "rank = 5", "at DESC, id"),
    ("applications", "rank = 6", "at DESC, id"),
)
_NEWEST = "month DESC, at DESC, id"

_PAGE = """
SELECT id, kind, application_id, company, title, stage, at, status, status_since, outcome, debrief, lesson, no_lesson
FROM listing WHERE id IN ({marks})
"""
_CHUNK = 900


@dataclass(frozen=True)
class Order:
    """The ids of all rows in the order shown, and the sections they stand in, one after the other."""

    ids: array[int]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class _Question:
    """What is asked of `listing`: restrictions that hold for every section, and an order."""

    ask: Ask
    now: str
    where: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    sort: str = ""

    def ids(self, order: str, *where: str) -> array[int]:
        conditions = " AND ".join([*(w.replace(":now", f"'{self.now}'") for w in where), *self.where]) or "1"
        found = self.ask(f"SELECT id FROM listing WHERE {conditions} ORDER BY {order}", self.values)
        return array("q", chain.from_iterable(found))

    def counts(self, column: str, order: str) -> tuple[Group, ...]:
        conditions = " AND ".join(self.where) or "1"
        sql = f"SELECT {column}, count(*) FROM listing WHERE {conditions} GROUP BY {column} ORDER BY {order}"
        return tuple(Group(key, count) for key, count in self.ask(sql, self.values))


def order(
    journal: Journal,
    *,
    group: str = "outcome",
    sort: str = "",
    descending: bool = False,
    search_id: int = 0,
    filter: Filter | None = None,
) -> Order:
    """All rows that match, as ids in order. `group` is one of GROUPS, `sort` a key of SORTS or empty: newest first."""
    return order_by(
        journal.connection.execute, journal.now(), group=group, sort=sort, descending=descending,
        search_id=search_id, filter=filter,
    )  # fmt: skip


def order_by(
    ask: Ask,
    now: datetime,
    *,
    group: str = "outcome",
    sort: str = "",
    descending: bool = False,
    search_id: int = 0,
    filter: Filter | None = None,
) -> Order:
    """As `order`, on any connection."""
    question = _Question(ask, stamp(now), sort=_sorted_by(sort, descending))
    if search_id:
        question.where.append("search_id = ?")
        question.values.append(search_id)
    if filter is not None and not filter.empty:
        where, values = conditions(filter, question.now)
        question.where.extend(where)
        question.values.extend(values)
    arranged = {"outcome": _by_outcome, "month": _by_month, "company": _by_company, "stage": _by_stage}
    return arranged.get(group, _ungrouped)(question)


def _sorted_by(sort: str, descending: bool) -> str:
    if not sort:
        return ""
    column = SORTS[sort]
    if column == "at":
        return "month DESC, at DESC, id" if descending else "month, at, id DESC"
    if column == "outcome":
        return f"rank{' DESC' if descending else ''}, at DESC, id"
    return f"{column} DESC, at, id DESC" if descending else f"{column}, at DESC, id"


def _sections(question: _Question, sections: Iterable[tuple[str, str, str]]) -> Order:
    ids = array("q")
    groups = []
    for key, where, newest in sections:
        found = question.ids(question.sort or newest, where)
        if found:
            ids.extend(found)
            groups.append(Group(key, len(found)))
    return Order(ids, tuple(groups))


def _by_outcome(question: _Question) -> Order:
    return _sections(question, _SECTIONS)


def _by_stage(question: _Question) -> Order:
    """In the order the stages are listed for people; applications without an interview last."""
    return _sections(question, [(stage, f"stage = '{stage}'", "at DESC, id") for stage in (*Stage, "")])


def _by_month(question: _Question) -> Order:
    within = question.sort or "at DESC, id"
    return Order(question.ids(f"month DESC, {within}"), question.counts("month", "month DESC"))


def _by_company(question: _Question) -> Order:
    within = question.sort or "at DESC, id"
    return Order(question.ids(f"company, {within}"), question.counts("company", "company"))


def _ungrouped(question: _Question) -> Order:
    ids = question.ids(question.sort or _NEWEST)
    return Order(ids, (Group("", len(ids)),) if ids else ())


def page(journal: Journal, ids: Sequence[int]) -> dict[int, Row]:
    """The rows of these ids; one that is gone is missing."""
    now = journal.now()
    found: dict[int, Row] = {}
    for start in range(0, len(ids), _CHUNK):
        part = list(ids[start : start + _CHUNK])
        for values in journal.connection.execute(_PAGE.format(marks=",".join("?" * len(part))), part):
            found[values[0]] = _row(values, now)
    return found


def _row(values: tuple[Any, ...], now: datetime) -> Row:
    key, kind, application, company, title, stage, at, status, since, outcome, debrief, lesson, no_lesson = values
    when = moment(at)
    if outcome == "wait" and kind == "interview" and when is not None and when > now:
        outcome = Outcome.SOON.value
    return Row(
        id=key, kind=kind, application_id=application, company=company, title=title, stage=stage, at=when,
        status=status, since=day(since), outcome=outcome, debrief=debrief, lesson=lesson, no_lesson=bool(no_lesson),
    )  # fmt: skip


_COUNTS = """
SELECT rank <> 6, outcome, at > ?1, debrief BETWEEN 0 AND 1 AND NOT no_lesson AND outcome <> 'cancelled', count(*)
FROM listing {where} GROUP BY 1, 2, 3, 4
"""


def counts(journal: Journal, search_id: int = 0) -> dict[str, int]:
    """What stands beside the filters: each number is how many rows its filter shows."""
    values = [stamp(journal.now()), *([search_id] if search_id else [])]
    where = "WHERE search_id = ?2" if search_id else ""
    found = dict.fromkeys(("interviews", "applications", "needs_debrief", "soon", "wait", "no", "offer"), 0)
    for talk, outcome, ahead, unwritten, count in journal.connection.execute(_COUNTS.format(where=where), values):
        found["interviews" if talk else "applications"] += count
        if talk and unwritten and not ahead:
            found["needs_debrief"] += count
        key = "soon" if talk and outcome == "wait" and ahead else outcome
        key = "no" if key in ("no", "silent", "rescinded") else key
        if key in ("soon", "wait", "no", "offer"):
            found[key] += count
    found["applications"] = _applications(journal, search_id)
    return found


def _applications(journal: Journal, search_id: int) -> int:
    where = "AND search_id = ?" if search_id else ""
    row = journal.row(
        f"SELECT count(*) FROM application WHERE deleted_at IS NULL {where}", *([search_id] if search_id else [])
    )
    return int(row[0]) if row else 0
