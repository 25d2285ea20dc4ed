"""What was expected beside what came: sealed predictions of decided rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.insight.proportions import Share
from afterword.insight.rounds import Round


@dataclass(frozen=True)
class Calibration:
    """M7. Chances 0 to 1 with results 0 or 1; None of nothing. Brier (1950): the mean square of the difference."""

    said: tuple[tuple[float, bool], ...]

    @property
    def passed(self) -> Share:
        return Share(sum(came for _p, came in self.said), len(self.said))

    @property
    def expected(self) -> float | None:
        return sum(p for p, _came in self.said) / len(self.said) if self.said else None

    @property
    def bias(self) -> float | None:
        """Above 0: more was expected than came."""
        share = self.passed.value
        return None if share is None or self.expected is None else self.expected - share

    @property
    def brier(self) -> float | None:
        return sum((p - came) ** 2 for p, came in self.said) / len(self.said) if self.said else None

    @property
    def brier_of_base(self) -> float | None:
        """What always saying one's own average would have given."""
        share = self.passed.value
        return None if share is None else share * (1 - share)


def calibration(rounds: Sequence[Round]) -> Calibration:
    """Of rounds with a sealed prediction, each interview's own."""
    return Calibration(
        tuple(
            (meeting.expected / 100, each.passed)
            for each in rounds
            for meeting in each.meetings
            if meeting.expected is not None
        )
    )
