"""The palette: every action and every interview, by a few letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from afterword.journal import finding, rows
from afterword.journal.terms import Stage
from afterword.screen.actions import Actions
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card
from afterword.words import _

MOST = 8
LOOKED_AT = 100  # passages, the newest: each key is answered at once
ACTION, INTERVIEW = "action", "interview"


class Palette(QWidget):
    """Over the window: type, Up and Down, Enter; Esc or a click beside it closes."""

    interview_wanted = Signal(object)

    def __init__(self, look: Look, desk: Desk, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._desk, self._actions, self._window = look, desk, actions, window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Find an action"))
        self._before = QApplication.focusWidget()
        self.setGeometry(window.rect())
        card = Card(look, "raised", "line", 12)
        card.setFixedWidth(look.px(560))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find an action or an interview"))
        self.field.setAccessibleName(_("Find an action or an interview"))
        self.found = QListWidget()
        self.found.setAccessibleName(_("Found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setUniformItemSizes(True)
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
        inside.addWidget(self.field)
        inside.addWidget(self.found)
        outer = QVBoxLayout(self)
        outer.addSpacing(look.px(80))
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.found.itemClicked.connect(self._run)
        window.installEventFilter(self)
        self._fill("")

    def showEvent(self, _event: object) -> None:
        self.raise_()
        self.field.setFocus()

    def _fill(self, text: str) -> None:
        self.found.clear()
        needle = text.casefold().strip()
        for act, action in self._actions.named():
            plain = _(act.text).replace("&", "")
            if action.isEnabled() and action.isVisible() and needle in plain.casefold() and act.key != "palette":
                self._add(plain, action.shortcut().toString(), (ACTION, act.key))
        wanted = finding.parse(text)
        if not wanted.empty:
            journal = self._desk.journal
            order = rows.order_by(
                journal.connection.execute, journal.now(), group="none", filter=wanted, newest=LOOKED_AT
            )
            page = rows.page(journal, order.ids[:MOST])
            for key in order.ids[:MOST]:
                row = page[key]
                stage = Stage(row.stage).label if row.stage else row.title
                self._add(f"{row.company}, {stage}", _("Interview"), (INTERVIEW, row.id))
        self.found.setCurrentRow(0)
        height = self.found.sizeHintForRow(0) if self.found.count() else 0
        self.found.setFixedHeight(height * min(self.found.count(), MOST) + 4)

    def _add(self, text: str, keys: str, does: tuple[str, object]) -> None:
        item = QListWidgetItem(f"{text}    {keys}" if keys else text)
        item.setData(Qt.ItemDataRole.UserRole, does)
        self.found.addItem(item)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        kind, value = item.data(Qt.ItemDataRole.UserRole)
        self._leave()
        if kind == ACTION:
            self._actions[value].trigger()
        else:
            self.interview_wanted.emit(value)

    def _leave(self) -> None:
        """Close, and be again where one was before; hiding would pass the keys on to whatever comes next."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.found.count():
                self.found.setCurrentRow((self.found.currentRow() + step) % self.found.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.found.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("shadow", 0.45 if self._look.dark else 0.22))
