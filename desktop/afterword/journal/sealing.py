"""Sealing: what was rated and predicted before the answer counts as such; what came after does not."""

from __future__ import annotations

from afterword.journal.records import Prediction, Question
from afterword.journal.store import Journal

_OPEN = frozenset({"draft", "applied", "in_process"})

_EVENTS = """
SELECT id, kind, at, to_status FROM event WHERE application_id = ? AND to_status IS NOT NULL ORDER BY id
"""
_LATER = """
SELECT min(e.at) FROM interview n
JOIN event e ON e.application_id = n.application_id AND e.interview_id = n.id AND e.kind = 'interview'
WHERE n.application_id = ? AND n.round_no > ? AND n.deleted_at IS NULL AND NOT n.cancelled
"""


def decided_at(journal: Journal, interview_id: int) -> str | None:
    """When the first event came that decides this interview's round, as ISO text; None while it is open, or cancelled.

    That is the first answer or ending, or the invitation to a later round. An answer that was corrected as a
    mistake decides nothing, and one from before the application was opened again does not decide later rounds.
    """
    found = journal.row(
        "SELECT application_id, round_no FROM interview WHERE id = ? AND NOT cancelled", interview_id
    )
    if found is None:
        return None
    application, round_no = found
    later = journal.row(_LATER, application, round_no)
    moments = [later[0]] if later and later[0] else []
    ending = _first_ending(journal, application, interview_id)
    return min([*moments, ending] if ending else moments, default=None)


def _first_ending(journal: Journal, application_id: int, interview_id: int) -> str | None:
    """Keys grow with time, so an event with a smaller key than the interview's was there before it."""
    events = journal.rows(_EVENTS, application_id)
    first: str | None = None
    for number, (key, _kind, at, status) in enumerate(events):
        mistaken = number + 1 < len(events) and events[number + 1][1] == "correction"
        if status in _OPEN:
            if key < interview_id:
                first = None
        elif not mistaken and (first is None or at < first):
            first = at
    return first


def reseal(journal: Journal, application_id: int) -> None:
    """Set again what is sealed in one application, after an event or a change of rounds; for verbs."""
    interviews = journal.rows("SELECT id FROM interview WHERE application_id = ?", application_id)
    for (interview_id,) in interviews:
        decided = decided_at(journal, interview_id)
        for key, rated, sealed in journal.rows(
            "SELECT id, rated_at, sealed FROM question WHERE interview_id = ?", interview_id
        ):
            right = int(rated is not None and (decided is None or rated < decided))
            if right != sealed:
                Question.change(key, sealed=right)
        for key, made, locked, sealed in journal.rows(
            "SELECT id, made_at, locked_at, sealed FROM prediction WHERE interview_id = ?", interview_id
        ):
            right = int(decided is None or made < decided)
            if (right, decided) != (sealed, locked):
                Prediction.change(key, sealed=right, locked_at=decided)
