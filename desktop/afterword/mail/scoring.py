"""Sentences against phrases: what each speaks for, how loudly, and what turns or weakens it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from afterword.mail.leaning import Lean
from afterword.mail.letter import KINDS, Evidence
from afterword.mail.lexicon import Language, Lexicon, Phrase
from afterword.mail.sentences import Sentence, plain_of

ENOUGH = 2.0  # a label with this much is meant
CLEAR = 3.0  # and with this much it needs no support
FORWARD = frozenset({"offer", "interview_invitation", "assessment"})
REFUSING = frozenset({"rejection", "position_closed", "offer_withdrawn"})

LIKE_A_JOB, MOST_LIKE = 0.4, 4.0  # what a letter that is like job mail weighs beside its words about jobs
_TAKEN_BACK = 0.6  # what a "not" later in the sentence leaves of an advance
_IF, _QUOTED, _MORE = 0.2, 0.2, 0.5  # what a condition, quotation marks, and a second sentence leave of a weight
_QUOTE = re.compile(r'"[^"]{8,}"')


@dataclass(frozen=True)
class Found:
    """One phrase in one sentence."""

    phrase: Phrase
    weight: float
    evidence: Evidence
    number: int  # of the sentence


@dataclass
class Scores:
    """What some sentences speak for. `doubt` is how often words of an advance stood behind a "not"."""

    found: list[Found] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    best: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    leaning: dict[str, Lean] = field(default_factory=dict)  # kind → how the words as a whole lean to it
    like: dict[str, Evidence] = field(default_factory=dict)  # kind → the sentence that is most like it
    plainly: frozenset[str] = frozenset()  # kinds whose most telling sentence has no "not" and no "if" in it
    job: float = 0.0
    doubt: int = 0
    anchored: bool = False
    language: str = ""

    def evidence(self, *labels: str, most: int = 4) -> tuple[Evidence, ...]:
        """The loudest words for these labels, one for each sentence."""
        chosen: dict[str, Evidence] = {}
        for each in self.loudest(*labels):
            chosen.setdefault(each.evidence.sentence, each.evidence)
        return tuple(chosen.values())[:most]

    def loudest(self, *labels: str) -> list[Found]:
        """What was found for these labels, the loudest first."""
        return sorted((each for each in self.found if each.phrase.label in labels), key=lambda each: -each.weight)

    def turn(self, label: str) -> str:
        """How a kind is meant: what its loudest phrase that knows says."""
        return next((each.phrase.turn for each in self.loudest(label) if each.phrase.turn), "")

    def where(self, *labels: str) -> frozenset[int]:
        """The numbers of the sentences that speak for these labels."""
        return frozenset(each.number for each in self.loudest(*labels))


def score(told: Sequence[Sentence], lexicon: Lexicon, sender: str = "") -> Scores:
    """Look every phrase up in every sentence, once if it is repeated; the sender's name may be about jobs too."""
    scores = Scores()
    whole = "\n".join(sentence.plain for sentence in told)
    spoken = lexicon.spoken(whole)
    heard: dict[Sentence, int] = {}
    for number, sentence in enumerate(told):
        if sentence in heard:
            continue
        heard[sentence] = number
        for phrase in lexicon.near(sentence.plain, spoken):
            if phrase.where and (phrase.where == "subject") != sentence.subject:
                continue
            found = _look(phrase, sentence, number, lexicon.language(phrase.language), scores)
            if found and found.weight >= 0.5:
                scores.found.append(found)
    _add_up(scores)
    around = f"{whole}\n{plain_of(sender)}"
    jobs = {code: lexicon.language(code).about_jobs(around) for code in spoken}
    scores.language = _language(scores.found, jobs)
    _lean(scores, list(heard), lexicon.language(scores.language))
    scores.job = jobs[scores.language] + LIKE_A_JOB * _like_job_mail(scores.leaning)
    return scores


def only(scores: Scores, numbers: Iterable[int]) -> Scores:
    """What some of the sentences say."""
    kept = frozenset(numbers)
    return without(scores, (each.number for each in scores.found if each.number not in kept))


def without(scores: Scores, numbers: Iterable[int]) -> Scores:
    """The same, as if some sentences were not there."""
    gone = frozenset(numbers)
    rest = Scores([each for each in scores.found if each.number not in gone], job=scores.job, language=scores.language)
    rest.leaning, rest.like, rest.plainly = scores.leaning, scores.like, scores.plainly
    _add_up(rest)
    return rest


def _add_up(scores: Scores) -> None:
    by_sentence: dict[str, dict[int, float]] = defaultdict(dict)
    for each in scores.found:
        so_far = by_sentence[each.phrase.label]
        so_far[each.number] = max(so_far.get(each.number, 0.0), each.weight)
        speaks_of_a_job = each.phrase.label in KINDS and each.phrase.anchored and each.weight >= ENOUGH
        scores.anchored = scores.anchored or speaks_of_a_job
    for label, sentences in by_sentence.items():
        loudest = max(sentences.values())
        scores.best[label] = loudest
        scores.total[label] = loudest + _MORE * (sum(sentences.values()) - loudest)


def _like_job_mail(leaning: dict[str, Lean]) -> float:
    """How much more the letter is like job mail than like other mail, or less."""
    if "other" not in leaning:
        return 0.0
    ahead = max(lean.behind for kind, lean in leaning.items() if kind != "other") - leaning["other"].behind
    return max(-MOST_LIKE, min(MOST_LIKE, ahead))


def _lean(scores: Scores, told: Sequence[Sentence], language: Language) -> None:
    """What the sentences are like, which one most, and whether that one says it plainly."""
    scores.leaning = language.leaning.kinds([sentence.plain for sentence in told])
    most = {kind: told[lean.number] for kind, lean in scores.leaning.items()}
    scores.like = {kind: Evidence(each.said, each.said, kind) for kind, each in most.items()}
    guards = (language.negation, language.condition)
    plainly = (kind for kind, each in most.items() if not any(guard.search(each.plain) for guard in guards))
    scores.plainly = frozenset(plainly)


def _language(found: Sequence[Found], jobs: dict[str, float]) -> str:
    """The language that most of what was found is in; of several, the one with more words about jobs."""
    spoken: dict[str, float] = defaultdict(float)
    for each in found:
        spoken[each.phrase.language] += each.weight
    return max(sorted(jobs), key=lambda code: (spoken[code], abs(jobs[code])))


def _look(phrase: Phrase, sentence: Sentence, number: int, language: Language, scores: Scores) -> Found | None:
    plain = sentence.plain
    match = phrase.pattern.search(plain)
    if match is None or (phrase.needs and not phrase.needs.search(plain)):
        return None
    if phrase.unless and phrase.unless.search(plain):
        return None
    before = plain[: match.start()]
    weight = phrase.weight
    if phrase.label in FORWARD and _is_negated(before, match.group(), language):
        scores.doubt += phrase.weight >= ENOUGH
        return None
    if phrase.label in FORWARD | {"interview_change"} and _is_taken_back(plain[match.end() :], language):
        scores.doubt += 1
        weight *= _TAKEN_BACK
    if not phrase.firm and language.condition.search(before):
        weight *= _IF
    elif '"' in plain and any(q.start() < match.start() and match.end() < q.end() for q in _QUOTE.finditer(plain)):
        weight *= _QUOTED
    words = sentence.said[match.start() : match.end()].strip(" ,;:-")
    return Found(phrase, weight, Evidence(sentence.said, words, phrase.label), number)


def _is_negated(before: str, said: str, language: Language) -> bool:
    """Whether a "not" stands before the words, in the same clause, or among them."""
    begins = 0
    for clause in language.clause.finditer(before):
        begins = clause.end()
    clause_before = re.split(r"[;:]", before[begins:])[-1][-70:]
    spots = list(language.negation.finditer(clause_before))
    if spots and not language.only.match(clause_before[spots[-1].end() :].lstrip()):
        return True
    return language.negation.search(said) is not None


def _is_taken_back(after: str, language: Language) -> bool:
    """Whether the rest of the sentence says "not": "we invited four people, and you are not one of them"."""
    return language.negation.search(language.harmless.sub(" ", after)) is not None
