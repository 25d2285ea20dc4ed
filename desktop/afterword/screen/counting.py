"""The past, counted on a worker: what was counted before stays until the new numbers are there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from afterword.insight.cards.card import Past, past
from afterword.journal.change import Change
from afterword.journal.episodes import read_beside
from afterword.screen import background
from afterword.screen.desk import Desk
from afterword.trouble import Trouble


class Counting(QObject):
    """Counts one window of the past, anew after each change while somebody looks."""

    counted = Signal(object)  # Past
    troubled = Signal(Trouble)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
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
        path, as_of, search = self._desk.journal.path, self._desk.journal.now(), self._search
        background.run(lambda: _counted(path, as_of, search), self._home, self._broken)

    def _home(self, found: Past) -> None:
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


def _counted(path: Path, as_of: datetime, search: int) -> Past:
    """On the worker; what takes long is asked here, and kept with the answer."""
    found = past(read_beside(path, as_of, search), as_of)
    _kept = found.open
    return found
