"""The advert, the people and the documents of an application: in by drop, kept, out again by Save as."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTabBar

from whole import sight
from whole.person import Person

CV = b"%PDF-1.4\n\x00\xff the whole of it\n"


def _turn_to(person: Person, tab: str) -> None:
    form = QApplication.activeModalWidget()
    bar = next(each for each in sight.every(form) if isinstance(each, QTabBar))
    at = next(n for n in range(bar.count()) if bar.tabText(n) == tab)
    person.points_at(bar, bar.tabRect(at).center())


def test_the_advert_and_the_people_are_kept(noa: Person) -> None:
    noa.chooses("Kestrel Health")
    noa.clicks("Application, advert and files")
    _turn_to(noa, "Advert and people")
    noa.writes("The advert, as it was", "We look for somebody who likes queues.")
    noa.writes("People you met", "Mira Holt, the engineer with the red chair")
    noa.clicks("Save")
    noa.until(lambda: not QApplication.activeModalWidget(), "the form closed")
    noa.presses("Ctrl+F")
    noa.types("Kestrel")
    noa.presses("Enter", "Ctrl+I")
    _turn_to(noa, "Advert and people")
    noa.sees("We look for somebody who likes queues.")
    noa.sees("Mira Holt, the engineer with the red chair")
    noa.presses("Esc")


def test_a_document_goes_in_by_drop_and_comes_out_to_the_byte(noa: Person, tmp_path: Path) -> None:
    cv = tmp_path / "CV.pdf"
    cv.write_bytes(CV)
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+I")
    _turn_to(noa, "Files")
    form = QApplication.activeModalWidget()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(cv))])
    at = QPoint(form.width() // 2, form.height() // 2)
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, left, keys),
        QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, left, keys),
    ):
        noa.application.sendEvent(form.windowHandle(), event)
    cv.unlink()
    noa.sees("CV.pdf  (1 kB)")
    noa.presses("Tab")
    found = next(each for each in sight.every(form) if each.accessibleName() == "Files" and each.focusPolicy())
    found.setCurrentRow(0)
    noa.clicks("Save as")
    noa.names_file(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == CV
    noa.presses("Esc")
    noa.sees("1 file")
