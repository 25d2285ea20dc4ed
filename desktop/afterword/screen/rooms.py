"""The places beside the list, made when they are first wanted: waiting, lessons, what was learned of letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from afterword.journal import waits
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.lessons.page import LessonsPage
    from afterword.screen.letters.archive_page import ArchivePage
    from afterword.screen.letters.learned import LearnedPage
    from afterword.screen.letters.reader import Read
    from afterword.screen.waiting.page import WaitingPage
    from afterword.screen.window import Window

SECOND, MINUTE = 1000, 60_000  # milliseconds


def notify(window: Window, sentence: str) -> None:
    """A notification of the system, where there is one; the icon goes when it was shown."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return
    icon = QSystemTrayIcon(window.windowIcon(), window)
    icon.show()
    icon.showMessage("Afterword", sentence, window.windowIcon())
    icon.messageClicked.connect(window.activateWindow)
    icon.messageClicked.connect(lambda: window.go("waiting"))
    QTimer.singleShot(MINUTE, icon, icon.deleteLater)


class Rooms(QObject):
    """Belongs to one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, QWidget] = {}
        self._said: set[int] = set()
        clock = QTimer(self, interval=MINUTE)
        clock.timeout.connect(self.remind)
        clock.start()
        QTimer.singleShot(SECOND, self, self.remind)

    def page(self, name: str) -> QWidget:
        """The page of a place, with what it shows asked for."""
        if name == "learned":
            self.learned.refresh()
            return self.learned
        if name == "archive":
            return self.archive
        page = self.waiting if name == "waiting" else self.lessons
        page.look_at(self._window.preferences.search)
        return page

    def name_of(self, page: QWidget | None) -> str:
        """The place that a page is; empty for none of ours."""
        return next((name for name, each in self._made.items() if each is page), "")

    def choose_search(self) -> None:
        """Another job search was chosen: what is shown is asked for again."""
        if name := self.name_of(self._window.stack.currentWidget()):
            self.page(name)

    def remind(self) -> None:
        """Say the reminders whose day has come, once in a sitting."""
        found = [each for each in waits.due(self._window.desk.journal) if each.id not in self._said]
        if not found:
            return
        self._said |= {each.id for each in found}
        names = ", ".join(each.company for each in found[:3])
        sentence = _("You wanted to be reminded of {names}.").format(names=names)
        self._window.toast.say(sentence, _("Waiting"), "", lambda: self._window.go("waiting"))
        if not self._window.isActiveWindow():
            notify(self._window, sentence)

    @property
    def waiting(self) -> WaitingPage:
        from afterword.screen.waiting.page import WaitingPage

        made = self._made.get("waiting")
        if isinstance(made, WaitingPage):
            return made
        window = self._window
        page = self._made["waiting"] = WaitingPage(window.look, window.desk)
        page.opened.connect(self._show_application)
        page.said.connect(lambda sentence: window.say(sentence, undo=True))
        page.troubled.connect(window.trouble)
        window.stack.addWidget(page)
        return page

    @property
    def archive(self) -> ArchivePage:
        from afterword.screen.letters.archive_page import ArchivePage

        made = self._made.get("archive")
        if isinstance(made, ArchivePage):
            return made
        window = self._window
        page = self._made["archive"] = ArchivePage(window.look, window.desk, window.post.reader)
        page.said.connect(lambda sentence: window.say(sentence, undo=True))
        page.troubled.connect(window.trouble)
        window.stack.addWidget(page)
        return page

    @property
    def has_archive(self) -> bool:
        """Whether there are emails of an archive left to look at."""
        made = self._made.get("archive")
        return made is not None and bool(self.archive.list.lines())

    def put_away(self) -> None:
        """The window goes: nothing is read for it any more."""
        if "archive" in self._made:
            self.archive.reading.forget()

    def read_archive(self, path: str) -> None:
        """Go through an archive of emails, and show what it says about jobs."""
        self._window.go("archive")
        if self._window.place == "archive":
            self.archive.read(Path(path))

    def show_many(self, found: Read) -> None:
        """More emails at once than one looks at one by one: the list."""
        self._window.go("archive")
        if self._window.place == "archive":
            self.archive.show_found(found)

    @property
    def learned(self) -> LearnedPage:
        from afterword.screen.letters.learned import LearnedPage

        made = self._made.get("learned")
        if isinstance(made, LearnedPage):
            return made
        window = self._window
        page = self._made["learned"] = LearnedPage(window.look, window.desk)
        page.forgotten.connect(lambda sentence: window.say(sentence, undo=True))
        page.troubled.connect(window.trouble)
        window.stack.addWidget(page)
        return page

    @property
    def lessons(self) -> LessonsPage:
        from afterword.screen.lessons.page import LessonsPage

        made = self._made.get("lessons")
        if isinstance(made, LessonsPage):
            return made
        window = self._window
        page = self._made["lessons"] = LessonsPage(window.look, window.desk)
        page.opened.connect(self._show)
        page.said.connect(window.say)
        page.troubled.connect(window.trouble)
        window.stack.addWidget(page)
        return page

    def _show(self, key: int) -> None:
        """An interview, or the last one of an application."""
        self._window.show_interviews()
        if not self._window.list.select(key):
            self._window.list.select_application(key)

    def _show_application(self, key: int) -> None:
        self._window.show_interviews()
        self._window.list.select_application(key)
