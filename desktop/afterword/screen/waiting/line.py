"""One open answer: who, how long, against what, and what may be done about it. Nothing has to be."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from afterword.insight.waiting import INTERVIEW, Open
from afterword.journal.terms import Stage
from afterword.screen.charts.silence import SilenceBar
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import LinkButton, button
from afterword.screen.pieces.labels import Elide, label
from afterword.words import _, days, n_, short_day

_AHEAD = (1, 3, 7, 14)  # days


class WaitingLine(QWidget):
    """Signals what was asked for, with the key of the application."""

    opened = Signal(object)
    note_wanted = Signal(object)
    silent_wanted = Signal(object)
    remind_wanted = Signal(object, object)  # application, day; None takes the reminder away; 0 asks for a day

    def __init__(self, look: Look, waiting: Open, whole: int, reminder: date | None, today: date) -> None:
        super().__init__()
        self.key = waiting.silence.episode.id
        self._look = look
        episode = waiting.silence.episode
        self.company = LinkButton(look, episode.company)
        self.company.clicked.connect(lambda: self.opened.emit(self.key))
        words = label(_words(waiting, today), "small", "text2", wrap=True)
        count = label(days(waiting.days), "body_s")
        left, acts = QWidget(), QWidget()
        left.setLayout(
            column(
                "*",
                row(self.company, "*"),
                row(3, (Elide(look, _since(waiting), "small", "text2"), 1), space=0),
                "*",
                space=0,
            )
        )
        left.setFixedWidth(look.px(176))
        count.setMinimumWidth(look.px(58))
        acts.setLayout(row(*self._acts(waiting, reminder, today), "*", space=6))
        acts.setFixedWidth(look.px(246))
        bar = column("*", SilenceBar(look, waiting.days, waiting.usual, whole), words, "*", space=3)
        self.setLayout(row(left, (bar, 1), count, acts, space=14, margins=(18, 6, 12, 6)))
        self.setAccessibleName(f"{episode.company}, {_since(waiting)}, {days(waiting.days)}")

    def _acts(self, waiting: Open, reminder: date | None, today: date) -> list[QWidget]:
        self.remind = button(self._look, _("Remind me"), "quiet")
        if reminder:
            self.remind.setText(_("On {day}").format(day=short_day(reminder)))
            self.remind.setAccessibleName(_("Reminder on {day}").format(day=short_day(reminder)))
        self.remind.setMenu(self._days(reminder, today))
        acts: list[QWidget] = [self.remind]
        self.note = self.silent = None
        if waiting.probably_silent:
            self.silent = button(self._look, _("File as no reply"))
            self.silent.setToolTip(_("You can take it back, and an answer that comes later opens it again."))
            self.silent.clicked.connect(lambda: self.silent_wanted.emit(self.key))
            acts.append(self.silent)
        elif waiting.days > waiting.usual.last or (waiting.promised and waiting.promised < today):
            self.note = button(self._look, _("Draft a note"))
            self.note.clicked.connect(lambda: self.note_wanted.emit(self.key))
            acts.append(self.note)
        return acts

    def _days(self, reminder: date | None, today: date) -> QMenu:
        menu = QMenu(self)
        for ahead in _AHEAD:
            on = today + timedelta(days=ahead)
            text = n_("In {n} day", "In {n} days", ahead) + f", {short_day(on)}"
            menu.addAction(text).triggered.connect(lambda _on=False, o=on: self.remind_wanted.emit(self.key, o))
        menu.addAction(_("Choose a day…"), lambda: self.remind_wanted.emit(self.key, 0))
        if reminder:
            menu.addAction(_("No reminder"), lambda: self.remind_wanted.emit(self.key, None))
        menu.addSeparator()
        menu.addAction(_("Draft a note…"), lambda: self.note_wanted.emit(self.key))
        return menu


def _since(waiting: Open) -> str:
    silence = waiting.silence
    if silence.after == INTERVIEW:
        held = [each for each in silence.episode.meetings if each.at == silence.since]
        what = Stage(held[-1].stage).label if held else _("Interview")
    else:
        what = silence.episode.title or _("Applied")
    return f"{what}, {short_day(silence.since)}"


def _words(waiting: Open, today: date) -> str:
    """The silence in words; what they promised first."""
    if waiting.promised and waiting.promised >= today:
        return _("They said by {day}.").format(day=short_day(waiting.promised))
    if waiting.days <= waiting.usual.last:
        text = _("Inside the usual range") if waiting.days >= waiting.usual.first else _("Most answers take longer")
    elif waiting.later is None:
        text = _("Longer than the usual range")
    else:
        text = _("Longer than most; about {n} in 10 of yours still came").format(n=round(waiting.later * 10))
    if waiting.promised:
        text = _("They said by {day}, which has passed.").format(day=short_day(waiting.promised)) + " " + text
    return text
