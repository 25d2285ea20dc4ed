"""Fields that several forms use: a company that completes itself, a list of terms, a day, a moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, QStringListModel, Qt, QTime
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QDateTimeEdit, QLabel, QLineEdit, QSpinBox, QWidget

from afterword.journal import companies
from afterword.journal.terms import Term
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.pickers import calm_calendar, roomy
from afterword.words import _


class CompanyField(QLineEdit):
    """Completes from the companies that are known."""

    def __init__(self, desk: Desk, text: str = "") -> None:
        super().__init__(text)
        self._desk = desk
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.textEdited.connect(self._suggest)

    def _suggest(self, text: str) -> None:
        self._known.setStringList(list(companies.suggest(self._desk.journal, text)) if text.strip() else [])


def labelled(look: Look, text: str, field: QWidget) -> QLabel:
    """The label of a field; it is the field's accessible name too, and Alt and Tab find the field by it."""
    name = label(text, "small_m", "text2")
    name.setBuddy(field)
    name.setMinimumHeight(look.px(28))  # the height of a field, so that both stand on one line
    field.setAccessibleName(text)
    if isinstance(field, QDateTimeEdit):
        calm_calendar(look, field)
    elif isinstance(field, QSpinBox):
        roomy(look, field)
    return name


def text_field(text: str = "", hint: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(hint)
    return field


def choice(terms: Iterable[Term], current: str = "", *, blank: str = "") -> QComboBox:
    """A list of terms by label; `blank` adds an empty first choice of that name."""
    box = QComboBox()
    if blank:
        box.addItem(blank, "")
    for term in terms:
        box.addItem(term.label, str(term))
    box.setCurrentIndex(max(0, box.findData(current)))
    return box


def chosen(box: QComboBox) -> str:
    return str(box.currentData() or "")


class DayField(QDateEdit):
    """A day that may be left open: the earliest value reads as "not set"."""

    NONE = QDate(1970, 1, 1)

    def __init__(self, day: date | None, parent: QWidget | None = None, *, optional: bool = False) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        if optional:
            self.setMinimumDate(self.NONE)
            self.setSpecialValueText(_("not set"))
        self.setDate(QDate(day.year, day.month, day.day) if day else self.NONE if optional else QDate.currentDate())

    def day(self) -> date | None:
        """The day, or None while it is not set."""
        value = self.date()
        return None if value == self.NONE else date(value.year(), value.month(), value.day())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The calendar of a day that is not set opens at today, not at the year that stands for nothing."""
        super().mousePressEvent(event)
        calendar = self.calendarWidget()
        if self.day() is None and calendar is not None:
            today = QDate.currentDate()
            calendar.setCurrentPage(today.year(), today.month())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on; while the day is not set there are no parts to go through, and Qt would stay for ever."""
        if self.day() is None:
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def stepBy(self, steps: int) -> None:
        """The first step from "not set" is today."""
        if self.day() is None:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)


class MomentField(QDateTimeEdit):
    """A day with its time of day."""

    def __init__(self, moment: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy, HH:mm")
        self.set_moment(moment)

    def set_moment(self, moment: datetime) -> None:
        self.setDateTime(QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)))

    def moment(self) -> datetime:
        day, clock = self.date(), self.time()
        return datetime.combine(date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()))
