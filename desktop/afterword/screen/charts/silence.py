"""A silence so far, against the days in which answers usually came."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from afterword.insight.waiting import Band
from afterword.screen.look import Look
from afterword.screen.pieces.labels import tip
from afterword.words import _, days


class SilenceBar(QWidget):
    """Days from left to right; `whole` is the day at the right edge, the same for all that stand together."""

    def __init__(self, look: Look, silent: int, usual: Band, whole: int) -> None:
        super().__init__()
        self._look, self._silent, self._usual, self._whole = look, silent, usual, max(1, whole)
        self.setAccessibleName(
            _("{days} of silence. The usual range is day {first} to day {last}.").format(
                days=days(silent), first=usual.first, last=usual.last
            )
        )
        self.setToolTip(tip(self.accessibleName()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, y = px(6.0), self.width() - px(6.0), self.height() / 2

        def at(day: int) -> float:
            return left + (right - left) * min(day, self._whole) / self._whole

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(QRectF(left, y - px(4), right - left, px(8)), px(4), px(4))
        painter.setBrush(look.color("accent_line"))
        painter.drawRect(QRectF(at(self._usual.first), y - px(4), at(self._usual.last) - at(self._usual.first), px(8)))
        painter.setPen(QPen(look.color("wait"), px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, y), QPointF(at(self._silent), y))
        painter.setPen(QPen(look.color("wait"), px(2)))
        painter.setBrush(look.color("base"))
        painter.drawEllipse(QPointF(at(self._silent), y), px(5), px(5))
