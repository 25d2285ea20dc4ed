"""The question log: one card open, every other question a light line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout

from afterword.journal import questions
from afterword.journal.stories import QuestionFact
from afterword.screen.debrief.card import QuestionCard
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.marks import CENTRE_LEFT, MARKS, KeyCap, paint_mark
from afterword.screen.pieces.painted import Painted
from afterword.words import _


class QuestionLine(Painted):
    """A folded question: one painted button, so that a hundred of them cost nothing."""

    opened = Signal(object)

    def __init__(self, look: Look, question: QuestionFact) -> None:
        super().__init__(look, "")
        self._mark = "none"
        self.key = question.id
        self.show_question(question)
        self.clicked.connect(lambda: self.opened.emit(self.key))

    def show_question(self, question: QuestionFact) -> None:
        text = " ".join(question.text.split()) or _("No words yet")
        mark = question.mark or "none"
        if (text, mark) != (self.words(), self._mark):
            self.setText(text.replace("&", "&&"))
            self._mark = mark
            self.setAccessibleName(f"{text}, {_(MARKS[mark][1])}")
            self.setToolTip(tip(text))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.color(self.shade("base", "hover", "sunken")))
        painter.setPen(QPen(look.color("hair"), 1))
        painter.drawRoundedRect(area, px(10), px(10))
        self.paint_ring(painter, QRectF(self.rect()), px(10))
        middle = self.height() / 2
        paint_mark(painter, look, QRectF(px(16), middle - px(8), px(16), px(16)), self._mark)
        right = self.width() - px(16) - px(14)
        painter.drawPixmap(QPointF(right, middle - px(7)), look.pixmap("chevron-down", "text3", 14))
        font, left = look.font("body"), px(42)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        room = right - px(10) - left
        short = QFontMetrics(font).elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room + 2, self.height()), CENTRE_LEFT, short)


class QuestionLog(Topic):
    """All questions in the order they were put."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.lines: dict[int, QuestionLine] = {}
        self.card: QuestionCard | None = None
        self._shown: list[int] = []
        self._cards = 0
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self.look.px(10))
        self.more = button(self.look, _("Add a question"), "quiet", "plus")
        self.more.clicked.connect(self.add)
        foot = row(self.more, "*", KeyCap(self.look, "Ctrl"), KeyCap(self.look, "Enter"), space=4)
        self.setLayout(column(self._box, foot, space=10))
        self.refresh()
        first = next((each.id for each in sitting.story.questions), 0)
        if first:
            self.open(first)

    # Showing

    def refresh(self) -> None:
        if self.card is not None and self.card.adding:
            return  # its key is on the way
        known = {each.id: each for each in self.sitting.story.questions}
        if self.card is not None and self.card.key and self.card.key not in known:
            self._drop_card()
        for key in [key for key in self.lines if key not in known]:
            self.lines.pop(key).deleteLater()
        for key, question in known.items():
            if key in self.lines:
                self.lines[key].show_question(question)
            else:
                line = self.lines[key] = QuestionLine(self.look, question)
                line.setParent(self)
                line.opened.connect(self._open)
        if self.card is not None:
            self.card.refresh()
        self._arrange(list(known))

    def _arrange(self, keys: list[int]) -> None:
        """Put the lines in order, and the card in the place of its own line, or at the end."""
        card = self.card
        wanted = [*keys, *([0] if card is not None and card.key == 0 else [])]
        state = [*wanted, card.key if card else -1]
        if state == self._shown:
            return
        self._shown = state
        while self._box.takeAt(0):
            pass
        for key in wanted:
            line = self.lines.get(key)
            if card is not None and key == card.key:
                self._box.addWidget(card)
                card.show()
            if line is not None:
                if card is None or key != card.key:
                    self._box.addWidget(line)
                line.setVisible(card is None or key != card.key)

    def _drop_card(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            self.sitting.saving.forget(*card.fields.values())
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()

    # Doing

    def open(self, key: int, *, focus: bool = False) -> None:
        """Unfold one question; the one that was open folds, once its words are safe."""
        if self.card is not None and self.card.key == key:
            return
        if not self._fold():
            return
        question = next((each for each in self.sitting.story.questions if each.id == key), None)
        self._put(QuestionCard(self.sitting, question, self._next()))
        if focus and self.card is not None:
            self.card.field("now").writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: int) -> None:
        self.open(key, focus=True)

    def add(self) -> None:
        """A new card at the end; its first word makes the question."""
        card = self.card
        if card is None or card.key or any(field.text for field in card.fields.values()):
            if not self._fold():
                return
            self._put(QuestionCard(self.sitting, None, self._next()))
        if self.card is not None:
            self.card.field("text").writing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _next(self) -> int:
        self._cards += 1
        return self._cards

    def _put(self, card: QuestionCard) -> None:
        self.card = card
        card.folded.connect(self._fold)
        card.removed.connect(self.remove)
        card.added.connect(self._was_added)
        self._arrange([each.id for each in self.sitting.story.questions])

    def _was_added(self, _key: int) -> None:
        self.sitting.refresh()

    def _fold(self) -> bool:
        """Close the card. False when its words are not safe: then it stays."""
        if self.card is None:
            return True
        self.sitting.saving.flush()
        if any(field.unsaved for field in self.card.fields.values()):
            return False
        focus = QApplication.focusWidget()
        key, had_focus = self.card.key, focus is not None and self.card.isAncestorOf(focus)
        self._drop_card()
        self._arrange([each.id for each in self.sitting.story.questions])
        if had_focus and key in self.lines:
            self.lines[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def remove(self) -> None:
        """Take the open question away; undo brings it back."""
        if self.card is None:
            return
        if not self.card.key:
            self._drop_card()
            self._arrange([each.id for each in self.sitting.story.questions])
            return
        self.sitting.saving.flush()
        self.sitting.do(questions.remove, self.card.key)

    def shift(self, by: int) -> None:
        """Move the open question up or down."""
        if self.card is not None and self.card.key:
            self.sitting.do(questions.move, self.card.key, by)
