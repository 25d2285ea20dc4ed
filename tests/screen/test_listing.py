"""The list of interviews as a person uses it: by keys, mouse, find field, pills and header."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from afterword.journal import applications, interviews, lessons, searches
from afterword.preferences import Preferences
from afterword.screen.editors import DateEditor, LessonEditor, StageEditor
from afterword.screen.look import Look
from afterword.screen.outcome_menu import OutcomeMenu
from afterword.screen.pages.listing import ListPane
from afterword.screen.table import column_of
from spring import Spring

Key = Qt.Key
# What the off-screen platform says of every menu, and nothing else.
POPUP = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$", extend=True)


class Listing:
    """A person in front of the list."""

    def __init__(self, pane: ListPane, spring: Spring) -> None:
        self.pane, self.spring, self.table, self.model = pane, spring, pane.table, pane.table.model()

    def companies(self) -> list[str]:
        found = [self.model.row_at(row) for row in range(self.model.rowCount())]
        return [row.company for row in found if row is not None]

    def current(self) -> str:
        row = self.pane.current()
        return row.company if row else ""

    def choose(self, company: str) -> None:
        assert self.pane.select(self.spring.ids[company])

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.table, key, modifier)
        QApplication.processEvents()

    def cell(self, company: str, column: str) -> QPoint:
        index = self.model.index(self.model.row_of(self.spring.ids[company]), column_of(column))
        return self.table.visualRect(index).center()

    def double_click(self, company: str, column: str) -> None:
        viewport, at = self.table.viewport(), self.cell(company, column)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()

    def editor(self, kind: type[QWidget]) -> Any:
        found = [each for each in self.table.viewport().findChildren(kind) if each.isVisible()]
        return found[0] if found else None

    def said(self, company: str, column: str) -> str:
        row = self.model.row_of(self.spring.ids[company])
        return str(self.model.data(self.model.index(row, column_of(column))))

    def menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


@pytest.fixture
def look(qapp: QApplication, resources: Path) -> Look:
    made = Look(qapp, resources)
    made.apply("light", 100)
    return made


@pytest.fixture
def listing(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Listing]:
    spring = Spring(tmp_path)
    pane = ListPane(look, spring.desk, Preferences())
    qtbot.addWidget(pane)
    pane.resize(652, 774)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.table.setFocus()
    pane.select_first()
    yield Listing(pane, spring)
    pane.hide()
    pane.close_down()
    spring.journal.close()


# Choosing


def test_arrows_go_from_row_to_row_and_never_stop_at_a_section(listing: Listing) -> None:
    chosen = QSignalSpy(listing.pane.selected)
    walked = [listing.current()]
    for _step in range(20):
        listing.key(Key.Key_Down)
        walked.append(listing.current())
    assert list(dict.fromkeys(walked)) == listing.companies()
    assert chosen.count() == len(listing.companies()) - 1
    listing.key(Key.Key_Home)
    assert listing.current() == "Northwind Analytics"
    listing.key(Key.Key_End)
    assert listing.current() == "Cindervale"
    listing.key(Key.Key_PageUp)
    listing.key(Key.Key_PageUp)
    assert listing.current() == "Northwind Analytics"


def test_a_click_on_a_section_chooses_nothing_else(listing: Listing) -> None:
    listing.choose("Bramble Energy")
    section = listing.model.row_of(listing.spring.ids["Halden Bank"]) - 1
    place = listing.table.visualRect(listing.model.index(section, 0)).center()
    QTest.mouseClick(listing.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert listing.current() == "Bramble Energy"


def test_enter_and_double_click_open_the_row(listing: Listing) -> None:
    opened = QSignalSpy(listing.pane.opened)
    listing.choose("Halden Bank")
    listing.key(Key.Key_Return)
    listing.double_click("Kestrel Health", "company")
    ids = listing.spring.ids
    assert [opened.at(0), opened.at(1)] == [[ids["Halden Bank"], "interview"], [ids["Kestrel Health"], "interview"]]
    assert opened.count() == 2


def test_letters_go_to_a_company_and_the_same_letter_to_the_next(listing: Listing) -> None:
    QTest.keyClicks(listing.table, "ha")
    assert listing.current() == "Halden Bank"
    listing.table._typed = ""  # as after a pause
    QTest.keyClicks(listing.table, "b")
    assert listing.current() == "Brookline Foods"
    QTest.keyClicks(listing.table, "b")
    assert listing.current() == "Bramble Energy"


def test_delete_is_asked_for_and_not_done_here(listing: Listing) -> None:
    wanted = QSignalSpy(listing.pane.delete_wanted)
    before = listing.companies()
    listing.key(Key.Key_Delete)
    assert wanted.count() == 1 and listing.companies() == before


def test_the_window_steps_and_selects_by_id_and_by_application(listing: Listing) -> None:
    listing.pane.step(1)
    assert listing.current() == "Vellum & Co"
    listing.pane.step(1)
    assert listing.current() == "Kestrel Health"
    listing.pane.step(-1)
    assert listing.current() == "Vellum & Co"
    application = interviews.story(listing.spring.journal, listing.spring.ids["Pellworm Data"]).application.id
    listing.pane.select_application(application)
    assert listing.current() == "Pellworm Data"
    listing.pane.select_application(listing.spring.ids["Cindervale"])
    assert listing.current() == "Cindervale"
    row = listing.model.row_of(listing.spring.ids["Pellworm Data"])
    assert listing.pane.application_at(row) == application and listing.pane.application_at(0) == 0


def test_selecting_a_row_that_the_filter_hides_takes_the_filter_away(listing: Listing) -> None:
    listing.pane.set_filter("is:offer")
    assert listing.companies() == ["Pellworm Data"]
    listing.choose("Halden Bank")
    assert listing.current() == "Halden Bank" and listing.pane.filter_text() == ""


# Editing


def test_stage_is_edited_in_place_by_keyboard(listing: Listing) -> None:
    listing.choose("Halden Bank")
    listing.key(Key.Key_F2)
    editor = listing.editor(StageEditor)
    assert editor.currentText() == "Technical"
    QTest.keyClicks(editor, "Cod")
    listing.key(Key.Key_Return)
    assert listing.editor(StageEditor) is None
    assert listing.said("Halden Bank", "stage") == "Coding"
    listing.spring.desk.undo()
    assert listing.said("Halden Bank", "stage") == "Technical"


def test_tab_goes_on_to_the_next_cell_that_can_be_edited_and_esc_restores(listing: Listing) -> None:
    listing.choose("Halden Bank")
    listing.key(Key.Key_F2)
    listing.key(Key.Key_Tab)
    assert listing.editor(DateEditor) is not None
    listing.key(Key.Key_Tab)
    editor = listing.editor(LessonEditor)
    assert editor.text() == "Think aloud first"
    editor.setText("Something else")
    listing.key(Key.Key_Escape)
    assert listing.editor(LessonEditor) is None
    assert listing.said("Halden Bank", "left") == "Think aloud first"
    assert listing.spring.desk.undo_name != "reword lesson"


def test_the_date_is_edited_where_it_stands(listing: Listing) -> None:
    listing.double_click("Bramble Energy", "date")
    editor = listing.editor(DateEditor)
    editor.setDateTime(QDateTime.fromString("2025-02-20 14:00", "yyyy-MM-dd HH:mm"))
    listing.key(Key.Key_Return)
    assert listing.said("Bramble Energy", "date") == "20 Feb, 26 days of silence"
    assert listing.current() == "Bramble Energy"


def test_a_first_lesson_is_learned_and_a_lone_one_reworded(listing: Listing) -> None:
    listing.double_click("Bramble Energy", "left")
    QTest.keyClicks(listing.editor(LessonEditor), "Ask what done means")
    listing.key(Key.Key_Return)
    assert listing.said("Bramble Energy", "left") == "Ask what done means"
    listing.double_click("Bramble Energy", "left")
    listing.editor(LessonEditor).setText("Ask what done would mean")
    listing.key(Key.Key_Return)
    taught = lessons.of(listing.spring.journal, listing.spring.ids["Bramble Energy"])
    assert [lesson.text for lesson in taught] == ["Ask what done would mean"]


def test_new_words_for_a_shared_lesson_leave_it_as_it_is_elsewhere(listing: Listing) -> None:
    listing.spring.desk.do(lessons.learn, listing.spring.ids["Bramble Energy"], "Slow down")
    listing.double_click("Bramble Energy", "left")
    listing.editor(LessonEditor).setText("Ask for a minute")
    listing.key(Key.Key_Return)
    assert listing.said("Bramble Energy", "left") == "Ask for a minute"
    assert listing.said("Pellworm Data", "left") == "Slow down"


def test_a_refused_edit_says_why_and_leaves_everything(listing: Listing) -> None:
    troubles = QSignalSpy(listing.pane.troubled)
    listing.double_click("Bramble Energy", "date")
    listing.editor(DateEditor).setDateTime(QDateTime.fromString("2024-12-01 10:00", "yyyy-MM-dd HH:mm"))
    listing.key(Key.Key_Return)
    assert troubles.count() == 1 and "You applied on 8 January 2025" in str(troubles.at(0)[0])
    assert listing.said("Bramble Energy", "date") == "24 Feb, 22 days of silence"


def test_what_is_being_typed_survives_changes_elsewhere(listing: Listing) -> None:
    listing.double_click("Bramble Energy", "left")
    editor = listing.editor(LessonEditor)
    QTest.keyClicks(editor, "Ask what")
    listing.spring.desk.do(interviews.set_outcome, listing.spring.ids["Kestrel Health"], "no")
    listing.spring.desk.do(applications.add, "Dunmore", "Data Engineer")
    assert listing.editor(LessonEditor) is editor and editor.text() == "Ask what"
    QTest.keyClicks(editor, " done means")
    listing.key(Key.Key_Return)
    assert listing.said("Bramble Energy", "left") == "Ask what done means"


@POPUP
@pytest.mark.parametrize(
    ("letter", "section"), [("N", "Didn’t work out"), ("o", "Offers"), ("D", "Withdrew or closed")]
)
def test_the_outcome_is_set_by_its_letter(listing: Listing, letter: str, section: str) -> None:
    listing.choose("Kestrel Health")
    listing.pane.popup_outcome()
    menu = listing.menu()
    assert isinstance(menu, OutcomeMenu) and [action.data() for action in menu.actions()] == list("WNORD")
    QTest.keyClick(menu, letter)
    QApplication.processEvents()
    row = listing.model.row_of(listing.spring.ids["Kestrel Health"])
    above = max(at for at in listing.model.section_rows() if at < row)
    assert listing.model.section(above)[0] == section
    assert listing.current() == "Kestrel Health"


@POPUP
def test_esc_leaves_the_outcome_as_it_is_and_a_refusal_is_said(listing: Listing) -> None:
    troubles = QSignalSpy(listing.pane.troubled)
    listing.choose("Pellworm Data")
    listing.pane.popup_outcome()
    QTest.keyClick(listing.menu(), Key.Key_Escape)
    assert listing.said("Pellworm Data", "outcome") == "Offer" and troubles.count() == 0
    listing.pane.popup_outcome()
    QTest.keyClick(listing.menu(), "R")
    QApplication.processEvents()
    assert troubles.count() == 1 and listing.said("Pellworm Data", "outcome") == "Offer"


# Finding


def test_typing_finds_as_one_types_and_says_how_many(listing: Listing, qtbot: QtBot) -> None:
    listing.pane.find()
    QTest.keyClicks(listing.pane.find_field, "kafka")
    qtbot.waitUntil(lambda: listing.companies() == ["Kestrel Health"])
    assert listing.pane.find_field.accessibleDescription() == "1 row"
    assert listing.current() == "Kestrel Health"
    listing.key(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listing.companies()) == 10)
    assert listing.current() == "Kestrel Health"


def test_only_the_last_of_many_quick_keys_is_shown(listing: Listing, qtbot: QtBot) -> None:
    shown: list[list[str]] = []
    listing.model.arranged.connect(lambda: shown.append(listing.companies()))
    for text in ("s", "sl", "slo", "slow", "slow d"):
        listing.pane.filter_line.field.setText(text)
    qtbot.waitUntil(lambda: listing.companies() == ["Pellworm Data"])
    assert shown == [["Pellworm Data"]]


def test_a_change_while_something_is_looked_for_does_not_lose_the_question(listing: Listing, qtbot: QtBot) -> None:
    listing.pane.filter_line.field.setText("slow")
    listing.spring.desk.do(lessons.learn, listing.spring.ids["Bramble Energy"], "Slow down")
    qtbot.waitUntil(lambda: listing.companies() == ["Bramble Energy", "Pellworm Data"])


def test_a_pill_is_a_token_and_a_token_a_pill(listing: Listing) -> None:
    changed = QSignalSpy(listing.pane.filter_changed)
    pills = listing.pane.filter_line._pills
    assert pills["is:debrief"].accessibleName() == "Needs a debrief, 2"
    pills["is:debrief"].click()
    assert listing.pane.filter_text() == "is:debrief"
    assert listing.companies() == ["Kestrel Health", "Bramble Energy"]
    assert changed.count() == 1
    pills["is:debrief"].click()
    assert listing.pane.filter_text() == "" and len(listing.companies()) == 10
    listing.pane.set_filter("is:waiting technical")
    assert pills["is:waiting"].isChecked() and not pills["is:debrief"].isChecked()


def test_nothing_found_says_what_was_looked_for_and_offers_the_way_back(listing: Listing) -> None:
    listing.pane.set_filter("company:nowhere")
    assert listing.pane.nothing.isVisible() and not listing.table.isVisible()
    assert listing.pane.nothing._sentence.text() == "Nothing matches company:nowhere."
    assert listing.pane.current() is None
    listing.pane.nothing.clear.click()
    assert listing.table.isVisible() and listing.pane.filter_text() == ""


def test_a_change_is_seen_through_the_filter(listing: Listing) -> None:
    listing.pane.set_filter("is:no")
    listing.spring.desk.do(interviews.set_outcome, listing.spring.ids["Bramble Energy"], "no")
    assert "Bramble Energy" in listing.companies()


# Arranging


def test_a_header_pressed_sorts_then_reverses_then_restores(listing: Listing) -> None:
    def press(column: str) -> list[str]:
        header = listing.table.header
        at = column_of(column)
        place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return listing.companies()

    listing.pane.set_group("none")
    before = listing.companies()
    assert press("company") == sorted(before)
    assert press("company") == sorted(before, reverse=True)
    assert press("company") == before
    assert listing.pane._preferences.sort == ""


def test_columns_come_and_go_by_the_menu_of_the_header(listing: Listing) -> None:
    preferences = listing.pane._preferences
    listing.pane.resize(1000, 774)
    assert listing.table.visible_columns == ("company", "stage", "date", "left", "mark")
    menu = listing.table.columns_menu()
    by_name = {action.text(): action for action in menu.actions()}
    by_name["Outcome"].trigger()
    by_name["Stage"].trigger()
    assert listing.table.visible_columns == ("company", "date", "outcome", "left", "mark")
    assert preferences.columns == ["date", "outcome", "left", "mark"]
    menu.close()


def test_narrow_drops_columns_and_words(listing: Listing) -> None:
    listing.pane.resize(440, 574)
    QApplication.processEvents()
    assert listing.table.visible_columns == ("company", "date")
    assert listing.pane.next_up.read.text() == "Read first" and listing.pane.head.new.text() == "New"
    assert not listing.pane.filter_line._pills["is:waiting"].isVisible()


def test_rows_are_as_high_as_density_and_text_size_say(listing: Listing, look: Look) -> None:
    row = listing.model.row_of(listing.spring.ids["Halden Bank"])
    heights = [(listing.table.rowHeight(0), listing.table.rowHeight(row))]
    listing.pane.set_density("compact")
    heights.append((listing.table.rowHeight(0), listing.table.rowHeight(row)))
    listing.pane.set_density("comfortable")
    look.apply("light", 130)
    heights.append((listing.table.rowHeight(0), listing.table.rowHeight(row)))
    look.apply("light", 100)
    assert heights == [(34, 50), (34, 34), (44, 65)]
    assert listing.table.columnSpan(0, 0) > 4 and listing.table.columnSpan(row, 0) == 1


def test_what_stands_at_the_top_stays_there_when_rows_come_above(listing: Listing) -> None:
    listing.pane.resize(652, 420)
    QApplication.processEvents()
    bar = listing.table.verticalScrollBar()
    bar.setValue(260)
    top = listing.model.id_at(listing.table.rowAt(30))
    place = listing.table.rowViewportPosition(listing.model.row_of(top))
    listing.spring.desk.do(interviews.note, "Dunmore", "Data Engineer", "technical", datetime(2025, 3, 25, 9))
    assert listing.table.rowViewportPosition(listing.model.row_of(top)) == place
    listing.spring.desk.undo()
    assert listing.table.rowViewportPosition(listing.model.row_of(top)) == place


def test_the_head_counts_and_the_strip_knows_what_is_next(listing: Listing) -> None:
    assert listing.pane.head._sub.text() == "Spring 2025 · 10 applications, 7 interviews"
    strip = listing.pane.next_up
    assert strip.isVisible() and strip._title.text() == "Northwind Analytics, final round"
    assert strip._facts.text() == "Thursday, 10:00 · 45 minutes · with Dana and two engineers"
    wanted = QSignalSpy(listing.pane.read_wanted)
    strip.read.click()
    assert wanted.at(0) == [listing.spring.ids["Northwind Analytics"]]
    for company in ("Northwind Analytics", "Vellum & Co"):
        listing.spring.desk.do(interviews.remove, listing.spring.ids[company])
    assert not strip.isVisible()


def test_when_its_hour_has_passed_an_interview_waits_by_itself(listing: Listing) -> None:
    listing.spring.clock.now = datetime(2025, 3, 20, 12, 0)
    listing.pane._tick()
    row = listing.model.row_at(listing.model.row_of(listing.spring.ids["Northwind Analytics"]))
    assert row.outcome == "wait" and listing.said("Northwind Analytics", "date") == "20 Mar, today"
    assert listing.pane.next_up._title.text() == "Vellum & Co, first call"


@POPUP
def test_the_context_menu_holds_the_windows_actions(listing: Listing) -> None:
    action = QAction("Two-minute note", listing.pane)
    listing.pane.set_menu_actions([action])
    at = listing.cell("Halden Bank", "stage")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, listing.table.viewport().mapToGlobal(at))
    QApplication.sendEvent(listing.table.viewport(), event)
    assert listing.menu().actions() == [action]
    listing.menu().close()


def test_everything_that_takes_focus_has_a_name(listing: Listing) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in listing.pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert not nameless


def test_a_list_of_nothing_and_of_one(tmp_path: Path, qtbot: QtBot, look: Look) -> None:
    nobody = Spring(tmp_path, empty=True)
    pane = ListPane(look, nobody.desk, Preferences(group="month", density="compact"))
    qtbot.addWidget(pane)
    pane.resize(440, 574)
    pane.show()
    chosen = QSignalSpy(pane.selected)
    for key in (Key.Key_Down, Key.Key_F2, Key.Key_Return, Key.Key_End):
        QTest.keyClick(pane.table, key)
    assert pane.current() is None and chosen.count() == 0
    key = nobody.desk.do(applications.add, "Aldergate", "Data Engineer")
    assert chosen.at(chosen.count() - 1) == [key, "application"]
    nobody.desk.undo()
    assert pane.current() is None and chosen.at(chosen.count() - 1) == [0, ""]
    pane.hide()
    pane.close_down()
    nobody.journal.close()


def test_selecting_a_row_of_another_job_search_shows_all_of_them(listing: Listing) -> None:
    later = listing.spring.desk.do(searches.begin, "Autumn 2025", started_on=date(2025, 9, 1))
    listing.pane.set_search(later)
    assert listing.companies() == []
    assert listing.pane.select(listing.spring.ids["Halden Bank"])
    assert listing.current() == "Halden Bank"
