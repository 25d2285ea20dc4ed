"""What of a letter is shown on the card: its telling words marked, what everybody is told paler than the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from afterword.mail.letter import Evidence, Letter, Verdict
from afterword.words import _, n_

SHORT = 280  # characters of a letter in which no telling words were found
Range = tuple[int, int]


@dataclass(frozen=True)
class Quote:
    """Text, with ranges of it that are marked and ranges that are pale."""

    text: str
    marks: tuple[Range, ...]
    pale: tuple[Range, ...]


def quote(letter: Letter, verdict: Verdict, *, whole: bool) -> Quote:
    """The sentences that carry the meaning, or the whole email."""
    evidence, begin = _speaking(verdict), 0
    if whole:
        head = f"{letter.subject}\n\n"
        text, begin = f"{head}{letter.text}".strip(), len(head)
    elif evidence:
        text = f"“{' … '.join(_telling(verdict))}”"
    else:
        text = (_cut(letter.text) or letter.subject).strip()
    pale = [each.sentence for each in verdict.told if not each.specific]
    return Quote(text, _where(text, (each.words for each in evidence)), _in_order(text, pale, begin))


def _speaking(verdict: Verdict) -> tuple[Evidence, ...]:
    """What speaks for the kind it is; the manners around it only where nothing else does."""
    own = tuple(each for each in verdict.evidence if each.label == verdict.kind)
    return (own or verdict.evidence)[:3]


def _telling(verdict: Verdict) -> list[str]:
    """The evidence, and of a no also what is said to this person only; in the order of the letter."""
    by_words: dict[str, str] = {}  # the same words, in the subject too, are shown once
    for each in _speaking(verdict):
        by_words.setdefault(each.words.casefold(), each.sentence)
    shown = [sentence for sentence in by_words.values() if sentence]
    own = [each.sentence for each in verdict.told if each.specific][:3]
    order = {each.sentence: number for number, each in enumerate(verdict.told)}
    return sorted(dict.fromkeys([*shown, *own]), key=lambda sentence: order.get(sentence, -1))


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"


def _where(text: str, wanted: Iterable[str]) -> tuple[Range, ...]:
    """Words are known with single spaces; in the whole email they may be broken over lines."""
    found = (re.search(_loosely(each), text) for each in wanted if each.strip())
    return tuple(match.span() for match in found if match)


def _in_order(text: str, wanted: Iterable[str], begin: int) -> tuple[Range, ...]:
    """Sentences one after the other: the same one may stand twice."""
    found = []
    for each in wanted:
        match = re.compile(_loosely(each)).search(text, begin)
        if match and each.strip():
            found.append(match.span())
            begin = match.end()
    return tuple(found)


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def really_says(verdict: Verdict) -> str:
    """How much of a no is about this person, in one sentence; empty for everything else."""
    count = len(verdict.told)
    if not count:
        return ""
    own = sum(each.specific for each in verdict.told)
    if not own:
        return _("Nothing in it is about you or this job. Every sentence is one that everybody gets.")
    first = n_(
        "{n} sentence is about you or this job.", "{n} sentences are about you or this job.", own
    )
    return f"{first} {_('The rest, in grey, is what everybody gets.')}"
