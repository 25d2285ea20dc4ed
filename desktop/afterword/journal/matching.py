"""Which application a letter belongs to: candidates with reasons, best first. The person decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from afterword.journal import senders
from afterword.journal.moments import day, stamp
from afterword.journal.names import Alike, company_key, compare_companies, compare_roles, mentioned, words_of
from afterword.journal.store import Journal
from afterword.journal.stories import Candidate
from afterword.journal.terms import PENDING, Status
from afterword.mail.letter import Letter, Sure, Verdict
from afterword.words import N_, _

SHOWN = 8
LOOKED_AT = 200  # applications; the newest ones of the companies that fit
OUTCOMES = frozenset({"rejection", "offer"})

# What each reason weighs. A number they gave the job beats everything else together.
_REQUISITION, _COMPANY, _SENDER, _ROLE, _MENTION, _BEGINS, _RELAY, _NEAR, _OPEN, _LEVEL = (
    200, 40, 35, 25, 25, 20, 15, 8, 6, -15,
)  # fmt: skip

_SAME_SENDER = {
    "interview_invitation": N_("Same sender as your invitation"),
    "acknowledgement": N_("Same sender as the confirmation of your application"),
    "offer": N_("Same sender as your offer"),
}


@dataclass
class _Found:
    """One application while its reasons are gathered."""

    application_id: int
    company: str = ""
    title: str = ""
    status: str = ""
    since: str = ""
    applied_on: str | None = None
    score: int = 0
    named: bool = False  # its company or its sender, not only a mention
    role: Alike = Alike.OTHER
    numbered: bool = False
    alone: bool = False  # nothing else fits, or nothing else that is open
    reasons: list[str] = field(default_factory=list)

    @property
    def pending(self) -> bool:
        return Status(self.status) in PENDING


def candidates(journal: Journal, letter: Letter, verdict: Verdict) -> tuple[Candidate, ...]:
    """The applications a letter may belong to, best first, each with a finished sentence that says why."""
    companies = _companies(journal, letter, verdict)
    writers = senders.applications(journal, letter)
    numbers = senders.numbered(journal, letter)
    found = _applications(journal, companies, {*writers, *numbers})
    for each in found:
        _weigh_origin(each, companies.get(each.company, Alike.OTHER), writers.get(each.application_id))
        _weigh_job(each, verdict.role.value, numbers.get(each.application_id, ""))
    found = [each for each in found if each.score > 0]
    _weigh_open(found)
    found.sort(key=lambda each: (each.score, each.pending, each.since, each.application_id), reverse=True)
    best = found[0].score if found else 0
    tied = sum(each.score == best for each in found) > 1
    return tuple(_candidate(journal, letter, verdict, each, tied) for each in found[:SHOWN])


def every(journal: Journal, most: int = 500) -> tuple[Candidate, ...]:
    """The newest applications, to file a letter by hand."""
    found = journal.rows(
        "SELECT a.id, c.name, a.title, a.status, a.applied_on FROM application a JOIN company c ON c.id = a.company_id "
        "WHERE a.deleted_at IS NULL ORDER BY a.status_since DESC, a.id DESC LIMIT ?",
        most,
    )
    because = _("You chose it.")
    made = []
    for key, company, title, status, applied in found:
        talk = _interview(journal, key, None)
        interview_id, stage, at = talk if talk else (None, "", applied)
        made.append(Candidate(key, interview_id, company, title, stage, day(at), status, 0, int(Sure.SURE), because))
    return tuple(made)


def _companies(journal: Journal, letter: Letter, verdict: Verdict) -> dict[str, Alike]:
    """The companies of this journal that the letter may be from: by the verdict's name, else by being mentioned."""
    wanted = company_key(verdict.company.value)
    text = "\n".join((letter.sender_name, letter.subject, letter.text))
    words = set(words_of(text))
    found: dict[str, Alike] = {}
    for (name,) in journal.rows("SELECT name FROM company WHERE deleted_at IS NULL"):
        # Cheap questions first: most of many thousand names share no word with the letter.
        plain = name.isascii()
        run_together = name.lower().replace(".", "").replace(" ", "") if plain else ""
        first = name.lower().split(maxsplit=1)[0].strip(".,&-") if plain and run_together else ""
        if wanted and (not plain or run_together.startswith(wanted[0]) or (first and wanted[0].startswith(first))):
            alike = compare_companies(company_key(name), wanted)
            if alike:
                found[name] = alike
                continue
        likely = first in words or not first.isalnum() if plain else not text.isascii()
        if likely and mentioned(name, text):
            found[name] = Alike.LEVEL  # only mentioned
    return found


def _applications(journal: Journal, companies: dict[str, Alike], keys: set[int]) -> list[_Found]:
    named = ",".join("?" * len(companies))
    marks = ",".join(str(int(key)) for key in keys)
    rows = journal.rows(
        "SELECT a.id, c.name, a.title, a.status, a.status_since, a.applied_on "
        "FROM application a JOIN company c ON c.id = a.company_id WHERE a.deleted_at IS NULL "
        f"AND (a.id IN ({marks}) OR a.company_id IN (SELECT id FROM company WHERE name IN ({named}))) "
        f"ORDER BY a.id DESC LIMIT {LOOKED_AT}",
        *companies,
    )
    return [_Found(*row) for row in rows]


def _weigh_origin(each: _Found, alike: Alike, writer: senders.Writer | None) -> None:
    """Who wrote it."""
    if writer is not None:
        each.score += _RELAY if writer.relay else _SENDER
        each.named = not writer.relay
        each.reasons.append(_(_SAME_SENDER.get(writer.kind, N_("Same sender as an earlier email"))))
    if alike is Alike.OTHER:
        return
    each.score += {Alike.SAME: _COMPANY, Alike.NEAR: _BEGINS}.get(alike, _MENTION)
    each.named = each.named or alike is Alike.SAME
    if writer is None:
        words = _("Mentions {company}") if alike is Alike.LEVEL else _("Names {company}")
        each.reasons.append(words.format(company=each.company))


def _weigh_job(each: _Found, role: str, number: str) -> None:
    """Which job it is about."""
    if number:
        each.numbered = True
        each.score += _REQUISITION
        each.reasons.insert(0, _("Names the job's number, {number}").format(number=number))
    each.role = compare_roles(role, each.title)
    if each.role is Alike.SAME:
        each.score += _ROLE
        each.reasons.append(_("names the same role"))
    elif each.role is Alike.NEAR:
        each.score += _NEAR
        each.reasons.append(_("names a similar role"))
    elif each.role is Alike.LEVEL:
        each.score = max(1, each.score + _LEVEL)
        each.reasons.append(_("but for another level of the role"))


def _weigh_open(found: list[_Found]) -> None:
    pending = [each for each in found if each.pending]
    for each in found:
        each.score += _OPEN * each.pending
        each.alone = len(found) == 1 or pending == [each]
        if each.alone and len(found) > 1:
            each.reasons.append(_("the only one still open"))


def _sure(each: _Found, tied: bool) -> Sure:
    if each.numbered:
        return Sure.SURE
    if not each.named or each.role is Alike.LEVEL:
        return Sure.GUESS
    if each.role is Alike.SAME:
        return Sure.FAIRLY if tied else Sure.SURE
    return Sure.FAIRLY if each.alone and not tied else Sure.GUESS


def _candidate(journal: Journal, letter: Letter, verdict: Verdict, each: _Found, tied: bool) -> Candidate:
    before = letter.sent if verdict.kind in OUTCOMES else None
    talk = _interview(journal, each.application_id, before)
    interview_id, stage, at = talk if talk else (None, "", each.applied_on)
    text = "; ".join(each.reasons)
    return Candidate(
        application_id=each.application_id,
        interview_id=interview_id,
        company=each.company,
        title=each.title,
        stage=stage,
        on=day(at),
        status=each.status,
        score=each.score,
        sure=int(_sure(each, tied)),
        because=f"{text[:1].upper()}{text[1:]}.",
    )


def _interview(journal: Journal, application_id: int, before: datetime | None) -> tuple[int, str, str] | None:
    """The latest one that was not cancelled; an answer is about one that was held before it."""
    limit = stamp(before + timedelta(minutes=1)) if before else "9999"
    found = journal.row(
        "SELECT id, stage_type, COALESCE(held_at, planned_at) AS at FROM interview "
        "WHERE application_id = ? AND deleted_at IS NULL AND NOT cancelled AND at <= ? "
        "ORDER BY at DESC, id DESC LIMIT 1",
        application_id,
        limit,
    )
    return (int(found[0]), found[1], found[2]) if found else None
