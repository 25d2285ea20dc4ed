"""Where a person writes: a serif field that grows with its text and says when there is something to save."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from afterword.screen.look import Look
from afterword.screen.tokens import READ_LEADING

PAUSE = 800
"""Milliseconds after the last key until the text is worth saving."""
TOO_LONG = 200_000
"""Bytes of a paste that is kept as a file instead."""
NARROWEST = 60
"""Below this width the first layout would make the field, and with it the window, absurdly tall."""


class Writing(QTextEdit):
    """Plain text only; Tab goes on to the next field; no scrollbars, the page scrolls."""

    edited = Signal()
    too_long = Signal(str)

    def __init__(self, look: Look, hint: str = "", minimum_lines: int = 1, name: str = "") -> None:
        super().__init__()
        self._look, self._minimum_lines = look, minimum_lines
        self._dirty = False
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self.flush)
        self.setProperty("boxed", "true")
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._touched)
        self.cursorPositionChanged.connect(self._keep_in_sight)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill in without saying so; the caret stays where it was if it can."""
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self._lead()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self._clock.stop()
        self._dirty = False
        self._fit()

    def flush(self) -> None:
        """Say `edited` now, if there is anything unsaid."""
        self._clock.stop()
        if self._dirty:
            self._dirty = False
            self.edited.emit()

    def _touched(self) -> None:
        self._dirty = True
        self._clock.start()

    def _dress(self) -> None:
        font = self._look.font("read")
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(self._look.px(4))
        self.blockSignals(True)
        self._lead()
        self.blockSignals(False)
        self._fit()

    def _lead(self) -> None:
        """Room between the lines; not a step that Ctrl+Z should find."""
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        leading = QTextBlockFormat()
        leading.setLineHeight(READ_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(leading)
        self.setUndoRedoEnabled(True)

    def _fit(self) -> None:
        if self.width() < NARROWEST:
            return
        line = QFontMetrics(self.font()).lineSpacing() * READ_LEADING / 100
        around = self._look.px(8) + self._frame()
        tall = max(self.document().size().height() - self._look.px(8), self._minimum_lines * line) + around
        if round(tall) != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(round(tall))

    def _frame(self) -> int:
        """Border and padding above and below, as the style sheet has them."""
        return 2 * (self._look.px(4) + 1) if self.property("boxed") == "true" else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self._look.px(30))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.hasFocus():
            QTimer.singleShot(0, self, self._keep_in_sight)  # once the page has grown as well

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # Esc belongs to the page
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the field

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files and mails dropped here are for the window to read."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text().replace("\r\n", "\n").replace("\x00", "")
        if len(text.encode("utf-8", "replace")) > TOO_LONG:
            self.too_long.emit(text)
            return
        self.textCursor().insertText(text)

    def _keep_in_sight(self) -> None:
        """Scroll the page so that the line being written stays visible."""
        area = self._page()
        if area is None or not self.hasFocus():
            return
        inside = area.widget()
        if inside is not None:
            at = self.viewport().mapTo(inside, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, self._look.px(36))

    def _page(self) -> QScrollArea | None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
