"""The five parts at the left: where one is, and what is there already. Any order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from afterword.journal.terms import Direction, ReflectionKind
from afterword.screen.debrief.feelings import moments
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import Panel, column
from afterword.screen.pieces.buttons import Part
from afterword.screen.pieces.labels import label
from afterword.words import N_, _, n_

WIDE = 212
PARTS = (
    N_("What happened"), N_("The questions"), N_("How it felt"), N_("What it was about"), N_("What I take with me"),
)  # fmt: skip
KIND = ReflectionKind.DEBRIEF.value
State = tuple[str, str]  # words, mark
NOT_YET = N_("Not yet")


class Outline(Topic):
    """One button a part."""

    chosen = Signal(int)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.setAccessibleName(_("The five parts"))
        self.parts = [Part(self.look, number, _(title)) for number, title in enumerate(PARTS, 1)]
        for index, part in enumerate(self.parts):
            part.clicked.connect(lambda _on=False, i=index: self.chosen.emit(i))
        panel = Panel(self.look, "page")
        head = label(_("Five short parts, any order"), "small", "text3", wrap=True)
        panel.setLayout(column(head, 2, *self.parts, "*", space=3, margins=(12, 22, 8, 12)))
        self.setLayout(column((panel, 1), space=0))
        self.look.changed.connect(self._fit)
        self._fit()
        self.show_current(0)
        self.refresh()

    def _fit(self) -> None:
        self.setFixedWidth(self.look.px(WIDE))

    def show_current(self, index: int) -> None:
        for number, part in enumerate(self.parts):
            part.setChecked(number == index)

    def refresh(self) -> None:
        for part, (words, mark) in zip(self.parts, states(self.sitting), strict=True):
            part.set(words, mark)


def states(sitting: Sitting) -> Sequence[State]:
    """What is there of each part."""
    return (
        _written(sitting, "looked_for", "happened"),
        _questions(sitting),
        _felt(sitting),
        _about(sitting),
        _taken(sitting),
    )


def _written(sitting: Sitting, *keys: str) -> State:
    written = [key for key in keys if sitting.answered(KIND, key).strip()]
    if not written:
        return _(NOT_YET), "none"
    return _("Written"), "done" if len(written) == len(keys) or "happened" in written else "open"


def _questions(sitting: Sitting) -> State:
    found = sitting.story.questions
    if not found:
        return _(NOT_YET), "none"
    whole = all(each.mark and (each.mark != "stuck" or each.now) for each in found)
    return n_("{n} noted", "{n} noted", len(found)), "done" if whole else "open"


def _felt(sitting: Sitting) -> State:
    asked = moments(sitting)
    said = {each.moment for each in sitting.story.feelings}.intersection(asked)
    if not said:
        return _(NOT_YET), "none"
    words = _("{n} of {total} moments").format(n=len(said), total=len(asked))
    return words, "done" if len(said) == len(asked) else "open"


def _about(sitting: Sitting) -> State:
    factors = [factor for each in sitting.story.reflections for factor in each.factors]
    if factors:
        said_way = any(factor.direction == Direction.HURT for factor in factors)
        return n_("{n} named", "{n} named", len(factors)), "done" if said_way else "open"
    state = _written(sitting, "helped", "in_the_way", "other_way")
    return state if state[1] == "none" else (state[0], "open")


def _taken(sitting: Sitting) -> State:
    story = sitting.story
    if story.lessons:
        return n_("{n} lesson", "{n} lessons", len(story.lessons)), "done"
    if any(each.nothing_to_learn for each in story.reflections):
        return _("Nothing to learn"), "done"
    if story.actions:
        return _("One plan"), "open"
    state = _written(sitting, "friend", "taught")
    return state if state[1] == "none" else (state[0], "open")
