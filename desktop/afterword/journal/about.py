"""What something is written about: that it is still there, and that the interview took place."""

from __future__ import annotations

from typing import Any

from afterword.journal.records import Record
from afterword.journal.store import Journal
from afterword.trouble import Trouble
from afterword.words import _


def application_of(journal: Journal, interview_id: int) -> int:
    """The application an interview belongs to. Raises Trouble when the interview is gone."""
    found = journal.row(
        "SELECT i.application_id FROM interview i JOIN application a ON a.id = i.application_id "
        "WHERE i.id = ? AND i.deleted_at IS NULL AND a.deleted_at IS NULL",
        interview_id,
    )
    if found is None:
        raise Trouble(_("This interview is not there any more."), _("Undo brings it back."))
    return int(found[0])


def took_place(journal: Journal, interview_id: int) -> int:
    """As `application_of`, and raises Trouble when the interview was cancelled: there is nothing to note about it."""
    application_id = application_of(journal, interview_id)
    if journal.row("SELECT 1 FROM interview WHERE id = ? AND cancelled", interview_id):
        raise Trouble(
            _("This interview was cancelled, so nobody asked anything."),
            _("If it took place after all, take the cancellation back first."),
        )
    return application_id


def living(journal: Journal, record: type[Record], key: int, gone: str) -> Any:
    """The record with this key. Raises Trouble with the sentence `gone` when it is not there (any more)."""
    wanted = record.select().where(record.id == key, record.deleted_at.is_null())
    found = wanted.get_or_none(journal.database)
    if found is None:
        raise Trouble(gone, _("Undo brings it back."))
    return found
