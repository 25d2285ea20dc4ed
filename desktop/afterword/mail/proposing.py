"""The time a letter proposes for an interview; nothing when there are several, or when it is not certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.moments import Clock, Day, clocks_in, days_in
from afterword.mail.sentences import Sentence
from afterword.words import _

# Words before a date that make it a limit, or something that is over.
_NOT_MEETING = re.compile(
    r"\b(?:by|before|until|till|no later than|deadline|due|expires?|within|since|dated|submitted|applied|sent"
    r"|from:|instead of|received|posted|closed|closes|hear back|let (?:me|us) know by"
    r"|start(?:ing)? (?:date|on)|originally|previously|not)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)


def meeting(letter: Letter, told: Sequence[Sentence]) -> Reading:
    """ISO date and time, with the words it stands in."""
    today = letter.sent.date() if letter.sent else None
    found: dict[datetime, tuple[str, bool]] = {}
    for number, sentence in enumerate(told):
        days = [day for day in days_in(sentence.said, today) if _is_ahead(sentence.said, day, today)]
        if not days:
            continue
        clocks = clocks_in(sentence.said)
        where = sentence.said
        if not clocks and number + 1 < len(told) and len(told[number + 1].said) < 90 and len(days) == 1:
            clocks, where = clocks_in(told[number + 1].said), f"{where} {told[number + 1].said}"
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


def _is_ahead(text: str, day: Day, today: date | None) -> bool:
    if today and day.day < today:
        return False
    return not _NOT_MEETING.search(text[max(0, day.start - 45) : day.start])


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
