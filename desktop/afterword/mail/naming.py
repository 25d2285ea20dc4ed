"""The company and the role that a letter's sentences name, and the words they are named with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterword.mail.letter import Reading, Sure
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|ltd|limited|llc|llp|gmbh(?: & co\.? kg)?|ggmbh|ag|se|sa|sas|s\.a\.s|s\.a\.u|s\.a"
    r"|s\.l\.u|s\.l|sl|slu|bv|b\.v|nv|corp|corporation|plc|oy|ab|as|kg|ug|e\.v|eg|pty|pvt|spa|s\.p\.a|srl|sarl|co|asbl)\.?$",
    re.IGNORECASE,
)
# (m/w/d), (H/F), F/H, (all genders), (80-100 %), (Remote), a number in brackets
_BESIDE = re.compile(
    r"\s*[\[(][^()\[\]]*(?:\b[mwfdhx]\s*[/|,*]\s*[mwfdhx]\b|gender|geschlecht|%|\d{2}|remote|h[yí]brid|ref"
    r"|hiring|\bcd[id]\b|int[ée]rim|télétravail|teil-?zeit|voll-?zeit|befristet"
    r"|full[- ]time|part[- ]time|contract|permanent|home.?office|presencial|temps (?:plein|partiel)|jornada)"
    r"[^()\[\]]*[\])]?"
    r"|\s*[-–,]?\s+\b[mwfhd]\s?/\s?[mwfhd](?:\s?/\s?[dx])?\b"
    r"|\s+(?:w|m)/(?:m|w)/d\b|\s*\([a-z]{2,3}[-/][\d/]+\)|\s*\($",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?=\S{0,20}\d{2})[A-Z\d][A-Z\d/_-]{2,20}\s+(?:[-–]\s+)?")
_MANY = re.compile(r"\d+\s*%.*$")
_QUOTES = " ,.;:!?-–—|\"“”„'’‘«»()"


@dataclass(frozen=True)
class Named:
    """What one pattern found in one sentence."""

    rank: int  # of the pattern; the smaller the surer
    sentence: int
    role: str
    company: str
    words: str
    trusted: bool

    def reading(self, value: str) -> Reading:
        sure = Sure.FAIRLY if self.trusted else Sure.GUESS
        return Reading(value, sure, _("Because it says “{words}”.").format(words=_short(self.words)))


def names_in(told: Sequence[Sentence], wording: Sequence[Words]) -> list[Named]:
    """Everything that is named, the most trusted first."""
    found = [each for words in wording for number, one in enumerate(told) for each in _in_sentence(number, one, words)]
    return sorted(found, key=lambda each: (each.rank if each.trusted else 99, each.sentence, each.rank))


def _in_sentence(number: int, sentence: Sentence, words: Words) -> Iterator[Named]:
    for rank, match in words.naming(sentence):
        groups = match.groupdict()
        role, company = role_of(groups.get("role") or "", words), company_of(groups.get("company") or "", words)
        if company and groups.get("role") and rank >= words.trusted and not words["role_heads"].search(role):
            continue
        if role or company:
            yield Named(rank, number, role, company, match.group(), rank < words.trusted)


def role_of(text: str, words: Words) -> str:
    """Controller (m/w/d) → Controller; empty when it is no role."""
    text = _MANY.sub("", _BESIDE.sub("", text)).strip(_QUOTES.replace(")", "").replace("(", ""))
    text = words["role_ends"].sub("", text).strip(" ,.;:-–|")
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    for _again in range(3):
        shorter = _NUMBER.sub("", words["role_begins"].sub("", text)).strip(" ,:-–|")
        if shorter == text:
            break
        text = shorter
    if not 2 <= len(text) <= 80 or not re.search(r"[^\W\d_]{2}", text) or words["no_role"].compiled.fullmatch(text):
        return ""
    if words.headed_first and text.islower() and text.isalpha() and not _is_headed(text, words):
        return ""
    return "" if words["not_in_role"].search(text) else text


def _is_headed(text: str, words: Words) -> bool:
    return bool(words["role_heads"].match(text) or words["role_like"].compiled.fullmatch(text))


def company_of(text: str, words: Words) -> str:
    """A company as a letter names it, without its legal form; empty when it is none."""
    name = without_legal_form(re.sub(r"['’]s$", "", text.strip(_QUOTES)))
    name = words["company_ends"].sub("", re.sub(r"^The ", "", name)).strip(_QUOTES)
    if not 2 <= len(name) <= 60 or name.isdigit() or words["no_company"].compiled.fullmatch(name):
        return ""
    return name


def without_legal_form(name: str) -> str:
    """Kestrel Health Ltd. → Kestrel Health"""
    name = name.strip(" ,.;:!-–|\"'“”()")
    for _again in range(3):
        shorter = _LEGAL.sub("", name).strip(" ,.;:-")
        if not shorter or shorter == name or shorter.endswith(("&", " and", " et", " und", " y")):
            break
        name = shorter
    return name


def _short(words: str) -> str:
    words = words.strip(" ,.:;-")
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + "…"
