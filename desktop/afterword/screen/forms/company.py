"""A company: its name everywhere at once, and what is worth knowing about it."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from afterword.journal import companies
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.words import _


class CompanyForm(Sheet):
    """Renaming reaches every application to this company."""

    def __init__(self, look: Look, desk: Desk, company_id: int, parent: QWidget) -> None:
        fact = companies.fact(desk.journal, company_id)
        super().__init__(look, parent, _("Company"), _("A new name is shown in all applications to it."))
        self._desk, self._id = desk, company_id
        self.name, self.industry = text_field(fact.name), text_field(fact.industry)
        self.people, self.site = text_field(fact.size_band), text_field(fact.site)
        self.notes = QPlainTextEdit(fact.notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(look.px(90))
        for text, field in (
            (_("Name"), self.name), (_("Industry"), self.industry), (_("People there"), self.people),
            (_("Web page"), self.site), (_("Notes"), self.notes),
        ):  # fmt: skip
            self.add(text, field)
        self.finish(_("Save"), self._save)

    def _save(self) -> None:
        self._desk.do(
            companies.edit, self._id, name=self.name.text().strip(), industry=self.industry.text().strip(),
            size_band=self.people.text().strip(), site=self.site.text().strip(), notes=self.notes.toPlainText(),
        )  # fmt: skip
        self.accept()
