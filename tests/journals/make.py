"""Makes the journal kept for a released schema: `python tests/journals/make.py first`. Made once, then only opened."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "desktop"))

from afterword.journal import applications, interviews, lessons, predictions, questions, reflections  # noqa: E402
from afterword.journal.change import Changes  # noqa: E402
from afterword.journal.store import open_journal  # noqa: E402


def make(path: Path) -> None:
    """Three applications: one on its way, one that ended after two rounds, one without an interview."""
    now = datetime(2025, 3, 20, 9, 0)
    with open_journal(path, lambda: now) as journal:
        do = Changes(journal).do
        do(interviews.note, "Northwind Analytics", "Data analyst", "executive", datetime(2025, 3, 27, 10))
        do(applications.add, "Halden Bank", "Data analyst", "2025-02-03")
        do(interviews.note, "Halden Bank", "Data analyst", "recruiter_screen", datetime(2025, 2, 10, 10))
        key, _change = do(interviews.note, "Halden Bank", "Data analyst", "technical", datetime(2025, 2, 27, 14))
        asked, _change = do(questions.add, key, "How would you find the slow query?")
        do(questions.rate, asked, 1)
        do(predictions.predict, key, 65)
        do(interviews.set_outcome, key, "no", datetime(2025, 3, 12, 16))
        debrief, _change = do(reflections.start, key, "debrief")
        do(reflections.answer, debrief, "taught", "Measure first, then guess.")
        do(reflections.complete, debrief)
        do(lessons.learn, key, "Measure before guessing.")
        do(applications.add, "Zürich Maps", "Cartographer", "2025-03-02")
        journal.connection.execute("VACUUM")


if __name__ == "__main__":
    make(HERE / f"{sys.argv[1]}.afterword")
