"""Words on screen: plain labels, one line that shortens itself, and text with its evidence marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)  # fmt: skip
from PySide6.QtWidgets import QLabel, QSizePolicy

from afterword.screen.look import Look
from afterword.screen.tokens import READ_LEADING


def label(text: str, type: str = "body", tone: str = "text", wrap: bool = False, select: bool = False) -> QLabel:
    """Plain text in a type role and a tone; the style sheet dresses it, so it follows theme and text size."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("type", type)
    made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setMinimumWidth(40)  # else the longest word sets the width of the window
    if select:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def tip(text: str) -> str:
    """Any text as a tooltip, which Qt has no plain format for: it takes what looks like markup for markup."""
    import html  # on first use: most tooltips are ours and hold no sign of it

    return f"<p>{html.escape(text, quote=False)}</p>".replace("\n", "<br>") if "<" in text or "&" in text else text


def eyebrow(text: str) -> QLabel:
    """The small heading above a group."""
    return label(text, "small_m", "text3")


def retone(one: QLabel, tone: str) -> None:
    """Change the tone of a label that is shown."""
    one.setProperty("tone", tone)
    one.style().unpolish(one)
    one.style().polish(one)


class Elide(QLabel):
    """One line that ends in … where the room ends; the whole text is its tooltip then."""

    def __init__(self, look: Look, text: str, role: str = "body", tone: str = "text") -> None:
        super().__init__()
        self._look, self._role, self._tone = look, role, tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self.setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._explain()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role, tabular=True))
        self.updateGeometry()
        self.update()

    def _explain(self) -> None:
        self.setToolTip(tip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._look.px(40), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.color(self._tone if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._shown())


class Marked(QLabel):
    """Text to read with some ranges of characters marked as evidence, and some pale; always plain text."""

    def __init__(
        self, look: Look, text: str, marks: Sequence[tuple[int, int]] = (), role: str = "read", tone: str = "text",
        pale: Sequence[tuple[int, int]] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._role, self._tone, self._marks, self._pale = look, role, tone, list(marks), list(pale)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self.set_text(text, marks)

    def set_text(self, text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """New text, with (from, to) ranges of it marked; each astral character counts as one, as in Python."""
        self._marks = list(marks)
        self.setText(text)
        self._dress()

    def _dress(self) -> None:
        text = self.text()
        self._document.setDefaultFont(self._look.font(self._role))
        self._document.setPlainText(text)
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        leading = QTextBlockFormat()
        leading.setLineHeight(READ_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(leading)
        faint, highlight = QTextCharFormat(), QTextCharFormat()
        faint.setForeground(self._look.color("text3"))
        highlight.setBackground(self._look.color("mark"))
        highlight.setForeground(self._look.color("text"))
        for ranges, dress in ((self._pale, faint), (self._marks, highlight)):
            for start, end in ranges:
                cursor.setPosition(_units(text[:start]))
                cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(dress)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(60, width))
        return round(self._document.size().height() + 0.49)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self._look.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), QFontMetrics(self._look.font(self._role)).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._document.setTextWidth(max(60, self.width()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._look.color(self._tone))
        self._document.documentLayout().draw(QPainter(self), context)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()


def _units(text: str) -> int:
    """Length in Qt's UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
