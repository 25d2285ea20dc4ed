"""The strip above the table: the next interview within a week, and its sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from afterword.journal import interviews
from afterword.journal.stories import Story
from afterword.journal.terms import Stage
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import Elide
from afterword.screen.pieces.marks import Icon
from afterword.words import _, clock, n_, weekday


class NextUp(Card):
    """Hidden while nothing comes up."""

    read_wanted = Signal(object)  # id of the interview

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, "accent_wash", "accent_line")
        self._look, self._desk = look, desk
        self._key = 0
        self._told = ("", "", "")
        self._narrow = False
        self._title = Elide(look, "", "body_s")
        self._facts = Elide(look, "", "small", "text2")
        self.read = button(look, _("Read before you go"), "soft", "scroll-text")
        self.read.clicked.connect(lambda: self.read_wanted.emit(self._key))
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._facts)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(look, "calendar-clock", "accent", 18))
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.read)
        self.setAccessibleName(_("Next interview"))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._words.setSpacing(px(1))
        self._row.setSpacing(px(12))
        self._row.setContentsMargins(px(14), px(10), px(10), px(10))

    def set_narrow(self, narrow: bool) -> None:
        """Fewer words where there is little room."""
        self._narrow = narrow
        text = _("Read first") if narrow else _("Read before you go")
        self.read.setText(text)
        self.read.setAccessibleName(text)
        self._write()

    def refresh(self) -> None:
        """Ask what comes next."""
        row = interviews.next_up(self._desk.journal)
        self._key = row.id if row else 0
        self.setVisible(row is not None)
        if row is None or row.at is None:
            return
        story = interviews.story(self._desk.journal, row.id)
        title = _("{company}, {stage}").format(company=row.company, stage=Stage(row.stage).label.lower())
        days = (row.at.date() - self._desk.journal.now().date()).days
        day = _("Today") if days == 0 else _("Tomorrow") if days == 1 else weekday(row.at.date())
        when = f"{day}, {clock(row.at)}"
        if story.duration_min:
            when += " · " + n_("{n} minute", "{n} minutes", story.duration_min)
        self._told = (title, when, self._more(story))
        self._write()

    def _more(self, story: Story) -> str:
        people = " ".join(story.interview_people.split())
        return _("with {people}").format(people=people) if people else ""

    def _write(self) -> None:
        title, when, more = self._told
        self._title.set_text(title)
        self._facts.set_text(" · ".join(part for part in (when, "" if self._narrow else more) if part))
