"""What one expects: how likely the next step is, and what they promised by when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from afterword.journal import applications, predictions
from afterword.journal.stories import PredictionFact
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.forms.fields import DayField
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import PillGroup, button, tool
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.pickers import roomy
from afterword.words import N_, _

STEPS = (
    (10, N_("hardly")), (30, N_("rather not")), (50, N_("even")), (70, N_("rather yes")), (90, N_("almost surely")),
)  # fmt: skip
UNSAID = -1


def in_words(p: int) -> str:
    """The step nearest to a number from 0 to 100."""
    return _(min(STEPS, key=lambda step: abs(step[0] - p))[1])


class Chance(Topic):
    """A guess from 0 to 100, in five words or as a number; it stands once they answer."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        choices = [(str(p), _(word)) for p, word in STEPS]
        self.pills = PillGroup(self.look, choices, single=True, name=_("How likely is the next step?"))
        self.pills.changed.connect(self._picked)
        self.number = QSpinBox()
        self.number.setRange(UNSAID, 100)
        self.number.setSpecialValueText("–")
        self.number.setKeyboardTracking(False)
        self.number.setAccessibleName(_("How likely, as a number from 0 to 100"))
        self.number.setMinimumWidth(self.look.px(84))
        roomy(self.look, self.number)
        self.number.valueChanged.connect(self._typed)
        self.said = label("", "small", "text3", wrap=True)
        exact = row(label(_("or exactly"), "small", "text3"), self.number, label(_("in 100"), "small", "text3"), "*")
        self.setLayout(column(self.pills, exact, self.said, space=6))
        sitting.leaving.connect(self.number.interpretText)
        self.refresh()

    def refresh(self) -> None:
        found = self.sitting.story.prediction
        p = UNSAID if found is None else found.p if found.revised_p is None else found.revised_p
        self.number.blockSignals(True)
        self.number.setValue(p)
        self.number.blockSignals(False)
        self.pills.choose([str(p)])
        self.said.setText(_sealed_line(found, self.sitting.decided))

    def _picked(self) -> None:
        chosen = self.pills.chosen()
        if chosen:
            self._predict(int(chosen[0]))
        else:
            self.refresh()  # a guess can be changed, not taken back

    def _typed(self, value: int) -> None:
        if value != UNSAID:
            self._predict(value)

    def _predict(self, p: int) -> None:
        self.sitting.do(predictions.predict, self.sitting.interview_id, p)


def _sealed_line(found: PredictionFact | None, decided: bool) -> str:
    if not decided:
        return _("It is sealed with their answer, and shown beside it then.")
    if found is None:
        return _("The answer is there already, so this does not count as sealed.")
    if not found.sealed:
        return _("Said after the answer, so it is not sealed.")
    return _("Sealed before the answer: {words}, {n} in 100.").format(words=in_words(found.p), n=found.p)


class DayChoice(QWidget):
    """A day, for whoever has one: a quiet button until then."""

    chosen = Signal(object)  # date, or None when it was taken away

    def __init__(self, look: Look, ask: str, name: str, first: date) -> None:
        super().__init__()
        self.add = button(look, ask, "quiet", "calendar")
        self.field = DayField(first)
        self.field.setKeyboardTracking(False)
        self.field.setAccessibleName(name)
        self.clear = tool(look, "x", _("Take the day away"))
        line: QHBoxLayout = row(self.add, self.field, self.clear, "*", space=6)
        self.setLayout(line)
        self.add.clicked.connect(self._begin)
        self.field.dateChanged.connect(lambda: self.chosen.emit(self.field.day()))
        self.clear.clicked.connect(lambda: self.chosen.emit(None))
        self.show_day(None, first)

    def show_day(self, day: date | None, first: date) -> None:
        """Show `day`; `first` is where choosing starts when there is none."""
        self._first = first
        self.field.blockSignals(True)
        if day is not None:
            self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.blockSignals(False)
        self.add.setVisible(day is None)
        self.field.setVisible(day is not None)
        self.clear.setVisible(day is not None)

    def _begin(self) -> None:
        self.chosen.emit(self._first)
        self.field.setFocus()


class Promise(Topic):
    """What they promised, and the day that starts the clock."""

    def __init__(self, sitting: Sitting, kind: str) -> None:
        super().__init__(sitting)
        self.field = sitting.answer_field(kind, "promised", lines=1)
        self.day = DayChoice(self.look, _("Add the day"), _("Promised by"), sitting.today)
        self.day.chosen.connect(self._chosen)
        self.setLayout(column(self.field.writing, self.day, space=4))
        self.refresh()

    def refresh(self) -> None:
        self.day.show_day(self.sitting.story.application.promised_by, self.sitting.today + timedelta(days=7))

    def _chosen(self, day: date | None) -> None:
        self.sitting.do(applications.edit, self.sitting.story.application.id, promised_by=day)
