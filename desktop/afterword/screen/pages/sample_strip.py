"""The strip over a made-up search: says so, and leaves it with one click."""

from __future__ import annotations

from PySide6.QtCore import Signal

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Panel, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.marks import Icon
from afterword.words import _


class SampleStrip(Panel):
    """Nothing in the sample is ever mixed with a person's own journal: it is a file of its own."""

    leave_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "accent_wash", "b")
        self.setAccessibleName(_("This is a made-up search."))
        leave = button(look, _("Leave it"), "soft")
        leave.clicked.connect(self.leave_wanted)
        text = label(_("This is a made-up search. Poke at anything; nothing here is yours."), "body", "text2")
        self.setLayout(row(Icon(look, "compass", "accent", 16), (text, 1), leave, space=10, margins=(16, 6, 12, 6)))
