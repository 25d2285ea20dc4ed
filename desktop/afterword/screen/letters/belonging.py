"""Where a letter belongs, to be chosen: each application that fits with its reason, any other one, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QRadioButton, QWidget

from afterword.journal.stories import Candidate
from afterword.journal.terms import Stage
from afterword.screen.forms.fields import text_field
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.labels import label, tip
from afterword.words import _, short_day

SHOWN = 5
WIDE = 20  # lines high is as wide as a name may be, so that a long one does not move the window's panes
NEW = 1000  # the key of "a new application" among the radio rows
OTHER = 1001  # that of "another one"


def named(found: Candidate) -> str:
    """Kestrel Health, Data Engineer, technical, 7 Mar"""
    stage = Stage(found.stage).label.lower() if found.stage else ""
    day = short_day(found.on) if found.on else ""
    return ", ".join(part for part in (found.company, found.title, stage, day) if part)


class Belonging(QWidget):
    """Radio rows. Tells an index into the candidates, -1 for a new one, or another application."""

    def __init__(
        self, candidates: Sequence[Candidate], choice: int, company: str, title: str,
        others: Callable[[], Sequence[Candidate]], *, chosen: Callable[[int], None],
        picked: Callable[[Candidate], None], typed: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._others, self._chosen, self._picked = others, chosen, picked
        self._group = QButtonGroup(self)
        items: list[object] = []
        for number, each in enumerate(candidates):
            if number < SHOWN or number == choice:
                items.append(self._radio(named(each), number))
                if each.because:
                    items.append(row(26, (label(each.because, "small", "text2", wrap=True), 1), space=0))
        self.other = self._list_of_others()
        self.company, self.title = text_field(company, _("Company")), text_field(title, _("Role"))
        self.company.setAccessibleName(_("Company"))
        self.title.setAccessibleName(_("Role"))
        for field in (self.company, self.title):
            field.textEdited.connect(lambda _text: typed(self.company.text(), self.title.text()))
        if self.other.count():
            items += [self._radio(_("Another one of mine"), OTHER), self.other]
        items += [self._radio(_("A new application"), NEW), row(self.company, self.title, space=8)]
        blank = choice == -1 and not company and bool(self.other.count())
        if choice >= -1:  # else nothing is chosen yet
            self._group.button(OTHER if blank else NEW if choice < 0 else choice).setChecked(True)
        self._enable()
        self._group.idToggled.connect(self._told)
        self.setLayout(column(*items, space=4))

    def _radio(self, text: str, key: int) -> QRadioButton:
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.fontMetrics().height() * WIDE)
        radio = QRadioButton(short.replace("&", "&&"))  # "R&D" is a name here, never a mnemonic
        radio.setAccessibleName(text)
        radio.setToolTip(tip(text) if short != text else "")
        self._group.addButton(radio, key)
        return radio

    def _list_of_others(self) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(_("Another one of mine"))
        self._listed = list(self._others())
        box.addItems([named(each) for each in self._listed])
        box.setCurrentIndex(-1)
        edit = box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(_("Type a company or a role"))
            edit.setAccessibleName(_("Another one of mine"))
        completer = box.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        box.activated.connect(lambda index: self._picked(self._listed[index]))
        return box

    def _told(self, key: int, on: bool) -> None:
        if on:
            self._enable()
            if key == OTHER:
                self.other.setFocus()
            else:
                self._chosen(-1 if key == NEW else key)

    def _enable(self) -> None:
        key = self._group.checkedId()
        self.company.setEnabled(key == NEW)
        self.title.setEnabled(key == NEW)
        self.other.setEnabled(key == OTHER)
