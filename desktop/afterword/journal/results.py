"""What became of each interview: derived from the status, the rounds and the clock, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from afterword.journal.terms import NO_CONTEST, OFFERED, PENDING, Result, Status


@dataclass(frozen=True)
class Talk:
    """What of one interview decides its result."""

    round_no: int
    planned_at: datetime | None = None
    held_at: datetime | None = None
    cancelled: bool = False


def held(talk: Talk, status: str, since: datetime | None, as_of: datetime) -> bool:
    """Whether it took place: a time that has passed counts, unless the application had ended by that day."""
    if talk.cancelled:
        return False
    if talk.held_at is not None:
        return talk.held_at <= as_of
    if talk.planned_at is None or talk.planned_at > as_of:
        return False
    ended = status not in PENDING and since is not None
    return not (ended and since is not None and talk.planned_at.date() > since.date())


def derive(
    status: str, talks: Sequence[Talk], as_of: datetime, since: datetime | None = None
) -> tuple[Result, ...]:
    """The result of each interview of one application, in the order given.

    A round is passed when a later one exists, even if only planned, or an offer was made; the last round that was
    held shares the fate of the application. Rule: domain model, "failed interview" and "passed interview".
    """
    last = max((talk.round_no for talk in talks if not talk.cancelled), default=0)
    return tuple(_one(talk, last, Status(status), since, as_of) for talk in talks)


def _one(talk: Talk, last: int, status: Status, since: datetime | None, as_of: datetime) -> Result:
    if talk.cancelled:
        return Result.CANCELLED
    if not held(talk, status, since, as_of):
        return Result.PLANNED
    if talk.round_no < last or status in OFFERED:
        return Result.PASS
    if status in PENDING:
        return Result.PENDING
    return Result.NO_CONTEST if status in NO_CONTEST else Result.FAIL
