"""Finding: places where a word stands, and a reader of its own for search while one types."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from afterword.journal import rows
from afterword.journal.filters import Filter, match, parse
from afterword.journal.store import Journal, real_errors
from afterword.journal.stories import Hit

__all__ = ["Filter", "Finder", "Interrupted", "hits", "parse", "reader"]

_HITS = """
SELECT p.id, p.application_id, p.interview_id, p.kind FROM passage p
WHERE p.id IN (SELECT rowid FROM words WHERE words MATCH ?)
  AND (p.application_id IS NULL OR EXISTS (SELECT 1 FROM listing l WHERE l.application_id = p.application_id))
  AND (p.interview_id IS NULL OR EXISTS (SELECT 1 FROM listing l WHERE l.id = p.interview_id))
ORDER BY p.id DESC LIMIT ?
"""
# Where the text of a passage stands; the index itself keeps none.
_TEXTS = {
    "application": "SELECT c.name, a.title, a.location, a.people, a.notes, a.ad_text, a.reason_text, a.requisition "
    "FROM application a JOIN company c ON c.id = a.company_id WHERE a.id = ?",
    "interview": "SELECT people, notes FROM interview WHERE id = ?",
    "question": "SELECT text, answer_gist, better_answer FROM question WHERE id = ?",
    "reflection_answer": "SELECT text FROM reflection_answer WHERE id = ?",
    "check_in": "SELECT words FROM check_in WHERE id = ?",
    "factor": "SELECT text FROM factor WHERE id = ?",
    "lesson_evidence": "SELECT l.text FROM lesson_evidence e JOIN lesson l ON l.id = e.lesson_id WHERE e.id = ?",
    "letter": "SELECT subject, sender_name, sender, text FROM letter WHERE id = ?",
    "attachment": "SELECT name FROM attachment WHERE id = ?",
}
_AROUND = 40  # letters shown before the word
_LONG = 120


class Interrupted(Exception):
    """The question was taken back: another key was pressed."""


def hits(journal: Journal, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """Where all the words stand together in one passage, newest first, each with the words around."""
    words = parse(text).words
    if not words:
        return ()
    query = " AND ".join(match(word, begins=at == len(words) - 1) for at, word in enumerate(words))
    return tuple(
        Hit(interview, application, kind, _snippet(journal, kind, key, words))
        for key, application, interview, kind in journal.rows(_HITS, query, limit)
    )


def _snippet(journal: Journal, kind: str, key: int, words: tuple[str, ...]) -> str:
    """The first of the words with what stands around it, in one line."""
    found = journal.row(_TEXTS[kind], key) or ()
    lines = [" ".join(str(part).split()) for part in found if part]
    parts = [part for word in words for part in re.findall(r"\w+", folded(word))]
    for part in parts:
        for line in lines:
            at = folded(line).find(part)
            if at >= 0:
                return _cut(line, at)
    return _cut(lines[0], 0) if lines else ""


def folded(text: str) -> str:
    """Without accents and capitals, letter for letter, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter for letter in text)


def _cut(line: str, at: int) -> str:
    start = max(0, at - _AROUND)
    if start:
        space = line.find(" ", start, at)
        start = space + 1 if space >= 0 else start
    part = line[start : start + _LONG]
    return ("…" if start else "") + part + ("…" if start + _LONG < len(line) else "")


class Finder:
    """A read-only connection for one worker at a time; `interrupt` may be called from anywhere."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock
        self._stopped = threading.Event()
        with real_errors(path):
            self._connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
            self._connection.set_busy_timeout(5000)

    def order(
        self,
        *,
        group: str = "outcome",
        sort: str = "",
        descending: bool = False,
        search_id: int = 0,
        filter: Filter | None = None,
        newest: int = 0,
    ) -> rows.Order:
        """As `rows.order_by`, of one moment of the journal. Raises Interrupted when it was."""
        self._stopped.clear()
        try:
            # One transaction, so that ids and sections are of the same moment.
            self._connection.execute("BEGIN")
            return rows.order_by(
                self._ask, self._clock(), group=group, sort=sort, descending=descending,
                search_id=search_id, filter=filter, newest=newest,
            )  # fmt: skip
        except apsw.InterruptError as error:
            raise Interrupted from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _ask(self, sql: str, values: Any) -> Any:
        # Between two statements there is nothing to interrupt, so it is remembered.
        if self._stopped.is_set():
            raise Interrupted
        return self._connection.execute(sql, values)

    def interrupt(self) -> None:
        """Take the question back that runs now, from any thread."""
        self._stopped.set()
        self._connection.interrupt()

    def close(self) -> None:
        self._connection.close()


def reader(path: Path, clock: Callable[[], datetime] = datetime.now) -> Finder:
    """Open a journal for reading only, beside the one that writes. Raises Trouble when it cannot."""
    return Finder(path, clock)
