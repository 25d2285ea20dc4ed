"""A person at the debrief editor: opens, types, clicks, closes; the journal is asked what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from afterword.journal import interviews, prompts
from afterword.journal.store import open_journal
from afterword.journal.stories import ReflectionFact, Story
from afterword.preferences import Preferences
from afterword.screen.debrief.full import FullPage
from afterword.screen.debrief.page import DebriefPage
from afterword.screen.debrief.quick import QuickPage
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.writing import Writing
from afterword.trouble import Trouble

HELD = datetime(2025, 2, 27, 14, 0)


class Writer:
    """One journal with one interview, held two hours ago, and the editor open on the screen."""

    def __init__(self, folder: Path, resources: Path, app: QApplication, qtbot: QtBot) -> None:
        self.now = HELD + timedelta(hours=2)
        self.folder, self.qtbot, self.app = folder, qtbot, app
        self.desk = Desk(open_journal(folder / "mine.afterword", lambda: self.now))
        self.journal = self.desk.journal
        self.id = self.desk.do(
            interviews.note, "Halden Bank", "Platform Engineer", "technical", HELD,
            duration_min=90, people="Marta, Iain",
        )  # fmt: skip
        self.look = Look(app, resources)
        self.look.apply("light", 100)
        self.rescue = folder / "not-saved.txt"
        self.page = DebriefPage(self.look, self.desk, prompts.load(resources / "prompts"), Preferences(), self.rescue)
        self.closed: list[bool] = []
        self.troubles: list[Trouble] = []
        self.page.closed.connect(lambda: self.closed.append(True))
        self.page.troubled.connect(self.troubles.append)
        self.page.resize(1280, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def open(self, mode: str = "quick") -> DebriefPage:
        self.page.open(self.id, mode)
        self.settle()
        return self.page

    def settle(self) -> None:
        for _turn in range(4):
            self.app.processEvents()

    @property
    def quick(self) -> QuickPage:
        assert isinstance(self.page.page, QuickPage)
        return self.page.page

    @property
    def full(self) -> FullPage:
        assert isinstance(self.page.page, FullPage)
        return self.page.page

    def field(self, name: str) -> Writing:
        """The visible place to write with this name."""
        found = [each for each in self.page.findChildren(Writing) if each.accessibleName() == name and each.isVisible()]
        assert len(found) == 1, [each.accessibleName() for each in self.page.findChildren(Writing)]
        return found[0]

    def type(self, name: str, text: str) -> Writing:
        """Type into a field, and stop: the pause after the last key has not passed yet."""
        field = self.field(name)
        field.setFocus()
        self.qtbot.keyClicks(field, text)
        return field

    def pause(self) -> None:
        """Wait until the pause after the last key has passed."""
        self.qtbot.waitUntil(lambda: not self.page.sitting or not self.page.sitting.saving.unsaved, timeout=3000)

    def press(self, name: str) -> None:
        """Click the visible button with this text."""
        found = [each for each in self.page.findChildren(QPushButton) if each.text() == name and each.isVisible()]
        assert len(found) == 1, [each.text() for each in self.page.findChildren(QPushButton) if each.isVisible()]
        self.click(found[0])

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.app.focusWidget() or self.page, key, modifier)
        self.settle()

    @property
    def story(self) -> Story:
        return interviews.story(self.journal, self.id)

    def reflection(self, kind: str) -> ReflectionFact:
        return next(each for each in self.story.reflections if each.kind == kind)

    def no(self) -> None:
        """They said no, two weeks later, an hour ago."""
        self.now = HELD + timedelta(days=14)
        self.desk.do(interviews.set_outcome, self.id, "N", self.now - timedelta(hours=1))

    def leave(self) -> None:
        self.page.hide()
        self.page.deleteLater()
        self.journal.close()


@pytest.fixture
def writer(tmp_path: Path, resources: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Writer]:
    made = Writer(tmp_path, resources, qapp, qtbot)
    yield made
    made.leave()
