"""Silence against one's own experience: waits after applying and after interviews, and who is probably silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.insight.curve import Curve, Wait, curve
from afterword.insight.limits import CURVE_SILENT, HORIZON, PROMISE_DAYS, QUIET_DAYS
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
class Open:
    """An answer that is still open, against one's own answers or the calendar."""

    silence: Silence
    days: int
    promised: date | None
    later: float | None  # the chance of an answer by day 60; None before there is a curve
    yes: float | None
    range: tuple[int, int, int] | None  # days by which a quarter, half and three quarters of the answered had one
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
    return sorted((_open(each, known[each.after], as_of) for each in waiting), key=lambda each: -each.days)


def _open(silence: Silence, known: Curve, as_of: datetime) -> Open:
    days, promised = silence.wait.days, silence.episode.promised_by
    speaks = known.speaks(days)
    later = known.any_later(days) if speaks else None
    last = silence.since.date() + timedelta(days=QUIET_DAYS)
    due = max(last, promised + timedelta(days=PROMISE_DAYS)) if promised else last
    quiet = as_of.date() > due or (later is not None and later <= CURVE_SILENT and not _is_ahead(promised, as_of))
    yes = known.later("yes", days) if speaks else None
    return Open(silence, days, promised, later, yes, _quarters(known) if speaks else None, quiet)


def _is_ahead(promised: date | None, as_of: datetime) -> bool:
    return promised is not None and promised + timedelta(days=PROMISE_DAYS) >= as_of.date()


def _quarters(known: Curve) -> tuple[int, int, int] | None:
    days = sorted(wait.days for wait in known.waits if wait.answered and wait.days <= HORIZON)
    if not days:
        return None
    first, middle, last = (days[min(len(days) - 1, int(len(days) * part))] for part in (0.25, 0.5, 0.75))
    return first, middle, last


def _of(episode: Episode, as_of: datetime) -> list[Silence]:
    """From each last word of theirs (sent, met) to their next answer of any kind."""
    ends = [event for event in episode.events if _is_answer(event, episode)]
    stop = _stopped(episode, as_of)
    found, begins = [], _begins(episode, as_of)
    for number, (since, after) in enumerate(begins):
        until = begins[number + 1][0] if number + 1 < len(begins) else None
        answer = next((e for e in ends if e.at >= since and (until is None or e.at <= until)), None)
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


def _is_answer(event: Happened, episode: Episode) -> bool:
    if event.kind == "interview":
        meeting = next((each for each in episode.meetings if each.id == event.interview_id), None)
        return meeting is not None and not meeting.cancelled
    theirs = (Status.REJECTED, Status.CLOSED, Status.OFFER)
    return event.kind == "status" and event.to_status in theirs


def _meaning(event: Happened) -> str:
    if event.kind == "interview" or event.to_status in OFFERED:
        return "yes"
    return "no" if event.to_status == Status.REJECTED else "neither"


def _stopped(episode: Episode, as_of: datetime) -> datetime:
    """Until when somebody waited: the day they withdrew, or today; a silence that was noted goes on."""
    if episode.status in (Status.WITHDRAWN, Status.CLOSED, Status.ACCEPTED, Status.OFFER_DECLINED) and episode.since:
        return episode.since
    return as_of
