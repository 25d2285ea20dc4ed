"""Each block → its canvas. Sizes and distances in points, after the picture of the printed pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from afterword.paper import blocks
from afterword.paper.blocks import MARKS, Block
from afterword.screen.printing import faces, roads
from afterword.screen.printing.canvas import RIGHT, Canvas, width_of
from afterword.screen.printing.faces import UNITS, ink
from afterword.words import _

INDENT = 16.0
KEY = 27.0  # a mark of the legend and the white around it
GUTTER = 18.0
BESIDE = 1500  # characters: two longer answers stand one below the other, over the whole width
SPLIT = 40.0  # between two columns
NOTE_LINE = 20.6


@dataclass(frozen=True)
class Space:
    """White above and below; `keep`: stays on the page with what follows."""

    above: float = 0.0
    below: float = 0.0
    keep: bool = False


def draw(block: Block, width: float) -> Canvas:
    """The block, as high as it needs to be at this width."""
    canvas = Canvas()
    if writer := _WRITERS.get(type(block)):
        writer(block, canvas, 0.0, 0.0, width)
    return canvas


def space(block: Block) -> Space:
    return _SPACES.get(type(block), Space())


def separator(width: float) -> Canvas:
    """Between two questions."""
    canvas = Canvas()
    canvas.rule(0, 0, width)
    return canvas


def note_line(width: float) -> Canvas:
    """One line to write on."""
    canvas = Canvas()
    canvas.rule(0, NOTE_LINE - 0.6, width)
    return canvas


def _title(block: blocks.Title, canvas: Canvas, x: float, y: float, width: float) -> float:
    return canvas.text(block.text, faces.TITLE, x, y, width)


def _line(block: blocks.Line, canvas: Canvas, x: float, y: float, width: float) -> float:
    return canvas.text(block.text, faces.LEAD, x, y, width, block.tone)


def _road(block: blocks.Road, canvas: Canvas, x: float, y: float, width: float) -> float:
    return roads.draw(block.stops, canvas, x, y, width)


def _quote(block: blocks.Quote, canvas: Canvas, x: float, y: float, width: float) -> float:
    inner = width - 14
    height = canvas.text(block.heading, faces.HEADING, x + 14, y, inner, block.tone) + 3
    face = faces.LESSON if block.large else faces.TAKEN
    height += canvas.text(block.text, face, x + 14, y + height, inner)
    canvas.bar(x, y + 1, height, f"{block.tone}_bar")
    return height + 1


def _heading(block: blocks.Heading, canvas: Canvas, x: float, y: float, width: float) -> float:
    key = sum(width_of(_(MARKS[mark]), faces.LABEL) + KEY for mark in block.legend)
    height = canvas.text(block.text, faces.HEADING, x, y, width - key, block.tone)
    left = x + width - key + KEY - 11
    for mark in block.legend:
        _rating(canvas, left + 2.8, y + 8.6, mark, 2.8)
        wide = width_of(_(MARKS[mark]), faces.LABEL)
        canvas.text(_(MARKS[mark]), faces.LABEL, left + 11, y + 1.6, wide + 2, "faint")
        left += wide + KEY
    return height


def _question(block: blocks.Question, canvas: Canvas, x: float, y: float, width: float) -> float:
    inner, left = width - INDENT, x + INDENT
    first = canvas.text(block.text, faces.QUESTION, left, y, inner)
    if block.mark:
        _rating(canvas, x + 4, y + 9.1, block.mark, 3.6)
    height = first
    if block.note:
        height += canvas.text(block.note, faces.LABEL, left, y + height, inner, "faint") + 1
    answers = block.answers()
    if block.brief:
        low = canvas.text(block.now, faces.BRIEF, left, y + height + 1, inner, "soft") + 1 if answers else 0.0
        return height + low
    if answers:
        height += 2
    beside = len(answers) > 1 and max(len(text) for _label, text in answers) <= BESIDE
    column = (inner - GUTTER) / 2 if beside else inner
    lowest = height
    for n, (label, text) in enumerate(answers):
        at = left + n * (column + GUTTER) if beside else left
        top = height if beside or not n else lowest + 5
        low = top + canvas.text(label, faces.LABEL, at, y + top, column, "faint")
        lowest = max(lowest, low + canvas.text(text, faces.ANSWER, at, y + low, column))
    return lowest


def _pairs(block: blocks.Pairs, canvas: Canvas, x: float, y: float, width: float) -> float:
    longest = max((width_of(label, faces.VALUE) for label, _value in block.rows), default=0)
    tab, height = min(max(72, longest + 12), width / 2), 0.0
    for label, value in block.rows:
        a = canvas.text(label, faces.VALUE, x, y + height, tab - 8, "faint")
        b = canvas.text(value, faces.VALUE, x + tab, y + height, width - tab)
        height += max(a, b) + 2
    return height - 2


def _prose(block: blocks.Prose, canvas: Canvas, x: float, y: float, width: float) -> float:
    height = canvas.text(block.label, faces.LABEL, x, y, width, "faint") + 1 if block.label else 0.0
    face = faces.BRIEF if block.mine else faces.VALUE
    return height + canvas.text(block.text, face, x, y + height, width, "" if block.mine else "soft")


def _columns(block: blocks.Columns, canvas: Canvas, x: float, y: float, width: float) -> float:
    column = (width - SPLIT) / 2
    left = _stack(block.left, canvas, x, y, column)
    return max(left, _stack(block.right, canvas, x + column + SPLIT, y, column))


def _stack(stack: tuple[Block, ...], canvas: Canvas, x: float, y: float, width: float) -> float:
    top = y
    for n, block in enumerate(stack):
        y += _WRITERS[type(block)](block, canvas, x, y, width)
        if n + 1 < len(stack):
            y += max(5.0, space(block).below)
    return y - top


def _numbered(block: blocks.Numbered, canvas: Canvas, x: float, y: float, width: float) -> float:
    canvas.text(str(block.number), faces.NUMBER, x, y - 4.4, 26, "taught_bar")
    height = canvas.text(block.text, faces.TOLD, x + 24, y, width - 24)
    if block.source:
        height += 1 + canvas.text(block.source, faces.SMALL, x + 24, y + height + 1, width - 24, "faint")
    return height


def _figures(block: blocks.Figures, canvas: Canvas, x: float, y: float, width: float) -> float:
    rows = -(-len(block.numbers) // 7)
    count = -(-len(block.numbers) // max(1, rows))
    column, height = width / max(1, count), 0.0
    for first in range(0, len(block.numbers), max(1, count)):
        tall = 0.0
        for n, (number, label) in enumerate(block.numbers[first : first + count]):
            low = canvas.text(number, faces.FIGURE, x + n * column, y + height, column - 8)
            low += canvas.text(label, faces.SMALL, x + n * column, y + height + low, column - 8, "soft")
            tall = max(tall, low)
        height += tall + 12
    return height - 12


def _table_line(block: blocks.TableLine, canvas: Canvas, x: float, y: float, width: float) -> float:
    day, outcome = 44.0, 78.0
    middle = width - day - outcome - GUTTER
    name = middle * 0.45
    canvas.text(block.day, faces.VALUE, x, y + 0.4, day, "soft")
    low = canvas.text(block.name, faces.QUESTION, x + day, y, name)
    if block.detail:
        low += canvas.text(block.detail, faces.SMALL, x + day, y + low, name, "faint")
    canvas.text(block.lesson, faces.ANSWER, x + day + name + 10, y - 0.5, middle - name - 10)
    canvas.text(block.outcome, faces.SMALL, x + width - outcome, y + 1, outcome, block.tone, RIGHT)
    return low


def _rating(canvas: Canvas, x: float, y: float, mark: str, radius: float) -> None:
    """○ got stuck, ◐ all right, ◉ went well: a shape each, and a colour."""

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(QPen(ink(mark), 0.9 * UNITS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(left, top, 2 * radius * UNITS, 2 * radius * UNITS)
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(mark))
        inner = box.adjusted(1.5 * UNITS, 1.5 * UNITS, -1.5 * UNITS, -1.5 * UNITS)
        if mark == "good":
            painter.drawEllipse(inner)
        elif mark == "ok":
            painter.drawPie(inner, 90 * 16, 180 * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    canvas.shape(x - radius, y - radius, 2 * radius, paint)


_WRITERS: dict[type[Block], Callable[[Any, Canvas, float, float, float], float]] = {
    blocks.Title: _title, blocks.Line: _line, blocks.Road: _road, blocks.Quote: _quote, blocks.Heading: _heading,
    blocks.Question: _question, blocks.Pairs: _pairs, blocks.Prose: _prose, blocks.Columns: _columns,
    blocks.Numbered: _numbered, blocks.Figures: _figures, blocks.TableLine: _table_line,
}  # fmt: skip
_SPACES: dict[type[Block], Space] = {
    blocks.Title: Space(0, 4, keep=True),
    blocks.Line: Space(0, 3),
    blocks.Road: Space(13, 14),
    blocks.Quote: Space(16, 22),
    blocks.Heading: Space(18, 5, keep=True),
    blocks.Question: Space(7, 7),
    blocks.Pairs: Space(0, 8),
    blocks.Prose: Space(5, 7),
    blocks.Columns: Space(18, 10),
    blocks.Numbered: Space(2, 9),
    blocks.Figures: Space(16, 18),
    blocks.TableLine: Space(6, 6),
    blocks.Ruled: Space(0, 0),
}
