"""Who signed a letter: the short lines at its end, with the name and the company that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterword.mail.naming import company_of, without_legal_form
from afterword.mail.wording import Words

LAST = 40  # lines that are looked at, from the end
_SHORT = 64  # characters of a line in a signature
_SIGNATURE = 7  # lines
PARTICLES = r"(?:(?:van|von|de|del|della|di|da|dos|du|la|le|den|der|ter|ten|el|al|bin|zu|y) ){0,2}"  # of a name
_PART = r"(?:[A-ZÀ-Þ][\w'’-]*[^\W\d_]|[A-ZÀ-Þ]\.)"
_NAME = re.compile(rf"{_PART}(?: {PARTICLES}{_PART}){{0,3}}")
_BEFORE = re.compile(r"^(?:--?|–|—|_+|\*+)\s*")
_CUT = re.compile(r"\s+[|•·–-]\s+|,\s+|\s/\s|\s\(|\t")
_OF = re.compile(r" (?:from|at|vom|von|bei|chez|de la part de|&|und|and|et|y) ")
_FORM = re.compile(r"\b(?:GmbH|AG|SE|KG|Ltd|LLC|LLP|Inc|PLC|plc|SA|SAS|SARL|S\.A\.?|S\.L\.?|ASBL|BV|Oy|AB)\b\.?")


@dataclass(frozen=True)
class Signature:
    """The lines behind the closing words, in their order."""

    lines: tuple[str, ...] = ()
    closed: bool = False  # closing words stand above them

    def parts(self) -> Iterator[str]:
        """The pieces of the lines: Head of People, Fathom Legal LLP → Head of People; Fathom Legal LLP."""
        for line in self.lines:
            yield from (each.strip() for each in _CUT.split(line) if each.strip())


def signature_of(text: str, wording: Sequence[Words]) -> Signature:
    """The signature of a letter; the last short lines when it has no closing words."""
    lines = [_BEFORE.sub("", line.strip()) for line in text[-4000:].split("\n")]
    lines = [line for line in lines if line][-LAST:]
    for number in range(len(lines) - 1, -1, -1):
        if len(lines[number]) >= _SHORT:
            continue
        below = tuple(_short(lines[number + 1 : number + 1 + _SIGNATURE]))
        if _is_closing(lines[number], wording):
            return Signature(below, True)
        name = _behind_closing(lines[number], wording)
        if name:
            return Signature((name, *below), True)
    begin = len(lines)
    while begin > 0 and len(lines) - begin < 5 and _is_signing(lines[begin - 1]):
        begin -= 1
    return Signature(tuple(lines[begin:]))


def _is_closing(line: str, wording: Sequence[Words]) -> bool:
    return any(words["closing"].search(line) for words in wording)


def _behind_closing(line: str, wording: Sequence[Words]) -> str:
    """Manolo, of "Un saludo, Manolo"."""
    pieces = re.split(r",? +", line)
    for number in range(1, len(pieces)):
        name = " ".join(pieces[number:])
        if _NAME.fullmatch(name) and _is_closing(" ".join(pieces[:number]), wording):
            return name
    return ""


def _short(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if len(line) >= _SHORT or (line.endswith((".", "!", "?")) and len(line.split()) > 4):
            return
        yield line


def _is_signing(line: str) -> bool:
    ended = line.endswith((".", "!", "?", ":", ","))
    return len(line) < _SHORT and not ended and line[:1].isupper() and len(line.split()) < 8


def without_title(name: str, wording: Sequence[Words]) -> str:
    """Dr. Karin Höfner → Karin Höfner"""
    for words in wording:
        for _again in range(4):
            found = words["titles"].match(name)
            if found and found.end() < len(name) and name[found.end()] in " .":
                name = name[found.end() :].lstrip(" .")
    return name


def names_of(signature: Signature, wording: Sequence[Words]) -> list[str]:
    """What looks like a person's name in a signature, the first first."""
    found = []
    for line in signature.lines:
        for part in (each.strip() for each in _CUT.split(line)[:1]):
            name = without_title(_OF.split(part)[0], wording)
            if _NAME.fullmatch(name) and 1 <= len(name.split()) <= 5:
                found.append(name)
    return found


def companies_of(signature: Signature, wording: Sequence[Words]) -> list[tuple[str, bool]]:
    """What may be a company in a signature, and whether its legal form stands there."""
    found = []
    for part in signature.parts():
        name = without_legal_form(part)
        formal = bool(_FORM.search(part))
        if name[:1].isupper() and len(name.split()) <= 6 and all(company_of(name, words) for words in wording):
            found.append((name, formal))
    return found
