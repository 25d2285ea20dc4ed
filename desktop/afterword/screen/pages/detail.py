"""The detail pane: one interview with its road, its lesson, its questions, how it felt, and their answer, folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from afterword.journal import applications, interviews
from afterword.journal.change import Change
from afterword.journal.stories import Story
from afterword.journal.terms import Channel, Outcome, Stage, Status
from afterword.screen.cells import TONES
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pages.chapters import Chapters
from afterword.screen.pieces.boxes import Flow, Panel, column, row, scroll
from afterword.screen.pieces.buttons import button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Chip
from afterword.trouble import Trouble
from afterword.words import _, clock, n_, short_day

MARGIN = 24


class DetailPane(QWidget):
    """Shows one row; re-asks its question when something changed."""

    application_wanted = Signal(object)
    debrief_wanted = Signal(object, str)
    interview_wanted = Signal(object)
    print_wanted = Signal(object)
    sheet_wanted = Signal(object)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName(_("Details"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._look, self._desk = look, desk
        self._key, self._kind = 0, ""
        self._chapters = Chapters(look, desk, self)
        self._chapters.application_wanted.connect(self.application_wanted)
        self._chapters.folded.connect(self.build)
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
            self._chapters.forget()
        self._key, self._kind = key, kind
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
        for part in self._chapters.of(story):
            if isinstance(part, QWidget):
                down.addWidget(part)
        down.addStretch(1)
        area = scroll(body)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        page.setLayout(column(self._head(story), (area, 1), self._foot(story), space=0))
        return page

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
                row(Chip(look, chip, TONES.get(story.outcome, "quiet")), (Elide(look, facts, "small", "text3"), 1),
                    space=8, margins=(0, 6, 0, 0)),
                space=2, margins=(MARGIN, 14, 14, 0),
            )
        )  # fmt: skip
        return head

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
                text, icon = _("What do you expect?"), ""
                act = self._ask_debrief(story, "quick")
        first = button(look, text, kind, icon)
        first.clicked.connect(act)
        second = None
        if story.outcome == "soon" and story.interview_id is not None:
            second = button(look, _("Read before you go"), "", "scroll-text")
            second.clicked.connect(lambda: self.sheet_wanted.emit(story.interview_id))
        acts = QWidget()  # in large text and a narrow window the second goes below
        acts.setLayout(Flow(first, *([second] if second else []), space=8))
        foot.setLayout(row((acts, 1), margins=(MARGIN, 10, MARGIN, 10)))
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
