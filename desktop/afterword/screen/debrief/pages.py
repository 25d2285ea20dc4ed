"""The frame of the short pages: one narrow column in the middle, a heading, asked fields, a foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from afterword.screen.debrief.saving import Field
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row, scroll
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.words import _

WIDE = 600  # of the column, at 100 %


class ShortPage(Topic):
    """Three or four things, all optional. Closing is saving."""

    enough = Signal()
    go_on = Signal()

    def __init__(self, sitting: Sitting, title: str, intro: str) -> None:
        super().__init__(sitting)
        self._column = QWidget()
        self._down = QVBoxLayout(self._column)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(self.look.px(6))
        self.title = label(title, "page", wrap=True)
        self.intro = label(intro, "body", "text2", wrap=True)
        self.put(self.title, self.intro)
        inner = QWidget()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 6)
        across.addStretch(1)
        inner.setLayout(column("*", "*", across, "*", "*", "*", space=0, margins=(24, 20, 24, 20)))
        self.area = scroll(inner)
        self.setLayout(column((self.area, 1), space=0))
        self.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(self.look.px(WIDE))

    def put(self, *things: QWidget | int) -> None:
        """Widgets below each other; a number is room."""
        for thing in things:
            if isinstance(thing, int):
                self._down.addSpacing(self.look.px(thing))
            else:
                self._down.addWidget(thing)

    def ask(self, text: str, *answers: QWidget) -> None:
        """A question, and where it is answered."""
        self.put(10, asked(text), *answers)

    def ask_field(self, field: Field) -> None:
        self.ask(field.name, field.writing)

    def foot(self, done: str) -> None:
        """The two ways on; the first is whole in itself."""
        self.done = button(self.look, done, "primary", "check")
        self.done.clicked.connect(self.enough)
        self.done.setToolTip(_("Ctrl+Enter"))
        self.more = button(self.look, _("Go on to the full debrief"), "quiet", "arrow-right")
        self.more.clicked.connect(self.go_on)
        foot = QWidget()
        foot.setLayout(row(self.done, self.more, "*", space=8))
        self.put(12, foot)


class Fold(QWidget):
    """More, for whoever wants it: a quiet button with a body below."""

    def __init__(self, look: Look, text: str, body: QWidget, *, open: bool = False) -> None:
        super().__init__()
        self.switch = button(look, text, "quiet", "chevron-down")
        self.switch.setCheckable(True)
        self.body = body
        self.switch.toggled.connect(self._unfold)
        self.setLayout(column(row(self.switch, "*"), body, space=4))
        body.setVisible(open)
        self.switch.setChecked(open)

    def _unfold(self, on: bool) -> None:
        self.body.setVisible(on)
        self.switch.set_icon("chevron-up" if on else "chevron-down")


def asked(text: str) -> QWidget:
    """A question to the person, above its field."""
    return label(text, "body_s", wrap=True)


def heading(title: str, sub: str) -> QWidget:
    """A part's name, and one line under it."""
    box = QWidget()
    lines = [label(title, "title", wrap=True)]
    if sub:
        lines.append(label(sub, "body", "text2", wrap=True))
    box.setLayout(column(*lines, space=2))
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return box
