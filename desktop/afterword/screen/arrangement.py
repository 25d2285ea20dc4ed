"""Where things stand in the table: heights, spans, column widths, and the place scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from afterword.screen.columns import COLUMNS, KEYS, fitting, widths
from afterword.screen.delegates import RowState
from afterword.screen.look import Look
from afterword.screen.table import InterviewTable

ROW, COMPACT, SECTION = 50, 34, 34  # px at 100 %
MANY = 200  # sections


class Arrangement(QObject):
    """Belongs to one view; arranges it anew when rows, columns, width or text size change."""

    def __init__(self, look: Look, table: InterviewTable, state: RowState, view: QTableView) -> None:
        super().__init__(view)  # goes with its view, and hears nothing after it
        self._look, self._table, self._state, self._view = look, table, state, view
        self._anchor: tuple[int, int] = (0, 0)
        self._spanned = 0
        self.wanted: tuple[str, ...] = KEYS

    def redress(self) -> None:
        """Theme or text size changed."""
        self._anchor = (0, 0)
        self.settle()
        self.fit()

    # Across

    def set_columns(self, keys: Sequence[str]) -> None:
        """Which columns are wanted, if there is room for them."""
        self.wanted = tuple(keys)
        self.fit()

    def fit(self) -> None:
        """Give the room there is to the columns that fit in it."""
        view = self._view
        width = view.viewport().width()
        shown = fitting(self.wanted, width / self._look.scale)
        sizes = widths(shown, width, self._look.scale)
        self._state.visible = shown
        for at, column in enumerate(COLUMNS):
            hidden = column.key not in sizes
            if view.isColumnHidden(at) != hidden:
                view.setColumnHidden(at, hidden)
            if not hidden and view.columnWidth(at) != sizes[column.key]:
                view.setColumnWidth(at, sizes[column.key])
        view.viewport().update()

    # Down

    def hold(self) -> None:
        """Remember what stands at the top, to leave it there."""
        view = self._view
        top = view.rowAt(0)
        if self._table.is_section(top):
            top += 1
        key = self._table.id_at(top) if view.verticalScrollBar().value() else 0
        self._anchor = (key, view.rowViewportPosition(top)) if key else (0, 0)
        if self._spanned > MANY:
            # Else the header remembers each section row through the change, at the cost of an index each.
            view.clearSpans()
            view.verticalHeader().setDefaultSectionSize(self._row_height())

    def _row_height(self) -> int:
        return self._look.px(COMPACT if self._state.compact else ROW)

    def settle(self) -> None:
        """Heights and spans for the rows there are now; scrolled as before."""
        view, px = self._view, self._look.px
        side = view.verticalHeader()
        sections = self._table.section_rows()
        side.setUpdatesEnabled(False)
        side.setDefaultSectionSize(self._row_height())
        if self._spanned:
            view.clearSpans()
        for row in sections:
            side.resizeSection(row, px(SECTION))
            view.setSpan(row, 0, 1, len(COLUMNS))
        self._spanned = len(sections)
        side.setUpdatesEnabled(True)
        self._scroll_back()

    def _scroll_back(self) -> None:
        key, place = self._anchor
        row = self._table.row_of(key) if key else -1
        if row >= 0:
            bar = self._view.verticalScrollBar()
            self._view.updateGeometries()
            bar.setValue(bar.value() + self._view.rowViewportPosition(row) - place)
