"""Phrases and senders, read from data files: a language is a file, a phrase is a line with an example."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from afterword.trouble import Trouble
from afterword.words import _

# A gap of at most six words inside a sentence, written as … in a phrase.
_GAP = r"(?:[\s,]+[^\s,]+){0,6}?[\s,]+"


@dataclass(frozen=True)
class Phrase:
    """Some words, what they speak for and how loud. `key` is a word that must be there before looking closer."""

    label: str
    weight: float
    pattern: re.Pattern[str] = field(repr=False)
    key: str
    example: str
    unless: re.Pattern[str] | None = None  # in the same sentence: then the phrase says nothing
    needs: re.Pattern[str] | None = None  # in the same sentence: else the phrase says nothing
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
class Guards:
    """Words that turn or weaken a phrase, per language."""

    condition: re.Pattern[str]
    negation: re.Pattern[str]
    job: tuple[tuple[re.Pattern[str], float], ...]


@dataclass(frozen=True)
class Lexicon:
    """Everything that is known about how letters are worded and who sends them."""

    phrases: tuple[Phrase, ...]
    guards: tuple[Guards, ...]
    hosts: tuple[Host, ...]
    roles: tuple[re.Pattern[str], ...]  # with groups "role" and "company", in order of trust
    reasons: tuple[tuple[str, re.Pattern[str]], ...]
    fillers: re.Pattern[str]  # sentences of a rejection that say nothing specific
    names: re.Pattern[str]  # words of a sender's name that are no company: Careers, Talent Team

    def labels(self) -> frozenset[str]:
        return frozenset(phrase.label for phrase in self.phrases)


SENDERS = "senders.toml"


def load(phrases_folder: Path) -> Lexicon:
    """Read every <language>.toml of a folder, and senders.toml beside the folder."""
    languages = [_toml(file) for file in sorted(phrases_folder.glob("*.toml"))]
    if not languages:
        raise Trouble(_("The phrases that letters are read with are missing."), _("Install Afterword again."))
    senders = _toml(phrases_folder.parent / SENDERS)
    phrases: list[Phrase] = []
    for language in languages:
        words = language.get("words", {})
        phrases += [_phrase(each, words) for each in language["phrase"]]
    return Lexicon(
        tuple(phrases),
        tuple(_guards(language) for language in languages),
        hosts(phrases_folder.parent),
        tuple(_named(each) for language in languages for each in language.get("role", [])),
        tuple(
            (each["code"], _compile(each["say"], language.get("words", {})))
            for language in languages
            for each in language.get("reason", [])
        ),
        _any([each for language in languages for each in language.get("fillers", [])]),
        _any(senders["not_a_company"]),
    )


def hosts(resources: Path) -> tuple[Host, ...]:
    """Who sends letters for many companies, by the bundled file."""
    return tuple(Host(**each) for each in _toml(resources / SENDERS)["host"])


# Names as they are written: words with capitals, with a few small words between.
_ROLE = (
    r"(?P<role>[A-ZÀ-Þ][\w+#.'’-]*(?:[&/][A-Z][\w+#.-]*)*(?:(?:,? (?:of|and|for|in|to|the|&|-|–|/|\||de) |, |[ /]| ?\()"
    r"(?:[A-Z0-9][\w+#'’.-]*(?:[&/][A-Z][\w+#.-]*)*|\([\w/ .-]{1,20}\))\)?){0,7})"
)
_SMALL_ROLE = r"(?P<role>[a-z][\w+#/-]+(?: (?:of |and )?[A-Za-z][\w+#/-]+){0,3})"
_COMPANY = (
    r"(?P<company>(?:[A-ZÀ-Þ0-9][\w&'’+-]*(?:\.[a-z]{2,4}\b)?|[a-z]+[A-Z]\w*)"
    r"(?:(?: (?:of|and|the|&|de|for) | |-|&)(?:[A-ZÀ-Þ0-9&][\w&'’+-]*))"
    r"{0,4}(?:,? (?:Inc|Ltd|LLC|GmbH|AG|SE|SA|SAS|BV|Corp|Co|PLC|plc|Limited)\b\.?)?)"
)


def _named(say: str) -> re.Pattern[str]:
    return re.compile(say.replace("{R}", _ROLE).replace("{r}", _SMALL_ROLE).replace("{C}", _COMPANY))


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _guards(language: dict[str, Any]) -> Guards:
    words, found = language.get("words", {}), language["guards"]
    job = tuple((_compile(each["say"], words), float(each["weight"])) for each in found["job"])
    return Guards(_compile(found["condition"], words), _compile(found["negation"], words), job)


def _phrase(each: dict[str, Any], words: dict[str, str]) -> Phrase:
    pattern = _compile(each["say"], words)
    return Phrase(
        label=each["label"],
        weight=float(each["weight"]),
        pattern=pattern,
        key=_key(each["say"]),
        example=each["example"],
        unless=_compile(each["unless"], words) if "unless" in each else None,
        needs=_compile(each["needs"], words) if "needs" in each else None,
        anchored=bool(each.get("anchored", False)),
        where=each.get("where", ""),
        firm=bool(each.get("firm", False)),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_regex(each, {})})" for each in patterns) or r"(?!)", re.IGNORECASE)


def _compile(say: str, words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(_regex(say, words))


def _regex(say: str, words: dict[str, str]) -> str:
    """A phrase as it is written in the file → a regular expression on plain sentences."""
    for _again in range(3):
        say = re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{words[name.group(1)]})", say)
    say = re.sub(r" *… *", lambda _gap: _GAP, say.strip())
    say = re.sub(r"\((?!\?)", "(?:", say)
    begin = r"\b" if say[:1].isalnum() or say.startswith("(?:") else ""
    end = r"\b" if say[-1:].isalnum() or say.endswith((")", ")?", "\\w+")) else ""
    return f"{begin}(?:{say}){end}" if "|" in say else f"{begin}{say}{end}"


def _key(say: str) -> str:
    """The longest run of letters that every match must hold; empty when there is none."""
    if re.search(r"^[^()]*\|", re.sub(r"\([^()]*\)", "", say)):
        return ""
    before = None
    while before != say:  # groups, from the inside out, with what repeats them
        before, say = say, re.sub(r"\([^()]*\)(?:[?*+]|\{\d[^}]*\})?", "\0", say)
    say = re.sub(r"\{[^}]*\}|\[[^\]]*\][?*+]?|\\.[?*+]?|.[?*]", "\0", say)
    return max(re.findall(r"[a-zà-ÿ']+", say), key=len, default="")
