"""Where the work is, and whether one has to be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.sender import folded
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

MODES = ("hybrid", "remote", "onsite")  # as in journal.terms.WorkMode; hybrid is the surest word
_PLACE = r"(?P<place>[^\W\d_][^()·|,\d]{1,40})(?:,[^()·|]{1,40})?(?:\s?\((?P<mode>[^()]{3,20})\))"
_LISTED = re.compile(rf"(?P<company>[^·|]{{2,60}}?)\s(?:[·|]|[-–])\s{_PLACE}?")
_ALONE = re.compile(_PLACE)
_BRACKET = re.compile(r"\(([^()]{3,20})\)$")
_NAME = re.compile(r"[^\W\d_][^\d:!?.]{1,40}")
_FIRST = 12  # lines that a job is listed in


def place_in(
    letter: Letter, told: Sequence[Sentence], by: Sequence[Words], company: str, role: str, *, listed: bool
) -> Reading:
    """The place of the job; `listed` when a job board writes, which lists company and place."""
    lines = _lines(letter)
    for line in lines:
        found = _in_list(line, company, by)
        if found:
            return found
    found = _below(lines, company, role) if listed else None
    if found:
        return found
    for words in by:
        for sentence in told:
            at = sentence.said.find(role) if role else -1
            behind = words["place_behind"].compiled.match(sentence.said, at + len(role)) if at >= 0 else None
            if behind and _is_place(_named(behind), company, role, words):
                return _reading(_named(behind), sentence.said[at : behind.end()])
            for match in _overlapping(words["place"].compiled, sentence.said):
                if _is_place(_named(match), company, role, words):
                    return _reading(_named(match), match.group())
    return Reading()


def place_asked(told: Sequence[Sentence], by: Sequence[Words], company: str, role: str, person: str) -> Reading:
    """The one place that somebody names who asks whether a job is of interest."""
    found: dict[str, str] = {}
    for words in by[:1]:
        for match in (match for each in told for match in words["place_asked"].finditer(each.said)):
            if _is_place(_named(match), company, role, words) and _named(match) not in person:
                found.setdefault(_named(match), match.group())
    if len(found) != 1:
        return Reading()
    [(place, said)] = found.items()
    return Reading(place, Sure.GUESS, _("Because it says “{words}”.").format(words=said))


def _named(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "")


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, also one that begins inside another: Lieu : Avenue des Acacias 7, Vevrier"""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _lines(letter: Letter) -> list[str]:
    return [line for line in (each.strip() for each in letter.text[:2000].split("\n")) if line][:_FIRST]


def _in_list(said: str, company: str, by: Sequence[Words]) -> Reading | None:
    """Finkenschlag · Köln (Hybrid); Leeds (Remote)"""
    match = _LISTED.fullmatch(said)
    if match and company and folded(match.group("company")) == folded(company):
        return _reading(match.group("place").strip(), said)
    match = _ALONE.fullmatch(said)
    if match and mode_of(match.group("mode"), by) and match.group("place")[:1].isupper():
        return _reading(match.group("place").strip(), said)
    return None


def _below(lines: Sequence[str], company: str, role: str) -> Reading | None:
    """A line behind those of the company and the role."""
    for before, one, two in zip(lines, lines[1:], lines[2:], strict=False):
        names = {folded(before), folded(one)}
        if company and role and names == {folded(company), folded(role)} and _NAME.fullmatch(two):
            return _reading(two.split(",")[0], two)
    return None


def _is_place(name: str, company: str, role: str, words: Words) -> bool:
    if words["no_place"].compiled.fullmatch(name) or words["role_heads"].search(name):
        return False
    return not (company and folded(name) == folded(company)) and folded(name) not in folded(role or "-")


def work_mode_in(letter: Letter, told: Sequence[Sentence], by: Sequence[Words]) -> Reading:
    """A code of WorkMode, when the letter says of the job that it is remote, hybrid or on site."""
    for line in _lines(letter):
        bracket = _BRACKET.search(line)
        mode = mode_of(bracket.group(1), by) if bracket else ""
        if mode:
            return Reading(mode, Sure.SURE, _("Because it says “{words}”.").format(words=line[:90]))
    for mode in MODES:
        for words in by:
            for sentence in told:
                match = words[f"is_{mode}"].search(sentence.plain)
                if match and not words["not_mode"].search(sentence.plain):
                    said = sentence.said[match.start() : match.end()].strip(" ,.")
                    return Reading(mode, Sure.FAIRLY, _("Because it says “{words}”.").format(words=said))
    return Reading()


def mode_of(text: str, by: Sequence[Words]) -> str:
    """The code of what stands in brackets behind a place."""
    text = text.strip().lower()
    return next((mode for mode in MODES if any(words[mode].compiled.fullmatch(text) for words in by)), "")


def _reading(place: str, words: str) -> Reading:
    return Reading(place, Sure.FAIRLY, _("Because it says “{words}”.").format(words=words.strip()[:90]))
