"""Files kept with an application."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.journal import files
from afterword.trouble import Trouble
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def test_a_file_comes_back_as_it_went_in(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    key = me.do(files.add, application, "letter.pdf", b"%PDF\x00\xff", "sent")
    (kept,) = files.of(me.journal, application)
    assert (kept.id, kept.name, kept.size, kept.kind) == (key, "letter.pdf", 6, "sent")
    assert files.data(me.journal, key) == b"%PDF\x00\xff"
    me.do(files.remove, key)
    assert files.of(me.journal, application) == ()
    with pytest.raises(Trouble, match="not there any more"):
        files.data(me.journal, key)
    me.takes_all_back()


def test_the_same_bytes_are_kept_once(me: Person) -> None:
    first, second = me.applied_to("Halden Bank"), me.applied_to("Fjordline")
    key = me.do(files.add, first, "cv.pdf", b"me")
    assert me.do(files.add, first, "cv.pdf", b"me") == key
    me.do(files.add, second, "cv.pdf", b"me")
    assert len(files.of(me.journal, first)) == len(files.of(me.journal, second)) == 1
    assert me.journal.rows("SELECT count(*) FROM content") == [(1,)]


def test_a_name_cannot_lead_out_of_the_folder_it_is_saved_in(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(files.add, application, "../../secret/plan.txt", b"x")
    name = files.of(me.journal, application)[0].name
    assert "/" not in name and "\\" not in name and not name.startswith(".") and name.endswith("plan.txt")


def test_too_large_is_said_in_words_and_nothing_is_kept(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    with pytest.raises(Trouble, match=r"film\.mp4 is larger than 25 MB"):
        me.do(files.add, application, "film.mp4", bytes(files.LIMIT + 1))
    assert files.of(me.journal, application) == ()
    assert me.journal.rows("SELECT count(*) FROM content") == [(0,)]


def test_a_file_needs_an_application(me: Person) -> None:
    with pytest.raises(Trouble, match="not there any more"):
        me.do(files.add, 12345, "cv.pdf", b"me")
