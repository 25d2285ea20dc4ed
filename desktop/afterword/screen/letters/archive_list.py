"""The list of what was found in an archive: the letters of each application together, oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from afterword.screen.letters.batch import Group
from afterword.screen.letters.draft import Draft
from afterword.screen.look import Look
from afterword.screen.pieces.labels import tip
from afterword.screen.pieces.marks import SURENESS
from afterword.words import _, short_day

WHAT, SUBJECT, DAY, SURE = range(4)
WIDTHS = (232, 0, 96, 84)
NARROW = 520


class ArchiveList(QTreeWidget):
    """Enter accepts a line, E changes it, Delete skips it."""

    accept_wanted = Signal()
    change_wanted = Signal()
    skip_wanted = Signal()
    chosen = Signal(object)  # Draft

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._look, self._today = look, today
        self.setAccessibleName(_("Emails about jobs"))
        self.setHeaderLabels([_("What it says"), _("Subject"), _("Day"), _("How sure")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(look.px(10))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, look.px(width))
        self.currentItemChanged.connect(self._told)

    def fill(self, groups: Sequence[Group]) -> None:
        """Show these; the line that was chosen stays, or the next one takes its place."""
        at = self._place()
        self.blockSignals(True)  # else every line that goes and comes is chosen for a moment
        self.clear()
        for group in groups:
            self._add(group)
        self.expandAll()
        self.blockSignals(False)
        lines = self.lines()
        if lines:
            self.setCurrentItem(lines[min(at, len(lines) - 1)])
        else:
            self.chosen.emit(None)

    def _add(self, group: Group) -> None:
        name = _("{name} (new)").format(name=group.name) if group.fresh else group.name
        top = QTreeWidgetItem([name])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        top.setFont(WHAT, self._look.font("body_s"))
        top.setSizeHint(WHAT, QSize(0, self._look.px(36)))
        self.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for draft in group.drafts:
            sent = draft.letter.sent
            texts = [draft.heading, draft.letter.subject, short_day(sent, self._today) if sent else "",
                     _(SURENESS.get(int(draft.verdict.sure), ""))]  # fmt: skip
            line = QTreeWidgetItem(top, texts)
            line.setData(WHAT, Qt.ItemDataRole.UserRole, draft)
            line.setSizeHint(WHAT, QSize(0, self._look.px(27)))
            line.setToolTip(SUBJECT, tip(draft.letter.subject))
            line.setData(WHAT, Qt.ItemDataRole.AccessibleTextRole, f"{group.name}: {', '.join(filter(None, texts))}")

    def lines(self) -> list[QTreeWidgetItem]:
        """Those of letters, from top to bottom."""
        tops = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        found = (top.child(number) for top in tops if top for number in range(top.childCount()))
        return [each for each in found if each is not None]

    def current(self) -> Draft | None:
        item = self.currentItem()
        found = item.data(WHAT, Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Draft) else None

    def _place(self) -> int:
        current = self.currentItem()
        return next((number for number, item in enumerate(self.lines()) if item is current), 0)

    def _told(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.childCount():
            self.setCurrentItem(item.child(0) or item)  # the name of an application stands for its first letter
        else:
            self.chosen.emit(self.current())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrow keys go from letter to letter, over the names of applications."""
        found = super().moveCursor(action, modifiers)
        if found.isValid() and not found.parent().isValid():
            up = action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePrevious)
            found = self.indexAbove(found) if up else self.indexBelow(found)
            return found if found.isValid() else self.currentIndex()
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room the subject goes; the card beside it has it."""
        narrow = event.size().width() < self._look.px(NARROW)
        self.setColumnHidden(SUBJECT, narrow)
        mode = QHeaderView.ResizeMode
        self.header().setSectionResizeMode(WHAT, mode.Stretch if narrow else mode.Interactive)
        if not narrow:
            self.setColumnWidth(WHAT, self._look.px(WIDTHS[WHAT]))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Return: self.accept_wanted, Qt.Key.Key_Enter: self.accept_wanted,
            Qt.Key.Key_E: self.change_wanted, Qt.Key.Key_Delete: self.skip_wanted,
        }  # fmt: skip
        wanted = signals.get(Qt.Key(event.key()))
        if wanted is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            wanted.emit()
        else:
            super().keyPressEvent(event)
