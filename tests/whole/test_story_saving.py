"""When the disk is full the words stay: on screen, in a side file, and the window does not close over them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import apsw
import pytest

from afterword.journal.store import Journal
from afterword.screen.debrief import acts
from whole import given
from whole.person import Person

WORDS = "Why did the join take an hour?"


class FullDisk:
    """Every verb that writes text meets a full disk, until there is room again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = True
        real = acts.stay

        def stay(journal: Journal, /, *args: Any, **kwargs: Any) -> Any:
            result = real(journal, *args, **kwargs)  # as far as it gets; the transaction takes it back
            if self.full:
                raise apsw.FullError("database or disk is full")
            return result

        stay.title = real.title  # type: ignore[attr-defined]
        monkeypatch.setattr(acts, "stay", stay)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


def _write(person: Person) -> None:
    person.chooses("Kestrel Health")
    person.presses("Ctrl+J")
    person.writes("Which question stayed with you?", WORDS)
    person.presses("Tab")


def test_the_words_stay_and_are_saved_when_there_is_room_again(noa: Person, disk: FullDisk) -> None:
    before = given.everything(noa.window.desk.journal)
    _write(noa)
    noa.sees("Not saved. The disk is full. Your text is still here.")
    noa.sees(WORDS)
    assert WORDS in noa.here.rescue.read_text(encoding="utf-8")
    assert given.everything(noa.window.desk.journal) == before

    disk.full = False
    noa.clicks("Try again")
    noa.does_not_see("Not saved. The disk is full.")
    noa.presses("Esc")
    noa.until(lambda: noa.window.place == "interviews", "the table")
    noa.sees(WORDS)
    assert not noa.here.rescue.exists()


@pytest.mark.parametrize("way", ["Ctrl+Q", "Ctrl+W", "Esc", "Ctrl+1", "Ctrl+N"])
def test_nothing_closes_over_words_that_are_not_saved(noa: Person, disk: FullDisk, way: str) -> None:
    _write(noa)
    noa.sees("Not saved. The disk is full.")
    noa.presses(way)
    if way == "Ctrl+N":
        noa.types("Orchard Rail")
        noa.presses("Enter")
    assert noa.window.isVisible() and noa.window.place == "debrief"
    noa.sees(WORDS)
    disk.full = False


def test_the_words_are_saved_elsewhere_and_then_the_page_may_be_left(
    noa: Person, disk: FullDisk, tmp_path: Path
) -> None:
    _write(noa)
    noa.clicks("Save elsewhere")
    noa.names_file(tmp_path / "my words.txt")
    noa.sees("Your text is in my words.txt.")
    assert WORDS in (tmp_path / "my words.txt").read_text(encoding="utf-8")
    noa.presses("Esc")
    noa.until(lambda: noa.window.place == "interviews", "the table")
    disk.full = False


def test_an_act_that_meets_a_full_disk_says_so_and_changes_nothing(
    noa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.journal import interviews

    def full(journal: Journal, /, *args: Any, **kwargs: Any) -> Any:
        raise apsw.FullError("database or disk is full")

    full.title = "outcome"  # type: ignore[attr-defined]
    monkeypatch.setattr(interviews, "set_outcome", full)
    before = given.everything(noa.window.desk.journal)
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+.", "N")
    noa.sees("The disk is full.")
    assert noa.row("Kestrel Health").outcome == "wait"
    assert given.everything(noa.window.desk.journal) == before


def test_a_letter_that_meets_a_full_disk_stays_under_review(
    noa: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from afterword.journal import accepting

    real = accepting.accept

    def full(journal: Journal, /, *args: Any, **kwargs: Any) -> Any:
        real(journal, *args, **kwargs)
        raise apsw.FullError("database or disk is full")

    full.title = "accept email"  # type: ignore[attr-defined]
    letter = tmp_path / "refusal.eml"
    letter.write_bytes(given.a_letter())
    before = given.everything(noa.window.desk.journal)
    noa.drops([letter])
    noa.sees("Sorry. This looks like a no.")
    monkeypatch.setattr(accepting, "accept", full)
    noa.presses("Enter")
    noa.sees("The disk is full.")
    noa.sees("Sorry. This looks like a no.")
    assert given.everything(noa.window.desk.journal) == before
    monkeypatch.setattr(accepting, "accept", real)
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "accepted after all")
