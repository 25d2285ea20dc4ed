"""The frame that all forms share: a title, labelled fields, a line for trouble, and two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from afterword.screen.forms.fields import labelled
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _


class Sheet(QDialog):
    """A form. Subclasses add fields, and say in `save` what is done; trouble stays in the form, as words."""

    def __init__(self, look: Look, parent: QWidget, title: str, intro: str = "", *, wide: int = 460) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(look.px(wide))
        self._column = QVBoxLayout(self)
        px = look.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(18))
        self._column.setSpacing(px(12))
        self._column.addWidget(label(title, "title"))
        if intro:
            self._column.addWidget(label(intro, "body", "text2", wrap=True))
        self.fields = QFormLayout()
        self.fields.setHorizontalSpacing(px(14))
        self.fields.setVerticalSpacing(px(9))
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self.fields)
        self._said: QLabel | None = None

    def add(self, text: str, field: QWidget) -> QWidget:
        """A labelled field; its label is its accessible name."""
        self.fields.addRow(labelled(self.look, text, field), field)
        return field

    def below(self, widget: QWidget, stretch: int = 0) -> None:
        self._column.addWidget(widget, stretch)

    def finish(self, done: str, save: Callable[[], None]) -> None:
        """The foot: a sentence when something is wrong, Cancel, and the button that Enter presses."""
        self._said = label("", "small", "taught", wrap=True)
        self._said.setAccessibleName(_("What is missing"))
        self._said.hide()
        self._column.addWidget(self._said)
        cancel = button(self.look, _("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        accept = button(self.look, done, "primary", "check")
        accept.setDefault(True)
        accept.clicked.connect(lambda: self._try(save))
        self._column.addLayout(row("*", cancel, accept, space=8))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self._try(save))

    def _try(self, save: Callable[[], None]) -> None:
        try:
            save()
        except Trouble as trouble:
            self.say(str(trouble))

    def say(self, sentence: str) -> None:
        """What is wrong, or good to know, above the buttons."""
        if self._said is not None:
            self._said.setText(sentence)
            self._said.setVisible(bool(sentence))
