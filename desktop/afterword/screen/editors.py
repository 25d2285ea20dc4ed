"""The inline editors of the table: filled once when made, asked once when they close."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QWidget

from afterword.journal.stories import Row
from afterword.journal.terms import Stage
from afterword.screen.look import Look
from afterword.words import _

LONGEST_LESSON = 300


class StageEditor(QComboBox):
    """One of the stages, by their names for people."""

    finished = Signal()

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Stage"))
        for each in Stage:
            self.addItem(each.label, each.value)
        self.setCurrentIndex(max(0, self.findData(row.stage)))
        self._before = self.entered
        self.activated.connect(lambda _at: self.finished.emit())

    @property
    def entered(self) -> str:
        return str(self.currentData())

    @property
    def changed(self) -> bool:
        return self.entered != self._before


class DateEditor(QDateTimeEdit):
    """Day and hour of an interview; the day alone for an application."""

    def __init__(self, row: Row, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Date"))
        self._whole_day = row.kind == "application"
        self.setDisplayFormat("d MMM yyyy" if self._whole_day else "d MMM yyyy HH:mm")
        at = row.at or datetime.combine(today, datetime.min.time())
        self.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))
        self._before = self.entered if row.at else None

    @property
    def entered(self) -> date | datetime:
        self.interpretText()
        day, time = self.date(), self.time()
        if self._whole_day:
            return date(day.year(), day.month(), day.day())
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())

    @property
    def changed(self) -> bool:
        return self.entered != self._before


class LessonEditor(QLineEdit):
    """The sentence an interview left, in the person's own words."""

    def __init__(self, look: Look, row: Row, parent: QWidget) -> None:
        super().__init__(row.lesson, parent)
        self.setAccessibleName(_("What it left, in one line"))
        self.setFont(look.font("own"))
        self.setMaxLength(LONGEST_LESSON)
        self.setPlaceholderText(_("In one line"))
        self.selectAll()
        self._before = self.entered

    @property
    def entered(self) -> str:
        return " ".join(self.text().split())

    @property
    def changed(self) -> bool:
        return self.entered != self._before


Editor = StageEditor | DateEditor | LessonEditor


def make(key: str, look: Look, row: Row, today: date, parent: QWidget) -> Editor:
    """The editor of one cell."""
    if key == "stage":
        return StageEditor(row, parent)
    if key == "date":
        return DateEditor(row, today, parent)
    return LessonEditor(look, row, parent)
