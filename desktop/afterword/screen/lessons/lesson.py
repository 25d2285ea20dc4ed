"""What can be done with a lesson: say it in other words, join it to another, weigh it, put it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from afterword.journal import lessons
from afterword.journal.stories import LessonFact
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.trouble import Trouble
from afterword.words import _


class LessonMenu(QMenu):
    """Everything in it can be undone."""

    said = Signal(str)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk, lesson: LessonFact, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._lesson = desk, lesson
        sheets = {
            _("Say it in other words…"): RenameSheet,
            _("Join it to another…"): JoinSheet,
            _("Weigh it: for and against…"): WeighSheet,
        }
        for text, kind in sheets.items():
            self.addAction(text).triggered.connect(
                lambda _on=False, k=kind: k(look, desk, lesson, parent.window()).open()
            )
        self.addAction(_("Put it away")).triggered.connect(lambda: self._try(self._retire))

    def _retire(self) -> None:
        self._desk.do(lessons.retire, self._lesson.id)
        self.said.emit(_("Put away: {text}").format(text=self._lesson.text))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Trouble as trouble:
            self.troubled.emit(trouble)


class RenameSheet(Sheet):
    """Everywhere at once."""

    def __init__(self, look: Look, desk: Desk, lesson: LessonFact, parent: QWidget) -> None:
        super().__init__(look, parent, _("Say it in other words"), _("The interviews that speak for it stay with it."))
        self.text = text_field(lesson.text)
        self.add(_("Lesson"), self.text)
        self.finish(_("Say it so"), lambda: self._save(desk, lesson))
        self.text.selectAll()
        self.text.setFocus()

    def _save(self, desk: Desk, lesson: LessonFact) -> None:
        desk.do(lessons.rename, lesson.id, self.text.text())
        self.accept()


class JoinSheet(Sheet):
    """Two lessons that are one."""

    def __init__(self, look: Look, desk: Desk, lesson: LessonFact, parent: QWidget) -> None:
        super().__init__(look, parent, _("Join it to another"), lesson.text)
        self.other = QComboBox()
        for each in lessons.every(desk.journal):
            if each.id != lesson.id:
                self.other.addItem(each.text, each.text)
        self.add(_("It is the same as"), self.other)
        self.finish(_("Join them"), lambda: self._join(desk, lesson))

    def _join(self, desk: Desk, lesson: LessonFact) -> None:
        if self.other.currentData():
            desk.do(lessons.rename, lesson.id, self.other.currentData())
        self.accept()


class WeighSheet(Sheet):
    """For each application that was noted with it: does it still stand?"""

    def __init__(self, look: Look, desk: Desk, lesson: LessonFact, parent: QWidget) -> None:
        intro = _("Seen again means: two applications at two companies speak for it, and more than speak against it.")
        super().__init__(look, parent, lesson.text, intro, wide=540)
        self.stances: dict[int, QComboBox] = {}
        for application, name, stance in lessons.evidence(desk.journal, lesson.id):
            box = QComboBox()
            for code, text in (
                ("for", _("speaks for it")),
                ("against", _("speaks against it")),
                ("none", _("cannot tell")),
            ):
                box.addItem(text, code)
            box.setCurrentIndex(max(0, box.findData(stance)))
            self.stances[application] = box
            self.add(name, box)
        self.finish(_("Keep it so"), lambda: self._save(desk, lesson))

    def _save(self, desk: Desk, lesson: LessonFact) -> None:
        chosen = {application: str(box.currentData()) for application, box in self.stances.items()}
        desk.do(lessons.stand, lesson.id, chosen)
        self.accept()
