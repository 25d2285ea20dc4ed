"""What a person types into the find field: words, and tokens like is:waiting; whatever they type is valid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from afterword.journal.terms import Stage

_PIECE = re.compile(r'(?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+))')
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
MOST_WORDS = 12  # more do not narrow, they only cost

# is:… → its condition on `listing`. Each count beside a filter counts what its token shows: interviews, as the
# sections of the table do; together with is:applied, the applications that had none.
IS = {
    "waiting": "outcome = 'wait' AND NOT (rank = 1 AND at > :now)",
    "soon": "rank = 1 AND at > :now",
    "no": "outcome IN ('no', 'silent', 'rescinded')",
    "offer": "outcome = 'offer'",
    "silent": "outcome = 'silent'",
    "withdrew": "outcome = 'withdrew'",
}
ALSO = {
    "debrief": "(unwritten AND at <= :now)",
    "applied": "rank = 6",
}


@dataclass(frozen=True)
class Filter:
    """A find text, understood. `tokens` are like "is:waiting"; `words` are searched, phrases as one."""

    text: str = ""
    tokens: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.tokens and not self.words

    @property
    def sought(self) -> bool:
        """Whether the rows are named by another table: words that stand there, or the company."""
        return bool(self.words) or any(token.startswith(("felt:", "company:")) for token in self.tokens)


def parse(text: str) -> Filter:
    """Words and tokens; a token that means nothing is a word."""
    clean = text.replace("\0", " ").encode("utf-8", "ignore").decode()
    tokens: list[str] = []
    words: list[str] = []
    for key, quoted, plain in _PIECE.findall(clean):
        value = (quoted or plain).strip()
        token = _token(key.lower(), value) if key else ""
        if token:
            tokens.append(token)
        else:
            words += [each for each in (key, value) if searchable(each)]
    return Filter(text, tuple(dict.fromkeys(tokens)), tuple(words[:MOST_WORDS]))


def searchable(word: str) -> bool:
    return any(letter.isalnum() for letter in word)


def _token(key: str, value: str) -> str:
    """The token in its one spelling, or nothing."""
    low = value.casefold()
    if key == "is" and (low in IS or low in ALSO):
        return f"is:{low}"
    if key == "stage":
        stage = _stage(low)
        return f"stage:{stage}" if stage else ""
    if key in ("before", "after") and _DATE.fullmatch(value):
        return f"{key}:{value}"
    if key in ("company", "felt") and searchable(value):
        return f'{key}:"{value}"' if " " in value else f"{key}:{value}"
    return ""


def _stage(text: str) -> str:
    spelled = text.replace(" ", "_").replace("-", "_")
    for stage in Stage:
        if spelled == stage or text == stage.label.casefold():
            return str(stage)
    near = [stage for stage in Stage if spelled and stage.startswith(spelled)]
    return str(near[0]) if near else ""


def match(word: str, *, begins: bool) -> str:
    """One word or phrase for the full-text index, quoted; `begins`: longer words that begin so count too."""
    quoted = '"' + word.replace('"', '""') + '"'
    return f"{quoted}*" if begins else quoted


def conditions(found: Filter, newest: int = 0) -> tuple[list[str], list[Any]]:
    """Conditions on `listing`, all of which must hold, and their values in order; ":now" stands for the clock.

    `newest`: only so many passages, the newest that hold all the words together: quick with words found everywhere.
    """
    where: list[str] = []
    values: list[Any] = []
    either: dict[str, list[str]] = {}
    given: dict[str, list[Any]] = {}
    for token in found.tokens:
        key, value = token.split(":", 1)
        value = value.strip('"')
        if key == "is" and value in ALSO:
            where.append(ALSO[value])
        elif key in ("before", "after"):
            where.append("at <> '' AND at < ?" if key == "before" else "at >= ?")
            values.append(value)
        else:
            sql, own = _condition(key, value, "is:applied" in found.tokens)
            either.setdefault(key, []).append(sql)
            given.setdefault(key, []).extend(own)
    for key, options in either.items():
        where.append(f"({' OR '.join(options)})")
        values += given[key]
    sought = [match(word, begins=number == len(found.words) - 1) for number, word in enumerate(found.words)]
    for query in [" AND ".join(sought)] if newest and sought else sought:
        sql, own = _said(query, f"ORDER BY words.rowid DESC LIMIT {newest}" if newest else "")
        where.append(sql)
        values += own
    return where, values


def _condition(key: str, value: str, of_applications: bool) -> tuple[str, list[Any]]:
    if key == "is":
        return f"({IS[value]})" if of_applications else f"(rank < 6 AND {IS[value]})", []
    if key == "stage":
        return "stage = ?", [value]
    if key == "company":
        named = "SELECT name FROM company WHERE instr(lower(name), lower(?)) > 0"
        return f"id IN (SELECT id FROM listing WHERE company IN ({named}))", [value]
    return _said(match(value, begins=True), "AND p.kind = 'check_in'")


def _said(query: str, also: str) -> tuple[str, list[Any]]:
    """A row matches by what is said of its application, or of itself; not by what is said of another interview."""
    hits = (
        "SELECT p.application_id, p.interview_id FROM words CROSS JOIN passage p ON p.id = words.rowid "
        f"WHERE words MATCH ? {also}"
    )
    return (
        f"id IN (WITH hit AS MATERIALIZED ({hits}) SELECT l.id FROM hit CROSS JOIN listing l "
        "ON l.application_id = hit.application_id WHERE hit.interview_id IS NULL "
        "UNION ALL SELECT interview_id FROM hit WHERE interview_id IS NOT NULL)",
        [query],
    )
