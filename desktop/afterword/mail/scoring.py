"""Sentences against phrases: what each speaks for, how loudly, and what turns or weakens it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from afterword.mail.letter import Evidence
from afterword.mail.lexicon import Lexicon, Phrase
from afterword.mail.sentences import Sentence

ENOUGH = 2.0  # a label with this much is meant
CLEAR = 3.0  # and with this much it needs no support
ADVANCING = frozenset({"offer", "interview_invitation", "assessment", "interview_change"})
REFUSING = frozenset({"rejection", "position_closed", "offer_withdrawn"})

_TAKEN_BACK = 0.6  # what a "not" later in the sentence leaves of an advance
_HARMLESS = re.compile(
    r"\b(?:do not|don't|not|never|please do not) (?:hesitate|worry|forget|reply|need|have to|miss|be afraid)"
    r"|\b(?:if|in case|should|unless|whether)\b.*|\bno (?:later|need|preparation|problem|dress|specific)"
    r"|\bcan't wait|\bwithout|\bregret"
)
_IF, _QUOTED, _MORE = 0.2, 0.2, 0.5  # what a condition, quotation marks, and a second sentence leave of a weight
_QUOTE = re.compile(r'"[^"]{8,}"')


@dataclass(frozen=True)
class Found:
    """One phrase in one sentence."""

    phrase: Phrase
    weight: float
    evidence: Evidence


@dataclass
class Scores:
    """What a letter speaks for. `doubt` is how often words of an advance stood behind a "not"."""

    found: list[Found] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    best: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    job: float = 0.0
    doubt: int = 0
    anchored: bool = False

    def evidence(self, *labels: str, most: int = 4) -> tuple[Evidence, ...]:
        """The loudest words for these labels, one for each sentence."""
        loud = sorted((each for each in self.found if each.phrase.label in labels), key=lambda each: -each.weight)
        chosen: dict[str, Evidence] = {}
        for each in loud:
            chosen.setdefault(each.evidence.sentence, each.evidence)
        return tuple(chosen.values())[:most]


def score(told: Sequence[Sentence], lexicon: Lexicon) -> Scores:
    """Look every phrase up in every sentence."""
    scores = Scores(job=_job(told, lexicon))
    by_sentence: dict[str, dict[int, float]] = defaultdict(dict)
    for number, sentence in enumerate(told):
        for phrase in lexicon.phrases:
            if phrase.key not in sentence.plain or (phrase.where and (phrase.where == "subject") != sentence.subject):
                continue
            found = _look(phrase, sentence, lexicon, scores)
            if found and found.weight >= 0.5:
                scores.found.append(found)
                so_far = by_sentence[phrase.label].get(number, 0.0)
                by_sentence[phrase.label][number] = max(so_far, found.weight)
                scores.anchored = scores.anchored or (phrase.anchored and found.weight >= ENOUGH)
    for label, sentences in by_sentence.items():
        loudest = max(sentences.values())
        scores.best[label] = loudest
        scores.total[label] = loudest + _MORE * (sum(sentences.values()) - loudest)
    return scores


def _look(phrase: Phrase, sentence: Sentence, lexicon: Lexicon, scores: Scores) -> Found | None:
    plain = sentence.plain
    match = phrase.pattern.search(plain)
    if match is None or (phrase.needs and not phrase.needs.search(plain)):
        return None
    if phrase.unless and phrase.unless.search(plain):
        return None
    before = plain[: match.start()]
    weight = phrase.weight
    if phrase.label in ADVANCING - {"interview_change"} and _is_negated(before, match.group(), lexicon):
        scores.doubt += phrase.weight >= ENOUGH
        return None
    if phrase.label in ADVANCING and _is_taken_back(plain[match.end() :], lexicon):
        scores.doubt += 1
        weight *= _TAKEN_BACK
    if not phrase.firm and any(guard.condition.search(before) for guard in lexicon.guards):
        weight *= _IF
    elif '"' in plain and any(q.start() < match.start() and match.end() < q.end() for q in _QUOTE.finditer(plain)):
        weight *= _QUOTED
    words = sentence.said[match.start() : match.end()].strip(" ,;:-")
    return Found(phrase, weight, Evidence(sentence.said, words, phrase.label))


def _is_negated(before: str, said: str, lexicon: Lexicon) -> bool:
    """Whether a "not" stands before the words, in the same clause, or among them."""
    clause = re.split(r"[;:]|, (?:but|however|and)\b|\bbut\b|\bhowever\b", before)[-1][-70:]
    for guard in lexicon.guards:
        spots = list(guard.negation.finditer(clause))
        if spots and not re.match(r"\W*(?:only|just|hesitate|worry)", clause[spots[-1].end() :]):
            return True
        if guard.negation.search(said):
            return True
    return False


def _is_taken_back(after: str, lexicon: Lexicon) -> bool:
    """Whether the rest of the sentence says "not": "we invited four people, and you are not one of them"."""
    rest = _HARMLESS.sub(" ", after)
    return any(guard.negation.search(rest) for guard in lexicon.guards)


def _job(told: Sequence[Sentence], lexicon: Lexicon) -> float:
    """How much a letter is about a job; below nothing when it is about another kind of application."""
    text = "\n".join(sentence.plain for sentence in told)
    return sum(weight for guard in lexicon.guards for pattern, weight in guard.job if pattern.search(text))
