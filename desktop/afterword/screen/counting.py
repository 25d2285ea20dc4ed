"""The past, counted on a worker: what was counted before stays until the new numbers are there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from afterword.insight.cards.card import Past, past
from afterword.journal.change import Change
from afterword.journal.retelling import read_beside
from afterword.screen import background
from afterword.screen.desk import Desk
from afterword.trouble import Trouble


class Counting(QObject):
    """Counts one window of the past, anew after each change while somebody looks.

    `count` makes of the past what is shown. It runs on the worker, so it may take long.
    """

    counted = Signal(object)  # what `count` gives
    troubled = Signal(Trouble)

    def __init__(self, desk: Desk, parent: QObject, count: Callable[[Past], object]) -> None:
        super().__init__(parent)
        self._desk, self._what = desk, count
        self._search = 0
        self._running = self._again = False
        self._stale = True
        self.watched = False
        desk.changed.connect(self._changed)

    def watch(self, search_id: int) -> None:
        """Somebody looks, at one search or all (0): count if anything is new."""
        self._stale = self._stale or search_id != self._search
        self._search, self.watched = search_id, True
        if self._stale:
            self._count()

    def rest(self) -> None:
        """Nobody looks."""
        self.watched = False

    def _changed(self, _change: Change) -> None:
        self._stale = True
        if self.watched:
            self._count()

    def _count(self) -> None:
        if self._running:
            self._again = True
            return
        self._running, self._stale, self._again = True, False, False
        path, as_of, search, count = self._desk.journal.path, self._desk.journal.now(), self._search, self._what
        background.run(lambda: count(past(read_beside(path, as_of, search), as_of)), self._home, self._broken)

    def _home(self, found: object) -> None:
        if not isValid(self):  # the window has closed meanwhile
            return
        self._running = False
        if self._again:
            self._count()
        else:
            self.counted.emit(found)

    def _broken(self, error: BaseException) -> None:
        if not isValid(self):
            return
        self._running = False
        if isinstance(error, Trouble):
            self.troubled.emit(error)
        else:
            raise error
