"""The first page a person sees: one sentence, two ways to begin, and a hint that emails can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row, scroll
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.marks import Icon
from afterword.words import _

WIDTH = 560


class Way(QAbstractButton):
    """A card that is a button: a title, and a line that says what it leads to."""

    def __init__(self, look: Look, icon: str, title: str, line: str, *, soft: bool = False) -> None:
        super().__init__()
        self._look, self._soft = look, soft
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        texts = column(label(title, "body_s"), label(line, "small", "text2", wrap=True), space=1)
        self.setLayout(
            row(Icon(look, icon, "accent", 20), (texts, 1), Icon(look, "chevron-right", "text3", 16),
                space=14, margins=(16, 12, 14, 12))
        )  # fmt: skip
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "accent_wash" if self._soft else "hover" if self.underMouse() else "base"
        if self.isDown():
            fill = "sunken"
        painter.setBrush(look.color(fill))
        line = "accent" if self.hasFocus() else "accent_line" if self._soft else "line"
        painter.setPen(QPen(look.color(line), 2 if self.hasFocus() else 1))
        radius = look.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class FirstRun(QWidget):
    """No account, no wizard, no question."""

    new_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("first_run")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._look = look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None
        look.changed.connect(self._build)
        self._build()

    def _build(self) -> None:
        look = self._look
        body = QWidget()
        body.setFixedWidth(look.px(WIDTH))
        note = Way(look, "square-pen", _("Note an interview"), _("Company, date, and two minutes of what happened"))
        sample = Way(look, "compass", _("Look around first"),
                     _("A made-up search of 14 interviews you can poke at and throw away"))  # fmt: skip
        drop = Way(look, "mail-open", _("Or drop an email anywhere in this window"),
                   _("An invitation, an offer or a no. It is read on this computer and nothing is sent anywhere."),
                   soft=True)  # fmt: skip
        note.clicked.connect(self.new_wanted)
        sample.clicked.connect(self.sample_wanted)
        drop.clicked.connect(self.open_wanted)
        intro = _(
            "The ones that don’t work out usually leave more. Afterword is a place to put it while you still "
            "remember, and to find it again before the next one."
        )
        body.setLayout(
            column(label(_("Every interview leaves something behind."), "figure", wrap=True),
                   label(intro, "body", "text2", wrap=True), 14, note, sample, 4, drop, space=8)
        )  # fmt: skip
        holder = QWidget()
        holder.setLayout(column("*", row("*", body, "*"), "*", margins=(24, 20, 24, 20)))
        area = scroll(holder)
        if self._inner is not None:
            self._outer.removeWidget(self._inner)
            self._inner.deleteLater()
        self._inner = area
        self._outer.addWidget(area)
