"""Small signs that are read, not pressed: chips, marks, bars of certainty, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from afterword.screen.look import Look
from afterword.words import N_, _

MARKS = {
    "stuck": ("taught", N_("Got stuck")),
    "ok": ("wait_mark", N_("All right")),
    "good": ("confirm_mark", N_("Went well")),
    "none": ("quiet_mark", N_("Not said")),
}
"""Kind → (colour, name)."""
SURENESS = {3: N_("Sure"), 2: N_("Fairly sure"), 1: N_("A guess")}
CENTRE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_chip(painter: QPainter, look: Look, area: QRect | QRectF, text: str, tone: str, icon: str = "") -> None:
    """A chip at the left of `area`, in its middle; shortened when there is no room."""
    font = look.font("small_m")
    metrics, px = QFontMetrics(font), look.px
    box = QRectF(area)
    wide = min(chip_width(look, text, icon), int(box.width()))
    chip = QRectF(box.x(), box.y() + (box.height() - px(20)) / 2, wide, px(20))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(f"{tone}_soft"))
    painter.drawRoundedRect(chip, px(6), px(6))
    inner = chip.adjusted(px(8), 0, -px(6), 0)
    if icon:
        painter.drawPixmap(QPointF(inner.x() - px(1), chip.y() + px(4)), look.pixmap(icon, tone, 12))
        inner.setLeft(inner.left() + px(16))
    painter.setPen(look.color(tone))
    painter.setFont(font)
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 2)
    painter.drawText(inner, CENTRE_LEFT, short)


def chip_width(look: Look, text: str, icon: str = "") -> int:
    """How wide the chip of `text` wants to be."""
    room = look.px(16) + (look.px(16) if icon else 0)
    return QFontMetrics(look.font("small_m")).horizontalAdvance(text) + room + 1


def paint_mark(painter: QPainter, look: Look, area: QRect | QRectF, kind: str) -> None:
    """How an answer went, by shape first: ○ stuck, ◐ all right, ◉ went well; dashed when nothing was said."""
    color = look.color(MARKS[kind][0])
    side = min(area.width(), area.height())
    ring = QRectF(0, 0, side - 2.5, side - 2.5)
    ring.moveCenter(QRectF(area).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(color, 1.75)
    if kind == "none":
        pen.setDashPattern([1.6, 1.5])
    painter.setPen(pen)
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    gap = side * 0.17
    inside = ring.adjusted(gap, gap, -gap, -gap)
    if kind == "good":
        painter.drawEllipse(inside)
    elif kind == "ok":
        painter.drawPie(inside, 90 * 16, 180 * 16)


class Chip(QLabel):
    """A word on a soft ground: an outcome, a state."""

    def __init__(self, look: Look, text: str, tone: str = "quiet", icon: str = "") -> None:
        super().__init__()
        self._look, self._tone, self._icon = look, tone, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self._dress)
        self.set(text, tone)

    def set(self, text: str, tone: str) -> None:
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(22))
        self.setMinimumWidth(min(self.sizeHint().width(), self._look.px(48)))
        self.setMaximumWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._look, self.text(), self._icon), self._look.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self._look, self.rect(), self.text(), self._tone, self._icon)


class Mark(QLabel):
    """How an answer went, with its name for tooltip and screen reader."""

    def __init__(self, look: Look, kind: str, size: int = 16) -> None:
        super().__init__()
        self._look, self._kind, self._size = look, kind, size
        look.changed.connect(self._dress)
        self.set(kind)

    def set(self, kind: str) -> None:
        self._kind = kind
        self.setToolTip(_(MARKS[kind][1]))
        self.setAccessibleName(_(MARKS[kind][1]))
        self._dress()

    def _dress(self) -> None:
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), self._look, self.rect(), self._kind)


class Sure(QLabel):
    """Three bars and a word: how sure a reading is. Never a percentage."""

    def __init__(self, look: Look, level: int) -> None:
        super().__init__()
        self._look, self._level = look, level
        look.changed.connect(self._dress)
        self.set(level)

    def set(self, level: int) -> None:
        self._level = level
        self.setText(_(SURENESS[level]))
        self.setAccessibleName(self.text())
        self._dress()

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("small"))
        return QSize(metrics.horizontalAdvance(self.text()) + self._look.px(22), self._look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in range(3):
            tall = px(4 + 3 * bar)
            painter.setBrush(self._look.color("text2" if bar < self._level else "line"))
            painter.drawRoundedRect(QRectF(bar * px(5), px(14) - tall, px(3), tall), 1, 1)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color("text2"))
        painter.drawText(QRectF(px(20), 0, self.width(), self.height()), CENTRE_LEFT, self.text())


class KeyCap(QLabel):
    """A key of the keyboard beside the thing it does."""

    def __init__(self, look: Look, text: str, tone: str = "text2") -> None:
        super().__init__()
        self._look, self._tone = look, tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        wide = QFontMetrics(self._look.font("caption")).horizontalAdvance(self.text()) + self._look.px(10)
        self.setFixedSize(max(self._look.px(20), wide), self._look.px(18))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(self._look.color("base"))
        painter.setPen(self._look.color("line"))
        painter.drawRoundedRect(area, self._look.px(4), self._look.px(4))
        painter.setPen(self._look.color(self._tone))
        painter.setFont(self._look.font("caption"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())


class Icon(QWidget):
    """A picture beside words that already say it; named only when it stands alone."""

    def __init__(self, look: Look, name: str, tone: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._look, self._name, self._tone, self._size = look, name, tone, size
        look.changed.connect(self._dress)
        self._dress()

    def set(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def _dress(self) -> None:
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._look.pixmap(self._name, self._tone, self._size))
