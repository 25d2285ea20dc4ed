"""A door: a number that can be opened to what is behind it, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.painted import Painted


class Door(Painted):
    """Lies over a part of a chart that paints itself; shows only that it can be pressed."""

    def __init__(self, look: Look, name: str, keys: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(look, name)
        self.setParent(parent)
        self.keys = keys
        self.setToolTip(tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("accent", 0.09))
            painter.drawRoundedRect(area, 4, 4)
        self.paint_ring(painter, area, 4)
