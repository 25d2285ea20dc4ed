"""Beside the editor: what was written last time, the facts, two sentences for when words stay away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from afterword.journal import prompts as prompt_sets
from afterword.journal import reflections
from afterword.journal.stories import Story
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import Card, Panel, column, hairline, row, scroll
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.marks import Icon
from afterword.words import _, clock, day_of_month, days, n_, short_day, weekday

WIDE = 292
ADVERT = 160  # characters of the advert that fit as one line of facts


class Aside(Topic):
    """Read only; made again when the facts change."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.setAccessibleName(_("Beside the editor"))
        self._facts: object = None
        self._body = QWidget()
        self._down = QVBoxLayout(self._body)
        px = self.look.px
        self._down.setContentsMargins(px(18), px(20), px(18), px(16))
        self._down.setSpacing(px(9))
        panel = Panel(self.look, "page", "l")
        panel.setLayout(column((scroll(self._body), 1), space=0, margins=(1, 0, 0, 0)))
        self.setLayout(column((panel, 1), space=0))
        self.look.changed.connect(self._fit)
        self._fit()
        self.refresh()

    def _fit(self) -> None:
        self.setFixedWidth(self.look.px(WIDE))

    def refresh(self) -> None:
        story = self.sitting.story
        last = reflections.last_time(self.sitting.desk.journal, self.sitting.interview_id)
        facts = facts_of(story)
        if (last, facts) == self._facts:
            return
        self._facts = (last, facts)
        while item := self._down.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if last is not None:
            card = Card(self.look, "taught_wash", "taught_line")
            when = short_day(last.on, self.sitting.today)
            head = label(_("Last time, {day}").format(day=when), "small_m", "taught")
            words = label(f"“{last.text}”", "quote", wrap=True, select=True)
            card.setLayout(
                column(head, words, label(last.source, "small", "text2", wrap=True), space=6, margins=(14, 12, 14, 12))
            )
            self._down.addWidget(card)
            self._down.addSpacing(self.look.px(8))
        self._down.addWidget(label(_("About this interview"), "body_s"))
        for icon, text in facts:
            self._down.addWidget(self._fact(icon, text))
        self._down.addSpacing(self.look.px(8))
        self._down.addWidget(hairline(self.look))
        self._down.addSpacing(self.look.px(4))
        self._words()
        self._down.addStretch(1)

    def _fact(self, icon: str, text: str) -> QWidget:
        line = QWidget()
        picture = column(1, Icon(self.look, icon, "text3", 15), "*", space=0)
        line.setLayout(row(picture, (label(text, "body", "text2", wrap=True, select=True), 1), space=9))
        return line

    def _words(self) -> None:
        found = self.sitting.prompts.get(prompt_sets.WORDS)
        if found is not None:
            self._down.addWidget(label(_(found.title), "body_s"))
            for prompt in found.prompts:
                self._down.addWidget(label(_(prompt.text), "body", "text2", wrap=True))


def facts_of(story: Story) -> list[tuple[str, str]]:
    """(icon, line) for what is known: when, with whom, the answer, the advert."""
    found = []
    if story.at is not None:
        parts = [f"{weekday(story.at)} {short_day(story.at)}", clock(story.at)]
        if story.duration_min:
            parts.append(n_("{n} minute", "{n} minutes", story.duration_min))
        found.append(("calendar", ", ".join(parts)))
    people = story.interview_people or story.application.people
    if people:
        found.append(("users", " ".join(people.split())))
    answer = next((stop for stop in story.road if stop.kind == "answer"), None)
    if answer is not None:
        text = _("Answer on {day}").format(day=day_of_month(answer.on))
        after = (answer.on - story.at.date()).days if story.at else 0
        if after > 0:
            text = _("{answer}, after {days}").format(answer=text, days=days(after))
        found.append(("mail", text))
    advert = " ".join(story.application.ad_text.split())
    if advert:
        short = advert if len(advert) <= ADVERT else advert[: ADVERT - 1].rstrip() + "…"
        found.append(("file-text", _("The advert: {text}").format(text=short)))
    return found
