"""What Afterword has learned: every correction that is remembered about letters, to be seen and removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from afterword.journal import corrections
from afterword.journal.change import Change
from afterword.journal.corrections import SENDER, Remembered
from afterword.screen.desk import Desk
from afterword.screen.letters import news
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label, tip
from afterword.trouble import Trouble
from afterword.words import _


class LearnedPage(QWidget):
    """A list; Delete forgets one (undoable). Kept on this computer, like everything."""

    forgotten = Signal(str)  # what is said, with Undo
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("learned")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._desk = desk
        self.list = QListWidget()
        self.list.setAccessibleName(_("What Afterword has learned from you"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label(
            _("Nothing yet. When you change what a letter is, or which company it is from, it is remembered here."),
            "body", "text3", wrap=True,
        )  # fmt: skip
        self.drop = button(look, _("Forget this"), "")
        self.drop.clicked.connect(self.forget)
        intro = _("Your corrections, used when the next letter is read. They stay on this computer.")
        inside = QWidget()
        inside.setMaximumWidth(look.px(720))
        inside.setLayout(
            column(
                label(_("What Afterword has learned from you"), "page", wrap=True),
                label(intro, "body", "text2", wrap=True),
                self._none, (self.list, 1), row(self.drop, "*", space=8), "*", space=8,
            )
        )  # fmt: skip
        self.setLayout(row((inside, 4), "*", margins=(24, 18, 24, 18)))
        self.setFocusProxy(self.list)
        desk.changed.connect(self._changed)
        self.refresh()

    def _changed(self, change: Change) -> None:
        if change.touches("correction"):
            self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        found = corrections.everything(self._desk.journal)
        at = self.list.currentRow()
        self.list.clear()
        for each in found:
            item = QListWidgetItem(in_words(each))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setToolTip(tip(in_words(each)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(0, at), len(found) - 1))
        self.list.setVisible(bool(found))
        self.drop.setVisible(bool(found))
        self._none.setVisible(not found)

    def forget(self) -> None:
        """Let go of the chosen one; undo brings it back."""
        item = self.list.currentItem()
        if item is None:
            return
        try:
            self._desk.do(corrections.forget, int(item.data(Qt.ItemDataRole.UserRole)))
        except Trouble as trouble:
            self.troubled.emit(trouble)
        else:
            self.forgotten.emit(_("Forgotten."))


def in_words(each: Remembered) -> str:
    """One correction as a sentence."""
    if each.kind == SENDER:
        return _("Emails from {sender} are from {company}.").format(sender=each.key, company=each.value)
    meaning = _(news.NAMES.get(each.value, each.value))
    return _("“{sentence}” means: {meaning}").format(sentence=each.example or each.key, meaning=meaning)
