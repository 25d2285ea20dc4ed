"""Where the applications went, as a Sankey chart: painted, with a door at each bar, and saved as SVG or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QWidget

from afterword.insight.flow import Column
from afterword.screen.charts.door import Door
from afterword.screen.charts.sankey_layout import Laid, Node, Ribbon, lay
from afterword.screen.look import Look
from afterword.words import _

_TONES = {
    "": "accent_mark", "on": "accent_line", "soon": "accent_line", "offer": "confirm_mark", "waiting": "wait_mark",
    "no": "taught_mark", "silent": "quiet_mark", "withdrew": "quiet_line", "closed": "quiet_line",
    "rescinded": "taught_mark",
}  # fmt: skip
_CLEAR = 0.42  # how much of a ribbon's colour is seen
SCALE = 2  # of a picture that is saved


class Sankey(QWidget):
    """Grows as high as its labels need. `opened` gives the applications behind what was pressed."""

    opened = Signal(str, object)  # words, keys

    def __init__(self, look: Look, columns: Sequence[Column], tall: int = 260) -> None:
        super().__init__()
        self._look, self._columns, self._tall = look, tuple(columns), tall
        self._laid = Laid((), (), 0.0)
        self._doors: list[Door] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = "; ".join(node.words for node in self._lay(600).nodes)
        self.setAccessibleName(_("Where the applications went: {words}").format(words=whole))
        look.changed.connect(self._fit)

    def _lay(self, width: float) -> Laid:
        metrics = QFontMetrics(self._look.font("small", tabular=True))
        line = float(metrics.height() + 2)
        tall = float(self._look.px(self._tall))
        return lay(self._columns, width, tall, line, lambda text: float(metrics.horizontalAdvance(text) + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._laid = self._lay(float(self.width()))
        self.setFixedHeight(max(self._look.px(60), round(self._laid.height) + 4))
        self._place_doors()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(520), self._look.px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(60))

    def _place_doors(self) -> None:
        while len(self._doors) < len(self._laid.nodes):
            node = self._laid.nodes[len(self._doors)]
            door = Door(self._look, node.words, node.keys, self)
            door.clicked.connect(lambda _on=False, d=door: self.opened.emit(d.words(), d.keys))
            door.show()
            self._doors.append(door)
        for door, node in zip(self._doors, self._laid.nodes, strict=True):
            door.setGeometry(_reach(node))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint(QPainter(self))

    def paint(self, painter: QPainter) -> None:
        """The chart, on any device."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in self._laid.ribbons:
            color = self._look.color(_TONES[ribbon.way])
            color.setAlphaF(_CLEAR if ribbon.way not in ("on", "soon") else 0.7)
            painter.fillPath(_path(ribbon), color)
        for node in self._laid.nodes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(_TONES[node.way]))
            painter.drawRoundedRect(QRectF(node.bar.x, node.bar.y, node.bar.w, node.bar.h), 2, 2)
            self._write(painter, node)

    def _write(self, painter: QPainter, node: Node) -> None:
        column = node.way in ("", "offer")
        font = self._look.font("small_m" if column else "small", tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color("text" if column else "text2"))
        area = QRectF(node.label.x, node.label.y, node.label.w + 2, node.label.h)
        text = QFontMetrics(font).elidedText(node.words, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def save(self, path: Path) -> None:
        """As SVG, or as the picture that the name of the file says. Raises OSError when it cannot be written."""
        if path.suffix.lower() == ".svg":
            self._save_svg(path)
            return
        image = QImage(self.size() * SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SCALE)
        image.fill(self._look.color("base"))
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        if not image.save(str(path)):
            raise OSError(str(path))

    def _save_svg(self, path: Path) -> None:
        made = QSvgGenerator()
        made.setFileName(str(path))
        made.setSize(self.size())
        made.setViewBox(QRect(0, 0, self.width(), self.height()))
        made.setTitle(self.accessibleName())
        painter = QPainter(made)
        if not painter.isActive():
            raise OSError(str(path))
        self.paint(painter)
        painter.end()


def _reach(node: Node) -> QRect:
    """The bar and its words, as one thing to press."""
    bar = QRectF(node.bar.x, node.bar.y, node.bar.w, node.bar.h)
    words = QRectF(node.label.x, node.label.y, node.label.w, node.label.h)
    both = bar.united(words) if node.way not in ("", "offer") else words.adjusted(0, 0, 0, 4)
    return both.adjusted(-2, -1, 4, 1).toAlignedRect()


def _path(ribbon: Ribbon) -> QPainterPath:
    """A band that bends from one bar to the other."""
    x1, y1, x2, y2, h = ribbon.x1, ribbon.y1, ribbon.x2, ribbon.y2, max(1.0, ribbon.h)
    middle = (x1 + x2) / 2
    path = QPainterPath(QPointF(x1, y1))
    path.cubicTo(middle, y1, middle, y2, x2, y2)
    path.lineTo(x2, y2 + h)
    path.cubicTo(middle, y2 + h, middle, y1 + h, x1, y1 + h)
    path.closeSubpath()
    return path
