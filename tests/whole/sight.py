"""What a person sees: the words on screen, and the things that can be pressed, by their names."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)  # fmt: skip

Field = QLineEdit | QTextEdit | QPlainTextEdit


def plain(text: str) -> str:
    """Without mnemonics, key hints and dots."""
    return text.split("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").strip()


def name_of(widget: QWidget | None) -> str:
    """What a screen reader would call it."""
    if widget is None:
        return ""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return plain(widget.accessibleName() or text)


def every(root: QWidget) -> Iterator[QWidget]:
    """All that is shown inside, itself included."""
    yield root
    for child in root.findChildren(QWidget):
        if child.isVisible():
            yield child


def windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def front(window: QWidget) -> QWidget:
    """Where the next click goes: a menu, a form, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def _said_by(widget: QWidget) -> list[str]:
    if isinstance(widget, QMenu):
        return [plain(action.text()) for action in widget.actions()]
    if isinstance(widget, QLabel):
        return [widget.text()]
    if isinstance(widget, QAbstractButton):
        return [plain(widget.text()) or widget.accessibleName()]
    if isinstance(widget, QLineEdit):
        return [widget.text()]
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QAbstractSpinBox):
        return [widget.text()]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        wide = 1 if isinstance(widget, QListView) else model.columnCount()
        cells = ((row, column) for row in range(model.rowCount()) for column in range(wide))
        return [str(model.index(*cell).data() or "") for cell in cells]
    return []


def words(roots: list[QWidget]) -> list[str]:
    """Every piece of text on screen."""
    return [text for root in roots for widget in every(root) for text in _said_by(widget) if text]


def button(root: QWidget, name: str) -> QAbstractButton | None:
    """The enabled button of this name."""
    return next(
        (
            each
            for each in every(root)
            if isinstance(each, QAbstractButton)
            and each.isEnabled()
            and name in (plain(each.text()), plain(each.accessibleName()))
        ),
        None,
    )


def field(root: QWidget, name: str) -> Field | None:
    """Where one can write, by the name a screen reader gives it."""
    return next(
        (
            each
            for each in every(root)
            if isinstance(each, QLineEdit | QTextEdit | QPlainTextEdit) and plain(each.accessibleName()) == plain(name)
        ),
        None,
    )


def action(actions: list[QAction], name: str) -> QAction:
    found = [each for each in actions if plain(each.text()) == plain(name) and each.isVisible()]
    assert found, f"no “{name}” among {[plain(each.text()) for each in actions]}"
    return found[0]


def bring_into_sight(widget: QWidget) -> None:
    """Scroll as a person would, until it can be pressed."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            above.ensureWidgetVisible(widget, 0, 20)
        above = above.parentWidget()


def is_uncovered(widget: QWidget, at: QPoint) -> bool:
    """Whether a click there reaches the widget, and not something that lies over it."""
    root = widget.window()
    hit = root.childAt(widget.mapTo(root, at))
    while hit is not None and hit is not widget:
        hit = hit.parentWidget() if hit is not root else None
    return hit is widget


def takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
