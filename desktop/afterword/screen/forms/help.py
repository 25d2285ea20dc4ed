"""Help: the shortcuts, where the data lies, and what this is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from afterword import __version__
from afterword.screen.actions import Actions
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.words import _


class _Page(QDialog):
    def __init__(self, look: Look, parent: QWidget, title: str, *body: object) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(look.px(440))
        close = button(look, _("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.setLayout(column(label(title, "title"), *body, row("*", close), space=12, margins=(24, 20, 24, 18)))


class ShortcutsDialog(_Page):
    """Every action that has keys, as a table that can be read and copied."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        found = [(act.text, action) for act, action in actions.named() if not action.shortcut().isEmpty()]
        table = QTableWidget(len(found), 2)
        table.setAccessibleName(_("Keyboard shortcuts"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setHorizontalHeaderLabels([_("What"), _("Keys")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for line, (text, action) in enumerate(found):
            keys = "  ".join(key.toString() for key in action.shortcuts())
            for column_, content in enumerate((_(text).replace("…", ""), keys)):
                item = QTableWidgetItem(content)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(line, column_, item)
        table.setColumnWidth(1, look.px(180))
        super().__init__(look, parent, _("Keyboard shortcuts"), (table, 1))
        self.resize(look.px(520), look.px(560))


class WhereDialog(_Page):
    """The path of the journal, and its folder."""

    def __init__(self, look: Look, journal: Path, parent: QWidget) -> None:
        show = button(look, _("Show the folder"), "")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(journal.parent))))
        super().__init__(
            look, parent, _("Where your data is"),
            label(_("Everything is in one file on this computer, and nowhere else:"), "body", "text2", wrap=True),
            label(str(journal), "body", wrap=True, select=True), row(show, "*"),
        )  # fmt: skip


class AboutDialog(_Page):
    """Name, version, licences."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(
            look, parent, "Afterword",
            label(_("Version {version}").format(version=__version__), "body", "text2"),
            label(_("Where job interviews that did not work out become useful."), "body", wrap=True),
            label(_("MIT licence. Built with Qt (LGPL). Fonts Inter and Literata (OFL), icons Lucide (ISC)."),
                  "small", "text3", wrap=True),
        )  # fmt: skip
