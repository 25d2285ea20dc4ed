"""The facts of one interview: when, how long, with whom."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget

from afterword.journal import interviews
from afterword.journal.terms import Format, Stage
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import MomentField, choice, chosen, text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.choices import Tick
from afterword.words import _


class InterviewForm(Sheet):
    """All fields of an interview that are facts, in one act."""

    def __init__(self, look: Look, desk: Desk, interview_id: int, parent: QWidget) -> None:
        story = interviews.story(desk.journal, interview_id)
        super().__init__(look, parent, story.application.company, story.application.title)
        self._desk, self._id, self._was_cancelled = desk, interview_id, story.cancelled
        self.stage = choice(Stage, story.stage)
        self.add(_("Stage"), self.stage)
        self.at = MomentField(story.at or desk.journal.now())
        self.add(_("When"), self.at)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 1440)
        self.minutes.setSingleStep(15)
        self.minutes.setSpecialValueText(_("not said"))
        self.minutes.setValue(story.duration_min or 0)
        self.add(_("Minutes"), self.minutes)
        self.format = choice(Format, story.format, blank=_("not said"))
        self.add(_("How"), self.format)
        self.people = text_field(story.interview_people, _("Marta, Iain and one observer"))
        self.add(_("With"), self.people)
        self.notes = QPlainTextEdit(story.interview_notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(look.px(90))
        self.add(_("Notes"), self.notes)
        self.cancelled = Tick(look, _("It was cancelled"))
        self.cancelled.setChecked(story.cancelled)
        self.fields.addRow("", self.cancelled)
        self.finish(_("Save"), self._save)

    def _save(self) -> None:
        self._desk.do(
            interviews.set_facts,
            self._id,
            stage=chosen(self.stage),
            at=self.at.moment(),
            format=chosen(self.format),
            duration_min=self.minutes.value() or None,
            people=self.people.text().strip(),
            notes=self.notes.toPlainText(),
            cancelled=self.cancelled.isChecked(),
        )
        self.accept()
