"""Random acts of a person, and everything that a journal holds, to be compared to the byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from afterword.journal import (
    actions,
    applications,
    companies,
    feelings,
    files,
    index,
    interviews,
    lessons,
    predictions,
    questions,
    reflections,
    searches,
)  # fmt: skip
from afterword.journal.change import Changes
from afterword.journal.store import Journal
from afterword.journal.terms import Outcome, ReflectionKind, Stage, Status
from afterword.trouble import Trouble

COMPANIES = ("Halden Bank", "Tessera", "Zürich Maps", "halden rail")
TEXTS = ("Say the numbers first.", "Déjà vu", "", "one two three", "Ask what done means.")
NOW = datetime(2025, 3, 20, 9, 0)
Act = Callable[[Changes, random.Random], Any]


def _any(changes: Changes, chance: random.Random, table: str) -> int:
    """Some row of a table, removed ones too; or one that never was."""
    found = changes.journal.rows(f"SELECT id FROM {table} ORDER BY id")
    return int(chance.choice(found)[0]) if found else 1


def _at(chance: random.Random) -> datetime:
    return NOW + timedelta(days=chance.randint(-60, 14), hours=chance.randint(0, 8))


def _past(chance: random.Random) -> datetime:
    return NOW - timedelta(days=chance.randint(0, 60))


ACTS: dict[str, Act] = {
    "begin": lambda c, r: c.do(searches.begin, r.choice(COMPANIES)),
    "end": lambda c, r: c.do(searches.end, _any(c, r, "search"), anyway=r.random() < 0.5),
    "apply": lambda c, r: c.do(applications.add, r.choice(COMPANIES), r.choice(TEXTS), _past(r).date()),
    "edit": lambda c, r: c.do(
        applications.edit, _any(c, r, "application"), notes=r.choice(TEXTS), company=r.choice(COMPANIES)
    ),
    "move": lambda c, r: c.do(applications.move, _any(c, r, "application"), r.choice(list(Status)), _past(r)),
    "correct": lambda c, r: c.do(applications.correct, _any(c, r, "application"), r.choice(list(Status))),
    "put away": lambda c, r: c.do(applications.remove, _any(c, r, "application")),
    "rename company": lambda c, r: c.do(companies.rename, _any(c, r, "company"), r.choice((*COMPANIES, "Orchard"))),
    "note": lambda c, r: c.do(interviews.note, r.choice(COMPANIES), stage=r.choice(list(Stage)), at=_at(r)),
    "note again": lambda c, r: c.do(
        interviews.note, r.choice(COMPANIES), at=_at(r), application_id=_any(c, r, "application")
    ),
    "move interview": lambda c, r: c.do(interviews.edit, _any(c, r, "interview"), at=_at(r), notes=r.choice(TEXTS)),
    "cancel": lambda c, r: c.do(interviews.cancel, _any(c, r, "interview")),
    "uncancel": lambda c, r: c.do(interviews.uncancel, _any(c, r, "interview")),
    "remove interview": lambda c, r: c.do(interviews.remove, _any(c, r, "interview")),
    "outcome": lambda c, r: c.do(interviews.set_outcome, _any(c, r, "listing"), r.choice(list(Outcome))),
    "ask": lambda c, r: c.do(questions.add, _any(c, r, "interview"), r.choice(TEXTS)),
    "write": lambda c, r: c.merge("typing", questions.write, _any(c, r, "question"), said=r.choice(TEXTS)),
    "rate": lambda c, r: c.do(questions.rate, _any(c, r, "question"), r.choice((None, 0, 1, 2, 3))),
    "remove question": lambda c, r: c.do(questions.remove, _any(c, r, "question")),
    "predict": lambda c, r: c.do(predictions.predict, _any(c, r, "interview"), r.randint(0, 100)),
    "feel": lambda c, r: c.do(feelings.feel, _any(c, r, "interview"), "after", [r.choice(TEXTS)], fear=2),
    "reflect": lambda c, r: c.do(reflections.start, _any(c, r, "interview"), r.choice(list(ReflectionKind))),
    "answer": lambda c, r: c.merge("typing", reflections.answer, _any(c, r, "reflection"), "taught", r.choice(TEXTS)),
    "complete": lambda c, r: c.do(reflections.complete, _any(c, r, "reflection")),
    "nothing": lambda c, r: c.do(reflections.nothing_to_learn, _any(c, r, "interview"), r.random() < 0.5),
    "factor": lambda c, r: c.do(reflections.add_factor, _any(c, r, "reflection"), "nerves", text=r.choice(TEXTS)),
    "learn": lambda c, r: c.do(lessons.learn, _any(c, r, "interview"), r.choice(TEXTS)),
    "unlearn": lambda c, r: c.do(lessons.unlearn, _any(c, r, "interview"), _any(c, r, "lesson")),
    "reword": lambda c, r: c.do(lessons.rename, _any(c, r, "lesson"), r.choice(TEXTS)),
    "retire": lambda c, r: c.do(lessons.retire, _any(c, r, "lesson")),
    "plan": lambda c, r: c.do(actions.plan, _any(c, r, "interview"), r.choice(TEXTS)),
    "file": lambda c, r: c.do(files.add, _any(c, r, "application"), "cv.txt", r.choice(TEXTS).encode()),
}


def act(changes: Changes, name: str, seed: int) -> bool:
    """One act; whether it was allowed."""
    try:
        ACTS[name](changes, random.Random(seed))
    except Trouble:
        return False
    return True


def contents(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is content."""
    tables = journal.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: journal.rows(f'SELECT * FROM "{name}" ORDER BY 1') for (name,) in tables if index.in_undo(name)
    }


def indexes(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the indexes, and every word at every place."""
    journal.connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spots USING fts5vocab(main, words, instance)"
    )
    asked = {
        "listing": "SELECT * FROM listing ORDER BY id",
        "tally": "SELECT * FROM tally WHERE count ORDER BY 1, 2, 3, 4",
        "passage": "SELECT * FROM passage ORDER BY id",
        "words": "SELECT term, doc, offset FROM temp.spots ORDER BY doc, offset, term",
    }
    found = {name: journal.rows(sql) for name, sql in asked.items()}
    journal.connection.execute("DROP TABLE temp.spots")
    return found


def rebuilt(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """The indexes as they are when made anew."""
    index.rebuild(journal.database)
    return indexes(journal)
