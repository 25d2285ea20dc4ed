"""Date and number fields, where the style sheet does not reach: red weekends, a number that sticks to its edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QSpinBox, QToolButton

from afterword.screen.look import Look


def calm_calendar(look: Look, field: QDateTimeEdit) -> None:
    """Give a date field its popup, with weekends in the colour of any day: red is for danger to data only."""
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        arrow = calendar.findChild(QToolButton, name)
        if isinstance(arrow, QToolButton):
            arrow.setIcon(look.icon(icon))


def roomy(look: Look, field: QSpinBox) -> None:
    """Room before the digits: inside a number field Qt ignores the padding of the style sheet."""
    field.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
