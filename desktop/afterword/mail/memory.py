"""What reading takes from the person's own journal: corrections, and sentences that came in other letters too."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from afterword.mail.sentences import Sentence, sentences

ALIKE = 0.8  # share of words that two sentences must have in common to be the same one
FEWEST = 4  # words; shorter sentences are greetings, or could be anything

Words = frozenset[str]


@dataclass(frozen=True)
class Memory:
    """Corrections and earlier refusals, as plain data; made anew for each batch of letters."""

    senders: Mapping[str, str] = field(default_factory=dict)  # address or domain → company
    sentences: Mapping[str, str] = field(default_factory=dict)  # sentence in plain form → kind
    refusals: tuple[tuple[str, str], ...] = ()  # Message-ID and text of the refusals that were kept

    def company(self, address: str) -> str:
        """The company that the person said this sender is; empty when nothing was said."""
        return self.senders.get(address) or self.senders.get(address.rpartition("@")[2], "")

    def kind(self, told: list[Sentence]) -> tuple[str, Sentence] | None:
        """What a sentence of this letter was said to mean, and the sentence."""
        for words, kind in self._corrected:
            for sentence in told:
                if alike(words, words_of(sentence.plain)):
                    return kind, sentence
        return None

    def is_known(self, sentence: Sentence, message_id: str = "") -> bool:
        """Whether a sentence came in another letter that said no: it is said to everybody then."""
        words = words_of(sentence.plain)
        if len(words) < FEWEST:
            return False
        # Two sentences that are alike share at least one of any so many words: the rarest are looked at.
        enough = len(words) - math.ceil(ALIKE * len(words)) + 1
        rarest = sorted(words, key=lambda word: (len(self._index.get(word, ())), word))[:enough]
        near = [entry for word in rarest for entry in self._index.get(word, ())]
        return any(alike(words, theirs) for theirs, key in near if not message_id or key != message_id)

    @cached_property
    def _corrected(self) -> list[tuple[Words, str]]:
        return [(words_of(plain), kind) for plain, kind in self.sentences.items()]

    @cached_property
    def _index(self) -> dict[str, list[tuple[Words, str]]]:
        """Word → sentences of earlier refusals that hold it."""
        index: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for key, text in self.refusals:
            for sentence in sentences("", text):
                words = words_of(sentence.plain)
                if len(words) >= FEWEST:
                    entry = (words, key)
                    for word in words:
                        index[word].append(entry)
        return index


def words_of(plain: str) -> Words:
    """The words of a sentence without accents and numbers: what two templates have in common."""
    folded = unicodedata.normalize("NFKD", plain)
    return frozenset(re.findall(r"[^\W\d_]{2,}", "".join(c for c in folded if not unicodedata.combining(c))))


def alike(one: Words, other: Words) -> bool:
    """Near duplicates: the names of a company and a role may differ."""
    if not one or not other:
        return False
    return len(one & other) >= ALIKE * max(len(one), len(other))
