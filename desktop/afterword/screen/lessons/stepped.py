"""How often one step led to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from afterword.insight.limits import RANGE_FROM
from afterword.insight.proportions import Share
from afterword.insight.rounds import Step
from afterword.screen.charts.steps import Graded
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card, column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.words import N_, _

_NAMES = {
    "first": N_("Application to first conversation"), "second": N_("First to second round"),
    "offer": N_("Second round to offer"), "accepted": N_("Offer to your yes"),
}  # fmt: skip


class StepsCard(Card):
    """Only decided cases count."""

    def __init__(self, look: Look, steps: Sequence[Step], opens: Callable[[str, tuple[int, ...]], object]) -> None:
        super().__init__(look)
        self._look, self._opens = look, opens
        parts: list[object] = [
            label(_("How often one step led to the next"), "lead"),
            label(_("Darker is more likely. Only decided cases count."), "small", "text2"),
        ]
        parts += [self._step(step) for step in steps]
        ends = (_("never"), _("half the time"), _("always"))
        marks = [label(each, "caption", "text3") for each in ends]
        parts.append(row(6, marks[0], "*", marks[1], "*", marks[2], 6))
        self.setLayout(column(*parts, "*", space=5, margins=(18, 14, 18, 12)))

    def _step(self, step: Step) -> QWidget:
        words, name = _in_words(step.share), _(_NAMES[step.name])
        made = QWidget()
        count = button(self._look, _("{k} of {n}").format(k=step.share.k, n=step.share.n), "link")
        count.setAccessibleName(f"{name}: {count.text()}. {words}")
        count.setEnabled(bool(step.share.n))
        count.clicked.connect(lambda: self._opens(f"{name}: {count.text()}", (*step.on, *step.ended)))
        bar = Graded(self._look, step.share, f"{name}: {words}")
        made.setLayout(column(row(label(name, "body"), "*", count), bar, label(words, "small", "text2"), space=1))
        return made


def _in_words(share: Share) -> str:
    if share.n < RANGE_FROM:
        return _("Too few to say anything yet") if share.n else _("Nothing yet")
    low, high = max(0, round(share.low * 10)), min(10, round(share.high * 10))
    about = round((share.value or 0) * 10)
    return _("About {about} in 10; could be {low} to {high}").format(about=about, low=low, high=high)
