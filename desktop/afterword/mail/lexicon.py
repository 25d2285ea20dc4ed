"""Phrases and senders, read from data files: a language is a file, a phrase is a line with an example."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from afterword.mail import wording
from afterword.mail.index import Index
from afterword.mail.leaning import Leaning
from afterword.mail.letter import KINDS
from afterword.mail.phrasing import Pattern, pattern
from afterword.mail.sentences import plain_of
from afterword.mail.wording import Words
from afterword.trouble import Trouble
from afterword.words import _

_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN = 0.15  # how many words of the language most spoken in a letter another one needs, to be spoken in it, too
# Labels of two words in one: a kind, and how it is meant.
_MEANT = {"on_hold": ("position_closed", "on_hold"), "interview_cancelled": ("interview_change", "cancelled")}


@dataclass(frozen=True)
class Phrase:
    """Some words, what they speak for and how loud."""

    label: str  # one of KINDS, or: mine, survey, elsewhere
    weight: float
    pattern: Pattern = field(repr=False)
    example: str
    language: str = ""
    turn: str = ""  # how the kind is meant
    unless: Pattern | None = None  # in the same sentence: then the phrase says nothing
    needs: Pattern | None = None  # in the same sentence: else the phrase says nothing
    anchored: bool = False  # speaks for itself, no other word about a job is needed
    where: str = ""  # "subject" or "text"; empty: both
    firm: bool = False  # an "if" in the sentence does not weaken it

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True)
class Host:
    """A system that writes for many companies. `company` says where the employer's name stands."""

    domain: str
    company: str = "name"  # tenant, name, subject, none
    kind: str = "ats"  # ats, board, test, signing, mailbox


@dataclass(frozen=True)
class Language:
    """How letters in one language are worded."""

    code: str
    phrases: tuple[Phrase, ...] = field(repr=False)
    condition: Pattern  # an "if" before a phrase weakens it
    negation: Pattern  # a "not" before or behind an advance takes it back
    harmless: Pattern  # what stands behind an advance, has a "not", and takes nothing back
    only: Pattern  # what follows a "not" that is none: not only
    clause: Pattern  # where a new clause begins
    greeting: Pattern  # how sentences begin that are manners
    apart: Pattern  # what says that a sentence is about another job than the one before
    you: Pattern  # words for the person who is written to
    job: tuple[tuple[Pattern, float], ...]  # words about jobs, and about other applications
    reasons: tuple[tuple[str, Pattern], ...]
    fillers: Pattern  # sentences of a rejection that say nothing specific
    sentences: tuple[tuple[str, str], ...] = field(repr=False)  # label and sentence: what letters may say
    common: frozenset[str] = field(default=frozenset(), repr=False)  # words that tell the language

    @cached_property
    def leaning(self) -> Leaning:
        known = (*self.sentences, *((each.label, each.example) for each in self.phrases))
        return Leaning((label if label in KINDS else "other", plain_of(said)) for label, said in known)

    @cached_property
    def _index(self) -> Index:
        return Index([each.pattern for each in self.phrases], [plain_of(each.example) for each in self.phrases])

    @cached_property
    def _job_index(self) -> Index:
        return Index([words for words, _weight in self.job], [])

    def near(self, plain: str) -> Iterator[Phrase]:
        """The phrases that may be in a sentence."""
        return (self.phrases[number] for number in self._index.near(plain))

    def about_jobs(self, text: str) -> float:
        """How much a text is about a job; below nothing when it is about another kind of application."""
        near = (self.job[number] for number in self._job_index.near(text))
        return sum(weight for words, weight in near if words.search(text))

    def is_about_jobs(self, text: str, enough: float) -> bool:
        """Whether `about_jobs` gives enough; what speaks against it is looked for last."""
        near = [self.job[number] for number in self._job_index.near(text)]
        found = sum(weight for words, weight in near if weight > 0 and words.search(text))
        if found < enough:
            return False
        return found + sum(weight for words, weight in near if weight < 0 and words.search(text)) >= enough


@dataclass(frozen=True)
class Lexicon:
    """Everything that is known about how letters are worded and who sends them."""

    languages: tuple[Language, ...]
    hosts: tuple[Host, ...]
    names: re.Pattern[str]  # words of a sender's name that are no company: Careers, Talent Team
    organisations: re.Pattern[str] = re.compile("(?!)")  # words that people's names do not have: Bakery, Council
    apart: re.Pattern[str] = re.compile("(?!)")  # words at the end of an address that stand apart in the name
    wording: tuple[Words, ...] = ()  # how what a letter states is worded

    def language(self, code: str) -> Language:
        return self._by_code.get(code, self.languages[0])

    @cached_property
    def _by_code(self) -> dict[str, Language]:
        return {each.code: each for each in self.languages}

    @cached_property
    def host_by_domain(self) -> dict[str, Host]:
        return {each.domain: each for each in self.hosts}

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        return tuple(phrase for language in self.languages for phrase in language.phrases)

    def spoken(self, text: str) -> frozenset[str]:
        """The languages that a text is in, by words every text has; all of them when it has none."""
        words = Counter(_WORD.findall(text))
        heard = {each.code: sum(words[word] for word in each.common) for each in self.languages}
        enough = _SPOKEN * max(heard.values())
        return frozenset(each.code for each in self.languages if heard[each.code] >= enough or not each.common)

    def near(self, plain: str, spoken: Collection[str] | None = None) -> Iterator[Phrase]:
        """The phrases of some languages, or of all, that may be in a sentence."""
        for language in self.languages:
            if spoken is None or language.code in spoken:
                yield from language.near(plain)

    def may_be_about_jobs(self, text: str, enough: float) -> bool:
        """Whether a text is about a job in one of its languages."""
        return any(self.language(code).is_about_jobs(text, enough) for code in self.spoken(text))

    def labels(self) -> frozenset[str]:
        return frozenset(phrase.label for phrase in self.phrases)


SENDERS = "senders.toml"
DEFAULT = "en"  # the language of a letter that shows none
FACTS = "facts"


def load(phrases_folder: Path) -> Lexicon:
    """Read every <language>.toml of a folder, and senders.toml beside the folder."""
    known = sorted(phrases_folder.glob("*.toml"), key=lambda file: (file.stem != DEFAULT, file.stem))
    files = [(file.stem, _toml(file)) for file in known]
    if not files:
        raise Trouble(_("The phrases that letters are read with are missing."), _("Install Afterword again."))
    senders = _toml(phrases_folder.parent / SENDERS)
    return Lexicon(
        tuple(_language(code, found) for code, found in files),
        hosts(phrases_folder.parent),
        pattern(senders["not_a_company"], {}, folded=True).compiled,
        pattern(senders["organisations"], {}, folded=True).compiled,
        re.compile(f"(?:{'|'.join(senders['apart'])})$"),
        wording.load(phrases_folder.parent / FACTS),
    )


def hosts(resources: Path) -> tuple[Host, ...]:
    """Who sends letters for many companies, by the bundled file."""
    return tuple(Host(**each) for each in _toml(resources / SENDERS)["host"])


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _language(code: str, found: dict[str, Any]) -> Language:
    words, guards = found.get("words", {}), found["guards"]
    return Language(
        code=code,
        phrases=tuple(_phrase(each, words, code) for each in found["phrase"]),
        condition=pattern(guards["condition"], words),
        negation=pattern(guards["negation"], words),
        harmless=pattern(guards.get("harmless", ""), words),
        only=pattern(guards.get("only", ""), words),
        clause=pattern(guards.get("clause", ""), words),
        greeting=pattern(guards.get("greeting", ""), words),
        apart=pattern(guards.get("apart", ""), words),
        you=pattern(guards.get("you", ""), words),
        job=tuple((pattern(each["say"], words), float(each["weight"])) for each in guards["job"]),
        reasons=tuple((each["code"], pattern(each["say"], words)) for each in found.get("reason", [])),
        fillers=pattern(found.get("fillers", []), words),
        common=frozenset(guards.get("common", "").split()),
        sentences=tuple((label, said) for label, several in found.get("sentences", {}).items() for said in several),
    )


def _phrase(each: dict[str, Any], words: Mapping[str, str], language: str) -> Phrase:
    label, turn = _MEANT.get(each["label"], (each["label"], ""))
    return Phrase(
        label=label,
        weight=float(each["weight"]),
        pattern=pattern(each["say"], words),
        example=each["example"],
        language=language,
        turn=str(each.get("turn", turn)),
        unless=pattern(each["unless"], words) if "unless" in each else None,
        needs=pattern(each["needs"], words) if "needs" in each else None,
        anchored=bool(each.get("anchored", False)),
        where=each.get("where", ""),
        firm=bool(each.get("firm", False)),
    )
