"""On which day to be reminded."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from afterword.journal import waits
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import DayField
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.words import _


class RemindSheet(Sheet):
    """A day; on it, Afterword says a sentence while it runs, or at its next start."""

    def __init__(self, look: Look, desk: Desk, application_id: int, parent: QWidget) -> None:
        super().__init__(
            look, parent, _("Remind me"), _("One sentence on that day, while Afterword runs or when it starts.")
        )
        self._desk, self._key = desk, application_id
        self.on = DayField(desk.journal.now().date() + timedelta(days=7))
        self.add(_("On"), self.on)
        self.finish(_("Remind me"), self._save)

    def _save(self) -> None:
        on = self.on.day()
        assert on is not None
        self._desk.do(waits.remind, self._key, on)
        self.accept()
