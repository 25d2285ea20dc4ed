"""Lessons: one sentence to take along, and the interviews that speak for it.

One application is a hypothesis, not a verdict: only what at least two applications to two companies say, and more
of them than say the contrary, counts as seen again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from afterword.journal import about
from afterword.journal.change import verb
from afterword.journal.moments import day
from afterword.journal.records import Lesson, LessonEvidence, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import LessonFact
from afterword.journal.terms import Evidence, LessonStatus, Stance
from afterword.trouble import Trouble
from afterword.words import N_, _, day_of_month, long_day


@verb(N_("lesson"))
def learn(
    journal: Journal,
    interview_id: int,
    text: str,
    *,
    evidence: str = Evidence.OBSERVED,
    lesson_id: int | None = None,
) -> int:
    """Note what an interview taught: a new lesson, or `lesson_id`, or the one that says the same already."""
    application_id = about.application_of(journal, interview_id)
    text = _tidy(text)
    lesson_id = lesson_id or _same(journal, text)
    if lesson_id is None:
        lesson_id = Lesson.add(text=text, first_application_id=application_id)
    else:
        _get(journal, lesson_id)
    found = LessonEvidence.get_or_none(
        LessonEvidence.lesson == lesson_id, LessonEvidence.application == application_id
    )
    values = {"interview_id": interview_id, "stance": "for", "evidence": str(Evidence(evidence)), "deleted_at": None}
    if found is None:
        LessonEvidence.add(lesson_id=lesson_id, application_id=application_id, **values)
    else:
        # One application speaks once for a lesson; it is shown where it was written last.
        LessonEvidence.change(found.id, **values)
    _weigh(journal, lesson_id)
    return lesson_id


@verb(N_("remove lesson"))
def unlearn(journal: Journal, interview_id: int, lesson_id: int) -> None:
    """This interview does not speak for it any more; a lesson that none speaks for goes."""
    for (key,) in journal.rows(
        "SELECT id FROM lesson_evidence WHERE lesson_id = ? AND interview_id = ?", lesson_id, interview_id
    ):
        LessonEvidence.delete_by_id(key)
    if journal.row("SELECT 1 FROM lesson_evidence WHERE lesson_id = ? AND deleted_at IS NULL", lesson_id):
        _weigh(journal, lesson_id)
    else:
        Lesson.change(lesson_id, deleted_at=utc_now())


@verb(N_("reword lesson"))
def rename(journal: Journal, lesson_id: int, text: str) -> None:
    """Say it in other words, everywhere. When another lesson says just that, the two become one."""
    text = _tidy(text)
    if _get(journal, lesson_id).text == text:
        return
    same = _same(journal, text)
    if same is None or same == lesson_id:
        Lesson.change(lesson_id, text=text)
        return
    known = {application for (application,) in journal.rows(_APPLICATIONS, same)}
    for key, application in journal.rows(
        "SELECT id, application_id FROM lesson_evidence WHERE lesson_id = ? AND deleted_at IS NULL", lesson_id
    ):
        if application not in known:
            LessonEvidence.change(key, lesson_id=same)
    Lesson.change(lesson_id, deleted_at=utc_now())
    _weigh(journal, same)


@verb(N_("put lesson away"))
def retire(journal: Journal, lesson_id: int) -> None:
    """It has done its work, or no longer stands. What spoke for it stays."""
    _get(journal, lesson_id)
    Lesson.change(lesson_id, status=str(LessonStatus.RETIRED))


@verb(N_("weighed lesson"))
def stand(journal: Journal, lesson_id: int, stances: dict[int, str]) -> None:
    """Say for applications whether they speak for a lesson, against it, or cannot tell."""
    _get(journal, lesson_id)
    for key, application in journal.rows(
        "SELECT id, application_id FROM lesson_evidence WHERE lesson_id = ? AND deleted_at IS NULL", lesson_id
    ):
        if application in stances:
            LessonEvidence.change(key, stance=str(Stance(stances[application])))
    _weigh(journal, lesson_id)


def weigh(journal: Journal, application_id: int) -> None:
    """Weigh anew what one application speaks for: it was removed, or belongs to another company. For verbs."""
    for (key,) in journal.rows(_SPOKEN_FOR, application_id, str(LessonStatus.RETIRED)):
        _weigh(journal, key)


def suggest(journal: Journal, text: str) -> tuple[LessonFact, ...]:
    """Lessons that may say the same as what is being written: those that begin alike first, then those often seen."""
    words = text.casefold().split()
    typed = " ".join(words)
    found = [
        (not known.casefold().startswith(typed), -times, -key)
        for key, known, times in journal.rows(_KNOWN, str(LessonStatus.RETIRED))
        if all(word in known.casefold() for word in words)
    ]
    order = [-key for _other, _times, key in sorted(found)[:8]]
    return tuple(sorted(by_key(journal, order), key=lambda lesson: order.index(lesson.id)))


def any_kept(journal: Journal) -> bool:
    """Whether there is a lesson to read before an interview."""
    found = journal.row(
        "SELECT 1 FROM lesson WHERE deleted_at IS NULL AND status <> ? LIMIT 1", str(LessonStatus.RETIRED)
    )
    return found is not None


def of(journal: Journal, interview_id: int) -> tuple[LessonFact, ...]:
    """What one interview taught, newest first."""
    return _facts(
        journal,
        "l.id IN (SELECT lesson_id FROM lesson_evidence WHERE interview_id = ? AND stance = 'for' "
        "AND deleted_at IS NULL)",
        interview_id,
        newest=True,
    )


def every(journal: Journal) -> tuple[LessonFact, ...]:
    """All lessons: those often seen first, those put away last."""
    return _facts(journal, "1")


def of_search(journal: Journal, search_id: int) -> tuple[LessonFact, ...]:
    """The lessons that one search speaks for; of all, when it is 0."""
    if not search_id:
        return every(journal)
    return _facts(
        journal,
        "l.id IN (SELECT e.lesson_id FROM lesson_evidence e JOIN application a ON a.id = e.application_id "
        "WHERE a.search_id = ? AND e.stance = 'for' AND e.deleted_at IS NULL AND a.deleted_at IS NULL)",
        search_id,
    )


def evidence(journal: Journal, lesson_id: int) -> tuple[tuple[int, str, str], ...]:
    """Each application that was noted with a lesson: its key, company and title, and for, against or none."""
    return tuple(journal.rows(_EVIDENCE, lesson_id))


def interviews_of(journal: Journal, lesson_id: int) -> tuple[int, ...]:
    """The interviews that speak for a lesson."""
    return tuple(key for (key,) in journal.rows(_INTERVIEWS, lesson_id))


def by_key(journal: Journal, keys: Iterable[int]) -> tuple[LessonFact, ...]:
    """The lessons with these keys, those often seen first."""
    marks = ",".join(str(int(key)) for key in keys)
    return _facts(journal, f"l.id IN ({marks})")


_KNOWN = """
SELECT l.id, l.text, (SELECT count(*) FROM lesson_evidence e WHERE e.lesson_id = l.id)
FROM lesson l WHERE l.deleted_at IS NULL AND l.status <> ?
"""

_APPLICATIONS = "SELECT application_id FROM lesson_evidence WHERE lesson_id = ?"

_EVIDENCE = """
SELECT a.id, trim(c.name || ', ' || a.title, ', '), e.stance FROM lesson_evidence e
JOIN application a ON a.id = e.application_id JOIN company c ON c.id = a.company_id
WHERE e.lesson_id = ? AND e.deleted_at IS NULL AND a.deleted_at IS NULL ORDER BY e.id
"""

_INTERVIEWS = """
SELECT e.interview_id FROM lesson_evidence e JOIN interview i ON i.id = e.interview_id
WHERE e.lesson_id = ? AND e.stance = 'for' AND e.deleted_at IS NULL AND i.deleted_at IS NULL ORDER BY i.id
"""

_SPOKEN_FOR = """
SELECT l.id FROM lesson_evidence e JOIN lesson l ON l.id = e.lesson_id
WHERE e.application_id = ? AND l.deleted_at IS NULL AND l.status <> ?
"""

_WEIGHT = """
SELECT count(DISTINCT CASE e.stance WHEN 'for' THEN a.id END),
  count(DISTINCT CASE e.stance WHEN 'for' THEN a.company_id END),
  count(DISTINCT CASE e.stance WHEN 'against' THEN a.id END)
FROM lesson_evidence e JOIN application a ON a.id = e.application_id LEFT JOIN interview i ON i.id = e.interview_id
WHERE e.lesson_id = ? AND e.deleted_at IS NULL AND a.deleted_at IS NULL AND i.deleted_at IS NULL
"""

_SOURCES = """
SELECT l.id, l.text, l.status, a.id, c.name, COALESCE(i.held_at, i.planned_at, a.applied_on), e.id
FROM lesson l
LEFT JOIN lesson_evidence e ON e.lesson_id = l.id AND e.stance = 'for' AND e.deleted_at IS NULL
LEFT JOIN interview i ON i.id = e.interview_id
LEFT JOIN application a ON a.id = e.application_id AND a.deleted_at IS NULL AND i.deleted_at IS NULL
LEFT JOIN company c ON c.id = a.company_id
WHERE l.deleted_at IS NULL AND {which}
ORDER BY l.id, COALESCE(i.held_at, i.planned_at, a.applied_on) DESC, e.id DESC
"""


def _facts(journal: Journal, which: str, *values: Any, newest: bool = False) -> tuple[LessonFact, ...]:
    found: dict[int, tuple[str, str, list[str]]] = {}
    weight: dict[int, int] = {}
    for key, text, status, application, company, at, evidence in journal.rows(
        _SOURCES.format(which=which), *values
    ):
        _text, _status, sources = found.setdefault(key, (text, status, []))
        weight[key] = max(weight.get(key, 0), evidence or 0)
        if application is not None:
            sources.append(_source(journal, company, at))
    facts = [LessonFact(key, text, status, len(s), tuple(s)) for key, (text, status, s) in found.items()]
    if newest:
        return tuple(sorted(facts, key=lambda fact: -weight[fact.id]))
    return tuple(
        sorted(facts, key=lambda fact: (fact.status == LessonStatus.RETIRED, -fact.times, -weight[fact.id]))
    )


def _source(journal: Journal, company: str, at: str | None) -> str:
    on = day(at)
    if on is None:
        return company
    when = day_of_month(on) if on.year == journal.now().year else long_day(on)
    return _("{company}, {day}").format(company=company, day=when)


def _weigh(journal: Journal, lesson_id: int) -> None:
    """Set what the evidence makes of a lesson."""
    speaks, companies, against = journal.row(_WEIGHT, lesson_id) or (0, 0, 0)
    seen_again = speaks >= 2 and companies >= 2 and speaks > against
    status = str(LessonStatus.SUPPORTED if seen_again else LessonStatus.HYPOTHESIS)
    Lesson.change(lesson_id, status=status)


def _same(journal: Journal, text: str) -> int | None:
    """The lesson that says this already, however its letters are written."""
    wanted = text.casefold()
    for key, known in journal.rows("SELECT id, text FROM lesson WHERE deleted_at IS NULL"):
        if " ".join(known.split()).casefold() == wanted:
            return int(key)
    return None


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise Trouble(_("A lesson needs a few words."), _("One short sentence is enough."))
    return text


def _get(journal: Journal, lesson_id: int) -> Any:
    return about.living(journal, Lesson, lesson_id, _("This lesson is not there any more."))
