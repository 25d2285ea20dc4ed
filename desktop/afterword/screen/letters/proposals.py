"""The rows of the review card: a tick, what it was and becomes, because of what, and how sure."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.choices import Tick
from afterword.screen.pieces.labels import Elide, label, tip
from afterword.screen.pieces.marks import Chip, Icon, Sure

NAME = 108  # width of the names before short facts


class Proposal(QWidget):
    """One change. `editor` takes the place of the value while the card is being changed."""

    ticked = Signal(bool)

    def __init__(
        self, look: Look, what: str, was: str, becomes: str, because: str, sure: int, *,
        on: bool, tone: str = "", editor: QWidget | None = None, editing: bool = False, tick: bool = True,
        wrap: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.what = what
        self.tick = _tick(look, f"{what}: {becomes}", because, on=on, shown=tick)
        self.tick.toggled.connect(self.ticked)
        head = row(label(what, "small_m", "text2"), "*", Sure(look, sure) if sure else 0, space=6)
        parts: list[object] = [head]
        if editing and editor is not None:
            editor.setAccessibleName(what)
            parts.append(editor)
        elif wrap:
            parts.append(label(becomes, "body_m", wrap=True, select=True))
        else:
            parts.append(_value(look, was, becomes, tone))
        if because:
            parts.append(label(because, "small", "text2", wrap=True))
        side = column(1, self.tick, "*", space=0)
        self.setLayout(row(side, (column(*parts, space=3), 1), space=11, margins=(0, 9, 0, 9)))


class FactRow(QWidget):
    """One short fact on one line; because of what is its tooltip."""

    ticked = Signal(bool)

    def __init__(
        self, look: Look, what: str, was: str, value: str, because: str, sure: int, *, on: bool,
        editor: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.what = what
        self.tick = _tick(look, f"{what}: {value}", because, on=on, shown=True)
        self.tick.toggled.connect(self.ticked)
        name = Elide(look, what, "small_m", "text2")
        name.setFixedWidth(look.px(NAME))
        if editor is not None:
            editor.setAccessibleName(what)
            editor.setToolTip(tip(because))
        shown = editor or label(f"{was} → {value}" if was else value, "body_m", wrap=True)
        self.setToolTip(tip(because))
        self.setLayout(row(self.tick, name, (shown, 1), Sure(look, sure) if sure else 0, space=11,
                           margins=(0, 4, 0, 4)))  # fmt: skip


def _tick(look: Look, name: str, because: str, *, on: bool, shown: bool) -> Tick:
    tick = Tick(look, "")
    tick.setChecked(on)
    tick.setAccessibleName(name)
    tick.setAccessibleDescription(because)
    keeps = tick.sizePolicy()
    keeps.setRetainSizeWhenHidden(True)  # all rows stand on one line, ticked or not
    tick.setSizePolicy(keeps)
    tick.setVisible(shown)
    return tick


def _value(look: Look, was: str, becomes: str, tone: str) -> object:
    if not was:
        return row((Chip(look, becomes, tone), 0), "*") if tone else row((Elide(look, becomes, "body_m"), 1))
    value = Chip(look, becomes, tone) if tone else label(becomes, "body_m")
    return row(label(was, "body", "text3"), Icon(look, "arrow-right", "text3", 13), value, "*", space=7)
