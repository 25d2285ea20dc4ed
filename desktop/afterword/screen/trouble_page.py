"""When the journal cannot be opened: what happened, what to do, and where the file lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _


class TroubleWindow(QMainWindow):
    """A full page, since nothing else can be shown. Never makes an empty journal where one exists."""

    def __init__(self, look: Look, trouble: Trouble, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle("Afterword")
        self.setMinimumSize(720, 420)
        page = QWidget()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        body = QWidget()
        body.setMaximumWidth(look.px(560))
        show = button(look, _("Show the folder"), "primary")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        leave = button(look, _("Close"), "quiet")
        leave.clicked.connect(self.close)
        body.setLayout(
            column(label(_("The journal could not be opened."), "page"),
                   label(trouble.sentence, "lead", wrap=True, select=True),
                   label(trouble.remedy, "body", "text2", wrap=True, select=True), 12,
                   row(show, leave, "*", space=8), space=8)
        )  # fmt: skip
        page.setLayout(column("*", row("*", (body, 4), "*"), "*", margins=(24, 24, 24, 24)))
        self.setCentralWidget(page)
        self.setAccessibleName(str(trouble))
        show.setFocus()
