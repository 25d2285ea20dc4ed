"""What a letter's words lean to, as a second opinion: the kinds whose known sentences its sentences are most like."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SMOOTH = 1.0  # how much a word that a kind has never used counts as if it had
_HALF = 0.5  # a word is counted alone and in pairs; together they would count too much
_TELLS = 0.6  # how likely a sentence of a letter is one that tells its kind; the others could stand in any
_MOST = 40.0
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True)
class Lean:
    """How a letter leans to one kind."""

    behind: float  # as a logarithm: 0 for the likeliest kind, less for the others
    number: int  # of the sentence that is most like those of the kind


class Leaning:
    """Words and pairs of words, counted by kind over sentences that are known to be of it."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for kind, plain in known:
            counted[kind].update(_terms(plain))
        common: Counter[str] = Counter()
        for words in counted.values():
            common.update(words)
        smooth = _SMOOTH * len(common)
        self._length = {kind: _HALF * math.log(words.total() / smooth + 1) for kind, words in counted.items() if smooth}
        self._known: dict[str, dict[str, float]] = defaultdict(dict)  # term → kind → how much it speaks for it
        rare = smooth / max(1, common.total())
        for kind, words in counted.items():
            for term, count in words.items():
                self._known[term][kind] = _HALF * math.log1p(count / (rare * common[term]))

    def kinds(self, plains: Sequence[str]) -> dict[str, Lean]:
        """How a letter of these sentences leans, by kind; empty when its words are not known."""
        by_sentence = [self._sentence(plain) for plain in plains]
        if len(self._length) < 2 or not any(any(each.values()) for each in by_sentence):
            return {}
        total = {
            kind: sum(math.log(_TELLS * math.exp(min(each[kind], _MOST)) + 1 - _TELLS) for each in by_sentence)
            for kind in self._length
        }
        best = max(total.values())
        numbers = range(len(plains))
        return {
            kind: Lean(each - best, max(numbers, key=lambda number: by_sentence[number][kind]))
            for kind, each in total.items()
        }

    def of(self, plain: str) -> str:
        """The kind whose sentences one sentence is most like; empty when it is like none."""
        speaks = self._sentence(plain)
        best = max(speaks, key=lambda kind: speaks[kind], default="")
        return best if best and speaks[best] > 0 else ""

    def _sentence(self, plain: str) -> dict[str, float]:
        """How much one sentence is like those of each kind, against sentences in general."""
        terms = [term for term in _terms(plain) if term in self._known]
        speaks = {kind: -len(terms) * length for kind, length in self._length.items()}
        for term in terms:
            for kind, more in self._known[term].items():
                speaks[kind] += more
        return speaks


def _terms(plain: str) -> set[str]:
    words = _WORD.findall(plain)
    return {*words, *(f"{one} {other}" for one, other in zip(words, words[1:], strict=False))}  # noqa: RUF007 faster
