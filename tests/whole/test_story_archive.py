"""An archive of emails is gone through: one list, accepted together or line by line, and taken back as one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from afterword.mail import mbox
from whole import archives, given
from whole.person import Person


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The mailbox as a file, as it comes out of an export."""
    path = tmp_path / "Inbox.mbox"
    path.write_bytes(archives.mailbox())
    return path


def _list(person: Person) -> list[str]:
    """The lines, as they are read."""
    return [line.text(0) for line in person.window.rooms.archive.list.lines()]


def _is_read(person: Person, count: int = 26) -> None:
    found = f"{count} emails about jobs."
    person.until(lambda: any(found in each for each in person.words()), found, patience=30_000)  # phrases load once
    person.until(lambda: len(_list(person)) == count, "the list")


def test_an_archive_is_dropped_and_all_sure_ones_are_accepted_and_taken_back(noa: Person, archive: Path) -> None:
    before = given.everything(noa.window.desk.journal)
    kept = archive.read_bytes()
    noa.drops([archive])
    _is_read(noa)
    assert given.everything(noa.window.desk.journal) == before, "something changed before it was accepted"
    said = Counter(_list(noa))
    assert said["Sorry. This looks like a no."] == 9
    assert said["They have your application."] == 9
    assert said["They propose a time."] == 8
    page = noa.window.rooms.archive
    tops = [page.list.topLevelItem(n).text(0) for n in range(page.list.topLevelItemCount())]
    assert len(tops) == 9 and tops == sorted(tops, key=str.casefold), tops
    assert "Kestrel Health, Data Platform Engineer" in tops and "Orchard Rail, Timetable Planner (new)" in tops

    count = int(page.sure.text().split("(")[1].rstrip(")"))
    noa.clicks(page.sure.text())
    noa.sees(f"{count} emails accepted.")
    assert len(_list(noa)) == 26 - count
    noa.chooses_menu("Go", "Interviews")
    assert noa.row("Kestrel Health").outcome == "no"
    for company, role in archives.COMPANIES:
        rows = noa.rows(company)
        assert {row.title for row in rows} == {role}, "one application for each"
        assert len({row.application_id for row in rows}) == 1
    noa.presses("Ctrl+Z")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "wait", "as before")
    assert given.everything(noa.window.desk.journal) == before
    assert archive.read_bytes() == kept
    noa.chooses_menu("Go", "Emails about jobs")
    noa.until(lambda: len(_list(noa)) == 26, "the list as it was")


def test_each_line_is_accepted_changed_or_skipped_by_key(noa: Person, archive: Path) -> None:
    noa.window.receive([str(archive)])
    _is_read(noa)
    page = noa.window.rooms.archive
    assert noa.focus == "Emails about jobs"
    first = page.list.current()
    assert first is not None
    noa.presses("Enter")
    noa.until(lambda: len(_list(noa)) == 25, "the first line accepted")
    assert noa.focus == "Emails about jobs"
    noa.presses("Del")
    noa.until(lambda: len(_list(noa)) == 24, "the second skipped")
    noa.presses("Down", "Down", "Up", "E")
    noa.sees("Done changing")
    noa.writes("Company", "Another Name")
    noa.presses("Enter", "Enter")
    noa.until(lambda: len(_list(noa)) == 23, "the third changed and accepted")
    noa.chooses_menu("Go", "Interviews")
    assert noa.rows(first.company)
    assert noa.rows("Another Name")


def test_each_line_is_accepted_or_skipped_by_mouse(noa: Person, archive: Path) -> None:
    noa.chooses_menu("File", "Go through an email archive…")
    noa.names_file(archive)
    _is_read(noa)
    noa.clicks("Skip")
    noa.until(lambda: len(_list(noa)) == 25, "skipped")
    noa.clicks("Accept")
    noa.until(lambda: len(_list(noa)) == 24, "accepted")
    noa.sees("Undo")


def test_an_archive_is_a_way_to_begin(newcomer: Person, archive: Path) -> None:
    newcomer.drops([archive])
    _is_read(newcomer)
    newcomer.clicks(newcomer.window.rooms.archive.sure.text())
    newcomer.until(lambda: not _list(newcomer), "all accepted")
    newcomer.sees("That was all of it.")
    newcomer.chooses_menu("Go", "Interviews")
    assert {row.outcome for row in newcomer.rows("Orchard Rail")} <= {"no", "passed"}
    assert len({row.application_id for row in newcomer.rows()}) == 9


def test_what_is_here_already_is_not_asked_again(noa: Person, archive: Path) -> None:
    noa.drops([archive])
    _is_read(noa)
    noa.presses("Enter")
    noa.until(lambda: len(_list(noa)) == 25, "one accepted")
    noa.drops([archive], on=noa.window.rooms.archive)
    noa.sees("25 emails about jobs. 1 is here already.")


def test_an_archive_is_read_beside_the_window_and_can_be_stopped(
    noa: Person, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.mail import archive as reading

    whole, stopped = reading.is_worth_reading, []

    def slowly(*given_: object) -> bool:
        import time

        stopped.append(True)
        time.sleep(0.02)
        return whole(*given_)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "is_worth_reading", slowly)
    noa.drops([archive])
    noa.sees("Stop")
    noa.until(lambda: stopped, "the reading")
    noa.clicks("Stop")
    noa.sees("Stopped before the end.")
    assert len(stopped) < 64


def test_many_files_at_once_are_one_list(noa: Person, tmp_path: Path, archive: Path) -> None:
    with archive.open("rb") as stream:
        paths = []
        for at, data in mbox.messages(stream):
            paths.append(tmp_path / f"{at}.eml")
            paths[-1].write_bytes(data)
    noa.drops(paths)
    _is_read(noa)
    noa.sees("38 are not, and are left out.")
    assert not noa.window.post.is_reviewing


def test_what_is_no_archive_is_refused_in_words(noa: Person, tmp_path: Path) -> None:
    path = tmp_path / "takeout.mbox"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    noa.chooses_menu("File", "Go through an email archive…")
    noa.names_file(path)
    noa.sees("takeout.mbox is packed.")
    noa.chooses_menu("Go", "Interviews")
