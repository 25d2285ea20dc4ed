"""What the window's actions do: each method reads like the thing a person asked for.

Forms and printing are imported when they are wanted: the first window needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit

from afterword.journal import applications, interviews, searches
from afterword.journal.stories import Row
from afterword.journal.terms import Outcome, Status
from afterword.screen.arranging import Arranging
from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.window import Window

OUTCOMES = {
    "outcome_wait": Outcome.WAIT,
    "outcome_no": Outcome.NO,
    "outcome_offer": Outcome.OFFER,
    "outcome_silent": Outcome.SILENT,
    "outcome_withdrew": Outcome.WITHDREW,
}
ROW_MENU = (
    "two_minutes", "full_debrief", "outcome_popup", "edit_interview", "application", "correct", "print", "delete",
)  # fmt: skip
DECISIONS = {"outcome_accepted": Status.ACCEPTED, "outcome_declined": Status.OFFER_DECLINED}


class Commands(QObject):
    """Belongs to one window, and knows its panes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._actions = window.actions_
        self.arranging = Arranging(window)

    def connect_actions(self) -> None:
        """Give each action what it does, by its name."""
        for does in (self._acts(), self._views()):
            for key, act in does.items():
                self._actions[key].triggered.connect(lambda _on=False, a=act: a())
        self._connect_outcomes()
        self.arranging.connect_actions()

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Actions that change something, or ask for what to change."""
        window = self._window
        return {
            "add_email": self.add_email,
            "application": self.edit_application,
            "company": self.edit_company,
            "correct": self.correct,
            "delete": self.delete,
            "edit_cell": window.list.edit_cell,
            "edit_interview": self.edit_interview,
            "edit_search": self.edit_search,
            "full_debrief": lambda: self._debrief("full"),
            "leave_sample": window.own_wanted.emit,
            "new_application": self.new_application,
            "new_interview": self.new_interview,
            "new_search": self.new_search,
            "open_sample": window.sample_wanted.emit,
            "outcome_popup": window.list.popup_outcome,
            "paste_email": lambda: window.post.paste(),
            "redo": self.redo,
            "two_minutes": lambda: self._debrief("quick"),
            "undo": self.undo,
        }

    def _views(self) -> dict[str, Callable[[], object]]:
        """Actions that look at something, go somewhere, or print."""
        window = self._window
        return {
            "about": self.about,
            "back": window.show_interviews,
            "close": window.close,
            "find": self.find,
            "forward": self._forward,
            "interviews": window.show_interviews,
            "next_interview": lambda: window.list.step(1),
            "palette": self.palette,
            "previous_interview": lambda: window.list.step(-1),
            "print": self.print_here,
            "print_search": self.print_search,
            "print_sheet": self.print_sheet,
            "quit": window.close,
            "save_pdf": self.print_here,
            "shortcuts": self.shortcuts,
            "unfiled": lambda: window.go("unfiled"),
            "versions": lambda: window.debrief.show_versions(),
            "where": self.where,
        }

    def _connect_outcomes(self) -> None:
        for key, outcome in OUTCOMES.items():
            self._actions[key].triggered.connect(lambda _on=False, o=outcome: self.set_outcome(o))
        for key, status in DECISIONS.items():
            self._actions[key].triggered.connect(lambda _on=False, s=status: self.decide(s))
        for key in ("cut", "copy", "paste", "select_all"):
            self._actions[key].triggered.connect(lambda _on=False, k=key: self._edit_text(k))
        self._window.list.set_menu_actions([self._actions[key] for key in ROW_MENU])

    def refresh(self) -> None:
        """Which actions can be done now, and what undo would undo."""
        desk, window, actions = self._desk, self._window, self._actions
        current = window.list.current()
        writing = window.place == "debrief"
        for key, name, text in (("undo", desk.undo_name, _("Undo {name}")), ("redo", desk.redo_name, _("Redo {name}"))):
            actions[key].setText(text.format(name=name).strip() if name else text.format(name="").strip())
        interview = writing or bool(current and current.kind == "interview")
        for key in ("two_minutes", "full_debrief", "edit_interview"):
            actions[key].setEnabled(interview)
        for key in ("application", "company", "correct", "outcome_popup", *OUTCOMES, "print", "save_pdf"):
            actions[key].setEnabled(writing or current is not None)
        for key in DECISIONS:
            actions[key].setEnabled(bool(current and current.status == Status.OFFER))
        actions["delete"].setEnabled(current is not None and not writing)
        actions["versions"].setEnabled(writing)
        actions["back"].setEnabled(window.place in ("debrief", "unfiled"))
        actions["forward"].setEnabled(not writing and bool(window.last_written))
        actions["leave_sample"].setVisible(window.sample)
        actions["open_sample"].setVisible(not window.sample)
        actions["unfiled"].setVisible(bool(window.unfiled_count))

    # Changes

    def new_interview(self) -> None:
        from afterword.screen.forms.new import NewInterview

        form = NewInterview(self._window.look, self._desk, self._window)
        form.made.connect(self._noted)
        form.troubled.connect(self._window.trouble)
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
        form.troubled.connect(self._window.trouble)
        self._show(form)

    def add_email(self) -> None:
        self._window.post.choose_files()

    def edit_application(self, application_id: int = 0) -> None:
        from afterword.screen.forms.application import ApplicationForm

        key = application_id or self._application()
        if key:
            form = ApplicationForm(self._window.look, self._desk, key, self._window)
            form.troubled.connect(self._window.trouble)
            self._show(form)

    def edit_interview(self) -> None:
        from afterword.screen.forms.interview import InterviewForm

        key = self._interview()
        if key:
            form = InterviewForm(self._window.look, self._desk, key, self._window)
            form.troubled.connect(self._window.trouble)
            self._show(form)

    def edit_company(self) -> None:
        from afterword.screen.forms.company import CompanyForm

        key = self._application()
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

        key = self._application()
        if key:
            form = CorrectForm(self._window.look, self._desk, key, self._window)
            form.troubled.connect(self._window.trouble)
            self._show(form)

    def set_outcome(self, outcome: Outcome) -> None:
        row = self._row()
        if row is None:
            return
        self._try(
            lambda: self._desk.do(interviews.set_outcome, row.id, outcome),
            _("{company} is marked {outcome}.").format(company=row.company, outcome=outcome.label),
        )

    def decide(self, status: Status) -> None:
        row = self._row()
        if row is not None:
            self._try(
                lambda: self._desk.do(applications.move, row.application_id, status),
                _("{company} is marked {outcome}.").format(company=row.company, outcome=status.label),
            )

    def delete(self) -> None:
        row = self._window.list.current()
        if row is None:
            return
        remove = interviews.remove if row.kind == "interview" else applications.remove
        self._try(lambda: self._desk.do(remove, row.id), _("Deleted {company}.").format(company=row.company))

    def undo(self) -> None:
        """The words being typed first, where there are any; then the last act."""
        focus = QApplication.focusWidget()
        if (isinstance(focus, QTextEdit | QPlainTextEdit) and focus.document().isUndoAvailable()) or (
            isinstance(focus, QLineEdit) and focus.isUndoAvailable()
        ):
            focus.undo()
        else:
            self._window.leave_debrief()
            self._back_and_forth(self._desk.undo, _("Undone: {name}"), _("There is nothing to undo."))

    def redo(self) -> None:
        focus = QApplication.focusWidget()
        if (isinstance(focus, QTextEdit | QPlainTextEdit) and focus.document().isRedoAvailable()) or (
            isinstance(focus, QLineEdit) and focus.isRedoAvailable()
        ):
            focus.redo()
        else:
            self._back_and_forth(self._desk.redo, _("Done again: {name}"), _("There is nothing to redo."))

    def _back_and_forth(self, act: Callable[[], object], sentence: str, nothing: str) -> None:
        try:
            change = act()
        except Trouble as trouble:
            self._window.trouble(trouble)
            return
        name = getattr(change, "name", "")
        if change is None:
            self._window.say(nothing)
        elif name:
            self._window.say(sentence.format(name=name))

    def _try(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except Trouble as trouble:
            self._window.trouble(trouble)
        else:
            self._window.say(said, undo=True)

    # Looking, printing

    def find(self) -> None:
        self._window.show_interviews()
        self._window.list.find()

    def palette(self) -> None:
        from afterword.screen.forms.palette import Palette

        palette = Palette(self._window.look, self._desk, self._actions, self._window)
        palette.interview_wanted.connect(self._window.select)
        palette.show()

    def print_here(self) -> None:
        """What is looked at: the interview in the editor or selected, else the search."""
        key = self._interview()
        row = self._window.list.current()
        if key:
            self.print_interview(key)
        elif row is not None:
            self.print_interview(row.id)
        else:
            self.print_search()

    def print_interview(self, key: int) -> None:
        from afterword.screen import prints

        if self._window.leave_debrief():
            prints.interview(self._window, key)

    def print_sheet(self) -> None:
        upcoming = interviews.next_up(self._desk.journal, days=3650)
        if upcoming is None:
            self._window.say(_("There is no interview ahead to print a sheet for."))
        else:
            self.print_sheet_of(upcoming.id)

    def print_sheet_of(self, key: int) -> None:
        from afterword.screen import prints

        prints.sheet(self._window, key)

    def print_search(self) -> None:
        from afterword.screen import prints

        prints.search(self._window, self._window.preferences.search)

    # Help

    def about(self) -> None:
        from afterword.screen.forms.help import AboutDialog

        self._show(AboutDialog(self._window.look, self._window))

    def shortcuts(self) -> None:
        from afterword.screen.forms.help import ShortcutsDialog

        self._show(ShortcutsDialog(self._window.look, self._actions, self._window))

    def where(self) -> None:
        from afterword.screen.forms.help import WhereDialog

        self._show(WhereDialog(self._window.look, self._desk.journal.path, self._window))

    # The window itself

    def _debrief(self, mode: str) -> None:
        key = self._interview()
        if key:
            self._window.open_debrief(key, mode)

    def _forward(self) -> None:
        last = self._window.last_written
        if last and self._window.place != "debrief":
            self._window.open_debrief(last)

    def _edit_text(self, key: str) -> None:
        focus = QApplication.focusWidget()
        method = getattr(focus, {"select_all": "selectAll"}.get(key, key), None)
        if callable(method):
            method()
        elif key == "paste":
            self._window.post.paste()

    def _row(self) -> Row | None:
        return self._window.list.current()

    def _interview(self) -> int:
        if self._window.place == "debrief":
            return self._window.debrief.interview_id
        row = self._row()
        return row.id if row and row.kind == "interview" else 0

    def _application(self) -> int:
        if self._window.place == "debrief" and self._window.debrief.interview_id:
            return interviews.story(self._desk.journal, self._window.debrief.interview_id).application.id
        row = self._row()
        return row.application_id if row else 0

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
