"""The little menu that says what became of a row: one letter each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from afterword.journal.interviews import LETTERS
from afterword.journal.stories import Row
from afterword.words import _


class OutcomeMenu(QMenu):
    """Opens beside a row; a letter, Enter or a click chooses, Esc leaves all as it is."""

    wanted = Signal(str)

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(_("Set outcome"), parent)
        self.setAccessibleName(_("Outcome of {company}").format(company=row.company))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for letter, outcome in LETTERS.items():
            action = self.addAction(f"{outcome.label}\t{letter}")
            action.setData(letter)
            action.setCheckable(True)
            action.setChecked(row.outcome == outcome)
            if row.outcome == outcome:
                self.setActiveAction(action)
        self.triggered.connect(lambda action: self.wanted.emit(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        found = next((action for action in self.actions() if letter and action.data() == letter), None)
        if found is None:
            super().keyPressEvent(event)
            return
        self.close()
        found.trigger()
