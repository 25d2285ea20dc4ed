"""The line above the table: the find field, and the pills that are the same tokens it understands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.buttons import Pill, tool
from afterword.words import N_, _, n_

PILLS = (
    ("is:debrief", N_("Needs a debrief"), "needs_debrief"),
    ("is:waiting", N_("Waiting"), "wait"),
)
NARROW = 520  # px at 100 %: below it the pills stand in a menu


class FindField(QLineEdit):
    """Esc empties it, and goes back to the table when there is nothing to empty; so does arrow down."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterLine(QWidget):
    """Emits `changed` with every key, `chosen` when a pill was pressed; both mean the whole text."""

    changed = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.field = FindField()
        self.field.setObjectName("find")
        self.field.setProperty("flat", True)
        self.field.setPlaceholderText(_("Find a company, question or note"))
        self.field.setAccessibleName(_("Find"))
        self.field.setClearButtonEnabled(True)
        self._glass = QAction(self.field)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._typed)
        self._pills = {token: Pill(look, _(text), count=0) for token, text, _count in PILLS}
        self._menu = QMenu(self)
        self._entries = {token: self._entry(token, _(text)) for token, text, _count in PILLS}
        self._button = tool(look, "list-filter", _("Filter"))
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        for token, pill in self._pills.items():
            pill.clicked.connect(lambda _on=False, t=token: self.toggle(t))
        look.changed.connect(self._dress)
        self._dress()
        self.set_narrow(False)

    def _entry(self, token: str, text: str) -> QAction:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda _on=False: self.toggle(token))
        return action

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        for pill in self._pills.values():
            self._row.addWidget(pill)
        self._row.addWidget(self._button)

    def _dress(self) -> None:
        px = self._look.px
        self._glass.setIcon(self._look.icon("search", "text3", 16))
        self._row.setContentsMargins(px(16), px(10), px(14), px(8))
        self._row.setSpacing(px(6))

    def set_narrow(self, narrow: bool) -> None:
        for pill in self._pills.values():
            pill.setVisible(not narrow)
        self._button.setVisible(narrow)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """What stands beside the pills: keys of `rows.counts`."""
        for token, text, key in PILLS:
            self._pills[token].set_count(counts[key])
            self._entries[token].setText(f"{_(text)}  {counts[key]}")

    def announce(self, count: int) -> None:
        """Say how many rows there are to whoever does not see them."""
        self.field.setAccessibleDescription(n_("{n} row", "{n} rows", count))
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show a text without saying that it was typed."""
        self.field.blockSignals(True)
        self.field.setText(text)
        self.field.blockSignals(False)
        self._show_tokens()

    def toggle(self, token: str) -> None:
        """Put a token into the text, or take it out."""
        words = self.field.text().split()
        kept = [word for word in words if word.casefold() != token]
        self.set_text(" ".join(kept if len(kept) < len(words) else [*words, token]))
        self.chosen.emit(self.text())

    def _typed(self, text: str) -> None:
        self._show_tokens()
        self.changed.emit(text)

    def _show_tokens(self) -> None:
        words = self.field.text().casefold().split()
        for token, pill in self._pills.items():
            pill.setChecked(token in words)
            self._entries[token].setChecked(token in words)
