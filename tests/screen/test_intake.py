"""What drops deliver: every way is read once, and what cannot be taken is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from afterword.screen.letters.intake import from_paths, intake

MAIL = b"From: a@b.example\r\nSubject: Hello\r\n\r\nText\r\n"


def test_files_are_copied_at_once(tmp_path: Path) -> None:
    for name in ("one.eml", "two.eml"):
        (tmp_path / name).write_bytes(MAIL)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("one.eml", "two.eml")])
    taken = intake(mime)
    for name in ("one.eml", "two.eml"):
        (tmp_path / name).unlink()
    assert [(each.name, each.data) for each in taken.payloads] == [("one.eml", MAIL), ("two.eml", MAIL)]
    assert not taken.refusals


def test_files_win_over_the_message_link_beside_them(tmp_path: Path) -> None:
    (tmp_path / "no.eml").write_bytes(MAIL)
    mime = QMimeData()
    mime.setText("mailbox-message://nobody@Local%20Folders/Inbox#3")
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "no.eml"))])
    assert [each.name for each in intake(mime).payloads] == ["no.eml"]


def test_message_bytes_of_a_mail_program() -> None:
    mime = QMimeData()
    mime.setData("message/rfc822", MAIL)
    assert intake(mime).payloads[0].data == MAIL


def test_marked_text_keeps_its_html_beside_it() -> None:
    mime = QMimeData()
    mime.setText("Thank you for applying")
    mime.setHtml("<p>Thank you for applying</p>")
    taken = intake(mime)
    assert taken.text == "Thank you for applying" and "applying" in taken.html


@pytest.mark.parametrize(
    ("link", "word"),
    [
        ("message:%3Cabc%40example%3E", "to the desktop first"),
        ("akonadi:?item=4", "Save As in KMail"),
        ("https://mail.example/inbox/17", "opens no links"),
    ],
)
def test_a_bare_link_is_answered_with_what_to_do(link: str, word: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(link)])
    taken = intake(mime)
    assert taken.empty and word in " ".join(taken.refusals)


def test_nothing_readable_is_never_silence() -> None:
    mime = QMimeData()
    mime.setData("application/x-something", b"\x00\x01")
    taken = intake(mime)
    assert taken.empty and taken.refusals


def test_a_folder_a_vanished_and_a_huge_file_each_get_a_sentence(tmp_path: Path) -> None:
    huge = tmp_path / "huge.eml"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 30 * 1024 * 1024)
    (tmp_path / "folder").mkdir()
    taken = from_paths([str(tmp_path / "folder"), str(tmp_path / "gone.eml"), str(huge)])
    assert taken.empty
    folder, gone, large = taken.refusals
    assert "is a folder" in folder and "not there" in gone and "25 MB" in large
    assert huge.stat().st_size == 30 * 1024 * 1024
