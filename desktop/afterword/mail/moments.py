"""Dates and times of day in English sentences. When two readings are possible, there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    r"(?P<{0}>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_YEAR = r"(?:,?\s+(?P<{0}>20\d\d)\b)?"
_NUMBER = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"

_WRITTEN = re.compile(
    rf"\b(?:{_DAY.format('w')},?\s+(?:the\s+)?)?"
    rf"(?:{_NUMBER.format('d1')}\s+(?:of\s+)?{_MONTH.format('m1')}{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s+{_NUMBER.format('d2')}(?![:\d]){_YEAR.format('y2')})"
    rf"(?:\s*\(?{_DAY.format('w2')}\)?)?(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<y>20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?=\b|T)")
_NUMERIC = re.compile(
    rf"(?:\b{_DAY.format('w')},?\s+)?(?<![\d.,/-])(?P<a>[0-3]?\d)(?P<sep>[./])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:20)?\d\d)(?![\d/-])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:(?P<t>today|tomorrow)|(?:(?:next|this|this coming|coming)\s+)?{_DAY.format('w')})(?!\w)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.,€$£])(?:(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?::[0-5]\d)?(?!\d|[.,]\d)\s*(?P<p>[ap]\.?\s?m\b\.?)?"
    r"|(?P<h2>1[0-2]|0?[1-9])\s*(?P<p2>[ap]\.?\s?m\b\.?)|(?P<noon>\bnoon\b))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|to|until|till)\s*$", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*\(?\s*(?:UTC|GMT|[CEMPA][SD]T|CES?T|EES?T|WES?T|BST|IST|[CEMP]T|SGT|JST|AES?T)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Day:
    """A date found in a text, and where."""

    start: int
    end: int
    day: date
    loose: bool = False  # only a weekday, or "tomorrow"


@dataclass(frozen=True)
class Clock:
    """A time of day found in a text, and where."""

    start: int
    end: int
    at: time
    zone: bool = False  # a time zone is named behind it


def days_in(text: str, today: date | None) -> list[Day]:
    """All dates of a text; one without a year is the next such day from `today`."""
    found: list[Day] = []
    # "Monday, 6 May" on a Tuesday is no date at all, not the next Monday.
    whole = [match.span() for pattern in (_WRITTEN, _ISO, _NUMERIC) for match in pattern.finditer(text)]
    named = [each for each in _named(text, today) if not any(a < each.end and each.start < b for a, b in whole)]
    for each in (*_written(text, today), *_numbers(text), *named):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def clocks_in(text: str) -> list[Clock]:
    """All times of day; of a span the beginning."""
    found: list[Clock] = []
    for match in _TIME.finditer(text):
        if found and _RANGE.fullmatch(text[found[-1].end : match.start()]):
            if not match.group("p") and not match.group("p2"):
                continue
            found[-1] = _same_half(text, found[-1], match)
            continue
        at = _time(match)
        if at is not None:
            found.append(Clock(match.start(), match.end(), at, bool(_ZONE.match(text, match.end()))))
    return found


def _same_half(text: str, begin: Clock, end: re.Match[str]) -> Clock:
    """In "2:00 - 3:00 pm" the first is in the afternoon too."""
    half = (end.group("p") or end.group("p2") or "").lower()
    said = re.search(r"[ap]\.?\s?m\b", text[begin.start : begin.end], re.IGNORECASE)
    zone = bool(_ZONE.match(text, end.end()))
    last = _time(end)
    hour = begin.at.hour
    if not said and last and half.startswith("p") and hour < 12 and hour + 12 <= last.hour:
        hour += 12
    return Clock(begin.start, end.end(), begin.at.replace(hour=hour), begin.zone or zone)


def moment_in(text: str, today: date | None = None) -> datetime | None:
    """The one date and time in a header-like text, such as "Tuesday, March 18, 2025 9:12 AM"."""
    days, clocks = days_in(text[:200], today), clocks_in(text[:200])
    if not days:
        return None
    return datetime.combine(days[0].day, clocks[0].at if clocks else time())


def _time(match: re.Match[str]) -> time | None:
    if match.group("noon"):
        return time(12)
    hour = int(match.group("h") or match.group("h2"))
    half = (match.group("p") or match.group("p2") or "").lower()
    if half and hour > 12:
        half = ""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return time(hour, int(match.group("m") or 0))


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(day: date, weekday: str | None) -> bool:
    return not weekday or _DAYS[day.weekday()] == weekday.lower()[:3]


def _written(text: str, today: date | None) -> Iterator[Day]:
    for match in _WRITTEN.finditer(text):
        month = _MONTHS.index((match.group("m1") or match.group("m2")).lower()[:3]) + 1
        number = int(match.group("d1") or match.group("d2"))
        year = match.group("y1") or match.group("y2")
        weekday = match.group("w") or match.group("w2")
        if year:
            day = _make(int(year), month, number)
        elif today:
            day = _make(today.year, month, number)
            if day and day < today - timedelta(days=60):
                day = _make(today.year + 1, month, number)
        else:
            day = None
        if day and _fits(day, weekday):
            yield Day(match.start(), match.end(), day)


def _numbers(text: str) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        day = _make(int(match.group("y")), int(match.group("m")), int(match.group("d")))
        if day:
            yield Day(match.start(), match.end(), day)
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match.group("a")), int(match.group("b")), int(match.group("y"))
        year += 2000 if year < 100 else 0
        readings = {_make(year, second, first)}
        if match.group("sep") == "/":
            readings.add(_make(year, first, second))  # month first, as some write
        fitting = [day for day in readings if day and _fits(day, match.group("w"))]
        if len(fitting) == 1:
            yield Day(match.start(), match.end(), fitting[0])


def _named(text: str, today: date | None) -> Iterator[Day]:
    if today is None:
        return
    for match in _NAMED.finditer(text):
        word = match.group("t")
        if word:
            ahead = int(word.lower() == "tomorrow")
        else:
            # "Mon", "Sun", "Sat" and "wed" in small letters are often other words.
            if len(match.group("w")) <= 3 and not match.group("w")[0].isupper():
                continue
            ahead = (_DAYS.index(match.group("w").lower()[:3]) - today.weekday() - 1) % 7 + 1
        yield Day(match.start(), match.end(), today + timedelta(days=ahead), loose=True)
