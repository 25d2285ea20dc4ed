"""What the noes taught and what the yeses confirmed: rows of dots, one dot for each interview."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from afterword.insight.limits import MISSED
from afterword.insight.rounds import Round
from afterword.journal.episodes import Asked, Episode, Meeting
from afterword.journal.terms import NEVER_A_MISS, Category, Control, Direction

WELL = 3  # went well
FEWEST = 2  # asked once, a thing says nothing yet


@dataclass(frozen=True)
class Row:
    """One thing, met in some interviews: full dots where it counts, hollow ones where it does not."""

    name: str
    full: tuple[int, ...]  # interviews
    hollow: tuple[int, ...] = ()

    @property
    def of(self) -> int:
        return len(self.full) + len(self.hollow)


def stuck(episodes: Sequence[Episode]) -> list[Row]:
    """What one got stuck at, by skill or else by kind of question; those missed most often first."""
    rows = _rows(episodes, lambda lowest: lowest <= MISSED)
    return sorted((each for each in rows if each.full), key=lambda each: (-len(each.full), each.of, each.name))


def confirmed(episodes: Sequence[Episode]) -> list[Row]:
    """What went well at least every second time."""
    rows = _rows(episodes, lambda lowest: lowest >= WELL)
    good = [each for each in rows if each.of >= FEWEST and 2 * len(each.full) >= each.of]
    return sorted(good, key=lambda each: (-len(each.full), each.of, each.name))


def not_about_you(rounds: Sequence[Round]) -> Row:
    """Of the noes after a conversation, those without a reason, closed, or held to be nobody's own."""
    failed = [each for each in rounds if not each.passed]
    outside = [each for each in failed if _is_outside(each.episode)]
    rest = [each for each in failed if not _is_outside(each.episode)]
    return Row("", tuple(each.meetings[-1].id for each in outside), tuple(each.meetings[-1].id for each in rest))


def _is_outside(episode: Episode) -> bool:
    hurt = [each for each in episode.blamed if each.direction == Direction.HURT]
    if hurt:
        return all(each.control == Control.NOT_MINE for each in hurt)
    return episode.reason in ("", "none_given", "position_closed", "internal_candidate")


def blamed(episodes: Sequence[Episode]) -> Counter[str]:
    """How often each factor was said to be in the way, by FactorType."""
    return Counter(each.factor for episode in episodes for each in episode.blamed if each.direction == Direction.HURT)


def ends_at(rounds: Sequence[Round]) -> Counter[str]:
    """In which stage what ended after a conversation ended."""
    return Counter(each.stage for each in rounds if not each.passed)


def _rows(episodes: Sequence[Episode], counts: Callable[[int], bool]) -> list[Row]:
    met: dict[str, dict[int, int]] = defaultdict(dict)
    for episode in episodes:
        for meeting in episode.meetings:
            for name, quality in _rated(meeting):
                met[name][meeting.id] = min(quality, met[name].get(meeting.id, quality))
    return [
        Row(
            name,
            tuple(key for key, lowest in by_meeting.items() if counts(lowest)),
            tuple(key for key, lowest in by_meeting.items() if not counts(lowest)),
        )
        for name, by_meeting in met.items()
    ]


def _rated(meeting: Meeting) -> list[tuple[str, int]]:
    return [(name, each.quality) for each in meeting.asked if each.quality is not None and (name := _name(each))]


def _name(asked: Asked) -> str:
    if asked.category in NEVER_A_MISS:
        return ""
    return asked.skill or ("" if asked.category == Category.OTHER else Category(asked.category).label)
