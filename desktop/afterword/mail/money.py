"""Sums of money in a letter, each with its currency beside it. Nothing is converted, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import islice

from afterword.mail.letter import Money, Sure
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

_SIGNS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "pounds": "GBP", "us$": "USD", "c$": "CAD", "ca$": "CAD",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "mx$": "MXN", "r$": "BRL", "fr.": "CHF",
    "sfr.": "CHF", "franken": "CHF", "zł": "PLN", "¥": "JPY", "₹": "INR", "$": "$", "dollars": "$", "pesos": "$",
}  # fmt: skip
_CODES = (
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD", "HKD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "JPY",
    "CNY", "INR", "MXN", "CLP", "COP", "ARS", "PEN", "UYU", "BRL", "ZAR", "ILS", "AED",
)  # fmt: skip
_DOLLARS = re.compile(r"\b(CAD|AUD|NZD|SGD|HKD|MXN|CLP|COP|ARS|UYU|USD)\b")
_HOME = {"ca": "CAD", "au": "AUD", "nz": "NZD", "sg": "SGD", "mx": "MXN", "cl": "CLP", "ar": "ARS", "us": "USD"}
_CURRENCY = "|".join(re.escape(each) for each in sorted((*_SIGNS, *_CODES), key=len, reverse=True))
_ANY = re.compile(rf"[€£$¥₹]|(?<![^\W\d])(?:{_CURRENCY})(?!\w)", re.IGNORECASE)
_NUMBER = r"(?:\d{1,3}(?:[.,'’ ]\d{3}(?!\d)){1,3}|\d{1,7})(?:[.,](?:\d{1,2}(?!\d)|[-–—]{1,2}))?"
_AMOUNT = re.compile(
    rf"(?:(?<!\w)(?P<before>{_CURRENCY})\s?)?(?<![\w.,'’/:])(?P<number>{_NUMBER})(?![\d:])"
    rf"(?P<many>\s?(?:k|t€|tsd\.?|tausend|mil|thousand|mille)(?![^\W_€]))?(?P<huge>\s?(?:m|mio\.?|mrd\.?|millions?|millionen|millones|bn|billions?)(?!\w))?"
    rf"(?:\s?(?P<behind>{_CURRENCY})(?!\w))?(?:\s(?P<code>{'|'.join(_CODES)})\b)?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s?(?:-|–|—|to|bis|à|a|au|hasta|up to)\s?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|et|y)\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|from|von|de)\s[^.;]{0,12}$", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:up to|as much as|bis zu|bis|maximal|max\.|jusqu'à|hasta|over|above|über|under|unter)\s*$", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;.]\s|\s(?:plus|and|und|et|y|e|sowie|zuzüglich|zzgl\.|avec|mit|con|with|as well as)\s|\s\+\s")
_PERIODS = ("hour", "day", "week", "month", "year", "once")
_WHATS = ("bonus", "equity", "allowance", "expenses")
_NEAR = 60  # characters before an amount that say what it is
_BEHIND = 45
_MOST = 16  # sums in one sentence


@dataclass(frozen=True)
class _Sum:
    """An amount where it stands."""

    start: int
    end: int
    low: Decimal
    currency: str = ""
    high: Decimal | None = None
    thousands: bool = False


def money_in(told: Sequence[Sentence], wording: Sequence[Words], address: str = "") -> tuple[Money, ...]:
    """Every sum that a letter states, the first mention of each."""
    found: dict[tuple[str, Decimal, Decimal | None, str], Money] = {}
    for number, sentence in enumerate(told):
        if not _ANY.search(sentence.said):
            continue
        heading = told[number - 1].plain if number and len(told[number - 1].said) < 40 else ""
        for money in _in_sentence(sentence, heading, wording, _home_of(told, address)):
            found.setdefault((money.currency, money.amount, money.upto, money.what), money)
    return tuple(found.values())


def _home_of(told: Sequence[Sentence], address: str) -> str:
    """Which dollars a letter means: by a code somewhere in it, or by where it comes from."""
    codes = {code for each in told for code in _DOLLARS.findall(each.said)}
    return codes.pop() if len(codes) == 1 else "" if codes else _HOME.get(address.rpartition(".")[2], "")


def _in_sentence(sentence: Sentence, heading: str, wording: Sequence[Words], home: str) -> Iterator[Money]:
    sums = _joined(sentence.said, list(islice(_sums(sentence.said), _MOST)))
    for number, each in enumerate(sums):
        begin = sums[number - 1].end if number else 0
        until = sums[number + 1].start if number + 1 < len(sums) else len(sentence.plain)
        before = sentence.plain[max(begin, each.start - _NEAR) : each.start]
        behind = sentence.plain[each.end : min(until, each.end + _BEHIND)]
        currency = (home or _dollars(wording)) if each.currency == "$" else each.currency
        if not currency or (each.high is None and _UP_TO.search(before)):
            continue
        yield from _meant(each, currency, (heading, before, behind), sentence, wording)


def _meant(
    each: _Sum, currency: str, texts: tuple[str, str, str], sentence: Sentence, wording: Sequence[Words]
) -> Iterator[Money]:
    """The sum with what it is for; none when nothing says that it is pay."""
    heading, before, behind = texts
    said, around = sentence.said, f"{heading} {sentence.plain}"
    near, after = _CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0]
    what = _what(near, after, wording) or _what(before, "", wording)
    period = _period(after, near, wording) or _period(
        "", "" if what not in ("", "salary") else f"{heading} {before}", wording
    )
    if any(words["not_pay"].search(f"{before} {after}") for words in wording):
        return
    if not what:
        if not period and not any(words["pay"].search(around) for words in wording):
            return
        what = "salary"
    if what == "bonus" and not period:
        period = "once"
    if what == "salary" and (period == "once" or each.low < _LEAST.get(period, 0)):
        return
    because = _("Because it says “{words}”.").format(words=said[max(0, each.start - 30) : each.end + 20].strip())
    yield Money(each.low, currency, each.high, period, what, said[each.start : each.end], Sure.FAIRLY, because)


_LEAST = {"month": 100, "year": 1000}  # below, it is something else


def _what(before: str, after: str, wording: Sequence[Words]) -> str:
    """What the nearest words before say, or the clause behind; empty when they do not."""
    for text, last in ((before, True), (after, False)):
        found = []
        for words in wording:
            for what in (*_WHATS, "pay"):
                places = [match.start() for match in words[what].finditer(text)]
                found += [((max(places) if last else -min(places)), what)] if places else []
        if found:
            best = max(found)[1]
            return "salary" if best == "pay" else best
    return ""


def _period(after: str, before: str, wording: Sequence[Words]) -> str:
    for text, last in ((after, False), (before, True)):
        found = []
        for words in wording:
            for period in _PERIODS:
                places = [match.start() for match in words[f"per_{period}"].finditer(text)]
                found += [((max(places) if last else -min(places)), period)] if places else []
        if found:
            return max(found)[1]
    return ""


def _dollars(wording: Sequence[Words]) -> str:
    """Which dollars are meant where a language is written and nothing else tells; empty when nobody knows."""
    return wording[0].dollar if wording else ""


def _sums(text: str) -> Iterator[_Sum]:
    for match in _AMOUNT.finditer(text):
        if match.group("huge"):
            continue
        value = decimal_of(match.group("number"))
        if value is None or value > 10**9:
            continue
        signs = [match.group(each) or "" for each in ("code", "before", "behind")]
        currency = next((_currency(sign) for sign in signs if sign), "")
        many = bool(match.group("many"))
        yield _Sum(match.start(), match.end(), _thousand(value) if many else value, currency, None, many)


def _thousand(value: Decimal) -> Decimal:
    return (value * 1000).quantize(Decimal(1))


def _currency(sign: str) -> str:
    return _SIGNS.get(sign.lower(), sign.upper())


def decimal_of(text: str) -> Decimal | None:
    """45.000 and 45,000 and 45'000 and 45 000 → 45000; 14,50 → 14.50; None when it is no number."""
    text = re.sub(r"[.,][-–—]+$", "", text.strip())
    cents = re.search(r"[.,](\d{1,2})$", text)
    whole = text[: cents.start()] if cents else text
    digits = re.sub(r"[.,'’\s]", "", whole)
    try:
        return Decimal(f"{digits}.{cents.group(1)}" if cents else digits)
    except InvalidOperation:
        return None


def _joined(text: str, sums: Sequence[_Sum]) -> list[_Sum]:
    """Two amounts with a dash or a "to" between are one range. What has no currency in the end is no money."""
    found: list[_Sum] = []
    for each in sums:
        last = found[-1] if found else None
        if last and last.high is None and _is_range(text, last, each):
            low = last.low
            if not last.thousands and low < 1000 <= each.low and low * 1000 <= each.low:
                low *= 1000
            if low < each.low <= low * 4:
                currency = last.currency if last.currency not in ("", "$") else each.currency or last.currency
                found[-1] = _Sum(last.start, each.end, low, currency, each.low)
                continue
        found.append(each)
    return [each for each in found if each.currency]


def _is_range(text: str, low: _Sum, high: _Sum) -> bool:
    between = text[low.end : high.start]
    if _JOINED.fullmatch(between):
        return True
    return bool(_AND.fullmatch(between) and _BETWEEN.search(text[max(0, low.start - 30) : low.start]))
