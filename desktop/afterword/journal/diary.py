"""The days that lie ahead: interviews that are planned, answers that were promised, days to be reminded on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.journal.moments import as_day, day, moment, stamp
from afterword.journal.store import Journal
from afterword.journal.terms import Stage

INTERVIEW, ANSWER, REMINDER = "interview", "answer", "reminder"


@dataclass(frozen=True)
class Entry:
    """Something on a day; an interview has an hour too."""

    kind: str  # interview, answer, reminder
    id: int  # of the interview, the application or the reminder
    company: str
    title: str
    on: date
    at: datetime | None = None
    stage: str = ""
    duration_min: int | None = None
    people: str = ""
    cancelled: bool = False
    uid: str = ""  # of the employer's own calendar entry
    sequence: int = 0


_INTERVIEWS = """
SELECT i.id, c.name, a.title, i.planned_at, i.stage_type, i.duration_min, i.people, i.cancelled, i.calendar_uid,
  i.calendar_sequence
FROM interview i JOIN application a ON a.id = i.application_id JOIN company c ON c.id = a.company_id
WHERE i.deleted_at IS NULL AND a.deleted_at IS NULL AND i.planned_at >= ? ORDER BY i.planned_at, i.id
"""
_ANSWERS = """
SELECT a.id, c.name, a.title, a.promised_by FROM application a JOIN company c ON c.id = a.company_id
WHERE a.deleted_at IS NULL AND a.status IN ('applied', 'in_process') AND a.promised_by >= ? ORDER BY a.promised_by, a.id
"""
_REMINDERS = """
SELECT r.id, c.name, a.title, r."on" FROM reminder r JOIN application a ON a.id = r.application_id
JOIN company c ON c.id = a.company_id
WHERE r.deleted_at IS NULL AND a.deleted_at IS NULL AND a.status IN ('applied', 'in_process') AND r."on" >= ?
ORDER BY r."on", r.id
"""


def ahead(journal: Journal) -> tuple[Entry, ...]:
    """Everything from today on; interviews that were called off too, marked as such."""
    today = journal.now().date()
    entries = []
    for key, company, title, at, stage, minutes, people, off, uid, sequence in journal.rows(
        _INTERVIEWS, stamp(datetime.combine(today, datetime.min.time()))
    ):
        if when := moment(at):
            entries.append(Entry(
                INTERVIEW, key, company, title, when.date(), when, Stage(stage).label, minutes, people, bool(off),
                uid, sequence,
            ))  # fmt: skip
    for kind, question in ((ANSWER, _ANSWERS), (REMINDER, _REMINDERS)):
        for key, company, title, text in journal.rows(question, as_day(today)):
            if on := day(text):
                entries.append(Entry(kind, key, company, title, on))
    return tuple(entries)
