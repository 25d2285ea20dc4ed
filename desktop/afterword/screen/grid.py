"""The table on screen: what keys, mouse and menus do on it. It asks and tells; it changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)  # fmt: skip

from afterword.screen.arrangement import Arrangement
from afterword.screen.columns import CHOICES, COLUMNS, KEYS, title
from afterword.screen.delegates import RowDelegate, RowState
from afterword.screen.header import Header
from afterword.screen.look import Look
from afterword.screen.outcome_menu import OutcomeMenu
from afterword.screen.table import InterviewTable, column_of
from afterword.words import _

Index = QModelIndex | QPersistentModelIndex
NAVIGATION = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2,
)  # fmt: skip
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Grid(QTableView):
    """The interviews, one row chosen at a time."""

    chosen = Signal(object, str)  # id and kind of the row chosen; 0 and "" for none
    columns_wanted = Signal(object)  # keys of the columns to show
    delete_wanted = Signal()
    edited = Signal(object, str, object)  # id, column, value
    opened = Signal(object, str)
    outcome_wanted = Signal(object, str)  # id, letter
    search_wanted = Signal(str)  # letters typed on the table: a company that begins so
    sort_wanted = Signal(str)

    def __init__(self, look: Look, table: InterviewTable) -> None:
        super().__init__()
        self._look, self._table = look, table
        self._state = RowState()
        self._actions: list[QAction] = []
        self._chosen: tuple[int, str] = (0, "")
        self._typed, self._since = "", QElapsedTimer()
        self._delegate = RowDelegate(look, table, self._state, self)
        self._delegate.edited.connect(self.edited)
        self.header = Header(look, self)
        self._dress()
        self.setHorizontalHeader(self.header)
        self.setModel(table)
        self.setItemDelegate(self._delegate)
        self._arrangement = Arrangement(look, table, self._state, self)
        self.header.sectionClicked.connect(self._sort)
        self.header.customContextMenuRequested.connect(self._columns_menu)
        table.about_to_arrange.connect(self._arrangement.hold)
        table.arranged.connect(self._settle)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell())
        look.changed.connect(self._arrangement.redress)
        self._settle()

    def _dress(self) -> None:
        self.setAccessibleName(_("Interviews"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(10)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # Layout

    def set_density(self, density: str) -> None:
        """comfortable or compact"""
        self._state.compact = density == "compact"
        self._arrangement.settle()

    def set_columns(self, keys: Sequence[str]) -> None:
        """Which columns are wanted; a narrow table shows fewer."""
        self._arrangement.set_columns(keys)

    @property
    def visible_columns(self) -> tuple[str, ...]:
        return self._state.visible

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrangement.fit()

    def _settle(self) -> None:
        self._arrangement.settle()
        self._state.hovered = -1
        self._choose_some()
        self._tell()

    def _choose_some(self) -> None:
        """A row is always chosen where there is one: the same, else the one in its place."""
        current = self.currentIndex()
        if (current.isValid() and not self._table.is_section(current.row())) or not self._table.count:
            return
        at = max(0, current.row())
        for row in (*range(at, min(at + 3, self._table.rowCount())), *range(at, -1, -1)):
            if self._table.id_at(row):
                self._go(row, scroll=False)
                return

    def _tell(self) -> None:
        row = self._table.row_at(self.currentIndex().row())
        chosen = (row.id, row.kind) if row else (0, "")
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen.emit(*chosen)
        self._state.current = self.currentIndex().row()
        self.viewport().update()

    # Choosing

    def choose(self, key: int) -> bool:
        """Make a row current by its id, and show it. False when it is not among those shown."""
        row = self._table.row_of(key)
        if row >= 0:
            self._go(row)
        return row >= 0

    def step(self, by: int) -> None:
        """To the next row or the one before, over sections."""
        row = self.currentIndex().row() + by
        while self._table.is_section(row):
            row += by
        if self._table.id_at(row):
            self._go(row)

    def _go(self, row: int, *, scroll: bool = True) -> None:
        column = self.currentIndex().column()
        index = self._table.index(row, column if column >= 0 and not self.isColumnHidden(column) else 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        keep = self.hasAutoScroll()
        self.setAutoScroll(scroll and keep)
        self.selectionModel().setCurrentIndex(index, flags)
        self.setAutoScroll(keep)
        if scroll:
            self.scrollTo(self._table.index(row, 0))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """As Qt has it, but never onto a section; Home and End go to the first and last row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        here = self.currentIndex()
        if action in ends:
            found = self._table.index(0 if ends[action] == 0 else self._table.rowCount() - 1, max(0, here.column()))
        else:
            found = super().moveCursor(action, modifiers)
        if not found.isValid() or not self._table.is_section(found.row()):
            return found
        by = -1 if found.row() < here.row() and action not in ends else 1
        for row in (found.row() + by, found.row() - by):
            if self._table.id_at(row):
                return self._table.index(row, max(0, here.column()))
        return here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in NAVIGATION:
            self._show_ring(True)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_F2:
            self.edit_here()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed in a row find a company; the rows are not all here, so the journal is asked."""
        if self._since.isValid() and self._since.elapsed() > QApplication.keyboardInputInterval():
            self._typed = ""
        self._since.restart()
        self._typed = (self._typed + search).lstrip()
        if self._typed:
            self.search_wanted.emit(self._typed)

    def _open(self) -> None:
        row = self._table.row_at(self.currentIndex().row())
        if row:
            self.opened.emit(row.id, row.kind)

    # Editing

    def edit_here(self) -> None:
        """Edit the current cell, or the first of its row that can be."""
        here = self.currentIndex()
        if not here.isValid() or self._table.is_section(here.row()):
            return
        if not self._can_edit(here):
            here = self._next_cell(self._table.index(here.row(), 0), 1)
        if here.isValid():
            self._edit(here)

    def _can_edit(self, index: Index) -> bool:
        return not self.isColumnHidden(index.column()) and bool(self._table.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _edit(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if COLUMNS[index.column()].key == "outcome":
            self.popup_outcome()
        else:
            self.edit(index)

    def _next_cell(self, index: Index, by: int) -> QModelIndex:
        """The next cell of the row that can be edited, in the order they stand."""
        for column in range(index.column() + by, len(COLUMNS) if by > 0 else -1, by):
            found = self._table.index(index.row(), column)
            if self._can_edit(found):
                return found
        return QModelIndex()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell that can be edited, and stays in the row."""
        ends = QAbstractItemDelegate.EndEditHint
        by = {ends.EditNextItem: 1, ends.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, ends.NoHint if by else hint)
        following = self._next_cell(self.currentIndex(), by) if by else QModelIndex()
        if following.isValid():
            self._edit(following)
        else:
            self.setFocus()

    def popup_outcome(self) -> None:
        """The outcomes of the current row, each with its letter, beside the row."""
        row = self._table.row_at(self.currentIndex().row())
        if row is None:
            return
        menu = OutcomeMenu(row, self)
        menu.wanted.connect(lambda letter: self.outcome_wanted.emit(row.id, letter))
        area = self.visualRect(self._table.index(self.currentIndex().row(), column_of("date")))
        menu.popup(self.viewport().mapToGlobal(area.bottomLeft()))

    # Mouse

    def set_drop_row(self, row: int | None) -> None:
        """The row that what is dragged would fall on."""
        self._state.drop = -1 if row is None else row
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        row = row if self._table.id_at(row) else -1
        if row != self._state.hovered:
            self._state.hovered = row
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(False)
        if self._table.id_at(self.rowAt(event.position().toPoint().y())):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not self._table.id_at(index.row()):
            return
        if self._can_edit(index):
            self._edit(index)
        else:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(event.reason() in KEYBOARD)
        super().focusInEvent(event)

    def _show_ring(self, on: bool) -> None:
        if on != self._state.ring:
            self._state.ring = on
            self.viewport().update()

    # Menus

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        self._actions = list(actions)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(area.center())
        elif not self._table.id_at(self.rowAt(event.pos().y())):
            return
        if self._actions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self._actions)
            menu.popup(at)

    def _sort(self, section: int) -> None:
        if COLUMNS[section].sort:
            self.sort_wanted.emit(COLUMNS[section].sort)

    def _columns_menu(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.popup(self.header.mapToGlobal(at))

    def columns_menu(self) -> QMenu:
        """A tick for each column that can be shown or not."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in CHOICES:
            action = menu.addAction(_(column.choice) or title(column))
            action.setCheckable(True)
            action.setChecked(column.key in self._arrangement.wanted)
            action.toggled.connect(lambda on, key=column.key: self._show_column(key, on))
        return menu

    def _show_column(self, key: str, on: bool) -> None:
        now = set(self._arrangement.wanted)
        wanted = now | {key} if on else now - {key}
        self.columns_wanted.emit([each for each in KEYS[1:] if each in wanted])  # the company is always there
