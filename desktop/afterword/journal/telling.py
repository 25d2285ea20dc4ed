"""Telling one story: an interview or application with everything that other nouns keep about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from afterword.journal import results, rows
from afterword.journal.moments import day, moment
from afterword.journal.store import Journal
from afterword.journal.stories import ApplicationFact, EventFact, ReflectionFact, Stop, Story
from afterword.journal.terms import PENDING, Outcome, Result, Stage, Status
from afterword.words import N_, _

_TALKS = """
SELECT id, round_no, planned_at, held_at, cancelled, stage_type, format, duration_min, people, notes
FROM interview WHERE application_id = ? AND deleted_at IS NULL ORDER BY position, id
"""
_EVENTS = """
SELECT id, kind, at, COALESCE(from_status, ''), COALESCE(to_status, ''), source, note
FROM event WHERE application_id = ? ORDER BY id
"""
TAUGHT = ("taught",)  # keys of the prompts that ask what one takes along
_TODAY = N_("Today")
_APPLIED = N_("Applied")
_ANSWER = N_("Answer")


def tell(journal: Journal, application: ApplicationFact, interview_id: int | None) -> Story:
    """Compose a Story as of now; without an interview, that of the application alone."""
    talks = journal.rows(_TALKS, application.id)
    row = rows.page(journal, [interview_id or application.id]).get(interview_id or application.id)
    this = next((talk for talk in talks if talk[0] == interview_id), None)
    result, held = _result(journal, application, talks, interview_id)
    at = row.at if row else None
    return Story(
        id=interview_id or application.id,
        interview_id=interview_id,
        application=application,
        stage=this[5] if this else "",
        format=this[6] if this else "",
        at=at,
        held=held,
        duration_min=this[7] if this else None,
        interview_people=this[8] if this else "",
        interview_notes=this[9] if this else "",
        cancelled=bool(this and this[4]),
        result=result,
        outcome=row.outcome if row else Outcome.WAIT.value,
        debrief=row.debrief if row else -1,
        road=road(journal, application, talks, interview_id),
        events=events(journal, application.id),
        **_papers(journal, application.id),
        **_inner(journal, interview_id),
    )


def _inner(journal: Journal, interview_id: int | None) -> dict[str, Any]:
    """What is kept about the interview itself."""
    # Imported here: these nouns look up facts of applications, which are told by this module.
    from afterword.journal import actions, feelings, lessons, predictions, questions, reflections

    if interview_id is None:
        empty: dict[str, Any] = dict.fromkeys(("lessons", "questions", "feelings", "reflections", "actions"), ())
        return {**empty, "prediction": None, "taught": ""}
    thoughts = reflections.of(journal, interview_id)
    return {
        "lessons": lessons.of(journal, interview_id),
        "questions": questions.of(journal, interview_id),
        "feelings": feelings.of(journal, interview_id),
        "reflections": thoughts,
        "prediction": predictions.of(journal, interview_id),
        "actions": actions.of(journal, interview_id),
        "taught": _taught(thoughts),
    }


def _papers(journal: Journal, application_id: int) -> dict[str, Any]:
    from afterword.journal import files, letters

    return {"letters": letters.of(journal, application_id), "files": files.of(journal, application_id)}


def _taught(reflections: tuple[ReflectionFact, ...]) -> str:
    for reflection in sorted(reflections, key=lambda each: each.opened_at, reverse=True):
        for key in TAUGHT:
            if reflection.answers.get(key, "").strip():
                return reflection.answers[key]
    return ""


def _result(
    journal: Journal, application: ApplicationFact, talks: list[tuple[Any, ...]], interview_id: int | None
) -> tuple[str, bool]:
    given = [results.Talk(t[1], moment(t[2]), moment(t[3]), bool(t[4])) for t in talks]
    found = results.derive(application.status, given, journal.now(), application.since)
    for talk, told, result in zip(talks, given, found, strict=True):
        if talk[0] == interview_id:
            return str(result), results.held(told, application.status, application.since, journal.now())
    return str(Result.PENDING) if application.status in PENDING else "", False


def events(journal: Journal, application_id: int) -> tuple[EventFact, ...]:
    """The history of one application, as it was recorded."""
    return tuple(
        EventFact(key, kind, datetime.fromisoformat(at), before, after, source, note)
        for key, kind, at, before, after, source, note in journal.rows(_EVENTS, application_id)
    )


def road(
    journal: Journal, application: ApplicationFact, talks: list[tuple[Any, ...]], this: int | None
) -> tuple[Stop, ...]:
    """The stops from applying to the answer, or to today while there is none, by day."""
    stops = []
    if application.applied_on:
        stops.append(Stop("applied", _(_APPLIED), application.applied_on))
    for key, _round, planned, held, cancelled, stage, *_rest in talks:
        on = day(held or planned)
        if on and not (cancelled and key != this):
            stops.append(Stop("interview", Stage(stage).label, on, this=key == this))
    today = journal.now().date()
    if Status(application.status) not in PENDING or application.status == Status.OFFER:
        stops.append(_answer(application))
    elif all(stop.on <= today for stop in stops):
        stops.append(Stop("today", _(_TODAY), today))
    return tuple(sorted(stops, key=_when))


def _answer(application: ApplicationFact) -> Stop:
    status = Status(application.status)
    return Stop("answer", _(_ANSWER), application.since.date(), rows.OUTCOME_OF[status].value)


def _when(stop: Stop) -> tuple[date, int]:
    return stop.on, ("applied", "interview", "answer", "today").index(stop.kind)
