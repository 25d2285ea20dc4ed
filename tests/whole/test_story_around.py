"""Looking around: the made-up search, undo, changes in the table, theme and text size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from afterword.journal.store import check, open_journal
from afterword.screen.window import Window
from whole import given, sight
from whole.pages import PAGES
from whole.person import Person

# The made-up search


@pytest.mark.parametrize("way", ["mouse", "menu"])
def test_the_made_up_search_is_entered_and_left_and_the_own_journal_stays(newcomer: Person, way: str) -> None:
    before = given.everything(newcomer.window.desk.journal)
    if way == "mouse":
        newcomer.clicks("Look around first")
    else:
        newcomer.chooses_menu("File", "Look around in a made-up search")
    newcomer.sees("This is a made-up search.")
    newcomer.comes_in()
    assert len([row for row in newcomer.rows() if row.kind == "interview"]) == 14
    newcomer.presses("Del")
    newcomer.sees("Deleted")
    if way == "mouse":
        newcomer.clicks("Leave it")
    else:
        newcomer.chooses_menu("File", "Leave the made-up search")
    newcomer.comes_in()
    newcomer.sees("Every interview leaves something behind.")
    assert given.everything(newcomer.window.desk.journal) == before


def test_the_made_up_search_begins_anew_each_time(newcomer: Person) -> None:
    newcomer.clicks("Look around first")
    newcomer.comes_in()
    newcomer.presses("Del")
    newcomer.clicks("Leave it")
    newcomer.comes_in()
    newcomer.clicks("Look around first")
    newcomer.comes_in()
    assert len([row for row in newcomer.rows() if row.kind == "interview"]) == 14


# Undo


def test_a_whole_sitting_is_undone_step_by_step_and_done_again(noa: Person) -> None:
    journal = noa.window.desk.journal
    start = given.everything(journal)
    noa.chooses("Bramble Energy")
    noa.presses("Ctrl+.", "O")
    noa.until(lambda: noa.row("Bramble Energy").outcome == "offer", "an offer")
    noa.chooses("Halden Bank")
    noa.presses("Del")
    noa.sees("Deleted Halden Bank.")
    noa.presses("Ctrl+Shift+N")
    noa.types("Cindervale")
    noa.presses("Enter")
    noa.until(lambda: noa.rows("Cindervale"), "Cindervale")
    noa.chooses_menu("Interview", "Set outcome", "No reply")
    noa.until(lambda: noa.row("Cindervale").outcome == "silent", "no reply")
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Why?")
    noa.presses("Esc")
    noa.until(lambda: noa.window.place == "interviews", "the table")
    noa.chooses("Kestrel Health")
    end = given.everything(journal)
    assert end != start

    steps = 0
    while noa.window.desk.undo_name:
        noa.presses("Ctrl+Z")
        steps += 1
        assert steps < 20
    assert given.everything(journal) == start and steps >= 5
    assert noa.row("Halden Bank").lesson == "Think aloud before writing"
    for _step in range(steps):
        noa.presses("Ctrl+Shift+Z")
    assert given.everything(journal) == end


def test_undo_stands_in_the_toast_and_says_what_it_undid(noa: Person) -> None:
    noa.chooses("Halden Bank")
    noa.presses("Del")
    noa.sees("Deleted Halden Bank.")
    noa.clicks("Undo")
    noa.until(lambda: noa.rows("Halden Bank"), "Halden Bank again")
    noa.sees("Undone:")


def test_a_stage_a_date_and_a_lesson_are_changed_in_the_table(noa: Person) -> None:
    noa.chooses("Halden Bank")
    noa.presses("F2")
    noa.types("Take")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Halden Bank").stage == "take_home", "the stage")
    noa.presses("F2", "Tab", "Tab", "Ctrl+A")
    noa.types("Draw it first")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Halden Bank").lesson == "Draw it first", "the lesson")


def test_a_mistake_is_corrected(noa: Person) -> None:
    noa.chooses("Halden Bank")
    noa.chooses_menu("Interview", "Correct a mistake…")
    noa.sees("Say what it really is; the history keeps both.")
    assert noa.focus == "It is"
    noa.types("Offer")
    noa.presses("Ctrl+Enter")
    noa.until(lambda: noa.row("Halden Bank").outcome == "offer", "an offer")


# Theme, size


def _spills(window: Window) -> list[str]:
    """Widgets that stand outside the window, or outside the page that scrolls."""
    found = []
    for each in sight.every(window):
        if each.isWindow() or each.width() <= 0 or each.height() <= 0 or not sight.name_of(each):
            continue
        corner = each.mapTo(window, each.rect().topLeft())
        scrolls = _scrolls(each)
        wide = corner.x() + each.width() > window.width() + 1 or corner.x() < -1
        tall = not scrolls and corner.y() + each.height() > window.height() + 1
        if wide or tall:
            found.append(f"“{sight.name_of(each)}” at {corner.toTuple()}, {each.size().toTuple()}")
    return found


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


@pytest.mark.parametrize("page", PAGES)
def test_large_text_and_a_small_window_keep_everything_inside(noa: Person, page: str) -> None:
    PAGES[page](noa)
    noa.presses("Ctrl++", "Ctrl++", "Ctrl++")
    assert noa.window.look.scale == pytest.approx(1.3)
    noa.settle(30)
    assert noa.window.size().toTuple() == (1280, 800)
    assert not _spills(noa.window)
    noa.presses("Ctrl+0")
    noa.window.resize(900, 600)
    noa.settle(30)
    assert noa.window.size().toTuple() == (900, 600), "the window grew"
    assert noa.window.sidebar.width() == 56
    assert not _spills(noa.window)


def test_theme_and_text_size_change_at_once_and_are_there_the_next_time(noa: Person) -> None:
    light = noa.window.palette().window().color().lightness()
    noa.chooses_menu("View", "Theme", "Dark")
    assert noa.window.palette().window().color().lightness() < 60 < light
    noa.chooses_menu("View", "Larger text")
    noa.quits()
    noa.starts()
    assert noa.window.palette().window().color().lightness() < 60
    assert noa.window.look.scale == pytest.approx(1.1)
    noa.chooses_menu("View", "Theme", "Light")
    assert noa.window.palette().window().color().lightness() == light


def test_the_sidebar_and_the_detail_go_and_come(noa: Person) -> None:
    noa.presses("F9")
    assert not noa.window.sidebar.isVisible()
    noa.presses("F9", "Shift+F9")
    assert noa.window.sidebar.isVisible() and not noa.window.detail.isVisible()
    noa.presses("Shift+F9")
    assert noa.window.detail.isVisible()


def test_the_journal_of_a_sitting_can_be_opened_again(noa: Person) -> None:
    noa.chooses("Halden Bank")
    noa.presses("Del")
    noa.presses("Ctrl+W")
    noa.until(lambda: noa.app is not None and noa.app.window is None, "the window closed")
    with open_journal(noa.here.journal, given.clock, create=False) as journal:
        assert check(journal) == []
