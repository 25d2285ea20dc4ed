"""A letter accepted: kept, filed, and let change what the person agreed to, as one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from afterword.journal import applications, corrections, interviews, letters
from afterword.journal import records as kept
from afterword.journal.change import verb
from afterword.journal.corrections import Lesson
from afterword.journal.moments import stamp
from afterword.journal.store import Journal
from afterword.journal.terms import PENDING, Evidence, Outcome, Stage, Status
from afterword.journal.ways import way
from afterword.trouble import Trouble
from afterword.words import N_, _

if TYPE_CHECKING:
    from afterword.mail.letter import Letter, Verdict

_INVITED = frozenset({Outcome.SOON, Outcome.PASSED})
_APPENDED = frozenset({"notes", "people"})  # a letter adds to these, and never overwrites them


@dataclass(frozen=True)
class Plan:
    """What accepting a letter will change: what was understood, as the person left it."""

    application_id: int | None = None  # None: a new one, for `company` and `title`
    company: str = ""
    title: str = ""
    outcome: str = ""  # Outcome code; "" only files the letter, "wait" says they have the application
    at: datetime | None = None  # when the news is of; None: the letter's own date
    stage: str = ""
    meeting: datetime | None = None  # an interview to note, or the new time of the one that is planned
    said: str = ""  # their own words
    reason: str = ""  # OutcomeReason code
    interview_id: int | None = None  # the interview the news is about
    facts: Mapping[str, str] = field(default_factory=dict)  # fields of the application, as text
    format: str = ""  # Format code of the interview
    channel: str = ""  # of a new application
    calendar_uid: str = ""  # of the calendar entry that came along
    calendar_sequence: int = 0
    learned: tuple[Lesson, ...] = ()  # what was corrected, to be remembered
    second: bool = False  # another piece of news of a letter that is filed already


@verb(N_("accept email"))
def accept(journal: Journal, letter: Letter, verdict: Verdict, plan: Plan) -> int:
    """Keep a letter and let it change what the person agreed to, as one act. The key of the row to show.

    Raises Trouble, and keeps nothing, when the application cannot take this answer.
    """
    at = min(plan.at or letter.sent or journal.now(), journal.now())
    application_id = plan.application_id or _new(journal, verdict, plan, at)
    filed = letters.duplicate(journal, letter) if plan.second else None
    letter_id = filed.id if filed else letters.keep(journal, letter, verdict, application_id, plan.interview_id)
    _move(journal, application_id, letter_id, plan, at)
    _tell(journal, application_id, plan)
    shown = plan.interview_id
    if plan.meeting is not None:
        shown = _meet(journal, application_id, plan, plan.meeting)
        kept.Letter.change(letter_id, interview_id=shown)
    if plan.outcome == Outcome.CANCELLED and plan.interview_id is not None:
        interviews.cancel(journal, plan.interview_id)
    corrections.learn(journal, plan.learned)
    return shown or _latest(journal, application_id) or application_id


@verb(N_("accept emails"))
def accept_all(journal: Journal, each: Sequence[tuple[Letter, Verdict, Plan]]) -> list[int]:
    """Several letters in the order they were sent, as one act. Raises Trouble, and keeps none, when one cannot be."""
    made: dict[tuple[str, str], int] = {}
    rows = []
    for letter, verdict, plan in sorted(each, key=lambda one: one[0].sent or datetime.max):
        named = (plan.company.casefold(), plan.title.casefold())
        if plan.application_id is None and named in made:
            plan = replace(plan, application_id=made[named])
        rows.append(accept(journal, letter, verdict, plan))
        if plan.application_id is None:
            found = letters.duplicate(journal, letter)
            if found is not None and found.application_id is not None:
                made[named] = found.application_id
    return rows


def _new(journal: Journal, verdict: Verdict, plan: Plan, at: datetime) -> int:
    """The application a first letter tells of. Only a confirmation of it says when it was sent."""
    if not plan.company.strip():
        raise Trouble(_("This email does not say which company it is from."), _("Type the company's name."))
    began = plan.meeting is not None or plan.outcome in _INVITED or verdict.kind == "recruiter_outreach"
    status, day = (Status.DRAFT, None) if began else (Status.APPLIED, at.date())
    key: int = applications.add(
        journal, plan.company, plan.title, day, status=status, source="email", channel=plan.channel
    )
    if not began and verdict.kind != "acknowledgement":
        applications.edit(journal, key, applied_on=None)
    return key


def _move(journal: Journal, application_id: int, letter_id: int, plan: Plan, at: datetime) -> None:
    """Move the application to what the letter says, unless it is there already; their words go with the last move."""
    known = applications.fact(journal, application_id)
    now, outcome = Status(known.status), plan.outcome
    # An invitation of before the end opens nothing again.
    if plan.meeting is not None and not outcome and (now in PENDING or at >= known.since):
        outcome = str(Outcome.SOON)
    moves = way(now, outcome)
    if moves is None:
        to = Outcome(outcome).label
        raise Trouble(
            _("“{then}” cannot follow “{now}”.").format(now=now.label, then=to),
            _("Untick it to keep the email only, or use “Correct a mistake” first."),
        )
    for to in moves:
        last = to is moves[-1]
        ended = last and to in applications.THEIR_ENDINGS
        said, reason = (plan.said.strip(), plan.reason) if ended else ("", "")
        applications.move(
            journal, application_id, to, at, reason=reason, reason_text=said,
            evidence=str(Evidence.EMPLOYER_STATED) if said or reason else "",
            source="email", letter_id=letter_id, interview_id=plan.interview_id,
        )  # fmt: skip
        if to is Status.APPLIED and not last:  # a no is not the day of applying
            applications.edit(journal, application_id, applied_on=None)


def _tell(journal: Journal, application_id: int, plan: Plan) -> None:
    """Their words and their reason where no move took them along, and the facts that were ticked."""
    now = applications.fact(journal, application_id)
    values: dict[str, str] = {}
    for name, text in plan.facts.items():
        before = getattr(now, name, "") if name in _APPENDED else ""
        if text.strip() and text.strip() not in before:
            values[name] = f"{before}\n{text.strip()}".strip() if name == "notes" else _joined(before, text)
    if plan.said.strip() and plan.said.strip() != now.reason_text:
        values |= {"reason_text": plan.said.strip(), "reason_evidence": str(Evidence.EMPLOYER_STATED)}
    if plan.reason and plan.reason != now.outcome_reason and Status(now.status) in applications.THEIR_ENDINGS:
        values |= {"outcome_reason": plan.reason, "reason_evidence": str(Evidence.EMPLOYER_STATED)}
    if values:
        applications.edit(journal, application_id, **values)


def _joined(before: str, text: str) -> str:
    return f"{before}, {text.strip()}" if before else text.strip()


def _meet(journal: Journal, application_id: int, plan: Plan, meeting: datetime) -> int:
    """Note the interview, or move the one that is planned already."""
    planned = journal.row(
        "SELECT stage_type FROM interview WHERE id = ? AND application_id = ? AND planned_at > ? "
        "AND held_at IS NULL AND NOT cancelled AND deleted_at IS NULL",
        plan.interview_id,
        application_id,
        stamp(journal.now()),
    )
    if planned and plan.interview_id is not None and plan.stage in ("", planned[0]):
        key = plan.interview_id
        interviews.edit(journal, key, at=meeting)
    else:
        stage = plan.stage or str(Stage.OTHER if _latest(journal, application_id) else Stage.RECRUITER_SCREEN)
        key = interviews.note(
            journal, plan.company, plan.title, stage, meeting, application_id=application_id, format=plan.format,
            source="email",
        )  # fmt: skip
    if plan.calendar_uid:
        kept.Interview.change(key, calendar_uid=plan.calendar_uid, calendar_sequence=plan.calendar_sequence)
    return key


def _latest(journal: Journal, application_id: int) -> int | None:
    found = journal.row(
        "SELECT id FROM interview WHERE application_id = ? AND deleted_at IS NULL AND NOT cancelled "
        "ORDER BY COALESCE(held_at, planned_at) DESC, id DESC LIMIT 1",
        application_id,
    )
    return int(found[0]) if found else None
