"""How the rows of the table are painted: a slice of the row's ground in each cell, and the words upon it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from afterword.journal.stories import Row
from afterword.screen import cells, editors
from afterword.screen.columns import COLUMNS
from afterword.screen.look import Look
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.marks import paint_chip
from afterword.screen.table import InterviewTable

Index = QModelIndex | QPersistentModelIndex
EDGE, PAD, INSET = 16, 8, 8  # margins of the first cell, of the others, and of a row's ground
LINE1, LINE2 = 18, 16
NEEDED = 164  # px for the editor of a day and an hour
MEASURED = 2000  # widths of texts remembered
CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowState:
    """What the view knows of the rows beside their selection; the delegate reads it when it paints."""

    def __init__(self) -> None:
        self.hovered = -1
        self.drop = -1
        self.current = -1
        self.ring = False  # the keyboard is here, so the current cell is shown
        self.compact = False
        self.visible: tuple[str, ...] = ()


class RowDelegate(QStyledItemDelegate):
    """Paints cells and sections, makes inline editors, and says what was entered in them."""

    edited = Signal(object, str, object)  # id, column, value

    def __init__(self, look: Look, table: InterviewTable, state: RowState, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._table, self._state, self._view = look, table, state, view
        self._fonts: dict[str, tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, str], float] = {}
        look.changed.connect(self._forget)
        self._painters: dict[str, Callable[[QPainter, QRectF, Row], None]] = {
            "company": self._company, "date": self._date, "outcome": self._outcome, "left": self._left,
            "mark": self._mark,
        }  # fmt: skip

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        number = index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._table.is_section(number):
            self._section(painter, area, number)
        else:
            key = COLUMNS[index.column()].key
            row = self._table.row_at(number)
            # Not by `option.state`: the names of its flags cost 9 ms of the start.
            current = self._view.currentIndex()
            selected = current.row() == number
            focused = selected and current.column() == index.column() and self._view.hasFocus()
            self._ground(painter, area, number, key, selected)
            if row is not None:
                paint = self._painters.get(key)
                inside = self._inside(area, key)
                if paint is not None:
                    paint(painter, inside, row)
                else:
                    self._text(painter, inside, COLUMNS[index.column()].text(row, self._table.asof))
            if focused and self._state.ring:
                self._ring(painter, area, key)
        painter.restore()

    def _ends(self, key: str) -> tuple[bool, bool]:
        visible = self._state.visible
        return key == visible[0], key == visible[-1]

    def _inside(self, area: QRectF, key: str) -> QRectF:
        first, _last = self._ends(key)
        return area.adjusted(self._look.px(EDGE if first else PAD), 0, -self._look.px(4), 0)

    def _ground(self, painter: QPainter, area: QRectF, number: int, key: str, selected: bool) -> None:
        """This cell's slice of the rounded ground of its row, or of the hairline below it."""
        state, px = self._state, self._look.px
        first, last = self._ends(key)
        drop = state.drop == number
        if selected or drop or state.hovered == number:
            box = area.adjusted(px(INSET) if first else -20, 1, -px(INSET) if last else 20, -1)
            painter.setClipRect(area)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent_soft" if drop else "sel" if selected else "hover"))
            painter.drawRoundedRect(box, px(8), px(8))
            if drop:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._look.color("accent"), 2))
                painter.drawRoundedRect(box.adjusted(1 if first else 0, 1, -1 if last else 0, -1), px(8), px(8))
            painter.setClipping(False)
        elif self._has_line(number):
            left = area.left() + (px(EDGE) if first else 0)
            right = area.right() - (px(EDGE) if last else 0)
            painter.fillRect(QRectF(left, area.bottom() - 1, right - left, 1), self._look.color("hair"))

    def _has_line(self, number: int) -> bool:
        """No line below the last row of a section, nor above a row with a ground of its own."""
        below = number + 1
        if below >= self._table.rowCount() or self._table.is_section(below):
            return False
        return below not in (self._state.current, self._state.hovered, self._state.drop)

    def _ring(self, painter: QPainter, area: QRectF, key: str) -> None:
        px = self._look.px
        first, last = self._ends(key)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("accent"), 2))
        box = area.adjusted(px(INSET) + 1 if first else 1, 2, -px(INSET) - 1 if last else -1, -2)
        painter.drawRoundedRect(box, px(7), px(7))

    def _section(self, painter: QPainter, area: QRectF, number: int) -> None:
        px, look = self._look.px, self._look
        title, count, tone = self._table.section(number)
        middle = area.center().y() + px(4.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(tone))
        painter.drawEllipse(QPointF(area.left() + px(20), middle), look.scale * 3.5, look.scale * 3.5)
        line = area.adjusted(px(30), px(8), -px(EDGE), 0)
        used = self._words(painter, line, title, "small_m", "text2")
        self._words(painter, line.adjusted(used + px(7), 0, 0, 0), f"{count:n}", "small 1", "text3")

    def _forget(self) -> None:
        self._fonts.clear()
        self._widths.clear()

    def _font(self, role: str) -> tuple[QFont, QFontMetricsF]:
        """The font of a role; "body 1" and the like have figures of one width."""
        if role not in self._fonts:
            name, _space, tabular = role.partition(" ")
            font = self._look.font(name, tabular=bool(tabular))
            self._fonts[role] = font, QFontMetricsF(font)
        return self._fonts[role]

    def _width(self, role: str, text: str) -> float:
        """Measured once: measuring costs as much as writing."""
        key = (role, text)
        if key not in self._widths:
            if len(self._widths) > MEASURED:
                self._widths.clear()
            self._widths[key] = self._font(role)[1].horizontalAdvance(text)
        return self._widths[key]

    def _words(self, painter: QPainter, area: QRectF, text: str, role: str, tone: str) -> float:
        """Write one line, shortened to fit; returns how wide it became."""
        font, metrics = self._font(role)
        painter.setFont(font)
        painter.setPen(self._look.color(tone))
        wide = self._width(role, text)
        if wide > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
        painter.drawText(area, CENTRE, text)
        return wide

    def _lines(self, area: QRectF, first: int = LINE1, second: int = LINE2) -> tuple[QRectF, QRectF]:
        px = self._look.px
        top = area.top() + (area.height() - px(first) - px(second)) / 2
        upper = QRectF(area.left(), top, area.width(), px(first))
        return upper, QRectF(area.left(), upper.bottom(), area.width(), px(second))

    # Cells

    def _company(self, painter: QPainter, area: QRectF, row: Row) -> None:
        merged = "left" not in self._state.visible
        stage = "" if "stage" in self._state.visible else cells.stage(row)
        if self._state.compact:
            self._beside(painter, area, row.company, stage if merged else row.title)
        elif merged:
            upper, lower = self._lines(area, LINE1, 20)
            self._beside(painter, upper, row.company, stage)
            self._told(painter, lower, row, small=True)
        else:
            upper, lower = self._lines(area)
            self._words(painter, upper, row.company, "body_s", "text")
            title = "" if "role" in self._state.visible else row.title
            second = ", ".join(part for part in (stage, title) if part)
            self._words(painter, lower, second, "small", "text2")

    def _beside(self, painter: QPainter, area: QRectF, name: str, other: str) -> None:
        used = self._words(painter, area, name, "body_s", "text")
        rest = area.adjusted(used + self._look.px(7), 0, 0, 0)
        if other and rest.width() > self._look.px(24):
            self._words(painter, rest, other, "body", "text3")

    def _text(self, painter: QPainter, area: QRectF, text: str) -> None:
        self._words(painter, area, " ".join(text.split()), "body 1", "text2")

    def _date(self, painter: QPainter, area: QRectF, row: Row) -> None:
        asof = self._table.asof
        relation = cells.relation(row, asof)
        if self._state.compact or not relation:
            self._words(painter, area, cells.day(row, asof), "body 1", "text")
            return
        upper, lower = self._lines(area)
        self._words(painter, upper, cells.day(row, asof), "body 1", "text")
        self._words(painter, lower, relation, "small 1", "text3")

    def _outcome(self, painter: QPainter, area: QRectF, row: Row) -> None:
        paint_chip(painter, self._look, area, cells.outcome(row), cells.tone(row))

    def _left(self, painter: QPainter, area: QRectF, row: Row) -> None:
        self._told(painter, area, row)

    def _told(self, painter: QPainter, area: QRectF, row: Row, *, small: bool = False) -> None:
        """What the row left; a person's own words are always serif."""
        left = cells.left(row, self._table.asof)
        px, size = self._look.px, 14 if small else 15
        if left.kind == "chip" and "outcome" in self._state.visible:
            return  # it stands there already
        if left.kind == "chip":
            paint_chip(painter, self._look, area, left.text, left.tone)
            return
        if left.kind == "sheet":
            picture = self._look.pixmap("scroll-text", left.tone, size)
            painter.drawPixmap(QPointF(area.left(), area.top() + (area.height() - px(size)) / 2), picture)
            area = area.adjusted(px(size + (5 if small else 6)), 0, 0, 0)
        tone = "text2" if small and left.kind == "own" else left.tone
        self._words(painter, area, left.text, "own" if left.kind == "own" else "small" if small else "body", tone)

    def _mark(self, painter: QPainter, area: QRectF, row: Row) -> None:
        found = cells.mark(row)
        if found:
            top = area.top() + (area.height() - self._look.px(16)) / 2
            painter.drawPixmap(QPointF(area.left(), top), self._look.pixmap(found[0], found[1], 16))

    # Hints

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.px(50), self._look.px(34 if self._state.compact else 50))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole text of a cell, where the cell shows only part of it or a sign."""
        row = self._table.row_at(index.row())
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        QToolTip.showText(event.globalPos(), self.hint(row, COLUMNS[index.column()].key), view)
        return True

    def hint(self, row: Row, key: str) -> str:
        """What the tooltip of a cell says: plain text, made safe for Qt, which would take tags for tags."""
        column = next(column for column in COLUMNS if column.key == key)
        text = column.text(row, self._table.asof)
        if key == "company":
            parts = [row.company, row.title, cells.stage(row)]
            if "left" not in self._state.visible:
                parts.append(cells.left(row, self._table.asof).text)
            text = "\n".join(part for part in parts if part)
        return tip(text)

    # Editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = self._table.row_at(index.row())
        assert row is not None
        editor = editors.make(COLUMNS[index.column()].key, self._look, row, self._table.asof.today, parent)
        if isinstance(editor, editors.StageEditor):
            editor.finished.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Nothing: an editor is filled when it is made, and what is being typed is never written over."""

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """Says what was entered; the model itself never writes."""
        if isinstance(editor, editors.Editor) and editor.changed:
            self.edited.emit(self._table.id_at(index.row()), COLUMNS[index.column()].key, editor.entered)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        area = QRect(option.rect)
        tall = min(area.height() - 4, self._look.px(32))
        needed = NEEDED if isinstance(editor, editors.DateEditor) else 0
        wide = max(area.width() - self._look.px(4), self._look.px(needed))
        room = editor.parentWidget()
        left = max(0, min(area.left(), room.width() - wide)) if room else area.left()
        editor.setGeometry(left, area.center().y() - tall // 2 + 1, wide, tall)
