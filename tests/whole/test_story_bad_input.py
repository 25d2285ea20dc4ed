"""What cannot be read or opened gets a sentence, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from afterword import app as program
from afterword.trouble import Trouble
from whole import given
from whole.person import Person


def _no_mail(folder: Path) -> Path:
    path = folder / "picture.eml"
    path.write_bytes(bytes(range(256)) * 40)
    return path


def _empty(folder: Path) -> Path:
    path = folder / "empty.eml"
    path.write_bytes(b"")
    return path


def _huge(folder: Path) -> Path:
    path = folder / "huge.eml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 30 * 1024 * 1024)
    return path


def _folder(folder: Path) -> Path:
    path = folder / "inbox"
    path.mkdir()
    return path


def _vanished(folder: Path) -> Path:
    return folder / "gone.eml"


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no mail": (_no_mail, "picture.eml"),
    "empty": (_empty, "empty.eml"),
    "30 MB": (_huge, "huge.eml is larger than 25 MB"),
    "a folder": (_folder, "inbox is a folder."),
    "vanished": (_vanished, "gone.eml is not there any more."),
}


@pytest.mark.parametrize("way", ["dropped", "on a row", "handed over"])
@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(noa: Person, tmp_path: Path, what: str, way: str) -> None:
    make, sentence = BAD[what]
    path = make(tmp_path)
    before = given.everything(noa.window.desk.journal)
    if way == "dropped":
        noa.drops([path])
    elif way == "on a row":
        noa.drops([path], on="Kestrel Health")
    else:
        noa.window.receive([str(path)])
    noa.sees(sentence)
    if way == "on a row" and "kept with Kestrel Health" in " ".join(noa.words()):
        noa.presses("Ctrl+Z")  # what is no letter is kept as a file where it was dropped, and can be taken back
    assert given.everything(noa.window.desk.journal) == before
    assert path.exists() == (what != "vanished")


def test_a_bad_file_among_good_ones_does_not_keep_them_out(noa: Person, tmp_path: Path) -> None:
    good = tmp_path / "refusal.eml"
    good.write_bytes(given.a_letter())
    noa.drops([_vanished(tmp_path), good])
    noa.sees("Sorry. This looks like a no.")
    noa.sees("gone.eml is not there any more.")
    noa.presses("Esc")


def test_a_mail_without_a_date_says_so(noa: Person, tmp_path: Path) -> None:
    path = tmp_path / "undated.eml"
    path.write_bytes(given.a_letter(sent=None))
    noa.drops([path])
    noa.sees("The email has no date, so this is now.")
    noa.presses("Esc")


def test_a_mail_without_words_says_so(noa: Person, tmp_path: Path) -> None:
    before = given.everything(noa.window.desk.journal)
    path = tmp_path / "wordless.eml"
    path.write_bytes(b"From: a@b.example\r\nSubject: \r\nDate: Tue, 18 Mar 2025 09:00:00 +0100\r\n\r\n")
    noa.drops([path])
    noa.until(
        lambda: any("wordless.eml" in each or "Not sure what this is." in each for each in noa.words()), "a sentence"
    )
    assert given.everything(noa.window.desk.journal) == before


def test_a_link_is_not_opened_and_says_what_to_do(noa: Person) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://mail.example/inbox/17")])
    noa.drops_data(mime)
    noa.sees("Afterword opens no links.")


def test_pasting_nothing_says_so(noa: Person) -> None:
    noa.copies("")
    noa.presses("Ctrl+Shift+V")
    noa.sees("There is nothing in it that Afterword can read.")


# The journal itself


def _not_one(path: Path) -> None:
    path.write_text("a shopping list: milk, bread, more of both, and a long evening", encoding="utf-8")


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")
        database.execute("PRAGMA application_id = 7")
    database.close()


def _newer(path: Path) -> None:
    given.a_spring(path)
    with sqlite3.connect(path) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%migration%'")]
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{tables[0]}")')]
        database.execute(
            f'INSERT INTO "{tables[0]}" ({", ".join(columns)}) SELECT '
            + ", ".join("'9999_later'" if each == "name" else f"max({each}) + 1" if each == "id" else f"max({each})"
                        for each in columns)
            + f' FROM "{tables[0]}"'
        )  # fmt: skip
    database.close()


def _directory(path: Path) -> None:
    path.mkdir()


JOURNALS: dict[str, tuple[Callable[[Path], None], str]] = {
    "no journal": (_not_one, "is not an Afterword journal."),
    "another program's": (_other_program, "belongs to another program."),
    "newer": (_newer, "This journal was written by a newer Afterword."),
    "a folder": (_directory, "is a folder, not a journal."),
}


@pytest.mark.parametrize("what", JOURNALS)
def test_a_journal_that_cannot_be_opened_says_why_and_is_not_changed(
    noa: Person, tmp_path: Path, what: str
) -> None:
    make, sentence = JOURNALS[what]
    path = tmp_path / "other" / "journal.afterword"
    path.parent.mkdir()
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    assert noa.app is not None
    with pytest.raises(Trouble) as told:
        noa.app.open(path)
    assert sentence in str(told.value)
    assert not path.is_file() or path.read_bytes() == before
    noa.presses("Ctrl+F")
    assert noa.focus == "Find", "the window that was open goes on"


def test_the_page_of_a_journal_that_cannot_be_opened(noa: Person, tmp_path: Path) -> None:
    from afterword.screen.trouble_page import TroubleWindow

    page = TroubleWindow(noa.window.look, Trouble("It is damaged.", "Open another."), tmp_path)
    page.show()
    noa.sees("The journal could not be opened.")
    noa.sees("It is damaged.")
    noa.sees("Open another.")
    page.close()
    page.deleteLater()
    noa.settle()


def test_a_second_start_hands_its_files_to_the_window_that_is_open(noa: Person, tmp_path: Path) -> None:
    letter = tmp_path / "refusal.eml"
    letter.write_bytes(given.a_letter())
    code = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\nfrom afterword.screen.instance import Instance, hand_over\n"
        "path = Path(sys.argv[1])\nassert not Instance(path).claim()\n"
        "sys.exit(0 if hand_over(path, sys.argv[2:]) else 3)\n"
    )
    second = subprocess.Popen(
        [sys.executable, "-c", code, str(noa.here.journal), str(letter)], env={**os.environ, "PYTHONPATH": _desktop()}
    )
    noa.sees("Sorry. This looks like a no.")
    noa.until(lambda: second.poll() is not None, "the end of the second start")
    assert second.returncode == 0
    noa.presses("Esc")


def _desktop() -> str:
    return str(Path(program.__file__).parents[1])
