"""Whatever a mail program or a browser hands over is read, or refused in words: dropped and pasted alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from afterword.screen.letters.intake import intake
from whole import drops, given
from whole.person import Person

NEWS, TWO, TIME = "Sorry. This looks like a no.", "Email 1 of 2", "They propose a time."
ROWS: dict[str, tuple[drops.Make, str]] = {
    "Thunderbird, one email": (drops.thunderbird, NEWS),
    "Thunderbird, several": (drops.thunderbird_several, TWO),
    "Thunderbird on Windows, several": (drops.thunderbird_links, "Thunderbird hands over only 3 links."),
    "Thunderbird on macOS": (drops.link("mailbox:///Users/noa/Inbox?number=1"), "Thunderbird hands over only a link."),
    "Evolution, two in a file without extension": (drops.evolution, TWO),
    "Claws Mail": (drops.claws, NEWS),
    "KMail with the message": (drops.kmail, NEWS),
    "KMail without": (drops.link("akonadi:?item=42"), "KMail hands over only a link."),
    "Outlook, attachments": (drops.outlook_attachments, TWO),
    "Outlook, one attachment": (drops.outlook_one_attachment, NEWS),
    "Outlook, a message": (drops.outlook_message, "Only sender and subject came along."),
    "the new Outlook": (drops.new_outlook, "In the new Outlook choose More, Save as"),
    "Apple Mail": (drops.link("message:%3Cabc@kestrel.example%3E"), "Apple Mail hands over only a link."),
    "Firefox, marked text": (drops.firefox_selection, NEWS),
    "Firefox, a link": (drops.firefox_link, "Afterword opens no links."),
    "Firefox, a file for a download": (
        drops.only("application/x-moz-custom-clipdata"), "The browser keeps this file for itself."
    ),
    "Chromium, marked text": (drops.chromium_selection, NEWS),
    "Chromium, a file for a download": (
        drops.only("chromium/x-web-custom-data"), "The browser keeps this file for itself."
    ),
    "a format nobody knows": (drops.only("application/x-something"), "nothing in it that Afterword can read"),
    "an .eml": (lambda folder: drops.files(folder, letter_eml=drops.NO), NEWS),
    "an .emlx": (
        lambda folder: drops.files(folder, letter_emlx=b"%d\n" % len(drops.NO) + drops.NO + b"<?xml?><plist/>"), NEWS
    ),
    "a .txt": (lambda folder: drops.files(folder, letter_txt=given.REFUSAL.encode()), NEWS),
    "an .html": (lambda folder: drops.files(folder, letter_html=f"<html><p>{given.REFUSAL}</p>".encode()), NEWS),
    "an .msg": (drops.outlook_file, NEWS),
    "an .ics": (drops.calendar_entry, TIME),
    "a .pdf": (drops.pdf, NEWS),
    "a packed archive": (lambda folder: drops.files(folder, mails_zip=b"PK\x03\x04" + bytes(60)), "It is packed."),
    "a picture": (lambda folder: drops.files(folder, photo_png=b"\x89PNG\r\n\x1a\n" + bytes(40)), "It is a picture"),
}  # fmt: skip


def _drop(person: Person, mime: QMimeData) -> None:
    person.drops_data(mime)
    assert person.taken, "the pointer said that it cannot be dropped here"


def _paste(person: Person, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    person.settle()
    person.presses("Ctrl+Shift+V")


@pytest.mark.parametrize("act", [_drop, _paste], ids=["dropped", "pasted"])
@pytest.mark.parametrize("row", ROWS)
def test_every_program_is_read_or_answered(
    noa: Person, tmp_path: Path, row: str, act: Callable[[Person, QMimeData], None]
) -> None:
    before = given.everything(noa.window.desk.journal)
    make, said = ROWS[row]
    act(noa, make(tmp_path))
    for path in tmp_path.iterdir():  # the other program may delete its file as soon as the drop is over
        if path.is_file():
            path.unlink()
    noa.sees(said)
    assert given.everything(noa.window.desk.journal) == before, "something changed before it was accepted"
    assert noa.window.post.is_reviewing == (said in (NEWS, TWO, TIME) or "Only sender" in said)
    if noa.window.post.is_reviewing:
        noa.presses("Esc")


def test_files_are_asked_for_once_only(tmp_path: Path) -> None:
    """Thunderbird writes another copy of the email at every question."""

    class Counting(QMimeData):
        asked = 0

        def retrieveData(self, name: str, kind: object) -> object:
            Counting.asked += name == "text/uri-list"
            return super().retrieveData(name, kind)  # type: ignore[arg-type]

    path = tmp_path / "one.eml"
    path.write_bytes(drops.NO)
    mime = Counting()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    Counting.asked = 0
    assert len(intake(mime).payloads) == 1
    assert Counting.asked == 1


def test_the_running_outlook_is_asked_for_what_is_marked_in_it(tmp_path: Path) -> None:
    asked = []

    def marked() -> list[tuple[str, bytes]]:
        asked.append(True)
        return [("000.msg", b"one"), ("001.msg", b"two")]

    taken = intake(drops.outlook_message(tmp_path), marked)
    assert not asked, "Outlook still waits for the end of the drop"
    assert [(each.name, each.data) for each in taken.ripe().payloads] == [("000.msg", b"one"), ("001.msg", b"two")]


def test_without_an_answer_of_outlook_its_table_is_taken(tmp_path: Path) -> None:
    [line] = intake(drops.outlook_message(tmp_path), list).ripe().payloads
    assert line.name == "Your application at Kestrel Health.eml"
    assert b"From: Mira Holt" in line.data and b"Tue, 18 Mar 2025 09:12" in line.data


def test_a_folder_in_a_name_is_never_kept(tmp_path: Path) -> None:
    assert [each.name for each in intake(drops.outlook_attachments(tmp_path)).payloads] == ["one.eml", "two.eml"]
    mime = QMimeData()
    mime.setData(drops.WINDOWS.format("FileGroupDescriptorW"), drops.descriptor("../../x.eml")[:-200])
    mime.setData(f"{drops.WINDOWS.format('FileContents')};index=0", b"data")
    assert not intake(mime).payloads, "a descriptor that is cut off names nothing"


def test_the_card_made_of_outlooks_table_names_the_company_and_says_nothing_more(noa: Person, tmp_path: Path) -> None:
    noa.drops_data(drops.outlook_message(tmp_path))
    noa.sees("Not sure what this is.")
    noa.sees("Kestrel Health")
    noa.presses("Enter")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    assert noa.row("Kestrel Health").outcome == "wait"


def test_a_slow_reading_is_said_and_takes_no_refusal_away(
    noa: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.mail import reading

    quickly = reading.read

    def slowly(name: str, raw: bytes) -> object:
        time.sleep(0.6)
        return quickly(name, raw)

    monkeypatch.setattr(reading, "read", slowly)
    noa.drops_data(drops.files(tmp_path, letter_eml=drops.NO))
    noa.sees("Reading…")
    noa.sees(NEWS)
    noa.does_not_see("Reading…")
    noa.presses("Esc")
    noa.drops([tmp_path / "gone.eml", tmp_path / "letter.eml"])
    noa.sees(NEWS)
    noa.sees("gone.eml is not there any more.")
    noa.presses("Esc")
