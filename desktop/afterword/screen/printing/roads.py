"""The road of one application on paper: its stops to scale, the silence before an answer as a dashed line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from afterword.paper.blocks import Milestone
from afterword.paper.road import least_gaps, spread
from afterword.screen.printing import faces
from afterword.screen.printing.canvas import CENTER, LEFT, RIGHT, Canvas, Draw, width_of
from afterword.screen.printing.faces import UNITS, ink

GAP = 10.0
RADIUS = 3.4
ROW = 44.0


def draw(stops: Sequence[Milestone], canvas: Canvas, x: float, y: float, width: float) -> float:
    """On one line if the words have room, else on as many as they need."""
    rows = _rows(stops, width - 8)
    for n, row in enumerate(rows):
        _row(row, canvas, x, y + n * ROW, width)
    return ROW * len(rows) - 10


def _words(stop: Milestone) -> float:
    return max(width_of(stop.label, faces.SMALL_BOLD), width_of(stop.day, faces.SMALL))


def _gaps(stops: Sequence[Milestone]) -> list[float]:
    spans = [width_of(stop.span, faces.FOLIO) if stop.span else 0.0 for stop in stops]
    return least_gaps([_words(stop) for stop in stops], spans, GAP)


def _rows(stops: Sequence[Milestone], width: float) -> list[list[Milestone]]:
    rows: list[list[Milestone]] = [[]]
    for stop in stops:
        if rows[-1] and sum(_gaps([*rows[-1], stop])) > width:
            rows.append([])
        rows[-1].append(stop)
    even = -(-len(stops) // len(rows))
    balanced = [list(stops[n : n + even]) for n in range(0, len(stops), even)]
    return balanced if all(sum(_gaps(row)) <= width for row in balanced) else rows


def _row(stops: list[Milestone], canvas: Canvas, x: float, y: float, width: float) -> None:
    places = spread([stop.offset for stop in stops], _gaps(stops), x + 4, x + width - 4)
    middle = y + 8
    for n, stop in enumerate(stops):
        if n:
            _way(stop, canvas, places[n - 1] + 7, places[n] - 7, middle)
        elif stop.span:
            canvas.text(stop.span, faces.FOLIO, places[0] + 8, middle - 5.5, 80, "soft")
        _stop(stop, canvas, places[n], middle)
        wide = min(_words(stop) + 4, width)
        left, side = places[n] - wide / 2, CENTER
        if n == 0:
            left, side = places[n] - 4, LEFT
        elif n == len(stops) - 1:
            left, side = places[n] + 4 - wide, RIGHT
        height = canvas.text(stop.label, faces.SMALL_BOLD, left, middle + 7, wide, "", side)
        canvas.text(stop.day, faces.SMALL, left, middle + 7 + height, wide, "soft", side)


def _way(stop: Milestone, canvas: Canvas, left: float, right: float, y: float) -> None:
    wide = width_of(stop.span, faces.FOLIO) if stop.span else 0.0
    middle = (left + right) / 2
    pieces = [(left, middle - wide / 2 - 4), (middle + wide / 2 + 4, right)] if wide else [(left, right)]
    for start, end in pieces:
        if end > start:
            canvas.shape(start, y, 0, _stroke(end - start, stop.waited))
    if wide:
        canvas.text(stop.span, faces.FOLIO, middle - wide / 2 - 1, y - 6, wide + 2, "soft")


def _stroke(length: float, waited: bool) -> Draw:
    pen = QPen(ink("faint" if waited else "rule"), 1 * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if waited:
        pen.setDashPattern([1.5, 2.5])

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(pen)
        painter.drawLine(QPointF(left, top), QPointF(left + length * UNITS, top))

    return paint


def _stop(stop: Milestone, canvas: Canvas, x: float, y: float) -> None:
    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(QPen(ink(stop.tone or "soft"), 1.1 * UNITS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(left + RADIUS * UNITS, top + RADIUS * UNITS)
        painter.drawEllipse(middle, RADIUS * UNITS, RADIUS * UNITS)

    canvas.shape(x - RADIUS, y - RADIUS, 2 * RADIUS, paint)
