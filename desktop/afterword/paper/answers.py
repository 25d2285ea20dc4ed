"""The answers of all reflections on one interview, each under the question that was asked."""

from __future__ import annotations

from collections.abc import Mapping

from afterword import places
from afterword.journal import prompts
from afterword.journal.prompts import PromptSet
from afterword.journal.stories import Story
from afterword.paper.blocks import Prose
from afterword.words import _

_ELSEWHERE = ("feelings", "chance", "enough", "go_on")  # printed as feelings, or never an answer
OTHER = "other"


def bundled() -> Mapping[str, PromptSet]:
    """The prompt sets that come with the program."""
    return prompts.load(places.resources() / prompts.FOLDER)


def by_part(story: Story, sets: Mapping[str, PromptSet]) -> dict[str, tuple[Prose, ...]]:
    """Part of the debrief → its answers, oldest reflection first; what stands elsewhere on the page is left out."""
    printed = {_same(story.taught), _same(story.application.reason_text), ""}
    printed |= {_same(lesson.text) for lesson in story.lessons}
    found: dict[str, list[Prose]] = {}
    for reflection in sorted(story.reflections, key=lambda each: each.opened_at):
        asked = sets.get(reflection.prompt_set)
        for key, text in _in_order(reflection.answers, asked):
            if key in _ELSEWHERE or _same(text) in printed:
                continue
            printed.add(_same(text))
            label, part = _asked(key, asked)
            found.setdefault(part, []).append(Prose(label, text.strip()))
    return {part: tuple(proses) for part, proses in found.items()}


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _in_order(answers: Mapping[str, str], asked: PromptSet | None) -> list[tuple[str, str]]:
    order = [prompt.key for prompt in asked.prompts] if asked else []
    last = len(order)
    return sorted(answers.items(), key=lambda item: order.index(item[0]) if item[0] in order else last)


def _asked(key: str, asked: PromptSet | None) -> tuple[str, str]:
    """The question and its part; an answer to a prompt that is gone keeps its key as the label."""
    for prompt in asked.prompts if asked else ():
        if prompt.key == key:
            return _(prompt.text), prompt.part or OTHER
    return key.replace("_", " ").capitalize(), OTHER
