"""The debrief editor: one interview at a time, two minutes or in full, saved while it is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from afterword.journal.change import Change
from afterword.journal.prompts import PromptSet
from afterword.preferences import Preferences
from afterword.screen.debrief import acts
from afterword.screen.debrief.bars import Enough, NotSaved, Told, TopBar
from afterword.screen.debrief.full import FullPage
from afterword.screen.debrief.guard import Guard
from afterword.screen.debrief.quick import QuickPage
from afterword.screen.debrief.saving import Field, Saving
from afterword.screen.debrief.sitting import Sitting
from afterword.screen.debrief.success import SuccessPage
from afterword.screen.debrief.versions import VersionsDialog
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.trouble import Trouble
from afterword.words import _

NARROW = 1100  # below this width of the window × text size there is room for one column only
QUICK, FULL = 0, 1


class DebriefPage(QWidget):
    """Open with `open`; leave with `flush`, which says whether it may be left."""

    closed = Signal()
    print_wanted = Signal(object)  # interview id
    troubled = Signal(Trouble)

    def __init__(
        self, look: Look, desk: Desk, prompts: dict[str, PromptSet], preferences: Preferences, rescue: Path
    ) -> None:
        super().__init__()
        self.setObjectName("debrief")
        self.setAccessibleName(_("Debrief"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.look, self._desk, self._prompts, self._preferences = look, desk, prompts, preferences
        self._rescue = rescue
        self.interview_id = 0
        self.sitting: Sitting | None = None
        self.page: QuickPage | SuccessPage | FullPage | None = None
        self._mode = "quick"
        self._last: Field | None = None
        self._guard = Guard()
        self.bar = TopBar(look)
        self.not_saved, self.enough, self.told = NotSaved(look), Enough(look), Told(look)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        for each in (self.bar, self.not_saved, self.enough, self.told):
            self._down.addWidget(each)
        self._wire()

    def _wire(self) -> None:
        self.bar.back.connect(self.leave)
        self.bar.chosen.connect(self._switch)
        self.bar.print_wanted.connect(lambda: self.print_wanted.emit(self.interview_id))
        self._desk.changed.connect(self._changed)
        self.enough.close_wanted.connect(self.leave)
        self.look.changed.connect(self.fit)
        self.not_saved.again.connect(self.flush)
        self.not_saved.elsewhere.connect(self._ask_elsewhere)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        for keys, act in (
            ("Ctrl+Return", self.add_question), ("Ctrl+Enter", self.add_question),
            ("Alt+Up", lambda: self._move_question(-1)), ("Alt+Down", lambda: self._move_question(1)),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Opening and leaving

    def open(self, interview_id: int, mode: str = "quick") -> None:
        """Write about one interview: quick, full, decision (the day of the answer) or success."""
        if not self.flush():
            return
        saving = Saving(self._rescue, self._desk.journal.now, self)
        try:
            sitting = Sitting(self.look, self._desk, self._prompts, self._preferences, saving, interview_id, self)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return
        saving.about = ", ".join(
            part for part in (sitting.story.application.company, sitting.story.application.title) if part
        )
        self._put_away()
        self.interview_id, self.sitting, self._mode = interview_id, sitting, mode
        sitting.troubled.connect(self.troubled)
        sitting.told.connect(self.told.say)
        saving.waiting.connect(lambda: self.bar.say(_("Writing…"), False))
        saving.saved.connect(self._saved)
        saving.failed.connect(self._failed)
        for strip in (self.not_saved, self.enough, self.told):
            strip.hide()
        self.bar.show_story(sitting.story)
        self.bar.say(_("Saved") if sitting.story.debrief > 0 else "", sitting.story.debrief > 0)
        self._show(FULL if mode == "full" else QUICK)
        if self._guard.opened(sitting.story):
            self._say_enough()

    def flush(self) -> bool:
        """Save everything now. False when words would be lost by leaving; then the page says why."""
        if self.sitting is None:
            return True
        self.sitting.leaving.emit()
        return self.sitting.saving.flush()

    def leave(self) -> None:
        """Back to the interviews, once everything is safe."""
        if self.flush():
            self.closed.emit()

    def _put_away(self) -> None:
        if self.page is not None:
            self._down.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = None
        self._last = None
        if self.sitting is not None:
            self.sitting.saving.deleteLater()
            self.sitting.deleteLater()
            self.sitting = None

    # The pages

    def _switch(self, which: int) -> None:
        if not self.flush():
            self.bar.switch.set_current(1 - which)
            return
        self._show(which)

    def _show(self, which: int) -> None:
        """The page for this place of the switch; made anew, so that it shows what the other one wrote."""
        sitting, old = self.sitting, self.page
        assert sitting is not None
        if old is not None:
            sitting.saving.forget(*sitting.saving.fields)
            self._last = None
            self._down.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.page = self._make(sitting, which)
        self._down.addWidget(self.page, 1)
        self.bar.switch.set_current(which)
        self.fit()
        if isinstance(self.page, FullPage):
            self.page.start_at(bool(sitting.story.questions))
        else:
            QTimer.singleShot(0, self.page, self._focus_first)

    def _make(self, sitting: Sitting, which: int) -> QuickPage | SuccessPage | FullPage:
        if which == FULL:
            full = FullPage(sitting)
            full.enough.connect(self._finish)
            full.later.connect(self.leave)
            return full
        success = self._mode == "success" or (self._mode != "decision" and sitting.story.outcome == "offer")
        page = SuccessPage(sitting) if success else QuickPage(sitting, self._kind(sitting))
        page.enough.connect(self._finish)
        page.go_on.connect(lambda: self._switch(FULL))
        return page

    def _kind(self, sitting: Sitting) -> str:
        return "decision" if self._mode == "decision" and sitting.decided else sitting.quick_kind()

    def _focus_first(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.page is not None and self.page.isAncestorOf(focus)
        if self.page is not None and self.isVisible() and not inside:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.focusNextPrevChild(True)

    def _finish(self) -> None:
        """Enough for today: it is whole, however little it is."""
        sitting, page = self.sitting, self.page
        if sitting is None or page is None or not self.flush():
            return
        if self._wrote(sitting) and not sitting.do(acts.finish, sitting.interview_id, page.kind):
            return
        self.leave()

    def _wrote(self, sitting: Sitting) -> bool:
        story = sitting.story
        return bool(story.reflections or story.questions or story.feelings or story.prediction)

    # What happens while it is open

    def _changed(self, _change: Change) -> None:
        if self.sitting is None:
            return
        if self.sitting.refresh():
            self.bar.show_story(self.sitting.story)
        elif not self.sitting.saving.unsaved:
            self._put_away()  # it was removed, or its coming was undone
            self.interview_id = 0
            QTimer.singleShot(0, self, self.closed.emit)

    def _saved(self) -> None:
        self.not_saved.hide()
        self.bar.say(_("Saved just now"), True)
        if self.sitting is not None and self._guard.wrote(self.sitting.story, self.sitting.take_spent()):
            self._say_enough()

    def _failed(self, trouble: Trouble) -> None:
        self.bar.say(_("Not saved"), False)
        self.not_saved.say_trouble(trouble)

    def _say_enough(self) -> None:
        self.enough.say(_("You have written what there is to write. Close it?"))

    def _ask_elsewhere(self) -> None:
        dialog = QFileDialog(self, _("Save your text elsewhere"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Text") + " (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(_("Afterword, not saved.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_elsewhere)
        dialog.open()

    def _save_elsewhere(self, name: str) -> None:
        if self.sitting is None:
            return
        try:
            self.sitting.saving.save_elsewhere(Path(name))
        except Trouble as trouble:
            self.troubled.emit(trouble)
        else:
            self.told.say(_("Your text is in {name}. You can close this page.").format(name=Path(name).name))

    def add_question(self) -> None:
        """Ctrl+Enter: one more question, from wherever one is; on the short pages it is enough."""
        if isinstance(self.page, FullPage):
            self.page.log.add()
        elif self.page is not None:
            self._finish()

    def _move_question(self, by: int) -> None:
        if isinstance(self.page, FullPage):
            self.page.log.shift(by)

    def show_versions(self) -> None:
        """What stood earlier in the text that is being written."""
        if self.sitting is None:
            return
        if self._last is None:
            self.told.say(_("Click into a text first, to see how it was before."))
            return
        self.flush()
        dialog = VersionsDialog(self.sitting, self._last, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        field = self.sitting.saving.field_of(now) if self.sitting is not None else None
        self._last = field or self._last

    # Qt

    def fit(self) -> None:
        """The columns at the sides need a wide window."""
        narrow = self.window().width() < NARROW * self.look.scale
        self.bar.fit(narrow)
        if isinstance(self.page, FullPage):
            self.page.fit(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():  # Back itself is an action of the window
            self.leave()
        else:
            super().keyPressEvent(event)
