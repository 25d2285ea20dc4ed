"""What a letter's words lean to when no phrase is found in it: the kind whose known sentences are most like it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

_SMOOTH = 0.3  # how much a word that a kind has never used counts as if it had
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Leaning:
    """Words and pairs of words, counted by kind over sentences that are known to be of it."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._common: Counter[str] = Counter()
        for kind, plain in known:
            self._words[kind].update(_terms(plain))
            self._common.update(_terms(plain))
        self._spoken = {kind: counted.total() for kind, counted in self._words.items()}

    def kind(self, plain: str) -> tuple[str, float]:
        """The likeliest kind, and how many times likelier than the next it is, as a logarithm."""
        terms = [term for term in _terms(plain) if term in self._common]
        if len(self._words) < 2 or not terms:
            return "", 0.0
        size, spoken = len(self._common), self._common.total()
        smooth = {term: _SMOOTH * size * self._common[term] / spoken for term in terms}
        found = sorted(
            (sum(math.log(words[term] + smooth[term]) for term in terms)
             - len(terms) * math.log(self._spoken[kind] + _SMOOTH * size), kind)
            for kind, words in self._words.items()
        )  # fmt: skip
        return found[-1][1], found[-1][0] - found[-2][0]


def _terms(plain: str) -> set[str]:
    words = _WORD.findall(plain)
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}
