"""What the window's actions do: each method reads like the thing a person asked for.

Printing is imported when it is wanted: the first window needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from afterword.journal import applications, interviews
from afterword.journal.terms import PENDING, Outcome, Status
from afterword.screen.arranging import Arranging
from afterword.screen.asking import Asking
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
        self.arranging, self.asking = Arranging(window), Asking(window)

    def connect_actions(self) -> None:
        """Give each action what it does, by its name."""
        for does in (self._acts(), self._views()):
            for key, act in does.items():
                self._actions[key].triggered.connect(lambda _on=False, a=act: a())
        self._connect_outcomes()
        self.arranging.connect_actions()

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Actions that change something, or ask for what to change."""
        window, asking = self._window, self.asking
        return {
            "add_email": self.add_email,
            "application": asking.edit_application,
            "company": asking.edit_company,
            "correct": asking.correct,
            "delete": self.delete,
            "edit_cell": window.list.edit_cell,
            "edit_interview": asking.edit_interview,
            "edit_search": asking.edit_search,
            "full_debrief": lambda: self._debrief("full"),
            "leave_sample": window.own_wanted.emit,
            "new_application": asking.new_application,
            "new_interview": asking.new_interview,
            "new_search": asking.new_search,
            "open_sample": window.sample_wanted.emit,
            "outcome_popup": window.list.popup_outcome,
            "paste_email": lambda: window.post.paste(),
            "read_archive": lambda: window.post.choose_archive(),
            "read_folder": lambda: window.post.choose_archive(folder=True),
            "redo": self.redo,
            "two_minutes": lambda: self._debrief("quick"),
            "undo": self.undo,
        }

    def _views(self) -> dict[str, Callable[[], object]]:
        """Actions that look at something, go somewhere, or print."""
        window, asking = self._window, self.asking
        return {
            "about": asking.about,
            "back": window.show_interviews,
            "close": window.close,
            "find": self.find,
            "forward": self._forward,
            "interviews": window.show_interviews,
            "lessons": lambda: window.go("lessons"),
            "next_interview": lambda: window.list.step(1),
            "palette": asking.palette,
            "previous_interview": lambda: window.list.step(-1),
            "print": self.print_here,
            "print_record": self.print_record,
            "print_search": self.print_search,
            "print_sheet": self.print_sheet,
            "quit": window.close,
            "save_day": self.save_day,
            "save_days": self.save_days,
            "save_pdf": lambda: self.print_here(save=True),
            "shortcuts": asking.shortcuts,
            "unfiled": lambda: window.go("unfiled"),
            "versions": lambda: window.debrief.show_versions(),
            "archive": lambda: window.go("archive"),
            "learned": lambda: window.go("learned"),
            "waiting": lambda: window.go("waiting"),
            "where": asking.where,
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
        for key in ("application", "company", "correct", "outcome_popup", *OUTCOMES):
            actions[key].setEnabled(writing or current is not None)
        for key in ("print", "save_pdf"):
            actions[key].setEnabled(writing or current is not None or window.place == "lessons")
        for key in DECISIONS:
            actions[key].setEnabled(bool(current and current.status == Status.OFFER))
        elsewhere = window.place in ("unfiled", "learned")
        actions["delete"].setEnabled(elsewhere or (window.place == "interviews" and current is not None))
        actions["save_day"].setEnabled(current is not None and current.status in PENDING)
        actions["versions"].setEnabled(writing)
        actions["back"].setEnabled(window.place not in ("interviews", "first_run"))
        actions["forward"].setEnabled(not writing and bool(window.last_written))
        actions["leave_sample"].setVisible(window.sample)
        actions["open_sample"].setVisible(not window.sample)
        actions["unfiled"].setVisible(bool(window.unfiled_count))
        actions["archive"].setVisible(window.rooms.has_archive)

    # Changes

    def add_email(self) -> None:
        self._window.post.choose_files()

    def set_outcome(self, outcome: Outcome) -> None:
        row = self._window.list.current()
        if row is None:
            return
        self._try(
            lambda: self._desk.do(interviews.set_outcome, row.id, outcome),
            _("{company} is marked {outcome}.").format(company=row.company, outcome=outcome.label),
        )

    def decide(self, status: Status) -> None:
        row = self._window.list.current()
        if row is not None:
            self._try(
                lambda: self._desk.do(applications.move, row.application_id, status),
                _("{company} is marked {outcome}.").format(company=row.company, outcome=status.label),
            )

    def delete(self) -> None:
        """What is chosen on the page that is seen: a letter that waits, a correction, else the row of the table."""
        window = self._window
        row = window.list.current()
        if window.place == "unfiled":
            window.post.unfiled.forget()
            return
        if window.place == "learned":
            window.rooms.learned.forget()
            return
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

    def print_here(self, *, save: bool = False) -> None:
        """What is looked at: the interview in the editor or selected, else the search."""
        if self._window.place == "lessons":
            self.print_lessons(save=save)
            return
        row = self._window.list.current()
        key = self.asking.interview or (row.id if row is not None else 0)
        if key:
            self.print_interview(key, save=save)
        else:
            self.print_search(save=save)

    def print_lessons(self, *, save: bool = False) -> None:
        from afterword.screen import prints

        prints.lessons(self._window, save=save)

    def print_record(self) -> None:
        from afterword.screen import prints

        if self._window.leave_debrief():
            prints.record(self._window)

    def print_interview(self, key: int, *, save: bool = False) -> None:
        from afterword.screen import prints

        if self._window.leave_debrief():
            prints.interview(self._window, key, save=save)

    def print_sheet(self) -> None:
        upcoming = interviews.next_up(self._desk.journal, days=3650)
        if upcoming is None:
            self._window.say(_("There is no interview ahead to print a sheet for."))
        else:
            self.print_sheet_of(upcoming.id)

    def print_sheet_of(self, key: int) -> None:
        from afterword.screen import prints

        prints.sheet(self._window, key)

    def save_day(self) -> None:
        """The interview that is chosen, for a calendar."""
        from afterword.screen import calendars

        row = self._window.list.current()
        if row is not None:
            calendars.save_row(self._window, row)

    def save_days(self) -> None:
        from afterword.screen import calendars

        calendars.save_all(self._window)

    def print_search(self, *, save: bool = False) -> None:
        from afterword.screen import prints

        prints.search(self._window, self._window.preferences.search, save=save)

    # The window itself

    def _debrief(self, mode: str) -> None:
        key = self.asking.interview
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
