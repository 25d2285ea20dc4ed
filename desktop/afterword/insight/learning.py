"""What became of the failures: learning yield, postponed changes, and whether it gets better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.insight.limits import OLD_DAYS, TREND_ROUNDS
from afterword.insight.proportions import Difference, Share, newcombe
from afterword.insight.rounds import Round
from afterword.journal.episodes import Episode


def became_something(episode: Episode, as_of: datetime) -> bool:
    """A plan was done, or a finished debrief found that there was nothing to learn. Both are full answers."""
    done = any(p.status == "done" and p.done_on and p.done_on <= as_of.date() for p in episode.plans)
    return done or any(each.nothing_to_learn and each.kind == "debrief" for each in episode.reflected)


def learning_yield(episodes: Sequence[Episode], as_of: datetime) -> Share:
    """M8: failures older than 14 days that became something the person can do."""
    before = as_of - timedelta(days=OLD_DAYS)
    old = [each for each in episodes if each.group == "failure" and each.since and each.since < before]
    return Share(sum(became_something(each, as_of) for each in old), len(old))


def postponed(episodes: Sequence[Episode]) -> tuple[int, int]:
    """M11: how often open plans were put off, and how many are open."""
    still = [plan for each in episodes for plan in each.plans if plan.status == "open"]
    return sum(plan.postponed for plan in still), len(still)


@dataclass(frozen=True)
class Trend:
    """The earlier half of the decided rounds beside the later one, at a fixed checkpoint."""

    first: Share
    second: Share
    difference: Difference

    @property
    def word(self) -> str:
        """improving, harder; empty when the range holds no change."""
        return "improving" if self.difference.low > 0 else "harder" if self.difference.high < 0 else ""


def trend(rounds: Sequence[Round]) -> Trend | None:
    """At the last checkpoint of 20, 40, 60 … rounds; None before the first. In between nothing is looked at."""
    size = len(rounds) // TREND_ROUNDS * TREND_ROUNDS
    if not size:
        return None
    halves = rounds[: size // 2], rounds[size // 2 : size]
    first, second = (Share(sum(each.passed for each in half), len(half)) for half in halves)
    difference = newcombe(second.k, second.n, first.k, first.n)
    assert difference is not None
    return Trend(first, second, difference)
