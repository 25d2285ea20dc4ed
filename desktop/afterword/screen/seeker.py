"""Search while one types: asked on a worker with its own reader, and taken back at the next key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from afterword.journal import finding
from afterword.journal.rows import Order
from afterword.journal.store import Journal
from afterword.screen import background
from afterword.screen.table import Asked
from afterword.trouble import Trouble

FIRST = 100  # passages, the newest, that are shown before all are found


class Seeker(QObject):
    """Answers the newest question only: with the newest rows first, and then with all of them."""

    found = Signal(object, object)  # Asked, Order
    troubled = Signal(Trouble)

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._finder: finding.Finder | None = None
        self._running: Asked | None = None
        self._wanted: Asked | None = None
        self._first: Order | None = None  # what was shown before all was found
        self._closed = False

    def ask(self, asked: Asked) -> None:
        """Find this; what is being looked for now is taken back."""
        if self._closed:
            return
        self._wanted = asked
        if self._running is None:
            self._start()
        elif self._finder is not None:
            self._finder.interrupt()

    def again(self) -> None:
        """The journal changed: what is being looked for is looked for once more."""
        if self._wanted is not None:
            self.ask(replace(self._wanted))

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._wanted = None
        if self._running is not None and self._finder is not None:
            self._finder.interrupt()

    def close(self) -> None:
        """Let go of the journal; at once when idle, else when the worker is home."""
        self._closed = True
        self.forget()
        if self._running is None:
            self._let_go()

    def _let_go(self) -> None:
        if self._finder is not None:
            self._finder.close()
            self._finder = None

    def _start(self, newest: int = FIRST) -> None:
        asked = self._running = self._wanted
        if asked is None:
            return
        try:
            finder = self._finder or finding.reader(self._journal.path, self._journal.clock)
        except Trouble as trouble:
            self._running = self._wanted = None
            self.troubled.emit(trouble)
            return
        self._finder = finder
        background.run(
            lambda: _order(finder, asked, newest), lambda order: self._home(asked, order, newest), self._broken
        )

    def _home(self, asked: Asked, order: Order | None, newest: int) -> None:
        self._running = None
        if self._closed:
            self._let_go()
        elif self._wanted is not None and (order is None or self._wanted is not asked):
            self._start()
        elif self._wanted is not None and order is not None:
            self._arrived(asked, order, newest)

    def _arrived(self, asked: Asked, order: Order, newest: int) -> None:
        if newest:
            self._first = order if order.ids else None
            self._start(newest=0)  # all of them, while the first are painted
            if order.ids:
                self.found.emit(asked, order)
            return
        self._wanted = None
        if order != self._first:
            self.found.emit(asked, order)

    def _broken(self, error: BaseException) -> None:
        self._running = self._wanted = None
        if self._closed:
            self._let_go()
        elif isinstance(error, Trouble):
            self.troubled.emit(error)
        else:
            raise error


def _order(finder: finding.Finder, asked: Asked, newest: int) -> Order | None:
    """On the worker. Nothing when it was taken back."""
    try:
        return finder.order(
            group=asked.group, sort=asked.sort, descending=asked.descending, search_id=asked.search_id,
            filter=asked.filter, newest=newest,
        )  # fmt: skip
    except finding.Interrupted:
        return None
