"""What is looked at is printed: the words on the page are the words that were written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from whole.person import Person


def _text(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def _save(person: Person, pdf: Path) -> str:
    person.clicks("Save as PDF")
    person.names_file(pdf)
    person.sees(f"Saved as {pdf.name}.")
    person.presses("Esc")
    return _text(pdf)


WAYS = {
    "Ctrl+P": lambda person: person.presses("Ctrl+P"),
    "menu": lambda person: person.chooses_menu("File", "Print…"),
    "button": lambda person: person.clicks("Print this interview"),
}


@pytest.mark.parametrize("way", WAYS)
def test_one_interview(noa: Person, tmp_path: Path, way: str) -> None:
    noa.chooses("Halden Bank")
    WAYS[way](noa)
    text = _save(noa, tmp_path / "halden.pdf")
    for words in ("Halden Bank", "Platform Engineer", "How would you move an old warehouse to Kafka?"):
        assert words in text


def test_as_pdf_asks_where_to_at_once(noa: Person, tmp_path: Path) -> None:
    noa.chooses("Halden Bank")
    noa.chooses_menu("File", "Save as PDF…")
    noa.names_file(tmp_path / "halden.pdf")
    noa.sees("Saved as halden.pdf.")
    noa.presses("Esc")
    assert "Platform Engineer" in _text(tmp_path / "halden.pdf")


def test_what_is_being_written_is_on_the_page(noa: Person, tmp_path: Path) -> None:
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Why is it efficient to fold?")
    noa.presses("Ctrl+P")
    assert "Why is it efficient to fold?" in _save(noa, tmp_path / "kestrel.pdf")
    noa.sees("Why is it efficient to fold?")


@pytest.mark.parametrize("way", ["key", "menu", "button"])
def test_the_sheet_for_the_next_interview(noa: Person, tmp_path: Path, way: str) -> None:
    if way == "key":
        noa.presses("Ctrl+Shift+P")
    elif way == "menu":
        noa.chooses_menu("File", "Print the sheet for the next interview…")
    else:
        noa.clicks("Read before you go")
    text = _save(noa, tmp_path / "sheet.pdf")
    assert "Northwind Analytics" in text and "Think aloud before writing" in text


@pytest.mark.parametrize("way", ["menu", "button"])
def test_the_whole_search(noa: Person, tmp_path: Path, way: str) -> None:
    if way == "menu":
        noa.chooses_menu("File", "Print the whole search…")
    else:
        noa.clicks("Print or save as PDF  (Ctrl+P)")
    text = _save(noa, tmp_path / "search.pdf")
    for company in ("Kestrel Health", "Halden Bank", "Pellworm Data", "Think aloud before writing"):
        assert company in text


def test_a_pdf_that_cannot_be_written_is_said(noa: Person, tmp_path: Path) -> None:
    (tmp_path / "taken.pdf").mkdir()
    noa.chooses("Halden Bank")
    noa.presses("Ctrl+P")
    from PySide6.QtWidgets import QApplication

    QApplication.activeModalWidget().save_pdf(str(tmp_path / "taken.pdf"))
    noa.sees("taken.pdf is a folder. Choose another name")
    noa.presses("Esc")
    assert (tmp_path / "taken.pdf").is_dir()


def test_nothing_ahead_nothing_to_print(newcomer: Person) -> None:
    newcomer.presses("Ctrl+Shift+P")
    newcomer.sees("There is no interview ahead to print a sheet for.")
