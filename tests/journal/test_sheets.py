"""The sheet to read before an interview, and the whole search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from afterword.journal import applications, interviews, lessons, questions, searches, sheets
from person import Person


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path) as person:
        yield person


def ahead(me: Person, stage: str = "technical") -> int:
    at = me.now + timedelta(days=2)
    return int(me.do(interviews.note, "Northwind Analytics", "Data Engineer", stage, at))


def test_three_things_you_told_yourself_this_kind_of_interview_first(me: Person) -> None:
    often = [me.met(company, "culture", days_ago=9) for company in ("Fjordline", "Lumen Retail", "Tessera Maps")]
    for talk in often:
        me.do(lessons.learn, talk, "Ask back.")
    for number, company in enumerate(("Halden Bank", "Kestrel Health", "Umbra")):
        me.do(lessons.learn, me.met(company, days_ago=3), f"Technical {number}")
    me.do(lessons.learn, me.met("Halden Bank", days_ago=2), "Technical 0")
    put_away = me.do(lessons.learn, me.met("Wick", days_ago=2), "Bring water.")
    me.do(lessons.retire, put_away)
    told = sheets.sheet(me.journal, ahead(me)).told
    assert [lesson.text for lesson in told] == ["Technical 2", "Technical 1", "Technical 0"]
    told = sheets.sheet(me.journal, ahead(me, "culture")).told
    assert told[0].text == "Ask back." and told[0].times == 3 and len(told) == 3


def test_what_is_yours_already_questions_met_and_what_to_ask_them(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=9)
    other = me.met("Fjordline", "culture", days_ago=8)
    me.do(questions.add, talk, "Model this in SQL.", skill="SQL", quality=3)
    me.do(questions.add, talk, "And the history?", skill="SQL", quality=3, now="Append only.")
    me.do(questions.add, talk, "Tell a story.", category="behavioural", quality=3)
    me.do(questions.add, other, "What do you want to earn?", category="salary", quality=3)
    me.do(questions.add, other, "And in a year?", category="salary", quality=3)
    me.do(questions.add, other, "How do you disagree?", category="behavioural", quality=1)
    me.do(questions.add, other, "What would be different in six months?", category="my_questions")
    found = sheets.sheet(me.journal, ahead(me))
    assert found.already == (("SQL", 2, 2), ("Behavioural", 1, 2))
    assert [question.text for question in found.met] == ["And the history?", "Model this in SQL.", "Tell a story."]
    assert found.ask_them == ("What would be different in six months?",)
    assert found.story.application.company == "Northwind Analytics"


def test_a_first_interview_has_an_empty_sheet_and_no_trouble(me: Person) -> None:
    found = sheets.sheet(me.journal, ahead(me))
    assert (found.told, found.already, found.met, found.ask_them) == ((), (), (), ())


def test_a_question_met_twice_is_one_and_six_are_enough(me: Person) -> None:
    for company in ("Halden Bank", "Fjordline"):
        talk = me.met(company, days_ago=4)
        for number in range(5):
            me.do(questions.add, talk, f"Why {number}?" if company == "Fjordline" else f"why {number * 2}")
    met = sheets.sheet(me.journal, ahead(me)).met
    texts = [question.text.casefold().rstrip("?") for question in met]
    assert len(texts) == 6 == len(set(texts))


def test_the_whole_search_has_a_line_for_each_interview_oldest_first(me: Person) -> None:
    first = me.met("Halden Bank", days_ago=9)
    me.met("Fjordline", days_ago=20)
    me.applied_to("Lumen Retail")
    next_one = ahead(me)
    me.do(lessons.learn, first, "Ask back.")
    me.answered(first)
    found = sheets.whole(me.journal)
    assert [(line.company, line.outcome) for line in found.lines] == [
        ("Fjordline", "wait"), ("Halden Bank", "no"), ("Northwind Analytics", "soon"),
    ]  # fmt: skip
    assert found.lines[1].lesson == "Ask back." and found.lines[2].id == next_one
    assert (found.applications, found.interviews) == (4, 3)
    assert dict(found.outcomes) == {"wait": 3, "no": 1}
    assert [(lesson.text, lesson.times) for lesson in found.lessons] == [("Ask back.", 1)]
    assert found.started == (me.now - timedelta(days=20)).date() and found.ended is None, "it goes on"


def test_one_search_of_several(me: Person) -> None:
    me.met("Halden Bank", days_ago=9)
    autumn = me.do(searches.begin, "Autumn 2025")
    me.do(applications.add, "Fjordline", "Engineer", search_id=autumn)
    found = sheets.whole(me.journal, autumn)
    assert (found.name, found.applications, found.interviews, found.lines) == ("Autumn 2025", 1, 0, ())
    me.do(searches.end, autumn, me.now.date(), anyway=True)
    assert sheets.whole(me.journal, autumn).ended == me.now.date()
    assert sheets.whole(me.journal).ended is None, "the other one goes on"


def test_nothing_kept_yet(me: Person) -> None:
    found = sheets.whole(me.journal)
    assert (found.applications, found.interviews, found.outcomes, found.lines) == (0, 0, (), ())
    assert found.started is None and found.ended is None


def test_questions_of_other_stages_when_none_were_met_at_this_one(me: Person) -> None:
    held = me.met("Tessera Maps", stage="technical")
    me.do(questions.add, held, "How do you test a pipeline?", now="From the outside in.")
    found = sheets.sheet(me.journal, ahead(me, "executive"))
    assert found.met_elsewhere and [each.text for each in found.met] == ["How do you test a pipeline?"]
