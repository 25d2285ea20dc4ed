"""Questions that were asked, and what is sealed about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from afterword.journal import feelings, interviews, predictions, questions, reflections
from afterword.journal.terms import NEVER_A_MISS
from afterword.trouble import Trouble
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def test_questions_stand_in_the_order_they_were_put_and_can_be_moved(me: Person) -> None:
    talk = me.met("Halden Bank")
    keys = [me.do(questions.add, talk, text) for text in ("Why us?", "What is a ledger?", "When can you start?")]
    me.do(questions.move, keys[2], -2)
    assert [q.text for q in questions.of(me.journal, talk)] == ["When can you start?", "Why us?", "What is a ledger?"]
    me.do(questions.move, keys[2], 99)
    assert questions.of(me.journal, talk)[-1].id == keys[2]
    me.do(questions.remove, keys[0])
    assert [q.id for q in questions.of(me.journal, talk)] == [keys[1], keys[2]]
    me.takes_all_back()


def test_what_i_said_and_what_i_would_say_now(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(questions.add, talk, "How do you make an export idempotent?", skill="SQL", category="domain", quality=1)
    me.do(questions.write, key, said="A unique key, then I stopped.", now="Name the failure first.")
    me.do(questions.classify, key, issues=["froze", "too_short"])
    (asked,) = questions.of(me.journal, talk)
    assert (asked.said, asked.now) == ("A unique key, then I stopped.", "Name the failure first.")
    assert (asked.skill, asked.category, asked.mark) == ("SQL", "domain", "stuck")
    assert asked.issues == ("froze", "too_short")
    me.do(questions.classify, key, skill="")
    assert questions.of(me.journal, talk)[0].skill == ""
    me.takes_all_back()


def test_the_same_skill_is_one_skill_however_it_is_written(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(questions.add, talk, "One", skill="SQL")
    me.do(questions.add, talk, "Two", skill=" sql ")
    assert {q.skill for q in questions.of(me.journal, talk)} == {"SQL"}


def test_a_rating_before_their_answer_is_sealed_and_one_after_it_is_not(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=2)
    early, late = (me.do(questions.add, talk, text) for text in ("Early", "Late"))
    me.do(questions.rate, early, 1)
    me.wait(days=1)
    me.answered(talk)
    me.wait(hours=1)
    me.do(questions.rate, late, 2)
    first, second = questions.of(me.journal, talk)
    assert (first.sealed, second.sealed) == (True, False)
    me.takes_all_back()


def test_rating_again_after_the_answer_breaks_the_seal_and_keeps_what_was_thought_then(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=2)
    key = me.do(questions.add, talk, "Why us?")
    me.do(questions.rate, key, 0)
    rated = me.now
    me.wait(days=1)
    me.answered(talk)
    me.wait(hours=1)
    me.do(questions.rate, key, 0)
    assert questions.of(me.journal, talk)[0].sealed, "saying the same again changes nothing"
    me.do(questions.rate, key, 3)
    (asked,) = questions.of(me.journal, talk)
    assert (asked.quality, asked.sealed) == (3, False)
    assert reflections.versions(me.journal, key, "quality") == ((rated, "0"),)
    me.takes_all_back()


def test_changing_my_mind_before_the_answer_stays_sealed(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(questions.add, talk, "Why us?", quality=1)
    me.wait(hours=1)
    me.do(questions.rate, key, 2)
    assert questions.of(me.journal, talk)[0].sealed
    me.do(questions.rate, key, None)
    (asked,) = questions.of(me.journal, talk)
    assert (asked.quality, asked.sealed, asked.mark) == (None, False, "")


@pytest.mark.parametrize("category", sorted(NEVER_A_MISS))
def test_what_may_not_be_asked_or_is_mine_to_ask_is_never_a_miss(me: Person, category: str) -> None:
    talk = me.met("Halden Bank")
    key = me.do(questions.add, talk, "And your plans for a family?", quality=0)
    assert questions.missed(questions.of(me.journal, talk)[0])
    me.do(questions.classify, key, category=category)
    assert not questions.missed(questions.of(me.journal, talk)[0])


def test_nobody_asked_anything_in_an_interview_that_was_cancelled(me: Person) -> None:
    talk = me.do(interviews.note, "Halden Bank", "Engineer", "technical", me.now + timedelta(days=2))
    me.do(interviews.cancel, talk)
    with pytest.raises(Trouble, match="cancelled"):
        me.do(questions.add, talk, "Why us?")
    with pytest.raises(Trouble, match="cancelled"):
        me.do(predictions.predict, talk, 50)
    with pytest.raises(Trouble, match="cancelled"):
        me.do(reflections.start, talk, "capture")
    me.do(feelings.feel, talk, "after", ["relieved"])  # but one may feel something about it
    assert questions.of(me.journal, talk) == () and reflections.of(me.journal, talk) == ()


def test_a_question_that_is_gone_is_said_in_words(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(questions.add, talk, "Why us?")
    me.do(questions.remove, key)
    with pytest.raises(Trouble, match="not there any more"):
        me.do(questions.write, key, text="Why them?")


def test_an_estimate_is_locked_by_their_answer_and_a_later_one_stands_beside_it(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=1)
    me.do(predictions.predict, talk, 60)
    me.wait(hours=1)
    me.do(predictions.predict, talk, 70)
    before = predictions.of(me.journal, talk)
    assert before is not None and (before.p, before.sealed, before.locked) == (70, True, False)
    me.wait(days=1)
    me.answered(talk)
    me.wait(hours=1)
    me.do(predictions.predict, talk, 5)
    after = predictions.of(me.journal, talk)
    assert after is not None and (after.p, after.revised_p, after.sealed, after.locked) == (70, 5, True, True)
    me.takes_all_back()


def test_an_estimate_made_after_the_answer_is_kept_and_clearly_not_sealed(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=1)
    me.answered(talk)
    me.wait(hours=1)
    me.do(predictions.predict, talk, 10)
    found = predictions.of(me.journal, talk)
    assert found is not None and (found.p, found.sealed, found.locked) == (10, False, True)
    with pytest.raises(Trouble, match="between 0 and 100"):
        me.do(predictions.predict, talk, 101)
