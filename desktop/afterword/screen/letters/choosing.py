"""Dialogs that ask for emails: files to look at, an archive to go through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from afterword.words import _


def files(parent: QWidget, then: Callable[[list[str]], object]) -> None:
    """Emails, or whatever may be one."""
    dialog = _dialog(parent, _("Add emails or files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_("Emails (*.eml *.emlx *.msg *.mbox *.ics *.pdf *.txt *.html)"), _("All files (*)")])
    dialog.filesSelected.connect(then)
    dialog.open()


def archive(parent: QWidget, then: Callable[[str], object], *, folder: bool) -> None:
    """A mailbox file, or a folder of emails."""
    dialog = _dialog(parent, _("Go through an email archive"))
    dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
