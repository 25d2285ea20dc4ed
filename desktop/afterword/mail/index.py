"""Which of many patterns are worth a closer look at a sentence: those that have one of their words in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from afterword.mail.phrasing import ANY, BARE, Pattern, needed

_WORD = re.compile(r"[^\W_]+")
_PLACED = re.compile(rf"({ANY}?)([^\W_]+)({ANY}?)")
MOST = 20_000  # words that are remembered


class Index:
    """Words, beginnings of words and pieces of words, each with the numbers of the patterns that need them."""

    def __init__(self, patterns: Sequence[Pattern], samples: Iterable[str]) -> None:
        self._words: dict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        self._pieces: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        self._met: dict[str, tuple[int, ...]] = {}
        words = [word for text in samples for word in _WORD.findall(text.translate(BARE))]
        common = Counter(word[:end] for word in words for end in range(1, len(word) + 1))
        for number, pattern in enumerate(patterns):
            self._put(number, pattern, common)
        self._lengths = sorted({len(each) for each in self._beginnings})

    def near(self, plain: str) -> list[int]:
        """The numbers of the patterns that could be found in a text, in order."""
        found = set(self._always)
        plain = plain.translate(BARE)  # as people write who leave the accents out
        for word in set(_WORD.findall(plain)):
            found.update(self._met[word] if word in self._met else self._of(word))
        for piece, numbers in self._pieces.items():
            if piece in plain:
                found.update(numbers)
        return sorted(found)

    def _of(self, word: str) -> tuple[int, ...]:
        """The numbers that one word leads to; remembered, since letters use the same words again and again."""
        beginnings = (self._beginnings.get(word[:length], ()) for length in self._lengths)
        found = (*self._words.get(word, ()), *(number for numbers in beginnings for number in numbers))
        if len(self._met) < MOST:
            self._met[word] = found
        return found

    def _put(self, number: int, pattern: Pattern, common: Counter[str]) -> None:
        """Enter a pattern under the rarest words that it cannot do without."""
        choices = []
        for strings in needed(pattern.say.translate(BARE)):
            chosen = [_rarest(each, common) for each in strings]
            if all(chosen):
                choices.append((sum(each[0] for each in chosen if each), [each for each in chosen if each]))
        if not choices:
            self._always.append(number)
            return
        for _cost, word, shelf in set(min(choices)[1]):
            shelves = {"word": self._words, "beginning": self._beginnings, "piece": self._pieces}
            shelves[shelf][word].append(number)


def _rarest(string: str, common: Counter[str]) -> tuple[float, str, str] | None:
    """The word of a string that fewest sentences hold, with how it must stand there."""
    found = []
    for before, word, after in _PLACED.findall(string):
        shelf = "piece" if before else "beginning" if after else "word"
        cost = 1 / len(word) + common[word] + (20 if before else 0)
        found.append((cost, word, shelf))
    return min(found, default=None)
