"""Lessons: what the noes taught, each number a door, each claim answered; renamed, joined, weighed, put away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from afterword.journal import lessons, sample, verdicts
from afterword.screen.charts.dots import Dots
from whole import sight
from whole.person import Person


@pytest.fixture
def sam(qapp: object, tmp_path: Path) -> Iterator[Person]:
    """Has the made-up search as a journal of their own."""
    person = Person(tmp_path / "sam", lambda: datetime(2025, 3, 18, 12))
    sample.make(person.here.journal, datetime(2025, 3, 18, 12))
    person.starts()
    person.presses("Ctrl+3")
    person.sees("What the noes taught")
    person.settle(40)
    yield person
    person.goes_home()


def test_the_page_says_what_was_learned_before_what_failed(sam: Person) -> None:
    assert sam.window.place == "lessons"
    for words in (
        "Half of what ended after a conversation ended here: technical (3 of 6)", "Think aloud, then conclude",
        "Not about you", "What the yeses confirmed", "Where 46 applications went", "12 of 37",
        "Too few to say anything yet", "The 6 that came after a conversation",
    ):  # fmt: skip
        sam.sees(words)


def test_a_dot_row_opens_the_interviews_behind_it_and_leads_there(sam: Person) -> None:
    rows = [each for each in sight.every(sam.window) if isinstance(each, Dots)]
    lesson = next(each for each in rows if each.accessibleName().startswith("Think aloud"))
    sam.points_at(lesson)
    sam.sees("2 behind it.")
    sam.presses("Enter")
    sam.until(lambda: sam.window.place == "interviews", "the interviews")
    current = sam.window.list.current()
    assert current is not None and current.lesson == "Think aloud, then conclude"


def test_a_flow_is_opened_by_keyboard(sam: Person) -> None:
    chart = sam.window.rooms.lessons.chart
    assert chart is not None
    door = next(each for each in chart._doors if each.accessibleName().startswith("No reply"))
    door.setFocus()
    sam.presses("Space")
    sam.sees("14 behind it.")
    sam.presses("Esc")


def test_a_claim_that_is_not_so_is_gone_until_that_is_taken_back(sam: Person) -> None:
    sam.sees("What noes became")
    sam.clicks("What noes became: Not so")
    sam.until(lambda: "disagree" in verdicts.answers(sam.window.desk.journal).values(), "the answer")
    sam.does_not_see("27 noes are older than two weeks")
    sam.presses("Ctrl+Z")
    sam.sees("27 noes are older than two weeks")


def test_the_same_is_given_as_a_table_to_copy(sam: Person) -> None:
    sam.clicks("As a table")
    sam.clicks("Copy all")
    sam.until(lambda: QApplication.activeModalWidget() is None, "the table closed")
    assert "Applied\t46" in QGuiApplication.clipboard().text()


def test_how_it_is_counted_is_said(sam: Person) -> None:
    sam.clicks("How this is counted")
    sam.sees("Withdrawn applications and closed positions judged nobody")
    sam.clicks("Close")


def _menu(sam: Person, text: str, entry: str) -> None:
    page = sam.window.rooms.lessons
    sam.settle(40)
    fact = next(each for each in lessons.every(sam.window.desk.journal) if each.text == text)
    sam.until(lambda: sight.button(page, "What can be done with this lesson"), "the page again")
    where = sight.button(page, "What can be done with this lesson")
    page._about_lesson(fact, where)  # type: ignore[arg-type]
    sam.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    sight.action(menu.actions(), entry).trigger()
    menu.close()
    sam.settle()


def _texts(sam: Person) -> list[str]:
    return [each.text for each in lessons.every(sam.window.desk.journal) if each.status != "retired"]


def test_a_lesson_is_reworded_joined_put_away_and_all_that_is_undone(sam: Person) -> None:
    before = _texts(sam)
    _menu(sam, "Kafka came up again", "Say it in other words")
    sam.writes("Lesson", "Kafka is asked for")
    sam.clicks("Say it so")
    sam.until(lambda: "Kafka is asked for" in _texts(sam), "other words")
    _menu(sam, "Kafka is asked for", "Join it to another")
    sam.sees("It is the same as")
    sam.clicks("Join them")
    sam.until(lambda: "Kafka is asked for" not in _texts(sam), "one lesson")
    _menu(sam, "Think aloud, then conclude", "Put it away")
    sam.until(lambda: "Think aloud, then conclude" not in _texts(sam), "put away")
    for _each in range(3):
        sam.presses("Ctrl+Z")
    assert _texts(sam) == before


def test_evidence_against_makes_a_lesson_a_guess_again(sam: Person) -> None:
    journal = sam.window.desk.journal
    fact = next(each for each in lessons.every(journal) if each.text == "Think aloud, then conclude")
    assert fact.status == "supported"
    first = lessons.evidence(journal, fact.id)[0][0]
    sam.window.desk.do(lessons.stand, fact.id, {first: "against"})
    assert next(each for each in lessons.every(journal) if each.id == fact.id).status == "hypothesis"


def _printed(person: Person, pdf: Path) -> str:
    person.clicks("Save as PDF")
    person.names_file(pdf)
    person.sees(f"Saved as {pdf.name}.")
    person.presses("Esc")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_the_lessons_are_printed(sam: Person, tmp_path: Path) -> None:
    sam.presses("Ctrl+P")
    text = _printed(sam, tmp_path / "lessons.pdf")
    for words in ("Think aloud, then conclude", "Went well in 3 of 3", "Applied 46", "31 no for 1 yes"):
        assert words in text


def test_a_record_for_an_office_says_nothing_private(sam: Person, tmp_path: Path) -> None:
    sam.chooses_menu("File", "Print for an employment office")
    text = _printed(sam, tmp_path / "record.pdf")
    assert "Record of applications" in text and "Halden Bank" in text and "46 applications" in text
    for words in ("Think aloud", "Anxiety", "Kafka came up"):
        assert words not in text


def test_with_nothing_yet_it_says_so(newcomer: Person) -> None:
    newcomer.presses("Ctrl+3")
    newcomer.sees("What your interviews leave stands here")
