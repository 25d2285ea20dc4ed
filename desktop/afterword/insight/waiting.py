"""Silence against one's own experience: waits after applying and after interviews, and who is probably silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from afterword.insight.curve import Curve, Wait, curve
from afterword.insight.limits import BAND_ANSWERED, BAND_PLAIN, CURVE_SILENT, HORIZON, PROMISE_DAYS, QUIET_DAYS
from afterword.journal.episodes import Episode, Happened
from afterword.journal.terms import OFFERED, Status

APPLICATION, INTERVIEW = "application", "interview"


@dataclass(frozen=True)
class Silence:
    """One stretch of waiting: since when, for whom, and what ended it."""

    episode: Episode
    after: str  # application, interview
    since: datetime
    wait: Wait
    open: bool


@dataclass(frozen=True)
class Band:
    """The days in which the middle half of one's own answers came; a plain default until there are enough."""

    first: int
    last: int
    own: bool


@dataclass(frozen=True)
class Open:
    """An answer that is still open, against one's own answers or the calendar."""

    silence: Silence
    days: int
    promised: date | None
    later: float | None  # the chance of an answer by day 60; None before there is a curve
    yes: float | None
    usual: Band
    probably_silent: bool


def silences(episodes: Sequence[Episode], as_of: datetime) -> list[Silence]:
    """Every stretch of waiting. Ghosted ones are silent up to today; withdrawn ones up to their day."""
    return [each for episode in episodes for each in _of(episode, as_of)]


def curves(found: Sequence[Silence]) -> dict[str, Curve]:
    """The curve after applications, and the one after interviews."""
    return {after: curve([each.wait for each in found if each.after == after]) for after in (APPLICATION, INTERVIEW)}


def open_answers(episodes: Sequence[Episode], as_of: datetime) -> list[Open]:
    """What is being waited for, the longest silence first."""
    found = silences(episodes, as_of)
    known = curves(found)
    waiting = [each for each in found if each.open and each.episode.status in (Status.APPLIED, Status.IN_PROCESS)]
    usual = {after: band(curve) for after, curve in known.items()}
    some = sorted((_open(e, known[e.after], usual[e.after], as_of) for e in waiting), key=lambda each: -each.days)
    return _in_step(some, as_of)


def _in_step(some: Sequence[Open], as_of: datetime) -> list[Open]:
    """What is probable after a shorter silence is so after a longer one, where the curve does not reach."""
    shortest: dict[str, int] = {}
    for each in some:  # the longest first, so the last one stays
        if each.probably_silent and not each.promised:
            shortest[each.silence.after] = each.days
    return [
        replace(each, probably_silent=True)
        if each.days >= shortest.get(each.silence.after, each.days + 1) and not _is_ahead(each.promised, as_of)
        else each
        for each in some
    ]


def _open(silence: Silence, known: Curve, usual: Band, as_of: datetime) -> Open:
    days, promised = silence.wait.days, silence.episode.promised_by
    speaks = known.speaks(days)
    later = known.any_later(days) if speaks else None
    last = silence.since.date() + timedelta(days=QUIET_DAYS)
    due = max(last, promised + timedelta(days=PROMISE_DAYS)) if promised else last
    quiet = (as_of.date() > due and days > usual.last) or (
        later is not None and later <= CURVE_SILENT and not _is_ahead(promised, as_of)
    )
    yes = known.later("yes", days) if speaks else None
    return Open(silence, days, promised, later, yes, usual, quiet)


def _is_ahead(promised: date | None, as_of: datetime) -> bool:
    return promised is not None and promised + timedelta(days=PROMISE_DAYS) >= as_of.date()


def band(known: Curve) -> Band:
    """The usual range after these waits."""
    days = sorted(wait.days for wait in known.waits if wait.answered and wait.days <= HORIZON)
    if len(days) < BAND_ANSWERED:
        return Band(*BAND_PLAIN, own=False)
    first, last = (days[min(len(days) - 1, int(len(days) * part))] for part in (0.25, 0.75))
    return Band(first, max(first + 1, last), own=True)


def _of(episode: Episode, as_of: datetime) -> list[Silence]:
    """From each last word of theirs (sent, met) to their next answer of any kind."""
    met: dict[int | None, datetime | None] = {each.id: each.at for each in episode.meetings if not each.cancelled}
    ends = [event for event in episode.events if _is_answer(event, met)]
    stop = _stopped(episode, as_of)
    found, begins = [], _begins(episode, as_of)
    for number, (since, after) in enumerate(begins):
        until = begins[number + 1][0] if number + 1 < len(begins) else None
        theirs = (e for e in ends if e.at >= since and (until is None or e.at <= until))
        answer = next((e for e in theirs if e.kind == "status" or (met[e.interview_id] or since) > since), None)
        if answer is None and until is not None:
            continue  # two interviews with no word between them: the wait goes on from the later one
        at = answer.at if answer else stop
        days = max(0, (at.date() - since.date()).days)
        is_open = answer is None and stop == as_of
        found.append(Silence(episode, after, since, Wait(days, _meaning(answer) if answer else ""), is_open))
    return found


def _begins(episode: Episode, as_of: datetime) -> list[tuple[datetime, str]]:
    begins: list[tuple[datetime, str]] = []
    if episode.applied_on and episode.applied_on <= as_of.date():
        begins.append((datetime.combine(episode.applied_on, datetime.min.time()), APPLICATION))
    met = [each.at for each in episode.meetings if episode.was_held(each, as_of) and each.at and each.at <= as_of]
    return [*begins, *((at, INTERVIEW) for at in sorted(met))]


def _is_answer(event: Happened, met: Mapping[int | None, datetime | None]) -> bool:
    """A status that they set, or an invitation. An interview that is noted afterwards does not answer itself."""
    if event.kind == "interview":
        return event.interview_id in met
    return event.kind == "status" and event.to_status in (Status.REJECTED, Status.CLOSED, Status.OFFER)


def _meaning(event: Happened) -> str:
    if event.kind == "interview" or event.to_status in OFFERED:
        return "yes"
    return "no" if event.to_status == Status.REJECTED else "neither"


def _stopped(episode: Episode, as_of: datetime) -> datetime:
    """Until when somebody waited: the day they withdrew, or today; a silence that was noted goes on."""
    if episode.status in (Status.WITHDRAWN, Status.CLOSED, Status.ACCEPTED, Status.OFFER_DECLINED) and episode.since:
        return episode.since
    return as_of
