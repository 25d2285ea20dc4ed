"""The road of one application: its stages with the waiting between them, drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from afterword.journal.stories import Stop
from afterword.paper.road import least_gaps, spread
from afterword.screen.look import Look
from afterword.words import days, long_day, short_day

TONES = {"no": "taught", "silent": "quiet", "offer": "confirm", "rescinded": "taught", "wait": "wait"}
MOST = 6  # stops that have room; the middle of a longer road is told by a count


class Road(QWidget):
    """Painted; its accessible name says the same in one sentence."""

    def __init__(self, look: Look, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._look = look
        self._stops = list(stops) if len(stops) <= MOST else [*stops[:2], *stops[-(MOST - 2) :]]
        self.setAccessibleName(", ".join(f"{stop.label} {long_day(stop.on)}" for stop in stops))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._size()
        look.changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedHeight(self._look.px(58))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._stops:
            return
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_font, day_font = look.font("small_m"), look.font("small", tabular=True)
        year = self._stops[-1].on
        texts = [(stop.label, short_day(stop.on, year)) for stop in self._stops]
        names, dates = QFontMetrics(name_font), QFontMetrics(day_font)
        widths = [float(max(names.horizontalAdvance(a), dates.horizontalAdvance(b))) for a, b in texts]
        left, right = px(5.0), self.width() - px(5.0)
        start = self._stops[0].on
        least = least_gaps(widths, [0.0] * len(widths), px(10))
        places = spread([(stop.on - start).days for stop in self._stops], least, left, right)
        y = float(px(9))
        for n in range(len(places) - 1):
            self._line(painter, n, places[n], places[n + 1], y)
        # Large text in a narrow pane: the words are shortened, and only as far as they must.
        bare = sum(least_gaps(widths, [0.0] * len(widths), 0))
        fits = min(1.0, (right - left - px(4) * (len(widths) - 1)) / max(1.0, bare))
        widths = [width * fits for width in widths]
        for n, stop in enumerate(self._stops):
            self._stop(painter, stop, places[n], y)
            box = self._label_box(n, places[n], widths[n])
            painter.setFont(name_font)
            painter.setPen(look.color("text"))
            painter.drawText(box.translated(0, px(20)), self._side(n), _short(names, texts[n][0], widths[n]))
            painter.setFont(day_font)
            painter.setPen(look.color("text3"))
            painter.drawText(box.translated(0, px(37)), self._side(n), _short(dates, texts[n][1], widths[n]))

    def _side(self, n: int) -> Qt.AlignmentFlag:
        if n == 0:
            return Qt.AlignmentFlag.AlignLeft
        return Qt.AlignmentFlag.AlignRight if n == len(self._stops) - 1 else Qt.AlignmentFlag.AlignHCenter

    def _label_box(self, n: int, x: float, width: float) -> QRectF:
        px, width = self._look.px, width + 4
        edge = px(5)
        if n == 0:
            return QRectF(x - edge, 0, width, px(17))
        if n == len(self._stops) - 1:
            return QRectF(x + edge - width, 0, width, px(17))
        return QRectF(x - width / 2, 0, width, px(17))

    def _line(self, painter: QPainter, n: int, left: float, right: float, y: float) -> None:
        look, px = self._look, self._look.px
        waiting = self._stops[n + 1].kind in ("answer", "today") and self._stops[n].kind != "answer"
        pen = QPen(look.color("wait_mark" if waiting else "line"), 2)
        if waiting:
            pen.setDashPattern([1.2, 2.2])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left + px(8), y), QPointF(right - px(8), y))
        silence = (self._stops[n + 1].on - self._stops[n].on).days
        text, font = days(silence), look.font("caption")
        width = QFontMetrics(font).horizontalAdvance(text) + px(8)
        if waiting and silence > 0 and right - left > width + px(36):
            box = QRectF((left + right - width) / 2, 0, width, px(18))
            painter.fillRect(box, look.color("base"))
            painter.setFont(font)
            painter.setPen(look.color("wait"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _stop(self, painter: QPainter, stop: Stop, x: float, y: float) -> None:
        look = self._look
        tone = TONES.get(stop.outcome, "") if stop.kind in ("answer", "today") else ""
        painter.setPen(QPen(look.color(f"{tone}_mark" if tone else "accent" if stop.this else "field"), 2))
        painter.setBrush(look.color(f"{tone}_soft" if tone else "base"))
        radius = look.px(4.5)
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _short(metrics: QFontMetrics, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(width) + 3)
