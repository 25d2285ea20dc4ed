"""Rounds: the interviews of one application in order, those of one day together unless the person says otherwise."""

from __future__ import annotations

from afterword.journal.records import Interview
from afterword.journal.store import Journal
from afterword.trouble import Trouble
from afterword.words import _

_IN_ORDER = """
SELECT id, COALESCE(held_at, planned_at, '') AS at, round_no, position FROM interview
WHERE application_id = ? AND deleted_at IS NULL ORDER BY at, id
"""


def arrange(journal: Journal, application_id: int) -> None:
    """Number positions and rounds anew, by moment; interviews that shared a round still do. For verbs.

    A new interview (round 0) joins the round of a neighbour on the same day.
    """
    found = journal.rows(_IN_ORDER, application_id)
    olds = [row[2] for row in found]
    for at, row in enumerate(found):
        if row[2] == 0:
            near = [n for n in (at - 1, at + 1) if 0 <= n < len(found) and found[n][1][:10] == row[1][:10]]
            olds[at] = olds[near[0]] if near and olds[near[0]] else -at - 1
    number = 0
    for at, (key, _moment, round_no, position) in enumerate(found):
        if at == 0 or olds[at] != olds[at - 1]:
            number += 1
        if (round_no, position) != (number, at + 1):
            Interview.change(key, round_no=number, position=at + 1)


def put(journal: Journal, application_id: int, interview_id: int, round_no: int) -> None:
    """Put an interview into a round. Raises Trouble when rounds would then run backwards. For verbs."""
    found = journal.rows(_IN_ORDER, application_id)
    wanted = [round_no if row[0] == interview_id else row[2] for row in found]
    if round_no < 1 or wanted != sorted(wanted):
        raise Trouble(_("Rounds run in the order of their days."), _("Choose the round before or after."))
    Interview.change(interview_id, round_no=round_no)


def is_passed(journal: Journal, interview_id: int) -> bool:
    """Whether a later round exists, even only planned."""
    found = journal.row(
        "SELECT EXISTS (SELECT 1 FROM interview i JOIN interview n ON n.application_id = i.application_id "
        "WHERE i.id = ? AND n.deleted_at IS NULL AND NOT n.cancelled AND n.round_no > i.round_no)",
        interview_id,
    )
    return bool(found and found[0])
