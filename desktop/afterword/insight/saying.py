"""How a share is said: counts first, and no more than the counts carry."""

from __future__ import annotations

from afterword.insight.proportions import Share
from afterword.words import _


def counts(share: Share) -> str:
    """2 of 3"""
    return _("{k} of {n}").format(k=share.k, n=share.n)


def share_in_words(share: Share) -> str:
    """Nothing yet; 2 of 3; 3 of 7, between 2 and 7 in 10; 12 of 20, about 60 %."""
    if share.grade == "nothing":
        return _("nothing yet")
    if share.grade == "counts":
        return counts(share)
    if share.grade == "range":
        low, high = max(0, round(share.low * 10)), min(10, round(share.high * 10))
        return _("{counts}, between {low} and {high} in 10").format(counts=counts(share), low=low, high=high)
    return _("{counts}, about {percent} %").format(counts=counts(share), percent=rounded(share.value or 0.0))


def rounded(chance: float) -> int:
    """Percent, to the nearest 5; never 0 or 100 of something that is neither."""
    percent = 5 * round(chance * 20)
    return percent if chance in (0, 1) else min(95, max(5, percent))


def one_in(value: float) -> str:
    """1 in 7"""
    return _("1 in {n}").format(n=max(1, round(value)))
