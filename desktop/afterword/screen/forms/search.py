"""A job search: begun, renamed, ended. A search is a period with a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from afterword.journal import searches
from afterword.journal.stories import SearchFact
from afterword.journal.terms import WorkerType
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import DayField, choice, chosen, text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.choices import Tick
from afterword.trouble import Trouble
from afterword.words import _, n_


class NewSearch(Sheet):
    """A name is enough; new applications belong to the newest search that is not ended."""

    made = Signal(object)

    def __init__(self, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(look, parent, _("New job search"), _("A period with a name. New applications belong to it."))
        self._desk = desk
        today = desk.journal.now().date()
        self.name = text_field(searches.season_name(today))
        self.add(_("Name"), self.name)
        self.as_ = choice(WorkerType, WorkerType.EMPLOYEE)
        self.add(_("You look as"), self.as_)
        self.since = DayField(today)
        self.add(_("Since"), self.since)
        self.goal = text_field(hint=_("what you would like to learn; may stay empty"))
        self.add(_("Goal"), self.goal)
        self.finish(_("Begin it"), self._save)
        self.name.selectAll()
        self.name.setFocus()

    def _save(self) -> None:
        key = self._desk.do(
            searches.begin, self.name.text().strip(), chosen(self.as_), self.since.day(), self.goal.text().strip()
        )
        self.accept()
        self.made.emit(key)


class SearchForm(Sheet):
    """Rename a search, or end it; ending never closes an application."""

    def __init__(self, look: Look, desk: Desk, search: SearchFact, parent: QWidget) -> None:
        told = n_("{n} application", "{n} applications", search.applications)
        super().__init__(look, parent, _("Job search"), told)
        self._desk, self._search = desk, search
        self.name = text_field(search.name)
        self.add(_("Name"), self.name)
        self.ended = Tick(look, _("It is over"), on=search.ended_on is not None)
        self.ended.setEnabled(search.ended_on is None)
        self.fields.addRow("", self.ended)
        self.on = DayField(search.ended_on or desk.journal.now().date())
        self.add(_("Ended on"), self.on)
        self.anyway = Tick(look, _("End it although some applications are still open"))
        self.anyway.hide()
        self.fields.addRow("", self.anyway)
        self.finish(_("Save"), self._save)

    def _save(self) -> None:
        try:
            self._desk.do(
                searches.settle, self._search.id, self.name.text().strip(),
                self.on.day() if self.ended.isChecked() and self._search.ended_on is None else None,
                anyway=self.anyway.isChecked(),
            )  # fmt: skip
        except Trouble:
            self.anyway.setVisible(self.ended.isChecked())
            raise
        self.accept()
