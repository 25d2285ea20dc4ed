"""The detail pane: one interview with its road, its lesson, its questions, how it felt, and their answer, folded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from afterword.journal import applications, interviews
from afterword.journal.change import Change
from afterword.journal.stories import Feeling, LetterFact, QuestionFact, Story
from afterword.journal.terms import Channel, Outcome, Stage, Status
from afterword.paper.phrases import feeling_words, moment_label
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pages.road import Road
from afterword.screen.pieces.boxes import Card, Panel, column, hairline, row, scroll
from afterword.screen.pieces.buttons import button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Chip, Icon, Mark
from afterword.trouble import Trouble
from afterword.words import _, clock, day_of_month, n_, short_day

CHIP_TONES = {
    "soon": "accent", "wait": "wait", "no": "taught", "offer": "confirm", "rescinded": "taught", "passed": "confirm",
}  # fmt: skip
MARGIN = 24


class DetailPane(QWidget):
    """Shows one row; re-asks its question when something changed."""

    application_wanted = Signal(object)
    debrief_wanted = Signal(object, str)
    interview_wanted = Signal(object)
    print_wanted = Signal(object)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName(_("Details"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._look, self._desk = look, desk
        self._key, self._kind = 0, ""
        self._unfolded: set[int] = set()
        self._stack = QStackedLayout(self)
        self._empty = self._make_empty()
        self._stack.addWidget(self._empty)
        self._page: QWidget | None = None
        desk.changed.connect(self._changed)
        look.changed.connect(self.build)

    def _make_empty(self) -> QWidget:
        page = QWidget()
        page.setLayout(column("*", row("*", label(_("Choose an interview on the left."), "body", "text3"), "*"), "*"))
        return page

    def show_story(self, key: int, kind: str) -> None:
        """Show one interview ("interview") or one application without any ("application")."""
        if (key, kind) != (self._key, self._kind):
            self._unfolded.clear()
        self._key, self._kind = key, kind
        self.build()

    def clear(self) -> None:
        self._key, self._kind = 0, ""
        self.build()

    def _changed(self, _change: Change) -> None:
        self.build()

    def _story(self) -> Story | None:
        if not self._key:
            return None
        ask = interviews.story if self._kind == "interview" else applications.story
        try:
            return ask(self._desk.journal, self._key)
        except Trouble:
            return None  # deleted, or an application that has its first interview now

    def build(self) -> None:
        """Make the page anew from the story as it is now; keeps the scroll place."""
        story = self._story()
        old, self._page = self._page, None
        if story is not None:
            self._page = self._make_page(story)
            self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page or self._empty)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _make_page(self, story: Story) -> QWidget:
        page = QWidget()
        body = QWidget()
        down = QVBoxLayout(body)
        px = self._look.px
        down.setContentsMargins(px(MARGIN), px(18), px(MARGIN), px(20))
        down.setSpacing(px(18))
        for part in self._parts(story):
            if isinstance(part, QWidget):
                down.addWidget(part)
        down.addStretch(1)
        area = scroll(body)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        page.setLayout(column(self._head(story), (area, 1), self._foot(story), space=0))
        return page

    def _parts(self, story: Story) -> list[QWidget]:
        look = self._look
        parts: list[QWidget] = [Road(look, story.road)]
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
        parts += [self._letter(letter, fold=True) for letter in answers]
        parts += [self._letter(letter, fold=True) for letter in others]
        if story.files:
            parts.append(self._files(story))
        if story.interview_notes or story.application.notes:
            parts += [hairline(look), self._notes(story)]
        return parts

    def _head(self, story: Story) -> QWidget:
        look, app = self._look, story.application
        head = QWidget()
        stage = Stage(story.stage).label if story.stage else ""
        printer = tool(look, "printer", _("Print this interview"))
        printer.clicked.connect(lambda: self.print_wanted.emit(story.id))
        more = tool(look, "ellipsis", _("Application, advert and files"))
        more.clicked.connect(lambda: self.application_wanted.emit(app.id))
        facts = " · ".join(part for part in _facts(story) if part)
        status = Status(app.status)
        chip = status.label if status in (Status.ACCEPTED, Status.OFFER_DECLINED) else Outcome(story.outcome).label
        head.setLayout(
            column(
                row((Elide(look, app.company, "title"), 1), printer, more, space=2),
                row((Elide(look, " · ".join(part for part in (app.title, stage) if part), "body", "text2"), 1)),
                row(Chip(look, chip, CHIP_TONES.get(story.outcome, "quiet")), (Elide(look, facts, "small", "text3"), 1),
                    space=8, margins=(0, 6, 0, 0)),
                space=2, margins=(MARGIN, 14, 14, 0),
            )
        )  # fmt: skip
        return head

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
            times = _times(lesson.times)
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
        texts = [
            _("If {condition}, then {act}").format(condition=each.if_text, act=each.then_text)
            if each.if_text
            else each.then_text
            for each in story.actions
        ]
        lines = [label(text, "read", wrap=True, select=True) for text in texts]
        box.setLayout(column(label(_("Next time"), "body_s"), *lines, space=5))
        return box

    def _their_words(self, story: Story) -> QWidget:
        box = QWidget()
        words = label(f"“{story.application.reason_text}”", "read", wrap=True, select=True)
        box.setLayout(column(label(_("What they said"), "body_s"), words, space=5))
        return box

    def _letter(self, letter: LetterFact, *, fold: bool) -> QWidget:
        look = self._look
        box = QWidget()
        on = day_of_month(letter.sent_at) if letter.sent_at else ""
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
        text = label(letter.text, "body", "text2", wrap=True, select=True) if shown or not fold else None
        box.setLayout(column(head, *([text] if text else []), space=8))
        return box

    def _fold(self, key: int) -> None:
        self._unfolded ^= {key}
        self.build()

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

    def _foot(self, story: Story) -> QWidget:
        look = self._look
        foot = Panel(look, "base", "t")
        if story.interview_id is None:
            text, kind, icon, act = _("Application and files"), "", "file-text", self._ask_application(story)
        else:
            begun = story.debrief > 0
            text = _("Continue the debrief") if begun else _("Two minutes")
            act, kind, icon = self._ask_debrief(story, "full" if begun else ""), "primary", "feather"
            if story.outcome == "soon":
                text = _("Before it: what do you expect?")
                act = self._ask_debrief(story, "quick")
        first = button(look, text, kind, icon)
        first.clicked.connect(act)
        foot.setLayout(row(first, "*", space=8, margins=(MARGIN, 10, MARGIN, 10)))
        return foot

    def _ask_application(self, story: Story) -> Callable[[], None]:
        return lambda: self.application_wanted.emit(story.application.id)

    def _ask_debrief(self, story: Story, mode: str) -> Callable[[], None]:
        return lambda: self.debrief_wanted.emit(story.interview_id, mode)

    def focusInEvent(self, _event: object) -> None:
        self.focusNextPrevChild(True)


def _facts(story: Story) -> list[str]:
    app = story.application
    return [
        f"{short_day(story.at)}, {clock(story.at)}" if story.at and story.outcome == "soon" else "",
        n_("{n} minute", "{n} minutes", story.duration_min) if story.duration_min else "",
        _("through {channel}").format(channel=Channel(app.channel).label.lower()) if app.channel else "",
        story.interview_people,
    ]


def _times(count: int) -> str:
    if count < 2:
        return ""
    return {2: _("2nd time"), 3: _("3rd time")}.get(count) or _("{n}th time").format(n=count)
