"""The table of interviews: ids in order by one question, the rows of a page by another, and the counts beside it."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from operator import itemgetter
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
_SECTION = "CASE WHEN rank = 1 AND at > :now THEN 0 ELSE rank END"  # a number in _SECTIONS
_NEWEST = "month DESC, at DESC, id"

_PAGE = """
SELECT l.id, l.kind, l.application_id, l.company, l.title, l.stage, l.at, l.status, l.status_since, l.outcome,
  l.debrief, l.lesson, l.no_lesson, a.channel, COALESCE(NULLIF(i.people, ''), a.people),
  COALESCE(NULLIF(a.pay_offered, ''), a.pay_expected),
  COALESCE((SELECT t.then_text FROM action t WHERE t.interview_id = l.id AND t.status = 'open'
    AND t.deleted_at IS NULL ORDER BY t.id DESC LIMIT 1), '')
FROM listing l JOIN application a ON a.id = l.application_id LEFT JOIN interview i ON i.id = l.id
WHERE l.id IN ({marks})
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
    sought: bool = False

    def rows(self, columns: str, order: str, where: str = "") -> Iterable[tuple[Any, ...]]:
        told = " AND ".join([*self.where, where] if where else self.where) or "1"
        sql = f"SELECT {columns} FROM listing WHERE {told} ORDER BY {order}"
        return self.ask(sql.replace(":now", f"'{self.now}'"), self.values)

    def ids(self, order: str, where: str = "") -> array[int]:
        return array("q", chain.from_iterable(self.rows("id", order, where)))

    def buckets(self, column: str) -> dict[Any, array[int]]:
        """One walk in the order wanted; each id goes to the section it belongs to."""
        found: defaultdict[Any, array[int]] = defaultdict(lambda: array("q"))
        for key, section in self.rows(f"id, {column}", self.sort or _NEWEST):
            found[section].append(key)
        return found


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
    newest: int = 0,
) -> Order:
    """As `order`, on any connection. `newest`: only the rows of so many passages that hold the words of the filter."""
    question = _Question(ask, stamp(now), sort=_sorted_by(sort, descending), sought=bool(filter and filter.sought))
    if search_id:
        question.where.append("search_id = ?")
        question.values.append(search_id)
    if filter is not None and not filter.empty:
        where, values = conditions(filter, newest)
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


def _in_sections(sections: Iterable[tuple[str, array[int]]]) -> Order:
    ids = array("q")
    groups = []
    for key, found in sections:
        if found:
            ids.extend(found)
            groups.append(Group(key, len(found)))
    return Order(ids, tuple(groups))


def _by_outcome(question: _Question) -> Order:
    if not (question.sort or question.sought):
        return _in_sections((key, question.ids(newest, where)) for key, where, newest in _SECTIONS)
    found = question.buckets(_SECTION)
    if not question.sort and 0 in found:
        found[0].reverse()  # soonest first
    return _in_sections((key, found[number]) for number, (key, *_rest) in enumerate(_SECTIONS) if number in found)


def _by_stage(question: _Question) -> Order:
    """In the order the stages are listed for people; applications without an interview last."""
    stages = [str(stage) for stage in Stage] + [""]
    if not (question.sort or question.sought):
        return _in_sections((stage, question.ids("at DESC, id", f"stage = '{stage}'")) for stage in stages)
    found = question.buckets("stage")
    return _in_sections((stage, found[stage]) for stage in stages if stage in found)


def _by_month(question: _Question) -> Order:
    if question.sort:
        return _in_sections(sorted(question.buckets("month").items(), reverse=True))
    return _in_a_row(question, "month", _NEWEST)


def _by_company(question: _Question) -> Order:
    """By name, in the database's order, which folds the capitals of plain letters only."""
    if question.sort:
        return _in_sections(sorted(question.buckets("company").items(), key=lambda each: nocase(each[0])))
    return _in_a_row(question, "company", "company, at DESC, id")


def _in_a_row(question: _Question, column: str, order: str) -> Order:
    """Sections that the order itself makes."""
    found = list(question.rows(f"id, {column}", order))
    sections = Counter(map(itemgetter(1), found))
    groups = tuple(Group(key, count) for key, count in sections.items())
    return Order(array("q", map(itemgetter(0), found)), groups)


def nocase(text: str) -> bytes:
    """What the database compares when it compares names."""
    return text.encode().lower()


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
    key, kind, application, company, title, stage, at, status, since, outcome, debrief, lesson, *rest = values
    no_lesson, *more = rest
    when = moment(at)
    if outcome == "wait" and kind == "interview" and when is not None and when > now:
        outcome = Outcome.SOON.value
    return Row(
        id=key, kind=kind, application_id=application, company=company, title=title, stage=stage, at=when,
        status=status, since=day(since), outcome=outcome, debrief=debrief, lesson=lesson, no_lesson=bool(no_lesson),
        **dict(zip(("channel", "people", "pay", "next_step"), more, strict=True)),
    )  # fmt: skip


def last_of(journal: Journal, application_id: int) -> int:
    """The id of an application's last interview, or its own when it has none; 0 when it is not there."""
    found = journal.row(
        "SELECT id FROM listing WHERE application_id = ? ORDER BY at DESC, id DESC LIMIT 1", application_id
    )
    return int(found[0]) if found else 0


COUNTED = ("interviews", "applications", "needs_debrief", "soon", "wait", "no", "offer")

# The sums by outcome; what lies ahead is little, and taken away again.
_COUNTS = """
SELECT 1, outcome, rank, unwritten, sum(count), sum(applications)
FROM tally WHERE {mine} GROUP BY outcome, rank, unwritten
"""
_AHEAD = """
SELECT -1, outcome, rank, unwritten, 1, 0 FROM listing WHERE month >= substr(:now, 1, 7) AND at > :now AND {mine}
"""


def counts(journal: Journal, search_id: int = 0) -> dict[str, int]:
    """What stands beside the filters: `wait`, `no`… are as many rows as is:waiting, is:no… show."""
    found = dict.fromkeys(COUNTED, 0)
    mine = f"search_id = {int(search_id)}" if search_id else "1"
    now = f"'{stamp(journal.now())}'"
    for sql in (_COUNTS, _AHEAD):
        for sign, outcome, rank, unwritten, count, applications in journal.rows(
            sql.format(mine=mine).replace(":now", now)
        ):
            key = "no" if outcome in ("no", "silent", "rescinded") else outcome
            if unwritten:
                found["needs_debrief"] += sign * count
            if sign < 0 and rank == 1:
                found["soon"] += count
                found["wait"] -= count
            elif sign > 0:
                found["applications"] += applications
                if rank != 6:
                    found["interviews"] += count
                    found[key] = found.get(key, 0) + count
    return {key: found[key] for key in COUNTED}
