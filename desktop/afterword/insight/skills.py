"""What was asked and missed: gaps by skill, failed rounds beside passed ones, asked again, skills the market wants."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.insight.limits import (
    CAN,
    EMPLOYERS,
    GAP_ASKED,
    GAP_BOUND,
    MARKET_DAYS,
    MISSED,
    RECURRING,
    STRATUM,
    STUMBLE,
    Z90,
)
from afterword.insight.proportions import Difference, Share, mantel_haenszel, newcombe
from afterword.insight.rounds import Round
from afterword.journal.episodes import Episode


@dataclass(frozen=True)
class Gap:
    """M6: one skill. Asked counts interviews, not questions; missed is a lowest sealed rating of 1 or 0."""

    skill: str
    missed: Share
    wanted: Share  # adverts that list it, of those that list any skill
    employers: int  # that asked it and saw it missed
    again: int  # asked after the first miss and answered well
    interviews: tuple[int, ...] = ()  # where it was missed

    @property
    def priority(self) -> float:
        return self.missed.low * (self.wanted.value or 0.0)

    @property
    def badge(self) -> str:
        """gap, recurring, seen_once; empty when it was never missed."""
        if self.missed.n >= GAP_ASKED and self.missed.low >= GAP_BOUND:
            return "gap"
        if self.missed.k >= RECURRING and self.employers >= EMPLOYERS:
            return "recurring"
        return "seen_once" if self.missed.k else ""

    @property
    def stumbled(self) -> bool:
        """The third real miss: repeating will not mend it; change the story, the example or the target."""
        return self.missed.k >= STUMBLE and not self.again


def gaps(episodes: Sequence[Episode]) -> list[Gap]:
    """Every skill that was asked, the first to work on first."""
    adverts = [each for each in episodes if each.wanted]
    listed = Counter(skill for each in adverts for skill in {one.skill for one in each.wanted})
    asked: dict[str, list[tuple[datetime, int, int, int]]] = defaultdict(list)
    for episode in episodes:
        for meeting in episode.meetings:
            for skill, lowest in meeting.lowest.items():
                asked[skill].append((meeting.at or datetime.min, lowest, episode.company_id, meeting.id))
    found = [_gap(skill, sorted(some), Share(listed[skill], len(adverts))) for skill, some in asked.items()]
    return sorted(found, key=lambda each: (-each.priority, -each.missed.low, each.skill.casefold()))


def _gap(skill: str, asked: Sequence[tuple[datetime, int, int, int]], wanted: Share) -> Gap:
    missed = [each for each in asked if each[1] <= MISSED]
    first = missed[0][0] if missed else datetime.max
    again = sum(at > first and lowest > MISSED for at, lowest, _company, _key in asked)
    employers = len({company for _at, _lowest, company, _key in missed})
    return Gap(skill, Share(len(missed), len(asked)), wanted, employers, again, tuple(each[3] for each in missed))


def asked_again(episodes: Sequence[Episode]) -> Share:
    """M9: skills that were missed, asked again in a later interview, and answered well there at last."""
    met: dict[str, list[tuple[datetime, int]]] = defaultdict(list)
    for episode in episodes:
        for meeting in episode.meetings:
            for skill, lowest in meeting.lowest.items():
                met[skill].append((meeting.at or datetime.min, lowest))
    well = total = 0
    for some in met.values():
        some.sort()
        first = next((at for at, lowest in some if lowest <= MISSED), None)
        later = [lowest for at, lowest in some if first is not None and at > first]
        total += bool(later)
        well += bool(later) and later[-1] > MISSED
    return Share(well, total)


@dataclass(frozen=True)
class Compared:
    """M6b: a skill missed in failed rounds and in passed ones, as a whole and within stages."""

    skill: str
    failed: Share
    passed: Share
    difference: Difference
    within: float | None  # Mantel and Haenszel over stages with enough on both sides
    strata: tuple[tuple[str, Share, Share], ...]

    @property
    def depends(self) -> bool:
        """Whether the stages say the opposite of the whole (Simpson)."""
        return self.within is not None and self.within * self.difference.value < 0


def compare(rounds: Sequence[Round], skill: str, z: float = Z90) -> Compared | None:
    """None when the skill was not asked on both sides."""
    asked = [(each.stage, each.passed, low <= MISSED) for each in rounds if (low := each.lowest(skill)) is not None]
    failed, passed = _side(asked, passed=False), _side(asked, passed=True)
    difference = newcombe(failed.k, failed.n, passed.k, passed.n, z)
    if difference is None:
        return None
    stages = sorted({stage for stage, _passed, _missed in asked})
    sides = [(s, _side(asked, passed=False, stage=s), _side(asked, passed=True, stage=s)) for s in stages]
    strata = tuple(each for each in sides if each[1].n >= STRATUM and each[2].n >= STRATUM)
    within = mantel_haenszel([(f.k, f.n, p.k, p.n) for _stage, f, p in strata]) if len(strata) > 1 else None
    return Compared(skill, failed, passed, difference, within, strata)


def _side(asked: Sequence[tuple[str, bool, bool]], *, passed: bool, stage: str = "") -> Share:
    some = [missed for where, result, missed in asked if result is passed and stage in ("", where)]
    return Share(sum(some), len(some))


def lucky(rounds: Sequence[Round]) -> list[Round]:
    """Rounds that were passed although a question went badly: near misses."""
    return [
        each
        for each in rounds
        if each.passed
        and any(q.counts and q.quality is not None and q.quality <= MISSED for m in each.meetings for q in m.asked)
    ]


def delivery(episodes: Sequence[Episode]) -> Share:
    """Of missed questions with a reason noted, those that the person knew and could not say."""
    spoken = {"froze", "unstructured", "too_long", "no_example"}
    tagged = [
        set(asked.issues)
        for episode in episodes
        for meeting in episode.meetings
        for asked in meeting.asked
        if asked.counts and asked.quality is not None and asked.quality <= MISSED and asked.issues
    ]
    return Share(sum(bool(each & spoken) for each in tagged), len(tagged))


def in_sync(episodes: Sequence[Episode], as_of: datetime) -> tuple[Share, int, tuple[tuple[str, int], ...]]:
    """M10: required skills one can do, of those that the adverts of 90 days require; how many adverts; what is missing.

    The missing ones with how many adverts require them, most first.
    """
    since = (as_of - timedelta(days=MARKET_DAYS)).date()
    recent = [each for each in episodes if each.wanted and each.applied_on and each.applied_on >= since]
    must = [one for each in recent for one in each.wanted if one.must]
    missing = Counter(one.skill for one in must if one.level < CAN)
    order = tuple(sorted(missing.items(), key=lambda each: (-each[1], each[0].casefold())))
    return Share(sum(one.level >= CAN for one in must), len(must)), len(recent), order
