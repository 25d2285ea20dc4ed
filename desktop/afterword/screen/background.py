"""Long pure work off the GUI thread: the worker gets plain data and a way home, nothing else."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

R = TypeVar("R")


class _Home(QObject):
    """Lives on the GUI thread, so that what it hears from a worker is heard there."""

    arrived = Signal(object)
    broken = Signal(object)


class _Errand(QRunnable):
    """One piece of work; what it brings, or the error it met, goes home by signal."""

    def __init__(self, work: Callable[[], Any], home: _Home) -> None:
        super().__init__()
        self._work, self._home = work, home

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:
            self._tell(self._home.broken, error)
        else:
            self._tell(self._home.arrived, result)

    def _tell(self, signal: Any, what: object) -> None:
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile, and nobody is at home
            signal.emit(what)


_under_way: set[_Home] = set()


def run(
    work: Callable[[], R], then: Callable[[R], object], failed: Callable[[BaseException], object] | None = None
) -> None:
    """Run `work` on a worker thread, and `then` with its result on this one.

    An error goes to `failed`; without one it is a bug, and is raised as such on this thread.
    """
    home = _Home()
    _under_way.add(home)

    def arrived(result: R) -> None:
        _under_way.discard(home)
        then(result)

    def broken(error: BaseException) -> None:
        _under_way.discard(home)
        if failed is not None:
            failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    home.arrived.connect(arrived, Qt.ConnectionType.QueuedConnection)
    home.broken.connect(broken, Qt.ConnectionType.QueuedConnection)
    QThreadPool.globalInstance().start(_Errand(work, home))
