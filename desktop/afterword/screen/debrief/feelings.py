"""How it felt: words that may be true together, own words too, and four scales for whoever wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from afterword.journal import feelings
from afterword.journal.stories import Feeling
from afterword.journal.terms import FEELING_SCALE, FEELINGS, Moment
from afterword.paper.phrases import moment_label
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import PillGroup, Segmented, button
from afterword.screen.pieces.labels import label
from afterword.words import _

ELSE = "…"  # the pill that opens the line for own words; no feeling has this name


class OwnWord(QLineEdit):
    """The line behind "something else…": Enter or leaving it adds the word, Esc lets it be."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Your own word"))
        self.setAccessibleName(_("A feeling in your own words"))
        self.setMaxLength(60)
        self.editingFinished.connect(self.give)
        self.hide()

    def give(self) -> None:
        word = " ".join(self.text().split())
        self.clear()
        self.hide()
        if word:
            self.given.emit(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hide()
            return
        super().keyPressEvent(event)


class FeelingWords(Topic):
    """The pills of one moment."""

    def __init__(self, sitting: Sitting, moment: str) -> None:
        super().__init__(sitting)
        self.moment = moment
        self._shown: list[str] = []
        self._own = OwnWord()
        self._own.given.connect(self._add)
        self._own.setMaximumWidth(self.look.px(240))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.pills = PillGroup(self.look, [])
        self._box.addWidget(self.pills)
        self._box.addWidget(self._own)
        sitting.leaving.connect(self._own.give)
        self.refresh()

    def set_moment(self, moment: str) -> None:
        self._own.give()
        self.moment = moment
        self.refresh()

    def feeling(self) -> Feeling:
        found = [each for each in self.sitting.story.feelings if each.moment == self.moment]
        return found[0] if found else Feeling(self.moment, ())

    def refresh(self) -> None:
        words = self.feeling().words
        known = self.sitting.preferences.feelings
        folded = {each.casefold() for each in known}
        shown = [*known, *(each for each in words if each.casefold() not in folded)]
        if shown != self._shown:
            self._fill(shown)
        chosen = {word.casefold() for word in words}
        self.pills.choose([each for each in shown if each.casefold() in chosen])

    def _fill(self, shown: Sequence[str]) -> None:
        at = next((key for key in self._shown if self.pills.pill(key).hasFocus()), "")
        self._shown = list(shown)
        old = self.pills
        choices = [*((each, _(each)) for each in shown), (ELSE, _("something else…"))]
        self.pills = PillGroup(self.look, choices, name=_("How it felt"))
        self.pills.changed.connect(self._changed)
        self._box.replaceWidget(old, self.pills)
        old.hide()
        old.deleteLater()
        self.setTabOrder(self.pills, self._own)
        if at in shown:
            self.pills.pill(at).setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        chosen = self.pills.chosen()
        if ELSE in chosen:
            chosen.remove(ELSE)
            self.pills.choose(chosen)
            self._own.show()
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._feel(chosen)

    def _add(self, word: str) -> None:
        self._feel([*self.pills.chosen(), word])

    def _feel(self, words: Sequence[str]) -> None:
        self.sitting.do(feelings.feel, self.sitting.interview_id, self.moment, words)


class Scales(Topic):
    """Fear, inadequacy, anxiety, stress: how much, in words. Folded until it is asked for, or answered."""

    def __init__(self, sitting: Sitting, words: FeelingWords) -> None:
        super().__init__(sitting)
        self._words = words
        self.open = button(self.look, _("Say how much"), "quiet", "chevron-down")
        self.open.setCheckable(True)
        self.open.toggled.connect(self._unfold)
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self.look.px(6))
        grid.setHorizontalSpacing(self.look.px(14))
        self.groups: dict[str, PillGroup] = {}
        for line, (key, name) in enumerate(FEELINGS):
            steps = [(str(step), _(word)) for step, word in enumerate(FEELING_SCALE)]
            group = PillGroup(self.look, steps, single=True, name=_(name))
            for step, word in enumerate(FEELING_SCALE):
                group.pill(str(step)).setAccessibleName(f"{_(name)}: {_(word)}")
            group.changed.connect(lambda k=key: self._changed(k))
            self.groups[key] = group
            grid.addWidget(label(_(name), "body", "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(group, line, 1)
        grid.setColumnStretch(1, 1)
        self._body.hide()
        self.setLayout(column(row(self.open, "*"), self._body, space=4))
        self.refresh()

    def _unfold(self, on: bool) -> None:
        self._body.setVisible(on)
        self.open.set_icon("chevron-up" if on else "chevron-down")

    def refresh(self) -> None:
        feeling = self._words.feeling()
        values = {key: getattr(feeling, key) for key in self.groups}
        for key, group in self.groups.items():
            group.choose([] if values[key] is None else [str(values[key])])
        if any(value is not None for value in values.values()):
            self.open.setChecked(True)

    def _changed(self, key: str) -> None:
        chosen = self.groups[key].chosen()
        value = int(chosen[0]) if chosen else None
        feeling = self._words.feeling()
        self.sitting.do(
            feelings.feel, self.sitting.interview_id, self._words.moment, feeling.words, **{key: value}
        )


class RightNow(Topic):
    """One moment: the pills, and the scales behind a quiet button."""

    def __init__(self, sitting: Sitting, moment: str) -> None:
        super().__init__(sitting)
        self.words = FeelingWords(sitting, moment)
        self.scales = Scales(sitting, self.words)
        self.setLayout(column(self.words, self.scales, space=4))


class HowItFelt(Topic):
    """All moments of one interview, one at a time."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.moments = moments(sitting)
        labels = [moment_label(each, sitting.story.outcome) for each in self.moments]
        at = self._first()
        self.switch = Segmented(self.look, labels, at, name=_("At which moment"))
        self.switch.chosen.connect(self._choose)
        self.words = FeelingWords(sitting, self.moments[at])
        self.scales = Scales(sitting, self.words)
        self.setLayout(column(row(self.switch, "*"), 2, self.words, self.scales, space=8))

    def _first(self) -> int:
        """The moment we are at: after the answer, or while waiting for it."""
        wanted = Moment.DECISION if self.sitting.decided else Moment.AFTER
        return self.moments.index(str(wanted))

    def _choose(self, index: int) -> None:
        self.words.set_moment(self.moments[index])
        self.scales.refresh()


def moments(sitting: Sitting) -> list[str]:
    """Four moments: when the answer is there it takes the place of the hour after, unless that was noted."""
    noted = {each.moment for each in sitting.story.feelings}
    wanted = [Moment.BEFORE, Moment.DURING]
    if not sitting.decided or Moment.AFTER in noted:
        wanted.append(Moment.AFTER)
    wanted.append(Moment.WAITING)
    if sitting.decided or Moment.DECISION in noted:
        wanted.append(Moment.DECISION)
    return [str(each) for each in wanted]
