"""The pages of the preview, one below the other, as wide as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from afterword.screen.look import Look
from afterword.screen.printing.output import POINTS, Sheets
from afterword.words import _

KEPT = 4  # pictures kept drawn: those in sight, and a neighbour
MARGIN = 18
NARROWEST = 120


class PagesView(QAbstractScrollArea):
    """Page Up and Page Down go from page to page; only the pages in sight are drawn."""

    turned = Signal(int)  # the page in sight, from 1

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheets: Sheets | None = None
        self._count = 0
        self._pictures: dict[int, QImage] = {}
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: as wide as the room is, the pages cannot make the bar come and go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setAccessibleName(_("Scroll the pages"))

    def show_sheets(self, sheets: Sheets, most: int) -> None:
        """Show the first `most` pages; stays at the page looked at, if it is still there."""
        place = self.verticalScrollBar().value() / max(1, self._pitch())
        self._sheets, self._count = sheets, min(len(sheets), most)
        self._pictures.clear()
        self._measure()
        self.verticalScrollBar().setValue(round(place * self._pitch()))
        self._scrolled()
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page in sight, from 1."""
        return self._page

    def go_to(self, page: int) -> None:
        self.verticalScrollBar().setValue((min(max(1, page), self._count) - 1) * self._pitch())

    def _wide(self) -> int:
        return max(NARROWEST, self.viewport().width() - 2 * self._look.px(MARGIN))

    def _high(self) -> int:
        if self._sheets is None:
            return 0
        return round(self._wide() * self._sheets.size.height() / self._sheets.size.width())

    def _pitch(self) -> int:
        """From the top of one page to the top of the next."""
        return self._high() + self._look.px(MARGIN)

    def _measure(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        whole = self._count * self._pitch() + self._look.px(MARGIN)
        bar.setRange(0, max(0, whole - high))
        bar.setPageStep(self._pitch())
        bar.setSingleStep(self._look.px(40))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = min(self._count, middle // max(1, self._pitch()) + 1) if self._count else 0
        if page != self._page:
            self._page = page
            self.turned.emit(page)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.clear()
        self._measure()
        self._scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.MoveToNextPage) or event.key() == Qt.Key.Key_Space:
            self.go_to(self._page + 1)
        elif event.matches(QKeySequence.StandardKey.MoveToPreviousPage):
            self.go_to(self._page - 1)
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(1)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.verticalScrollBar().event(event)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.color("sunken"))
        if self._sheets is None:
            return
        offset, margin = self.verticalScrollBar().value(), self._look.px(MARGIN)
        left = (self.viewport().width() - self._wide()) // 2
        for number in range(self._count):
            box = QRect(QPoint(left, margin + number * self._pitch() - offset), QSize(self._wide(), self._high()))
            if box.intersects(self.viewport().rect()):
                painter.drawImage(box, self._picture(number))
                painter.setPen(QPen(self._look.color("line"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _picture(self, number: int) -> QImage:
        if number not in self._pictures and self._sheets is not None:
            if len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            ratio = self.devicePixelRatioF()
            dpi = self._wide() * ratio / self._sheets.size.width() * POINTS
            self._pictures[number] = self._sheets.picture(number, dpi)
        return self._pictures[number]
