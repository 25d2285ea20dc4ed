"""From blocks to pages: a block stays whole, and only one that is taller than a page is split."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from afterword.paper.blocks import Document, NewPage, Question, Ruled
from afterword.screen.printing import drawing, faces
from afterword.screen.printing.canvas import RIGHT, Canvas, Mark
from afterword.screen.printing.faces import UNITS, ink
from afterword.words import _

SIDE, TOP, BOTTOM, FOOT = 54.0, 50.0, 54.0, 38.0
RUNNING = 30.0  # where the running header stands from page 2 on
SOME = 46.0  # of a block that is split anyway: this much stays with its heading


@dataclass
class Page:
    """Marks at their places on one sheet, in points."""

    marks: list[Mark] = field(default_factory=list)

    def put(self, mark: Mark, x: float, y: float, height: float | None = None) -> None:
        self.marks.append(Mark(x, y, mark.height if height is None else height, mark.draw, mark.stretch))

    def paint(self, painter: QPainter) -> None:
        """The painter is scaled to layout units."""
        for mark in self.marks:
            if mark.stretch:
                box = QRectF(mark.x * UNITS, mark.y * UNITS, 2 * UNITS, mark.height * UNITS)
                painter.fillRect(box, ink(mark.stretch))
            else:
                mark.draw(painter, mark.x * UNITS, mark.y * UNITS)


@dataclass(frozen=True)
class _Piece:
    canvas: Canvas
    above: float
    below: float
    keep: bool = False
    rule: bool = False  # a line above it, unless it opens a page
    fill: int = 0  # lines to write on
    breaks: bool = False


def lay_out(document: Document, size: QSizeF) -> list[Page]:
    """The pages of `document` on sheets of `size` points."""
    faces.load_fonts()
    flow = _Flow(size)
    pieces = _pieces(document, flow.width)
    for n, piece in enumerate(pieces):
        flow.place(piece, _wanted(piece, pieces[n + 1 :]) if piece.keep else 0.0)
    _margins(document, flow.pages, size)
    return flow.pages


def _pieces(document: Document, width: float) -> list[_Piece]:
    pieces = []
    before = None
    for block in document.blocks:
        space = drawing.space(block)
        pieces.append(
            _Piece(
                drawing.draw(block, width), space.above, space.below, space.keep,
                rule=isinstance(block, Question) and isinstance(before, Question),
                fill=block.lines if isinstance(block, Ruled) else 0,
                breaks=isinstance(block, NewPage),
            )
        )  # fmt: skip
        before = block
    return pieces


def _wanted(piece: _Piece, following: list[_Piece]) -> float:
    """How much of what follows has to be on the same page: up to the first piece that does not keep."""
    height, below = 0.0, piece.below
    for after in following:
        if after.fill or after.breaks:
            return height + (2 * drawing.NOTE_LINE if after.fill else 0.0)
        height += max(below, after.above) + after.canvas.height
        if not after.keep:
            return height
        below = after.below
    return height


class _Flow:
    """Fills one page after the other."""

    def __init__(self, size: QSizeF) -> None:
        self.width = size.width() - 2 * SIDE
        self.bottom = size.height() - BOTTOM
        self.pages = [Page()]
        self._y, self._gap, self._fresh = TOP, 0.0, True

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y, self._gap, self._fresh = TOP, 0.0, True

    def place(self, piece: _Piece, follows: float) -> None:
        """Put it below what is there, or on the next page; `follows` is what has to stay with it."""
        if piece.breaks:
            if not self._fresh:
                self._turn()
            return
        if piece.fill:
            self._write_lines(piece.fill)
            return
        gap = 0.0 if self._fresh else max(self._gap, piece.above) + (6 if piece.rule else 0)
        room = self.bottom - TOP
        height = piece.canvas.height
        needed = height + follows
        if needed > room:  # something is split anyway: it may begin here
            needed = height + (SOME if piece.keep else 0) if height <= room else SOME
        if self._y + gap + needed > self.bottom and not self._fresh:
            self._turn()
            gap = 0.0
        if piece.rule and not self._fresh:
            self._separate()
        self._y += gap
        self._put(piece.canvas)
        self._gap, self._fresh = piece.below, False

    def _separate(self) -> None:
        for mark in drawing.separator(self.width).marks:
            self.pages[-1].put(mark, SIDE, self._y + self._gap)

    def _put(self, canvas: Canvas) -> None:
        """Place all marks; what does not fit goes on at the top of the next page."""
        left, top = canvas.marks, 0.0
        while True:
            room = self.bottom - self._y
            here = [mark for mark in left if mark.stretch or mark.y + mark.height - top <= room]
            rest = [mark for mark in left if not (mark.stretch or mark.y + mark.height - top <= room)]
            if len(here) == len([mark for mark in here if mark.stretch]) and rest and self._fresh:
                here, rest = [*here, rest[0]], rest[1:]  # higher than any page: shown as far as it goes
            cut = min((mark.y for mark in rest), default=canvas.height)
            for mark in here:
                self._put_one(mark, top, cut)
            if not rest:
                self._y += canvas.height - top
                return
            bars = [mark for mark in here if mark.stretch and mark.y + mark.height > cut]
            left, top = [*rest, *bars], cut
            self._turn()

    def _put_one(self, mark: Mark, top: float, cut: float) -> None:
        start = max(mark.y, top) if mark.stretch else mark.y
        height = min(mark.y + mark.height, max(cut, start)) - start if mark.stretch else mark.height
        self.pages[-1].put(mark, SIDE + mark.x, self._y + start - top, height)

    def _write_lines(self, most: int) -> None:
        for _n in range(most):
            if self._y + drawing.NOTE_LINE > self.bottom:
                break
            for mark in drawing.note_line(self.width).marks:
                self.pages[-1].put(mark, SIDE, self._y + mark.y)
            self._y += drawing.NOTE_LINE
        self._gap, self._fresh = 18.0, False


def _margins(document: Document, pages: list[Page], size: QSizeF) -> None:
    """Running header from page 2, the foot and "1 of 3" on each."""
    width, foot = size.width() - 2 * SIDE, size.height() - FOOT
    for n, page in enumerate(pages, 1):
        if n > 1:
            head = Canvas()
            head.text(_short(document.title), faces.FOLIO, 0, 0, width, "faint")
            page.marks = [*_moved(head, SIDE, RUNNING), *page.marks]
        foot_line = Canvas()
        foot_line.text(document.footer, faces.FOLIO, 0, 0, width - 60, "faint")
        folio = _("{n} of {count}").format(n=n, count=len(pages))
        foot_line.text(folio, faces.FOLIO, width - 60, 0, 60, "faint", RIGHT)
        page.marks += _moved(foot_line, SIDE, foot)


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89].rstrip() + "…"


def _moved(canvas: Canvas, x: float, y: float) -> list[Mark]:
    return [Mark(x + mark.x, y + mark.y, mark.height, mark.draw, mark.stretch) for mark in canvas.marks]
