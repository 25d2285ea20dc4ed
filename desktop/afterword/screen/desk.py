"""The desk: the one place where widgets ask for a change, and hear of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from afterword.journal.change import Change, Changes
from afterword.journal.store import Journal

P = ParamSpec("P")
R = TypeVar("R")


class Desk(QObject):
    """Runs verbs, one transaction each, and announces one `Change`. Undo and redo announce theirs the same way."""

    changed = Signal(object)  # Change

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journal = journal
        self._changes = Changes(journal)

    def do(self, act: Callable[Concatenate[Journal, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a verb. Raises Trouble when the move is not allowed or the disk says no; nothing has changed then."""
        result, change = self._changes.do(act, *args, **kwargs)
        self._announce(change)
        return result

    def type(self, key: str, act: Callable[Concatenate[Journal, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a verb that saves text being written: saves in a row with the same `key` are undone as one."""
        result, change = self._changes.merge(key, act, *args, **kwargs)
        self._announce(change)
        return result

    @property
    def undo_name(self) -> str:
        return self._changes.undo_name

    @property
    def redo_name(self) -> str:
        return self._changes.redo_name

    def undo(self) -> Change | None:
        return self._announce(self._changes.undo())

    def redo(self) -> Change | None:
        return self._announce(self._changes.redo())

    def _announce(self, change: Change | None) -> Change | None:
        if change is not None:
            self.changed.emit(change)
        return change
