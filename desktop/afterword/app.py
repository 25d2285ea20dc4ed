"""Composes the program: places, preferences, journal, desk, look, window. The only module that knows all rooms."""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from afterword import places, preferences
from afterword.journal.store import Journal, open_journal
from afterword.journal.stories import Story
from afterword.places import Places
from afterword.screen.desk import Desk
from afterword.screen.instance import Instance, hand_over
from afterword.screen.look import Look
from afterword.screen.window import Window
from afterword.trouble import Trouble
from afterword.words import _

log = logging.getLogger(__name__)


class App(QObject):
    """One sitting: holds the open journal, its lock and its window; changes them when the sample is opened or left."""

    def __init__(self, application: QApplication, here: Places, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(application)
        self.application = application
        self.here = here
        self.clock = clock
        self.preferences = preferences.load(here.preferences)
        self.look = Look(application, places.resources())
        self.look.apply(self.preferences.theme, self.preferences.text_scale)
        self.look.changed.connect(self._keep_preferences)  # at once: a session can end without a word
        self.instance: Instance | None = None
        self.journal: Journal | None = None
        self.window: Window | None = None

    def open(self, path: Path, files: Sequence[str] = (), make: Callable[[], None] | None = None) -> bool:
        """Open a journal in a window of its own. False: another window has it, and has been asked to come forward.

        `make` makes the file first, once nobody else has it.
        """
        _make_folders(path.parent)
        instance = Instance(path, self)
        if not instance.claim():
            if hand_over(path, files):
                return False
            raise Trouble(
                _("This journal is open in another window that does not answer."),
                _("Close that window, then start Afterword again."),
            )
        try:
            if make is not None:
                make()
            journal = open_journal(path, self.clock)
        except BaseException:
            instance.release()
            raise
        self._leave()
        self.instance, self.journal = instance, journal
        self.window = self._make_window(journal, path)
        instance.handed.connect(self.window.receive)
        self.window.show()
        if files:
            QTimer.singleShot(0, self.window, partial(self.window.receive, list(files)))
        return True

    def _make_window(self, journal: Journal, path: Path) -> Window:
        window = Window(
            self.look, Desk(journal), self.here, self.preferences, resources=places.resources(),
            sample=path == self.here.sample,
        )  # fmt: skip
        window.sample_wanted.connect(self.open_sample)
        window.own_wanted.connect(self.open_own)
        window.finished.connect(self.quit)
        return window

    def open_sample(self) -> None:
        """The made-up search, fresh, in a file of its own; not while words on screen could not be saved."""
        from afterword.journal import sample

        if self.window and not self.window.may_go():
            return
        try:
            self.open(self.here.sample, make=lambda: sample.make(self.here.sample, self.clock()))
        except Trouble as trouble:
            if self.window:
                self.window.trouble(trouble)

    def open_own(self) -> None:
        if self.window and not self.window.may_go():
            return
        try:
            self.open(self.here.journal)
        except Trouble as trouble:
            if self.window:
                self.window.trouble(trouble)

    def _leave(self) -> None:
        """Put the present window, journal and lock away, in that order."""
        if self.window is not None:
            self.window.put_away()
            self.window.deleteLater()
            self.window = None
        if self.journal is not None:
            self.journal.close()
            self.journal = None
        if self.instance is not None:
            self.instance.release()
            self.instance = None

    def _keep_preferences(self) -> None:
        try:
            preferences.save(self.here.preferences, self.preferences)
        except OSError as error:
            log.info("settings could not be saved: %s", error)

    def quit(self) -> None:
        self._keep_preferences()
        self._leave()
        self.application.quit()


def run(journal: Path | None, files: Sequence[str]) -> int:
    """Open the window, and stay until it is closed. The exit code."""
    gc.disable()  # until the first paint: measured to save a few milliseconds of start
    application = make_application()
    here = places.of_this_person()
    _keep_log(here)
    app = App(application, here)
    sys.excepthook = _Bugs(app).note
    QTimer.singleShot(1000, app, gc.enable)
    try:
        _make_folders(here)
        if not app.open(journal or here.journal, files):
            return 0
    except Trouble as trouble:
        from afterword.screen.trouble_page import TroubleWindow

        window = TroubleWindow(app.look, trouble, (journal or here.journal).parent)
        window.show()
        print(trouble, file=sys.stderr)  # noqa: T201 - whoever started us from a terminal reads it there
        application.exec()
        return 1
    return int(application.exec())


def make_application() -> QApplication:
    """The one QApplication, with its name set: platforms show it, and QStandardPaths uses it."""
    QGuiApplication.setApplicationName("afterword")
    QGuiApplication.setApplicationDisplayName("Afterword")
    QGuiApplication.setDesktopFileName("app.afterword.Afterword")
    present = QApplication.instance()
    return present if isinstance(present, QApplication) else QApplication([sys.argv[0]])


def print_to_pdf(journal: Journal, what: str, key: int | None, out: Path, paper: str) -> int:
    """Print one interview, or the whole search, without a window. The number of pages."""
    from afterword.journal import sheets
    from afterword.paper import interview as interview_paper
    from afterword.paper import whole as whole_paper
    from afterword.paper.blocks import Include
    from afterword.screen import printing

    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0]])
    today = journal.now().date()
    if what == "search":
        document = whole_paper.whole(sheets.whole(journal), today, Include())
    else:
        document = interview_paper.interview(_story(journal, key or 0), today, Include())
    pages = printing.write_pdf(document, out, paper or printing.default_paper())
    del application
    return pages


def _story(journal: Journal, key: int) -> Story:
    """The interview of that ID, or the application that has none. Raises Trouble when there is neither."""
    from afterword.journal import applications, interviews

    for ask in (interviews.story, applications.story):
        with contextlib.suppress(Trouble):
            return ask(journal, key)
    raise Trouble(
        _("There is no interview with the ID {id}.").format(id=key), _("“afterword list” shows the ID of each.")
    )


def _make_folders(where: Places | Path) -> None:
    """The folders of a person, or that of one journal. Raises Trouble when the disk says no."""
    try:
        if isinstance(where, Places):
            where.make()
        else:
            where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            _("{path} cannot be written.").format(path=error.filename or where),
            _("Check that the folder exists and that you may write in it."),
        ) from error


def _keep_log(here: Places) -> None:
    handler = logging.FileHandler(here.log / "afterword.log", encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


class _Bugs:
    """What nobody expected: logged each time, shown once, and the words on screen saved."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._shown: set[str] = set()

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.application.quit()
            return
        log.error("a bug", exc_info=(kind, error, trace))
        where = f"{kind.__name__}: {error}"
        if where in self._shown or self._app.window is None:
            return
        self._shown.add(where)
        if isinstance(error, Trouble):
            self._app.window.trouble(error)
            return
        self._app.window.trouble(
            Trouble(
                _("Something in Afterword went wrong. Your words are kept."),
                _("The details are in {folder}.").format(folder=self._app.here.log),
            )
        )
