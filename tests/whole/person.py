"""A person at the real window: presses keys, clicks, drops and pastes, and sees what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTextEdit, QWidget

from afterword import app as program
from afterword import places
from afterword.journal.stories import Row
from afterword.screen.window import Window
from whole import given, sight

PATIENCE = 4000  # milliseconds
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Person:
    """Speaks the user's words; every act is a real event."""

    def __init__(self, home: Path, clock: Callable[[], object] = given.clock) -> None:
        self.application = program.make_application()
        self.here = places.under(home)
        self.here.make()
        self._clock = clock
        self.app: program.App | None = None

    # Coming and going

    def starts(self, *files: Path) -> None:
        """Start the program, as from the command line."""
        self.app = program.App(self.application, self.here, self._clock)  # type: ignore[arg-type]
        assert self.app.open(self.here.journal, [str(each) for each in files])
        self.comes_in()

    def comes_in(self) -> None:
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the window in front")
        self.settle()

    @property
    def window(self) -> Window:
        assert self.app is not None and self.app.window is not None
        return self.app.window

    def quits(self) -> None:
        self.presses("Ctrl+Q")
        self.until(lambda: self.app is None or self.app.window is None, "the end of the program")

    def goes_home(self) -> None:
        """Whatever is still open goes away without a word; for the end of a test."""
        for popup in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if popup is not None:
                popup.close()
        QGuiApplication.clipboard().clear()  # what Python put there must not outlive Python
        if self.app is not None:
            if self.app.window is not None and self.app.window.place == "debrief":
                sitting = self.app.window.debrief.sitting
                if sitting is not None:
                    sitting.saving.forget(*sitting.saving.fields)
            self.app._leave()
            self.app.deleteLater()
            self.app = None
        self.settle()

    # Waiting

    def settle(self, milliseconds: int = 5) -> None:
        QTest.qWait(milliseconds)
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._come_to_front()

    def _come_to_front(self) -> None:
        """What a window manager does when a form or a menu has closed."""
        if self.app is None or self.app.window is None or QApplication.activePopupWidget() is not None:
            return
        front = QApplication.activeModalWidget() or self.app.window
        for _turn in range(50):
            if front.isActiveWindow() or not front.isVisible():
                return
            front.activateWindow()
            QTest.qWait(2)

    def until(self, reached: Callable[[], object], what: str, patience: int = PATIENCE) -> None:
        for _turn in range(patience // 10):
            if reached():
                return
            self.settle(10)
        seen = " | ".join(self.words())
        raise AssertionError(f"not reached: {what}; the keyboard is in {self.focus!r}; on screen: {seen}")

    # Keys

    @property
    def focus(self) -> str:
        """The name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return sight.name_of(focus) or repr(focus)

    def _listener(self) -> QWidget:
        return (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeModalWidget()
            or self.window
        )

    def presses(self, *keys: str) -> None:
        """Keys as the menus write them."""
        for each in keys:
            self.settle(2)
            combination = QKeySequence(each)[0]
            QTest.keyClick(self._listener(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def types(self, text: str) -> None:
        """One key after the other, as fast as they come."""
        for each in text:
            if each.isascii():
                QTest.keyClicks(self._listener(), each)
            else:  # QTest knows no others; an input method sends them so
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    self.application.sendEvent(self._listener(), QKeyEvent(kind, 0, NO_KEYS, each))
            QTest.qWait(0)
        self.settle()

    def writes(self, name: str, text: str) -> None:
        """Click into a field, and type over what is there."""
        self.until(lambda: sight.field(sight.front(self.window), name), f"a field “{name}”")
        field = sight.field(sight.front(self.window), name)
        assert field is not None
        self.points_at(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        self.settle()

    # Mouse

    def clicks(self, name: str) -> None:
        self.until(lambda: sight.button(sight.front(self.window), name), f"a button “{name}”")
        found = sight.button(sight.front(self.window), name)
        assert found is not None
        self.points_at(found)

    def points_at(self, widget: QWidget, at: QPoint | None = None) -> None:
        """A click on a widget, where it can really be hit."""
        where = at or widget.rect().center()
        for _look in range(5):  # a page that has just opened may still be moving
            sight.bring_into_sight(widget)
            self.settle()
            if sight.is_uncovered(widget, where):
                break
        assert sight.is_uncovered(widget, where), f"something lies over {sight.name_of(widget)}"
        target = widget.viewport() if isinstance(widget, QTextEdit) else widget
        QTest.mouseClick(target, LEFT, NO_KEYS, where)
        self.settle()

    def chooses_menu(self, *names: str) -> None:
        """Open a menu with the mouse, and go down to an entry."""
        bar = self.window.menuBar()
        found = sight.action(bar.actions(), names[0])
        QTest.mouseClick(bar, LEFT, NO_KEYS, bar.actionGeometry(found).center())
        for name in names[1:]:
            menu = found.menu()
            assert menu is not None
            self.until(menu.isVisible, f"the menu {found.text()}")
            found = sight.action(menu.actions(), name)
            assert found.isEnabled(), f"{name} cannot be chosen now"
            QTest.mouseClick(menu, LEFT, NO_KEYS, menu.actionGeometry(found).center())
            self.settle()

    def chooses(self, company: str, stage: str = "", *, twice: bool = False) -> None:
        """Click on a row of the table."""
        click = QTest.mouseDClick if twice else QTest.mouseClick
        table = self.window.list.table
        click(table.viewport(), LEFT, NO_KEYS, self._place_of(self.row(company, stage)))
        self.settle()

    def _place_of(self, row: Row) -> QPoint:
        table = self.window.list.table
        index = table.model().index(self.window.list._model.row_of(row.id), 0)
        table.scrollTo(index)
        return table.visualRect(index).center()

    # The post

    def drops(self, paths: Sequence[Path], on: str | QWidget | None = None) -> None:
        """Drag files from elsewhere over the window, and let go: on a row, on a widget, or anywhere."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        # As file managers do: the same as text, for those who cannot read a list of files.
        mime.setData("text/plain", "\n".join(map(str, paths)).encode())
        self.drops_data(mime, on)

    def drops_data(self, mime: QMimeData, on: str | QWidget | None = None) -> None:
        """The same events as from the system, handed to the window's own window."""
        handle = self.window.windowHandle()
        edge = QPoint(self.window.width() // 2, self.window.height() // 2)
        at = self._target(on)
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(edge, copy, mime, LEFT, NO_KEYS)
        self.application.sendEvent(handle, enter)
        self.settle()
        move = QDragMoveEvent(at, copy, mime, LEFT, NO_KEYS)
        self.application.sendEvent(handle, move)
        self.settle()
        self.taken = move.isAccepted()
        drop = QDropEvent(QPointF(at), copy, mime, LEFT, NO_KEYS)
        self.application.sendEvent(handle, drop)
        self.settle()

    def _target(self, on: str | QWidget | None) -> QPoint:
        if isinstance(on, QWidget):
            return on.mapTo(self.window, on.rect().center())
        if isinstance(on, str):
            return self.window.list.table.viewport().mapTo(self.window, self._place_of(self.row(on)))
        return QPoint(self.window.width() - 200, self.window.height() - 90)

    def copies(self, text: str, html: str = "") -> None:
        """Something marked and copied in another program."""
        mime = QMimeData()
        mime.setText(text)
        if html:
            mime.setHtml(html)
        QGuiApplication.clipboard().setMimeData(mime)
        self.settle()

    def names_file(self, *paths: Path) -> None:
        """Answer the file dialog that is open."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "a file dialog")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(" ".join(f'"{each}"' for each in paths) if len(paths) > 1 else str(paths[0]))
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.until(lambda: not dialog.isVisible(), "the file dialog closed")

    # Seeing

    def words(self) -> list[str]:
        return sight.words(sight.windows())

    def sees(self, text: str) -> None:
        """Waits until it is there."""
        self.until(lambda: any(text in each for each in self.words()), f"“{text}” on screen")

    def does_not_see(self, text: str) -> None:
        self.until(lambda: not any(text in each for each in self.words()), f"no “{text}” on screen")

    def rows(self, company: str = "") -> list[Row]:
        """What the table lists, from top to bottom."""
        model = self.window.list._model
        found = (model.row_at(place) for place in range(model.rowCount()))
        return [row for row in found if row is not None and company in ("", row.company)]

    def row(self, company: str, stage: str = "") -> Row:
        found = [row for row in self.rows(company) if not stage or row.stage == stage]
        assert found, f"no row of {company} in the table"
        return found[0]
