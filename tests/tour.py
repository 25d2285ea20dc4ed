"""The tour: the real program, offscreen, on a copy of the made-up search.

It drops real emails with real drop events, accepts them, writes a debrief through the widgets, undoes, searches and
prints, and leaves its pictures and PDFs in the folder given. Run by `make tour`; fails when something does not work.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "desktop"))

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit

from afterword import app as program
from afterword import places
from afterword.journal import interviews, rows, sample

NOW = datetime(2025, 3, 18, 12, 0)
LETTER = HERE / "letters" / "kestrel-rejection.eml"
OF_THE_README = {
    "main-light.png": "01-interviews-1280-light.png",
    "debrief.png": "03-debrief-1280-light.png",
    "review-dark.png": "06-review-1280-dark.png",
}
SIZES = (("1280", 1280, 800), ("900", 900, 600))


class Tour:
    """One sitting, told step by step; every step is checked."""

    def __init__(self, out: Path, home: Path) -> None:
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self.application = program.make_application()
        here = places.under(home)
        here.make()
        sample.make(here.sample, NOW)
        self.app = program.App(self.application, here, lambda: NOW)
        self.app.open(here.sample)
        assert self.app.window is not None
        self.window = self.app.window
        self.settle()

    def settle(self, turns: int = 8) -> None:
        for _turn in range(turns):
            self.application.processEvents()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QTest.qWait(15)

    def until(self, reached: Callable[[], bool], what: str) -> None:
        for _turn in range(200):
            if reached():
                return
            self.settle(1)
        raise SystemExit(f"the tour did not reach: {what}")

    def picture(self, name: str) -> None:
        """Light and dark, both sizes."""
        for theme in ("light", "dark"):
            self.app.look.apply(theme, self.app.preferences.text_scale)
            for size, width, height in SIZES:
                self.window.resize(width, height)
                self.settle()
                self.window.grab().save(str(self.out / f"{name}-{size}-{theme}.png"))
        self.app.look.apply("light", 100)
        self.window.resize(1280, 800)
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.window.activateWindow()
        self.settle(2)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into the text field of that name."""
        field = next(each for each in self.window.debrief.findChildren(QTextEdit)
                     if each.isVisible() and each.accessibleName() == name)  # fmt: skip
        self.window.activateWindow()
        field.setFocus()
        field.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(field, text)
        self.settle()

    def click(self, text: str) -> None:
        """Press the button of that name."""
        button = next(each for each in self.window.findChildren(QAbstractButton)
                      if each.isVisible() and each.text().strip() == text)  # fmt: skip
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def row_of(self, company: str) -> rows.Row:
        journal = self.window.desk.journal
        page = rows.page(journal, rows.order(journal, group="none").ids)
        return next(row for row in page.values() if row.company == company and row.kind == "interview")

    # The steps

    def look_around(self) -> None:
        halden = next(r for r in self._interviews("Halden Bank") if r.stage == "technical")
        self.window.select(halden.id)
        self.settle()
        self.picture("01-interviews")

    def _interviews(self, company: str) -> list[rows.Row]:
        journal = self.window.desk.journal
        page = rows.page(journal, rows.order(journal, group="none").ids)
        return [row for row in page.values() if row.company == company]

    def drop_a_letter(self) -> None:
        self.settle()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(LETTER))])
        over = self._pointer(self.row_of("Kestrel Health").id)
        self._drag(QDragEnterEvent(over, Qt.DropAction.CopyAction, mime, *_LEFT))
        self._drag(QDragMoveEvent(over, Qt.DropAction.CopyAction, mime, *_LEFT))
        self.window.grab().save(str(self.out / "05-drag-over-1280-light.png"))
        nowhere = QPointF(self.window.width() / 3, self.window.height() - 60)
        self._drag(QDragMoveEvent(nowhere.toPoint(), Qt.DropAction.CopyAction, mime, *_LEFT))
        self._drag(QDropEvent(nowhere, Qt.DropAction.CopyAction, mime, *_LEFT))
        self.until(lambda: self.window.post.is_reviewing, "the review card")
        self.settle()
        self.picture("06-review")

    def _pointer(self, key: int) -> QPoint:
        table = self.window.list.table
        rect = table.visualRect(table.model().index(table.model().row_of(key), 0))
        return table.viewport().mapTo(self.window, rect.center())

    def _drag(self, event: QEvent) -> None:
        self.application.sendEvent(self.window, event)
        self.settle(3)

    def accept_and_undo(self) -> None:
        self.window.post.review.focus()
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.row_of("Kestrel Health").outcome == "no", "Kestrel Health marked")
        self.picture("07-accepted")
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: self.row_of("Kestrel Health").outcome == "wait", "Kestrel Health waiting again")
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.until(lambda: self.row_of("Kestrel Health").outcome == "no", "Kestrel Health marked again")

    def two_minutes(self) -> None:
        kestrel = self.row_of("Kestrel Health")
        self.window.open_debrief(kestrel.id)
        self.settle()
        self.write("Which question stayed with you?", "How would you replay a topic without sending twice?")
        self.write("One thing that went all right, however small", "They laughed at the outbox joke.")
        self.picture("04-two-minutes")
        self.click("That’s enough for today")
        story = interviews.story(self.window.desk.journal, kestrel.id)
        if not any("outbox joke" in text for r in story.reflections for text in r.answers.values()):
            raise SystemExit("the tour's two minutes were not kept")

    def write_a_debrief(self) -> None:
        halden = next(r for r in self._interviews("Halden Bank") if r.stage == "technical")
        self.window.open_debrief(halden.id, "full")
        self.settle()
        self.picture("03-debrief")
        asked_again = "Which question would you like to be asked again?"
        self.write(asked_again, "The one about the queue. I would begin outside.")
        self.window.show_interviews()
        self.settle()
        story = interviews.story(self.window.desk.journal, halden.id)
        if not any("begin outside" in text for r in story.reflections for text in r.answers.values()):
            raise SystemExit("the tour's debrief was not kept")

    def find(self) -> None:
        self.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.type("kafka")
        self.until(lambda: 0 < self.window.list.table.model().rowCount() < 12, "what has to do with kafka")
        self.picture("08-find")
        self.window.list.set_filter("")
        self.settle()

    def print(self) -> None:
        from afterword.journal import sheets
        from afterword.paper import interview, sheet, whole
        from afterword.paper.blocks import Include
        from afterword.screen import printing

        journal, today = self.window.desk.journal, NOW.date()
        halden = next(r for r in self._interviews("Halden Bank") if r.stage == "technical")
        northwind = self.row_of("Northwind Analytics")
        for name, document in (
            ("interview", interview.interview(interviews.story(journal, halden.id), today, Include())),
            ("sheet", sheet.sheet(sheets.sheet(journal, northwind.id), today)),
            ("search", whole.whole(sheets.whole(journal), today, Include())),
        ):
            printing.write_pdf(document, self.out / f"{name}.pdf", "A4")
        self.window.commands.print_interview(halden.id)
        self.settle(20)
        dialog = next(w for w in self.application.topLevelWidgets() if w.isVisible() and w is not self.window)
        dialog.grab().save(str(self.out / "09-preview-light.png"))
        dialog.close()
        self.settle()

    def first_run(self) -> None:
        self.app.open_own()
        assert self.app.window is not None
        self.window = self.app.window
        self.settle()
        self.picture("10-first-run")

    def end(self) -> None:
        self.window.close()
        self.settle()


_LEFT = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def main(out: Path, pictures: Path | None = None) -> int:
    """Play the tour; `pictures` is where the README finds its own."""
    home = Path(tempfile.mkdtemp(prefix="afterword-tour-"))
    try:
        tour = Tour(out, home)
        for step in (
            tour.look_around, tour.write_a_debrief, tour.drop_a_letter, tour.accept_and_undo, tour.two_minutes,
            tour.find, tour.print, tour.first_run, tour.end,
        ):  # fmt: skip
            print(f"tour: {step.__name__.replace('_', ' ')}", flush=True)
            step()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        for name, picture in OF_THE_README.items():
            QImage(str(out / picture)).convertToFormat(QImage.Format.Format_RGB888).save(str(pictures / name))
    print(f"tour: pictures and PDFs are in {out}")
    return 0


if __name__ == "__main__":
    given = [Path(each) for each in sys.argv[1:]] or [Path("build/tour")]
    sys.exit(main(*given[:2]))
