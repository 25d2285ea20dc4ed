"""A proposal: what accepting a letter would change, each part ticked or not, each part open to change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from afterword.journal.accepting import Plan
from afterword.journal.stories import Candidate
from afterword.journal.terms import Outcome, Stage
from afterword.mail.letter import Letter, Sure, Verdict
from afterword.words import _

OUTCOMES = {"rejection": Outcome.NO, "offer": Outcome.OFFER}
HEADINGS = {
    "rejection": lambda: _("Sorry. This looks like a no."),
    "offer": lambda: _("This looks like an offer."),
    "acknowledgement": lambda: _("They have your application."),
    "other": lambda: _("This does not look like job mail."),
    "unsure": lambda: _("Not sure what this is."),
}


@dataclass
class Draft:
    """One letter under review. `choice` is an index into `candidates`; -1 means a new application."""

    letter: Letter
    verdict: Verdict
    candidates: tuple[Candidate, ...]
    outcome: str = ""
    outcome_on: bool = False
    at: datetime | None = None
    choice: int = -1
    belongs_on: bool = True
    company: str = ""
    title: str = ""
    stage: str = str(Stage.OTHER)
    meeting: datetime | None = None
    meeting_on: bool = False
    said: str = ""
    said_on: bool = False
    ambiguous: bool = field(default=False)

    @property
    def heading(self) -> str:
        """The news, plainly."""
        if self.verdict.kind == "interview_invitation":
            return _("They propose a time.") if self.meeting else _("This looks like an invitation.")
        return HEADINGS.get(self.verdict.kind, HEADINGS["unsure"])()

    @property
    def candidate(self) -> Candidate | None:
        return self.candidates[self.choice] if 0 <= self.choice < len(self.candidates) else None

    @property
    def is_sure(self) -> bool:
        """Good enough for "accept all sure ones": what it is and where it belongs are both sure."""
        found = self.candidate
        return self.verdict.sure == Sure.SURE and found is not None and found.sure == Sure.SURE and self.outcome_on

    def plan(self) -> Plan:
        """What accepting does: only what is ticked."""
        found = self.candidate
        return Plan(
            application_id=found.application_id if found else None,
            interview_id=found.interview_id if found else None,
            company=self.company.strip(),
            title=self.title.strip(),
            outcome=self.outcome if self.outcome_on else "",
            at=self.at,
            stage=self.stage,
            meeting=self.meeting if self.meeting_on else None,
            said=self.said.strip() if self.said_on else "",
            reason=self.verdict.reason.value if self.outcome_on and self.outcome == Outcome.NO else "",
        )


def quoted(draft: Draft, *, whole: bool) -> tuple[str, list[tuple[int, int]]]:
    """The sentences that carry the meaning (or the whole email), and where the telling words stand in them."""
    evidence = draft.verdict.evidence[:3]
    if whole:
        text = f"{draft.letter.subject}\n\n{draft.letter.text}".strip()
    elif evidence:
        text = "“" + " … ".join(dict.fromkeys(each.sentence for each in evidence)) + "”"
    else:
        text = (draft.letter.text[:280] or draft.letter.subject).strip()
    # The words are known with single spaces; in the whole email they may be broken over lines.
    found = (re.search(r"\s+".join(map(re.escape, each.words.split())), text) for each in evidence if each.words)
    return text, [match.span() for match in found if match]


def propose(letter: Letter, verdict: Verdict, candidates: tuple[Candidate, ...], onto: int = 0) -> Draft:
    """The proposal for one letter; `onto` is the application it was dropped on, 0 when it was not."""
    outcome = str(OUTCOMES.get(verdict.kind, ""))
    company = verdict.company.value or letter.sender_name
    choice = _first_choice(candidates, onto, nameless=not company)
    top = [each for each in candidates if each.sure == candidates[0].sure] if candidates else []
    return Draft(
        letter,
        verdict,
        candidates,
        outcome=outcome,
        outcome_on=bool(outcome) and verdict.sure >= Sure.FAIRLY,
        at=letter.sent or _from_date(verdict.date.value),
        choice=choice,
        company=company,
        title=verdict.role.value,
        stage=str(Stage.RECRUITER_SCREEN),
        meeting=_moment(verdict.meeting.value),
        meeting_on=bool(verdict.meeting.value) and verdict.meeting.sure >= Sure.FAIRLY,
        said=verdict.said.value,
        said_on=verdict.said.sure >= Sure.FAIRLY,
        ambiguous=not onto and bool(top) and (len(top) > 1 or top[0].sure < Sure.FAIRLY) and top[0].sure < Sure.SURE,
    )


def _first_choice(candidates: tuple[Candidate, ...], onto: int, *, nameless: bool) -> int:
    """Where it seems to belong. A guess is chosen only where it stands alone, and no other name is known."""
    for number, each in enumerate(candidates):
        if onto and each.application_id == onto:
            return number
    guess = nameless and len(candidates) == 1
    return 0 if candidates and (guess or candidates[0].sure >= Sure.FAIRLY) else -1


def _from_date(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), time(12)) if text else None
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
