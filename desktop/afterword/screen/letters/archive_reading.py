"""Going through an archive of emails on a worker thread: how far it is, what was found, and a way to stop it."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from afterword.journal import companies, corrections
from afterword.journal.store import Journal
from afterword.screen import background
from afterword.screen.letters.reader import Read, Reader
from afterword.trouble import Trouble
from afterword.words import _

MOST = 5000  # letters about jobs that are held at once


class ArchiveReading(QObject):
    """One archive at a time; a new one stops the one before."""

    progressed = Signal(object, object, int)  # bytes done, bytes there are, letters found
    finished = Signal(object, bool)  # Read, whether all was gone through
    troubled = Signal(Trouble)

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._stop = threading.Event()

    def start(self, path: Path, journal: Journal) -> None:
        """Go through a mailbox file or a folder."""
        self.forget()
        stop = self._stop
        known, memory = companies.names(journal), corrections.memory(journal)
        told = _Told()
        told.progressed.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

        def work() -> tuple[Read, bool]:
            from afterword.mail.archive import job_mail

            found: Read = []
            step = lambda done, total: told.tell(done, total, len(found))  # noqa: E731 - hears how far it is
            for each in job_mail(path, self._reader.lexicon, known, memory, step, stop.is_set):
                found.append((each.letter, each.verdict))
                if len(found) >= MOST:
                    return found, False
            return found, not stop.is_set()

        def arrived(result: tuple[Read, bool]) -> None:
            if self._stop is stop:
                self.finished.emit(*result)

        def broken(error: BaseException) -> None:
            if self._stop is stop:
                self.troubled.emit(_as_trouble(error, path))

        background.run(work, arrived, broken)

    def cancel(self) -> None:
        """Stop; what was found so far arrives all the same."""
        self._stop.set()

    def forget(self) -> None:
        """Stop, and let go of what was found."""
        self._stop.set()
        self._stop = threading.Event()


class _Told(QObject):
    """Carries progress from the worker to the screen."""

    progressed = Signal(object, object, int)

    def tell(self, done: int, total: int, count: int) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self.progressed.emit(done, total, count)


def _as_trouble(error: BaseException, path: Path) -> Trouble:
    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        hint = _("Check that you may read it. It has not been changed.")
        return Trouble(_("{name} could not be read to its end.").format(name=path.name), hint)
    raise error
