"""Whether it eases, and whether it is heavy just now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.insight.limits import HEAVY, HEAVY_DAYS
from afterword.insight.proportions import sign_test
from afterword.journal.episodes import Episode, Felt

SCALES = ("fear", "inadequacy", "anxiety", "stress")


@dataclass(frozen=True)
class Eased:
    """M12: one feeling on the day of the answer and when looking back, in pairs. Exact sign test."""

    scale: str
    down: int
    same: int
    up: int

    @property
    def pairs(self) -> int:
        return self.down + self.same + self.up

    @property
    def p(self) -> float:
        return sign_test(self.down, self.up)


def eased(episodes: Sequence[Episode]) -> list[Eased]:
    found = []
    for scale in SCALES:
        changes = [
            after - before
            for each in episodes
            if (before := _last(each, "decision", scale)) is not None
            and (after := _last(each, "revisit", scale)) is not None
        ]
        down, up = sum(each < 0 for each in changes), sum(each > 0 for each in changes)
        found.append(Eased(scale, down, len(changes) - down - up, up))
    return found


def decision_days(episodes: Sequence[Episode]) -> list[Felt]:
    """What was felt on days of an answer, where inadequacy was answered; by time."""
    found = [f for each in episodes for f in each.felt if f.moment == "decision" and f.inadequacy is not None]
    return sorted(found, key=lambda each: each.at)


def heavy(episodes: Sequence[Episode]) -> bool:
    """Whether the last three days of an answer were all hard on oneself."""
    last = decision_days(episodes)[-HEAVY_DAYS:]
    return len(last) == HEAVY_DAYS and all((each.inadequacy or 0) >= HEAVY for each in last)


def _last(episode: Episode, moment: str, scale: str) -> int | None:
    said = [getattr(each, scale) for each in episode.felt if each.moment == moment]
    return next((each for each in reversed(said) if each is not None), None)
