"""Buttons: pushed, linked, in a tool row, in the sidebar, in the outline of a debrief; and the choices."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from afterword.screen.look import Look
from afterword.screen.pieces.choices import Pill, PillGroup, Segmented, Tick
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.marks import CENTRE_LEFT
from afterword.screen.pieces.painted import Painted

__all__ = [
    "Button", "LinkButton", "NavButton", "Part", "Pill", "PillGroup", "Segmented", "Tick", "Tool", "button", "tool",
]  # fmt: skip

ICON_TONES = {"primary": "on_fill", "soft": "accent", "link": "accent"}
PART_STATES = {
    "done": ("circle-check", "confirm"),
    "open": ("circle-dot", "accent"),
    "none": ("circle-dashed", "text3"),
}
"""State of a part of the debrief → (icon, tone)."""


class Button(QPushButton):
    """Kinds: "" plain, "primary" the one thing to do, "soft", "quiet", "link"."""

    def __init__(self, look: Look, text: str, kind: str = "", icon: str = "") -> None:
        super().__init__(text)
        self._look, self._icon_name = look, icon
        self.setProperty("kind", kind)
        self.setAccessibleName(text.replace("&", ""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def set_icon(self, name: str) -> None:
        self._icon_name = name
        self._dress()

    def _dress(self) -> None:
        if self._icon_name:
            tone = ICON_TONES.get(str(self.property("kind")), "text2")
            self.setIcon(self._look.icon(self._icon_name, tone, 16, pad=3))
            self.setIconSize(QSize(self._look.px(16) + self._look.px(3), self._look.px(16)))


class LinkButton(Button):
    """A button that reads as a link."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class Tool(QToolButton):
    """A button that is only an icon; its tooltip is its name."""

    def __init__(self, look: Look, icon: str, tip: str, size: int = 16) -> None:
        super().__init__()
        self._look, self._icon_name, self._size = look, icon, size
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._dress)
        self._dress()

    def set_icon(self, name: str) -> None:
        self._icon_name = name
        self._dress()

    def _dress(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, "text2", self._size))
        side = self._look.px(self._size)
        self.setIconSize(QSize(side, side))


def button(look: Look, text: str, kind: str = "", icon: str = "") -> Button:
    """A push button."""
    return LinkButton(look, text) if kind == "link" and not icon else Button(look, text, kind, icon)


def tool(look: Look, icon: str, tip: str) -> Tool:
    """An icon to press; `tip` says what it does."""
    return Tool(look, icon, tip)


class NavButton(Painted):
    """A line of the sidebar; in the rail only its icon, with a dot when something waits. Its owner checks it."""

    def __init__(
        self, look: Look, text: str, icon: str, count: int | None = None, dot: str | None = None, rail: bool = False
    ) -> None:
        super().__init__(look, text, checkable=True)
        self._icon, self._count, self._dot, self._rail = icon, count, dot, rail
        self.setAccessibleName(text if count is None else f"{text}, {count}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if rail:
            self.setToolTip(tip(text))

    def nextCheckState(self) -> None:
        """Clicking goes somewhere; where we are is for the window to say."""

    def sizeHint(self) -> QSize:
        tall = 38 if self._rail else 32 if self._icon else 28
        return QSize(self.look.px(40 if self._rail else 180), self.look.px(tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px, on = self.look, self.look.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        ground = "accent_soft" if on else self.shade("", "sunken", "hair")
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(ground))
            painter.drawRoundedRect(area, px(7), px(7))
        self.paint_ring(painter, area, px(7))
        tone = "accent" if on else "text2"
        if self._rail:
            self._paint_rail(painter, tone, look.color(ground or "window"))
        else:
            self._paint_line(painter, tone, on)

    def _paint_rail(self, painter: QPainter, tone: str, ground: QColor) -> None:
        px, centre = self.look.px, QRectF(self.rect()).center()
        picture = self.look.pixmap(self._icon, tone, 17)
        painter.drawPixmap(QPointF(centre.x() - px(17) / 2, centre.y() - px(17) / 2), picture)
        if self._count and self._dot:
            painter.setBrush(self.look.color(self._dot))
            painter.setPen(QPen(ground, 2))
            painter.drawEllipse(QPointF(centre.x() + px(10), centre.y() - px(8)), px(4.5), px(4.5))

    def _paint_line(self, painter: QPainter, tone: str, on: bool) -> None:
        look, px = self.look, self.look.px
        x = px(9) if self._icon else px(10)
        if self._icon:
            painter.drawPixmap(QPointF(x, (self.height() - px(17)) / 2), look.pixmap(self._icon, tone, 17))
            x += px(26)
        right = self.width() - px(10)
        if self._count is not None:
            painter.setFont(look.font("small", tabular=True))
            painter.setPen(look.color("accent" if on else "text3"))
            area = QRectF(0, 0, right, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))
            right -= QFontMetrics(painter.font()).horizontalAdvance(str(self._count)) + px(6)
        font = look.font("body_m" if self._icon or on else "body")
        painter.setFont(font)
        painter.setPen(look.color("accent" if on else "text" if self._icon else "text2"))
        short = QFontMetrics(font).elidedText(self.words(), Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QRectF(x, 0, right - x + 2, self.height()), CENTRE_LEFT, short)


class Part(Painted):
    """A part of the debrief in its outline: a mark for its state, a title, and what is there already."""

    def __init__(self, look: Look, number: int, title: str, sub: str = "", state: str = "none") -> None:
        super().__init__(look, title, checkable=True)
        self._number, self._sub, self._state = number, sub, state
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(sub, state)

    def nextCheckState(self) -> None:
        """Clicking goes to the part; which one is open is for the page to say."""

    def set(self, sub: str, state: str) -> None:
        """What is there now; state: done, open, none."""
        self._sub, self._state = sub, state
        self.setAccessibleName(f"{self._number}. {self.words()}" + (f", {sub}" if sub else ""))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(180), self.look.px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px, on = self.look, self.look.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if on else self.shade("", "sunken", "hair")
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        self.paint_ring(painter, QRectF(self.rect()), px(8))
        icon, tone = PART_STATES[self._state]
        painter.drawPixmap(QPointF(px(10), px(8)), look.pixmap(icon, tone, 16))
        left, wide = px(35), self.width() - px(43)
        lines = (
            ("body_m", "accent" if on else "text", px(5), px(20), self.words()),
            ("small", "text2" if on else "text3", px(24), px(17), self._sub),
        )
        for role, color, top, tall, text in lines:
            font = look.font(role)
            painter.setFont(font)
            painter.setPen(look.color(color))
            short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(left, top, wide + 2, tall), CENTRE_LEFT, short)
