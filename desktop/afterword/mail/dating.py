"""The days a letter names, each with what it is for: an interview, a deadline, an answer, the first day of work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from afterword.mail.letter import Dated, Letter, Reading, Sure, Verdict
from afterword.mail.moments import Day, clocks_in
from afterword.mail.proposing import is_one_of_several
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

_AROUND = 60  # characters before a day that say what it is for
_MOST = 40  # sentences that are looked at
_TALKS = ("interview_invitation", "interview_change")
_OVER = ("offer_withdrawn", "position_closed", "rejection", "withdrawn_by_me")
_TASKS = ("assessment", "information_request", "acknowledgement", "job_alert")


@dataclass(frozen=True)
class _Place:
    """A day where it stands, with the words around."""

    day: Day
    before: str
    behind: str
    sentence: Sentence
    limit: bool = False  # it says "within" itself


def dates_in(letter: Letter, told: Sequence[Sentence], by: Sequence[Words], verdict: Verdict) -> tuple[Dated, ...]:
    """What is still to come, in the order of the days; days of no clear meaning are left out."""
    today = letter.sent.date() if letter.sent else None
    found: dict[tuple[date, str], Dated] = {}
    for number, sentence in enumerate(told[:_MOST]):
        near = sentence.plain if sentence.subject or not number else f"{told[number - 1].plain} {sentence.plain}"
        for words in by:
            for place in (*_days(sentence, words, today), *_spans(sentence, words, today)):
                meaning = _meaning(place, near, words, verdict)
                if meaning:
                    found.setdefault((place.day.day, meaning), _dated(place, meaning))
    starts = sorted(day for day, meaning in found if meaning == "start")
    alone = [each for each in found.values() if each.meaning != "start" or each.day == starts[0]]  # not the last day
    settled = _one_interview(alone, verdict.meeting)
    return tuple(sorted(settled, key=lambda each: (each.day, each.meaning)))


def _days(sentence: Sentence, words: Words, today: date | None) -> Iterator[_Place]:
    for day in words.calendar.days(sentence.said, today):
        if today and day.day < today:
            continue
        yield _placed(day, sentence)


def _spans(sentence: Sentence, words: Words, today: date | None) -> Iterator[_Place]:
    """Within ten days, in 14 Tagen: counted from the day of the letter."""
    if today is None:
        return
    for match in words["span"].finditer(sentence.plain):
        count, working, unit = match.group("count"), match.group("working"), match.group("unit")
        number = int(count) if count.isdigit() else words.counts.get(count, 0)
        if not 0 < number <= 366 or not unit:
            continue
        sizes = (("month", 30), ("week", 7), ("day", 1))
        days = next((size for name, size in sizes if words[f"unit_{name}"].search(unit)), 0)
        if not days or number * days > 366:
            continue
        day = _working_days(today, number) if working and days == 1 else today + timedelta(days=number * days)
        found = Day(match.start(), match.end(), day, loose=True)
        yield replace(_placed(found, sentence), limit=True)


def _working_days(today: date, number: int) -> date:
    while number:
        today += timedelta(days=1)
        number -= today.weekday() < 5
    return today


def _placed(day: Day, sentence: Sentence) -> _Place:
    before = sentence.plain[max(0, day.start - _AROUND) : day.start]
    return _Place(day, before, sentence.plain[day.end : day.end + _AROUND], sentence)


def _meaning(place: _Place, near: str, words: Words, verdict: Verdict) -> str:
    """What the words before a day say it is for, then those around it; empty when they do not."""
    gone = words["not_date"].search(place.before)
    if (gone and not clocks_in(place.before[gone.start() :])) or verdict.turn == "cancelled":
        return ""
    plain, kind = place.sentence.plain, verdict.kind
    if place.limit or words["until"].search(place.before):
        return _limit(plain, near, words, kind)
    if words["starting"].search(place.before) or words["starting"].search(place.behind):
        return "start" if kind not in _TALKS else ""
    if kind in _OVER or is_one_of_several(place.sentence.said, place.day):
        return ""
    if kind == "offer":
        return "start" if not place.day.loose and words["to_start"].search(near) else ""
    told = plain if kind in _TALKS else f"{place.before} {place.behind}"
    if words["interview"].search(told) or (kind in _TALKS and _is_told_when(place, near, words)):
        return "interview"
    return ""


def _limit(plain: str, near: str, words: Words, kind: str) -> str:
    """What must be done until a day: an answer, or something to hand in."""
    if kind in ("assessment", "information_request") and words["handing_in"].search(plain):
        return "deadline"
    if words["answer"].search(plain) or (kind in (*_TALKS, "offer") and not words["handing_in"].search(plain)):
        return "answer"
    if words["handing_in"].search(near) or kind in _TASKS:
        return "deadline"
    return "answer" if words["answer"].search(near) else ""


def _is_told_when(place: _Place, near: str, words: Words) -> bool:
    if place.day.loose:
        return False
    said = bool(words["interview"].search(near)) or bool(words["day_line"].match(place.sentence.plain))
    return said or bool(clocks_in(place.sentence.said))


def _dated(place: _Place, meaning: str) -> Dated:
    said = place.sentence.said[place.day.start : place.day.end]
    at = _clock(place) if meaning == "interview" else None
    sure = Sure.GUESS if place.day.loose else Sure.FAIRLY
    around = place.sentence.said[max(0, place.day.start - 40) : place.day.end]
    because = _("Because it says “{words}”.").format(words=around.partition(" ")[2] if place.day.start > 40 else around)
    return Dated(place.day.day, meaning, at, said, sure, because)


def _clock(place: _Place) -> time | None:
    clocks = [
        each for each in clocks_in(place.sentence.said) if each.start >= place.day.end or each.end <= place.day.start
    ]
    return clocks[0].at if len(clocks) == 1 else None


def _one_interview(found: Sequence[Dated], meeting: Reading) -> list[Dated]:
    """The day of the meeting is the interview's; of several days without one, none."""
    talks = [each for each in found if each.meaning == "interview"]
    rest = [each for each in found if each.meaning != "interview"]
    if meeting.value:
        moment = datetime.fromisoformat(meeting.value)
        same = next((each for each in talks if each.day == moment.date()), None)
        words = same.words if same else ""
        return [*(each for each in rest if each.day != moment.date()),
                Dated(moment.date(), "interview", moment.time(), words, meeting.sure, meeting.because)]  # fmt: skip
    return [*rest, *(talks if len({each.day for each in talks}) == 1 else ())]
