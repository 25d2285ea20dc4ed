"""Lessons: one sentence, and how often it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.journal import applications, interviews, lessons
from afterword.trouble import Trouble
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def test_the_same_words_are_the_same_lesson_and_two_companies_make_it_more_than_a_guess(me: Person) -> None:
    first, again = me.met("Halden Bank", days_ago=2), me.met("Tessera Maps", days_ago=1)
    key = me.do(lessons.learn, first, "Ask for ten seconds.")
    (seen,) = lessons.of(me.journal, first)
    assert (seen.times, seen.status, seen.sources) == (1, "hypothesis", ("Halden Bank, 27 February",))
    assert me.do(lessons.learn, again, "  ask for TEN   seconds. ") == key
    (seen,) = lessons.every(me.journal)
    assert (seen.text, seen.times, seen.status) == ("Ask for ten seconds.", 2, "supported")
    assert seen.sources == ("Tessera Maps, 28 February", "Halden Bank, 27 February")
    me.do(lessons.unlearn, again, key)
    assert (lessons.every(me.journal)[0].times, lessons.every(me.journal)[0].status) == (1, "hypothesis")
    me.takes_all_back()


def test_two_applications_to_one_company_are_one_voice(me: Person) -> None:
    key = me.do(lessons.learn, me.met("Halden Bank", title="Engineer"), "Ask back first.")
    me.do(lessons.learn, me.met("Halden Bank", title="Architect"), "Ask back first.")
    (seen,) = lessons.every(me.journal)
    assert (seen.id, seen.times, seen.status) == (key, 2, "hypothesis")


def test_two_rounds_of_one_application_count_once(me: Person) -> None:
    first, second = me.met("Halden Bank", days_ago=3), me.met("Halden Bank", "culture", days_ago=1)
    me.do(lessons.learn, first, "Ask back first.")
    me.do(lessons.learn, second, "Ask back first.")
    assert lessons.every(me.journal)[0].times == 1
    assert [lesson.text for lesson in lessons.of(me.journal, second)] == ["Ask back first."]


def test_joining_one_that_exists(me: Person) -> None:
    key = me.do(lessons.learn, me.met("Halden Bank"), "Say the first half-thought out loud.")
    talk = me.met("Fjordline")
    assert me.do(lessons.learn, talk, "Talk sooner", lesson_id=key) == key
    assert [lesson.text for lesson in lessons.of(me.journal, talk)] == ["Say the first half-thought out loud."]


def test_a_lesson_that_nobody_speaks_for_goes(me: Person) -> None:
    talk = me.met("Halden Bank")
    key = me.do(lessons.learn, talk, "Bring water.")
    me.do(lessons.unlearn, talk, key)
    assert lessons.every(me.journal) == () and lessons.of(me.journal, talk) == ()
    me.changes.undo()
    assert [lesson.text for lesson in lessons.of(me.journal, talk)] == ["Bring water."]


def test_rewording_it_everywhere(me: Person) -> None:
    one, two = me.met("Halden Bank"), me.met("Fjordline")
    key = me.do(lessons.learn, one, "Bring water.")
    me.do(lessons.learn, two, "Bring water.")
    me.do(lessons.rename, key, "Bring a glass of water.")
    for talk in (one, two):
        assert [lesson.text for lesson in lessons.of(me.journal, talk)] == ["Bring a glass of water."]
    me.takes_all_back()


def test_rewording_it_into_another_makes_the_two_one(me: Person) -> None:
    key = me.do(lessons.learn, me.met("Halden Bank"), "Draw first.")
    other = me.do(lessons.learn, me.met("Fjordline"), "Draw before you talk.")
    me.do(lessons.rename, other, "draw first.")
    (seen,) = lessons.every(me.journal)
    assert (seen.id, seen.times, seen.status) == (key, 2, "supported")
    me.takes_all_back()


def test_putting_it_away_and_meeting_it_again(me: Person) -> None:
    key = me.do(lessons.learn, me.met("Halden Bank"), "Draw first.")
    me.do(lessons.retire, key)
    assert lessons.every(me.journal)[0].status == "retired" and lessons.suggest(me.journal, "draw") == ()
    me.do(lessons.learn, me.met("Fjordline"), "Draw first.")
    assert lessons.every(me.journal)[0].status == "supported"
    me.takes_all_back()


def test_suggestions_begin_alike_first_then_those_seen_often(me: Person) -> None:
    me.do(lessons.learn, me.met("A", title="1"), "Take ten seconds")
    me.do(lessons.learn, me.met("B", title="2"), "Ask for ten seconds")
    me.do(lessons.learn, me.met("C", title="3"), "Ask for ten seconds")
    assert [lesson.text for lesson in lessons.suggest(me.journal, "ten")] == ["Ask for ten seconds", "Take ten seconds"]
    assert [lesson.text for lesson in lessons.suggest(me.journal, "take ten")] == ["Take ten seconds"]
    assert lessons.suggest(me.journal, "eleven") == ()


def test_a_removed_application_speaks_no_more_in_the_counts(me: Person) -> None:
    talk = me.met("Halden Bank")
    me.do(lessons.learn, talk, "Draw first.")
    me.do(applications.remove, interviews.story(me.journal, talk).application.id)
    assert [(lesson.times, lesson.sources) for lesson in lessons.every(me.journal)] == [(0, ())]


def test_no_words_no_lesson(me: Person) -> None:
    with pytest.raises(Trouble, match="a few words"):
        me.do(lessons.learn, me.met("Halden Bank"), "  ")


def test_what_speaks_no_more_makes_a_lesson_a_guess_again(me: Person) -> None:
    first, again = me.met("Halden Bank"), me.met("Tessera Maps")
    me.do(lessons.learn, first, "Ask back first.")
    me.do(lessons.learn, again, "Ask back first.")
    application = interviews.story(me.journal, again).application.id

    def seen() -> tuple[int, str]:
        return lessons.every(me.journal)[0].times, lessons.every(me.journal)[0].status

    assert seen() == (2, "supported")
    me.do(applications.edit, application, company="halden bank")
    assert seen() == (2, "hypothesis")
    me.do(applications.edit, application, company="Fjordline")
    assert seen() == (2, "supported")
    me.do(interviews.remove, again)
    assert seen() == (1, "hypothesis")
    me.changes.undo()
    me.do(applications.remove, application)
    assert seen() == (1, "hypothesis")
