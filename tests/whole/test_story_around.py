"""Looking around: the made-up search, undo, theme and text size, and all of it without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from afterword.journal.store import check, open_journal
from afterword.screen.window import Window
from whole import given, sight
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


def _detail(person: Person) -> None:
    person.chooses("Halden Bank")


def _quick(person: Person) -> None:
    person.chooses("Kestrel Health")
    person.presses("Ctrl+J")


def _full(person: Person) -> None:
    person.chooses("Halden Bank")
    person.presses("Ctrl+Shift+J")


def _confirmed(person: Person) -> None:
    person.chooses("Pellworm Data")
    person.presses("Ctrl+J")


def _unfiled(person: Person) -> None:
    person.window.go("unfiled")


PAGES: dict[str, Callable[[Person], None]] = {
    "detail": _detail, "two minutes": _quick, "full": _full, "confirmed": _confirmed, "unfiled": _unfiled,
}  # fmt: skip


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


# Keyboard


def test_f6_goes_round_the_panes_and_back(noa: Person) -> None:
    noa.chooses("Halden Bank")
    window = noa.window

    def pane() -> str:
        focus = QApplication.focusWidget()
        panes = {"sidebar": window.sidebar, "find": window.list.find_field, "table": window.list.table,
                 "detail": window.side_stack}  # fmt: skip
        return next((name for name, each in panes.items() if each is focus or each.isAncestorOf(focus)), "nowhere")

    passed = [pane()]
    for _step in range(4):
        noa.presses("F6")
        passed.append(pane())
    assert passed == ["table", "detail", "sidebar", "find", "table"]
    noa.presses("Shift+F6")
    assert pane() == "find"


def _by_tab(person: Person) -> tuple[set[QWidget], set[QWidget]]:
    """What takes the keyboard on this page, and what Tab reaches of it."""
    root = QApplication.activeModalWidget() or person.window
    wanted = {each for each in sight.every(root) if sight.takes_tab(each) and not each.isWindow() and _has_a_turn(each)}
    reached: set[QWidget] = set()
    for _step in range(len(wanted) + 40):
        person.presses("Tab")
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
        if wanted <= reached:
            break
    return wanted, reached


def _has_a_turn(widget: QWidget) -> bool:
    """Not what another widget takes the keyboard for, and of exclusive ones only the chosen."""
    if widget.focusProxy() is not None or not widget.isEnabled():
        return False
    exclusive = bool(widget.property("autoExclusive"))
    return not exclusive or bool(widget.property("checked"))


FORMS: dict[str, Callable[[Person], None]] = {
    "new interview": lambda person: person.presses("Ctrl+N"),
    "new application": lambda person: person.presses("Ctrl+Shift+N"),
    "application": lambda person: person.presses("Ctrl+I"),
    "date and people": lambda person: person.presses("Ctrl+E"),
    "correct": lambda person: person.window.actions_["correct"].trigger(),
    "preview": lambda person: person.presses("Ctrl+P"),
    "shortcuts": lambda person: person.presses("F1"),
}


@pytest.mark.parametrize("page", [*PAGES, *FORMS])
def test_tab_reaches_everything_and_everything_has_a_name(noa: Person, page: str) -> None:
    if page in PAGES:
        PAGES[page](noa)
    else:
        noa.chooses("Halden Bank")
        FORMS[page](noa)
    noa.settle(30)
    wanted, reached = _by_tab(noa)
    assert len(wanted) > 1
    missed = [f"{type(each).__name__} “{sight.name_of(each)}”" for each in wanted - reached if each.isVisible()]
    assert not missed, f"Tab does not reach {missed}"
    unnamed = [repr(each) for each in wanted | reached if not sight.name_of(each)]
    assert not unnamed, f"no name: {unnamed}"


def test_the_keys_of_the_table_are_silent_in_the_editor(noa: Person) -> None:
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+J")
    found = sight.button(noa.window, "calm")
    assert found is not None
    noa.points_at(found)
    noa.presses("Del")
    noa.presses("Esc")
    noa.until(lambda: noa.window.place == "interviews", "the table")
    assert noa.rows("Kestrel Health"), "Del on a feeling deleted the interview"


def test_first_run_by_tab(newcomer: Person) -> None:
    wanted, reached = _by_tab(newcomer)
    assert wanted <= reached and all(sight.name_of(each) for each in wanted)


ELSEWHERE = {"close", "quit", "open_sample", "leave_sample"}  # each has a story of its own
QUIET = {"cut", "copy", "select_all", "normal", "interviews"}  # for a text, or already so


def _state(person: Person) -> object:
    window = person.window
    return (
        person.words(), person.focus, window.place, vars(window.preferences).copy(), window.windowState(),
        window.list.current(), window.isVisible(), [str(each) for each in map(type, sight.windows())],
        QApplication.activePopupWidget(), window.list.table.verticalHeader().defaultSectionSize(),
        window.list.head.isVisible(), repr(window.list.table.rowHeight(1)),
        repr(vars(window.preferences)), window.look.dark,
    )  # fmt: skip


def test_every_action_that_can_be_chosen_does_something(noa: Person) -> None:
    noa.copies("Some words that are no email.")
    silent = []
    for act, action in noa.window.actions_.named():
        if act.key in ELSEWHERE | QUIET or action.menu():
            continue
        noa.window.show_interviews()
        noa.window.list.set_filter("")
        noa.chooses("Halden Bank", twice=False) if noa.rows("Halden Bank") else noa.window.list.select_first()
        noa.settle()
        if not (action.isEnabled() and action.isVisible()):
            continue
        before = _state(noa)
        was_on = action.isCheckable() and action.isChecked()
        action.trigger()
        for _turn in range(40):
            noa.settle(10)
            if was_on or _state(noa) != before:
                break
        else:
            silent.append(act.key)
        if act.key == "palette":
            noa.presses("Esc")
        for _dialog in range(3):
            if (over := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
                over.close()
                noa.settle(10)
        if noa.window.post.is_reviewing:
            noa.window.post.not_now()
        if noa.window.windowState() & Qt.WindowState.WindowFullScreen:
            noa.window.setWindowState(Qt.WindowState.WindowNoState)
    assert not silent, f"chosen, and nothing happened: {silent}"


def test_other_windows_leave_the_journal_alone(noa: Person) -> None:
    for key in ("F1", "Ctrl+I", "Ctrl+E", "Ctrl+P", "Ctrl+N", "Ctrl+Shift+N", "Ctrl+O"):
        noa.chooses("Halden Bank")
        before = given.everything(noa.window.desk.journal)
        noa.presses(key)
        noa.until(lambda: QApplication.activeModalWidget(), f"what {key} opens")
        noa.presses("Esc")
        noa.until(lambda: not QApplication.activeModalWidget(), f"{key} closed by Esc")
        assert given.everything(noa.window.desk.journal) == before


def test_the_journal_of_a_sitting_can_be_opened_again(noa: Person) -> None:
    noa.chooses("Halden Bank")
    noa.presses("Del")
    noa.presses("Ctrl+W")
    noa.until(lambda: noa.app is not None and noa.app.window is None, "the window closed")
    with open_journal(noa.here.journal, given.clock, create=False) as journal:
        assert check(journal) == []
