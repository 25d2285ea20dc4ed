"""Reflections: what was written after an interview, in a person's own time, and never lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from afterword.journal import about, prompts
from afterword.journal import versions as earlier
from afterword.journal.change import verb
from afterword.journal.records import Factor, Reflection, ReflectionAnswer, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import FactorFact, LastTime, ReflectionFact
from afterword.journal.terms import Control, Direction, Evidence, FactorType, ReflectionKind, Stage
from afterword.words import N_, _

# Which answer stands for a whole reflection, best first.
TELLING = ("taught", "friend", "ask_again", "in_the_way", "stayed", "happened", "went_right")


@verb(N_("debrief"))
def start(journal: Journal, interview_id: int, kind: str) -> int:
    """The open reflection of this kind, or a new one."""
    kind = str(ReflectionKind(kind))
    application_id = about.application_of(journal, interview_id)
    if kind == ReflectionKind.CAPTURE:
        about.took_place(journal, interview_id)
    found = journal.row(
        "SELECT id FROM reflection WHERE interview_id = ? AND kind = ? AND completed_at IS NULL "
        "AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        interview_id,
        kind,
    )
    if found:
        return int(found[0])
    return Reflection.add(
        application_id=application_id,
        interview_id=interview_id,
        kind=kind,
        prompt_set=prompts.newest_id(kind),
        opened_at=journal.now().isoformat(),
    )


@verb(N_("typing"))
def answer(journal: Journal, reflection_id: int, key: str, text: str) -> None:
    """Write under one prompt; what stood there is kept as an earlier version of (`reflection_id`, `key`)."""
    _get(journal, reflection_id)
    found = ReflectionAnswer.get_or_none(
        ReflectionAnswer.reflection == reflection_id, ReflectionAnswer.prompt_key == key
    )
    if found is None:
        if text:
            ReflectionAnswer.add(reflection_id=reflection_id, prompt_key=key, text=text)
    elif found.text != text or found.deleted_at:
        earlier.before(journal, reflection_id, key, found.text, text)
        ReflectionAnswer.change(found.id, text=text, deleted_at=None)


@verb(N_("finish debrief"))
def complete(journal: Journal, reflection_id: int) -> None:
    """Enough for now. However little was written, it is whole."""
    if not _get(journal, reflection_id).completed_at:
        Reflection.change(reflection_id, completed_at=journal.now().isoformat())


@verb(N_("nothing to learn here"))
def nothing_to_learn(journal: Journal, interview_id: int, yes: bool = True) -> None:
    """Some interviews teach nothing, and that is a full answer. `yes=False` takes it back."""
    if yes:
        open_one = journal.row(
            "SELECT id FROM reflection WHERE interview_id = ? AND deleted_at IS NULL "
            "ORDER BY kind = 'debrief' DESC, id DESC LIMIT 1",
            interview_id,
        )
        key = int(open_one[0]) if open_one else start(journal, interview_id, ReflectionKind.DEBRIEF)
        completed_at = _get(journal, key).completed_at or journal.now().isoformat()
        if not _get(journal, key).nothing_to_learn:
            Reflection.change(key, nothing_to_learn=1, completed_at=completed_at)
        return
    for each in of(journal, interview_id):
        if each.nothing_to_learn:
            # One that holds nothing else was only made to say so.
            empty = not each.answers and not each.factors
            Reflection.change(each.id, nothing_to_learn=0, deleted_at=utc_now() if empty else None)


@verb(N_("what it was about"))
def add_factor(
    journal: Journal,
    reflection_id: int,
    factor_type: str,
    *,
    direction: str = Direction.HURT,
    control: str = Control.UNCLEAR,
    evidence: str = Evidence.GUESS,
    text: str = "",
) -> int:
    """Something that helped or got in the way, whose it was, and how one knows."""
    _get(journal, reflection_id)
    values = _codes(factor_type=factor_type, direction=direction, control=control, evidence=evidence)
    return Factor.add(reflection_id=reflection_id, text=text, **values)


@verb(N_("what it was about"))
def edit_factor(journal: Journal, /, factor_id: int, **fields: str) -> None:
    """Change factor_type, direction, control, evidence or text."""
    found = _factor(journal, factor_id)
    if "text" in fields:
        earlier.before(journal, factor_id, "text", found.text, fields["text"])
    Factor.change(factor_id, **_codes(**fields))


@verb(N_("remove reason"))
def remove_factor(journal: Journal, factor_id: int) -> None:
    _factor(journal, factor_id)
    Factor.change(factor_id, deleted_at=utc_now())


@verb(N_("time spent"))
def spend(journal: Journal, reflection_id: int, seconds: int) -> None:
    """Count time spent writing; an estimate for the person, never a target."""
    Reflection.change(reflection_id, seconds=_get(journal, reflection_id).seconds + max(0, seconds))


def of(journal: Journal, interview_id: int) -> tuple[ReflectionFact, ...]:
    """All reflections of one interview with what was written, oldest first."""
    return tuple(_fact(journal, row) for row in journal.rows(_REFLECTIONS, interview_id))


def versions(journal: Journal, subject_id: int, field: str) -> tuple[tuple[datetime, str], ...]:
    """What stood there before, newest first: (reflection, prompt key), (question, text | said | now)…"""
    return earlier.of(journal, subject_id, field)


def last_time(journal: Journal, interview_id: int) -> LastTime | None:
    """What was written after the last interview of the same kind, to stand beside the editor."""
    for key, at, company, stage in journal.rows(_ALIKE, interview_id):
        told = journal.row(_TOLD, key)
        if told:
            label = Stage(stage).label
            source = _("{company}, {stage}").format(company=company, stage=label[:1].lower() + label[1:])
            return LastTime(date.fromisoformat(at[:10]), told[0], source)
    return None


_REFLECTIONS = """
SELECT id, kind, prompt_set, opened_at, completed_at, nothing_to_learn FROM reflection
WHERE interview_id = ? AND deleted_at IS NULL ORDER BY opened_at, id
"""

# The most telling answer of one interview; its lesson comes right after what it was taken from.
_TOLD = f"""
SELECT text FROM (
  SELECT t.text AS text, CASE t.prompt_key
    {" ".join(f"WHEN '{key}' THEN {number}" for number, key in enumerate(TELLING))} ELSE 99 END AS rank
  FROM reflection r JOIN reflection_answer t ON t.reflection_id = r.id
  WHERE r.interview_id = ?1 AND r.deleted_at IS NULL AND t.deleted_at IS NULL AND t.text <> ''
  UNION ALL
  SELECT l.text, 0.5 FROM lesson_evidence e JOIN lesson l ON l.id = e.lesson_id
  WHERE e.interview_id = ?1 AND e.deleted_at IS NULL AND l.deleted_at IS NULL)
ORDER BY rank LIMIT 1
"""

_ALIKE = """
SELECT l.id, l.at, l.company, l.stage FROM listing l, (SELECT stage, at, company FROM listing WHERE id = ?1) this
WHERE l.kind = 'interview' AND l.stage = this.stage AND l.id <> ?1 AND l.outcome <> 'cancelled' AND l.at <> ''
  AND l.at < CASE this.at WHEN '' THEN '9999' ELSE this.at END AND (l.debrief > 0 OR l.lesson <> '')
ORDER BY l.at DESC LIMIT 20
"""


def _fact(journal: Journal, row: tuple[Any, ...]) -> ReflectionFact:
    key, kind, prompt_set, opened, completed, nothing = row
    answers = journal.rows(
        "SELECT prompt_key, text FROM reflection_answer WHERE reflection_id = ? AND text <> '' "
        "AND deleted_at IS NULL ORDER BY id",
        key,
    )
    factors = journal.rows(
        "SELECT id, factor_type, direction, control, evidence, text FROM factor "
        "WHERE reflection_id = ? AND deleted_at IS NULL ORDER BY id",
        key,
    )
    return ReflectionFact(
        key,
        kind,
        prompt_set,
        datetime.fromisoformat(opened),
        datetime.fromisoformat(completed) if completed else None,
        bool(nothing),
        dict(answers),
        tuple(FactorFact(*factor) for factor in factors),
    )


def _get(journal: Journal, reflection_id: int) -> Any:
    return about.living(journal, Reflection, reflection_id, _("This debrief is not there any more."))


def _factor(journal: Journal, factor_id: int) -> Any:
    return about.living(journal, Factor, factor_id, _("This reason is not there any more."))


def _codes(**fields: str) -> dict[str, str]:
    """Refuse a code that is none; a bug, not trouble."""
    kinds = {"factor_type": FactorType, "direction": Direction, "control": Control, "evidence": Evidence}
    return {name: str(kinds[name](value)) if name in kinds else value for name, value in fields.items()}
