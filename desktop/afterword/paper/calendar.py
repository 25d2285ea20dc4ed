"""The days ahead as a calendar file (.ics), for the calendar that a person looks at anyway.

Calendars are often shared, and kept by others: only company, stage, role, people and time go in, never a word of
what was written about them. Hours are in UTC, which every calendar shows in its own zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from afterword.journal.diary import ANSWER, INTERVIEW, Entry
from afterword.words import _

HOUR = 60  # minutes of an interview that was planned without a length


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """A calendar file. An entry has the same UID each time, so that a calendar takes it for the same one."""
    made = Calendar()
    made.add("prodid", "-//Afterword//Afterword//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for entry in entries:
        made.add_component(_event(entry, now))
    written: bytes = made.to_ical()
    return written


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid or f"{entry.kind}-{entry.id:x}@afterword")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", _summary(entry))
    if entry.kind == INTERVIEW and entry.at is not None:
        event.add("dtstart", entry.at.astimezone(UTC))
        event.add("dtend", (entry.at + timedelta(minutes=entry.duration_min or HOUR)).astimezone(UTC))
        event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
        said = "\n".join(each.strip() for each in (entry.title, entry.people) if each.strip())
    else:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # nobody is busy because of it
        said = entry.title.strip()
    if said:
        event.add("description", said)
    return event


def _summary(entry: Entry) -> str:
    if entry.kind == INTERVIEW:
        return f"{entry.company}, {entry.stage.lower()}"
    if entry.kind == ANSWER:
        return _("{company}: an answer was promised by today").format(company=entry.company)
    return _("{company}: your reminder").format(company=entry.company)
