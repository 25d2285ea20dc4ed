"""A letter's text as sentences, each in the form phrases are compared with: same length, lower case, plain signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD, TAIL = 60_000, 20_000  # characters that are looked at: nobody writes more about a job
LONGEST = 700  # characters of one sentence
MOST = 1_500  # sentences from the beginning, and a third as many from the end

_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‐": "-",
    "‑": "-", "−": "-", "\n": " ", "\t": " ", "\u00a0": " ", "…": ".",
})  # fmt: skip
# An ending sign and a space, a blank line, or a line that ends short of where it would have been wrapped.
# The sign in "13. März" ends nothing.
_GERMAN_DATE = r"(?<=\d\.\s)(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_END = re.compile(
    rf"(?<=[.!?…])[\"'”’)\]]*\s+(?!{_GERMAN_DATE})(?=[\"'“‘(\[]?[^\sa-z])"
    r"|\n[ ]*\n+|\n(?=\s*(?:[-*•·]|\d+[.)])\s)"
)
_NOT_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|inc|ltd|co|corp|llc|vs|etc|e\.g|i\.e|approx|dept|jr|sr|req|ref|ext|a\.m|p\.m"
    r"|réf|núm|bzw|ca|inkl|zzgl|ggf|evtl|str|tel|tél|sra?|srta|lic|ing|mme|mlle|dña"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|\b[a-z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """`said` is how it was written (spaces made single), `plain` how it is compared."""

    said: str
    plain: str
    subject: bool = False


def plain_of(text: str) -> str:
    """Lower case and plain signs, of exactly the same length."""
    text = text.translate(_PLAIN)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences(subject: str, text: str) -> list[Sentence]:
    """The subject, then the text's sentences."""
    found = [_sentence(subject, True)] if subject.strip() else []
    if len(text) > HEAD + TAIL:
        text = text[:HEAD] + "\n\n" + text[-TAIL:]
    begin = 0
    for end in _END.finditer(text):
        if _NOT_END.search(text[max(begin, end.start() - 8) : end.start()]) and "\n" not in end.group():
            continue
        found += _pieces(text[begin : end.start()])
        begin = end.end()
    found += _pieces(text[begin:])
    return found if len(found) <= MOST + MOST // 3 else found[:MOST] + found[-MOST // 3 :]


def _pieces(text: str) -> list[Sentence]:
    """One sentence, or several lines that were set as lines: headings, greetings, labels."""
    pieces: list[str] = [""]
    for line in text.split("\n"):
        before = pieces[-1]
        # A short line that does not end in the middle of a thought stands alone.
        if before and (len(before) < 40 and re.search(r"[,:;]$|\w$", before) and line[:1].isupper()):
            pieces.append(line)
        else:
            pieces[-1] = f"{before} {line}" if before else line
    cut = [piece[at : at + LONGEST] for piece in pieces for at in range(0, len(piece), LONGEST)]
    return [_sentence(piece) for piece in cut if piece.strip()]


def _sentence(text: str, subject: bool = False) -> Sentence:
    said = re.sub(r"\s+", " ", text).strip()[:LONGEST]
    return Sentence(said, plain_of(said), subject)
