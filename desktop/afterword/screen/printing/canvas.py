"""What a block looks like before it has a page: lines of text, rules, bars and marks, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption

from afterword.paper.blocks import tidy
from afterword.screen.printing.faces import UNITS, Face, ink

LEFT, CENTER, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
PIECE = 3000  # characters
Draw = Callable[[QPainter, float, float], None]  # with the place of its upper left corner, in layout units


@dataclass(slots=True)
class Mark:
    """One thing that is never cut, but for `stretch`: a bar that runs along what stands beside it. In points."""

    x: float
    y: float
    height: float
    draw: Draw
    stretch: str = ""  # the ink of a bar


@dataclass
class Canvas:
    """Collects the marks of one block; the height is what they reach."""

    marks: list[Mark] = field(default_factory=list)
    height: float = 0.0

    def add(self, mark: Mark) -> None:
        self.marks.append(mark)
        self.height = max(self.height, mark.y + mark.height)

    def text(
        self, text: str, face: Face, x: float, y: float, width: float, tone: str = "", side: Qt.AlignmentFlag = LEFT
    ) -> float:
        """Write from `y` down, wrapped to `width`; gives the height it took."""
        top = y
        for paragraph in tidy(text).split("\n"):
            y += self._paragraph(paragraph, face, x, y, width, tone, side)
        return y - top

    def _paragraph(
        self, text: str, face: Face, x: float, y: float, width: float, tone: str, side: Qt.AlignmentFlag
    ) -> float:
        top, color, font = y, ink(tone), face.font()
        for layout, count in _layouts(text, font, side, width):
            for number in range(count):
                line = layout.lineAt(number)
                # A line of a fallback font may be higher; extra leading stands above the letters, as in Qt.
                height = line.height() * face.leading / UNITS
                lift = height - line.height() / UNITS
                self.add(Mark(x, y, height, _line_of(layout, number, lift, color)))
                y += height
        return y - top

    def rule(self, x: float, y: float, width: float, thickness: float = 0.6) -> None:
        def draw(painter: QPainter, left: float, top: float) -> None:
            painter.fillRect(QRectF(left, top, width * UNITS, thickness * UNITS), ink("rule"))

        self.add(Mark(x, y, thickness, draw))

    def bar(self, x: float, y: float, height: float, tone: str) -> None:
        self.add(Mark(x, y, height, lambda _painter, _left, _top: None, stretch=tone))

    def shape(self, x: float, y: float, height: float, draw: Draw) -> None:
        """Anything else that is painted."""
        self.add(Mark(x, y, height, draw))


def width_of(text: str, face: Face) -> float:
    """Of one line, in points."""
    layout = _layout(tidy(text), face.font(), LEFT)
    _break(layout, 100_000 / UNITS)
    return layout.lineAt(0).naturalTextWidth() / UNITS


def _layouts(text: str, font: QFont, side: Qt.AlignmentFlag, width: float) -> Iterator[tuple[QTextLayout, int]]:
    """The lines of one paragraph: layouts, and how many lines of each count.

    A piece at a time: Qt cuts longer runs wherever its own limit falls, in the middle of a word.
    """
    while True:
        piece = text[:PIECE]
        layout = _layout(piece, font, side)
        lines = _break(layout, width)
        if len(piece) == len(text) or lines == 1:
            yield layout, lines
            if len(piece) == len(text):
                return
            text = text[PIECE:]
            continue
        start = layout.lineAt(lines - 1).textStart()  # the last line may not be full yet: it begins the next piece
        yield layout, lines - 1
        text = text[len(piece.encode("utf-16-le", "surrogatepass")[: 2 * start].decode("utf-16-le", "replace")) :]


def _break(layout: QTextLayout, width: float) -> int:
    """Break into lines of `width` points; gives their number."""
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout.lineCount()


def _layout(text: str, font: QFont, side: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(text or " ", font)
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _line_of(layout: QTextLayout, number: int, lift: float, color: object) -> Draw:
    # The closure keeps the layout alive: a line belongs to it.
    def draw(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(QPen(color))
        layout.lineAt(number).draw(painter, QPointF(left, top + lift * UNITS))

    return draw
