"""What stands in place of the table when a filter finds nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import Elide
from afterword.words import _


class Nothing(QWidget):
    """One sentence, and the way back."""

    clear_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sentence = Elide(look, "", "body", "text2")
        self.clear = button(look, _("Clear"))
        self.clear.clicked.connect(self.clear_wanted)
        line = row("*", self._sentence, "*", margins=(24, 0, 24, 0))
        self.setLayout(column(48, line, row("*", self.clear, "*"), "*", space=12))

    def set_text(self, text: str) -> None:
        self._sentence.set_text(_("Nothing matches {text}.").format(text=text))
