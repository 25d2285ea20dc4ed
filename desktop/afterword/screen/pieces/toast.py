"""The toast: one sentence about what just happened, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from afterword.screen.look import Look
from afterword.screen.pieces.labels import label
from afterword.words import _

STAYS = 8000
FADE = 120
"""Milliseconds."""
ABOVE_FOOT = 62
"""Pixels kept free below, so that the foot of a page can be pressed."""


class Toast(QFrame):
    """Lies over the lower edge of `parent`, stays 8 seconds (longer under the pointer), and takes no focus."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self.above = ABOVE_FOOT
        self._on_action: Callable[[], object] | None = None
        self._sentence = label("", "body", "toast_text")
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setObjectName("toast-action")
        self._action.setProperty("kind", "toast")
        self._action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action.clicked.connect(self._act)
        self._key = label("", "small", "toast_key")
        self._line = QHBoxLayout(self)
        self._action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._line.addWidget(self._sentence, 1)
        self._line.addWidget(self._action)
        self._line.addWidget(self._key)
        self._clock = QTimer(self, singleShot=True, interval=STAYS)
        self._clock.timeout.connect(self.leave)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE)
        self._fade.finished.connect(self._faded)
        parent.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        key: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show one sentence, to the eye and to a screen reader; without `on_action` there is nothing to press."""
        self._on_action = on_action
        self._sentence.setText(text)
        self._action.setText((action or _("Undo")) if on_action else "")
        self._action.setAccessibleName(self._action.text())
        self._action.setVisible(on_action is not None)
        self._key.setText(key)
        self._key.setVisible(bool(key) and on_action is not None)
        self.setAccessibleName(text)
        self.place()
        self._appear()
        self._clock.start()
        spoken = f"{text} {key}".strip() if on_action else text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def leave(self) -> None:
        """Go away now."""
        self._clock.stop()
        if self.isHidden():
            return
        if self._look.fades and self.isVisible():
            self._run(1.0, 0.0)
        else:
            self.hide()

    def place(self) -> None:
        """To the lower middle of the parent, no wider than it."""
        room = self._over.size()
        px = self._look.px
        self._sentence.ensurePolished()
        extra = 2 * px(16)
        if self._on_action is not None:
            shown = [self._action] + ([self._key] if self._key.text() else [])
            extra += sum(each.sizeHint().width() + px(12) for each in shown)
        words = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + px(6)
        wide = min(words + extra + 6, room.width() - px(24))
        self.resize(wide, px(48))
        self.move((room.width() - wide) // 2, max(0, room.height() - self.height() - px(self.above)))

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(16) + 3, 2, px(16) + 3, 6)
        self._line.setSpacing(px(12))
        self.place()
        self.update()

    def _act(self) -> None:
        act, self._on_action = self._on_action, None
        self.leave()
        if act is not None:
            act()

    def _appear(self) -> None:
        was_hidden = self.isHidden()
        self._fade.stop()
        self._effect.setEnabled(False)
        self.show()
        self.raise_()
        if was_hidden and self._look.fades and self.isVisible():
            self._run(0.0, 1.0)

    def _run(self, start: float, end: float) -> None:
        self._fade.stop()
        self._effect.setEnabled(True)
        self._effect.setOpacity(start)
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    def _faded(self) -> None:
        if self._fade.endValue() == 0.0:
            self.hide()
        self._effect.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.isHidden():
            self._clock.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area, radius = QRectF(self.rect()).adjusted(3, 2, -3, -6), self._look.px(9)
        painter.setBrush(self._look.color("shadow", 0.05))
        for ring in range(3):
            painter.drawRoundedRect(area.adjusted(-ring, -ring + 2, ring, ring + 2), radius + ring, radius + ring)
        painter.setBrush(self._look.color("toast"))
        painter.drawRoundedRect(area, radius, radius)
