"""Questions that were asked: what they wanted to know, how it went, what was said and what one would say now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from afterword.journal import about, sealing, versions
from afterword.journal.change import verb
from afterword.journal.records import Question, Skill, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import QuestionFact
from afterword.journal.terms import NEVER_A_MISS, Category, Issue
from afterword.words import N_, _

_COLUMN = {"text": "text", "said": "answer_gist", "now": "better_answer"}

FACT = """SELECT q.id, q.interview_id, q.position, q.text, q.category, COALESCE(s.name, ''), q.quality, q.issues,
  q.sealed, q.answer_gist, q.better_answer FROM question q LEFT JOIN skill s ON s.id = q.skill_id """


def of(journal: Journal, interview_id: int) -> tuple[QuestionFact, ...]:
    """The questions of one interview, in the order they were put."""
    where = "WHERE q.interview_id = ? AND q.deleted_at IS NULL ORDER BY q.position, q.id"
    return tuple(fact(row) for row in journal.rows(FACT + where, interview_id))


def fact(row: tuple[Any, ...]) -> QuestionFact:
    """What a row of `FACT` says."""
    key, interview_id, position, text, category, skill, quality, issues, sealed, said, now = row
    tags = tuple(code for code in issues.split(",") if code)
    return QuestionFact(key, interview_id, position, text, category, skill, quality, tags, bool(sealed), said, now)


def missed(question: QuestionFact) -> bool:
    """Whether it counts as a miss: rated, stuck, and of a kind that can be missed at all."""
    return question.quality is not None and question.quality <= 1 and question.category not in NEVER_A_MISS


@verb(N_("new question"))
def add(
    journal: Journal,
    interview_id: int,
    text: str = "",
    *,
    category: str = Category.OTHER,
    skill: str = "",
    issues: Sequence[str] = (),
    quality: int | None = None,
    said: str = "",
    now: str = "",
) -> int:
    """Put a question below the others of this interview."""
    about.took_place(journal, interview_id)
    last = journal.row(
        "SELECT COALESCE(MAX(position), 0) FROM question WHERE interview_id = ? AND deleted_at IS NULL", interview_id
    )
    key = Question.add(
        interview_id=interview_id,
        position=(last[0] if last else 0) + 1,
        text=text,
        category=str(Category(category)),
        skill_id=_skill(journal, skill),
        issues=_issues(issues),
        answer_gist=said,
        better_answer=now,
    )
    if quality is not None:
        rate(journal, key, quality)
    return key


@verb(N_("typing"))
def write(
    journal: Journal, question_id: int, *, text: str | None = None, said: str | None = None, now: str | None = None
) -> None:
    """Change the words of a question; earlier ones are kept."""
    question = _get(journal, question_id)
    changed: dict[str, str] = {}
    for field, words in (("text", text), ("said", said), ("now", now)):
        old = getattr(question, _COLUMN[field])
        if words is not None and words != old:
            versions.before(journal, question_id, field, old, words)
            changed[_COLUMN[field]] = words
    if changed:
        Question.change(question_id, **changed)


@verb(N_("rating"))
def rate(journal: Journal, question_id: int, quality: int | None) -> None:
    """Say how it went, 0 to 3, or take that back.

    A rating made before the answer of the employer is sealed. One that is made or changed later is not, and the
    sealed one is kept as an earlier version.
    """
    question = _get(journal, question_id)
    if quality == question.quality:
        return
    if quality is not None:
        about.took_place(journal, question.interview_id)
    now = journal.now()
    decided = sealing.decided_at(journal, question.interview_id)
    sealed = quality is not None and (decided is None or now.isoformat() < decided)
    if question.sealed and not sealed and decided is not None and decided <= now.isoformat():
        at = datetime.fromisoformat(question.rated_at) if question.rated_at else now
        versions.keep(journal, question_id, "quality", str(question.quality), at)
    rated_at = None if quality is None else now.isoformat()
    Question.change(question_id, quality=quality, rated_at=rated_at, sealed=int(sealed))


@verb(N_("kind of question"))
def classify(
    journal: Journal,
    question_id: int,
    *,
    category: str | None = None,
    skill: str | None = None,
    issues: Sequence[str] | None = None,
) -> None:
    """Say of what kind it was. What is None stays as it is; an empty skill takes the skill away."""
    question = _get(journal, question_id)
    changed: dict[str, Any] = {}
    if category is not None and category != question.category:
        changed["category"] = str(Category(category))
    if skill is not None:
        key = _skill(journal, skill)
        if key != question.skill_id:
            changed["skill_id"] = key
    if issues is not None and _issues(issues) != question.issues:
        changed["issues"] = _issues(issues)
    if changed:
        Question.change(question_id, **changed)


@verb(N_("move question"))
def move(journal: Journal, question_id: int, by: int) -> None:
    """Move it up (negative) or down among its neighbours; at the end it stays there."""
    order = [q.id for q in of(journal, _get(journal, question_id).interview_id)]
    start = order.index(question_id)
    order.insert(max(0, min(len(order) - 1, start + by)), order.pop(start))
    for position, key in enumerate(order, 1):
        if not journal.row("SELECT 1 FROM question WHERE id = ? AND position = ?", key, position):
            Question.change(key, position=position)


@verb(N_("remove question"))
def remove(journal: Journal, question_id: int) -> None:
    _get(journal, question_id)
    Question.change(question_id, deleted_at=utc_now())


def _get(journal: Journal, question_id: int) -> Any:
    return about.living(journal, Question, question_id, _("This question is not there any more."))


def _issues(codes: Sequence[str]) -> str:
    return ",".join(str(Issue(code)) for code in dict.fromkeys(codes))


def _skill(journal: Journal, name: str) -> int | None:
    name = " ".join(name.split())
    if not name:
        return None
    found = journal.row(
        "SELECT id, deleted_at FROM skill WHERE name = ?1 UNION ALL "
        "SELECT s.id, s.deleted_at FROM skill_alias a JOIN skill s ON s.id = a.skill_id WHERE a.alias = ?1",
        name,
    )
    if found is None:
        return Skill.add(name=name)
    if found[1]:
        Skill.change(found[0], deleted_at=None)
    return int(found[0])
