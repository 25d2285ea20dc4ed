"""What the window asks a person: every form, the palette and the pages of help, opened for what is looked at.

Forms are imported when they are wanted: the first window needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from afterword.journal import applications, interviews, searches
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.window import Window


class Asking(QObject):
    """Belongs to one window; what a form answers is done by the form itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk, self._actions = window, window.desk, window.actions_

    # What is looked at

    @property
    def interview(self) -> int:
        """The interview in the editor, or the one that is selected; 0 for none."""
        if self._window.place == "debrief":
            return self._window.debrief.interview_id
        row = self._window.list.current()
        return row.id if row and row.kind == "interview" else 0

    @property
    def application(self) -> int:
        """The application of what is in the editor or selected; 0 for none."""
        if self._window.place == "debrief" and self._window.debrief.interview_id:
            return interviews.story(self._desk.journal, self._window.debrief.interview_id).application.id
        row = self._window.list.current()
        return row.application_id if row else 0

    # Forms

    def new_interview(self) -> None:
        from afterword.screen.forms.new import NewInterview

        form = NewInterview(self._window.look, self._desk, self._window)
        form.made.connect(self._noted)
        self._show(form)

    def _noted(self, key: int) -> None:
        story = interviews.story(self._desk.journal, key)
        self._window.select(key)
        if story.held:
            self._window.open_debrief(key, "quick")
        else:
            self._window.say(_("{company} is coming up.").format(company=story.application.company), undo=True)

    def new_application(self) -> None:
        from afterword.screen.forms.new import NewApplication

        form = NewApplication(self._window.look, self._desk, self._window)
        form.made.connect(self._window.select)
        self._show(form)

    def edit_application(self, application_id: int = 0) -> None:
        from afterword.screen.forms.application import ApplicationForm

        key = application_id or self.application
        if key:
            self._show(ApplicationForm(self._window.look, self._desk, key, self._window))

    def edit_interview(self) -> None:
        from afterword.screen.forms.interview import InterviewForm

        key = self.interview
        if key:
            self._show(InterviewForm(self._window.look, self._desk, key, self._window))

    def edit_company(self) -> None:
        from afterword.screen.forms.company import CompanyForm

        key = self.application
        if key:
            company = applications.fact(self._desk.journal, key).company_id
            self._show(CompanyForm(self._window.look, self._desk, company, self._window))

    def new_search(self) -> None:
        from afterword.screen.forms.search import NewSearch

        form = NewSearch(self._window.look, self._desk, self._window)
        form.made.connect(self._window.choose_search)
        self._show(form)

    def edit_search(self) -> None:
        """The job search that is looked at; the newest when all are."""
        from afterword.screen.forms.search import SearchForm

        every = searches.every(self._desk.journal)
        chosen = [each for each in every if each.id == self._window.preferences.search] or every[:1]
        if chosen:
            self._show(SearchForm(self._window.look, self._desk, chosen[0], self._window))

    def correct(self) -> None:
        from afterword.screen.forms.correct import CorrectForm

        key = self.application
        if key:
            self._show(CorrectForm(self._window.look, self._desk, key, self._window))

    # Finding, help

    def palette(self) -> None:
        from afterword.screen.forms.palette import Palette

        for open_already in self._window.findChildren(Palette):
            open_already.close()
        palette = Palette(self._window.look, self._desk, self._actions, self._window)
        palette.interview_wanted.connect(self._window.select)
        palette.show()

    def about(self) -> None:
        from afterword.screen.forms.help import AboutDialog

        self._show(AboutDialog(self._window.look, self._window))

    def shortcuts(self) -> None:
        from afterword.screen.forms.help import ShortcutsDialog

        self._show(ShortcutsDialog(self._window.look, self._actions, self._window))

    def where(self) -> None:
        from afterword.screen.forms.help import WhereDialog

        self._show(WhereDialog(self._window.look, self._desk.journal.path, self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
