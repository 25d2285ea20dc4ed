"""One spring of interviews, all made up, as of Tuesday, 18 March 2025, nine in the morning."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from afterword.journal import applications, interviews, lessons, reflections, searches
from afterword.journal.store import open_journal
from afterword.screen.desk import Desk

NOW = datetime(2025, 3, 18, 9, 0)
# company, role, stage, moment, outcome and its day, lesson, state of the debrief
HELD = (
    ("Northwind Analytics", "Data Engineer", "executive", "2025-03-20T10:00", "", "", 0),
    ("Vellum & Co", "Analytics Lead", "recruiter_screen", "2025-03-24T15:30", "", "", 0),
    ("Kestrel Health", "Data Platform Engineer", "technical", "2025-03-07T10:00", "", "Kafka came up again", 1),
    ("Bramble Energy", "Data Engineer", "take_home", "2025-02-24T10:00", "", "", 0),
    ("Halden Bank", "Platform Engineer", "technical", "2025-02-27T10:00", "no 2025-03-12", "Think aloud first", 2),
    ("Copperleaf Media", "BI Engineer", "recruiter_screen", "2025-01-28T10:00", "silent 2025-02-27", "", 2),
    ("Pellworm Data", "Data Engineer", "executive", "2025-02-20T10:00", "offer 2025-02-28", "Slow down", 2),
)  # fmt: skip
SENT = ("Aldergate", "Brookline Foods", "Cindervale")


class Clock:
    """Stands still until someone turns it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Spring:
    """The desk with everything on it, and the ids by company."""

    def __init__(self, folder: Path, *, empty: bool = False) -> None:
        self.clock = Clock()
        self.desk = Desk(open_journal(folder / "spring.afterword", self.clock))
        self.journal = self.desk.journal
        self.ids: dict[str, int] = {}
        if not empty:
            self.desk.do(searches.begin, "Spring 2025", started_on=date(2025, 1, 6))
            for held in HELD:
                self._hold(*held)
            for company in SENT:
                self.ids[company] = self.desk.do(applications.add, company, "Data Engineer", date(2025, 3, 1))

    def _hold(self, company: str, role: str, stage: str, at: str, answer: str, lesson: str, debrief: int) -> None:
        do = self.desk.do
        application = do(applications.add, company, role, date(2025, 1, 8))
        key = do(
            interviews.note, company, role, stage, datetime.fromisoformat(at), application_id=application,
            duration_min=45, people="Dana and two engineers",
        )  # fmt: skip
        self.ids[company] = key
        if lesson:
            do(lessons.learn, key, lesson)
        if debrief:
            reflection = do(reflections.start, key, "capture")
            if debrief == 2:
                do(reflections.complete, reflection)
        if answer:
            outcome, day = answer.split()
            do(interviews.set_outcome, key, outcome, date.fromisoformat(day))
