"""How long answers take, with the silences counted: Kaplan and Meier (1958), Aalen and Johansen (1978)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from afterword.insight.limits import CURVE_ANSWERED, CURVE_AT_RISK, CURVE_WAITS, HORIZON, Z90
from afterword.insight.proportions import Share


@dataclass(frozen=True)
class Wait:
    """Days from the last word of theirs to the next; still open when `answer` is empty."""

    days: int
    answer: str = ""  # yes, no, neither; empty: silent so far

    @property
    def answered(self) -> bool:
        return bool(self.answer)


@dataclass(frozen=True)
class Curve:
    """The share that is still silent, day by day. `waits` are in the order of their days."""

    waits: tuple[Wait, ...]

    @cached_property
    def _days(self) -> list[int]:
        return [wait.days for wait in self.waits]

    @cached_property
    def _answered(self) -> list[int]:
        return [wait.days for wait in self.waits if wait.answered]

    @property
    def answered(self) -> int:
        return len(self._answered)

    def at_risk(self, day: int) -> int:
        """How many waits were silent for longer than a day, answered later or not."""
        return len(self._days) - bisect_right(self._days, day)

    @cached_property
    def steps(self) -> tuple[tuple[int, int, Counter[str]], ...]:
        """Each day with an answer: the day, waits at risk on it, and the answers on it by kind."""
        left = len(self.waits)
        by_day: dict[int, Counter[str]] = defaultdict(Counter)
        for wait in self.waits:
            by_day[wait.days][wait.answer] += 1
        found = []
        for day in sorted(by_day):
            answers = Counter({kind: count for kind, count in by_day[day].items() if kind})
            if answers:
                found.append((day, left, answers))
            left -= by_day[day].total()
        return tuple(found)

    def silent(self, day: float) -> float:
        """S(day): the share that has no answer by then."""
        return math.prod(1 - answers.total() / risk for at, risk, answers in self.steps if at <= day)

    def silent_bounds(self, day: float, z: float = Z90) -> tuple[float, float]:
        """Log-log bounds of S(day), with Greenwood's variance."""
        share = self.silent(day)
        if not 0 < share < 1:
            return (share, share) if share else (0.0, 1.0)
        known = ((risk, answers.total()) for at, risk, answers in self.steps if at <= day)
        spread = sum(a / (r * (r - a)) for r, a in known if r > a)
        half = z * math.sqrt(spread) / abs(math.log(share))
        return share ** math.exp(half), share ** math.exp(-half)

    def reached(self, answer: str, day: float) -> float:
        """CIF: the share that got this answer by then, the other answers counted as what they are."""
        total, silent = 0.0, 1.0
        for at, risk, answers in self.steps:
            if at > day:
                break
            total += silent * answers[answer] / risk
            silent *= 1 - answers.total() / risk
        return total

    def any_later(self, silent_for: int, horizon: int = HORIZON) -> float | None:
        """The chance of an answer by the horizon, after so many silent days; None where no answer was ever later."""
        if not self.answered_later(silent_for):
            return None
        return 1 - self.silent(horizon) / self.silent(silent_for)

    def later(self, answer: str, silent_for: int, horizon: int = HORIZON) -> float | None:
        """The chance of this answer by the horizon, after so many silent days."""
        if not self.answered_later(silent_for):
            return None
        return (self.reached(answer, horizon) - self.reached(answer, silent_for)) / self.silent(silent_for)

    def answered_later(self, day: int) -> int:
        return len(self._answered) - bisect_right(self._answered, day)

    def so_far(self, day: int) -> Share:
        """Of the waits that were silent longer than this, those that were answered: where a curve says nothing."""
        return Share(self.answered_later(day), self.at_risk(day))

    def speaks(self, day: int) -> bool:
        """Whether there is enough to say something about a silence of so many days."""
        return len(self.waits) >= CURVE_WAITS and self.answered >= CURVE_ANSWERED and self.at_risk(day) >= CURVE_AT_RISK


def curve(waits: Sequence[Wait]) -> Curve:
    """The curve of some waits; their order does not matter."""
    return Curve(tuple(sorted(waits, key=lambda wait: (wait.days, wait.answer))))
