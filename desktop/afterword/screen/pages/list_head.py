"""The head of the list: its name, what it counts, and what can be done with all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from afterword.journal.stories import SearchFact
from afterword.preferences import Preferences
from afterword.screen.look import Look
from afterword.screen.pieces.buttons import button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.words import N_, _, n_

GROUPS = (
    ("outcome", N_("Outcome")), ("month", N_("Month")), ("company", N_("Company")), ("stage", N_("Stage")),
    ("none", N_("Nothing")),
)  # fmt: skip
SORTS = (
    ("", False, N_("Newest first")), ("at", False, N_("Oldest first")), ("company", False, N_("Company")),
    ("title", False, N_("Role")), ("stage", False, N_("Stage")), ("outcome", False, N_("Outcome")),
    ("lesson", True, N_("What it left")), ("debrief", False, N_("Debrief")),
)  # fmt: skip


class ListHead(QWidget):
    """Title and counts on the left, three things to do on the right."""

    grouped = Signal(str)
    new_wanted = Signal()
    print_wanted = Signal()
    sorted = Signal(str, bool)

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__()
        self._look, self._preferences = look, preferences
        self._line, self._narrow = ("", ""), False
        self._sub = Elide(look, "", "small", "text2")
        self.print = tool(look, "printer", _("Print or save as PDF  (Ctrl+P)"))
        self.print.clicked.connect(self.print_wanted)
        self.new = button(look, _("New interview"), "", "plus")
        self.new.clicked.connect(self.new_wanted)
        self.arrange = tool(look, "arrow-up-down", _("Sort and group"))
        self.arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._choices: list[tuple[QAction, Callable[[], bool]]] = []
        self._fill()
        self.arrange.setMenu(self._menu)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.addWidget(label(_("Interviews"), "page"))
        self._words.addWidget(self._sub)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        for widget in (self.print, self.arrange, self.new):
            self._row.addWidget(widget)

    def _dress(self) -> None:
        px = self._look.px
        self._words.setSpacing(px(2))
        self._row.setSpacing(px(4))
        self._row.setContentsMargins(px(16), px(14), px(14), 0)

    def _fill(self) -> None:
        """The menu: how to group, a line, how to sort."""
        self._menu.addSection(_("Group by"))
        groups = QActionGroup(self)
        for key, text in GROUPS:
            action = self._choice(groups, text, partial(self._is_grouped, key))
            action.triggered.connect(lambda _on=False, k=key: self.grouped.emit(k))
        self._menu.addSection(_("Sort by"))
        sorts = QActionGroup(self)
        for key, down, text in SORTS:
            action = self._choice(sorts, text, partial(self._is_sorted, key, down))
            action.triggered.connect(lambda _on=False, k=key, d=down: self.sorted.emit(k, d))
        self._menu.aboutToShow.connect(self._tick)

    def _choice(self, group: QActionGroup, text: str, now: Callable[[], bool]) -> QAction:
        action = self._menu.addAction(_(text))
        action.setCheckable(True)
        group.addAction(action)
        self._choices.append((action, now))
        return action

    def _is_grouped(self, key: str) -> bool:
        return self._preferences.group == key

    def _is_sorted(self, key: str, down: bool) -> bool:
        return (self._preferences.sort, self._preferences.descending) == (key, down)

    def _tick(self) -> None:
        for action, now in self._choices:
            group = action.actionGroup()
            group.setExclusive(False)
            action.setChecked(now())
            group.setExclusive(True)

    def set_search(self, every: Sequence[SearchFact], search: int, counts: Mapping[str, int]) -> None:
        """Which job search is shown, and how much there is of it."""
        names = [each.name for each in every if search in (0, each.id)]
        name = names[0] if len(names) == 1 else _("All job searches") if names else ""
        numbers = _("{applications}, {interviews}").format(
            applications=n_("{n} application", "{n} applications", counts["applications"]),
            interviews=n_("{n} interview", "{n} interviews", counts["interviews"]),
        )
        self._line = (name, numbers)
        self._write()

    def set_narrow(self, narrow: bool) -> None:
        """Fewer words where there is little room."""
        self._narrow = narrow
        self.new.setText(_("New") if narrow else _("New interview"))
        self._write()

    def _write(self) -> None:
        name, numbers = self._line
        parts = (name,) if self._narrow and name else (name, numbers)
        self._sub.set_text(" · ".join(part for part in parts if part))
