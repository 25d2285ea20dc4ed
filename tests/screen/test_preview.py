"""The print preview: what is seen is what is printed, by keyboard too, with and without a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from afterword.paper.blocks import Document, Include, Line, Title
from afterword.paper.interview import interview
from afterword.preferences import Preferences
from afterword.screen import preview
from afterword.screen.look import Look
from afterword.screen.preview import PreviewDialog
from afterword.trouble import Trouble
from paper import samples

OPTIONS = ("feelings", "names", "letters", "salary")


@pytest.fixture
def look(qapp: QApplication, resources: Path) -> Iterator[Look]:
    made = Look(qapp, resources)
    made.apply("light", 100)
    yield made
    qapp.setStyleSheet("")


Open = Callable[..., PreviewDialog]


@pytest.fixture
def opened(look: Look, qtbot: QtBot) -> Iterator[Open]:
    dialogs: list[PreviewDialog] = []

    def make(document: Document | None = None, options: tuple[str, ...] = OPTIONS, paper: str = "A4") -> PreviewDialog:
        def of(include: Include) -> Document:
            return document or interview(samples.full(), samples.TODAY, include)

        dialog = PreviewDialog(look, of, options, Preferences(paper=paper))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()


def pages(count: int) -> Document:
    full = Line("\n".join(["line"] * 40))
    return Document("Long", (Title("Long"), *(full for _n in range(count))), "Foot.")


def test_it_opens_on_the_pages_with_their_count(opened: Open) -> None:
    dialog = opened()
    assert dialog.count.text() == "1 of 2"
    assert dialog.focusWidget() is dialog.pages
    assert dialog.pages.accessibleName() == "Preview, page 1 of 2"
    assert "Halden Bank" in dialog.pages.accessibleDescription()


def test_the_page_is_seen(opened: Open) -> None:
    dialog = opened()
    picture = dialog.pages.grab().toImage()
    tones = {picture.pixelColor(x, y).name() for x in range(40, picture.width() - 40, 3) for y in range(30, 300)}
    assert "#ffffff" in tones
    assert any(int(tone[1:3], 16) < 0x60 for tone in tones)


def test_page_down_and_up_turn_the_pages(opened: Open) -> None:
    dialog = opened(pages(5))
    seen = [dialog.count.text()]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(dialog.pages, key)
        seen.append(dialog.count.text())
    assert seen == ["1 of 5", "2 of 5", "3 of 5", "2 of 5", "5 of 5", "1 of 5"]


def test_more_than_fifty_pages_show_the_first_ten(opened: Open) -> None:
    dialog = opened(pages(60))
    assert dialog.count.text() == "1 of the first 10, 60 pages in all"
    QTest.keyClick(dialog.pages, Qt.Key.Key_End)
    assert dialog.count.text() == "10 of the first 10, 60 pages in all"


def test_only_options_that_change_the_page_are_offered(opened: Open) -> None:
    assert list(opened().ticks) == ["feelings", "names", "letters", "salary"]
    assert not opened(pages(1)).ticks


def test_what_a_debrief_shows_can_be_chosen_once_debriefs_are_wanted(opened: Open) -> None:
    dialog = opened(pages(1), options=("debriefs", "names"))
    assert not dialog.ticks["names"].isEnabled()
    QTest.keyClick(dialog.ticks["debriefs"], Qt.Key.Key_Space)
    assert dialog.ticks["names"].isEnabled()


def test_a_tick_changes_what_is_shown_and_saved(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    assert dialog.ticks["feelings"].isChecked()
    assert not dialog.ticks["letters"].isChecked()
    dialog.ticks["feelings"].setFocus()
    QTest.keyClick(dialog.ticks["feelings"], Qt.Key.Key_Space)
    QTest.keyClick(dialog.ticks["letters"], Qt.Key.Key_Space)
    dialog.save_pdf(str(tmp_path / "a.pdf"))
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "How it felt" not in text
    assert "we chose another person." in text


def test_the_paper_chosen_is_used_and_remembered(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    assert dialog.paper.currentText() == "A4"
    QTest.keyClick(dialog.paper, Qt.Key.Key_Down)
    dialog.save_pdf(str(tmp_path / "a.pdf"))
    assert round(PdfReader(tmp_path / "a.pdf").pages[0].mediabox.height) == 792
    assert dialog._preferences.paper == "Letter"


def test_saving_says_so(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    for save, file in ((dialog.save_pdf, tmp_path / "a.pdf"), (dialog.save_markdown, tmp_path / "a.md")):
        with qtbot.waitSignal(dialog.saved) as caught:
            save(str(file))
        assert caught.args == [file]
        assert file.stat().st_size > 500
        assert dialog.said.text() == f"Saved as {file.name}."


def test_trouble_is_said_in_the_dialog_and_to_the_window(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.troubled) as caught:
        dialog.save_pdf(str(tmp_path / "nowhere" / "a.pdf"))
    assert isinstance(caught.args[0], Trouble)
    assert "does not exist" in dialog.said.text()


@pytest.mark.parametrize(("name", "ending"), [("pdf_button", "pdf"), ("markdown_button", "md")])
def test_the_file_dialog_proposes_a_safe_name(opened: Open, name: str, ending: str, tmp_path: Path) -> None:
    dialog = opened()
    QTest.mouseClick(getattr(dialog, name), Qt.MouseButton.LeftButton)
    ask = dialog.findChild(QFileDialog)
    assert Path(ask.selectedFiles()[0]).name == f"Halden Bank, technical, 27 Feb 2025.{ending}"
    ask.fileSelected.emit(str(tmp_path / f"x.{ending}"))
    ask.close()
    assert (tmp_path / f"x.{ending}").exists()


def test_without_a_printer_a_pdf_can_be_saved(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "_has_printer", lambda: False)
    dialog = opened()
    assert not dialog.print_button.isEnabled()
    assert dialog.pdf_button.isEnabled()
    assert dialog.said.text() == "There is no printer on this computer. A PDF can be saved all the same."


def test_with_a_printer_it_can_be_printed(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "_has_printer", lambda: True)
    dialog = opened()
    assert dialog.print_button.isEnabled()
    assert not dialog.said.text()


def test_nothing_written_is_said_kindly(opened: Open) -> None:
    dialog = opened(interview(samples.EMPTY, samples.TODAY, Include()))
    assert dialog.nothing.isVisible()
    assert dialog.nothing.text() == "Write two minutes first, then there is something to print."
    assert not dialog.pages.isVisible()
    assert not dialog.pdf_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_the_keyboard_reaches_everything_and_each_has_a_name(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "_has_printer", lambda: True)
    dialog = opened()
    reached: list[QWidget] = []
    for _n in range(12):
        here = dialog.focusWidget()
        if here in reached:
            break
        reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert reached[0] is dialog.pages
    assert reached[1] is dialog.paper
    assert all(each.accessibleName() for each in reached)
    assert {each for each in dialog.findChildren(QPushButton) if each.isVisible()} <= set(reached)
    assert set(dialog.ticks.values()) <= set(reached)


def test_escape_closes_it(opened: Open) -> None:
    dialog = opened()
    QTest.keyClick(dialog.pages, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_is_drawn_anew_when_the_window_grows(opened: Open) -> None:
    dialog = opened(pages(3))
    before = dialog.pages.verticalScrollBar().maximum()
    dialog.resize(dialog.width() + 300, dialog.height())
    QApplication.sendPostedEvents()
    assert dialog.pages.verticalScrollBar().maximum() > before


def test_in_the_largest_text_it_still_fits_the_screen(look: Look, opened: Open) -> None:
    look.apply("light", 150)
    dialog = opened()
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert dialog.height() <= dialog.screen().availableSize().height()
