"""Big journals for measuring: `make(path, count)` fills one with `count` interviews, spread as real searches are.

Run it: `python bench/journals.py build/big.afterword 100000 [--words 300]`
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "desktop"))

from afterword.journal import index
from afterword.journal.keys import new_key
from afterword.journal.store import Journal, open_journal

NOW = datetime(2025, 3, 20, 9, 0)
STAMP = "2025-03-20T08:00:00Z"
# How applications end, of 100; the rest is still open.
ENDS = (("rejected", 46), ("ghosted", 26), ("withdrawn", 6), ("closed", 5), ("accepted", 3), ("offer_declined", 2))
STAGES = ("recruiter_screen", "hiring_manager", "technical", "system_design", "behavioural", "executive")
FIRST = ("Halden", "Tessera", "Northwind", "Orchard", "Lumen", "Quarry", "Kestrel", "Maple", "Harbour", "Sable")
SECOND = ("Bank", "Maps", "Analytics", "Rail", "Foods", "Energy", "Insurance", "Studios", "Logistics", "Health")
ROLES = ("Data analyst", "Backend developer", "Product manager", "Site engineer", "Designer", "Team lead")
LESSONS = ("Say the numbers first.", "Ask what done means.", "Draw it before talking.", "Tell one story, not three.")
_SYLLABLES = ("ka", "lo", "mi", "ten", "ra", "su", "ver", "do", "pel", "ni", "ga", "sto", "fe", "qua", "ri", "mon")


def vocabulary(chance: random.Random, size: int = 8000) -> list[str]:
    """Invented words; those early in the list are used more, as in every language."""
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(size)]


class Writer:
    """Collects rows by table, and writes them in bulk."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._columns: dict[str, tuple[str, ...]] = {}

    def add(self, table: str, **values: Any) -> int:
        key = new_key()
        self._columns.setdefault(table, ("id", "created_at", "updated_at", *values))
        rows = self._rows.setdefault(table, [])
        rows.append((key, STAMP, STAMP, *values.values()))
        if len(rows) >= 5000:
            self._write(table)
        return key

    def finish(self) -> None:
        for table in self._rows:
            self._write(table)

    def _write(self, table: str) -> None:
        columns = self._columns[table]
        marks = ",".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})"
        self._journal.connection.executemany(sql, self._rows[table])
        self._rows[table] = []


def make(path: Path, count: int, words: int = 0, seed: int = 1) -> None:
    """A new journal with `count` interviews and about as many applications again; `words` a reflection each."""
    chance = random.Random(seed)
    with open_journal(path, clock=lambda: NOW) as journal:
        run = journal.connection.execute
        run("PRAGMA foreign_keys = 0")
        run("PRAGMA synchronous = off")
        for (name,) in journal.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            run(f"DROP TRIGGER {name}")
        with journal.database.atomic():
            writer = Writer(journal)
            _fill(writer, chance, count, words)
            writer.finish()
            index.rebuild(journal.database)
        run("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill(writer: Writer, chance: random.Random, count: int, words: int) -> None:
    known = vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(known))]
    searches = [writer.add("search", name=f"Search {n + 1}", started_on="2015-01-01") for n in range(8)]
    companies = [writer.add("company", name=name) for name in _names(max(20, count // 3))]
    lessons = [writer.add("lesson", text=text) for text in LESSONS]
    made = 0
    while made < count:
        talks = min(chance.choice((0, 0, 1, 1, 1, 2, 3)), count - made)
        status = chance.choices([end for end, _share in ENDS] + ["in_process"], [s for _end, s in ENDS] + [12])[0]
        if not talks and status == "in_process":
            status = "applied"
        day = NOW - timedelta(days=chance.randint(0, 3600), minutes=30 * chance.randint(0, 16))
        application = _application(writer, chance, searches, companies, day, status)
        for number in range(talks):
            at = day + timedelta(days=7 * (number + 1))
            text = " ".join(chance.choices(known, weights, k=words)) if words else ""
            _interview(writer, chance, application, number, at, text, lessons)
        made += talks


def _names(count: int) -> Iterator[str]:
    for number in range(count):
        name = f"{FIRST[number % 10]} {SECOND[number // 10 % 10]}"
        yield name if number < 100 else f"{name} {number // 100}"


def _application(
    writer: Writer, chance: random.Random, searches: list[int], companies: list[int], day: datetime, status: str
) -> int:
    since = min(day + timedelta(days=30), NOW).isoformat()
    application = writer.add(
        "application", search_id=chance.choice(searches), company_id=chance.choice(companies),
        title=chance.choice(ROLES), applied_on=day.date().isoformat(), status=status, status_since=since,
    )  # fmt: skip
    for kind, before, to in (("created", None, "applied"), ("status", "applied", status)):
        if before != to:
            writer.add("event", application_id=application, kind=kind, at=since, recorded_at=STAMP,
                       from_status=before, to_status=to)  # fmt: skip
    return application


def _interview(
    writer: Writer, chance: random.Random, application: int, number: int, at: datetime, text: str, lessons: list[int]
) -> None:
    ahead = at > NOW
    interview = writer.add(
        "interview", application_id=application, round_no=number + 1, position=number + 1,
        stage_type=STAGES[0] if number == 0 else chance.choice(STAGES[1:]),
        planned_at=at.isoformat() if ahead else None, held_at=None if ahead else at.isoformat(),
    )  # fmt: skip
    if ahead or not (text or chance.random() < 0.5):
        return
    reflection = writer.add(
        "reflection", application_id=application, interview_id=interview, kind="debrief", prompt_set="debrief-1",
        opened_at=at.isoformat(), completed_at=at.isoformat() if chance.random() < 0.7 else None,
    )  # fmt: skip
    if text:
        writer.add("reflection_answer", reflection_id=reflection, prompt_key="what_happened", text=text)
    if number == 0 and chance.random() < 0.4:
        writer.add(
            "lesson_evidence", lesson_id=chance.choice(lessons), application_id=application, interview_id=interview
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--words", type=int, default=0)
    options = parser.parse_args()
    start = time.perf_counter()
    make(options.path, options.count, options.words)
    print(f"{options.path}: {options.count} interviews in {time.perf_counter() - start:.1f} s")
