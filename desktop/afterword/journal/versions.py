"""Earlier versions of what was written: enough to find a lost paragraph, not every keystroke."""

from __future__ import annotations

from datetime import datetime, timedelta

from afterword.journal.records import Version
from afterword.journal.store import Journal

KEPT = 20  # for each text
APART = timedelta(minutes=5)


def before(journal: Journal, subject_id: int, field: str, old: str, new: str) -> None:
    """Called before `old` is overwritten: keeps it when the last one kept is old enough, or much is lost."""
    if not old or old == new:
        return
    cut = len(new) * 2 < len(old)
    newest = journal.row(
        "SELECT at, text FROM version WHERE subject_id = ? AND field = ? ORDER BY id DESC LIMIT 1", subject_id, field
    )
    if newest and not cut and journal.now() - datetime.fromisoformat(newest[0]) < APART:
        return
    if newest and newest[1] == old:
        return
    keep(journal, subject_id, field, old, journal.now())


def keep(journal: Journal, subject_id: int, field: str, text: str, at: datetime) -> None:
    """Keep one version, and let go of the oldest beyond the twenty."""
    Version.add(subject_id=subject_id, field=field, text=text, at=at.isoformat())
    for (key,) in journal.rows(
        "SELECT id FROM version WHERE subject_id = ? AND field = ? ORDER BY id DESC LIMIT -1 OFFSET ?",
        subject_id,
        field,
        KEPT,
    ):
        Version.delete_by_id(key)


def of(journal: Journal, subject_id: int, field: str) -> tuple[tuple[datetime, str], ...]:
    """What stood there before, newest first."""
    found = journal.rows(
        "SELECT at, text FROM version WHERE subject_id = ? AND field = ? ORDER BY id DESC", subject_id, field
    )
    return tuple((datetime.fromisoformat(at), text) for at, text in found)
