"""What is behind a number: the interviews and applications it counts, each a step from being read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from afterword.insight.cards.card import Past
from afterword.journal.episodes import Episode, Meeting
from afterword.journal.terms import Stage
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.words import _, n_, short_day


class BehindSheet(Sheet):
    """Enter, or a double click, goes there."""

    chosen = Signal(object)  # interview or application

    def __init__(self, look: Look, title: str, past: Past, keys: Iterable[int], parent: QWidget) -> None:
        found = lines(past, keys)
        super().__init__(look, parent, title, n_("{n} behind it.", "{n} behind it.", len(found)), wide=520)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What is behind it"))
        for key, text in found:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.setMinimumHeight(look.px(min(360, 40 + 26 * len(found))))
        self.below(self.list, 1)
        self.finish(_("Show it"), self._go)
        self.list.setFocus()

    def _go(self) -> None:
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def lines(past: Past, keys: Iterable[int]) -> list[tuple[int, str]]:
    """Each key with its words; keys may be of interviews and of applications."""
    meetings = {meeting.id: (each, meeting) for each in past.episodes for meeting in each.meetings}
    known = {each.id: each for each in past.episodes}
    found = []
    for key in keys:
        if key in meetings:
            found.append((key, _interview(*meetings[key])))
        elif key in known:
            found.append((key, _application(known[key])))
    return found


def _interview(episode: Episode, meeting: Meeting) -> str:
    when = short_day(meeting.at) if meeting.at else ""
    return ", ".join(part for part in (episode.company, Stage(meeting.stage).label.lower(), when) if part)


def _application(episode: Episode) -> str:
    when = short_day(episode.since) if episode.since else ""
    return ", ".join(part for part in (episode.company, episode.title, episode.status.label.lower(), when) if part)
