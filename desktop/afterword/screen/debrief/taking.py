"""What I take with me: one sentence that becomes a lesson, one if-then, or nothing at all."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from afterword.journal import actions, lessons, reflections
from afterword.journal.stories import ActionFact, LessonFact
from afterword.paper.phrases import nth_time
from afterword.screen.debrief import acts
from afterword.screen.debrief.expecting import DayChoice
from afterword.screen.debrief.saving import Subject
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import Pill, button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Icon
from afterword.words import _

ONE_LINE = 80  # characters that still read as one line in the table
SUGGESTED = 3
ENOUGH_TO_ASK = 3  # characters


class LessonField(Topic):
    """One sentence; while it is written, the lessons that may say the same stand below."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.field = sitting.field(
            _("The lesson, in one sentence"),
            _("Say the first half-thought out loud."),
            lambda: self.lesson.text if self.lesson else "",
            self._save,
            one_line=True,
        )
        self.nudge = label("", "small", "text3", wrap=True)
        self.times = label("", "small_m", "taught")
        self._known = QVBoxLayout()
        self._known.setContentsMargins(0, 0, 0, 0)
        self._known.setSpacing(0)
        self.suggestions: list[tuple[LessonFact, QWidget]] = []
        self._others = QVBoxLayout()
        self._others.setContentsMargins(0, 0, 0, 0)
        self._others.setSpacing(self.look.px(2))
        self.field.writing.textChanged.connect(self._suggest)
        self.setLayout(
            column(self.field.writing, row((self.nudge, 1), self.times), self._known, self._others, space=4)
        )
        self.refresh()

    @property
    def lesson(self) -> LessonFact | None:
        """The one being written here: the newest of this interview."""
        found = self.sitting.story.lessons
        return found[0] if found else None

    def _save(self, text: str) -> None:
        was = self.lesson.id if self.lesson else 0
        interview = self.sitting.interview_id
        self.sitting.type("lesson", acts.take, interview, was, text)

    def refresh(self) -> None:
        lesson = self.lesson
        self.times.setText(nth_time(lesson.times) if lesson else "")
        self._nudge()
        _empty(self._others)
        for other in self.sitting.story.lessons[1:]:
            away = tool(self.look, "x", _("Take this lesson back"))
            away.clicked.connect(lambda _on=False, key=other.id: self._unlearn(key))
            line = QWidget()
            name = Elide(self.look, other.text, "body", "text2")
            line.setLayout(row(Icon(self.look, "bookmark", "taught", 14), (name, 1), away, space=8))
            self._others.addWidget(line)

    def _unlearn(self, key: int) -> None:
        self.sitting.do(lessons.unlearn, self.sitting.interview_id, key)

    def _nudge(self) -> None:
        long = len(self.field.text) > ONE_LINE
        self.nudge.setText(_("In one line it is easier to find again.") if long else "")

    def _suggest(self) -> None:
        """Lessons that begin like this, or hold the same words: choosing one joins it."""
        self._nudge()
        _empty(self._known)
        self.suggestions = []
        text = self.field.text
        if len(text) < ENOUGH_TO_ASK:
            return
        here = {each.id for each in self.sitting.story.lessons}
        found = [each for each in lessons.suggest(self.sitting.desk.journal, text) if each.id not in here]
        for each in found[:SUGGESTED]:
            times = nth_time(each.times + 1)
            choose = button(self.look, _("Join"), "soft")
            choose.setAccessibleName(_("Join the lesson “{text}”, {times}").format(text=each.text, times=times))
            choose.clicked.connect(lambda _on=False, key=each.id: self.join(key))
            line = QWidget()
            texts = (Elide(self.look, each.text, "own"), 1)
            line.setLayout(row(texts, label(times, "small_m", "taught"), choose, space=10, margins=(10, 3, 0, 3)))
            self._known.addWidget(line)
            self.suggestions.append((each, choose))

    def join(self, key: int) -> None:
        """This interview says the same: the words typed here give way to the lesson that is known."""
        was = self.lesson.id if self.lesson else 0
        field = self.field
        field.writing.set_text(field.stored)  # what was typed has found its lesson
        if self.sitting.do(acts.join, self.sitting.interview_id, was, key):
            field.refresh()
        _empty(self._known)
        self.suggestions = []


class IfThen(Topic):
    """Exactly one plan."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.condition = sitting.field(
            _("If"), _("they ask about my last project"), lambda: self._plan("if_text"), self._save, lines=1,
            subject=lambda: self._subject("if"),
        )  # fmt: skip
        self.act = sitting.field(
            _("Then"), _("I start with what it changed."), lambda: self._plan("then_text"), self._save, lines=1,
            subject=lambda: self._subject("then"),
        )  # fmt: skip
        self.day = DayChoice(self.look, _("Add a day"), _("The day for it"), sitting.today)
        self.day.chosen.connect(self._chosen)
        sides = [
            (column(label(f"{field.name} …", "small_m", "text2"), field.writing, "*", space=5), 1)
            for field in (self.condition, self.act)
        ]
        self.setLayout(column(row(*sides, space=12), self.day, space=4))
        self.refresh()

    @property
    def action(self) -> ActionFact | None:
        found = self.sitting.story.actions
        return found[0] if found else None

    def _plan(self, field: str) -> str:
        return str(getattr(self.action, field)) if self.action else ""

    def _subject(self, field: str) -> Subject:
        return (self.action.id, field) if self.action else None

    def _due(self) -> date | None:
        return self.action.due_on if self.action else None

    def _save(self, _text: str) -> None:
        interview = self.sitting.interview_id
        self.sitting.type(
            "plan", actions.plan, interview, self.act.text, if_text=self.condition.text, due_on=self._due()
        )

    def refresh(self) -> None:
        self.day.show_day(self._due(), self.sitting.today + timedelta(days=7))

    def _chosen(self, day: date | None) -> None:
        if not (self.act.text or self.condition.text):
            self.sitting.told.emit(_("Say first what you do then."))
            self.refresh()
            return
        self.sitting.do(
            actions.plan, self.sitting.interview_id, self.act.text, if_text=self.condition.text, due_on=day
        )


class Closing(Topic):
    """The last step: enough, one action, nothing to learn, or later. All of them are answers."""

    enough = Signal()
    later = Signal()
    act_wanted = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.done = button(self.look, _("That’s enough"), "primary", "check")
        self.done.clicked.connect(self.enough)
        self.action = button(self.look, _("Add one action"), "", "plus")
        self.action.clicked.connect(self.act_wanted)
        self.nothing = Pill(self.look, _("Nothing to learn here"), tick=True)
        self.nothing.clicked.connect(self._nothing)
        self.wait = button(self.look, _("Later"), "quiet")
        self.wait.clicked.connect(self.later)
        self.said = label("", "small", "text2", wrap=True)
        self.setLayout(
            column(row(self.done, self.action, self.nothing, self.wait, "*", space=8), self.said, space=6)
        )
        self.refresh()

    def refresh(self) -> None:
        nothing = any(each.nothing_to_learn for each in self.sitting.story.reflections)
        self.nothing.setChecked(nothing)
        self.said.setText(_("Nothing to learn here. That is a full answer.") if nothing else "")
        self.said.setVisible(nothing)

    def _nothing(self) -> None:
        self.sitting.do(reflections.nothing_to_learn, self.sitting.interview_id, self.nothing.isChecked())


def _empty(box: QVBoxLayout) -> None:
    while item := box.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
