"""The head of the table: names to press for sorting, an arrow for how it is sorted, a menu for the columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from afterword.screen.columns import COLUMNS, title
from afterword.screen.look import Look


class Header(QHeaderView):
    """Painted, so that its arrow is ours and its names stand above the words of the rows."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._arrow: tuple[str, bool] = ("", False)
        self.first = "company"
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_sort(self, key: str, descending: bool) -> None:
        """Which sort key the arrow stands for; empty for none."""
        self._arrow = (key, descending)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(31))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, px = self._look, self._look.px
        column = COLUMNS[section]
        hovered = bool(column.sort) and self.viewport().underMouse() and self._hovered() == section
        font = look.font("small_m")
        painter.save()
        painter.fillRect(rect, look.color("base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("hair"))
        area = QRectF(rect).adjusted(px(16 if column.key == self.first else 8), 0, -px(4), 0)
        sorted_by = bool(column.sort) and self._arrow[0] == column.sort
        painter.setFont(font)
        painter.setPen(look.color("text" if hovered or sorted_by else "text3"))
        metrics = QFontMetricsF(font)
        room = area.width() - (px(16) if sorted_by else 0)
        words = metrics.elidedText(title(column), Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if sorted_by:
            picture = look.pixmap("arrow-down" if self._arrow[1] else "arrow-up", "accent", 12)
            left = area.left() + metrics.horizontalAdvance(words) + (px(4) if words else 0)
            painter.drawPixmap(QPointF(left, area.center().y() - px(6)), picture)
        painter.restore()

    def _hovered(self) -> int:
        return self.logicalIndexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
