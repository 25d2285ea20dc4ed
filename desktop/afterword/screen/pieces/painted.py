"""What all painted buttons share: hover, press, a focus ring for the keyboard, sizes that follow the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from afterword.screen.look import Look

POINTED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Painted(QAbstractButton):
    """A button that draws itself; screen readers see role, name and state as of any button."""

    def __init__(self, look: Look, text: str, *, checkable: bool = False) -> None:
        super().__init__()
        self.look = look
        self._ring = False
        self.setText(text.replace("&", "&&"))  # "R&D" is a name here, never a mnemonic
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.restyle)

    def words(self) -> str:
        """The text as it is drawn."""
        return self.text().replace("&&", "&")

    def restyle(self) -> None:
        """Theme or text size changed."""
        self.updateGeometry()
        self.update()

    def shade(self, rest: str, hover: str, pressed: str) -> str:
        """Which token fits the pointer's doing."""
        if self.isDown():
            return pressed
        return hover if self.underMouse() and self.isEnabled() else rest

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() not in POINTED or (
            self._ring and event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        )
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        super().keyPressEvent(event)
        self.update()

    def paint_ring(self, painter: QPainter, area: QRectF, radius: float) -> None:
        """2 px in accent, for whoever came by keyboard."""
        if self.hasFocus() and self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
