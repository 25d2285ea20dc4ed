"""A proposal: what accepting a letter would change, each part ticked or not, each part open to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from afterword.journal.accepting import Plan
from afterword.journal.corrections import PHRASE, SENDER, Lesson
from afterword.journal.stories import ApplicationFact, Candidate
from afterword.journal.terms import Format, Outcome, Stage, Status
from afterword.journal.ways import way
from afterword.mail.letter import UNSURE, Letter, News, Reading, Sure, Verdict
from afterword.mail.sentences import Sentence, sentences
from afterword.screen.letters import news
from afterword.screen.letters.facts import Fact, facts_of
from afterword.screen.letters.stages import stage_of

Known = Callable[[int], ApplicationFact]
MOST_SENTENCES = 40
NEW, OPEN = -1, -2  # choices that are no candidate: a new application, and nothing chosen yet


@dataclass
class Draft:
    """One piece of news under review. `choice` is an index into `candidates`, NEW or OPEN."""

    letter: Letter
    verdict: Verdict
    candidates: tuple[Candidate, ...]
    known: Known
    read: Verdict  # what was understood, before anybody corrected it
    address: str = ""  # what the sender is remembered by; empty when it writes for many
    outcome: str = ""
    outcome_on: bool = False
    at: datetime | None = None
    choice: int = NEW
    company: str = ""
    title: str = ""
    stage: str = str(Stage.OTHER)
    meeting: datetime | None = None
    meeting_on: bool = False
    said: str = ""
    said_on: bool = False
    reason: str = ""
    reason_on: bool = False
    facts: list[Fact] = field(default_factory=list)
    ambiguous: bool = False
    by_hand: bool = False  # the person has ticked, chosen or corrected something
    remember: bool = False
    sentence: int = 0  # the one that says what the letter is, once that was corrected
    part: tuple[int, int] = (1, 1)  # of the pieces of news in one letter

    @property
    def heading(self) -> str:
        """The news, plainly; a guess is none."""
        return news.heading(self.verdict, timed=self.meeting is not None)

    @property
    def guess(self) -> str:
        """What it could be, where that is only a guess."""
        unsure = self.verdict.sure == Sure.GUESS and self.verdict.kind != UNSURE
        return news.named(self.verdict, timed=self.meeting is not None) if unsure else ""

    @property
    def candidate(self) -> Candidate | None:
        return self.candidates[self.choice] if 0 <= self.choice < len(self.candidates) else None

    @property
    def must_choose(self) -> bool:
        """Several applications fit alike, and only the person knows which."""
        return self.choice == OPEN

    @property
    def is_nothing(self) -> bool:
        """No job mail, and nobody wants it kept."""
        sure = self.verdict.sure >= Sure.FAIRLY
        return sure and self.verdict.kind in news.NOTHING and self.candidate is None and not self.by_hand

    @property
    def is_sure(self) -> bool:
        """Good enough for "accept all sure ones": what it is, where it belongs and all it moves are sure."""
        if self.verdict.sure < Sure.SURE or self.verdict.kind in (*news.NOTHING, UNSURE) or self.ambiguous:
            return False
        found = self.candidate
        moves = not self.outcome or self.ways_on == () or self.outcome_on or self.meeting_on
        if found is None:
            return moves and not self.candidates and self.verdict.company.sure == Sure.SURE
        return moves and found.sure == Sure.SURE

    @property
    def status(self) -> Status | None:
        """Of the application it goes to; None for a new one."""
        return Status(self.candidate.status) if self.candidate else None

    @property
    def ways_on(self) -> tuple[Status, ...] | None:
        """The moves that the outcome makes; None when none leads there."""
        return way(self.status or Status.APPLIED, self.outcome)

    @property
    def is_older(self) -> bool:
        """Whether the application has ended, or moved on, after this letter was sent."""
        found = self.candidate
        if found is None or self.at is None or found.status in (Status.DRAFT, Status.APPLIED):
            return False
        return self.at.date() < self.known(found.application_id).since.date()

    @property
    def corrected(self) -> bool:
        return self.verdict.kind != self.read.kind

    @property
    def sentences(self) -> list[Sentence]:
        """Those of the letter that can say what it is."""
        return [each for each in sentences("", self.letter.text) if len(each.plain.split()) > 3][:MOST_SENTENCES]

    def read_as(self, kind: str) -> None:
        """The person says what this letter is: everything that follows from it is proposed anew."""
        same = kind == self.read.kind
        kept = self.read if same else replace(self.read, kind=kind, sure=Sure.SURE, turn="", also=())
        fresh = propose(self.letter, kept, self.candidates, self.known)
        for name in ("verdict", "outcome", "outcome_on", "meeting", "meeting_on", "stage", "said", "said_on", "reason",
                     "reason_on", "facts"):  # fmt: skip
            setattr(self, name, getattr(fresh, name))
        found = [number for number, each in enumerate(self.sentences) for evidence in self.read.evidence
                 if evidence.sentence and evidence.sentence in each.said]  # fmt: skip
        self.sentence = found[0] if found else 0
        self.remember = bool(found) and not same

    def belongs_to(self, choice: int) -> None:
        """Another application, or a new one: what is known of it is compared anew."""
        self.choice = choice
        self.by_hand = True
        edited = {each.field: each for each in self.facts if each.on}
        self.facts = facts_of(self.verdict, self.known(self.candidate.application_id) if self.candidate else None)
        for each in self.facts:
            if each.field in edited and each.label == edited[each.field].label:
                each.value, each.on = edited[each.field].value, True
        self.stage = _stage(self)

    def plan(self) -> Plan:
        """What accepting does: only what is ticked."""
        found = self.candidate
        ended = self.outcome_on and self.outcome in (Outcome.NO, Outcome.CLOSED, Outcome.RESCINDED)
        entry = self.letter.invitations[0] if self.letter.invitations and self.meeting_on else None
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
            reason=self.reason if self.reason_on and ended else "",
            facts=_joined([each for each in self.facts if each.on]),
            format=str(Format.VIDEO) if entry and entry.link else "",
            channel="recruiter" if self.verdict.kind == "recruiter_outreach" else "",
            calendar_uid=entry.uid if entry else "",
            calendar_sequence=entry.sequence if entry else 0,
            learned=tuple(self._learned()),
            second=self.part[1] > 1,
        )

    def _learned(self) -> list[Lesson]:
        found = []
        named = self.company.strip()
        if self.candidate is None and self.address and named and named != (self.read.company.value or named):
            found.append(Lesson(SENDER, self.address, named, self.letter.sender))
        told = self.sentences
        if self.corrected and self.remember and self.sentence < len(told):
            found.append(Lesson(PHRASE, told[self.sentence].plain, self.verdict.kind, told[self.sentence].said))
        return found


def _joined(facts: list[Fact]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in facts:
        found[each.field] = f"{found[each.field]}\n{each.kept}" if each.field in found else each.kept
    return found


def propose(
    letter: Letter, verdict: Verdict, candidates: tuple[Candidate, ...], known: Known, onto: int = 0, address: str = ""
) -> Draft:
    """The proposal for one letter; `onto` is the application it was dropped on, 0 when it was not."""
    verdict = news.of_its_own(verdict)
    nothing = verdict.kind in news.NOTHING
    plain = verdict.sure >= Sure.FAIRLY and not nothing  # of what is not, nothing is made by itself
    company = "" if nothing else verdict.company.value or (letter.sender_name if plain else "")
    top = [each for each in candidates if each.sure == candidates[0].sure] if candidates else []
    draft = Draft(
        letter, verdict, candidates, known, verdict, address,
        at=letter.sent or _from_date(verdict.date.value),
        choice=_first_choice(candidates, onto, nameless=not company, nothing=nothing),
        company=company,
        title=verdict.role.value,
        said=verdict.said.value,
        said_on=verdict.said.sure >= Sure.FAIRLY,
        ambiguous=not onto and bool(top) and (len(top) > 1 or top[0].sure < Sure.FAIRLY) and top[0].sure < Sure.SURE,
    )  # fmt: skip
    if draft.ambiguous and len(top) > 1 and draft.choice == NEW and not nothing:
        draft.choice = OPEN
    _propose_move(draft)
    draft.facts = facts_of(verdict, known(draft.candidate.application_id) if draft.candidate else None)
    return draft


def parts(draft: Draft, candidates: Callable[[Verdict], tuple[Candidate, ...]]) -> list[Draft]:
    """The draft, and one for each other piece of news in its letter."""
    others = [_second(draft, each) for each in draft.verdict.also]
    count = 1 + len(others)
    draft.part = (1, count)
    found = [draft]
    for number, verdict in enumerate(others, 2):
        other = propose(draft.letter, verdict, candidates(verdict), draft.known, address=draft.address)
        other.part = (number, count)
        found.append(other)
    return found


def _second(draft: Draft, also: News) -> Verdict:
    first = draft.verdict
    return Verdict(
        also.kind, also.sure, also.evidence, company=first.company, client=first.client, role=also.role,
        person=first.person, date=first.date, meeting=first.meeting if also.kind in news.MEETING else Reading(),
        language=first.language,
    )  # fmt: skip


def _propose_move(draft: Draft) -> None:
    """What becomes of the application, and when they meet. What cannot follow is left unticked."""
    verdict = draft.verdict
    entry = draft.letter.invitations[0] if draft.letter.invitations else None
    meeting, sure = _moment(verdict.meeting.value), verdict.meeting.sure
    if meeting is None and entry and not entry.cancelled and entry.begin:
        meeting, sure = entry.begin, Sure.SURE if entry.zone_known else Sure.GUESS
    if verdict.kind not in news.MEETING:
        meeting = None  # a time in a no is that of something else
    draft.meeting, draft.meeting_on = meeting, meeting is not None and min(sure, verdict.sure) >= Sure.FAIRLY
    draft.outcome = news.outcome_of(verdict)
    if meeting is not None and draft.outcome == Outcome.PASSED:
        draft.outcome = ""  # the interview says it
    draft.stage = _stage(draft)
    draft.outcome_on = bool(draft.outcome) and verdict.sure >= Sure.FAIRLY and draft.ways_on is not None
    draft.outcome_on = draft.outcome_on and not draft.is_older
    if draft.outcome == Outcome.CANCELLED and (draft.candidate is None or draft.candidate.interview_id is None):
        draft.outcome, draft.outcome_on = "", False
    draft.reason = verdict.reason.value
    draft.reason_on = bool(draft.reason) and (verdict.reason.sure >= Sure.FAIRLY or draft.reason == "none_given")


def _stage(draft: Draft) -> str:
    """The interview that moves keeps its name; the first one is a first call."""
    found = draft.candidate
    if draft.verdict.kind == "assessment":
        return str(Stage.ASSESSMENT)
    if draft.verdict.kind == "interview_change" and found is not None and found.stage:
        return found.stage
    first = found is None or not found.stage
    return stage_of(draft.letter, draft.verdict) or str(Stage.RECRUITER_SCREEN if first else Stage.OTHER)


def _first_choice(candidates: tuple[Candidate, ...], onto: int, *, nameless: bool, nothing: bool) -> int:
    """Where it seems to belong. A guess is chosen only where it stands alone, and no other name is known."""
    for number, each in enumerate(candidates):
        if onto and each.application_id == onto:
            return number
    if nothing:
        return NEW
    guess = nameless and len(candidates) == 1
    return 0 if candidates and (guess or candidates[0].sure >= Sure.FAIRLY) else NEW


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
