"""Inside one process: order, sort, filter, find, each beside the SQL alone."""

from __future__ import annotations

import random
from pathlib import Path

import apsw

from afterword.journal import companies, finding, rows, searches, store
from afterword.journal.filters import IS
from journals import vocabulary
from run import Figure, median, timed

FIRST = 100  # as screen/seeker.py asks


def measure(path: Path, size: int) -> list[Figure]:
    """Figures for one journal."""
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    with store.open_journal(path) as journal:
        figures = [*_orders(journal, raw, size), *_counts(journal, size)]
    raw.close()
    return figures


def _orders(journal: store.Journal, raw: apsw.Connection, size: int) -> list[Figure]:
    def ours(name: str, floor: str, reach: float, **asked: object) -> Figure:
        # One page painted belongs to it: the first rows are fetched as well.
        def act() -> None:
            rows.page(journal, rows.order(journal, **asked).ids[:50])  # type: ignore[arg-type]

        def alone() -> None:
            ids = [row[0] for row in raw.execute(floor).fetchall()[:50]]
            marks = ",".join("?" * len(ids))
            raw.execute(f"SELECT * FROM listing WHERE id IN ({marks})", ids).fetchall()

        return Figure(f"{name}, {size:,}", timed(act), "ms", timed(alone), "the SQL alone, and one page", reach)

    waiting = finding.parse("is:waiting")
    past = f"SELECT id FROM listing WHERE rank < 6 AND {IS['waiting']} ORDER BY rank, at DESC, id"
    past = past.replace(":now", "'2025-03-20T09:00:00'")
    return [
        ours("open, grouped by outcome", "SELECT id FROM listing ORDER BY rank, at DESC, id", 1.5),
        ours("group by month", "SELECT id, month FROM listing ORDER BY month DESC, at DESC, id", 1.5, group="month"),
        ours("group by company", "SELECT id, company FROM listing ORDER BY company, at DESC, id", 1.5,
             group="company"),
        ours("re-sort by company", "SELECT id FROM listing ORDER BY company, at DESC, id", 2, group="none",
             sort="company"),
        ours("filter is:waiting", past, 1.5, filter=waiting),
    ]  # fmt: skip


def _counts(journal: store.Journal, size: int) -> list[Figure]:
    return [
        Figure(f"the numbers beside the filters, {size:,}", timed(lambda: rows.counts(journal)), "ms", reach=20),
        Figure(f"the job searches and numbers, {size:,}", timed(lambda: searches.every(journal)), "ms", reach=20),
        Figure(f"companies to suggest, {size:,}", timed(lambda: companies.suggest(journal, "ha")), "ms", reach=20),
    ]  # fmt: skip


def finds(path: Path, size: int) -> list[Figure]:
    """Each key of words found nearly everywhere, now and then, and nowhere: to the first rows, and to all of them."""
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    finder = finding.reader(path)
    finder.order(filter=finding.parse("warm"))
    firsts, wholes, floors = [], [], []
    for word in _words():
        for end in range(1, len(word) + 1):
            typed = finding.parse(word[:end])
            firsts.append(timed(lambda t=typed: finder.order(filter=t, newest=FIRST), 3))
            wholes.append(timed(lambda t=typed: finder.order(filter=t), 1))
            query = f'"{word[:end]}"*'
            floors.append(timed(lambda q=query: _raw(raw, q), 3))
    finder.close()
    raw.close()
    ninety_five, floor = _p95(firsts), _p95(floors)
    return [
        Figure(f"find as you type, first rows, p95 of {len(firsts)} keys, {size:,}", ninety_five, "ms", reach=50),
        Figure(f"find as you type, first rows, median, {size:,}", median(firsts), "ms", median(floors),
               "newest 100, raw FTS5"),
        Figure(f"find as you type, beside raw, {size:,}", ninety_five, "ms", floor, "newest 100, raw FTS5"),
        Figure(f"find as you type, all rows, slowest key, {size:,}", max(wholes), "ms"),
    ]  # fmt: skip


def _raw(raw: apsw.Connection, query: str) -> None:
    raw.execute(f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT {FIRST}", (query,)).fetchall()


def _words() -> list[str]:
    known = vocabulary(random.Random(1))
    return [*known[:6], *known[400:404], *known[5000:5004], "kafka", "halden", "xyz"]


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.95))]

