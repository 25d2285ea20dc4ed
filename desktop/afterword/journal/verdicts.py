"""What the person answered to a finding: agree, disagree, unsure. The numbers themselves are never stored."""

from __future__ import annotations

from afterword.journal.change import verb
from afterword.journal.records import InsightState, utc_now
from afterword.journal.store import Journal
from afterword.words import N_

VERDICTS = ("agree", "disagree", "unsure")


@verb(N_("answer to a finding"))
def answer(journal: Journal, key: str, subject: str, verdict: str) -> None:
    """Keep an answer, in place of another; empty takes it back."""
    if verdict and verdict not in VERDICTS:
        raise ValueError(verdict)
    found = journal.row("SELECT id FROM insight_state WHERE key = ? AND subject = ?", key, subject)
    if found:
        InsightState.change(found[0], verdict=verdict or None, deleted_at=None if verdict else utc_now())
    elif verdict:
        InsightState.add(key=key, subject=subject, verdict=verdict)


def answers(journal: Journal) -> dict[tuple[str, str], str]:
    """Every answer, by key and subject."""
    rows = journal.rows("SELECT key, subject, verdict FROM insight_state WHERE deleted_at IS NULL AND verdict <> ''")
    return {(key, subject): verdict for key, subject, verdict in rows}
