"""How it felt, at each moment, in words and on four scales."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.journal import feelings
from afterword.journal.stories import Feeling
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def test_one_note_for_each_moment_in_the_order_of_the_moments(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(feelings.feel, talk, "after", ["flat", "embarrassed"])
    me.do(feelings.feel, talk, "before", ["hopeful"], fear=1)
    me.do(feelings.feel, talk, "after", ["flat", " Flat ", "", "relieved it's over"], stress=3)
    assert feelings.of(me.journal, talk) == (
        Feeling("before", ("hopeful",), fear=1),
        Feeling("after", ("flat", "relieved it's over"), stress=3),
    )
    me.takes_all_back()


def test_words_do_not_wipe_the_scales_and_nothing_at_all_removes_the_note(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(feelings.feel, talk, "waiting", [], anxiety=4, fear=0)
    me.do(feelings.feel, talk, "waiting", ["tense"])
    assert feelings.of(me.journal, talk) == (Feeling("waiting", ("tense",), fear=0, anxiety=4),)
    me.do(feelings.feel, talk, "waiting", [], anxiety=None, fear=None)
    assert feelings.of(me.journal, talk) == ()
    me.do(feelings.feel, talk, "waiting", ["calm"])
    assert feelings.of(me.journal, talk) == (Feeling("waiting", ("calm",)),)
    me.takes_all_back()


def test_saying_the_same_again_is_nothing_to_undo(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(feelings.feel, talk, "during", ["blank"], stress=2)
    _result, change = me.changes.do(feelings.feel, talk, "during", ["blank"], stress=2)
    assert change is None


@pytest.mark.parametrize("scales", [{"fear": 5}, {"fear": -1}, {"joy": 2}])
def test_a_scale_that_is_none_is_refused(me: Person, scales: dict[str, int]) -> None:
    talk = me.met("Halden Bank")
    with pytest.raises(ValueError, match="="):
        me.do(feelings.feel, talk, "after", [], **scales)
    assert feelings.of(me.journal, talk) == ()
