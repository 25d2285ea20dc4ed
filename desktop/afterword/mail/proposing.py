"""The time a letter proposes for an interview; nothing when there are several, or when it is not certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.moments import Clock, Day, clocks_in
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

_SEVERAL = re.compile(
    r"\d{1,2}(?:\.|st|nd|rd|th|º|er)?\s*(?:and|or|und|oder|et|ou|y|o|&|,|/)\s*(?:the |den |am |le |el |on )?$",
    re.IGNORECASE,
)


def meeting(letter: Letter, told: Sequence[Sentence], wording: Sequence[Words]) -> Reading:
    """ISO date and time, with the words it stands in."""
    today = letter.sent.date() if letter.sent else None
    found: dict[datetime, tuple[str, bool]] = {}
    for number, sentence in enumerate(told):
        days = _days(sentence.said, wording, today)
        if not days:
            continue
        clocks = _clocks(sentence.said, days, wording)
        where = sentence.said
        if (
            not clocks
            and number + 1 < len(told)
            and len(days) == 1
            and _may_go_on(told[number + 1].said, wording, today)
        ):
            clocks, where = _clocks(told[number + 1].said, [], wording), f"{where} {told[number + 1].said}"
            clocks = clocks[:1] if clocks and clocks[0].start == 0 else clocks  # a plan for the day begins
        for day in days:
            for clock in _near(day, days, clocks):
                moment = datetime.combine(day.day, clock.at)
                found.setdefault(moment, (_words(where, day, clock), day.loose or clock.zone))
    if len(found) != 1:
        return Reading()
    [(moment, (words, loose))] = found.items()
    return Reading(
        moment.isoformat(timespec="minutes"),
        Sure.FAIRLY if loose else Sure.SURE,
        _("Because it says “{words}”.").format(words=words),
    )


def _may_go_on(text: str, wording: Sequence[Words], today: date | None) -> bool:
    """Whether a sentence may give the time to the day before it: a short one without a day of its own."""
    return len(text) < 90 and not any(words.calendar.days(text, today) for words in wording)


def is_one_of_several(text: str, day: Day) -> bool:
    """The second of "18 and 19 February"."""
    return bool(_SEVERAL.search(text[max(0, day.start - 16) : day.start]))


def _days(text: str, wording: Sequence[Words], today: date | None) -> list[Day]:
    """The days that may be the meeting's, of the first language that finds any."""
    for words in wording:
        days = [day for day in words.calendar.days(text, today) if _is_ahead(text, day, today, words)]
        if days:
            return [] if any(is_one_of_several(text, day) for day in days) else days
    return []


def _is_ahead(text: str, day: Day, today: date | None, words: Words) -> bool:
    if today and day.day < today:
        return False
    before = text[max(0, day.start - 45) : day.start]
    gone = words["not_date"].search(before)
    if gone and not clocks_in(before[gone.start() :]):  # in "9:45 rather than 13:45 on Friday" the day holds
        return False
    return not words["not_meeting"].search(before) and not words["until"].search(before)


def _clocks(text: str, days: Sequence[Day], wording: Sequence[Words]) -> list[Clock]:
    """Times of day outside the dates themselves, without those that no longer hold."""
    found = [each for each in clocks_in(text) if not any(each.start < day.end and day.start < each.end for day in days)]
    return [each for each in found if not any(words["not_date"].search(text[: each.start]) for words in wording)]


def _near(day: Day, days: list[Day], clocks: list[Clock]) -> list[Clock]:
    """The times that belong to a date: those before the next date, or all when there is one date."""
    if len(days) == 1:
        return clocks
    follower = min((other.start for other in days if other.start > day.start), default=1 << 30)
    return [clock for clock in clocks if day.start < clock.start < follower]


def _words(text: str, day: Day, clock: Clock) -> str:
    if day.end <= clock.start and clock.end <= len(text) and clock.start - day.end < 40:
        return text[day.start : clock.end]
    if clock.end <= day.start and day.start - clock.end < 40:
        return text[clock.start : day.end]
    return text[day.start : day.end]
