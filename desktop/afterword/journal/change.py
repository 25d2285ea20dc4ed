"""Changes: every act in one transaction, recorded by the database, undone and redone exactly.

An act is a *verb*: a function `verb(journal, …)` of this room, marked with `@verb(name)`. `Changes.do` runs it,
keeps the changeset that the database recorded, and tells what it touched. Undo applies the changeset inverted.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

import apsw

from afterword.journal import index, records
from afterword.journal.store import Journal, real_errors
from afterword.words import _

P = ParamSpec("P")
R = TypeVar("R")


def verb(title: str) -> Callable[[Callable[Concatenate[Journal, P], R]], Callable[Concatenate[Journal, P], R]]:
    """Mark a function as a verb; `title` (marked with N_) completes "Undo …"."""

    def mark(function: Callable[Concatenate[Journal, P], R]) -> Callable[Concatenate[Journal, P], R]:
        @functools.wraps(function)
        def act(journal: Journal, /, *args: P.args, **kwargs: P.kwargs) -> R:
            records.bind(journal.database)
            return function(journal, *args, **kwargs)

        act.title = title  # type: ignore[attr-defined]
        return act

    return mark


@dataclass(frozen=True)
class Change:
    """What one act touched: keys by table. `undoing` is "", "undo" or "redo"."""

    name: str
    touched: dict[str, frozenset[int]]
    undoing: str = ""

    def touches(self, *tables: str) -> bool:
        return any(table in self.touched for table in tables)


@dataclass
class _Step:
    name: str
    changeset: bytes
    merge: str


class Changes:
    """The acts of one sitting, in order; the only door through which the journal changes."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def undo_name(self) -> str:
        """What would be undone now, in words; empty when there is nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        return self._undone[-1].name if self._undone else ""

    def do(
        self, act: Callable[Concatenate[Journal, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Change | None]:
        """Run a verb in one transaction. No Change when it altered nothing. Raises Trouble."""
        return self.merge("", act, *args, **kwargs)

    def merge(
        self, key: str, act: Callable[Concatenate[Journal, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Change | None]:
        """As `do`; acts in a row with the same `key` are undone as one: text that is saved while it is written."""
        name = _(getattr(act, "title", ""))
        with real_errors(self.journal.path), self.journal.database.atomic():
            session = apsw.Session(self.journal.connection, "main")
            session.table_filter(index.in_undo)
            session.attach()
            try:
                result = act(self.journal, *args, **kwargs)
                changeset = session.changeset()
            finally:
                session.close()
        if not changeset:
            return result, None
        self._undone.clear()
        self._remember(_Step(name, changeset, key))
        return result, Change(name, _touched(changeset))

    def _remember(self, step: _Step) -> None:
        last = self._done[-1] if self._done else None
        if last and step.merge and last.merge == step.merge:
            both = apsw.ChangesetBuilder()
            both.add(last.changeset)
            both.add(step.changeset)
            step.changeset = both.output()
            self._done.pop()
        if step.changeset:
            self._done.append(step)

    def undo(self) -> Change | None:
        """Take the last act back, exactly."""
        if not self._done:
            return None
        step = self._done[-1]
        self._apply(apsw.Changeset.invert(step.changeset))
        self._undone.append(self._done.pop())
        return Change(step.name, _touched(step.changeset), "undo")

    def redo(self) -> Change | None:
        """Do the last act that was taken back once more, exactly."""
        if not self._undone:
            return None
        step = self._undone[-1]
        self._apply(step.changeset)
        self._done.append(self._undone.pop())
        return Change(step.name, _touched(step.changeset), "redo")

    def _apply(self, changeset: bytes) -> None:
        with real_errors(self.journal.path), self.journal.database.atomic():
            apsw.Changeset.apply(
                changeset,
                self.journal.connection,
                conflict=_refuse,
                flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
            )


def _refuse(_reason: int, _change: Any) -> int:
    # Nobody else writes, so a conflict is a bug: leave everything as it is rather than guess.
    return int(apsw.SQLITE_CHANGESET_ABORT)


def _touched(changeset: bytes) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for change in apsw.Changeset.iter(changeset):
        row = change.old if change.old is not None else change.new
        key = row[0] if row else None
        if isinstance(key, int):
            found.setdefault(change.name, set()).add(key)
    return {table: frozenset(keys) for table, keys in found.items()}
