"""What questions answer with: frozen facts, ready to be shown or printed. No record leaves the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class SearchFact:
    """A job search: a period with a name."""

    id: int
    name: str
    worker_type: str
    started_on: date
    ended_on: date | None
    goal: str
    applications: int
    interviews: int


@dataclass(frozen=True)
class CompanyFact:
    """A company, and what is known about it."""

    id: int
    name: str
    industry: str
    size_band: str
    site: str
    notes: str


@dataclass(frozen=True)
class Row:
    """One row of the interviews table: an interview, or an application that has none."""

    id: int
    kind: str  # interview, application
    application_id: int
    company: str
    title: str
    stage: str  # Stage code; "" for an application
    at: datetime | None  # held or planned; for an application the day it was sent
    status: str
    since: date | None  # day of the status
    outcome: str  # Outcome code: as of now, so an interview ahead is "soon"
    debrief: int  # -1 not asked, 0 not written, 1 started, 2 written
    lesson: str
    no_lesson: bool  # "nothing to learn here" was the answer
    channel: str = ""  # Channel code
    people: str = ""  # who was in it
    pay: str = ""  # what they offered, else what was asked for
    next_step: str = ""  # the open if-then


@dataclass(frozen=True)
class Group:
    """A section of the table: a code, and how many rows stand below it."""

    key: str  # outcome section, "2025-03", company, stage
    count: int


@dataclass(frozen=True)
class Stop:
    """A point on the road of one application."""

    kind: str  # applied, interview, answer, today
    label: str  # translated
    on: date
    outcome: str = ""  # Outcome code at the answer
    this: bool = False  # the interview looked at


@dataclass(frozen=True)
class QuestionFact:
    """A question they asked, how it went, what was said and what one would say now."""

    id: int
    interview_id: int
    position: int
    text: str
    category: str
    skill: str
    quality: int | None  # 0 to 3
    issues: tuple[str, ...]
    sealed: bool
    said: str
    now: str

    @property
    def mark(self) -> str:
        """stuck, ok, good; empty while it is not rated."""
        return "" if self.quality is None else ("stuck", "stuck", "ok", "good")[self.quality]


@dataclass(frozen=True)
class Feeling:
    """How it was at one moment: words, and four scales 0 to 4 where they were answered."""

    moment: str
    words: tuple[str, ...]
    fear: int | None = None
    inadequacy: int | None = None
    anxiety: int | None = None
    stress: int | None = None


@dataclass(frozen=True)
class FactorFact:
    """One thing that helped or got in the way: whose it was, and how one knows."""

    id: int
    factor_type: str
    direction: str
    control: str
    evidence: str
    text: str


@dataclass(frozen=True)
class LessonFact:
    """One sentence learned, and how many applications speak for it."""

    id: int
    text: str
    status: str
    times: int  # applications that speak for it
    sources: tuple[str, ...] = ()  # "Halden Bank, 27 February"


@dataclass(frozen=True)
class ActionFact:
    """An if-then for the next time."""

    id: int
    if_text: str
    then_text: str
    due_on: date | None
    status: str
    postponed: int


@dataclass(frozen=True)
class LetterFact:
    """A letter that was kept."""

    id: int
    application_id: int | None
    kind: str
    sender: str
    sender_name: str
    subject: str
    sent_at: datetime | None
    text: str
    file: str


@dataclass(frozen=True)
class FileFact:
    """A document kept with an application."""

    id: int
    kind: str
    name: str
    size: int  # bytes


@dataclass(frozen=True)
class EventFact:
    """One line of an application's history."""

    id: int
    kind: str
    at: datetime
    from_status: str
    to_status: str
    source: str
    note: str


@dataclass(frozen=True)
class ReflectionFact:
    """One reflection with its answers by prompt key."""

    id: int
    kind: str
    prompt_set: str
    opened_at: datetime
    completed_at: datetime | None
    nothing_to_learn: bool
    answers: dict[str, str]
    factors: tuple[FactorFact, ...] = ()


@dataclass(frozen=True)
class PredictionFact:
    """What was expected, sealed or not, and what was said later."""

    p: int
    sealed: bool
    locked: bool
    made_at: datetime
    revised_p: int | None


@dataclass(frozen=True)
class LastTime:
    """What was written after the last interview of the same kind, to stand beside the editor."""

    on: date
    text: str
    source: str  # "Tessera Maps, system design"


@dataclass(frozen=True)
class ApplicationFact:
    """All of one application that is not an interview."""

    id: int
    search_id: int
    company_id: int
    company: str
    title: str
    status: str
    since: datetime
    applied_on: date | None
    channel: str
    contract_type: str
    hours: str
    seniority: str
    work_mode: str
    location: str
    pay_expected: str
    pay_offered: str
    outcome_reason: str
    my_reason: str
    reason_text: str
    promised_by: date | None
    ad_text: str
    people: str
    notes: str
    requisition: str


@dataclass(frozen=True)
class Story:
    """Everything about one interview and its application, as of now: the detail pane and the printed page."""

    id: int  # the interview; the application when there is no interview
    interview_id: int | None
    application: ApplicationFact
    stage: str
    format: str
    at: datetime | None
    held: bool
    duration_min: int | None
    interview_people: str
    interview_notes: str
    cancelled: bool
    result: str  # Result code
    outcome: str  # Outcome code
    debrief: int
    road: tuple[Stop, ...]
    taught: str  # what the person wrote to take along, in full
    lessons: tuple[LessonFact, ...]
    questions: tuple[QuestionFact, ...]
    feelings: tuple[Feeling, ...]
    reflections: tuple[ReflectionFact, ...]
    prediction: PredictionFact | None
    actions: tuple[ActionFact, ...]
    letters: tuple[LetterFact, ...]
    files: tuple[FileFact, ...]
    events: tuple[EventFact, ...]


@dataclass(frozen=True)
class Past:
    """An earlier application to a company of the same name."""

    application_id: int
    company: str
    title: str
    on: date | None
    status: str


@dataclass(frozen=True)
class Candidate:
    """An application that a letter may belong to, with the reasons."""

    application_id: int
    interview_id: int | None
    company: str
    title: str
    stage: str
    on: date | None
    status: str
    score: int
    sure: int  # mail.letter.Sure
    because: str  # finished sentence


@dataclass(frozen=True)
class Hit:
    """A place where a word was found."""

    interview_id: int | None
    application_id: int | None
    kind: str
    snippet: str
