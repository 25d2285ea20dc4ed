"""What the editor does in one act: verbs of the journal joined, so that one undo takes back one thing."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.journal import lessons, questions, reflections
from afterword.journal.change import verb
from afterword.journal.store import Journal
from afterword.journal.stories import ReflectionFact
from afterword.words import N_

STAYED = "stayed"  # the answer that is a question of the log at the same time


def newest(found: Sequence[ReflectionFact], kind: str) -> ReflectionFact | None:
    """The reflection of this kind that is written in: the last one, whether it was finished or not."""
    return next((each for each in reversed(found) if each.kind == kind), None)


def _open(journal: Journal, interview_id: int, kind: str) -> int:
    found = newest(reflections.of(journal, interview_id), kind)
    return found.id if found else reflections.start(journal, interview_id, kind)


@verb(N_("typing"))
def answer(journal: Journal, interview_id: int, kind: str, key: str, text: str, seconds: int = 0) -> None:
    """Write under one prompt. The first word begins the reflection."""
    reflection_id = _open(journal, interview_id, kind)
    reflections.answer(journal, reflection_id, key, text)
    if seconds:
        reflections.spend(journal, reflection_id, seconds)


@verb(N_("typing"))
def stay(journal: Journal, interview_id: int, kind: str, text: str) -> None:
    """Write the question that stayed: the answer to the prompt, and the same words in the question log."""
    reflection_id = _open(journal, interview_id, kind)
    written = newest(reflections.of(journal, interview_id), kind)
    old = written.answers.get(STAYED, "") if written else ""
    log = questions.of(journal, interview_id)
    same = next((each for each in log if old and each.text == old), None)
    if same is None and text.strip():
        if not any(each.text == text for each in log):
            questions.add(journal, interview_id, text)
    elif same is not None and (text.strip() or same.said or same.now or same.quality is not None):
        questions.write(journal, same.id, text=text)
    elif same is not None:
        questions.remove(journal, same.id)
    reflections.answer(journal, reflection_id, STAYED, text)


@verb(N_("typing"))
def reword(journal: Journal, interview_id: int, question_id: int, text: str) -> None:
    """Change a question; where it is also the one that stayed, it says the same there."""
    old = next((each.text for each in questions.of(journal, interview_id) if each.id == question_id), "")
    questions.write(journal, question_id, text=text)
    for each in reflections.of(journal, interview_id):
        if old and each.answers.get(STAYED) == old:
            reflections.answer(journal, each.id, STAYED, text)


@verb(N_("what it was about"))
def add_factor(
    journal: Journal, interview_id: int, kind: str, factor_type: str, direction: str, *, control: str, evidence: str
) -> int:
    """Something that helped or got in the way. The first one begins the reflection."""
    reflection_id = _open(journal, interview_id, kind)
    return reflections.add_factor(
        journal, reflection_id, factor_type, direction=direction, control=control, evidence=evidence
    )


@verb(N_("lesson"))
def take(journal: Journal, interview_id: int, was: int, text: str) -> None:
    """One sentence to take along, in place of lesson `was` (0: none). A lesson that others share keeps its words."""
    old = next((each for each in lessons.of(journal, interview_id) if each.id == was), None)
    if old is not None and text and old.times <= 1:
        lessons.rename(journal, old.id, text)
        return
    if old is not None:
        lessons.unlearn(journal, interview_id, old.id)
    if text:
        lessons.learn(journal, interview_id, text)


@verb(N_("lesson"))
def join(journal: Journal, interview_id: int, was: int, lesson_id: int) -> None:
    """Take a lesson along that is known already, in place of the one being written."""
    if was and was != lesson_id:
        lessons.unlearn(journal, interview_id, was)
    lessons.learn(journal, interview_id, "…", lesson_id=lesson_id)


@verb(N_("finish debrief"))
def finish(journal: Journal, interview_id: int, kind: str) -> None:
    """Enough for today. However little was written, it is whole."""
    reflections.complete(journal, _open(journal, interview_id, kind))
