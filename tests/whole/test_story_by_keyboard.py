"""All of it without a mouse: panes, Tab, names, and every action of the menus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from whole import given, sight
from whole.pages import PAGES
from whole.person import Person


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
