"""What a card is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from afterword.insight.rounds import Round, decided
from afterword.insight.waiting import Open, open_answers
from afterword.journal.episodes import Episode

HIDDEN, COLLECTING, SHOWN = "hidden", "collecting", "shown"


@dataclass(frozen=True)
class Card:
    """One claim. `text` is a finished sentence when it is shown, and empty else."""

    key: str  # I-01 … I-20
    state: str  # hidden, collecting, shown
    text: str = ""
    have: int = 0
    need: int = 0
    subject: str = ""  # the skill or the application that it is about
    numbers: Mapping[str, object] = field(default_factory=dict, hash=False)
    applications: tuple[int, ...] = ()  # what stands behind it

    @property
    def claims(self) -> bool:
        return self.state == SHOWN


@dataclass(frozen=True)
class Past:
    """What the cards are made of: the episodes of a window, all others, and a day."""

    episodes: tuple[Episode, ...]
    as_of: datetime
    earlier: tuple[Episode, ...] = ()  # of the search before this one
    rounds: tuple[Round, ...] = ()

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """What is being waited for."""
        return tuple(open_answers(self.episodes, self.as_of))


def past(episodes: Iterable[Episode], as_of: datetime, earlier: Iterable[Episode] = ()) -> Past:
    """The order of entry does not matter."""
    told = tuple(sorted(episodes, key=lambda each: each.id))
    return Past(told, as_of, tuple(earlier), tuple(decided(told, as_of)))


def collecting(key: str, have: int, need: int, subject: str = "") -> Card:
    """Not enough yet: how much there is of what is needed."""
    return Card(key, COLLECTING, have=have, need=need, subject=subject)


def hidden(key: str, have: int = 0, need: int = 0) -> Card:
    """Enough to look, and nothing to say."""
    return Card(key, HIDDEN, have=have, need=need)


def keys(episodes: Iterable[Episode]) -> tuple[int, ...]:
    return tuple(each.id for each in episodes)
