"""How often one step led to the next: graded bands, darker where it is likelier; hatched where too few are known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from afterword.insight.limits import RANGE_FROM
from afterword.insight.proportions import Share, jeffreys
from afterword.screen.look import Look


class Graded(QWidget):
    """The middle 90 % and 50 % of the posterior of one share, from never (left) to always (right)."""

    def __init__(self, look: Look, share: Share, words: str) -> None:
        super().__init__()
        self._look, self._share = look, share
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide, y = px(6.0), self.width() - px(12.0), self.height() / 2
        track = QRectF(left, y - px(4), wide, px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(track, px(4), px(4))
        if self._share.n < RANGE_FROM:
            painter.setBrush(QBrush(look.color("line"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(track, px(4), px(4))
            return
        outer, inner = jeffreys(self._share.k, self._share.n, 0.9), jeffreys(self._share.k, self._share.n, 0.5)
        shade = QLinearGradient(left + outer[0] * wide, 0, left + outer[1] * wide, 0)
        span = max(1e-9, outer[1] - outer[0])
        pale, dark = look.color("accent_mark", 0.12), look.color("accent_mark", 0.6)
        stops = ((0.0, pale), ((inner[0] - outer[0]) / span, dark), ((inner[1] - outer[0]) / span, dark), (1.0, pale))
        for at, color in stops:
            shade.setColorAt(min(1.0, max(0.0, at)), color)
        painter.setBrush(shade)
        painter.drawRect(QRectF(left + outer[0] * wide, track.y(), span * wide, track.height()))
        painter.setPen(QPen(look.color("accent_mark"), px(2)))
        painter.setBrush(look.color("base"))
        painter.drawEllipse(QPointF(left + (self._share.value or 0) * wide, y), px(5), px(5))
