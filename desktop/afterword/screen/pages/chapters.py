"""The chapters of one interview in the detail pane: what it taught, what they asked, how it felt, what they wrote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from afterword.journal import actions, sheets
from afterword.journal.stories import ActionFact, Feeling, LetterFact, QuestionFact, Story
from afterword.journal.terms import ActionStatus, Outcome
from afterword.paper.phrases import feeling_words, moment_label, nth_time, plan
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pages.road import Road
from afterword.screen.pieces.boxes import Card, column, hairline, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Icon, Mark
from afterword.words import _, day_of_month, long_day, n_

ADVERT = 600  # characters of the advert beside the rest; all of it is in the application


class Chapters(QObject):
    """Makes the widgets of one story; remembers which letters were unfolded."""

    application_wanted = Signal(object)
    folded = Signal()  # a letter was folded or unfolded: show the story anew

    def __init__(self, look: Look, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self._unfolded: set[int] = set()

    def forget(self) -> None:
        """Another story: everything is folded again."""
        self._unfolded.clear()

    def of(self, story: Story) -> list[QWidget]:
        """What there is to show, in reading order."""
        look = self._look
        parts: list[QWidget] = [Road(look, story.road)]
        if story.outcome == Outcome.SOON and story.interview_id is not None:
            parts += self._ahead(story.interview_id)
        if story.taught or story.lessons:
            parts.append(self._lesson(story))
        if story.questions:
            parts.append(self._questions(story.questions))
        if story.feelings:
            parts += [hairline(look), self._felt(story.feelings, story.outcome)]
        if story.actions:
            parts += [hairline(look), self._plan(story)]
        answers = [letter for letter in story.letters if letter.kind in ("rejection", "offer")]
        others = [letter for letter in story.letters if letter not in answers]
        if story.letters or story.files or story.application.reason_text:
            parts.append(hairline(look))
        if story.application.reason_text:
            parts.append(self._their_words(story))
        parts += [self._letter(letter) for letter in (*answers, *others)]
        if story.files:
            parts.append(self._files(story))
        if story.interview_notes or story.application.notes:
            parts += [hairline(look), self._notes(story)]
        if story.application.ad_text and story.outcome in (Outcome.SOON, Outcome.WAIT):
            parts += [hairline(look), self._advert(story.application.ad_text)]
        return parts

    def _ahead(self, interview_id: int) -> list[QWidget]:
        """What the earlier ones left for this one."""
        told = sheets.sheet(self._desk.journal, interview_id).told
        if not told:
            return []
        card = Card(self._look, "accent_wash", "accent_line")
        lines = [label(lesson.text, "read", wrap=True, select=True) for lesson in told]
        card.setLayout(
            column(label(_("What you told yourself"), "small_m", "accent"), *lines, space=6, margins=(16, 12, 16, 14))
        )
        return [card]

    def _advert(self, text: str) -> QWidget:
        box = QWidget()
        shown = text if len(text) <= ADVERT else text[:ADVERT].rsplit(" ", 1)[0] + " …"
        box.setLayout(
            column(label(_("The advert"), "body_s"), label(shown, "body", "text2", wrap=True, select=True), space=5)
        )
        return box

    def _lesson(self, story: Story) -> QWidget:
        look = self._look
        good = story.outcome in ("offer", "passed")
        tone = "confirm" if good else "taught"
        card = Card(look, f"{tone}_wash", f"{tone}_line")
        title = _("What this one confirmed") if good else _("What this one taught")
        items: list[QWidget | object] = [label(title, "small_m", tone)]
        if story.taught:
            items.append(label(story.taught, "read", wrap=True, select=True))
        for lesson in story.lessons:
            times = nth_time(lesson.times)
            line = [Icon(look, "bookmark", tone, 14), Elide(look, lesson.text, "small_m", tone)]
            items.append(row(*line, label(times, "small", "text2") if times else 0, "*", space=8))
        card.setLayout(column(*items, space=6, margins=(16, 12, 16, 14)))
        return card

    def _questions(self, questions: Sequence[QuestionFact]) -> QWidget:
        box = QWidget()
        head = row(
            label(_("Questions they asked"), "body_s"), "*", label(str(len(questions)), "small", "text3"), space=6
        )
        box.setLayout(column(head, *[self._question(each) for each in questions], space=9))
        return box

    def _question(self, question: QuestionFact) -> QWidget:
        line = QWidget()
        mark = Mark(self._look, question.mark or "none")
        texts: list[object] = [label(question.text, "body", wrap=True, select=True)]
        if question.now:
            texts.append(label(_("Better answer written."), "small", "text2"))
        elif question.said:
            texts.append(label(question.said, "small", "text2", wrap=True))
        line.setLayout(row(column(2, mark, "*", space=0), (column(*texts, space=1), 1), space=10))
        return line

    def _felt(self, feelings: Sequence[Feeling], outcome: str) -> QWidget:
        box = QWidget()
        cells = [
            (column(Elide(self._look, moment_label(each.moment, outcome), "small", "text3"),
                    label(feeling_words(each), "body", wrap=True), "*", space=1), 1)
            for each in feelings
        ]  # fmt: skip
        box.setLayout(column(label(_("How it felt"), "body_s"), row(*cells, space=8), space=9))
        return box

    def _plan(self, story: Story) -> QWidget:
        box = QWidget()
        lines = [self._action(each) for each in story.actions]
        box.setLayout(column(label(_("Next time"), "body_s"), *lines, space=5))
        return box

    def _action(self, action: ActionFact) -> QWidget:
        """The if-then, and what can be said of it later."""
        parts: list[object] = [label(plan(action), "read", wrap=True, select=True)]
        if action.status == ActionStatus.OPEN:
            done, drop = button(self._look, _("Done"), "link"), button(self._look, _("Let it go"), "link")
            done.clicked.connect(lambda: self._desk.do(actions.done, action.id))
            drop.clicked.connect(lambda: self._desk.do(actions.drop, action.id))
            parts.append(row(done, drop, "*", space=14))
        else:
            parts.append(label(ActionStatus(action.status).label, "small", "text3"))
        line = QWidget()
        line.setLayout(column(*parts, space=2))
        return line

    def _their_words(self, story: Story) -> QWidget:
        box = QWidget()
        words = label(f"“{story.application.reason_text}”", "read", wrap=True, select=True)
        box.setLayout(column(label(_("What they said"), "body_s"), words, space=5))
        return box

    def _letter(self, letter: LetterFact) -> QWidget:
        look = self._look
        box = QWidget()
        now, sent = self._desk.journal.now(), letter.sent_at
        on = "" if sent is None else day_of_month(sent) if sent.year == now.year else long_day(sent)
        answer = letter.kind in ("rejection", "offer")
        title = (_("Their answer, {day}") if answer else _("Email, {day}")).format(day=on).rstrip(", ")
        shown = letter.id in self._unfolded
        kept = _("Kept folded. You don’t have to read it again.") if letter.kind == "rejection" else letter.subject
        flip = button(look, _("Fold") if shown else _("Unfold"), "quiet")
        flip.setAccessibleName(f"{flip.text()}, {title}")
        flip.clicked.connect(lambda: self._fold(letter.id))
        head = row(
            Icon(look, "mail", "text3", 16),
            (column(Elide(look, title, "body"), Elide(look, kept, "small", "text3"), space=1), 1), flip, space=10,
        )  # fmt: skip
        text = label(letter.text, "body", "text2", wrap=True, select=True) if shown else None
        box.setLayout(column(head, *([text] if text else []), space=8))
        return box

    def _fold(self, key: int) -> None:
        self._unfolded ^= {key}
        self.folded.emit()

    def _files(self, story: Story) -> QWidget:
        look = self._look
        box = QWidget()
        open_files = button(look, _("Show"), "quiet")
        open_files.clicked.connect(lambda: self.application_wanted.emit(story.application.id))
        names = ", ".join(each.name for each in story.files)
        count = n_("{n} file", "{n} files", len(story.files))
        texts = column(Elide(look, count, "body"), Elide(look, names, "small", "text3"), space=1)
        box.setLayout(row(Icon(look, "paperclip", "text3", 16), (texts, 1), open_files, space=10))
        return box

    def _notes(self, story: Story) -> QWidget:
        box = QWidget()
        texts = [text for text in (story.interview_notes, story.application.notes) if text]
        lines = [label(text, "read", wrap=True, select=True) for text in texts]
        box.setLayout(column(label(_("Notes"), "body_s"), *lines, space=5))
        return box
