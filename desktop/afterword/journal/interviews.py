"""Interviews: noted, planned, moved, cancelled; each in a round of its application."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import EllipsisType
from typing import Any

from afterword.journal import applications, companies, lessons, rounds, rows, sealing, telling
from afterword.journal.change import verb
from afterword.journal.moments import as_moment, moment, stamp
from afterword.journal.records import Event, Interview, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import ApplicationFact, Row, Story
from afterword.journal.terms import PENDING, Format, Outcome, Stage, Status
from afterword.trouble import Trouble
from afterword.words import N_, _, long_day

_OPEN = f"""
SELECT id, title FROM application WHERE company_id = ? AND deleted_at IS NULL
  AND status IN ({", ".join(f"'{status}'" for status in sorted(PENDING))}) ORDER BY id DESC
"""
# A debrief that was opened and left empty says nothing.
_WRITTEN = """
SELECT 1 FROM question WHERE interview_id = ?1 AND deleted_at IS NULL
UNION ALL SELECT 1 FROM reflection r WHERE r.interview_id = ?1 AND r.deleted_at IS NULL AND r.kind <> 'before' AND (
  r.completed_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM reflection_answer t WHERE t.reflection_id = r.id AND t.text <> '' AND t.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM factor f WHERE f.reflection_id = r.id AND f.deleted_at IS NULL))
LIMIT 1
"""
# What a person can say about a row, and the status it leads to; the letters are the keys of the table.
STATUS_OF = {
    Outcome.WAIT: Status.IN_PROCESS, Outcome.NO: Status.REJECTED, Outcome.OFFER: Status.OFFER,
    Outcome.SILENT: Status.GHOSTED, Outcome.WITHDREW: Status.WITHDRAWN, Outcome.CLOSED: Status.CLOSED,
    Outcome.RESCINDED: Status.OFFER_RESCINDED,
}  # fmt: skip
LETTERS = {"W": Outcome.WAIT, "N": Outcome.NO, "O": Outcome.OFFER, "R": Outcome.SILENT, "D": Outcome.WITHDREW}


@verb(N_("new interview"))
def note(
    journal: Journal,
    company: str,
    title: str = "",
    stage: str = "recruiter_screen",
    at: datetime | None = None,
    *,
    application_id: int | None = None,
    format: str = "",
    duration_min: int | None = None,
    people: str = "",
    source: str = "manual",
) -> int:
    """Note an interview, past or ahead: on the open application it belongs to, or on a new one.

    The application goes into process, unless the interview was held before its end. Raises Trouble when it cannot.
    """
    when = as_moment(journal, at)
    if application_id is None:
        application_id = _application(journal, company, title, source)
    known = applications.fact(journal, application_id)
    ahead = when > journal.now()
    if known.applied_on and not ahead:
        _refuse_early(when, known.applied_on)
    _into_process(journal, known, when, source)
    key = Interview.add(
        application_id=application_id,
        round_no=0,
        position=0,
        stage_type=str(Stage(stage)),
        format=_format(format),
        planned_at=stamp(when) if ahead else None,
        held_at=None if ahead else stamp(when),
        duration_min=duration_min,
        people=people,
    )
    _tell(journal, application_id, key, min(when, journal.now()), source)
    return key


def _tell(journal: Journal, application_id: int, interview_id: int, heard: datetime, source: str) -> None:
    """The event of a new interview, and what follows from it for rounds and seals."""
    Event.add(
        application_id=application_id, interview_id=interview_id, kind="interview", at=stamp(heard), source=source
    )
    rounds.arrange(journal, application_id)
    sealing.reseal(journal, application_id)


@verb(N_("edit interview"))
def edit(
    journal: Journal,
    interview_id: int,
    *,
    stage: str | None = None,
    at: datetime | date | str | EllipsisType | None = ...,
    format: str | None = None,
    duration_min: int | EllipsisType | None = ...,
    people: str | None = None,
    notes: str | None = None,
    round_no: int | None = None,
) -> None:
    """Set what is given. Raises Trouble for a day before the application, or rounds out of order."""
    application_id, *_rest = _found(journal, interview_id)
    values: dict[str, Any] = {}
    if stage is not None:
        values["stage_type"] = str(Stage(stage))
    if format is not None:
        values["format"] = _format(format)
    if duration_min is not ...:
        values["duration_min"] = duration_min
    values |= {name: text for name, text in (("people", people), ("notes", notes)) if text is not None}
    if not isinstance(at, EllipsisType) and at is not None:
        values |= _times(journal, application_id, as_moment(journal, at))
    if values:
        Interview.change(interview_id, **values)
    if round_no is not None:
        rounds.put(journal, application_id, interview_id, round_no)
    if round_no is not None or "held_at" in values:
        rounds.arrange(journal, application_id)
        sealing.reseal(journal, application_id)


@verb(N_("edit interview"))
def set_facts(journal: Journal, /, interview_id: int, *, cancelled: bool, **facts: Any) -> None:
    """All facts of the form in one act: those of `edit`, and whether it was cancelled."""
    edit(journal, interview_id, **facts)
    (cancel if cancelled else uncancel)(journal, interview_id)


@verb(N_("cancelled interview"))
def cancel(journal: Journal, interview_id: int) -> None:
    """Say that an interview did not take place. Raises Trouble when something was written about it."""
    application_id, cancelled, _held = _found(journal, interview_id)
    written = journal.row(_WRITTEN, interview_id)
    if written:
        raise Trouble(
            _("You wrote about this interview, so it took place."), _("Remove its questions and notes first.")
        )
    if not cancelled:
        Interview.change(interview_id, cancelled=1)
        sealing.reseal(journal, application_id)


@verb(N_("interview takes place"))
def uncancel(journal: Journal, interview_id: int) -> None:
    application_id, cancelled, _held = _found(journal, interview_id)
    if cancelled:
        Interview.change(interview_id, cancelled=0)
        sealing.reseal(journal, application_id)


@verb(N_("remove interview"))
def remove(journal: Journal, interview_id: int) -> None:
    """Put an interview away; its application stays."""
    application_id, *_rest = _found(journal, interview_id)
    Interview.change(interview_id, deleted_at=utc_now())
    lessons.weigh(journal, application_id)
    rounds.arrange(journal, application_id)
    sealing.reseal(journal, application_id)


@verb(N_("outcome"))
def set_outcome(journal: Journal, row_id: int, outcome: str, at: datetime | date | str | None = None) -> None:
    """Say what became of a row: an interview, or an application that has none.

    Raises Trouble when the states forbid it, or when the row's round was passed.
    """
    application_id, interview_id = _row(journal, row_id)
    if interview_id is not None and rounds.is_passed(journal, interview_id):
        raise Trouble(
            _("This round went further: there is a later one."), _("Record the answer on the last interview.")
        )
    to = _status(outcome)
    now = applications.fact(journal, application_id)
    same = to == now.status or (to is Status.IN_PROCESS and now.status == Status.APPLIED)
    if same and at is not None and as_moment(journal, at) != now.since:
        applications.correct(journal, application_id, now.status, at)
    elif not same:
        applications.move(journal, application_id, to, at, interview_id=interview_id)


def story(journal: Journal, interview_id: int) -> Story:
    """Everything about one interview. Raises Trouble when it is no longer there."""
    application_id, *_rest = _found(journal, interview_id)
    return telling.tell(journal, applications.fact(journal, application_id), interview_id)


def next_up(journal: Journal, days: int = 7) -> Row | None:
    """The next interview within so many days; None when there is none."""
    now = journal.now()
    found = journal.row(
        "SELECT id FROM listing WHERE rank = 1 AND at > ? AND at <= ? ORDER BY at, id LIMIT 1",
        stamp(now), stamp(now + timedelta(days=days)),
    )  # fmt: skip
    return rows.page(journal, [found[0]])[found[0]] if found else None


def _application(journal: Journal, company: str, title: str, source: str) -> int:
    """The open application that is meant, or a new one that began by an approach of theirs."""
    company_id = companies.ensure(journal, company)
    wanted = " ".join(title.split()).casefold()
    found = journal.rows(_OPEN, company_id)
    same = [key for key, called in found if called.casefold() == wanted]
    if same:
        return int(same[0])
    if not wanted and len(found) == 1:
        return int(found[0][0])
    made: int = applications.add(journal, company, title, status="draft", source=source)
    return made


def _into_process(journal: Journal, known: ApplicationFact, when: datetime, source: str) -> None:
    """Move on, or open again; an interview from before the end of an application changes nothing."""
    status = Status(known.status)
    if status in (Status.IN_PROCESS, Status.OFFER) or (status not in PENDING and when.date() <= known.since.date()):
        return
    applications.move(journal, known.id, Status.IN_PROCESS, min(when, journal.now()), source=source)


def _times(journal: Journal, application_id: int, when: datetime) -> dict[str, str | None]:
    if when > journal.now():
        return {"planned_at": stamp(when), "held_at": None}
    applied = applications.fact(journal, application_id).applied_on
    if applied:
        _refuse_early(when, applied)
    return {"held_at": stamp(when)}


def _refuse_early(when: datetime, applied: date) -> None:
    if when.date() < applied:
        raise Trouble(
            _("You applied on {day}, after that.").format(day=long_day(applied)),
            _("Choose a later day, or change the day you applied."),
        )


def _found(journal: Journal, interview_id: int) -> tuple[int, int, datetime | None]:
    found = journal.row(
        "SELECT i.application_id, i.cancelled, COALESCE(i.held_at, i.planned_at) FROM interview i "
        "JOIN application a ON a.id = i.application_id "
        "WHERE i.id = ? AND i.deleted_at IS NULL AND a.deleted_at IS NULL",
        interview_id,
    )
    if found is None:
        raise Trouble(_("This interview is no longer there."), _("Undo brings back what was removed."))
    return int(found[0]), int(found[1]), moment(found[2])


def _row(journal: Journal, row_id: int) -> tuple[int, int | None]:
    if journal.row("SELECT 1 FROM interview WHERE id = ? AND deleted_at IS NULL", row_id):
        return _found(journal, row_id)[0], row_id
    return row_id, None


def _status(outcome: str) -> Status:
    outcome = LETTERS.get(outcome.upper(), outcome)
    if outcome in (Status.ACCEPTED, Status.OFFER_DECLINED):
        return Status(outcome)
    to = STATUS_OF.get(Outcome(outcome))
    if to is None:
        raise Trouble(
            _("“{outcome}” is not an answer.").format(outcome=Outcome(outcome).label),
            _("Note the next interview, move this one, or cancel it."),
        )
    return to


def _format(format: str) -> str:
    return str(Format(format)) if format else ""
