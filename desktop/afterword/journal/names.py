"""Names of companies and roles, made comparable: what differs only in writing is the same."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum

LEGAL = frozenset({
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation", "company", "co", "gmbh",
    "mbh", "ag", "kg", "kgaa", "ug", "se", "ohg", "ev", "eg", "sas", "sa", "sarl", "sasu", "sl", "slu", "srl", "bv",
    "nv", "oy", "oyj", "ab", "as", "aps", "pty", "pvt", "pte", "kk",
})  # fmt: skip
GENERIC = frozenset({
    "group", "holding", "holdings", "technologies", "technology", "solutions", "services", "international", "global",
})  # fmt: skip
LEVELS = frozenset({
    "intern", "trainee", "junior", "mid", "senior", "staff", "principal", "lead", "head", "chief", "director",
    "manager", "executive", "associate",
})  # fmt: skip
_SPELT = {"sr": "senior", "jr": "junior", "snr": "senior", "eng": "engineer", "dev": "developer"}
_SAID_OF_ALL = frozenset({"m", "f", "w", "d", "x", "h", "mfd", "mwd", "all", "genders", "remote", "hybrid"})
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": "'"})


class Alike(IntEnum):
    """How two names or roles compare."""

    OTHER = 0
    LEVEL = 1  # the same role at another level: Senior is not Staff
    NEAR = 2
    SAME = 3


def folded(text: str) -> str:
    """Without case and accents. Other alphabets keep their marks."""
    if text.isascii():
        return text.lower()
    plain = re.sub(r"(?<=[A-Za-z])[\u0300-\u036f]+", "", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", plain).casefold().translate(_LETTERS)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))


def company_key(name: str) -> tuple[str, ...]:
    """The words that name a company: without legal forms, however many, and without one generic word."""
    name = re.sub(r"\bS\.p\.A\.?|\bSpA\b", "", name)  # but a spa stays a spa
    words = words_of(re.sub(r"\b(\w)\.", r"\1", name))
    words = _without_legal(words)
    if len(words) > 1 and words[-1] in GENERIC:
        words = _without_legal(words[:-1])
    return tuple(words)


def _without_legal(words: list[str]) -> list[str]:
    while len(words) > 1 and (words[-1] in LEGAL or words[-1] in ("and", "und", "et")):
        words = words[:-1]
    return words


def compare_companies(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    """By their keys: the same, or one the beginning of the other in whole words."""
    if not one or not other:
        return Alike.OTHER
    if one == other or "".join(one) == "".join(other):
        return Alike.SAME
    short, long = sorted((one, other), key=len)
    begins = long[: len(short)] == short and len("".join(short)) >= 4
    return Alike.NEAR if begins else Alike.OTHER


def compare_roles(one: str, other: str) -> Alike:
    """Same words in any order; the level counts."""
    mine, theirs = _role(one), _role(other)
    if not mine or not theirs:
        return Alike.OTHER
    if mine == theirs:
        return Alike.SAME
    core, their_core = mine - LEVELS, theirs - LEVELS
    shared = len(core & their_core) / max(1, len(core | their_core))
    if mine & LEVELS != theirs & LEVELS and shared > 0.5:
        return Alike.LEVEL
    return Alike.NEAR if shared >= 0.5 else Alike.OTHER


def _role(title: str) -> frozenset[str]:
    words = (_SPELT.get(word, word) for word in words_of(title))
    return frozenset(word for word in words if word not in _SAID_OF_ALL)


def mentioned(name: str, text: str) -> bool:
    """Whether a text names a company: whole words; one word alone must be written as the name is."""
    key = " ".join(_without_legal(words_of(name)))
    if not key:
        return False
    if not key.isascii() and not re.search(r"[a-z]", key):
        return len(key) > 1 and key in folded(text)  # alphabets that put no space between words
    if " " in key:
        return re.search(rf"(?<!\w){re.escape(key)}(?!\w)", " ".join(words_of(text))) is not None
    first = re.findall(r"[^\W_]+", name)[0]
    return first != first.lower() and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", text) is not None
