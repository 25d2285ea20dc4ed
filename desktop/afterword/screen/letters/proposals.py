"""The rows of the review card: a tick, what it was and becomes, because of what, and how sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from afterword.screen.forms.fields import text_field
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.choices import Tick
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Chip, Icon, Sure
from afterword.words import _


class Proposal(QWidget):
    """One change. `editor` takes the place of the value while the card is being changed."""

    ticked = Signal(bool)

    def __init__(
        self, look: Look, what: str, was: str, becomes: str, because: str, sure: int, *,
        on: bool, tone: str = "", editor: QWidget | None = None, editing: bool = False, tick: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.tick = Tick(look, "")
        self.tick.setChecked(on)
        self.tick.setAccessibleName(f"{what}: {becomes}")
        self.tick.setAccessibleDescription(because)
        self.tick.toggled.connect(self.ticked)
        keeps = self.tick.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # all rows stand on one line, ticked or not
        self.tick.setSizePolicy(keeps)
        self.tick.setVisible(tick)
        head = row(label(what, "small_m", "text2"), "*", Sure(look, sure) if sure else 0, space=6)
        parts: list[object] = [head]
        if editing and editor is not None:
            editor.setAccessibleName(what)
            parts.append(editor)
        else:
            parts.append(self._value(look, was, becomes, tone))
        if because:
            parts.append(label(because, "small", "text2", wrap=True))
        side = column(1, self.tick, "*", space=0)
        self.setLayout(row(side, (column(*parts, space=3), 1), space=11, margins=(0, 9, 0, 9)))

    def _value(self, look: Look, was: str, becomes: str, tone: str) -> object:
        if not was:
            return row((Elide(look, becomes, "body_m"), 1))
        value = Chip(look, becomes, tone) if tone else label(becomes, "body_m")
        return row(label(was, "body", "text3"), Icon(look, "arrow-right", "text3", 13), value, "*", space=7)


class Belonging(QWidget):
    """Radio rows: each application that fits, and a new one with its two fields. `choice` -1 is the new one."""

    def __init__(self, names: Sequence[str], choice: int, company: str, title: str, tell: Callable[..., None]) -> None:
        super().__init__()
        self._tell = tell
        self._new = len(names)
        group = QButtonGroup(self)
        items: list[object] = []
        for number, name in enumerate([*names, _("A new application")]):
            radio = QRadioButton(name.replace("&", "&&"))  # "R&D" is a name here, never a mnemonic
            group.addButton(radio, number)
            items.append(radio)
        self.company, self.title = text_field(company, _("Company")), text_field(title, _("Role"))
        self.company.setAccessibleName(_("Company"))
        self.title.setAccessibleName(_("Role"))
        self.company.textEdited.connect(lambda text: tell(company=text))
        self.title.textEdited.connect(lambda text: tell(title=text))
        group.button(self._new if choice < 0 else choice).setChecked(True)
        self._enable(choice < 0)
        group.idToggled.connect(self._chosen)
        items.append(row(self.company, self.title, space=8))
        self.setLayout(column(*items, space=4))

    def _chosen(self, key: int, on: bool) -> None:
        if on:
            self._tell(choice=-1 if key == self._new else key)
            self._enable(key == self._new)

    def _enable(self, on: bool) -> None:
        self.company.setEnabled(on)
        self.title.setEnabled(on)
