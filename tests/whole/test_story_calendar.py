"""The days ahead go into a calendar: the one interview that is chosen, or all of them."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from afterword.journal import applications
from whole.person import Person


def _events(path: Path) -> list[str]:
    found = Calendar.from_ical(path.read_bytes())
    return [str(each["summary"]) for each in found.walk("VEVENT")]


def test_the_chosen_interview_is_saved_as_a_calendar_file(noa: Person, tmp_path: Path) -> None:
    noa.chooses("Northwind Analytics")
    noa.chooses_menu("Interview", "Save as calendar file…")
    noa.names_file(tmp_path / "next.ics")
    noa.sees("Saved as next.ics.")
    assert _events(tmp_path / "next.ics") == ["Northwind Analytics, final round"]


def test_all_days_ahead_are_saved_together(noa: Person, tmp_path: Path) -> None:
    key = noa.row("Kestrel Health").application_id
    noa.window.desk.do(applications.edit, key, promised_by="2025-03-25")
    noa.chooses_menu("File", "Save the days ahead as a calendar file…")
    noa.names_file(tmp_path / "ahead.ics")
    noa.sees("Saved as ahead.ics.")
    assert sorted(_events(tmp_path / "ahead.ics")) == [
        "Kestrel Health: an answer was promised by today", "Northwind Analytics, final round",
    ]  # fmt: skip


def test_nothing_ahead_is_said(newcomer: Person) -> None:
    newcomer.chooses_menu("File", "Save the days ahead as a calendar file…")
    newcomer.sees("There is nothing ahead to put in a calendar.")


def test_a_folder_that_cannot_be_written_is_said(noa: Person, tmp_path: Path) -> None:
    from afterword.screen import calendars

    calendars._write(noa.window, [], tmp_path / "missing" / "a.ics")
    noa.sees("a.ics could not be written.")
