"""Each sample letter through the window: shown as what it is, accepted, taken back, and never the wrong way."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.journal.terms import FAILURE, NO_CONTEST, OFFERED, Status
from whole import given
from whole.person import Person

LETTERS = sorted((Path(__file__).resolve().parents[1] / "letters").glob("*.eml"))
ENDS = {str(each) for each in FAILURE | NO_CONTEST}
GOOD = {str(each) for each in OFFERED} - ENDS | {str(Status.IN_PROCESS)}
NOES = ("rejection", "position_closed", "offer_withdrawn", "withdrawn_by_me")
YESES = ("offer", "interview_invitation", "interview_change", "assessment", "acknowledgement")


def _states(person: Person) -> dict[int, str]:
    return dict(person.window.desk.journal.rows("SELECT id, status FROM application WHERE deleted_at IS NULL"))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_is_accepted_and_taken_back_and_leads_where_it_says(noa: Person, path: Path) -> None:
    before, states = given.everything(noa.window.desk.journal), _states(noa)
    noa.drops([path])
    noa.until(lambda: noa.window.post.is_reviewing, "the review", patience=30_000)
    kinds = [draft.verdict.kind for draft in noa.window.post._queue]
    expected = {draft.outcome for draft in noa.window.post._queue if draft.outcome_on and draft.ways_on}
    assert given.everything(noa.window.desk.journal) == before, "something changed before it was accepted"
    for _kind in kinds:
        noa.presses("Enter")
    moved = {status for key, status in _states(noa).items() if states.get(key) != status}
    assert ("rejected" in moved) == ("no" in expected) and ("offer" in moved) == ("offer" in expected), moved
    if set(kinds) <= set(NOES):
        assert not moved & GOOD, f"{kinds} led to {moved}"
    if set(kinds) <= set(YESES):
        assert not moved & ENDS, f"{kinds} led to {moved}"
    if not set(kinds) & {*NOES, *YESES}:
        assert moved <= {"applied", "draft"}, f"{kinds} led to {moved}"
    if noa.window.post.is_reviewing:  # it names no company, and says so
        noa.sees("does not say which company")
        noa.presses("Esc")
    for _turn in range(2 * len(kinds)):
        if given.everything(noa.window.desk.journal) != before:
            noa.presses("Ctrl+Z")
    assert given.everything(noa.window.desk.journal) == before
