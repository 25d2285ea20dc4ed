"""What every test stands on: no network, no folder of a real person, no warning, no window left behind."""

from __future__ import annotations

import gettext
import logging
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Before Qt or anything else asks: off screen, in plain English, in a place with summer time, on 1x pixels.
os.environ.update(
    QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", LANGUAGE="", TZ="CET-1CEST,M3.5.0,M10.5.0/3", QT_SCALE_FACTOR="1"
)
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()

from afterword import places, words  # noqa: E402 - nothing may ask before the lines above

ABROAD: list[str] = []  # attempts to reach the network since the test began


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse, and remember: product code might swallow the refusal."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        opened, *where = arguments
        if opened.family == getattr(socket, "AF_UNIX", None):
            return
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        where = list(arguments)
    else:
        return
    ABROAD.append(f"{event} {where}")
    raise PermissionError("Afterword opens no network connection")


sys.addaudithook(_no_network)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person of its own for each test, who reads the untranslated program."""
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(words, "_catalogue", gettext.NullTranslations())


@pytest.fixture(autouse=True)
def stays_here() -> Iterator[None]:
    """Fail when anything tried to reach the network."""
    ABROAD.clear()
    yield
    assert not ABROAD, f"the network was asked for: {ABROAD}"


class _Stray(logging.Handler):
    """Keeps records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def said(self) -> list[str]:
        """Each record as "level: words"."""
        return [f"{record.levelname.lower()}: {record.getMessage()}" for record in self.records]


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[_Stray]:
    """Fail on a warning in the log; a test that takes `logged` instead fails without one."""
    stray = _Stray()
    root = logging.getLogger()
    before = root.handlers[:]
    root.addHandler(stray)
    yield stray
    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
            handler.close()
    if "logged" in request.fixturenames:
        assert stray.records, "a warning was expected in the log, and none came"
    else:
        assert not stray.records, f"the log has: {stray.said()}"


@pytest.fixture
def logged(quiet_log: _Stray) -> _Stray:
    """The log of a test that expects a warning: `logged.said()`. Without any, the test fails."""
    return quiet_log


@pytest.fixture(autouse=True)
def tidy_screen() -> Iterator[None]:
    """Fail when a window is still open after the test, and close it for the next one."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    named = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    assert not named, f"still open after the test: {', '.join(named)}"


@pytest.fixture(scope="session")
def resources() -> Path:
    """The bundled files."""
    return places.resources()
