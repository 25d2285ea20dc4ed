"""Where it ends: rounds that were decided, by stage, and the steps from application to offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from afterword.insight.proportions import Share, shrunk
from afterword.journal.episodes import Episode, Meeting
from afterword.journal.terms import OFFERED, PENDING, Result, Stage, Status


@dataclass(frozen=True)
class Round:
    """A round with its result. Several interviews of one round are one, under the stage `loop`."""

    episode: Episode
    number: int
    stage: str
    passed: bool
    meetings: tuple[Meeting, ...]

    @property
    def at(self) -> datetime:
        return max((each.at for each in self.meetings if each.at), default=datetime.min)

    def lowest(self, skill: str) -> int | None:
        """The lowest sealed rating on a skill; None when it was not asked."""
        return min((each.lowest[skill] for each in self.meetings if skill in each.lowest), default=None)


@dataclass(frozen=True)
class Rate:
    """M2 and M3: how often a stage was passed, and the same drawn towards the own overall rate."""

    stage: str
    share: Share
    shrunk: float


@dataclass(frozen=True)
class Step:
    """M4: of those that got so far and were not waiting there, how many went on."""

    name: str
    share: Share
    on: tuple[int, ...]  # applications
    ended: tuple[int, ...]


def decided(episodes: Sequence[Episode], as_of: datetime) -> list[Round]:
    """Rounds that were passed or failed, by time."""
    found = []
    for episode in episodes:
        by_round: dict[int, list[tuple[Meeting, Result]]] = defaultdict(list)
        for meeting, result in zip(episode.meetings, episode.results(as_of), strict=True):
            if result in (Result.PASS, Result.FAIL):
                by_round[meeting.round_no].append((meeting, result))
        for number, several in by_round.items():
            stage = several[0][0].stage if len(several) == 1 else str(Stage.LOOP)
            passed = all(result is Result.PASS for _meeting, result in several)
            found.append(Round(episode, number, stage, passed, tuple(meeting for meeting, _result in several)))
    return sorted(found, key=lambda each: (each.at, each.episode.id, each.number))


def rates(rounds: Sequence[Round]) -> list[Rate]:
    """Each stage, those met most often first."""
    total = Share(sum(each.passed for each in rounds), len(rounds))
    by_stage: dict[str, list[Round]] = defaultdict(list)
    for each in rounds:
        by_stage[each.stage].append(each)
    found = [
        Rate(stage, Share(k := sum(each.passed for each in some), len(some)), shrunk(k, len(some), total.value or 0.0))
        for stage, some in by_stage.items()
    ]
    return sorted(found, key=lambda each: (-each.share.n, each.stage))


def hardest(found: Sequence[Rate], fewest: int) -> Rate | None:
    """The stage whose best is worse than another's worst; None when the ranges overlap."""
    enough = [each for each in found if each.share.n >= fewest]
    if len(enough) < 2:
        return None
    low = min(enough, key=lambda each: each.share.high)
    return low if any(low.share.high < other.share.low for other in enough if other is not low) else None


def funnel(episodes: Sequence[Episode]) -> tuple[Step, ...]:
    """Applied → first → second → offer → accepted. Withdrawn and closed ones leave where they stand, uncounted."""
    told = [(each, _reached(each)) for each in episodes if each.group not in ("draft", "no_contest")]
    return (
        _step("first", told, 0, 1),
        _step("second", told, 1, 2),
        _step("offer", told, 2, _OFFER),
        _accepted(told),
    )


_OFFER = 99  # further than any round


def _reached(episode: Episode) -> int:
    if episode.status in OFFERED:
        return _OFFER
    return len({each.round_no for each in episode.meetings if not each.cancelled})


def _step(name: str, told: Sequence[tuple[Episode, int]], here: int, there: int) -> Step:
    got = [(each, reached) for each, reached in told if reached >= here]
    on = tuple(each.id for each, reached in got if reached >= there and _has_been(each, here))
    ended = tuple(each.id for each, reached in got if reached < there and each.status not in PENDING)
    return Step(name, Share(len(on), len(on) + len(ended)), on, ended)


def _has_been(episode: Episode, here: int) -> bool:
    """An offer after one interview never had a second, so it says nothing about second ones."""
    return here == 0 or len({each.round_no for each in episode.meetings if not each.cancelled}) >= here


def _accepted(told: Sequence[tuple[Episode, int]]) -> Step:
    on = tuple(each.id for each, _reached in told if each.status is Status.ACCEPTED)
    others = (Status.OFFER_DECLINED, Status.OFFER_RESCINDED)
    ended = tuple(each.id for each, _reached in told if each.status in others)
    return Step("accepted", Share(len(on), len(on) + len(ended)), on, ended)
