"""From words as a phrase file writes them to regular expressions, and the words no match can do without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

# A gap of at most six words inside a sentence, written as … in a phrase.
_GAP = r"(?:[\s,]+[^\s,]+){0,6}?[\s,]+"
ANY = "\0"  # in the strings of `needed`: some text or other
_MOST = 80  # strings that are followed at once
_LETTERS = re.compile(r"[\w ',-]+(?![?*+{])")  # signs that stand for themselves, up to one that may be missing
_OPENED = re.compile(r"\?(?:<?[=!]|P<\w+>|[a-z]*:)")
_COUNTED = re.compile(r"[?*+]|\{\d*(,\d*)?\}")
_ACCENTED = "áéíóúñ"
_OR_SET = re.compile(rf"\[[^\]]*\]|[{_ACCENTED}]")  # the sets of a pattern stay as they are
BARE = str.maketrans(_ACCENTED, "aeioun")


@dataclass(frozen=True)
class Pattern:
    """Words to look for. Compiled when they are first looked for: most are never needed."""

    say: str  # with the word lists put in
    folded: bool = field(default=False, repr=False)  # big and small letters are the same

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(_loose(self.say).replace("…", _GAP), re.IGNORECASE if self.folded else 0)

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self.compiled.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)

    def sub(self, by: str, text: str) -> str:
        return self.compiled.sub(by, text)

    def __hash__(self) -> int:
        return id(self)


def pattern(say: str | list[str], words: Mapping[str, str], *, folded: bool = False) -> Pattern:
    """What a phrase file says, as a pattern; of several, any."""
    alone = [say] if isinstance(say, str) else say
    if not any(alone):
        return Pattern("(?!)")
    several = [_bounded(_filled(each, words)) for each in alone]
    return Pattern(several[0] if len(several) == 1 else "|".join(f"(?:{each})" for each in several), folded)


def _loose(say: str) -> str:
    """People in a hurry leave accents out: a letter that has one also stands for the one without."""
    return _OR_SET.sub(lambda found: found.group() if len(found.group()) > 1 else _either(found.group()), say)


def _either(letter: str) -> str:
    return f"[{letter}{letter.translate(BARE)}]"


def _filled(say: str, words: Mapping[str, str]) -> str:
    for _again in range(3):
        say = re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{words[name.group(1)]})", say)
    say = re.sub(r" *… *", "…", say.strip())
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", say)


def _bounded(say: str) -> str:
    """Words begin and end where words do."""
    begin = r"\b" if say[:1].isalnum() or say.startswith(("(?:", "\\w")) else ""
    end = r"\b" if say[-1:].isalnum() or say.endswith((")", ")?", "\\w+")) else ""
    return f"{begin}(?:{say}){end}" if "|" in say else f"{begin}{say}{end}"


def needed(say: str) -> list[frozenset[str]]:
    """Sets of strings: every match holds one string of each set. `ANY` in a string stands for any text."""
    strings, others = _Reader(say).either(begins=False)
    return [*others, frozenset(ANY + each + ANY for each in strings)]


class _Reader:
    """Reads a regular expression for what it must match; what it does not follow is `ANY`."""

    def __init__(self, say: str) -> None:
        self.say, self.at = say, 0

    def either(self, *, begins: bool) -> tuple[set[str], list[frozenset[str]]]:
        """Strings that match as a whole, and sets of strings of which one is somewhere inside."""
        branches = [self._row(begins)]
        while self.say[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self._row(begins))
        if len(branches) == 1:
            return branches[0]
        lead = "" if begins else ANY
        others = []
        if any(inside for _row, inside in branches):
            whole = [frozenset(lead + each + ANY for each in row) for row, _inside in branches]
            best = [max([*inside, row], key=_length) for row, (_row, inside) in zip(whole, branches, strict=True)]
            others = [frozenset(each for one in best for each in one)]
        return {each for row, _inside in branches for each in row}, others

    def _row(self, begins: bool) -> tuple[set[str], list[frozenset[str]]]:
        run, lead = {""}, "" if begins else ANY
        sets: list[frozenset[str]] = []
        while self.at < len(self.say) and self.say[self.at] not in "|)":
            strings, others = self._repeated(*self._one())
            sets += others
            if len(run) * len(strings) > _MOST:
                sets.append(frozenset(lead + each + ANY for each in run))
                lead = "" if all(each.endswith(" ") for each in run) else ANY
                run = {lead + each for each in strings}
                lead = ""
            else:
                run = {one + each for one in run for each in strings}
        return run, sets

    def _one(self) -> tuple[set[str], list[frozenset[str]]]:
        letters = _LETTERS.match(self.say, self.at)
        if letters:
            self.at = letters.end()
            return {letters.group()}, []
        sign = self.say[self.at]
        self.at += 1
        if sign == "(":
            before = re.sub(r"\((?:\?:)?$", "", self.say[max(0, self.at - 6) : self.at - 1])
            return self._group(begins=before.endswith((" ", "…", "\\b")))
        if sign == "[":
            end = self.say.index("]", self.at + 1)
            inside, self.at = self.say[self.at : end], end + 1
            return ({" "} if not inside.strip("-, /\\s") else {ANY}), []
        if sign == "\\":
            self.at += 1
            escaped = self.say[self.at - 1]
            return {" " if escaped in "sb" else ANY if escaped.isalpha() else escaped}, []
        return {{"…": f" {ANY} ", ".": ANY, "^": "", "$": ""}.get(sign, sign)}, []

    def _group(self, *, begins: bool) -> tuple[set[str], list[frozenset[str]]]:
        looks = self.say.startswith(("?=", "?!", "?<=", "?<!"), self.at)
        if self.say[self.at] == "?":
            self.at = _OPENED.match(self.say, self.at).end()  # type: ignore[union-attr]
        found = self.either(begins=begins)
        self.at += 1
        return ({""}, []) if looks else found

    def _repeated(self, strings: set[str], others: list[frozenset[str]]) -> tuple[set[str], list[frozenset[str]]]:
        count = _COUNTED.match(self.say, self.at)
        if count is None:
            return strings, others
        self.at = count.end()
        if self.say[self.at : self.at + 1] == "?":
            self.at += 1
        if count.group() == "?":
            return strings | {""}, []
        if count.group() == "*" or count.group().startswith(("{0", "{,")):
            return {ANY}, []
        return {each + ANY for each in strings}, others


def _length(strings: frozenset[str]) -> int:
    return min((max(map(len, re.findall(r"\w+", each)), default=0) for each in strings), default=0)
