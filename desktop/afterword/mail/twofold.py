"""Two pieces of news in one letter: a no for one job, and a step forward for another."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.mail import roles
from afterword.mail.letter import News, Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.scoring import ENOUGH, FORWARD, REFUSING, Scores, only, without
from afterword.mail.sentences import Sentence

_MEANT = 2.5  # how loud each half must be: what is only hinted at is no second news


def second(told: Sequence[Sentence], scores: Scores, lexicon: Lexicon) -> tuple[News, Scores] | None:
    """The step forward beside a no, and the letter without it; None when they are not of two jobs."""
    no = _loud(scores, REFUSING)
    steps = _loud(scores, FORWARD) - no
    if not no or not steps or max(scores.best[label] for label in REFUSING) < _MEANT:
        return None
    begins = min(steps)
    half = frozenset(each for each in range(begins, len(told)) if each not in no) if begins > min(no) else steps
    ahead = only(scores, half)
    label = max(FORWARD, key=lambda each: (ahead.total[each], each))
    if ahead.best[label] < _MEANT or not _of_two_jobs(told, no, half, lexicon, scores):
        return None
    role = roles.role_in([told[each] for each in sorted(half)], lexicon)
    return News(label, ahead.evidence(label), Sure.FAIRLY, role), without(scores, half)


def _loud(scores: Scores, labels: frozenset[str]) -> frozenset[int]:
    meant = (each for each in scores.found if each.phrase.label in labels and each.weight >= ENOUGH)
    return frozenset(each.number for each in meant if each.phrase.turn != "received")  # a test that is done is no step


def _of_two_jobs(
    told: Sequence[Sentence], no: frozenset[int], half: frozenset[int], lexicon: Lexicon, scores: Scores
) -> bool:
    """Whether each half names its own job, or words say that the second is about another one."""
    first, other = (roles.role_in([told[each] for each in sorted(part)], lexicon).value for part in (no, half))
    if first and other:
        return first.casefold() != other.casefold()
    apart = lexicon.language(scores.language).apart
    return any(apart.search(told[each].plain) for each in half)
