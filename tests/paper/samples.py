"""Stories to print, made of facts, without a journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from afterword.journal.sheets import Sheet, Whole, WholeLine
from afterword.journal.stories import (
    ActionFact,
    ApplicationFact,
    FactorFact,
    Feeling,
    LessonFact,
    LetterFact,
    PredictionFact,
    QuestionFact,
    ReflectionFact,
    Stop,
    Story,
)

TODAY = date(2025, 3, 18)
APPLICATION = ApplicationFact(
    id=1, search_id=1, company_id=1, company="Halden Bank", title="Platform Engineer", status="rejected",
    since=datetime(2025, 3, 12, 9), applied_on=date(2025, 2, 3), channel="referral", contract_type="", hours="",
    seniority="", work_mode="", location="", pay_expected="", pay_offered="", outcome_reason="", my_reason="",
    reason_text="", promised_by=None, ad_text="", people="", notes="", requisition="",
)  # fmt: skip
EMPTY = Story(
    id=2, interview_id=2, application=APPLICATION, stage="technical", format="", at=datetime(2025, 2, 27, 10),
    held=True, duration_min=None, interview_people="", interview_notes="", cancelled=False, result="fail",
    outcome="no", debrief=0, road=(), taught="", lessons=(), questions=(), feelings=(), reflections=(),
    prediction=None, actions=(), letters=(), files=(), events=(),
)  # fmt: skip


def question(
    key: int, text: str, quality: int | None = None, said: str = "", now: str = "", **more: Any
) -> QuestionFact:
    facts: dict[str, Any] = {"category": "", "skill": "", "issues": (), "sealed": True, **more}
    return QuestionFact(key, 2, key, text, quality=quality, said=said, now=now, **facts)


def factor(kind: str, text: str = "") -> FactorFact:
    return FactorFact(1, kind, "hurt", "mine_now", "observed", text)


def reflection(
    key: int = 1, prompt_set: str = "debrief-1", answers: dict[str, str] | None = None, **more: Any
) -> ReflectionFact:
    at = datetime(2025, 2, 28, 9, key)
    facts: dict[str, Any] = {"completed_at": at, "nothing_to_learn": False, **more}
    return ReflectionFact(key, prompt_set.split("-")[0], prompt_set, at, answers=answers or {}, **facts)


def halden(**changes: Any) -> Story:
    """The technical interview of the printed picture."""
    story = replace(
        EMPTY,
        duration_min=90,
        road=(
            Stop("applied", "Applied", date(2025, 2, 3)),
            Stop("interview", "First call", date(2025, 2, 11)),
            Stop("interview", "Technical", date(2025, 2, 27), this=True),
            Stop("answer", "Not this time", date(2025, 3, 12), "no"),
        ),
        taught="I knew the trade-offs, but I gave the answer before the reasoning. When they pushed on failure modes I "
        "went quiet instead of thinking aloud.",
        questions=(
            question(1, "How would you make the ledger export idempotent?", 0,
                     "A unique key per batch, then I stopped. I could feel them waiting and I filled it with "
                     "“it depends”.",
                     "Name the failure first: a retry after a half-written file. Then the key, the staging table, "
                     "and what I would test."),
            question(2, "What happens when the queue is down for an hour?", 1,
                     "Started with the dashboards. Never got to what the customer sees.",
                     "What the customer sees first, then back-pressure, then replay, then who is told."),
            question(3, "Walk us through a migration you regret.", 2),
            question(4, "Model this order history in SQL.", 3),
        ),
        feelings=(
            Feeling("before", ("hopeful",)),
            Feeling("during", ("tense, then blank",)),
            Feeling("waiting", ("anxious",)),
            Feeling("decision", ("flat", "embarrassed", "relieved it’s over")),
        ),
        reflections=(
            reflection(factors=(
                factor("delivery", "Not what I know: the same topic went well at Tessera on paper."),
                factor("nerves"),
            )),
        ),
        lessons=(
            LessonFact(1, "Say the first half-thought out loud. Name the failure before the fix.", "supported", 3),
            LessonFact(2, "Ask for ten seconds instead of filling them.", "hypothesis", 1),
        ),
    )  # fmt: skip
    return replace(story, **changes)


def full(**changes: Any) -> Story:
    """Everything a story can hold at once."""
    application = replace(
        APPLICATION, people="Rosa Aldermoor, recruiter", notes="The office is by the river.", pay_expected="58,000",
        pay_offered="61,500", outcome_reason="other_candidate", reason_text="We went with a person from the next team.",
    )  # fmt: skip
    story = replace(
        halden(),
        application=application,
        interview_people="Dana Whitlock and two engineers",
        interview_notes="Room 4.12, the difficult workflow question came last.",
        prediction=PredictionFact(62, True, True, datetime(2025, 2, 27, 9), None),
        reflections=(
            *halden().reflections,
            reflection(2, "capture-1", {"stayed": "The one about queues.",
                                        "went_right": "I drew the schema without help."}),
            reflection(3, "debrief-1", {"happened": "Ninety minutes.\n\nA whiteboard.",
                                        "friend": "Slow down, you know this.",
                                        "helped": "They let me draw.", "felt": "At minute 40, with the second page."}),
        ),
        actions=(ActionFact(1, "they push on failure modes", "I say what breaks first", None, "open", 0),),
        letters=(LetterFact(1, 1, "rejection", "jobs@halden-bank.example", "Rosa Aldermoor", "Your application",
                            datetime(2025, 3, 12, 9), "Dear you,\n\nwe chose another person.\n\nRosa Aldermoor",
                            "a.eml"),),
    )  # fmt: skip
    return replace(story, **changes)


def northwind(**changes: Any) -> Sheet:
    """The sheet of the printed picture."""
    story = replace(
        EMPTY,
        application=replace(APPLICATION, company="Northwind Analytics", title="Data Engineer", status="in_process"),
        stage="executive", at=datetime(2025, 3, 20, 10), held=False, duration_min=45, outcome="soon", result="planned",
        interview_people="Dana Whitlock and two engineers",
    )  # fmt: skip
    sources = ("Halden Bank, 27 February", "Tessera Maps, 19 February", "Fjordline, 3 February")
    sheet = Sheet(
        story=story,
        told=(
            LessonFact(1, "Say the first half-thought out loud. Name the failure before the fix.", "supported", 3,
                       sources),
            LessonFact(2, "Ask for ten seconds instead of filling them.", "hypothesis", 1, sources[:1]),
            LessonFact(3, "Have one honest sentence about why this company.", "hypothesis", 1,
                       ("Lumen Retail, 12 February",)),
        ),
        already=(("SQL and data modelling", 7, 8), ("explaining past work plainly", 5, 6),
                 ("stories about working with others", 4, 5)),
        met=(
            question(1, "What happens when the queue is down for an hour?", 1,
                     now="What the customer sees first, then back-pressure, then replay, then who is told."),
            question(2, "Walk us through a migration you regret.", 2,
                     now="The 2023 invoicing move: what I assumed, what broke, what I changed after."),
            question(3, "How do you decide what not to build?", 3, now="The pricing report nobody opened."),
            question(4, "Why this company?", 2),
        ),
        ask_them=("What would you want to be different six months after I start?",
                  "How do you talk about a mistake here, the day after?"),
    )  # fmt: skip
    return replace(sheet, **changes)


def spring(count: int = 14) -> Whole:
    """A search with `count` interviews."""
    names = ("Halden Bank", "Tessera Maps", "Lumen Retail", "Fjordline", "Quarto Insurance", "Marlow Freight",
             "Kestrel Health")  # fmt: skip
    left = ("Think aloud, then conclude", "Say the first half-thought before it is whole, and ask for ten seconds", "",
            "Name the failure first", "Read the advert twice")  # fmt: skip
    lines = tuple(
        WholeLine(n, names[n % 7], "Data Engineer", ("technical", "recruiter_screen")[n % 2],
                  datetime(2025, 1 + n * 3 // max(1, count), 1 + n % 27, 10), "rejected",
                  ("no", "no", "wait", "silent", "offer")[n % 5], left[n % 5], n % 5 == 2, 2)
        for n in range(count)
    )  # fmt: skip
    return Whole(
        name="Spring 2025", started=date(2025, 1, 6), ended=None, applications=46, interviews=count,
        outcomes=(("no", 18), ("silent", 19), ("wait", 8), ("offer", 1)), lessons=northwind().told, lines=lines,
    )  # fmt: skip
