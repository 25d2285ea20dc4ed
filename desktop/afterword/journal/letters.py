"""Letters: kept as they arrived, filed with an application, and accepted as what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from afterword.journal import about, applications, files, interviews
from afterword.journal import records as kept
from afterword.journal.change import verb
from afterword.journal.moments import moment, stamp
from afterword.journal.store import Journal
from afterword.journal.stories import LetterFact
from afterword.journal.terms import OFFERED, Evidence, Outcome, Stage, Status
from afterword.trouble import Trouble
from afterword.words import N_, _

if TYPE_CHECKING:
    from afterword.mail.letter import Letter, Verdict

FILED, UNFILED = "filed", "unfiled"
ENCLOSURE = "enclosure"

# What a letter can say about an application, and the state it leads to.
_STATUS: dict[str, Status] = {
    news: status for news, status in interviews.STATUS_OF.items() if news is not Outcome.WAIT
}
_INVITED = frozenset({Outcome.SOON, Outcome.PASSED})


@dataclass(frozen=True)
class Plan:
    """What accepting a letter will change: what was understood, as the person left it."""

    application_id: int | None = None  # None: a new one, for `company` and `title`
    company: str = ""
    title: str = ""
    outcome: str = ""  # Outcome code; "" only files the letter, "wait" says they have the application
    at: datetime | None = None  # when the news is of; None: the letter's own date
    stage: str = ""
    meeting: datetime | None = None  # an interview to note
    said: str = ""  # their own sentence
    reason: str = ""  # OutcomeReason code
    interview_id: int | None = None  # the interview the news is about


@verb(N_("keep email"))
def keep(
    journal: Journal,
    letter: Letter,
    verdict: Verdict,
    application_id: int | None = None,
    interview_id: int | None = None,
) -> int:
    """Keep a letter to the byte: filed with an application, or unfiled for later. One that is here is kept once."""
    values: dict[str, Any] = {"kind": verdict.kind, "sure": int(verdict.sure)}
    if application_id is not None:
        values |= {"application_id": application_id, "interview_id": interview_id, "state": FILED}
        _enclose(journal, letter, application_id, interview_id)
    same = duplicate(journal, letter)
    if same is not None:
        kept.Letter.change(same.id, **values)
        return same.id
    return kept.Letter.add(
        content_id=files.keep(journal, letter.raw),
        file=letter.file,
        format=letter.format,
        message_id=letter.message_id,
        fingerprint=letter.fingerprint,
        sender=letter.sender,
        sender_name=letter.sender_name,
        subject=letter.subject,
        sent_at=stamp(letter.sent) if letter.sent else None,
        text=letter.text,
        **values,
    )


@verb(N_("accept email"))
def accept(journal: Journal, letter: Letter, verdict: Verdict, plan: Plan) -> int:
    """Keep a letter and let it change what the person agreed to, as one act. The key of the row to show.

    Raises Trouble, and keeps nothing, when the application cannot take this answer.
    """
    at = min(plan.at or letter.sent or journal.now(), journal.now())
    application_id = plan.application_id or _new(journal, verdict, plan, at)
    letter_id = keep(journal, letter, verdict, application_id, plan.interview_id)
    _answer(journal, application_id, letter_id, plan, at)
    shown = plan.interview_id
    if plan.meeting is not None or plan.outcome in _INVITED:
        _advance(journal, application_id, letter_id, at)
    elif plan.outcome == Outcome.WAIT:
        _applied(journal, application_id, letter_id, at)
    if plan.meeting is not None:
        shown = _meet(journal, application_id, plan, plan.meeting)
        kept.Letter.change(letter_id, interview_id=shown)
    if plan.outcome == Outcome.CANCELLED and plan.interview_id is not None:
        interviews.cancel(journal, plan.interview_id)
    return shown or _latest(journal, application_id) or application_id


@verb(N_("forget email"))
def forget(journal: Journal, letter_id: int) -> None:
    """The journal's copy goes out of sight; the file it came from is never touched."""
    about.living(journal, kept.Letter, letter_id, _("This email is not there any more."))
    kept.Letter.change(letter_id, deleted_at=kept.utc_now())


def duplicate(journal: Journal, letter: Letter) -> LetterFact | None:
    """The letter that is here already: by its Message-ID, its bytes, or its text from that sender on that day."""
    content = journal.row("SELECT id FROM content WHERE sha256 = ?", letter.digest)
    for where, value in (
        ("l.message_id = ?", letter.message_id),
        ("l.content_id = ?", content[0] if content else None),
        ("l.fingerprint = ?", letter.fingerprint),
    ):
        found = _facts(journal, where, value) if value else ()
        if found:
            return found[0]
    return None


def unfiled(journal: Journal) -> tuple[LetterFact, ...]:
    """Letters that wait for a decision, newest first."""
    return _facts(journal, "l.application_id IS NULL AND l.state = ?", UNFILED)


def count_unfiled(journal: Journal) -> int:
    found = journal.row(
        "SELECT count(*) FROM letter WHERE application_id IS NULL AND state = ? AND deleted_at IS NULL", UNFILED
    )
    return int(found[0]) if found else 0


def of(journal: Journal, application_id: int) -> tuple[LetterFact, ...]:
    """The letters of one application, newest first."""
    return _facts(journal, "l.application_id = ?", application_id)


def raw(journal: Journal, letter_id: int) -> bytes:
    """What arrived, to the byte."""
    found = journal.row(
        "SELECT c.data FROM letter l JOIN content c ON c.id = l.content_id WHERE l.id = ? AND l.deleted_at IS NULL",
        letter_id,
    )
    if found is None:
        raise Trouble(_("This email is not there any more."), _("Undo brings it back."))
    return bytes(found[0])


def _facts(journal: Journal, where: str, value: Any) -> tuple[LetterFact, ...]:
    rows = journal.rows(
        "SELECT l.sent_at, l.id, l.application_id, l.kind, l.sender, l.sender_name, l.subject, l.text, l.file "
        f"FROM letter l WHERE {where} AND l.deleted_at IS NULL ORDER BY l.sent_at DESC, l.id DESC",
        value,
    )
    return tuple(
        LetterFact(key, application_id, kind, sender, name, subject, moment(sent), text, file)
        for sent, key, application_id, kind, sender, name, subject, text, file in rows
    )


def _enclose(journal: Journal, letter: Letter, application_id: int, interview_id: int | None) -> None:
    for enclosure in letter.enclosures:
        if enclosure.data:
            files.add(journal, application_id, enclosure.name, enclosure.data, ENCLOSURE, interview_id)


def _new(journal: Journal, verdict: Verdict, plan: Plan, at: datetime) -> int:
    """The application a first letter tells of. Only a confirmation of it says when it was sent."""
    if not plan.company.strip():
        raise Trouble(_("This email does not say which company it is from."), _("Type the company's name."))
    if plan.meeting is not None or plan.outcome in _INVITED:
        return applications.add(journal, plan.company, plan.title, status=Status.DRAFT, source="email")
    key = applications.add(journal, plan.company, plan.title, at.date(), status=Status.APPLIED, source="email")
    if verdict.kind != "acknowledgement":
        applications.edit(journal, key, applied_on=None)
    return key


def _answer(journal: Journal, application_id: int, letter_id: int, plan: Plan, at: datetime) -> None:
    """Move the application to what the letter says, unless it is there already; their words go with it."""
    to = _STATUS.get(Outcome(plan.outcome)) if plan.outcome else None
    if to is None:
        if plan.said.strip() and not plan.outcome:
            told = {"reason_text": plan.said.strip(), "reason_evidence": str(Evidence.EMPLOYER_STATED)}
            applications.edit(journal, application_id, **told)
        return
    now = Status(applications.fact(journal, application_id).status)
    ended = to in applications.THEIR_ENDINGS
    said, reason = (plan.said.strip(), plan.reason) if ended else ("", "")
    evidence = str(Evidence.EMPLOYER_STATED) if said or reason else ""
    if now is to:
        told = {"reason_text": said, "outcome_reason": reason, "reason_evidence": evidence}
        applications.edit(journal, application_id, **{field: text for field, text in told.items() if text})
    elif not (to is Status.OFFER and now in OFFERED):
        applications.move(
            journal,
            application_id,
            to,
            at,
            reason=reason,
            reason_text=said,
            evidence=evidence,
            source="email",
            letter_id=letter_id,
            interview_id=plan.interview_id,
        )


def _advance(journal: Journal, application_id: int, letter_id: int, at: datetime) -> None:
    """They want to talk: the application is in process, from the day of the letter."""
    if Status(applications.fact(journal, application_id).status) not in (Status.IN_PROCESS, Status.OFFER):
        applications.move(journal, application_id, Status.IN_PROCESS, at, source="email", letter_id=letter_id)


def _applied(journal: Journal, application_id: int, letter_id: int, at: datetime) -> None:
    """They have the application: it is no draft any more."""
    if applications.fact(journal, application_id).status == Status.DRAFT:
        applications.move(journal, application_id, Status.APPLIED, at, source="email", letter_id=letter_id)


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
        interviews.edit(journal, plan.interview_id, at=meeting)
        return plan.interview_id
    stage = plan.stage or str(Stage.OTHER if _latest(journal, application_id) else Stage.RECRUITER_SCREEN)
    return interviews.note(
        journal, plan.company, plan.title, stage, meeting, application_id=application_id, source="email"
    )


def _latest(journal: Journal, application_id: int) -> int | None:
    found = journal.row(
        "SELECT id FROM interview WHERE application_id = ? AND deleted_at IS NULL AND NOT cancelled "
        "ORDER BY COALESCE(held_at, planned_at) DESC, id DESC LIMIT 1",
        application_id,
    )
    return int(found[0]) if found else None
