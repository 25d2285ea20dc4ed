"""How the window is arranged: groups, sorts, columns, density, theme, text size, panes. Kept in the preferences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from afterword.screen.columns import CHOICES
from afterword.screen.pages.list_head import GROUPS, SORTS

if TYPE_CHECKING:
    from afterword.screen.window import Window

SCALES = (90, 100, 110, 120, 130, 140, 150)
PANES = ("sidebar", "detail")


class Arranging(QObject):
    """The View menu: nothing here touches the journal."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_

    def connect_actions(self) -> None:
        """Give each action of the View menu what it does, and the tick it begins with."""
        window, preferences = self._window, self._window.preferences
        for key, _text in GROUPS:
            self._does(f"group_{key}", partial(window.list.set_group, key))
        for key, down, _text in SORTS:
            self._does(f"sort_{key or 'usual'}", partial(window.list.set_sort, key, down))
        for key in ("comfortable", "compact"):
            self._does(f"density_{key}", partial(window.list.set_density, key))
        for key in ("system", "light", "dark"):
            self._does(f"theme_{key}", partial(self.theme, key))
        for key, step in (("larger", 1), ("smaller", -1), ("normal", 0)):
            self._does(key, partial(self.zoom, step))
        for key, step in (("next_pane", 1), ("previous_pane", -1)):
            self._does(key, partial(self.pane, step))
        self._does("full_screen", self._full_screen)
        for key in PANES:
            self._actions[key].setChecked(getattr(preferences, key))
            self._actions[key].toggled.connect(partial(self._toggle_pane, key))
        for column in CHOICES:
            action = self._actions[f"column_{column.key}"]
            action.setChecked(column.key in preferences.columns)
            action.toggled.connect(self._set_columns)
        window.menuBar().hovered.connect(self.refresh)
        self.refresh()

    def _does(self, key: str, act: Callable[[], object]) -> None:
        self._actions[key].triggered.connect(lambda _on=False: act())

    def refresh(self, *_hovered: object) -> None:
        """Tick what is chosen: it may have been chosen on the table itself."""
        preferences = self._window.preferences
        for key in (
            f"group_{preferences.group}", f"sort_{preferences.sort or 'usual'}", f"density_{preferences.density}",
            f"theme_{preferences.theme}",
        ):  # fmt: skip
            self._actions[key].setChecked(True)
        for column in CHOICES:
            action = self._actions[f"column_{column.key}"]
            action.blockSignals(True)
            action.setChecked(column.key in preferences.columns)
            action.blockSignals(False)

    def theme(self, theme: str) -> None:
        """system, light or dark, at once"""
        self._window.preferences.theme = theme
        self._window.look.apply(theme, self._window.preferences.text_scale)

    def zoom(self, step: int) -> None:
        """One size up or down; 0 is the normal size."""
        preferences = self._window.preferences
        at = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - preferences.text_scale))
        preferences.text_scale = SCALES[max(0, min(len(SCALES) - 1, at + step))] if step else 100
        self._window.look.apply(preferences.theme, preferences.text_scale)

    def _full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_pane(self, which: str, on: bool) -> None:
        setattr(self._window.preferences, which, on)
        self._window.fit()

    def _set_columns(self, _on: bool) -> None:
        ticked = [each.key for each in CHOICES if self._actions[f"column_{each.key}"].isChecked()]
        self._window.list.set_columns(["date", *ticked])

    def pane(self, step: int) -> None:
        """The keyboard to the next pane, or the one before."""
        window = self._window
        panes: list[QWidget] = [window.sidebar, window.list.find_field, window.list.table, window.side_stack]
        page = window.stack.currentWidget()
        if window.place != "interviews" and page is not None:
            panes = [window.sidebar, page]
        panes = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus is pane or (focus and pane.isAncestorOf(focus))), -1)
        _focus_inside(panes[(at + step) % len(panes)])


def _focus_inside(pane: QWidget) -> None:
    """Focus a pane, or the first thing in it that takes focus by Tab."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return
