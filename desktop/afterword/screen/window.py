"""The window: its places and panes, and all wiring between them, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from afterword.journal import interviews, letters, rows, searches
from afterword.journal.change import Change
from afterword.places import Places
from afterword.preferences import Preferences
from afterword.screen.actions import Actions
from afterword.screen.commands import Commands
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pages.detail import DetailPane
from afterword.screen.pages.listing import ListPane
from afterword.screen.pages.sample_strip import SampleStrip
from afterword.screen.pieces.toast import Toast
from afterword.screen.rooms import Rooms
from afterword.screen.sidebar import Sidebar
from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.debrief.page import DebriefPage
    from afterword.screen.letters.post import Post
    from afterword.screen.pages.first_run import FirstRun

MINIMUM = (860, 560)
NARROW = 1100  # below this width × text scale the sidebar is a rail


class Window(QMainWindow):
    """One journal on screen."""

    sample_wanted = Signal()
    own_wanted = Signal()
    finished = Signal()

    def __init__(
        self, look: Look, desk: Desk, here: Places, preferences: Preferences, *, resources: Path, sample: bool = False
    ) -> None:
        super().__init__()
        desk.setParent(self)
        self._narrow = False
        self._resources = resources
        self._debrief: DebriefPage | None = None
        self._post: Post | None = None
        self._first_run: FirstRun | None = None
        self.look, self.desk, self.here, self.preferences, self.sample = look, desk, here, preferences, sample
        self.setWindowTitle(_("Afterword, a made-up search") if sample else "Afterword")
        self.setWindowIcon(look.icon("afterword", "accent", 64))
        self.setMinimumSize(*MINIMUM)
        self.resize(1280, 800)
        if self.preferences.search not in [each.id for each in searches.every(desk.journal)]:
            self.preferences.search = 0
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self._make_places()
        self._lay_out()
        self.rooms = Rooms(self)
        self.commands = Commands(self)
        self._wire()
        self.setAcceptDrops(True)
        self._restore()
        self._changed(None)

    # Places and panes

    def _make_places(self) -> None:
        look, desk = self.look, self.desk
        self.sidebar = Sidebar(look, desk, self.preferences.search)
        self.list = ListPane(look, desk, self.preferences)
        self.list.find_field.setAcceptDrops(False)  # else it takes the path of a mail that was meant for the post
        self.detail = DetailPane(look, desk)
        self.strip = SampleStrip(look)
        self.strip.setVisible(self.sample)

    def _lay_out(self) -> None:
        self.side_stack = QStackedWidget()
        self.side_stack.addWidget(self.detail)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.side_stack)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addWidget(self.stack, 1)
        central = QWidget()
        down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.strip)
        down.addLayout(across, 1)
        self.setCentralWidget(central)
        self.toast = Toast(central, self.look)

    def _wire(self) -> None:
        """Every connection of the window, by the name of who speaks."""
        commands = self.commands
        self.desk.changed.connect(self._changed)
        self.detail.application_wanted.connect(commands.asking.edit_application)
        self.detail.debrief_wanted.connect(self.open_debrief)
        self.detail.interview_wanted.connect(self.select)
        self.detail.print_wanted.connect(commands.print_interview)
        self.detail.sheet_wanted.connect(commands.print_sheet_of)
        self.detail.troubled.connect(self.trouble)
        self.list.delete_wanted.connect(commands.delete)
        self.list.filter_changed.connect(self._show_state)
        self.list.new_wanted.connect(commands.asking.new_interview)
        self.list.opened.connect(self._opened)
        self.list.print_wanted.connect(commands.print_search)
        self.list.read_wanted.connect(commands.print_sheet_of)
        self.list.selected.connect(self._selected)
        self.list.troubled.connect(self.trouble)
        self.look.changed.connect(self.fit)
        self.sidebar.filter_wanted.connect(self._filter)
        self.sidebar.place_wanted.connect(self.go)
        self.sidebar.search_wanted.connect(self.choose_search)
        self.strip.leave_wanted.connect(self.own_wanted)
        commands.connect_actions()

    # Places that are made when they are first wanted

    @property
    def debrief(self) -> DebriefPage:
        """The editor of what an interview was like."""
        if self._debrief is None:
            from afterword.journal import prompts
            from afterword.screen.debrief.page import DebriefPage

            known = prompts.load(self._resources / "prompts")
            page = self._debrief = DebriefPage(self.look, self.desk, known, self.preferences, self.here.rescue)
            page.closed.connect(self.show_interviews)
            page.print_wanted.connect(self.commands.print_interview)
            page.troubled.connect(self.trouble)
            self.stack.addWidget(page)
        return self._debrief

    @property
    def last_written(self) -> int:
        """The interview that the editor had last; 0 for none."""
        return self._debrief.interview_id if self._debrief is not None else 0

    @property
    def first_run(self) -> FirstRun:
        """What is seen while there is nothing to list."""
        if self._first_run is None:
            from afterword.screen.pages.first_run import FirstRun

            page = self._first_run = FirstRun(self.look)
            page.new_wanted.connect(self.commands.asking.new_interview)
            page.sample_wanted.connect(self.sample_wanted)
            page.open_wanted.connect(self.commands.add_email)
            self.stack.addWidget(page)
        return self._first_run

    @property
    def post(self) -> Post:
        """What takes letters in, with its review card and the page of unfiled letters."""
        if self._post is None:
            from afterword.screen.letters.post import Post

            post = self._post = Post(self.look, self.desk, self._resources / "phrases", self.list)
            post.accepted.connect(self._accepted)
            post.reviewing.connect(self._reviewing)
            post.told.connect(self.say)
            post.troubled.connect(self.trouble)
            post.archive_wanted.connect(self.rooms.read_archive)
            post.many_came.connect(self.rooms.show_many)
            self.side_stack.addWidget(post.review)
            self.stack.addWidget(post.unfiled)
            post.install(self)
        return self._post

    @property
    def is_reviewing(self) -> bool:
        return self._post is not None and self._post.is_reviewing

    @property
    def unfiled_count(self) -> int:
        return letters.count_unfiled(self.desk.journal)

    # What is shown

    @property
    def place(self) -> str:
        """interviews, first_run, debrief, unfiled, or a room"""
        page = self.stack.currentWidget()
        if page is self.splitter:
            return "interviews"
        if page is self._first_run or page is self._debrief:
            return "first_run" if page is self._first_run else "debrief"
        return self.rooms.name_of(page) or "unfiled"

    def go(self, place: str) -> None:
        """To a place by name."""
        if place == "interviews":
            self.show_interviews()
        elif self.leave_debrief():
            self.stack.setCurrentWidget(self.post.unfiled if place == "unfiled" else self.rooms.page(place))
            self._show_state()

    def show_interviews(self) -> None:
        """The list and its detail; the first-run page while there is nothing to list."""
        if not self.leave_debrief():
            return
        counts = rows.counts(self.desk.journal, 0)
        nothing = not counts["interviews"] and not counts["applications"] and not self.is_reviewing
        self.stack.setCurrentWidget(self.first_run if nothing else self.splitter)
        self._show_state()
        if not nothing:
            self.list.table.setFocus()

    def leave_debrief(self) -> bool:
        """Save what is being written. False when it cannot be saved: then we stay."""
        return self._debrief is None or self.place != "debrief" or self._debrief.flush()

    def open_debrief(self, interview_id: int, mode: str = "") -> None:
        """The editor of one interview: two minutes, full, the day of the answer, or what worked."""
        if not self.leave_debrief():
            return
        self.debrief.open(interview_id, mode or self.fitting_mode(interview_id))
        self.stack.setCurrentWidget(self.debrief)
        self._show_state()

    def fitting_mode(self, interview_id: int) -> str:
        outcome = interviews.story(self.desk.journal, interview_id).outcome
        return {"no": "decision", "silent": "decision", "offer": "success"}.get(outcome, self.preferences.debrief)

    def select(self, key: int) -> None:
        """Show one row, and its detail."""
        if self.stack.currentWidget() is not self.splitter:
            self.show_interviews()
        self.list.select(key)

    def _selected(self, key: int, kind: str) -> None:
        self.detail.show_story(key, kind)
        self.commands.refresh()

    def _opened(self, key: int, kind: str) -> None:
        if kind == "interview":
            self.open_debrief(key)
        else:
            self.commands.asking.edit_application(key)

    def _reviewing(self, on: bool) -> None:
        if on and self.leave_debrief():
            self.stack.setCurrentWidget(self.splitter)
            self.side_stack.setVisible(True)
            self.activateWindow()  # a drop leaves the other program in front, and Enter belongs to the card now
        self.side_stack.setCurrentWidget(self.post.review if on else self.detail)
        if not on:
            self.show_interviews()

    def _accepted(self, key: int, sentence: str) -> None:
        self.say(sentence, undo=True)
        if key:
            self.select(key)

    def _changed(self, change: Change | None) -> None:
        if change is None or self.stack.currentWidget() in (self._first_run, self.splitter):
            showing_nothing = self.place == "first_run"
            counts = rows.counts(self.desk.journal, 0)
            nothing = not counts["interviews"] and not counts["applications"] and not self.is_reviewing
            if nothing != showing_nothing:
                self.stack.setCurrentWidget(self.first_run if nothing else self.splitter)
        self._show_state()

    def _show_state(self, *_ignored: object) -> None:
        self.commands.refresh()
        self.sidebar.set_state(self.place, self.list.filter_text(), self.preferences.search, self.unfiled_count)
        self.fit()

    def _filter(self, text: str) -> None:
        self.show_interviews()
        self.list.set_filter(text)

    def choose_search(self, key: int) -> None:
        self.preferences.search = key
        self.list.set_search(key)
        self.rooms.choose_search()
        self._show_state()

    # What is said

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """One line at the foot of the window; with Undo when something changed."""
        if not sentence:
            self.toast.leave()
            return
        self.toast.above = 102 if self.is_reviewing else 62  # the card's foot can have two lines
        if undo:
            self.toast.say(sentence, _("Undo"), self.actions_["undo"].shortcut().toString(), self.commands.undo)
        else:
            self.toast.say(sentence, "", "", None)

    def trouble(self, trouble: Trouble) -> None:
        self.toast.say(str(trouble), "", "", None)

    def receive(self, files: Sequence[str]) -> None:
        """Files of the command line or of a second start: review them, and come to the front."""
        self.raise_()
        self.activateWindow()
        if files:
            self.post.take_files(list(files))

    # Size, closing

    def fit(self) -> None:
        narrow = self.width() < NARROW * self.look.scale
        self.sidebar.setVisible(self.preferences.sidebar)
        self.sidebar.set_rail(narrow or self.place == "debrief")
        if narrow != self._narrow:
            self._narrow = narrow
            self.splitter.setSizes([self.look.px(n) for n in ((440, 404) if narrow else (652, 424))])
        self.side_stack.setVisible(self.preferences.detail or self.is_reviewing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.toast.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.commands.refresh()

    def _restore(self) -> None:
        if self.preferences.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.preferences.geometry.encode()))
        if len(self.preferences.splitter) == 2:
            self.splitter.setSizes(self.preferences.splitter)
        else:
            self.splitter.setSizes([self.look.px(652), self.look.px(424)])
        QTimer.singleShot(0, self.list, self._begin)

    def _begin(self) -> None:
        """The first row, its detail, and the keyboard in the table."""
        self.list.select_first()
        current = self.list.current()
        if current is not None:
            self._selected(current.id, current.kind)
        if self.place == "interviews":
            self.list.table.setFocus()

    def put_away(self) -> None:
        """Close for good, without asking the application to quit: another journal is opened instead."""
        if self._debrief is not None:
            self._debrief.flush()
        self.preferences.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences.splitter = self.splitter.sizes()
        self.list.close_down()
        self.rooms.put_away()
        self.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The first drag makes the post, which hears this one again, and itself all that follow."""
        if self._post is None and self.post is not None:
            QCoreApplication.sendEvent(self, event)
        else:
            super().dragEnterEvent(event)

    def may_go(self) -> bool:
        """Whether all that is on screen is kept: the debrief, and the emails still under review."""
        return self.leave_debrief() and (self._post is None or self._post.put_by())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_go():
            event.ignore()  # the words are on screen and could not be saved: never throw them away
            return
        event.accept()
        self.finished.emit()
