"""Letters that were put aside: kept, unfiled, changing nothing until they are looked at again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from afterword.journal import letters
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _, short_day


class UnfiledPage(QWidget):
    """A list; Enter reads one again, Delete lets it go (undoable)."""

    opened = Signal(object)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("unfiled")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._desk = desk
        self.count = 0
        self.list = QListWidget()
        self.list.setAccessibleName(_("Unfiled emails"))
        self.list.itemActivated.connect(lambda _item: self._open())
        self._none = label(
            _("Nothing here. Emails that you put aside with Not now wait here."), "body", "text3", wrap=True
        )
        read, drop = button(look, _("Read it again"), "primary"), button(look, _("Let it go"), "")
        read.clicked.connect(self._open)
        drop.clicked.connect(self.forget)
        intro = label(_("Kept, and changing nothing until you look at them again."), "body", "text2", wrap=True)
        inside = QWidget()
        inside.setMaximumWidth(look.px(720))
        inside.setLayout(
            column(
                label(_("Unfiled emails"), "page"),
                intro,
                self._none,
                (self.list, 1),
                row(read, drop, "*", space=8),
                space=8,
            )
        )
        self.setLayout(row((inside, 4), "*", margins=(24, 18, 24, 18)))
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        found = letters.unfiled(self._desk.journal)
        self.count = len(found)
        self.list.clear()
        for each in found:
            day = short_day(each.sent_at) if each.sent_at else ""
            text = " · ".join(
                part for part in (each.subject or each.file, each.sender_name or each.sender, day) if part
            )
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)

    def _current(self) -> int:
        item = self.list.currentItem()
        return int(item.data(Qt.ItemDataRole.UserRole)) if item else 0

    def _open(self) -> None:
        if key := self._current():
            self.opened.emit(key)

    def forget(self) -> None:
        """Let go of the chosen one; undo brings it back."""
        if key := self._current():
            try:
                self._desk.do(letters.forget, key)
            except Trouble as trouble:
                self.troubled.emit(trouble)
