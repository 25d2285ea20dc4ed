"""Archives of mail: years go by, and only what is about a job comes out."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from afterword.mail import mbox
from afterword.mail.archive import Found, job_mail
from afterword.mail.letter import UNSURE
from afterword.mail.lexicon import Lexicon
from afterword.trouble import Trouble

LINE = b"From 1780123456789@xxx Tue Mar 18 09:12:00 +0000 2025\r\n"


def take(path: Path, lexicon: Lexicon, **more) -> list[Found]:
    return list(job_mail(path, lexicon, **more))


@pytest.fixture
def takeout(tmp_path: Path, letters: Path) -> Path:
    """All sample letters in one file."""
    box = tmp_path / "All mail Including Spam and Trash.mbox"
    with box.open("wb") as out:
        for file in sorted(letters.glob("*.eml")):
            out.write(LINE + file.read_bytes().replace(b"\nFrom ", b"\n>From ").rstrip() + b"\r\n\r\n")
    return box


def test_the_job_mails_come_out_of_an_archive_and_the_others_do_not(takeout: Path, lexicon: Lexicon) -> None:
    found = take(takeout, lexicon)
    assert len(found) >= 20
    assert not [each for each in found if each.verdict.kind == "other"]
    subjects = [each.letter.subject for each in found]
    assert not [subject for subject in subjects if "dinner" in subject.lower() or "dentist" in subject.lower()]
    assert len(set(subjects)) > 15


def test_each_has_its_place(takeout: Path, lexicon: Lexicon) -> None:
    whole = takeout.read_bytes()
    for each in take(takeout, lexicon):
        assert each.file == takeout
        assert whole[each.offset :].startswith(each.letter.raw) and each.letter.raw.startswith(b"From 178")


def test_a_folder_is_gone_through_like_one_archive(
    tmp_path: Path, letters: Path, takeout: Path, lexicon: Lexicon
) -> None:
    maildir = tmp_path / "Maildir"
    for number, file in enumerate(sorted(letters.glob("*.eml"))):
        to = maildir / ("cur" if number % 2 else "new") / f"17801234.{number}.host:2,S"
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())
    (maildir / "notes.txt").write_text("We would like to invite you to an interview.")
    (maildir / "cv.pdf").write_bytes(b"%PDF-1.4 interview")
    same = {each.letter.subject for each in take(takeout, lexicon)}
    found = take(maildir, lexicon)
    assert {each.letter.subject for each in found} == same
    assert all(each.file.read_bytes() == each.letter.raw for each in found)


def test_progress_goes_up_to_the_end(takeout: Path, lexicon: Lexicon) -> None:
    said: list[tuple[int, int]] = []
    take(takeout, lexicon, progress=lambda done, total: said.append((done, total)))
    size = takeout.stat().st_size
    assert said == sorted(said) and said[-1] == (size, size) and len(said) > 5
    assert {total for _done, total in said} == {size}


def test_it_stops_between_two_mails_when_asked(takeout: Path, lexicon: Lexicon) -> None:
    asked = 0

    def enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > 10

    assert 0 < len(take(takeout, lexicon, cancelled=enough)) <= 10 and asked == 11


def test_a_company_that_is_known_is_looked_for(tmp_path: Path, lexicon: Lexicon) -> None:
    box = tmp_path / "box"
    text = b"From: Ida <ida@fernhill.example>\r\nDate: Tue, 18 Mar 2025 09:12:00 +0100\r\nSubject: Thursday\r\n\r\nUnfortunately we will not be moving forward with you.\r\n"
    box.write_bytes(LINE + text)
    assert [each.verdict.kind for each in take(box, lexicon, known_companies=("Fernhill",))] != []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04" + bytes(100), "is packed. Unpack it first"),
        (b"\x1f\x8b" + bytes(100), "is packed. Unpack it first"),
        (b"%PDF-1.7 \n", "holds no emails. Choose an .mbox file"),
        (b"Dear diary", "holds no emails."),
    ],
)
def test_what_is_no_archive_says_so(tmp_path: Path, data: bytes, says: str, lexicon: Lexicon) -> None:
    file = tmp_path / "takeout-20250318.zip"
    file.write_bytes(data)
    with pytest.raises(Trouble, match=says):
        take(file, lexicon)


def test_an_archive_that_is_not_there_says_so(tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(Trouble, match="could not be opened"):
        take(tmp_path / "gone.mbox", lexicon)


def test_large_archives_are_never_whole_in_memory(tmp_path: Path) -> None:
    """60 MB, one mail of 40 among them that no mail program would have sent."""
    head = LINE + b"From: a@b.example\nSubject: One\n\n"
    box = tmp_path / "big.mbox"
    with box.open("wb") as out:
        for number in range(2_000):
            out.write(head + b"word " * 2_000 + b"\nFrom the start: no header\n\n")
            if number == 1_000:
                out.write(head + (b"x" * 76 + b"\n") * 520_000 + b"\n")
    tracemalloc.start()
    try:
        with box.open("rb") as stream:
            sizes = [len(raw) for _begin, raw in mbox.messages(stream)]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(sizes) == 2_001 and sizes.count(0) == 1 and sizes[1_001] == 0
    assert peak < 60 * 1024 * 1024


def test_unsure_letters_come_out_only_with_words_to_show(takeout: Path, lexicon: Lexicon) -> None:
    assert all(each.verdict.evidence for each in take(takeout, lexicon) if each.verdict.kind == UNSURE)


def test_a_line_that_was_escaped_is_the_letters_again(tmp_path: Path, lexicon: Lexicon) -> None:
    box = tmp_path / "box"
    box.write_bytes(
        LINE
        + b"From: Ida <ida@fernhill.example>\r\nDate: Tue, 18 Mar 2025 09:12:00 +0100\r\nSubject: Your application\r\n\r\nDear Sam,\r\n\r\n>From all of us: we have decided not to move forward with your application.\r\n"
    )
    [found] = take(box, lexicon)
    assert "From all of us" in found.letter.text and found.verdict.kind == "rejection"
