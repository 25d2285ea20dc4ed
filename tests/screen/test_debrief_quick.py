"""Two minutes: after the interview, on the day of the answer, after an offer."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from afterword.journal import applications, interviews, predictions
from afterword.screen.debrief.success import SuccessPage
from debriefing import HELD, Writer, writer

__all__ = ["writer"]
STAYED = "Which question stayed with you?"
RIGHT = "One thing that went all right, however small"
CTRL = Qt.KeyboardModifier.ControlModifier


def _texts(writer: Writer) -> list[str]:
    return [each.text() for each in writer.page.findChildren(QLabel) if each.isVisible()]


def test_what_is_written_is_saved_after_a_pause_and_begins_with_the_first_word(writer: Writer) -> None:
    writer.open()
    assert writer.story.reflections == ()
    writer.type(RIGHT, "I modelled the orders in SQL.")
    assert writer.story.reflections == ()
    writer.pause()
    assert writer.reflection("capture").answers == {"went_right": "I modelled the orders in SQL."}
    assert writer.page.bar.saved.text() == "Saved just now"


def test_closing_before_the_pause_loses_nothing(writer: Writer) -> None:
    writer.open()
    writer.type(STAYED, "How would you make it idempotent?")
    writer.type(RIGHT, "The SQL.")
    writer.key(Qt.Key.Key_Escape)
    assert writer.closed == [True]
    assert [each.text for each in writer.story.questions] == ["How would you make it idempotent?"]
    assert writer.reflection("capture").answers["went_right"] == "The SQL."
    assert writer.reflection("capture").completed_at is None


def test_that_is_enough_makes_it_whole(writer: Writer) -> None:
    writer.open()
    writer.type(RIGHT, "I asked good questions.")
    writer.press("That’s enough for today")
    assert writer.closed == [True]
    assert writer.story.debrief == 2
    assert writer.reflection("capture").answers == {"went_right": "I asked good questions."}


def test_ctrl_enter_is_enough(writer: Writer) -> None:
    writer.open()
    writer.type(RIGHT, "I was on time.")
    writer.key(Qt.Key.Key_Return, CTRL)
    assert writer.closed == [True]
    assert writer.story.debrief == 2


def test_enough_without_a_word_leaves_nothing_behind(writer: Writer) -> None:
    writer.open()
    writer.press("That’s enough for today")
    assert writer.closed == [True]
    assert writer.story.reflections == ()


def test_the_question_that_stayed_is_one_question_however_it_is_changed(writer: Writer) -> None:
    writer.open()
    writer.type(STAYED, "How would")
    writer.pause()
    writer.type(STAYED, "")
    writer.qtbot.keyClicks(writer.field(STAYED), " you test it?")
    writer.pause()
    assert [each.text for each in writer.story.questions] == ["How would you test it?"]
    writer.field(STAYED).selectAll()
    writer.qtbot.keyClick(writer.field(STAYED), Qt.Key.Key_Delete)
    assert writer.page.flush()
    assert writer.story.questions == ()


def test_feelings_by_click_and_in_own_words(writer: Writer) -> None:
    writer.open()
    words = writer.quick.felt.words
    writer.click(words.pills.pill("flat"))
    writer.click(words.pills.pill("tense"))
    writer.click(words.pills.pill("…"))
    writer.qtbot.keyClicks(writer.app.focusWidget(), "wrung out")
    writer.key(Qt.Key.Key_Return)
    assert [(each.moment, each.words) for each in writer.story.feelings] == [("after", ("tense", "flat", "wrung out"))]
    assert words.pills.pill("wrung out").isChecked()
    writer.click(words.pills.pill("flat"))
    assert writer.story.feelings[0].words == ("tense", "wrung out")


def test_what_changes_elsewhere_never_takes_the_focus_from_a_text(writer: Writer) -> None:
    writer.open()
    words = writer.quick.felt.words
    writer.click(words.pills.pill("…"))
    writer.qtbot.keyClicks(writer.app.focusWidget(), "wrung out")
    writer.key(Qt.Key.Key_Return)
    writer.click(words.pills.pill("wrung out"))
    writer.desk.undo()
    field = writer.type(RIGHT, "The SQL")
    writer.desk.undo()
    writer.settle()
    assert writer.story.feelings == ()
    assert writer.app.focusWidget() is field
    assert field.text() == "The SQL"


def test_an_own_word_half_typed_is_not_lost_on_closing(writer: Writer) -> None:
    writer.open()
    writer.click(writer.quick.felt.words.pills.pill("…"))
    writer.qtbot.keyClicks(writer.app.focusWidget(), "hollow")
    assert writer.page.flush()
    assert writer.story.feelings[0].words == ("hollow",)


def test_how_much_is_said_in_words_and_only_when_asked_for(writer: Writer) -> None:
    writer.open()
    scales = writer.quick.felt.scales
    assert not scales.groups["fear"].isVisible()
    writer.press("Say how much")
    pill = scales.groups["fear"].pill("3")
    assert (pill.text(), pill.accessibleName()) == ("much", "Fear: much")
    writer.click(pill)
    assert writer.story.feelings[0].fear == 3
    assert writer.story.feelings[0].stress is None
    writer.click(pill)
    assert writer.story.feelings == ()


def test_the_estimate_and_the_promise(writer: Writer) -> None:
    writer.open()
    assert "It is sealed with their answer, and shown beside it then." in _texts(writer)
    writer.click(writer.quick.chance.pills.pill("70"))
    found = predictions.of(writer.journal, writer.id)
    assert found is not None and (found.p, found.sealed) == (70, True)
    writer.quick.chance.number.setFocus()
    writer.quick.chance.number.selectAll()
    writer.qtbot.keyClicks(writer.quick.chance.number, "85")
    assert writer.page.flush()
    found = predictions.of(writer.journal, writer.id)
    assert found is not None and found.p == 85
    writer.type("What did they promise, and by when?", "A call next week")
    writer.press("Add the day")
    assert writer.story.application.promised_by == HELD.date() + timedelta(days=7)
    writer.quick.promise.day.field.setDate(date(2025, 3, 4))
    assert writer.story.application.promised_by == date(2025, 3, 4)
    writer.click(writer.quick.promise.day.clear)
    assert writer.story.application.promised_by is None
    writer.page.flush()
    assert writer.reflection("capture").answers["promised"] == "A call next week"


def test_before_the_interview_it_asks_what_is_expected(writer: Writer) -> None:
    writer.now = HELD - timedelta(hours=4)
    ahead = writer.desk.do(interviews.note, "Northwind", "Analyst", "culture", HELD + timedelta(days=2))
    writer.id = ahead
    writer.open()
    writer.click(writer.quick.felt.words.pills.pill("hopeful"))
    writer.type("What do you think they want to see?", "Calm")
    assert writer.page.flush()
    assert writer.reflection("before").answers == {"will_test": "Calm"}
    assert writer.story.feelings[0].moment == "before"


def test_on_the_day_of_a_no_it_is_kind_and_asks_for_no_lesson(writer: Writer) -> None:
    writer.desk.do(predictions.predict, writer.id, 70)
    writer.no()
    writer.open("decision")
    texts = _texts(writer)
    assert "This was a no. It can wait, and it doesn’t have to be tidy." in texts
    assert "You expected: rather yes, 70 in 100. It became: Not this time." in texts
    assert "Sealed before the answer." in texts
    assert not any("lesson" in text.lower() for text in texts)
    writer.click(writer.quick.felt.words.pills.pill("sad"))
    writer.press("That’s enough for today")
    assert writer.story.feelings[0].moment == "decision"
    assert writer.reflection("decision").completed_at is not None


def test_the_note_of_the_first_day_is_taken_up_again_after_the_no(writer: Writer) -> None:
    writer.open()
    writer.type(STAYED, "Why Kafka?")
    writer.press("That’s enough for today")
    writer.no()
    writer.open("decision")
    assert writer.field(STAYED).text() == "Why Kafka?"
    writer.type(STAYED, " And why now?")
    writer.page.flush()
    assert [each.text for each in writer.story.questions] == ["Why Kafka? And why now?"]


def test_their_words_are_folded_and_can_be_written(writer: Writer) -> None:
    writer.no()
    writer.desk.do(applications.edit, writer.story.application.id, reason_text="Somebody was closer.")
    writer.open("decision")
    assert not writer.quick.day.theirs.writing.isVisible()
    writer.press("A little more, if you like")
    field = writer.field("What did they say?")
    assert field.text() == "Somebody was closer."
    writer.click(writer.quick.day.none_given)
    assert writer.story.application.outcome_reason == "none_given"
    writer.type("What happened, in one plain sentence?", "They chose somebody else.")
    writer.page.flush()
    assert writer.reflection("decision").answers["plain"] == "They chose somebody else."
    assert "Most searches collect several of these for each offer." in _texts(writer)


def test_an_offer_asks_what_it_confirmed(writer: Writer) -> None:
    writer.desk.do(interviews.set_outcome, writer.id, "O")
    writer.open("success")
    page = writer.page.page
    assert isinstance(page, SuccessPage)
    assert list(page.ticks) == ["skills", "experience", "match", "behaviour", "in_sync"]
    writer.click(page.ticks["skills"])
    writer.click(page.ticks["in_sync"])
    writer.click(page.ticks["skills"])
    writer.type("What nearly went wrong, although it worked?", "The train.")
    writer.press("That’s enough for today")
    assert writer.reflection("success").answers == {"in_sync": "yes", "nearly_wrong": "The train."}


def test_both_pages_write_the_same_record(writer: Writer) -> None:
    writer.open()
    writer.type(STAYED, "Why us?")
    writer.press("Go on to the full debrief")
    assert [line.words() for line in writer.full.log.lines.values()] == ["Why us?"]
    assert writer.page.bar.switch.current() == 1
    writer.type("The question", " And why now?")
    writer.click(writer.page.bar.switch.segments[0])
    assert writer.field(STAYED).text() == "Why us? And why now?"
    assert len(writer.story.questions) == 1
