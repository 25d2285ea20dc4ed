"""The whole window of a journal: what a key costs until everything has reacted, scrolling, and a dropped letter."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from afterword import app as program
from afterword import places
from afterword.journal import finding, interviews, rows
from afterword.journal.change import Changes
from afterword.screen.window import Window
from journals import NOW
from run import Figure, median, timed

LETTERS = Path(__file__).resolve().parent.parent / "tests" / "letters"


def measure(path: Path, size: int, home: Path) -> list[Figure]:
    """Figures of one window, on a copy of the journal."""
    mine = shutil.copy(path, path.with_name(f"acts {path.name}"))
    application = program.make_application()
    here = places.under(home)
    here.make()
    app = program.App(application, here, lambda: NOW)
    app.open(mine)
    window = app.window
    assert window is not None
    _spin(application)
    figures = [*_accepts(window, size), *_scrolls(window, size), *_drops(window, application, size)]
    window.close()
    return figures


def _spin(application: QApplication, rounds: int = 5) -> None:
    for _round in range(rounds):
        application.processEvents()


def _once(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _accepts(window: Window, size: int) -> list[Figure]:
    """An outcome, taken back, and done again: by the desk with every view's answer, beside the journal alone."""
    journal = window.desk.journal
    keys = rows.order(journal, filter=finding.parse("is:waiting")).ids[:6]
    alone = Changes(journal)
    taken: dict[str, tuple[list[float], list[float]]] = {}
    for key in keys:
        window.list.select(key)
        for name, act in (
            ("accept an outcome", lambda k=key: window.desk.do(interviews.set_outcome, k, "no", NOW)),
            ("undo", window.desk.undo),
            ("redo", window.desk.redo),
        ):
            taken.setdefault(name, ([], []))[0].append(_once(act))
        window.desk.undo()
        for name, bare in (
            ("accept an outcome", lambda k=key: alone.do(interviews.set_outcome, k, "no", NOW)),
            ("undo", alone.undo),
            ("redo", alone.redo),
        ):
            taken[name][1].append(_once(bare))
        alone.undo()
    figures = []
    for name, (ours, floor) in taken.items():
        figures.append(Figure(f"{name}, whole window, {size:,}", median(ours[1:]), "ms", reach=30))
        figures.append(Figure(f"{name}, beside the journal alone, {size:,}", median(ours[1:]), "ms",
                              median(floor[1:]), "verb and changeset"))  # fmt: skip
    return figures


def _scrolls(window: Window, size: int) -> list[Figure]:
    table = window.list.table
    bar = table.verticalScrollBar()
    stops = iter(range(0, bar.maximum(), max(1, bar.maximum() // 60)))
    pages = []
    for stop in stops:
        bar.setValue(stop)
        pages.append(_once(lambda: table.viewport().grab()))

    def jump() -> None:
        bar.setValue(0)
        bar.setValue(bar.maximum())
        table.viewport().grab()

    pages.sort()
    return [
        Figure(f"scroll, one page painted, p95, {size:,}", pages[round(len(pages) * 0.95) - 1], "ms", reach=16),
        Figure(f"jump to the end, {size:,}", timed(jump), "ms"),
    ]


def _drops(window: Window, application: QApplication, size: int) -> list[Figure]:
    """From a dropped letter to its review card, beside reading the letter alone."""
    files = sorted(LETTERS.glob("*.eml"))[:8]
    if not files:
        return []
    from afterword.mail import reading

    ours, floors = [], []
    for file in files:
        data = file.read_bytes()
        floors.append(_once(lambda f=file, d=data: reading.read(f.name, d)))
        mime = QMimeData()
        mime.setData("message/rfc822", data)
        start = time.perf_counter()
        window.post.take(mime, 0)
        while not window.post.is_reviewing and time.perf_counter() - start < 5:
            application.processEvents()
        ours.append((time.perf_counter() - start) * 1000)
        while window.post.is_reviewing:
            window.post.not_now()
    return [Figure(f"drop to review card, {size:,}", median(ours[1:]), "ms", reach=100),
            Figure(f"drop to review card, beside reading alone, {size:,}", median(ours[1:]), "ms", median(floors[1:]),
                   "reading alone")]  # fmt: skip
