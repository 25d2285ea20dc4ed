"""The full debrief: five parts on one page, in any order, with the outline left and the facts right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from afterword.journal.terms import Direction, ReflectionKind
from afterword.screen.debrief.aside import Aside
from afterword.screen.debrief.factors import HELPED, IN_THE_WAY, Factors
from afterword.screen.debrief.feelings import HowItFelt
from afterword.screen.debrief.outline import PARTS, Outline
from afterword.screen.debrief.pages import Fold, asked, heading
from afterword.screen.debrief.questions import QuestionLog
from afterword.screen.debrief.saving import Field
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.debrief.taking import Closing, IfThen, LessonField
from afterword.screen.pieces.boxes import Card, column, row, scroll
from afterword.screen.pieces.labels import label
from afterword.words import N_, _

KIND = ReflectionKind.DEBRIEF.value
SUBS = (
    N_("Only what a camera would have seen."),
    N_("Rough is fine. Write them while you still hear them."),
    N_("Pick as many as are true. Nobody else reads this."),
    N_("Often more than one. Two of these are not about you at all."),
    N_("One sentence is enough. Nothing is an answer too."),
)


class FullPage(Topic):
    """Everything about one interview, for whoever has ten minutes."""

    enough = Signal()
    later = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.kind = KIND
        self.fields: dict[str, Field] = {}
        self.sections: list[QWidget] = []
        self._body = QWidget()
        self._down = QVBoxLayout(self._body)
        px = self.look.px
        self._down.setContentsMargins(px(20), px(20), px(24), px(24))
        self._down.setSpacing(px(16))
        for make in (self._happened, self._questions, self._felt, self._about, self._take):
            self._section(*make())
        self._down.addStretch(1)
        self.area = scroll(self._body)
        self.outline, self.aside = Outline(sitting), Aside(sitting)
        self.outline.chosen.connect(self.go_to)
        self.setLayout(row(self.outline, (self.area, 1), self.aside, space=0))
        self.setTabOrder(self.outline, self.area)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)

    # The five parts

    def _section(self, *items: object) -> None:
        box = QWidget()
        number = len(self.sections)
        box.setAccessibleName(_(PARTS[number]))
        title = _("What was it about?") if number == 3 else _(PARTS[number])
        box.setLayout(column(heading(title, _(SUBS[number])), *items, space=10))
        self.sections.append(box)
        self._down.addWidget(box)

    def _ask(self, key: str, lines: int = 2) -> list[object]:
        field = self.fields[key] = self.sitting.answer_field(KIND, key, lines=lines)
        return [asked(field.name), field.writing]

    def _happened(self) -> list[object]:
        return [*self._ask("looked_for"), *self._ask("happened", 3), self._hot_notes()]

    def _hot_notes(self) -> QWidget | None:
        """What was noted in the first hours, folded: to see later what has changed."""
        notes = [
            (_(prompt.text), sitting_answer)
            for kind in ("before", "capture", "decision")
            for prompt in self.sitting.set_of(kind).prompts
            if (sitting_answer := self.sitting.answered(kind, prompt.key))
        ]
        if not notes:
            return None
        body = Card(self.look, "page", "hair")
        lines = [
            item
            for text, words in notes
            for item in (label(text, "small_m", "text2", wrap=True), label(words, "own", wrap=True, select=True))
        ]
        body.setLayout(column(*lines, space=4, margins=(14, 10, 14, 12)))
        return Fold(self.look, _("What you noted in the first hours"), body)

    def _questions(self) -> list[object]:
        self.log = QuestionLog(self.sitting)
        return [self.log, *self._ask("ask_again", 1)]

    def _felt(self) -> list[object]:
        self.felt = HowItFelt(self.sitting)
        return [self.felt, *self._ask("felt", 1)]

    def _about(self) -> list[object]:
        self.hurt = Factors(self.sitting, Direction.HURT.value, IN_THE_WAY, _("What was it about?"))
        self.helped = Factors(self.sitting, Direction.HELPED.value, HELPED, _("What helped?"))
        helped = self.fields["helped"] = self.sitting.answer_field(KIND, "helped", lines=1)
        return [
            self.hurt, *self._ask("in_the_way"), 4, asked(helped.name), self.helped, helped.writing, 4,
            *self._ask("other_way", 1),
        ]  # fmt: skip

    def _take(self) -> list[object]:
        self.closing = Closing(self.sitting)
        self.closing.enough.connect(self.enough)
        self.closing.later.connect(self.later)
        self.closing.act_wanted.connect(self._plan)
        self.plan = IfThen(self.sitting)
        self.lesson = LessonField(self.sitting)
        lesson = [
            *self._ask("taught", 3), asked(self.lesson.field.name), self.lesson,
            asked(_("If it comes up again")), self.plan,
        ]  # fmt: skip
        self.anyway: Fold | None = None
        if self.sitting.decided_today and not self.sitting.story.lessons:
            return [*self._ask("friend", 2), *self._not_today(lesson), 6, self.closing]
        return [*self._ask("friend", 2), *lesson, 6, self.closing]

    def _not_today(self, lesson: list[object]) -> list[object]:
        """Nobody is asked for a lesson on the day of a no; who wants to write one is not kept from it."""
        body = QWidget()
        body.setLayout(column(*lesson, space=10))
        self.anyway = Fold(self.look, _("Write one anyway"), body)
        return [label(_("A lesson can wait for another day."), "body", "text2", wrap=True), self.anyway]

    def _plan(self) -> None:
        if self.anyway is not None:
            self.anyway.switch.setChecked(True)
        self.plan.condition.writing.setFocus(Qt.FocusReason.OtherFocusReason)

    # Getting around

    def fit(self, narrow: bool) -> None:
        """Both sides go where there is no room for them."""
        self.outline.setVisible(not narrow)
        self.aside.setVisible(not narrow)

    def go_to(self, index: int) -> None:
        """Show one part, and go into it."""
        section = self.sections[index]
        card = self.log.card if index == 1 else None
        target = card.field("now").writing if card is not None else _first_in(section)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(section.y() - self.look.px(14))
        self.outline.show_current(index)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        index = next((n for n, each in enumerate(self.sections) if now is not None and each.isAncestorOf(now)), None)
        if index is not None:
            self.outline.show_current(index)

    def _scrolled(self, value: int) -> None:
        at = value + self.area.viewport().height() // 3
        passed = [n for n, each in enumerate(self.sections) if each.y() <= at]
        if passed:
            self.outline.show_current(passed[-1])

    def start_at(self, question: bool) -> None:
        """Where writing begins: at the questions when there are any, else at the top."""
        QTimer.singleShot(0, self, lambda: self.go_to(1 if question else 0))


def _first_in(section: QWidget) -> QWidget | None:
    """The first thing in a part that takes focus by Tab."""
    found = [
        child
        for child in section.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(section) and child.isEnabled()
    ]
    return min(found, key=lambda each: (each.mapTo(section, QPoint(0, 0)).y(), each.x()), default=None)
