"""One question, open: its words, how it went, what I said beside what I would say now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from afterword.journal import questions
from afterword.journal.stories import QuestionFact
from afterword.journal.terms import Category, Issue
from afterword.screen.debrief import acts
from afterword.screen.debrief.pages import Fold
from afterword.screen.debrief.saving import Field, Subject
from afterword.screen.debrief.sitting import Sitting
from afterword.screen.forms.fields import choice, chosen
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card, column, row
from afterword.screen.pieces.buttons import PillGroup, tool
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import N_, _

HOW = (("stuck", N_("Got stuck")), ("ok", N_("All right")), ("good", N_("Went well")))
TONES = {"stuck": "taught", "ok": "wait", "good": "confirm"}


class Ringed(QWidget):
    """Room for a field without a border: the focus ring is drawn around it."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self._look, self._inside = look, inside
        self.setLayout(column(inside, margins=(4, 2, 4, 2)))
        inside.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._inside.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("accent"), 2))
            radius = self._look.px(7)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class QuestionCard(Card):
    """Open for one question, or for one that is not written yet: the first word adds it."""

    removed = Signal()
    folded = Signal()
    added = Signal(object)

    def __init__(self, sitting: Sitting, question: QuestionFact | None, number: int) -> None:
        super().__init__(sitting.look, "base", "line")
        self._merge = f"question {number}"  # one undo for what is typed into one field of one card
        self.sitting = sitting
        self.key = question.id if question else 0
        self.adding = False
        self._make_fields()
        self._make_rating()
        self._make_more()
        self._lay_out()
        sitting.look.changed.connect(self._dress)
        sitting.leaving.connect(self._give_skill)
        self._dress()
        self.refresh()

    # What it is about

    def fact(self) -> QuestionFact | None:
        return next((each for each in self.sitting.story.questions if each.id == self.key), None)

    def field(self, name: str) -> Field:
        return self.fields[name]

    def write(self, name: str, text: str) -> None:
        """Save one field; the first words make the question."""
        merge = f"{self._merge} {name}"
        sitting = self.sitting
        if not self.key:
            words: dict[str, Any] = {name: text}
            self._add(lambda: sitting.type(merge, questions.add, sitting.interview_id, **words))
        elif name == "text":
            sitting.type(merge, acts.reword, sitting.interview_id, self.key, text)
        else:
            sitting.type(merge, questions.write, self.key, **{name: text})

    def _add(self, add: Callable[[], Any]) -> None:
        self.adding = True  # the change is announced before we know the key
        try:
            self.key = add()
        finally:
            self.adding = False
        self.added.emit(self.key)

    # What it is made of

    def _make_fields(self) -> None:
        self.fields: dict[str, Field] = {}
        for name, said, hint, lines in (
            ("text", _("The question"), _("What did they ask? As well as you remember."), 1),
            ("said", _("What I said"), _("Roughly."), 3),
            ("now", _("What I would say now"), _("How would you begin?"), 3),
        ):
            self.fields[name] = self._make_field(name, said, hint, lines)
        self.fields["text"].writing.setProperty("boxed", "false")

    def _make_field(self, name: str, said: str, hint: str, lines: int) -> Field:
        def ask() -> str:
            fact = self.fact()
            if fact is not None:
                return str(getattr(fact, name))
            return self.fields[name].stored if name in self.fields else ""

        def subject() -> Subject:
            return (self.key, name) if self.key else None

        return self.sitting.field(said, hint, ask, lambda text: self.write(name, text), lines=lines, subject=subject)

    def _make_rating(self) -> None:
        self.how = PillGroup(
            self.look_, [(key, _(text)) for key, text in HOW], single=True, tones=TONES,
            marks={key: key for key, _text in HOW}, name=_("How it went"),
        )  # fmt: skip
        self.how.changed.connect(self._rate)
        self.unsealed = label("", "small", "text3", wrap=True)

    def _make_more(self) -> None:
        self.category = choice(Category)
        self.category.setAccessibleName(_("What kind of question"))
        self.category.activated.connect(lambda: self._classify(category=chosen(self.category)))
        self.skill = QLineEdit()
        self.skill.setPlaceholderText(_("Kafka, negotiating…"))
        self.skill.setAccessibleName(_("Which skill it was about"))
        self.skill.editingFinished.connect(self._give_skill)
        issues = [(str(issue), issue.label) for issue in Issue]
        self.issues = PillGroup(self.look_, issues, name=_("What happened"))
        self.issues.changed.connect(lambda: self._classify(issues=self.issues.chosen()))

    @property
    def look_(self) -> Look:
        return self.sitting.look

    def _lay_out(self) -> None:
        look = self.look_
        fold = tool(look, "chevron-up", _("Fold this question"))
        fold.clicked.connect(self.folded)
        remove = tool(look, "trash-2", _("Remove this question"))
        remove.clicked.connect(self.removed)
        self.question = Ringed(look, self.fields["text"].writing)
        sides = row(*[(self._side(self.fields[name]), 1) for name in ("said", "now")], space=12)
        more = QWidget()
        kind = column(label(_("What kind of question"), "small_m", "text2"), self.category, space=4)
        skill = column(label(_("Which skill it was about"), "small_m", "text2"), self.skill, space=4)
        happened = label(_("What happened"), "small_m", "text2")
        more.setLayout(column(row((kind, 1), (skill, 1), space=12), happened, self.issues, space=6))
        self.more = Fold(look, _("More"), more)
        top, foot = Qt.AlignmentFlag.AlignTop, QWidget()
        foot.setLayout(row((self.more, 1), column(remove, "*"), space=8))
        head = row((self.question, 1), space=8)
        head.addWidget(fold, 0, top)
        below = column(row(self.how, "*"), self.unsealed, sides, foot, space=10, margins=(8, 0, 0, 0))
        self.setLayout(column(head, below, space=10, margins=(8, 10, 14, 10)))
        self.setTabOrder(self.fields["text"].writing, fold)

    def _side(self, field: Field) -> QWidget:
        side = QWidget()
        side.setLayout(column(label(field.name, "small_m", "text2"), field.writing, "*", space=5))
        return side

    def _dress(self) -> None:
        """The question itself is theirs: it stands as a title, in the program's own type."""
        writing, font = self.fields["text"].writing, self.look_.font("lead")
        writing.setFont(font)
        writing.document().setDefaultFont(font)

    # Showing and doing

    def refresh(self) -> None:
        fact = self.fact()
        if fact is None:
            self.unsealed.hide()
            return
        self.how.choose([fact.mark] if fact.mark else [])
        late = fact.quality is not None and not fact.sealed and self.sitting.decided
        self.unsealed.setText(_("Said after the answer, so it is not sealed.") if late else "")
        self.unsealed.setVisible(late)
        self.category.setCurrentIndex(max(0, self.category.findData(fact.category)))
        if not self.skill.hasFocus():
            self.skill.setText(fact.skill)
        self.issues.choose(fact.issues)

    def _rate(self) -> None:
        chosen = self.how.chosen()
        said = self.fields["said"].text.strip()
        quality = {"stuck": 1 if said else 0, "ok": 2, "good": 3}[chosen[0]] if chosen else None
        sitting = self.sitting
        if self.key:
            sitting.do(questions.rate, self.key, quality)
        elif quality is not None:
            text = self.fields["text"].text
            self._begin(lambda: sitting.desk.do(questions.add, sitting.interview_id, text, quality=quality))

    def _classify(self, **fields: Any) -> None:
        if self.key:
            self.sitting.do(questions.classify, self.key, **fields)
        else:
            sitting = self.sitting
            self._begin(lambda: sitting.desk.do(questions.add, sitting.interview_id, **fields))

    def _begin(self, add: Callable[[], Any]) -> None:
        """A click makes the question."""
        try:
            self._add(add)
        except Trouble as trouble:
            self.sitting.troubled.emit(trouble)

    def _give_skill(self) -> None:
        fact = self.fact()
        text = " ".join(self.skill.text().split())
        if fact is not None and text != fact.skill:
            self.sitting.do(questions.classify, self.key, skill=text)
        elif fact is None and text:
            self._classify(skill=text)
