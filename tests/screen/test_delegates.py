"""How rows are painted: what is seen of selection, pointer, drop and narrowness, in both themes, and how fast."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from afterword.journal import applications
from afterword.preferences import Preferences
from afterword.screen.delegates import RowDelegate
from afterword.screen.look import Look
from afterword.screen.pages.listing import ListPane
from afterword.screen.table import column_of
from spring import Spring


class Seen:
    """The table, and what its pixels are."""

    def __init__(self, pane: ListPane, spring: Spring, look: Look) -> None:
        self.pane, self.spring, self.look, self.table = pane, spring, look, pane.table
        self.model = pane.table.model()

    def row(self, company: str) -> int:
        return int(self.model.row_of(self.spring.ids[company]))

    def picture(self) -> QImage:
        QApplication.processEvents()
        return self.table.viewport().grab().toImage()

    def ground(self, company: str) -> QColor:
        """The colour of a row where it has no words: right of its first cell's text, near its upper edge."""
        area = self.table.visualRect(self.model.index(self.row(company), 0))
        return self.picture().pixelColor(area.right() - 3, area.top() + 5)

    def has(self, company: str, column: str, token: str) -> bool:
        """Whether a cell holds a pixel of just this colour."""
        area = self.table.visualRect(self.model.index(self.row(company), column_of(column)))
        image, color = self.picture(), self.look.color(token)
        return any(
            image.pixelColor(x, y) == color
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
        )


@pytest.fixture
def seen(tmp_path: Path, qtbot: QtBot, resources: Path, qapp: QApplication) -> Iterator[Seen]:
    look = Look(qapp, resources)
    look.apply("light", 100)
    spring = Spring(tmp_path)
    pane = ListPane(look, spring.desk, Preferences())
    qtbot.addWidget(pane)
    pane.resize(652, 900)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.find_field.setFocus()
    yield Seen(pane, spring, look)
    look.apply("light", 100)
    pane.hide()
    pane.close_down()
    spring.journal.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_chosen_row_has_a_ground_of_its_own_in_both_themes(seen: Seen, theme: str) -> None:
    seen.look.apply(theme, 100)
    seen.pane.select(seen.spring.ids["Halden Bank"])
    assert seen.ground("Halden Bank") == seen.look.color("sel")
    assert seen.ground("Kestrel Health") == seen.look.color("base")


def test_the_row_under_the_pointer_and_the_row_dragged_over_are_shown(seen: Seen) -> None:
    seen.pane.select(seen.spring.ids["Halden Bank"])
    place = seen.table.visualRect(seen.model.index(seen.row("Kestrel Health"), 0)).center()
    QTest.mouseMove(seen.table.viewport(), place)
    assert seen.ground("Kestrel Health") == seen.look.color("hover")
    seen.table.set_drop_row(seen.row("Bramble Energy"))
    assert seen.ground("Bramble Energy") == seen.look.color("accent_soft")
    seen.table.set_drop_row(None)
    assert seen.ground("Bramble Energy") == seen.look.color("base")


def test_the_keyboard_shows_where_it_is_and_the_mouse_does_not(seen: Seen) -> None:
    seen.pane.select(seen.spring.ids["Halden Bank"])
    place = seen.table.visualRect(seen.model.index(seen.row("Halden Bank"), column_of("stage"))).center()
    QTest.mouseClick(seen.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not seen.has("Halden Bank", "stage", "accent")
    QTest.keyClick(seen.table, Qt.Key.Key_Down)
    assert seen.has("Copperleaf Media", "stage", "accent")
    assert not seen.has("Copperleaf Media", "company", "accent")


def test_a_line_stands_between_rows_but_not_beside_a_ground(seen: Seen) -> None:
    seen.pane.select(seen.spring.ids["Pellworm Data"])
    area = seen.table.visualRect(seen.model.index(seen.row("Kestrel Health"), 0))
    edge = QPoint(area.center().x(), area.bottom())
    assert seen.picture().pixelColor(edge) == seen.look.color("hair")
    seen.pane.select(seen.spring.ids["Bramble Energy"])
    assert seen.picture().pixelColor(edge) != seen.look.color("hair")


def test_the_words_of_a_person_are_serif_and_those_of_the_program_are_not(seen: Seen) -> None:
    delegate = seen.table.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    assert delegate._font("own")[0].family() == "Literata"
    seen.pane.select(seen.spring.ids["Pellworm Data"])
    assert seen.has("Kestrel Health", "left", "text") and not seen.has("Bramble Energy", "left", "text")


def test_a_narrow_row_says_what_it_left_in_its_second_line(seen: Seen) -> None:
    seen.pane.select(seen.spring.ids["Halden Bank"])
    assert not seen.has("Vellum & Co", "company", "accent")
    seen.pane.resize(440, 900)
    assert seen.has("Vellum & Co", "company", "accent")  # the sheet, in the colour of what can be acted on


def test_long_words_end_in_their_own_cell_and_are_whole_in_the_tooltip(seen: Seen) -> None:
    long = "A company whose <b>name</b> & ending nobody ever read aloud in one breath"
    seen.spring.ids["long"] = seen.spring.desk.do(applications.add, long, "Data Engineer")
    seen.pane.select(seen.spring.ids["long"])
    index = seen.model.index(seen.row("long"), 0)
    place = seen.table.visualRect(index).center()
    at = seen.table.viewport().mapToGlobal(place)
    QApplication.sendEvent(seen.table.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, at))
    assert "&lt;b&gt;name&lt;/b&gt; &amp; ending nobody ever read aloud in one breath" in QToolTip.text()
    QToolTip.hideText()
    delegate = seen.table.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    row = seen.model.row_at(seen.row("Kestrel Health"))
    assert delegate.hint(row, "mark") == "Debrief begun"
    assert delegate.hint(row, "date") == "7 Mar, 11 days of silence"


def test_compact_rows_are_one_line(seen: Seen) -> None:
    seen.pane.set_density("compact")
    delegate, index = seen.table.itemDelegate(), seen.model.index(1, 0)
    assert delegate.sizeHint(QStyleOptionViewItem(), index).height() == 34
    seen.pane.select(seen.spring.ids["Pellworm Data"])
    assert seen.has("Kestrel Health", "company", "text")


def test_a_page_is_painted_within_a_frame(seen: Seen) -> None:
    """16 ms is the budget; the machine may be busy, so the quickest of many is what counts here."""
    viewport, took = seen.table.viewport(), []
    for _page in range(30):
        start = time.perf_counter()
        viewport.repaint()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.016


def test_painting_asks_the_journal_for_nothing_that_is_at_hand(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    seen.picture()
    asked: list[object] = []
    monkeypatch.setattr("afterword.journal.rows.page", lambda *what: asked.append(what) or {})
    seen.table.viewport().repaint()
    assert not asked
