"""Things to choose: pills, groups of pills, the segmented switch, the tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Flow
from afterword.screen.pieces.marks import CENTRE_LEFT, paint_mark
from afterword.screen.pieces.painted import Painted

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def _step(event: QKeyEvent) -> int:
    """Which way an arrow key goes; 0 is no arrow."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return _STEPS.get(Qt.Key(event.key()), 0) if plain else 0


class Pill(Painted):
    """A word that can be true: a feeling, a filter. On is shape, weight and colour, never colour alone."""

    def __init__(
        self,
        look: Look,
        text: str,
        tone: str = "accent",
        tick: bool = False,
        count: int | None = None,
        mark: str | None = None,
    ) -> None:
        super().__init__(look, text, checkable=True)
        self._tone, self._tick, self._count, self._mark = tone, tick, count, mark
        self.set_count(count)
        self.toggled.connect(self.restyle)

    def set_count(self, count: int | None) -> None:
        self._count = count
        self.setAccessibleName(self.words() if count is None else f"{self.words()}, {count}")
        self.restyle()

    def sizeHint(self) -> QSize:
        px, metrics = self.look.px, QFontMetrics(self.look.font("small_m"))
        wide = metrics.horizontalAdvance(self.words()) + px(20)
        if self._count is not None:
            wide += metrics.horizontalAdvance(str(self._count)) + px(6)
        if self._mark or (self._tick and self.isChecked()):
            wide += px(17)
        return QSize(wide, px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px, on = self.look, self.look.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = f"{self._tone}_soft" if on else self.shade("base", "hover", "sunken")
        edge = self._tone if on else self.shade("line", "field", "field")
        painter.setBrush(look.color(fill))
        painter.setPen(QPen(look.color(edge), 1.5 if on and self.underMouse() else 1))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        self.paint_ring(painter, QRectF(self.rect()), area.height() / 2)
        x, side = px(10), px(13)
        if self._mark:
            paint_mark(painter, look, QRectF(x - px(1), (self.height() - side) / 2, side, side), self._mark)
            x += px(17)
        elif self._tick and on:
            painter.drawPixmap(QPointF(x - px(1), (self.height() - side) / 2), look.pixmap("check", self._tone, 13))
            x += px(17)
        self._paint_words(painter, x, on)

    def _paint_words(self, painter: QPainter, x: int, on: bool) -> None:
        font = self.look.font("small_m", tabular=True)
        painter.setFont(font)
        tone = self._tone if on else "text2" if self.isEnabled() else "disabled"
        painter.setPen(self.look.color(tone))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), CENTRE_LEFT, self.words())
        if self._count is not None:
            x += QFontMetrics(font).horizontalAdvance(self.words()) + self.look.px(6)
            painter.setPen(self.look.color(self._tone if on else "text3"))
            painter.drawText(QRectF(x, 0, self.width(), self.height()), CENTRE_LEFT, str(self._count))


class PillGroup(QWidget):
    """Pills in a flow: (key, text) each; one stop for Tab, the arrow keys walk. `single`: choosing one lets go of
    the others; again lets go of it too."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        choices: Sequence[tuple[str, str]],
        *,
        single: bool = False,
        tones: Mapping[str, str] | None = None,
        marks: Mapping[str, str] | None = None,
        name: str = "",
    ) -> None:
        super().__init__()
        self._single = single
        self.setAccessibleName(name)
        self._flow = Flow()
        self._pills: dict[str, Pill] = {}
        for key, text in choices:
            mark = (marks or {}).get(key)
            self.add(Pill(look, text, (tones or {}).get(key, "accent"), tick=not mark, mark=mark), key)
        self.setLayout(self._flow)

    def add(self, pill: Pill, key: str) -> None:
        """One more choice at the end."""
        self._pills[key] = pill
        self._flow.addWidget(pill)
        pill.clicked.connect(lambda: self._clicked(pill))
        pill.installEventFilter(self)
        self._stop_at(next(iter(self._pills.values())))

    def eventFilter(self, pill: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(pill, Pill):
            self._stop_at(pill)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and (by := _step(event)):
            row = list(self._pills.values())
            if pill in row:
                row[(row.index(pill) + by) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(pill, event)

    def _stop_at(self, stop: Pill) -> None:
        """Twelve feelings are one stop for Tab, as in any list."""
        for pill in self._pills.values():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, pill: Pill) -> None:
        if self._single and pill.isChecked():
            for other in self._pills.values():
                if other is not pill:
                    other.setChecked(False)
        self.changed.emit()

    def chosen(self) -> list[str]:
        """The keys that are on, in the order shown."""
        return [key for key, pill in self._pills.items() if pill.isChecked()]

    def choose(self, keys: Sequence[str]) -> None:
        """Set what is on, without a signal."""
        for key, pill in self._pills.items():
            pill.setChecked(key in keys)
        first = next((pill for pill in self._pills.values() if pill.isChecked()), None)
        if first is not None:
            self._stop_at(first)

    def pill(self, key: str) -> Pill:
        return self._pills[key]


class _Segment(Painted):
    """One of several; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, text: str, owner: Segmented) -> None:
        super().__init__(look, text, checkable=True)
        self._owner = owner
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.look.font("small_m")).horizontalAdvance(self.words()) + self.look.px(24)
        return QSize(wide, self.look.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _step(event):
            self._owner.step(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px, on = self.look, self.look.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "raised" if on else self.shade("", "hair", "line")
        if fill:
            painter.setBrush(look.color(fill))
            painter.setPen(QPen(look.color("line"), 1) if on else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, px(6), px(6))
        self.paint_ring(painter, QRectF(self.rect()), px(6))
        painter.setFont(look.font("small_m"))
        painter.setPen(look.color("text" if on else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words())


class Segmented(QWidget):
    """A switch between a few views; exactly one is on."""

    chosen = Signal(int)

    def __init__(self, look: Look, items: Sequence[str], current: int = 0, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.segments = [_Segment(look, text, self) for text in items]
        line = QHBoxLayout(self)
        line.setSpacing(0)
        for index, segment in enumerate(self.segments):
            line.addWidget(segment)
            segment.clicked.connect(lambda _on=False, i=index: self._choose(i))
        self._current = -1
        look.changed.connect(self._dress)
        self._dress()
        self.set_current(current)

    def _dress(self) -> None:
        edge = self._look.px(2)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, edge, edge, edge)
        self.setFixedHeight(self._look.px(30))
        self.setMaximumWidth(sum(each.sizeHint().width() for each in self.segments) + 2 * edge)
        self.update()

    def current(self) -> int:
        return self._current

    def set_current(self, index: int) -> None:
        """Show which one is on, without a signal."""
        self._current = index
        for at, segment in enumerate(self.segments):
            segment.setChecked(at == index)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == index else Qt.FocusPolicy.ClickFocus)

    def step(self, by: int) -> None:
        """To the neighbour, as the arrow keys do."""
        index = (self._current + by) % len(self.segments)
        self._choose(index)
        self.segments[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, index: int) -> None:
        if index != self._current:
            self.set_current(index)
            self.chosen.emit(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.color("sunken"))
        painter.setPen(QPen(self._look.color("hair"), 1))
        radius = self._look.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Tick(Painted):
    """A box to tick, with words or (named for screen readers by its owner) without."""

    def __init__(self, look: Look, text: str = "", on: bool = False) -> None:
        super().__init__(look, text, checkable=True)
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        px = self.look.px
        if not self.text():
            return QSize(px(20), px(20))
        return QSize(QFontMetrics(self.look.font("body")).horizontalAdvance(self.words()) + px(31), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px, on = self.look, self.look.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(px(2), (self.height() - px(16)) / 2, px(16), px(16)).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "disabled" if not self.isEnabled() else self.shade("field", "accent", "accent")
        rest = self.shade("fill", "fill_hover", "fill_press") if on else self.shade("base", "hover", "sunken")
        painter.setBrush(look.color(rest if self.isEnabled() else "sunken"))
        painter.setPen(QPen(look.color(rest if on and self.isEnabled() else edge), 1.25))
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            corner = QPointF(box.center().x() - px(12) / 2, box.center().y() - px(12) / 2)
            painter.drawPixmap(corner, look.pixmap("check", "on_fill" if self.isEnabled() else "text3", 12, 3.0))
        if self.text():
            painter.setFont(look.font("body"))
            painter.setPen(look.color("text" if self.isEnabled() else "disabled"))
            painter.drawText(QRectF(px(27), 0, self.width(), self.height()), CENTRE_LEFT, self.words())
            self.paint_ring(painter, QRectF(self.rect()), px(5))
        else:
            self.paint_ring(painter, QRectF(self.rect()), px(5))
