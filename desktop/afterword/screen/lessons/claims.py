"""What the numbers say: at most five claims, each with its counts, and the person's answer to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from afterword.insight.account import Account
from afterword.insight.cards.card import COLLECTING, Card
from afterword.insight.cards.page import claimed
from afterword.screen.look import Look
from afterword.screen.pieces import boxes
from afterword.screen.pieces.boxes import column, hairline, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.words import N_, _

ANSWERS = (("agree", N_("True for me")), ("unsure", N_("Not sure")), ("disagree", N_("Not so")))
TITLES = {
    "I-01": N_("Larger numbers"), "I-02": N_("Several in a row"), "I-03": N_("Where it ends"),
    "I-04": N_("Step by step"),
    "I-05": N_("A gap"), "I-06": N_("Known, not said"), "I-07": N_("Failed beside passed"), "I-08": N_("Your forecast"),
    "I-09": N_("Waiting"), "I-10": N_("Probably silent"), "I-11": N_("It eases"), "I-12": N_("Heavy days"),
    "I-13": N_("In sync with the market"), "I-14": N_("Changes put off"), "I-15": N_("Confirmed"),
    "I-16": N_("Asked again"), "I-17": N_("What noes became"), "I-18": N_("Reasons given"), "I-19": N_("Over time"),
    "I-20": N_("The next tries"),
}  # fmt: skip


class Claims(boxes.Card):
    """`answers` is told key, subject and answer; `opens` what is behind a claim."""

    def __init__(
        self, look: Look, found: Account, verdicts: Mapping[tuple[str, str], str],
        answers: Callable[[str, str, str], object], opens: Callable[[str, tuple[int, ...]], object],
    ) -> None:  # fmt: skip
        super().__init__(look)
        self._look, self._answers, self._opens = look, answers, opens
        shown = claimed(found.cards, found.hushed, verdicts)
        parts: list[object] = [label(_("What the numbers say"), "lead")]
        for card in shown:
            parts += [self._claim(card, verdicts.get((card.key, card.subject), "")), hairline(look)]
        if shown:
            parts.pop()
        wait = [each for each in found.cards if each.state == COLLECTING and each.need]
        if wait:
            told = ", ".join(f"{_(TITLES[each.key]).lower()} {each.have}/{each.need}" for each in wait)
            parts.append(label(_("Not enough yet for: {cards}.").format(cards=told), "small", "text3", wrap=True))
        self.setLayout(column(*parts, "*", space=7, margins=(18, 14, 18, 14)))

    def _claim(self, card: Card, said: str) -> QWidget:
        made = QWidget()
        buttons = []
        for answer, text in ANSWERS:
            one = button(self._look, _(text), "soft" if said == answer else "quiet")
            one.setAccessibleName(f"{_(TITLES[card.key])}: {_(text)}")
            fresh = "" if said == answer else answer
            one.clicked.connect(lambda _on=False, a=fresh: self._answers(card.key, card.subject, a))
            buttons.append(one)
        title = button(self._look, _(TITLES[card.key]), "link")
        title.setEnabled(bool(card.applications))
        title.clicked.connect(lambda: self._opens(card.text, card.applications))
        words = column(row(title, "*"), label(card.text, "body", "text", wrap=True), space=0)
        made.setLayout(row((words, 1), *buttons, space=2))
        made.setAccessibleName(card.text)
        return made
