"""Dates and times of day in sentences. When two readings are possible, there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import islice

# English words are known in every language: systems date their letters with them.
_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_DAYS = (
    "mon(?:day)?", "tue(?:s(?:day)?)?", "wed(?:nesday)?", "thu(?:r(?:s(?:day)?)?)?", "fri(?:day)?", "sat(?:urday)?",
    "sun(?:day)?",
)  # fmt: skip
_YEAR = r"(?:,?\s+(?:del?\s+)?(?P<{0}>20\d\d)\b)?"
_NUMBER = r"(?P<{0}>[0-3]?\d)(?:st\b|nd\b|rd\b|th\b|er\b|º|°|\.)?"
_NEXT = re.compile("next|nächst", re.IGNORECASE)
_MOST = 16  # days in one sentence; a text with more is a table or a calendar
_DIGIT = re.compile(r"\d")
# What stands before a short date: am 13.3., le 18/03. Without it, 1.07. is a room.
_SHORT = re.compile(
    r"\b(?:am|zum|bis|vom|den|dem|ab|le|du|au|el|del|al|día|on|by|start|beginn|eintritt|termin:|datum:)\s$",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<y>20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?=\b|T)")
_TIME = re.compile(
    r"(?<![\d:.,€$£])(?:(?P<h>[01]?\d|2[0-3])(?:[:.]|\s?h\s?)(?P<m>[0-5]\d)(?::[0-5]\d)?(?!\d|[.,]\d)\s*(?P<p>[ap]\.?\s?m\b\.?)?"
    r"|(?P<h2>1[0-2]|0?[1-9])\s*(?P<p2>[ap]\.?\s?m\b\.?)"
    r"|(?P<h3>[01]?\d|2[0-3])\s?(?:uhr\b(?:\s(?P<m3>[0-5]\d)\b)?|h(?:rs?|eures?|oras)?\b\.?)"
    r"|\ba\slas?\s(?P<h4>[01]?\d|2[0-3])\b(?!\s?[:.h]\s?\d)|\bum\s(?P<h5>[01]?\d|2[0-3])\b(?!\s?[:.]\d)"
    r"|(?P<noon>\bnoon\b|\bmidi\b|\bmediodía\b))",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"\s*(?:de la|de l'|del)\s?(?:tarde|noche|après-midi)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|to|until|till|bis|à|a|al|hasta)\s*(?:las?\s)?$", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*\(?\s*(?:UTC|GMT|[CEMPA][SD]T|CES?T|MES?Z|EES?T|WES?T|BST|IST|[CEMP]T|SGT|JST|AES?T)\b", re.IGNORECASE
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


@dataclass(frozen=True)
class Calendar:
    """How a language names months and days, each name as a pattern; English names always count too."""

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    ahead: tuple[tuple[str, int], ...] = (("today", 0), ("tomorrow", 1))
    next: str = "next|this|this coming|coming"  # may stand before a weekday's name
    day_first: bool = False  # 3/4 is the third of April

    def days(self, text: str, today: date | None) -> list[Day]:
        """All dates of a text; one without a year is the next such day from `today`."""
        found: list[Day] = []
        if not _DIGIT.search(text):
            return list(islice(self._by_name(text, today), _MOST))
        # "Monday, 6 May" on a Tuesday is no date at all, not the next Monday.
        whole = [match.span() for pattern in (self._written, _ISO, self._numeric) for match in pattern.finditer(text)]
        if len(whole) > _MOST:
            return []
        names = self._by_name(text, today)
        named = (each for each in names if not any(a < each.end and each.start < b for a, b in whole))
        for each in (*self._by_month(text, today), *self._by_number(text, today), *islice(named, _MOST)):
            if not any(each.start < other.end and other.start < each.end for other in found):
                found.append(each)
        return sorted(found, key=lambda each: each.start)

    @cached_property
    def _month_patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"(?:{'|'.join(names)})\.?", re.IGNORECASE) for names in _paired(self.months, _MONTHS))

    @cached_property
    def _day_patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"(?:{'|'.join(names)})\.?", re.IGNORECASE) for names in _paired(self.weekdays, _DAYS))

    @cached_property
    def _ahead(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        return tuple((re.compile(rf"{say}(?!\w)", re.IGNORECASE), days) for say, days in self.ahead)

    @cached_property
    def _weekday(self) -> str:
        names = "|".join("|".join(each) for each in _paired(self.weekdays, _DAYS))
        return rf"(?P<{{0}}>{names})\b\.?"

    @cached_property
    def _written(self) -> re.Pattern[str]:
        names = "|".join("|".join(each) for each in _paired(self.months, _MONTHS))
        month = rf"(?P<{{0}}>{names})\b\.?"
        weekday = self._weekday
        return re.compile(
            rf"\b(?:{weekday.format('w')},?\s+(?:(?:the|den|dem|le|el|día)\s+)?)?"
            rf"(?:{_NUMBER.format('d1')}\s?(?:of\s+|de\s+)?{month.format('m1')}{_YEAR.format('y1')}"
            rf"|{month.format('m2')}\s+{_NUMBER.format('d2')}(?![:\d]){_YEAR.format('y2')})"
            rf"(?:\s*\(?{weekday.format('w2')}\)?)?(?!\w)",
            re.IGNORECASE,
        )

    @cached_property
    def _numeric(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:\b{self._weekday.format('w')},?\s+(?:(?:the|den|dem|le|el|día)\s+)?)?(?<![\d.,/-])"
            r"(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[01]?\d|[0-3]\d)(?:(?P=sep)(?P<y>20\d\d|\d\d)|(?P<short>\.?))(?![\d/-]|[.,]\d)",
            re.IGNORECASE,
        )

    @cached_property
    def _named(self) -> re.Pattern[str]:
        ahead = "|".join(word for word, _days in self.ahead)
        weekday = rf"(?:(?:{self.next})\s+)?{self._weekday.format('w')}"
        return re.compile(rf"\b(?:(?P<t>{ahead})|{weekday})(?!\w)", re.IGNORECASE)

    def _by_month(self, text: str, today: date | None) -> Iterator[Day]:
        for match in self._written.finditer(text):
            month = _which(match.group("m1") or match.group("m2"), self._month_patterns) + 1
            number = int(match.group("d1") or match.group("d2"))
            year = match.group("y1") or match.group("y2")
            day = _make(int(year), month, number) if year else _next(month, number, today)
            if day and self._fits(day, match.group("w") or match.group("w2")):
                yield Day(match.start(), match.end(), day)

    def _by_number(self, text: str, today: date | None) -> Iterator[Day]:
        for match in _ISO.finditer(text):
            day = _make(int(match.group("y")), int(match.group("m")), int(match.group("d")))
            if day:
                yield Day(match.start(), match.end(), day)
        for match in self._numeric.finditer(text):
            if not match.group("y") and not match.group("w") and not _SHORT.search(text, 0, match.start()):
                continue
            fitting = [day for day in self._readings(match, today) if self._fits(day, match.group("w"))]
            if len(fitting) > 1 and today:  # a letter rather speaks of what comes
                fitting = [day for day in fitting if day >= today]
            if len(fitting) == 1:
                yield Day(match.start(), match.end(), fitting[0])

    def _readings(self, match: re.Match[str], today: date | None) -> set[date]:
        first, second, sep = int(match.group("a")), int(match.group("b")), match.group("sep")
        if not match.group("y"):
            fits = self.day_first and (sep == "/" or (sep == "." and match.group("short")))
            readings = {_next(second, first, today)} if fits else set()
        else:
            year = int(match.group("y"))
            year += 2000 if year < 100 else 0
            readings = {_make(year, second, first)}
            if sep == "/" and not self.day_first:
                readings.add(_make(year, first, second))  # month first, as some write
        return {day for day in readings if day}

    def _by_name(self, text: str, today: date | None) -> Iterator[Day]:
        if today is None:
            return
        for match in self._named.finditer(text):
            word = match.group("t")
            if word:
                ahead = next(days for say, days in self._ahead if say.match(text, match.start()))
            else:
                # "Mon", "Sun", "Sat" and "wed" in small letters are often other words.
                if len(match.group("w").strip(".")) <= 3:
                    continue
                weekday = _which(match.group("w"), self._day_patterns)
                ahead = (weekday - today.weekday() - 1) % 7 + 1
                if weekday > today.weekday() and _NEXT.match(match.group()):
                    continue  # on a Monday "next Tuesday" is tomorrow to some, and in a week to others
            yield Day(match.start(), match.end(), today + timedelta(days=ahead), loose=True)

    def _fits(self, day: date, weekday: str | None) -> bool:
        return not weekday or _which(weekday, self._day_patterns) == day.weekday()


def _paired(own: Sequence[str], english: Sequence[str]) -> list[tuple[str, ...]]:
    return [(own[number], each) if own else (each,) for number, each in enumerate(english)]


def _which(name: str, patterns: Sequence[re.Pattern[str]]) -> int:
    return next((number for number, each in enumerate(patterns) if each.fullmatch(name)), 0)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(month: int, day: int, today: date | None) -> date | None:
    """That day of the year it is, or of the next when it is long over."""
    found = _make(today.year, month, day) if today else None
    if found and today and found < today - timedelta(days=60):
        return _make(today.year + 1, month, day)
    return found


def days_in(text: str, today: date | None, calendar: Calendar = Calendar()) -> list[Day]:
    """All dates of an English text, or of one in the language of a calendar."""
    return calendar.days(text, today)


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
        if at is not None and at.hour < 12 and _AFTERNOON.match(text, match.end()):
            at = at.replace(hour=at.hour + 12)
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
    hour = int(next(match.group(each) for each in ("h", "h2", "h3", "h4", "h5") if match.group(each)))
    half = (match.group("p") or match.group("p2") or "").lower()
    if half and hour > 12:
        half = ""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return time(hour, int(match.group("m") or match.group("m3") or 0))
