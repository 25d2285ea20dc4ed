"""What one expects of an interview, sealed until the answer is there."""

from __future__ import annotations

from datetime import datetime

from afterword.journal import about, sealing
from afterword.journal.change import verb
from afterword.journal.records import Prediction
from afterword.journal.store import Journal
from afterword.journal.stories import PredictionFact
from afterword.trouble import Trouble
from afterword.words import N_, _


@verb(N_("estimate"))
def predict(journal: Journal, interview_id: int, p: int) -> None:
    """How likely the next step is, 0 to 100. With the answer the number stands; a later one is kept beside it."""
    about.took_place(journal, interview_id)
    if not 0 <= p <= 100:
        raise Trouble(_("That is not between 0 and 100."), _("Type a number from 0 to 100."))
    now = journal.now().isoformat()
    decided = _decided(journal, interview_id)
    found = Prediction.get_or_none(Prediction.interview == interview_id)
    if found is None:
        Prediction.add(interview_id=interview_id, made_at=now, p=p, locked_at=decided, sealed=int(decided is None))
    elif decided is None and found.locked_at is None:
        if found.p != p:
            Prediction.change(found.id, p=p, made_at=now, sealed=1)
    elif found.revised_p != p:
        Prediction.change(found.id, revised_p=p, revised_at=now, locked_at=found.locked_at or decided)


def of(journal: Journal, interview_id: int) -> PredictionFact | None:
    found = journal.row(
        "SELECT p, sealed, locked_at, made_at, revised_p FROM prediction "
        "WHERE interview_id = ? AND deleted_at IS NULL",
        interview_id,
    )
    if found is None:
        return None
    p, sealed, locked_at, made_at, revised_p = found
    decided = _decided(journal, interview_id)
    in_time = decided is None or made_at < decided
    return PredictionFact(
        p, bool(sealed) and in_time, bool(locked_at or decided), datetime.fromisoformat(made_at), revised_p
    )


def _decided(journal: Journal, interview_id: int) -> str | None:
    """The deciding moment, when it is not ahead of us."""
    decided = sealing.decided_at(journal, interview_id)
    return decided if decided is not None and decided <= journal.now().isoformat() else None
