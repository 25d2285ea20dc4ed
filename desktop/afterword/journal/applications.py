"""Applications: added, moved from state to state by events, corrected, put away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from afterword.journal import companies, lessons, sealing, searches, telling
from afterword.journal.change import verb
from afterword.journal.moments import Given, as_day, day, happened, happened_on, moment, stamp
from afterword.journal.records import Application, Event, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import ApplicationFact, Story
from afterword.journal.terms import MOVES, Evidence, MyReason, OutcomeReason, Status
from afterword.trouble import Trouble
from afterword.words import N_, _, long_day

TEXTS = (
    "title", "channel", "contract_type", "hours", "seniority", "work_mode", "location", "pay_expected", "pay_offered",
    "outcome_reason", "my_reason", "reason_text", "ad_text", "people", "notes", "requisition",
)  # fmt: skip
_EDITABLE = frozenset({*TEXTS, "company", "applied_on", "promised_by", "reason_evidence", "search_id"})
THEIR_ENDINGS = frozenset({Status.REJECTED, Status.CLOSED, Status.OFFER_RESCINDED})
MY_ENDINGS = frozenset({Status.WITHDRAWN, Status.OFFER_DECLINED})

_FACT = f"""
SELECT a.id, a.search_id, a.company_id, c.name, a.status, a.status_since, a.applied_on, a.promised_by,
  {", ".join(f"a.{name}" for name in TEXTS)}
FROM application a JOIN company c ON c.id = a.company_id WHERE a.id = ? AND a.deleted_at IS NULL
"""
# Moved on or gone over: an interview ahead says nothing about the day of applying.
_FIRST_HELD = """
SELECT min(COALESCE(held_at, planned_at)) FROM interview
WHERE application_id = ? AND deleted_at IS NULL AND NOT cancelled AND COALESCE(held_at, planned_at) <= ?
"""


@verb(N_("new application"))
def add(
    journal: Journal,
    /,
    company: str,
    title: str = "",
    applied_on: Given = None,
    *,
    status: str = "applied",
    search_id: int | None = None,
    source: str = "manual",
    **fields: Any,
) -> int:
    """Add an application; its first event has the day of applying, or now. Raises Trouble for a day ahead."""
    first = Status(status)
    company_id = companies.ensure(journal, company)
    on = happened_on(journal, applied_on)
    if on is None and first is Status.APPLIED:
        on = journal.now().date().isoformat()
    at = happened(journal, on if first is Status.APPLIED else None)
    _refuse_unknown(fields)
    values = _clean(journal, None, first, {"title": title, **fields})
    key = Application.add(
        search_id=search_id or searches.current(journal),
        company_id=company_id,
        applied_on=on,
        status=str(first),
        status_since=at,
        **values,
    )
    Event.add(application_id=key, kind="created", at=at, to_status=str(first), source=source)
    return key


@verb(N_("edit application"))
def edit(journal: Journal, /, application_id: int, **fields: Any) -> None:
    """Set any field of the ApplicationFact that is text or a day; `company` moves it to the company of that name.

    Raises Trouble when a reason does not fit the status, or a day cannot be.
    """
    now = fact(journal, application_id)
    _refuse_unknown(fields)
    values = _clean(journal, application_id, Status(now.status), fields)
    if "company" in fields:
        values["company_id"] = companies.ensure(journal, fields["company"])
    if values:
        Application.change(application_id, **values)
    if "company" in fields:
        lessons.weigh(journal, application_id)


@verb(N_("change of status"))
def move(
    journal: Journal,
    application_id: int,
    to: str,
    at: Given = None,
    *,
    reason: str = "",
    my_reason: str = "",
    reason_text: str = "",
    evidence: str = "",
    source: str = "manual",
    letter_id: int | None = None,
    interview_id: int | None = None,
) -> None:
    """Move an application on, by an event. Raises Trouble for a move that the table of states forbids."""
    before = Status(fact(journal, application_id).status)
    after = Status(to)
    if after not in MOVES[before]:
        raise Trouble(
            _("An application cannot go from “{now}” to “{then}”.").format(now=before.label, then=after.label),
            _("If something was recorded by mistake, use “Correct a mistake”."),
        )
    values = _clean(journal, application_id, after, {"outcome_reason": reason, "my_reason": my_reason})
    values["reason_evidence"] = str(Evidence(evidence)) if evidence else ""
    if reason_text:
        values["reason_text"] = reason_text
    links = {"letter_id": letter_id, "interview_id": interview_id, "source": source}
    _record(journal, application_id, "status", before, after, happened(journal, at), values, links)


@verb(N_("correction"))
def correct(journal: Journal, application_id: int, to: str, at: Given = None, note: str = "") -> None:
    """Set the status right after a mistake, whatever it was; the history keeps both."""
    known = fact(journal, application_id)
    after = Status(to)
    values: dict[str, Any] = {}
    if after not in THEIR_ENDINGS:
        values |= {"outcome_reason": "", "reason_evidence": ""}
    if after not in MY_ENDINGS:
        values["my_reason"] = ""
    before = Status(known.status)
    _record(journal, application_id, "correction", before, after, happened(journal, at), values, {"note": note})


@verb(N_("remove application"))
def remove(journal: Journal, application_id: int) -> None:
    """Put an application away with all that belongs to it."""
    fact(journal, application_id)
    Application.change(application_id, deleted_at=utc_now())
    lessons.weigh(journal, application_id)


def fact(journal: Journal, application_id: int) -> ApplicationFact:
    """All of one application. Raises Trouble when it is no longer there."""
    found = journal.row(_FACT, application_id)
    if found is None:
        raise Trouble(_("This application is no longer there."), _("Undo brings back what was removed."))
    key, search, company_id, company, status, since, applied, promised, *texts = found
    at = moment(since)
    assert at is not None
    return ApplicationFact(
        id=key, search_id=search, company_id=company_id, company=company, status=status, since=at,
        applied_on=day(applied), promised_by=day(promised), **dict(zip(TEXTS, texts, strict=True)),
    )  # fmt: skip


def companies_of(journal: Journal, keys: Iterable[int]) -> tuple[str, ...]:
    """The names of the companies of these applications, as far as they are there."""
    marks = ",".join(str(int(key)) for key in keys)
    rows = journal.rows(
        "SELECT DISTINCT c.name FROM company c JOIN application a ON a.company_id = c.id "
        f"WHERE a.deleted_at IS NULL AND a.id IN ({marks})"
    )
    return tuple(name for (name,) in rows)


def story(journal: Journal, application_id: int) -> Story:
    """Everything about an application that has no interview to look at."""
    return telling.tell(journal, fact(journal, application_id), None)


def _record(
    journal: Journal,
    application_id: int,
    kind: str,
    before: Status,
    after: Status,
    at: str,
    values: dict[str, Any],
    links: dict[str, Any],
) -> None:
    """The event and the status it leads to, in one act."""
    Event.add(
        application_id=application_id, kind=kind, at=at, from_status=str(before), to_status=str(after), **links
    )
    if after is Status.APPLIED and "applied_on" not in values and _applied_on(journal, application_id) is None:
        values["applied_on"] = at[:10]
    Application.change(application_id, status=str(after), status_since=at, **values)
    sealing.reseal(journal, application_id)


def _applied_on(journal: Journal, application_id: int) -> str | None:
    found = journal.row("SELECT applied_on FROM application WHERE id = ?", application_id)
    return found[0] if found else None


def _refuse_unknown(fields: dict[str, Any]) -> None:
    unknown = set(fields) - _EDITABLE
    if unknown:
        raise TypeError(f"no such field: {', '.join(sorted(unknown))}")


def _clean(journal: Journal, application_id: int | None, status: Status, fields: dict[str, Any]) -> dict[str, Any]:
    """Column values for the fields given. Raises Trouble where one cannot be."""
    values = {name: value for name, value in fields.items() if name != "company"}
    if "title" in values:
        values["title"] = " ".join(values["title"].split())
    if values.get("outcome_reason"):
        values["outcome_reason"] = str(OutcomeReason(values["outcome_reason"]))
        if status not in THEIR_ENDINGS:
            raise Trouble(
                _("Their reason belongs to an answer, and this application is “{now}”.").format(now=status.label),
                _("Record the answer first."),
            )
    if values.get("my_reason"):
        values["my_reason"] = str(MyReason(values["my_reason"]))
        if status not in MY_ENDINGS:
            raise Trouble(
                _("Your reason belongs to a step back of yours, and this application is “{now}”.").format(
                    now=status.label
                ),
                _("Record that you withdrew or declined first."),
            )
    if "promised_by" in values:
        values["promised_by"] = as_day(values["promised_by"])
    if "applied_on" in values:
        values["applied_on"] = happened_on(journal, values["applied_on"])
        if application_id is not None:
            _refuse_late(journal, application_id, values["applied_on"])
    return values


def _refuse_late(journal: Journal, application_id: int, applied_on: str | None) -> None:
    found = journal.row(_FIRST_HELD, application_id, stamp(journal.now()))
    first = day(found[0]) if found else None
    if applied_on and first and applied_on > first.isoformat():
        raise Trouble(
            _("The first interview was on {day}, before that.").format(day=long_day(first)),
            _("Choose that day or an earlier one."),
        )
