"""From one state to another as a letter tells it: the moves that lead there, each allowed by the table of states."""

from __future__ import annotations

from afterword.journal.terms import MOVES, OFFERED, PENDING, Outcome, Status

S = Status
# Where a piece of news leads when the table has no single move: what must have happened before, or what it means then.
_ROUND: dict[tuple[Status, Status], tuple[Status, ...]] = {
    (S.DRAFT, S.REJECTED): (S.APPLIED, S.REJECTED),
    (S.DRAFT, S.GHOSTED): (S.APPLIED, S.GHOSTED),
    (S.DRAFT, S.OFFER): (S.IN_PROCESS, S.OFFER),
    (S.CLOSED, S.OFFER): (S.IN_PROCESS, S.OFFER),
    (S.WITHDRAWN, S.OFFER): (S.IN_PROCESS, S.OFFER),
    # An offer that ends by their word was taken back, whatever the letter calls it.
    (S.OFFER, S.REJECTED): (S.OFFER_RESCINDED,),
    (S.OFFER, S.CLOSED): (S.OFFER_RESCINDED,),
    (S.ACCEPTED, S.REJECTED): (S.OFFER_RESCINDED,),
    (S.ACCEPTED, S.CLOSED): (S.OFFER_RESCINDED,),
    (S.OFFER, S.WITHDRAWN): (S.OFFER_DECLINED,),
    # They take back an offer that nobody wrote down.
    (S.DRAFT, S.OFFER_RESCINDED): (S.IN_PROCESS, S.OFFER, S.OFFER_RESCINDED),
    (S.APPLIED, S.OFFER_RESCINDED): (S.OFFER, S.OFFER_RESCINDED),
    (S.IN_PROCESS, S.OFFER_RESCINDED): (S.OFFER, S.OFFER_RESCINDED),
    (S.GHOSTED, S.OFFER_RESCINDED): (S.OFFER, S.OFFER_RESCINDED),
    (S.REJECTED, S.OFFER_RESCINDED): (S.OFFER, S.OFFER_RESCINDED),
    # A no that came twice, or after another end, tells nothing new.
    (S.OFFER_RESCINDED, S.REJECTED): (),
    (S.OFFER_RESCINDED, S.CLOSED): (),
}
# What a letter can say about an application, and the state it leads to.
_STATUS = {
    Outcome.NO: S.REJECTED, Outcome.OFFER: S.OFFER, Outcome.SILENT: S.GHOSTED, Outcome.WITHDREW: S.WITHDRAWN,
    Outcome.CLOSED: S.CLOSED, Outcome.RESCINDED: S.OFFER_RESCINDED, Outcome.PASSED: S.IN_PROCESS,
    Outcome.SOON: S.IN_PROCESS, Outcome.WAIT: S.APPLIED,
}  # fmt: skip


def status_of(outcome: str) -> Status | None:
    """The state that a piece of news leads to; None for one that moves nothing."""
    return _STATUS.get(Outcome(outcome)) if outcome else None


def way(now: str, outcome: str) -> tuple[Status, ...] | None:
    """The moves from `now` to what the news says: () when it is there already, None when no way leads there."""
    at, to = Status(now), status_of(outcome)
    if to is None or at is to:
        return ()
    if to is S.APPLIED:  # they have the application: news for a draft only
        return (S.APPLIED,) if at is S.DRAFT else ()
    if to is S.IN_PROCESS and at in OFFERED & PENDING:
        return ()  # they talk about their offer
    if to is S.OFFER and at is S.ACCEPTED:
        return ()
    if to in MOVES[at]:
        return (to,)
    return _ROUND.get((at, to))
