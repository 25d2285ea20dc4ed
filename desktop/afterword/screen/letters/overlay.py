"""While something is dragged over the window: says what a drop here will do, before it happens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from afterword.screen.letters.intake import could_be_taken
from afterword.screen.look import Look
from afterword.screen.pages.listing import ListPane
from afterword.words import _


class Dropping(QObject):
    """Hears the drags of one window, shows the veil, and hands the drop on, with the row it fell on."""

    dropped = Signal(object, object)  # QMimeData, application under the pointer (0: anywhere)

    def __init__(self, look: Look, list_pane: ListPane) -> None:
        super().__init__(list_pane)
        self._look, self._list = look, list_pane
        self._veil: Veil | None = None

    def install(self, window: QWidget) -> None:
        window.installEventFilter(self)
        self._window = window

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            return self._over(event)
        if event.type() == QEvent.Type.DragLeave:
            self._lift()
        return False

    def _over(self, event: QDragMoveEvent) -> bool:
        if event.source() is not None or not could_be_taken(event.mimeData()):
            return False  # what is dragged within the program is no letter
        event.setDropAction(Qt.DropAction.CopyAction)  # some programs offer Move, and would delete the mail
        event.accept()
        if self._veil is None:
            self._veil = Veil(self._look, self._list, self._window)
        self._veil.aim(self._row_at(event.position().toPoint()))
        return True

    def _drop(self, event: QDropEvent) -> bool:
        row = self._row_at(event.position().toPoint())
        application = self._list.application_at(row) if row is not None else 0
        self._lift()
        if event.source() is not None or not could_be_taken(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        # The bytes are read now: after this event the other program may delete its files.
        self.dropped.emit(event.mimeData(), application)
        return True

    def _lift(self) -> None:
        if self._veil is not None:
            self._veil.aim(None)
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def _row_at(self, position: QPoint) -> int | None:
        """The table row under the pointer that a letter can be attached to."""
        table = self._list.table
        if not table.isVisible():
            return None
        inside = table.viewport().mapFrom(self._window, position)
        if self._veil is not None and self._veil.zone_holds(position):
            return None
        if not table.viewport().rect().contains(inside):
            return None
        row = table.rowAt(inside.y())
        return row if row >= 0 and self._list.application_at(row) else None


class Veil(QWidget):
    """Painted over the window's content; the row under the pointer stays bright."""

    def __init__(self, look: Look, list_pane: ListPane, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._list, self._window = look, list_pane, window
        self._row: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.setAccessibleName(self._title())
        self.show()
        self.raise_()

    def _title(self) -> str:
        return _("Drop here and Afterword finds where it belongs")

    def aim(self, row: int | None) -> None:
        """Which row the pointer is over, if any."""
        if row != self._row:
            self._row = row
            self._list.table.set_drop_row(row)
            self.setAccessibleName(_("Attach to this interview") if row is not None else self._title())
            self.update()

    @property
    def _pane(self) -> QRectF:
        """Where the list is, in the window; the whole window while another page is shown."""
        host = self._list if self._list.isVisible() else self._window
        return QRectF(host.rect()).translated(host.mapTo(self._window, QPoint(0, 0)))

    @property
    def _area(self) -> QRectF:
        """What the veil covers: everything right of the sidebar and below the menu."""
        pane = self._pane
        return QRectF(pane.left(), pane.top(), self.width() - pane.left(), self.height() - pane.top())

    def zone_holds(self, position: QPoint) -> bool:
        return self._zone().contains(position)

    def _zone(self) -> QRectF:
        px = self._look.px
        height = px(124)
        pane = self._pane if self._list.isVisible() else self._area
        wide = min(pane.width() - px(32), px(720))
        left = pane.left() + (px(16) if self._list.isVisible() else (pane.width() - wide) / 2)
        return QRectF(left, pane.bottom() - height - px(14), wide, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRect(self._area)
        box = self._row_box()
        if box is not None:
            hole = QPainterPath()
            hole.addRoundedRect(box, self._look.px(8), self._look.px(8))
            path = path.subtracted(hole)
        painter.fillPath(path, self._look.color("base", 0.78))
        if box is not None:
            self._paint_pill(painter, box)
        self._paint_zone(painter)

    def _row_box(self) -> QRectF | None:
        if self._row is None:
            return None
        table, px = self._list.table, self._look.px
        rect = table.visualRect(table.model().index(self._row, 0))
        top = self.mapFromGlobal(table.viewport().mapToGlobal(rect.topLeft())).y()
        return QRectF(self._pane.left() + px(8), top + 1, self._pane.width() - px(18), rect.height() - 2)

    def _paint_pill(self, painter: QPainter, box: QRectF) -> None:
        look, px = self._look, self._look.px
        text, font = _("Attach to this interview"), look.font("body_m")
        width = QFontMetrics(font).horizontalAdvance(text) + px(46)
        pill = QRectF(box.right() - width - px(9), box.center().y() - px(16), width, px(32))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("fill"))
        painter.drawRoundedRect(pill, px(7), px(7))
        painter.drawPixmap(pill.topLeft() + QPoint(px(11), px(8)), look.pixmap("paperclip", "on_fill", 16))
        painter.setFont(font)
        painter.setPen(look.color("on_fill"))
        painter.drawText(pill.adjusted(px(34), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_zone(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        zone = self._zone()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("base"))
        painter.drawRoundedRect(zone, px(12), px(12))
        painter.setBrush(look.color("accent_wash"))
        pen = QPen(look.color("accent"), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(zone.adjusted(1, 1, -1, -1), px(12), px(12))
        painter.drawPixmap(zone.topLeft() + QPoint(px(24), px(24)), look.pixmap("mail-open", "accent", 26))
        left = zone.left() + px(68)
        width = zone.right() - left - px(16)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        lines = (
            ("lead", "text", 20, 22, self._title()),
            ("body", "text2", 46, 40, _("It is read on this computer only. You see what was understood, and nothing "
                                        "changes until you accept it.")),
            ("small", "text3", 92, 20,
             _("Emails, PDF letters, calendar entries or marked text. Any file dropped on a row is kept with it.")),
        )  # fmt: skip
        for role, tone, top, height, text in lines:
            painter.setFont(look.font(role))
            painter.setPen(look.color(tone))
            box = QRectF(left, zone.top() + px(top), width, px(height))
            wrap = Qt.TextFlag.TextWordWrap if role == "body" else Qt.TextFlag.TextSingleLine
            if role != "body":
                text = QFontMetrics(look.font(role)).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(box, int(flags) | int(wrap), text)
