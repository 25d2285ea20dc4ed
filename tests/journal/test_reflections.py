"""Writing after an interview: two minutes or more, saved while it is written, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from afterword.journal import actions, interviews, lessons, reflections
from afterword.trouble import Trouble
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def test_two_minutes_are_a_whole_debrief(me: Person) -> None:
    talk = me.met("Halden Bank")
    note = me.do(reflections.start, talk, "capture")
    assert me.do(reflections.start, talk, "capture") == note, "the open one is gone on with"
    me.do(reflections.answer, note, "stayed", "How would you make the export idempotent?")
    me.do(reflections.complete, note)
    (written,) = reflections.of(me.journal, talk)
    assert written.answers == {"stayed": "How would you make the export idempotent?"}
    assert written.completed_at == me.now and written.prompt_set == "capture-1"
    assert interviews.story(me.journal, talk).debrief == 2
    me.takes_all_back()


def test_the_two_minutes_and_the_debrief_stand_side_by_side(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(reflections.start, talk, "capture")
    me.do(reflections.start, talk, "debrief")
    assert [each.kind for each in reflections.of(me.journal, talk)] == ["capture", "debrief"]


def test_what_one_takes_along_is_what_this_one_taught(me: Person) -> None:
    talk = me.met("Halden Bank")
    debrief = me.do(reflections.start, talk, "debrief")
    me.do(reflections.answer, debrief, "taught", "Say the first half-thought out loud.")
    assert interviews.story(me.journal, talk).taught == "Say the first half-thought out loud."


def test_earlier_words_are_kept_every_five_minutes_and_when_much_is_lost(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(reflections.start, talk, "debrief")
    started = me.now
    for text in ("They", "They asked", "They asked about queues"):
        me.do(reflections.answer, key, "happened", text)
        me.wait(seconds=1)
    assert [text for _at, text in reflections.versions(me.journal, key, "happened")] == ["They"]
    me.wait(minutes=6)
    me.do(reflections.answer, key, "happened", "They asked about queues, twice.")
    me.do(reflections.answer, key, "happened", "")
    kept = reflections.versions(me.journal, key, "happened")
    assert [text for _at, text in kept] == ["They asked about queues, twice.", "They asked about queues", "They"]
    assert kept[0][0] > kept[-1][0] > started
    assert reflections.of(me.journal, talk)[0].answers == {}
    me.do(reflections.answer, key, "happened", kept[0][1])
    assert reflections.of(me.journal, talk)[0].answers == {"happened": "They asked about queues, twice."}
    me.takes_all_back()


def test_twenty_earlier_versions_and_no_more(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(reflections.start, talk, "debrief")
    for number in range(30):
        me.do(reflections.answer, key, "happened", f"Version {number}")
        me.wait(minutes=10)
    kept = [text for _at, text in reflections.versions(me.journal, key, "happened")]
    assert kept == [f"Version {number}" for number in range(28, 8, -1)]
    me.takes_all_back()


def test_nothing_to_learn_here_is_a_full_answer_and_can_be_taken_back(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(reflections.nothing_to_learn, talk)
    (said,) = reflections.of(me.journal, talk)
    assert said.nothing_to_learn and said.completed_at
    assert interviews.story(me.journal, talk).debrief == 2
    me.do(reflections.nothing_to_learn, talk, False)
    assert reflections.of(me.journal, talk) == (), "it was only made to say so"
    assert interviews.story(me.journal, talk).debrief == 0
    me.takes_all_back()


def test_taking_it_back_keeps_what_was_written(me: Person) -> None:
    talk = me.met("Halden Bank")
    debrief = me.do(reflections.start, talk, "debrief")
    me.do(reflections.answer, debrief, "happened", "They were late.")
    me.do(reflections.nothing_to_learn, talk)
    me.do(reflections.nothing_to_learn, talk, False)
    (written,) = reflections.of(me.journal, talk)
    assert (written.nothing_to_learn, written.answers) == (False, {"happened": "They were late."})


def test_whose_it_was_and_how_one_knows(me: Person) -> None:
    talk = me.met("Halden Bank")
    debrief = me.do(reflections.start, talk, "debrief")
    key = me.do(reflections.add_factor, debrief, "delivery")
    other = me.do(reflections.add_factor, debrief, "market", control="not_mine")
    me.do(reflections.edit_factor, key, control="mine_now", evidence="observed", text="I went quiet.")
    me.do(reflections.remove_factor, other)
    (factor,) = reflections.of(me.journal, talk)[0].factors
    assert (factor.factor_type, factor.control, factor.evidence) == ("delivery", "mine_now", "observed")
    assert factor.text == "I went quiet."
    me.takes_all_back()


def test_time_spent_adds_up(me: Person) -> None:
    talk = me.met("Halden Bank")
    debrief = me.do(reflections.start, talk, "debrief")
    me.do(reflections.spend, debrief, 40)
    me.do(reflections.spend, debrief, 20)
    assert me.journal.rows("SELECT seconds FROM reflection") == [(60,)]


def test_last_time_is_the_one_before_of_the_same_kind(me: Person) -> None:
    older = me.met("Tessera Maps", "system_design", days_ago=20)
    last = me.met("Fjordline", "system_design", days_ago=10)
    other = me.met("Lumen Retail", "technical", days_ago=5)
    this = me.met("Halden Bank", "system_design")
    assert reflections.last_time(me.journal, this) is None, "nothing was written yet"
    for talk, text in ((older, "I need a plan."), (other, "Ask back first.")):
        key = me.do(reflections.start, talk, "debrief")
        me.do(reflections.answer, key, "friend", text)
    found = reflections.last_time(me.journal, this)
    assert found is not None and found.text == "I need a plan." and found.source == "Tessera Maps, system design"
    me.do(lessons.learn, last, "Draw before talking.")
    found = reflections.last_time(me.journal, this)
    assert found is not None and found.text == "Draw before talking."
    assert found.on == (me.now - timedelta(days=10)).date()
    assert reflections.last_time(me.journal, older) is None, "what came later is not last time"


def test_one_plan_an_interview(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(actions.plan, talk, "I draw first", if_text="If they ask for a design")
    assert me.do(actions.plan, talk, "I draw, then I talk", if_text="If they ask for a design") == key
    me.do(actions.postpone, key, date(2025, 4, 1))
    (plan,) = actions.of(me.journal, talk)
    assert (plan.if_text, plan.then_text) == ("If they ask for a design", "I draw, then I talk")
    assert (plan.due_on, plan.postponed, plan.status) == (date(2025, 4, 1), 1, "open")
    me.do(actions.done, key)
    assert actions.of(me.journal, talk)[0].status == "done"
    me.do(actions.drop, key)
    assert actions.of(me.journal, talk)[0].status == "dropped"
    me.do(actions.plan, talk, " ", if_text="")
    assert actions.of(me.journal, talk) == ()
    me.takes_all_back()


def test_no_debrief_of_an_interview_that_is_gone(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(interviews.remove, talk)
    with pytest.raises(Trouble, match="not there any more"):
        me.do(reflections.start, talk, "debrief")
