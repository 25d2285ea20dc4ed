"""How many noes for how many yeses: larger numbers, runs, what comes next, reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from afterword.insight.proportions import Share, next_tries, run_chance
from afterword.journal.episodes import Episode


@dataclass(frozen=True)
class Tally:
    """Applications by what became of them; drafts are in no count."""

    success: int = 0
    failure: int = 0
    no_contest: int = 0
    pending: int = 0

    @property
    def ended(self) -> int:
        """Those that somebody judged."""
        return self.success + self.failure

    @property
    def share(self) -> Share:
        """M1: successes of those that were judged."""
        return Share(self.success, self.ended)

    @property
    def per_success(self) -> float | None:
        """M1: failures for each success; None without one."""
        return self.failure / self.success if self.success else None

    def one_in(self) -> tuple[float | None, float, float | None]:
        """One success in how many: as counted, at best, and at worst (None: no end to it)."""
        share = self.share
        low, high = share.low, share.high
        return (1 / share.value if share.value else None), 1 / high, (1 / low if low else None)


def tally(episodes: Sequence[Episode]) -> Tally:
    counted = Counter(each.group for each in episodes)
    return Tally(counted["success"], counted["failure"], counted["no_contest"], counted["pending"])


def judged(episodes: Sequence[Episode]) -> list[Episode]:
    """Successes and failures, by the day of the answer."""
    found = [each for each in episodes if each.group in ("success", "failure")]
    return sorted(found, key=lambda each: (str(each.since), each.id))


def current_run(episodes: Sequence[Episode]) -> int:
    """How many of the latest answers were noes, one after the other."""
    run = 0
    for each in reversed(judged(episodes)):
        if each.group != "failure":
            break
        run += 1
    return run


def chance_of_run(counted: Tally, run: int) -> float:
    """M14: the chance of such a run somewhere among as many processes, at the person's own rate."""
    return run_chance(counted.ended, run, counted.failure / counted.ended) if counted.ended else 1.0


def chance_of_yes(counted: Tally, tries: int) -> float:
    """M15: the chance of at least one success in so many more processes, if nothing changes."""
    return next_tries(counted.success, counted.failure, tries)


def without_reason(episodes: Sequence[Episode]) -> Share:
    """M13: failures of which nobody said why."""
    failures = [each for each in episodes if each.group == "failure"]
    return Share(sum(each.reason in ("", "none_given") for each in failures), len(failures))
