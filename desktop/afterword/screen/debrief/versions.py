"""Earlier versions of one text: when, how it began, and one button to have it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from afterword.journal import reflections
from afterword.screen.debrief.saving import Field
from afterword.screen.debrief.sitting import Sitting
from afterword.screen.pieces.boxes import column, row, scroll
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.words import _, clock, day_of_month

PREVIEW = 60  # characters


class VersionsDialog(QDialog):
    """A list left, the whole text right. Restoring is one more save, so nothing is lost by it."""

    def __init__(self, sitting: Sitting, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        look = sitting.look
        self._field = field
        self.setWindowTitle(_("Earlier versions"))
        self.setModal(True)
        self.resize(look.px(640), look.px(400))
        subject = field.subject()
        self.versions = reflections.versions(sitting.desk.journal, *subject) if subject else ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Earlier versions, newest first"))
        self.list.setFixedWidth(look.px(220))
        self.list.setSpacing(look.px(3))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, text in self.versions:
            first = " ".join(text.split())[:PREVIEW]
            item = QListWidgetItem(f"{day_of_month(at)}, {clock(at)}\n{first}", self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{day_of_month(at)}, {clock(at)}: {first}")
        self.text = label("", "own", wrap=True, select=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.restore = button(look, _("Restore this one"), "primary")
        self.restore.setEnabled(bool(self.versions))
        self.restore.clicked.connect(self._restore)
        close = button(look, _("Close"), "quiet")
        close.clicked.connect(self.reject)
        none = _("There is no earlier version of this text yet.")
        body = row(self.list, (scroll(self.text), 1), space=14) if self.versions else label(none, "body", "text2")
        self.setLayout(
            column(
                label(_("Earlier versions"), "title"), label(field.name, "body", "text2", wrap=True), (body, 1),
                row("*", close, self.restore, space=8), space=10, margins=(20, 18, 20, 16),
            )
        )  # fmt: skip
        self.list.currentRowChanged.connect(self._show)
        if self.versions:
            self.list.setCurrentRow(0)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self.versions):
            self.text.setText(self.versions[at][1])

    def _restore(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.versions):
            self._field.write(self.versions[at][1])
        self.accept()
