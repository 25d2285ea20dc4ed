"""One plan an interview: "if they ask about X, then I start with Y"."""

from __future__ import annotations

from datetime import date
from typing import Any

from afterword.journal import about, versions
from afterword.journal.change import verb
from afterword.journal.records import Action, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import ActionFact
from afterword.journal.terms import ActionStatus
from afterword.words import N_, _


@verb(N_("plan"))
def plan(
    journal: Journal,
    interview_id: int,
    then_text: str,
    *,
    if_text: str = "",
    due_on: date | None = None,
    lesson_id: int | None = None,
) -> int:
    """Write the one plan of this interview, or write it anew. Without any words it is taken away; then the key is 0."""
    about.application_of(journal, interview_id)
    found = Action.get_or_none(Action.interview == interview_id, Action.deleted_at.is_null())
    if not then_text.strip() and not if_text.strip():
        if found is not None:
            Action.change(found.id, deleted_at=utc_now())
        return 0
    values: dict[str, Any] = {
        "then_text": then_text,
        "if_text": if_text,
        "due_on": due_on.isoformat() if due_on else None,
        "lesson_id": lesson_id,
    }
    if found is None:
        return Action.add(interview_id=interview_id, **values)
    if any(getattr(found, field) != value for field, value in values.items()):
        versions.before(journal, found.id, "then", found.then_text, then_text)
        versions.before(journal, found.id, "if", found.if_text, if_text)
        Action.change(found.id, **values)
    return int(found.id)


@verb(N_("plan done"))
def done(journal: Journal, action_id: int) -> None:
    _get(journal, action_id)
    Action.change(action_id, status=str(ActionStatus.DONE), done_on=journal.now().date().isoformat())


@verb(N_("let plan go"))
def drop(journal: Journal, action_id: int) -> None:
    _get(journal, action_id)
    Action.change(action_id, status=str(ActionStatus.DROPPED), done_on=None)


@verb(N_("put plan off"))
def postpone(journal: Journal, action_id: int, due_on: date) -> None:
    """Give it a later day. How often is counted, and never held against anybody."""
    action = _get(journal, action_id)
    Action.change(
        action_id,
        due_on=due_on.isoformat(),
        status=str(ActionStatus.OPEN),
        done_on=None,
        postponed_count=action.postponed_count + 1,
    )


def of(journal: Journal, interview_id: int) -> tuple[ActionFact, ...]:
    rows = journal.rows(
        "SELECT id, if_text, then_text, due_on, status, postponed_count FROM action "
        "WHERE interview_id = ? AND deleted_at IS NULL ORDER BY id",
        interview_id,
    )
    return tuple(
        ActionFact(key, if_text, then, date.fromisoformat(due) if due else None, status, postponed)
        for key, if_text, then, due, status, postponed in rows
    )


def _get(journal: Journal, action_id: int) -> Any:
    return about.living(journal, Action, action_id, _("This plan is not there any more."))
