"""The model of the table: ids in order with their section rows, and the rows of the page being painted."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from afterword.journal import interviews, lessons, rows
from afterword.journal.change import Change
from afterword.journal.finding import Filter
from afterword.journal.stories import Group, Row
from afterword.screen import cells
from afterword.screen.cells import AsOf
from afterword.screen.columns import COLUMNS, KEYS, title
from afterword.screen.desk import Desk
from afterword.screen.shifts import Shift, shifts

Index = QModelIndex | QPersistentModelIndex
BEFORE, AFTER = 32, 96  # rows fetched around one that is asked for
KEPT = 768  # rows kept; more than any screen shows
FEW = 8  # keys that are quicker looked for one by one
LISTED = ("application", "interview", "company", "reflection", "lesson", "lesson_evidence", "question", "search")


@dataclass(frozen=True)
class Asked:
    """What the table shows, and in which order."""

    group: str = "outcome"
    sort: str = ""
    descending: bool = False
    search_id: int = 0
    filter: Filter | None = None

    @property
    def searching(self) -> bool:
        return self.filter is not None and bool(self.filter.words)


class InterviewTable(QAbstractTableModel):
    """Holds keys only: the id of a row, or a negative number for the section that begins there."""

    about_to_arrange = Signal()
    arranged = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._flat: array[int] = array("q")
        self._groups: dict[int, Group] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._shown = ""  # the grouping that the sections are of
        self._pages: OrderedDict[int, Row] = OrderedDict()
        self.asked = Asked()
        self._has_lessons: bool | None = None
        self.asof = AsOf(desk.journal.now().date())
        desk.changed.connect(self._changed)

    # Asking

    def ask(self, **what: Any) -> None:
        """Show something else: any field of Asked."""
        self.asked = replace(self.asked, **what)
        self.refresh()

    def refresh(self) -> None:
        """Ask again, as of now."""
        asked = self.asked
        self.show(
            rows.order(
                self._desk.journal, group=asked.group, sort=asked.sort, descending=asked.descending,
                search_id=asked.search_id, filter=asked.filter,
            )
        )  # fmt: skip

    def show(self, order: rows.Order) -> None:
        """Show this order, which answers `asked`."""
        journal = self._desk.journal
        ahead = interviews.next_up(journal)
        self.asof = AsOf(journal.now().date(), ahead.id if ahead else 0, self._any_lessons)
        self._pages.clear()
        flat, groups = self._flattened(order)
        self.about_to_arrange.emit()
        self._groups = self._groups | groups  # sections that go are still asked for while they do
        self._arrange(flat)
        self._groups, self._shown = groups, self.asked.group
        if flat:
            self.dataChanged.emit(self.index(0, 0), self.index(len(flat) - 1, len(COLUMNS) - 1))
        self.arranged.emit()

    def _flattened(self, order: rows.Order) -> tuple[array[int], dict[int, Group]]:
        if self.asked.group == "none":
            return array("q", order.ids), {}
        flat: array[int] = array("q")
        groups: dict[int, Group] = {}
        start = 0
        for group in order.groups:
            number = self._numbers.setdefault((self.asked.group, group.key), -1 - len(self._numbers))
            groups[number] = group
            flat.append(number)
            flat.extend(order.ids[start : start + group.count])
            start += group.count
        return flat, groups

    def _any_lessons(self) -> bool:
        """Asked only when an interview ahead is painted, and once for as long as no lesson changes."""
        if self._has_lessons is None:
            self._has_lessons = lessons.any_kept(self._desk.journal)
        return self._has_lessons

    def _changed(self, change: Change) -> None:
        if change.touches("lesson"):
            self._has_lessons = None
        if self.asked.searching or change.touches(*LISTED):
            self.refresh()

    # Announcing

    def _arrange(self, flat: array[int]) -> None:
        steps = shifts(self._flat, flat) if self._flat else None
        if steps is None:
            self._lay_anew(flat)
            return
        for step in steps:
            self._shift(step)

    def _shift(self, step: Shift) -> None:
        top = QModelIndex()
        if step.target < 0:
            self.beginRemoveRows(top, step.source, step.source)
            self._flat.pop(step.source)
            self.endRemoveRows()
        elif step.source < 0:
            self.beginInsertRows(top, step.target, step.target)
            self._flat.insert(step.target, step.key)
            self.endInsertRows()
        elif step.source != step.target:
            below = step.target + 1 if step.target > step.source else step.target
            self.beginMoveRows(top, step.source, step.source, top, below)
            self._flat.insert(step.target, self._flat.pop(step.source))
            self.endMoveRows()

    def _lay_anew(self, flat: array[int]) -> None:
        """One announcement for all; whoever remembers an index keeps it with its row."""
        if not self._flat or not flat:
            self.beginResetModel()
            self._flat = flat
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = {index.row(): self._flat[index.row()] for index in before}
        wanted = set(keys.values())
        if len(wanted) > FEW:
            places = {key: at for at, key in enumerate(flat) if key in wanted}
        else:
            places = {key: flat.index(key) for key in wanted if key in flat}
        self._flat = flat
        after = []
        for index in before:
            at = places.get(keys[index.row()], -1)
            after.append(self.index(at, index.column()) if at >= 0 else QModelIndex())
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # Answering

    def is_section(self, row: int) -> bool:
        return 0 <= row < len(self._flat) and self._flat[row] < 0

    def section_rows(self) -> list[int]:
        """Where the sections begin."""
        if not self._groups:
            return []
        found, at = [], 0
        while at < len(self._flat):
            found.append(at)
            at += 1 + self._groups[self._flat[at]].count
        return found

    def section(self, row: int) -> tuple[str, int, str]:
        """Title, number of rows, and tone of the dot."""
        group = self._groups[self._flat[row]]
        words, tone = cells.section(group, self.asked.group)
        return words, group.count, tone

    def id_at(self, row: int) -> int:
        """The id of a row; 0 for a section or none."""
        return max(0, self._flat[row]) if 0 <= row < len(self._flat) else 0

    def row_of(self, key: int) -> int:
        """Where an id stands; -1 when it is not shown."""
        try:
            return self._flat.index(key)
        except ValueError:
            return -1

    def row_at(self, row: int) -> Row | None:
        """The facts of a row; None for a section. Fetches the page around it when it is not at hand."""
        key = self.id_at(row)
        if not key:
            return None
        found = self._pages.get(key)
        if found is None:
            self._fetch(row)
            found = self._pages.get(key)
        return found

    def _fetch(self, row: int) -> None:
        around = self._flat[max(0, row - BEFORE) : row + AFTER]
        missing = [key for key in around if key > 0 and key not in self._pages]
        self._pages.update(rows.page(self._desk.journal, missing))
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    @property
    def count(self) -> int:
        """Rows without sections."""
        return len(self._flat) - len(self._groups)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._flat)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        if self.is_section(index.row()):
            return self._section_data(index, role)
        row = self.row_at(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cells.sentence(row, self.asof) if column.key == "company" else None
        return column.text(row, self.asof)

    def _section_data(self, index: Index, role: int) -> Any:
        if index.column() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words, count, _tone = self.section(index.row())
        return f"{words}, {count}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_section(index.row()):
            return _ENABLED
        row = self.row_at(index.row())
        return _EDITABLE if row is not None and COLUMNS[index.column()].editable(row) else _SELECTABLE


def column_of(key: str) -> int:
    """Where a column stands in the model."""
    return KEYS.index(key)


# Asked for every cell painted, so they are put together once.
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_SELECTABLE = _ENABLED | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SELECTABLE | Qt.ItemFlag.ItemIsEditable
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole,
    }
)  # fmt: skip
