"""The full debrief: five parts, the question log, what it was about, what one takes along."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from afterword.journal import actions, interviews, lessons, questions, reflections
from afterword.screen.debrief.outline import Outline
from debriefing import HELD, Writer, writer

__all__ = ["writer"]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FRIEND = "A friend with your background had this interview. What would you tell them?"
LESSON = "The lesson, in one sentence"


def _ask(writer: Writer, *texts: str) -> list[int]:
    return [writer.desk.do(questions.add, writer.id, text) for text in texts]


def _outline(writer: Writer) -> list[str]:
    return [part.accessibleName() for part in writer.page.findChild(Outline).parts]


def test_questions_by_keyboard(writer: Writer) -> None:
    writer.open("full")
    writer.key(Qt.Key.Key_Return, CTRL)
    assert writer.story.questions == ()
    writer.qtbot.keyClicks(writer.app.focusWidget(), "Why Kafka?")
    writer.key(Qt.Key.Key_Return, CTRL)
    writer.qtbot.keyClicks(writer.app.focusWidget(), "Why not?")
    assert [each.text for each in writer.story.questions] == ["Why Kafka?"]
    writer.page.flush()
    assert [each.text for each in writer.story.questions] == ["Why Kafka?", "Why not?"]
    writer.key(Qt.Key.Key_Up, ALT)
    assert [each.text for each in writer.story.questions] == ["Why not?", "Why Kafka?"]
    writer.key(Qt.Key.Key_Down, ALT)
    assert [each.text for each in writer.story.questions] == ["Why Kafka?", "Why not?"]
    assert writer.app.focusWidget() is writer.field("The question")


def test_a_new_card_without_words_asks_for_nothing(writer: Writer) -> None:
    writer.open("full")
    writer.press("Add a question")
    writer.press("Add a question")
    writer.key(Qt.Key.Key_Escape)
    assert writer.story.questions == ()


def test_one_question_is_open_and_the_others_are_lines(writer: Writer) -> None:
    first, second, third = _ask(writer, "One?", "Two?", "Three?")
    writer.open("full")
    log = writer.full.log
    assert log.card is not None and log.card.key == first
    assert [key for key, line in log.lines.items() if line.isVisible()] == [second, third]
    writer.type("What I said", "It depends")
    writer.click(log.lines[third])
    assert log.card.key == third
    assert writer.app.focusWidget() is writer.field("What I would say now")
    assert writer.story.questions[0].said == "It depends"
    writer.click(log.card.how.pill("good"))
    assert writer.story.questions[2].quality == 3
    assert log.lines[third].accessibleName() == "Three?, Went well"


def test_stuck_with_and_without_an_answer(writer: Writer) -> None:
    _ask(writer, "One?")
    writer.open("full")
    card = writer.full.log.card
    assert card is not None
    writer.click(card.how.pill("stuck"))
    assert (writer.story.questions[0].quality, writer.story.questions[0].sealed) == (0, True)
    writer.type("What I said", "A little")
    writer.click(card.how.pill("ok"))
    writer.click(card.how.pill("stuck"))
    assert writer.story.questions[0].quality == 1
    writer.click(card.how.pill("stuck"))
    assert writer.story.questions[0].quality is None


def test_rating_a_question_before_its_words(writer: Writer) -> None:
    writer.open("full")
    writer.press("Add a question")
    card = writer.full.log.card
    assert card is not None
    writer.click(card.how.pill("ok"))
    writer.type("The question", "Why?")
    writer.page.flush()
    assert [(each.text, each.quality) for each in writer.story.questions] == [("Why?", 2)]


def test_a_rating_after_the_answer_is_said_not_to_be_sealed(writer: Writer) -> None:
    _ask(writer, "One?")
    writer.no()
    writer.open("full")
    card = writer.full.log.card
    assert card is not None and not card.unsealed.isVisible()
    writer.click(card.how.pill("good"))
    assert card.unsealed.isVisible()
    assert card.unsealed.text() == "Said after the answer, so it is not sealed."


def test_more_about_a_question(writer: Writer) -> None:
    _ask(writer, "How would you scale it?")
    writer.open("full")
    card = writer.full.log.card
    assert card is not None and not card.category.isVisible()
    writer.press("More")
    card.category.setFocus()
    writer.qtbot.keyClicks(card.category, "System")
    card.category.activated.emit(card.category.currentIndex())
    writer.click(card.issues.pill("froze"))
    card.skill.setFocus()
    writer.qtbot.keyClicks(card.skill, "Kafka")
    writer.page.flush()
    fact = writer.story.questions[0]
    assert (fact.category, fact.issues, fact.skill) == ("system_design", ("froze",), "Kafka")


def test_removing_a_question_and_undo(writer: Writer) -> None:
    _ask(writer, "One?", "Two?")
    writer.open("full")
    card = writer.full.log.card
    assert card is not None
    writer.full.log.remove()
    writer.settle()
    assert [each.text for each in writer.story.questions] == ["Two?"]
    assert writer.full.log.card is None
    writer.desk.undo()
    writer.settle()
    log = writer.full.log
    assert [each.text for each in writer.story.questions] == ["One?", "Two?"]
    shown = sorted(log.lines.values(), key=lambda line: line.y())
    assert [(line.words(), line.isVisible()) for line in shown] == [("One?", True), ("Two?", True)]


def test_a_hundred_questions_open_quickly(writer: Writer) -> None:
    _ask(writer, *[f"Question {number}?" for number in range(100)])
    started = time.perf_counter()
    writer.open("full")
    opened = time.perf_counter() - started
    started = time.perf_counter()
    writer.type("What I said", "x")
    writer.page.flush()
    saved = time.perf_counter() - started
    assert len(writer.full.log.lines) == 100
    assert opened < 2 and saved < 1, (opened, saved)


def test_the_outline_says_what_is_there_and_leads_there(writer: Writer) -> None:
    _ask(writer, "One?", "Two?")
    writer.open("full")
    assert _outline(writer) == [
        "1. What happened, Not yet",
        "2. The questions, 2 noted",
        "3. How it felt, Not yet",
        "4. What it was about, Not yet",
        "5. What I take with me, Not yet",
    ]
    outline = writer.page.findChild(Outline)
    writer.click(outline.parts[4])
    assert outline.parts[4].isChecked()
    assert writer.app.focusWidget() is writer.field(FRIEND)
    writer.type("What do you take with you?", "Half-thoughts out loud")
    writer.page.flush()
    assert _outline(writer)[4] == "5. What I take with me, Written"
    assert writer.story.taught == "Half-thoughts out loud"


def test_feelings_at_each_moment(writer: Writer) -> None:
    writer.no()
    writer.open("full")
    felt = writer.full.felt
    assert [segment.words() for segment in felt.switch.segments] == ["Before", "During", "Waiting", "After the no"]
    writer.click(felt.words.pills.pill("flat"))
    writer.click(felt.switch.segments[0])
    assert not felt.words.pills.pill("flat").isChecked()
    writer.click(felt.words.pills.pill("tense"))
    noted = [(each.moment, each.words) for each in writer.story.feelings]
    assert noted == [("before", ("tense",)), ("decision", ("flat",))]
    assert _outline(writer)[2] == "3. How it felt, 2 of 4 moments"


def test_what_it_was_about(writer: Writer) -> None:
    writer.open("full")
    hurt, helped = writer.full.hurt, writer.full.helped
    writer.click(hurt.pills.pill("delivery"))
    writer.click(helped.pills.pill("preparation"))
    detail = next(iter(hurt.details.values()))
    writer.click(detail.control.pill("mine_now"))
    writer.click(detail.evidence.pill("employer_stated"))
    writer.type("How I told it", "Too much detail first")
    writer.page.flush()
    factors = writer.reflection("debrief").factors
    assert [(f.factor_type, f.direction, f.control, f.evidence, f.text) for f in factors] == [
        ("delivery", "hurt", "mine_now", "employer_stated", "Too much detail first"),
        ("preparation", "helped", "unclear", "observed", ""),
    ]
    writer.click(hurt.pills.pill("delivery"))
    assert [f.factor_type for f in writer.reflection("debrief").factors] == ["preparation"]
    assert hurt.details == {}


def test_a_lesson_is_written_and_reworded(writer: Writer) -> None:
    writer.open("full")
    writer.type(LESSON, "Think aloud")
    writer.page.flush()
    writer.type(LESSON, " early")
    writer.page.flush()
    assert [each.text for each in lessons.every(writer.journal)] == ["Think aloud early"]
    writer.field(LESSON).selectAll()
    writer.qtbot.keyClick(writer.field(LESSON), Qt.Key.Key_Delete)
    writer.page.flush()
    assert lessons.every(writer.journal) == ()


def _taught_before(writer: Writer, text: str, *companies: str) -> None:
    for company in companies:
        key = writer.desk.do(interviews.note, company, "Engineer", "technical", HELD - timedelta(days=20))
        writer.desk.do(lessons.learn, key, text)


def test_a_known_lesson_is_offered_while_typing_and_joined(writer: Writer) -> None:
    _taught_before(writer, "Say the first half-thought out loud", "Tessera Maps", "Kestrel Health")
    writer.open("full")
    writer.type(LESSON, "half-th")
    found = writer.full.lesson.suggestions
    assert [each.text for each, _button in found] == ["Say the first half-thought out loud"]
    assert found[0][1].accessibleName().endswith("3rd time")
    writer.click(found[0][1])
    assert [each.text for each in writer.story.lessons] == ["Say the first half-thought out loud"]
    assert writer.field(LESSON).text() == "Say the first half-thought out loud"
    assert writer.full.lesson.times.text() == "3rd time"
    assert [each.text for each in lessons.every(writer.journal)] == ["Say the first half-thought out loud"]


def test_rewording_a_shared_lesson_leaves_the_others_their_words(writer: Writer) -> None:
    _taught_before(writer, "Ask early", "Tessera Maps")
    writer.open("full")
    writer.type(LESSON, "Ask early")
    writer.page.flush()
    assert writer.story.lessons[0].times == 2
    writer.type(LESSON, " and often")
    writer.page.flush()
    assert [(each.text, each.times) for each in writer.story.lessons] == [("Ask early and often", 1)]
    assert {(each.text, each.times) for each in lessons.every(writer.journal)} == {
        ("Ask early", 1), ("Ask early and often", 1),
    }  # fmt: skip


def test_a_long_lesson_is_nudged_into_one_line(writer: Writer) -> None:
    writer.open("full")
    assert writer.full.lesson.nudge.text() == ""
    writer.type(LESSON, "a " * 45)
    assert writer.full.lesson.nudge.text() == "In one line it is easier to find again."


def test_exactly_one_plan_with_a_day(writer: Writer) -> None:
    writer.open("full")
    writer.type("If", "they ask about Kafka")
    writer.type("Then", "I start with the failure")
    writer.page.flush()
    writer.press("Add a day")
    writer.full.plan.day.field.setDate(date(2025, 3, 9))
    found = actions.of(writer.journal, writer.id)
    assert [(each.if_text, each.then_text, each.due_on) for each in found] == [
        ("they ask about Kafka", "I start with the failure", date(2025, 3, 9))
    ]


def test_nothing_to_learn_is_an_answer_and_can_be_taken_back(writer: Writer) -> None:
    writer.open("full")
    writer.click(writer.full.closing.nothing)
    assert writer.reflection("debrief").nothing_to_learn
    assert writer.story.debrief == 2
    assert _outline(writer)[4] == "5. What I take with me, Nothing to learn"
    writer.click(writer.full.closing.nothing)
    assert not any(each.nothing_to_learn for each in writer.story.reflections)


def test_the_closing_step(writer: Writer) -> None:
    writer.open("full")
    writer.press("Add one action")
    assert writer.app.focusWidget() is writer.field("If")
    writer.type("What happened?", "Ninety minutes.")
    writer.press("Later")
    assert writer.closed == [True]
    assert writer.story.debrief == 1
    writer.open("full")
    writer.press("That’s enough")
    assert writer.story.debrief == 2


def test_no_lesson_is_asked_for_on_the_day_of_the_no(writer: Writer) -> None:
    writer.no()
    writer.open("full")
    assert not writer.full.lesson.field.writing.isVisible()
    writer.press("Write one anyway")
    assert writer.full.lesson.field.writing.isVisible()
    writer.now += timedelta(days=1)
    writer.open("full")
    assert writer.full.lesson.field.writing.isVisible()


def test_beside_the_editor(writer: Writer) -> None:
    earlier = writer.desk.do(interviews.note, "Tessera Maps", "Engineer", "technical", datetime(2025, 2, 19, 10, 0))
    reflection = writer.desk.do(reflections.start, earlier, "debrief")
    writer.desk.do(reflections.answer, reflection, "taught", "I knew it an hour later.")
    writer.no()
    writer.open("full")
    texts = [each.text() for each in writer.full.aside.findChildren(QLabel)]
    for expected in (
        "Last time, 19 Feb", "“I knew it an hour later.”", "Tessera Maps, technical",
        "Thursday 27 Feb, 14:00, 90 minutes", "Marta, Iain", "Answer on 13 March, after 14 days",
        "What would you tell a friend who gave that answer?",
    ):  # fmt: skip
        assert expected in texts


def test_the_first_notes_are_kept_folded_beside_the_later_ones(writer: Writer) -> None:
    writer.open()
    writer.type("One thing that went all right, however small", "The SQL.")
    writer.press("Go on to the full debrief")
    note = next(each for each in writer.full.findChildren(QLabel) if each.text() == "The SQL.")
    assert not note.isVisible()
    writer.press("What you noted in the first hours")
    assert note.isVisible()


def test_a_narrow_window_has_one_column(writer: Writer) -> None:
    writer.open("full")
    assert writer.full.outline.isVisible() and writer.full.aside.isVisible()
    writer.page.resize(900, 600)
    writer.settle()
    assert not writer.full.outline.isVisible() and not writer.full.aside.isVisible()
    writer.page.resize(1280, 800)
    writer.look.apply("light", 130)
    writer.settle()
    assert not writer.full.aside.isVisible()
