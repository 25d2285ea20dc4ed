"""Boxes: rows and columns, panels, cards, hairlines, scrolling pages, and words that flow like text."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from afterword.screen.look import Look
from afterword.screen.tokens import TYPE

Margins = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def row(*items: object, space: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Side by side. Items: widgets, layouts, (either, stretch), an int = room, "*" = stretch, None = nothing."""
    return _filled(QHBoxLayout(), items, space, margins)


def column(*items: object, space: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """One below the other; items as in `row`."""
    return _filled(QVBoxLayout(), items, space, margins)


def _filled(box: Box, items: tuple[object, ...], space: int, margins: Margins) -> Box:
    scale = _scale()
    box.setContentsMargins(*(round(side * scale) for side in margins))
    box.setSpacing(round(space * scale))
    for item in items:
        thing, stretch = item if isinstance(item, tuple) else (item, 0)
        if isinstance(thing, QWidget):
            box.addWidget(thing, stretch)
        elif isinstance(thing, QLayout):
            box.addLayout(thing, stretch)
        elif isinstance(thing, int):
            box.addSpacing(round(thing * scale))
        elif thing == "*":
            box.addStretch(1)
        elif thing is not None:
            raise TypeError(f"a box cannot hold {thing!r}")
    return box


def _scale() -> float:
    """The text size in force, read from the program's font: layouts are given no look."""
    pixels = QGuiApplication.font().pixelSize()
    return pixels / TYPE["body"][0] if pixels > 0 else 1.0


class Panel(QWidget):
    """A plain surface with lines on some of its edges ("l", "r", "t", "b")."""

    def __init__(self, look: Look, color: str = "window", edges: str = "", line: str = "hair") -> None:
        super().__init__()
        self._look, self._color, self._edges, self._line = look, color, edges, line
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        painter.fillRect(area, self._look.color(self._color))
        lines = {
            "t": QRect(0, 0, area.width(), 1),
            "b": QRect(0, area.height() - 1, area.width(), 1),
            "l": QRect(0, 0, 1, area.height()),
            "r": QRect(area.width() - 1, 0, 1, area.height()),
        }
        for edge in self._edges:
            painter.fillRect(lines[edge], self._look.color(self._line))


class Card(QFrame):
    """A rounded surface; `line` "" draws no border."""

    def __init__(self, look: Look, fill: str = "base", line: str = "hair", radius: int = 10) -> None:
        super().__init__()
        self._look, self._fill, self._line, self._radius = look, fill, line, radius
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.color(self._fill))
        painter.setPen(QPen(self._look.color(self._line), 1) if self._line else Qt.PenStyle.NoPen)
        radius = self._look.px(self._radius)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Hairline(QWidget):
    """A line of one pixel across."""

    def __init__(self, look: Look, color: str = "hair") -> None:
        super().__init__()
        self._look, self._color = look, color
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color(self._color))


def hairline(look: Look, color: str = "hair") -> Hairline:
    """A line between two parts of a page."""
    return Hairline(look, color)


class Flow(QLayout):
    """Lays its items out like words: a full line breaks into the next."""

    def __init__(self, *widgets: QWidget, space: int = 6, line_space: int = 6) -> None:
        super().__init__()
        scale = _scale()
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = round(space * scale), round(line_space * scale)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        margins = self.contentsMargins()
        tall = max((size.height() for size in shown), default=0)
        return QSize(wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, area: QRect, *, move: bool) -> int:
        """The height that the items need at this width; moves them there if asked."""
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        x, y, tall = inner.x(), inner.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if tall and x + size.width() > inner.x() + inner.width():
                x, y, tall = inner.x(), y + tall + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), inner.width()), size.height())))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        return y + tall + margins.bottom() - area.y()


def scroll(widget: QWidget) -> QScrollArea:
    """A page that scrolls up and down, takes no focus itself and shows what is behind it."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area
