"""Waiting for answers: each silence against one’s own, a reminder, a note to copy, an end that can be undone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from afterword.journal import waits
from afterword.screen.waiting.line import WaitingLine
from whole import given
from whole.person import Person


def _line(person: Person, company: str) -> WaitingLine:
    page = person.window.rooms.waiting
    person.until(lambda: any(line.company.text() == company for line in page.lines), f"the line of {company}")
    person.settle(30)  # until it stands where it will stay
    return next(line for line in page.lines if line.company.text() == company)


def test_open_answers_are_shown_with_their_silence(noa: Person) -> None:
    noa.clicks("Waiting")
    noa.sees("4 answers outstanding. Silence is the usual state, not a sign.")
    noa.sees("a plain default until five answers of your own are known")
    for company, words in (("Kestrel Health", "11 days"), ("Bramble Energy", "22 days"), ("Tessera", "17 days")):
        assert words in _line(noa, company).accessibleName()
    noa.sees("Longer than the usual range")
    assert not any("Northwind" in line.company.text() for line in noa.window.rooms.waiting.lines)


def test_the_keyboard_leads_there_and_back(noa: Person) -> None:
    noa.presses("Ctrl+2")
    _line(noa, "Kestrel Health")
    assert noa.window.place == "waiting"
    noa.presses("Alt+Left")
    assert noa.window.place == "interviews"


def test_a_line_leads_to_its_interview(noa: Person) -> None:
    noa.presses("Ctrl+2")
    noa.points_at(_line(noa, "Bramble Energy").company)
    assert noa.window.place == "interviews"
    current = noa.window.list.current()
    assert current is not None and current.company == "Bramble Energy"


def test_a_reminder_is_set_shown_and_said_on_its_day(noa: Person) -> None:
    noa.presses("Ctrl+2")
    line = _line(noa, "Kestrel Health")
    noa.window.desk.do(waits.remind, line.key, given.NOW.date() + timedelta(days=3))
    noa.until(lambda: _line(noa, "Kestrel Health").remind.text() == "On 21 Mar", "the day of the reminder")
    noa.window.rooms.remind()
    noa.does_not_see("You wanted to be reminded")
    noa.window.desk.journal.clock = lambda: datetime(2025, 3, 21, 9)
    noa.window.rooms.remind()
    noa.sees("You wanted to be reminded of Kestrel Health.")
    noa.presses("Ctrl+Z")
    assert waits.reminders(noa.window.desk.journal) == {}


def test_a_reminder_is_chosen_from_the_menu(noa: Person) -> None:
    noa.presses("Ctrl+2")
    line = _line(noa, "Kestrel Health")
    menu = line.remind.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    noa.settle()
    assert [each.on for each in waits.reminders(noa.window.desk.journal).values()] == [date(2025, 3, 19)]
    noa.until(lambda: _line(noa, "Kestrel Health").remind.text() == "On 19 Mar", "tomorrow")


def test_a_note_is_drafted_and_copied_and_nothing_sent(noa: Person) -> None:
    noa.presses("Ctrl+2")
    note = _line(noa, "Bramble Energy").note
    assert note is not None
    noa.points_at(note)
    noa.sees("Nothing is sent from here.")
    noa.clicks("Copy it")
    noa.until(lambda: QApplication.activeModalWidget() is None, "the note closed")
    text = QGuiApplication.clipboard().text()
    assert "24 February" in text and "Data Engineer" in text


def test_a_long_silence_is_filed_and_taken_back(noa: Person) -> None:
    noa.window.desk.journal.clock = lambda: given.NOW + timedelta(days=20)
    noa.presses("Ctrl+2")
    silent = _line(noa, "Bramble Energy").silent
    assert silent is not None
    noa.points_at(silent)
    noa.sees("Bramble Energy is filed as no reply.")
    page = noa.window.rooms.waiting
    noa.until(lambda: "Bramble Energy" not in [line.company.text() for line in page.lines], "one line less")
    noa.presses("Ctrl+Z")
    _line(noa, "Bramble Energy")


def test_how_anxious_the_waiting_is_is_asked_once_a_day(noa: Person) -> None:
    noa.presses("Ctrl+2")
    noa.sees("How anxious is the waiting today?")
    noa.clicks("some")
    noa.does_not_see("How anxious is the waiting today?")
    assert [anxiety for _at, anxiety in waits.looks(noa.window.desk.journal)] == [2]
    noa.presses("Ctrl+Z")
    noa.sees("How anxious is the waiting today?")


def test_without_any_answer_to_wait_for_it_says_so(newcomer: Person) -> None:
    newcomer.presses("Ctrl+2")
    newcomer.sees("No answers outstanding.")
