"""Correct a mistake: says what really is; the history keeps both."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from afterword.journal import applications
from afterword.journal.terms import Status
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import MomentField, choice, chosen, text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.words import _


class CorrectForm(Sheet):
    """Any state may follow any other here; a correction is written as one."""

    def __init__(self, look: Look, desk: Desk, application_id: int, parent: QWidget) -> None:
        fact = applications.fact(desk.journal, application_id)
        intro = _("{company} is marked {status}. Say what it really is; the history keeps both.")
        super().__init__(
            look, parent, _("Correct a mistake"), intro.format(company=fact.company, status=Status(fact.status).label)
        )
        self._desk, self._id = desk, application_id
        self.status = choice(Status, fact.status)
        self.add(_("It is"), self.status)
        self.at = MomentField(fact.since)
        self.add(_("Since"), self.at)
        self.note = text_field(hint=_("for yourself; may stay empty"))
        self.add(_("Note"), self.note)
        self.finish(_("Correct it"), self._save)

    def _save(self) -> None:
        self._desk.do(
            applications.correct, self._id, Status(chosen(self.status)), self.at.moment(), self.note.text().strip()
        )
        self.accept()
