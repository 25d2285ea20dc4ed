"""Saving what is written: soon after the last key, on leaving a field, on closing; and never losing a word."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from afterword.screen.pieces.writing import Writing
from afterword.trouble import Trouble
from afterword.words import _, clock, long_day

log = logging.getLogger(__name__)

Subject = tuple[int, str] | None  # key and field of what earlier versions are kept of


class Field(QObject):
    """One text of the journal and the place where it is written; knows whether the two differ.

    `ask` says what the journal has, `save` gives it the words, `subject` names what earlier versions are kept of.
    """

    def __init__(
        self,
        writing: Writing,
        name: str,
        ask: Callable[[], str],
        save: Callable[[str], None],
        *,
        subject: Callable[[], Subject] = lambda: None,
        one_line: bool = False,
    ) -> None:
        super().__init__(writing)
        self.writing, self.name, self.subject = writing, name, subject
        self._ask, self._save, self._one_line = ask, save, one_line
        self.stored = ask()
        self.safe = ""  # text that could not be saved, and lies in a file of its own instead
        writing.setAccessibleName(name)
        writing.set_text(self.stored)
        writing.moveCursor(QTextCursor.MoveOperation.End)  # one goes on where one stopped

    @property
    def text(self) -> str:
        written = self.writing.text()
        return " ".join(written.split()) if self._one_line else written

    @property
    def unsaved(self) -> bool:
        return self.text != self.stored

    def save(self) -> None:
        """Raises Trouble; then the words still count as unsaved."""
        before, self.stored = self.stored, self.text  # first: the change is announced while we save
        try:
            self._save(self.stored)
        except BaseException:
            self.stored = before
            raise

    def refresh(self) -> None:
        """What the journal says now. Words that are not saved yet stay as they are."""
        unsaved, before = self.unsaved, self.stored
        self.stored = self._ask()
        if not unsaved and before != self.stored:
            self.writing.set_text(self.stored)

    def write(self, text: str) -> None:
        """Put other words there, as if they were typed."""
        self.writing.selectAll()
        self.writing.insertPlainText(text)
        self.writing.flush()


class Saving(QObject):
    """Watches the fields of one sitting. A field says itself when it is time: see `Writing.edited`."""

    saved = Signal()
    failed = Signal(Trouble)
    waiting = Signal()

    def __init__(self, rescue: Path, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._rescue, self._now = rescue, now
        self.about = ""  # the heading of what is put aside
        self._fields: list[Field] = []
        self._put: dict[str, str] = {}  # what lies in the side file already, by the name of its field
        self._ours = False
        self.troubled = False

    def watch(self, field: Field) -> Field:
        self._fields.append(field)
        field.writing.edited.connect(self.flush)
        field.writing.textChanged.connect(lambda: self.waiting.emit() if field.unsaved else None)
        return field

    def forget(self, *fields: Field) -> None:
        """Fields whose subject is gone from the page."""
        self._fields = [each for each in self._fields if each not in fields]

    def field_of(self, widget: QObject | None) -> Field | None:
        return next((each for each in self._fields if each.writing is widget), None)

    @property
    def fields(self) -> list[Field]:
        return list(self._fields)

    @property
    def unsaved(self) -> list[Field]:
        return [field for field in self._fields if field.unsaved]

    def flush(self) -> bool:
        """Save everything now. True when no word would be lost by leaving."""
        pending = self.unsaved
        trouble: Trouble | None = None
        for field in pending:
            try:
                field.save()
            except Trouble as found:
                trouble = found
            except Exception:
                self._put_aside(self.unsaved)  # a bug must not cost words either
                raise
        if trouble is not None:
            self.troubled = True
            self._put_aside(self.unsaved)
            self.failed.emit(trouble)
        elif pending or self.troubled:
            self.troubled = False
            self._tidy()
            self.saved.emit()
        return all(field.safe == field.text for field in self.unsaved)

    # When the journal cannot take it

    def _put_aside(self, fields: Iterable[Field]) -> None:
        """Into the side file at once, to the disk itself; each text once."""
        fresh = [field for field in fields if self._put.get(field.name) != field.text]
        if not fresh:
            return
        try:
            self._rescue.parent.mkdir(parents=True, exist_ok=True)
            self._ours = self._ours or not self._rescue.exists()
            write_down(self._rescue, self._written(fresh))
        except OSError as error:
            log.info("the side file cannot be written either: %s", error)
            return
        self._put.update({field.name: field.text for field in fresh})

    def _tidy(self) -> None:
        """The journal has everything again: the side file that we made has nothing to say any more."""
        if self._ours and self._put:
            self._rescue.unlink(missing_ok=True)
        self._put.clear()
        self._ours = False

    def save_elsewhere(self, path: Path) -> None:
        """Write what is not saved to a file of the person's choice. Raises Trouble."""
        fields = self.unsaved
        try:
            write_down(path, self._written(fields), fresh=True)
        except OSError as error:
            raise Trouble(
                _("{name} could not be written.").format(name=path.name), _("Choose another folder or disk.")
            ) from error
        for field in fields:
            field.safe = field.text

    def _written(self, fields: Iterable[Field]) -> str:
        now = self._now()
        head = f"{self.about}\n{long_day(now)}, {clock(now)}\n"
        return head + "".join(f"\n{field.name}\n{field.text}\n" for field in fields) + "\n"


def write_down(path: Path, text: str, *, fresh: bool = False) -> None:
    """Write, and wait until the disk has it; readable by its owner only."""
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
    with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
