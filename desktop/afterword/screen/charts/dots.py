"""A row of dots, one for each interview: full where it counts, hollow where it does not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from afterword.screen.look import Look
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.painted import Painted

MOST = 16  # dots; more are told by their count


class Dots(Painted):
    """One door for the whole row."""

    def __init__(self, look: Look, name: str, full: int, hollow: int, tone: str) -> None:
        super().__init__(look, name)
        self._full, self._hollow, self._tone = full, hollow, tone
        self.setToolTip(tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _shown(self) -> tuple[int, int]:
        full = min(self._full, MOST)
        return full, min(self._hollow, MOST - full)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(13) * sum(self._shown()) + self.look.px(6), self.look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        full, hollow = self._shown()
        radius = px(4.5)
        for at in range(full + hollow):
            painter.setPen(Qt.PenStyle.NoPen if at < full else QPen(look.color("line"), 1.4))
            painter.setBrush(look.color(f"{self._tone}_mark") if at < full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(px(9) + at * px(13), self.height() / 2), radius, radius)
        self.paint_ring(painter, self.rect().toRectF(), px(5))
