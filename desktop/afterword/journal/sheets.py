"""What is gathered to be read: the sheet before an interview, and a whole search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from afterword.journal import interviews, lessons, questions
from afterword.journal.moments import day, moment, stamp
from afterword.journal.store import Journal
from afterword.journal.stories import LessonFact, QuestionFact, Story
from afterword.journal.terms import NEVER_A_MISS, Category, LessonStatus, Outcome
from afterword.words import _

TOLD, ALREADY, MET, ASKED = 3, 4, 6, 4  # so that a sheet is one page
WENT_WELL = 3
RECENT = 1000  # interviews that are looked at: what one could do ten years ago is not yours already


@dataclass(frozen=True)
class Sheet:
    """One page to read before an interview: the person's own words, gathered."""

    story: Story
    told: tuple[LessonFact, ...]
    already: tuple[tuple[str, int, int], ...]  # label, went well, asked
    met: tuple[QuestionFact, ...]
    ask_them: tuple[str, ...]
    met_elsewhere: bool = False  # none were met at this stage yet, so these are from other stages


@dataclass(frozen=True)
class WholeLine:
    """One interview of a search, in one line."""

    id: int
    company: str
    title: str
    stage: str  # Stage code
    at: datetime | None
    status: str
    outcome: str  # Outcome code, as of now
    lesson: str
    no_lesson: bool
    debrief: int  # 0 not written, 1 started, 2 written


@dataclass(frozen=True)
class Whole:
    """A whole search, or all of them: numbers, lessons, and a line for each interview, oldest first."""

    name: str
    started: date | None
    ended: date | None  # None while it goes on
    applications: int
    interviews: int
    outcomes: tuple[tuple[str, int], ...]  # Outcome code of applications, by count
    lessons: tuple[LessonFact, ...]
    lines: tuple[WholeLine, ...]


def sheet(journal: Journal, interview_id: int) -> Sheet:
    """What to read before this interview."""
    story = interviews.story(journal, interview_id)
    met = _met(journal, interview_id, story.stage)
    return Sheet(
        story=story,
        told=_told(journal, interview_id, story.stage),
        already=_already(journal),
        met=met or _met(journal, interview_id, ""),
        met_elsewhere=not met,
        ask_them=_ask_them(journal, interview_id),
    )


def whole(journal: Journal, search_id: int = 0) -> Whole:
    """One search; 0 is everything."""
    lines = tuple(_line(journal, row) for row in journal.rows(_LINES, search_id))
    keys = [key for (key,) in journal.rows(_LESSONS, search_id)]
    counts = journal.rows(_OUTCOMES, search_id)
    name, started, ended = _search(journal, search_id)
    days = [line.at.date() for line in lines if line.at] + ([started] if started else [])
    return Whole(
        name=name,
        started=min(days, default=None),
        ended=ended,
        applications=sum(count for _code, count in counts),
        interviews=sum(line.outcome != Outcome.CANCELLED for line in lines),
        outcomes=tuple(counts),
        lessons=lessons.by_key(journal, keys),
        lines=lines,
    )


_TOLD_ROWS = """
SELECT l.id FROM lesson l JOIN lesson_evidence e ON e.lesson_id = l.id AND e.stance = 'for' AND e.deleted_at IS NULL
JOIN application a ON a.id = e.application_id AND a.deleted_at IS NULL
LEFT JOIN interview i ON i.id = e.interview_id
WHERE l.deleted_at IS NULL AND l.status <> ? AND e.interview_id IS NOT ?
GROUP BY l.id ORDER BY max(i.stage_type IS ?) DESC, count(DISTINCT a.id) DESC, max(e.id) DESC LIMIT ?
"""

_RATED = """
SELECT COALESCE(s.name, ''), q.category, sum(q.quality = ?1), count(*) FROM question q
LEFT JOIN skill s ON s.id = q.skill_id
WHERE q.interview_id IN (SELECT id FROM listing WHERE kind = 'interview' ORDER BY at DESC LIMIT ?2)
  AND q.quality IS NOT NULL AND q.deleted_at IS NULL
GROUP BY 1, CASE WHEN s.name IS NULL THEN q.category END
"""

_MET = (
    questions.FACT
    + """
JOIN listing i ON i.id = q.interview_id
WHERE i.id IN (SELECT id FROM listing
    WHERE stage = COALESCE(NULLIF(?, ''), stage) AND kind = 'interview' AND outcome <> 'cancelled' AND id <> ?
    ORDER BY at DESC LIMIT ?)
  AND q.text <> '' AND q.category <> ? AND q.deleted_at IS NULL
ORDER BY q.better_answer = '', i.at DESC, q.position LIMIT 60
"""
)

_MINE = """
SELECT q.text FROM question q JOIN interview i ON i.id = q.interview_id
JOIN application a ON a.id = i.application_id
WHERE q.category = ? AND q.text <> '' AND q.deleted_at IS NULL AND i.deleted_at IS NULL AND a.deleted_at IS NULL
ORDER BY i.id = ? DESC, COALESCE(i.held_at, i.planned_at) DESC, q.position LIMIT 40
"""

_LINES = """
SELECT id, company, title, stage, at, status, outcome, lesson, no_lesson, debrief FROM listing
WHERE kind = 'interview' AND (?1 = 0 OR search_id = ?1) ORDER BY at, id
"""

# The outcome of an application is that of its last round, so passed and cancelled ones count as waiting.
_OUTCOMES = """
SELECT CASE status WHEN 'rejected' THEN 'no' WHEN 'ghosted' THEN 'silent' WHEN 'withdrawn' THEN 'withdrew'
  WHEN 'closed' THEN 'closed' WHEN 'offer_rescinded' THEN 'rescinded'
  WHEN 'offer' THEN 'offer' WHEN 'accepted' THEN 'offer' WHEN 'offer_declined' THEN 'offer' ELSE 'wait' END AS outcome,
  count(*) AS n
FROM application WHERE deleted_at IS NULL AND (?1 = 0 OR search_id = ?1) GROUP BY 1 ORDER BY n DESC, 1
"""

_PERIOD = """
SELECT min(started_on), max(ended_on), sum(ended_on IS NULL) FROM search WHERE deleted_at IS NULL
"""

_LESSONS = """
SELECT DISTINCT e.lesson_id FROM lesson_evidence e JOIN application a ON a.id = e.application_id
WHERE e.stance = 'for' AND e.deleted_at IS NULL AND a.deleted_at IS NULL AND (?1 = 0 OR a.search_id = ?1)
"""


def _told(journal: Journal, interview_id: int, stage: str) -> tuple[LessonFact, ...]:
    """Of this kind of interview first, then what was seen most often."""
    rows = journal.rows(_TOLD_ROWS, str(LessonStatus.RETIRED), interview_id, stage, TOLD)
    order = [key for (key,) in rows]
    return tuple(sorted(lessons.by_key(journal, order), key=lambda lesson: order.index(lesson.id)))


def _already(journal: Journal) -> tuple[tuple[str, int, int], ...]:
    """What went well at least every second time; one time says nothing yet."""
    found = [
        (skill or Category(category).label, well, asked)
        for skill, category, well, asked in journal.rows(_RATED, WENT_WELL, RECENT)
        if category not in NEVER_A_MISS and (skill or category != Category.OTHER)
    ]
    good = [each for each in found if each[2] >= 2 and each[1] * 2 >= each[2]]
    return tuple(sorted(good, key=lambda each: (-each[1], each[2], each[0]))[:ALREADY])


def _met(journal: Journal, interview_id: int, stage: str) -> tuple[QuestionFact, ...]:
    found: dict[str, QuestionFact] = {}
    for row in journal.rows(_MET, stage, interview_id, RECENT, str(Category.MY_QUESTIONS)):
        question = questions.fact(row)
        found.setdefault(_alike(question.text), question)
    return tuple(found.values())[:MET]


def _ask_them(journal: Journal, interview_id: int) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for (text,) in journal.rows(_MINE, str(Category.MY_QUESTIONS), interview_id):
        found.setdefault(_alike(text), text.strip())
    return tuple(found.values())[:ASKED]


def _alike(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" ?.!")


def _line(journal: Journal, row: tuple[Any, ...]) -> WholeLine:
    key, company, title, stage, at, status, outcome, lesson, no_lesson, debrief = row
    if outcome == Outcome.WAIT and at > stamp(journal.now()):
        outcome = str(Outcome.SOON)
    return WholeLine(
        key, company, title, stage, moment(at), status, outcome, lesson, bool(no_lesson), debrief
    )


def _search(journal: Journal, search_id: int) -> tuple[str, date | None, date | None]:
    if not search_id:
        only = journal.rows("SELECT id FROM search WHERE deleted_at IS NULL LIMIT 2")
        if len(only) == 1:
            return _search(journal, only[0][0])
        first, last, going_on = journal.row(_PERIOD) or (None, None, 0)
        return _("All job searches"), day(first), None if going_on else day(last)
    found = journal.row("SELECT name, started_on, ended_on FROM search WHERE id = ?", search_id)
    return (found[0], day(found[1]), day(found[2])) if found else ("", None, None)
