"""Inside one process: order, sort, filter, find, paint, accept, undo, each beside the SQL alone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import apsw

from afterword import places, preferences
from afterword.journal import finding, interviews, rows, store
from afterword.journal.change import Changes
from run import Figure, timed


def measure(path: Path, size: int) -> list[Figure]:
    """Figures for one journal."""
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    with store.open_journal(path) as journal:
        figures = [*_orders(journal, raw, size), *_finds(path, raw, size), *_acts(journal, size)]
        figures += _paint(journal, size)
    raw.close()
    return figures


def _orders(journal: store.Journal, raw: apsw.Connection, size: int) -> list[Figure]:
    plain = "SELECT id FROM listing ORDER BY rank, at DESC"
    by_company = "SELECT id FROM listing ORDER BY company, at DESC"
    waiting = finding.parse("is:waiting")
    return [
        Figure(f"order, grouped by outcome, {size:,}", timed(lambda: rows.order(journal)), "ms",
               timed(lambda: raw.execute(plain).fetchall()), "the SQL alone", 1.5),
        Figure(f"re-sort by company, {size:,}", timed(lambda: rows.order(journal, group="none", sort="company")), "ms",
               timed(lambda: raw.execute(by_company).fetchall()), "the SQL alone", 1.5),
        Figure(f"filter is:waiting, {size:,}", timed(lambda: rows.order(journal, filter=waiting)), "ms",
               timed(lambda: raw.execute("SELECT id FROM listing WHERE outcome = 'wait' ORDER BY at DESC").fetchall()),
               "the SQL alone"),
        Figure(f"one page of 50 rows, {size:,}", timed(lambda: rows.page(journal, rows.order(journal).ids[:50])), "ms"),
    ]  # fmt: skip


def _finds(path: Path, raw: apsw.Connection, size: int) -> list[Figure]:
    finder = finding.reader(path)
    typed = ["k", "ka", "kaf", "kafk", "kafka"]
    slowest = max(timed(lambda t=text: finder.order(filter=finding.parse(t)), 3) for text in typed)
    floor = max(
        timed(lambda t=text: raw.execute("SELECT rowid FROM words WHERE words MATCH ?", (f'"{t}"*',)).fetchall(), 3)
        for text in typed
    )
    finder.close()
    return [Figure(f"find as you type, slowest key, {size:,}", slowest, "ms", floor, "raw FTS5 query")]


def _acts(journal: store.Journal, size: int) -> list[Figure]:
    changes = Changes(journal)
    row = rows.page(journal, rows.order(journal, filter=finding.parse("is:waiting")).ids[:1])
    key = next(iter(row))
    figures = []
    for name, act in (
        ("accept an outcome", lambda: changes.do(interviews.set_outcome, key, "no", datetime.now())),
        ("undo", changes.undo),
        ("redo", changes.redo),
    ):
        start = datetime.now()
        act()
        taken = (datetime.now() - start).total_seconds() * 1000
        figures.append(Figure(f"{name}, {size:,}", taken, "ms", reach=30))
    changes.undo()
    return figures


def _paint(journal: store.Journal, size: int) -> list[Figure]:
    from afterword import app as program
    from afterword.screen.desk import Desk
    from afterword.screen.look import Look
    from afterword.screen.pages.listing import ListPane

    application = program.make_application()
    look = Look(application, places.resources())
    look.apply("light", 100)
    pane = ListPane(look, Desk(journal), preferences.Preferences())
    pane.resize(652, 774)
    pane.show()
    application.processEvents()
    bar = pane.table.verticalScrollBar()
    places_ = iter(range(0, bar.maximum(), max(1, bar.maximum() // 60)))

    def page() -> None:
        bar.setValue(next(places_, 0))
        pane.table.viewport().grab()

    figure = Figure(f"scroll: one page painted, {size:,}", timed(page, 15), "ms", reach=16)
    end = Figure(f"jump to the end, {size:,}", timed(lambda: (bar.setValue(0), bar.setValue(bar.maximum()),
                                                            pane.table.viewport().grab())), "ms")  # fmt: skip
    pane.close_down()
    pane.close()
    return [figure, end]
