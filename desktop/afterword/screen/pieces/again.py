"""A page that is made anew keeps the keyboard where it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def keeping_focus(page: QWidget, rebuild: Callable[[], object]) -> None:
    """Make a page anew; what had the keyboard has it again, or what is called the same now."""
    before = page.focusWidget()
    has = before is not None and before.hasFocus() and before is not page
    name = before.accessibleName() if has and before is not None else ""
    rebuild()
    if name:
        for each in page.findChildren(QWidget):
            if each.accessibleName() == name and not each.isHidden() and each is not before:
                each.setFocus()
                return
    if has:
        page.setFocus()
