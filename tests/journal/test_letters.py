"""Letters: kept, filed, accepted as what they say, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from afterword.journal import applications, files, interviews, letters
from afterword.journal.letters import Plan
from afterword.mail.letter import Enclosure
from afterword.trouble import Trouble
from person import Person, letter, verdict

NO = verdict("rejection", "Halden Bank")


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path, datetime(2025, 3, 18, 9, 0)) as person:
        yield person


def test_a_no_moves_the_row_on_the_day_of_the_letter_and_undo_moves_it_back(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=19)
    application = interviews.story(me.journal, talk).application.id
    said = "We were looking for more experience with ledgers."
    plan = Plan(application, outcome="no", said=said, reason="experience", interview_id=talk)
    shown = me.do(letters.accept, letter(), NO, plan)
    assert shown == talk
    story = interviews.story(me.journal, talk)
    assert (story.outcome, story.application.status) == ("no", "rejected")
    assert story.application.since == datetime(2025, 3, 12, 8, 30)
    assert (story.application.reason_text, story.application.outcome_reason) == (said, "experience")
    assert me.journal.rows("SELECT reason_evidence FROM application") == [("employer_stated",)]
    (kept,) = story.letters
    assert kept.subject == "Your application" and story.events[-1].source == "email"
    assert me.journal.rows("SELECT letter_id FROM event WHERE to_status = 'rejected'") == [(kept.id,)]
    me.takes_all_back()


def test_a_no_from_nobody_known_makes_an_application_without_inventing_a_day(me: Person) -> None:
    row = me.do(letters.accept, letter(), NO, Plan(None, "Halden Bank", "Engineer", "no"))
    fact = applications.fact(me.journal, row)
    assert (fact.company, fact.title, fact.status, fact.applied_on) == ("Halden Bank", "Engineer", "rejected", None)
    assert [event.at.date() for event in applications.story(me.journal, row).events] == [date(2025, 3, 12)] * 2
    me.takes_all_back()


def test_a_confirmation_from_nobody_known_says_when_it_was_sent(me: Person) -> None:
    found = verdict("acknowledgement", "Halden Bank")
    row = me.do(letters.accept, letter(), found, Plan(None, "Halden Bank", "Engineer", "wait"))
    fact = applications.fact(me.journal, row)
    assert (fact.status, fact.applied_on) == ("applied", date(2025, 3, 12))


def test_a_late_confirmation_does_not_bring_a_refused_application_back(me: Person) -> None:
    talk = me.met("Halden Bank")
    application = interviews.story(me.journal, talk).application.id
    me.answered(talk)
    me.do(letters.accept, letter(), verdict("acknowledgement"), Plan(application, outcome="wait"))
    assert applications.fact(me.journal, application).status == "rejected"
    assert len(letters.of(me.journal, application)) == 1


def test_an_invitation_becomes_an_interview_ahead_and_a_new_time_moves_it(me: Person) -> None:
    application = me.applied_to("Halden Bank", days_ago=9)
    meeting = datetime(2025, 3, 20, 10, 0)
    found = verdict("interview_invitation", "Halden Bank")
    plan = Plan(application, "Halden Bank", outcome="soon", stage="technical", meeting=meeting)
    talk = me.do(letters.accept, letter("Shall we talk?"), found, plan)
    story = interviews.story(me.journal, talk)
    assert (story.at, story.stage, story.outcome, story.application.status) == (
        meeting, "technical", "soon", "in_process",
    )  # fmt: skip
    assert story.application.since == datetime(2025, 3, 12, 8, 30)
    later = Plan(application, "Halden Bank", outcome="soon", meeting=meeting + timedelta(days=1), interview_id=talk)
    assert me.do(letters.accept, letter("Could we move it?"), found, later) == talk
    assert interviews.story(me.journal, talk).at == meeting + timedelta(days=1)
    assert len(interviews.story(me.journal, talk).letters) == 2
    me.takes_all_back()


def test_an_invitation_to_a_next_round_is_a_new_interview(me: Person) -> None:
    talk = me.met("Halden Bank", "recruiter_screen", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    plan = Plan(application, "Halden Bank", outcome="soon", stage="technical",
                meeting=datetime(2025, 3, 20, 10), interview_id=talk)  # fmt: skip
    second = me.do(letters.accept, letter(), verdict("interview_invitation"), plan)
    assert second != talk and interviews.story(me.journal, talk).outcome == "passed"


def test_an_invitation_from_nobody_known(me: Person) -> None:
    plan = Plan(None, "Fjordline", "Engineer", "soon", meeting=datetime(2025, 3, 20, 10))
    talk = me.do(letters.accept, letter(), verdict("interview_invitation", "Fjordline"), plan)
    story = interviews.story(me.journal, talk)
    assert (story.application.company, story.application.status) == ("Fjordline", "in_process")
    assert (story.stage, story.application.applied_on) == ("recruiter_screen", None)
    me.takes_all_back()


def test_an_offer(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    me.do(letters.accept, letter(), verdict("offer"), Plan(application, outcome="offer", interview_id=talk))
    assert interviews.story(me.journal, talk).outcome == "offer"
    me.do(applications.move, application, "accepted")
    me.do(letters.accept, letter("Our offer again"), verdict("offer"), Plan(application, outcome="offer"))
    assert applications.fact(me.journal, application).status == "accepted"


def test_a_no_that_was_known_adds_their_words_and_no_second_event(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    me.answered(talk)
    events = len(interviews.story(me.journal, talk).events)
    plan = Plan(application, outcome="no", said="Somebody else.", reason="other_candidate")
    me.do(letters.accept, letter(), NO, plan)
    story = interviews.story(me.journal, talk)
    assert (story.application.reason_text, story.application.outcome_reason) == ("Somebody else.", "other_candidate")
    assert len(story.events) == events


def test_what_cannot_be_is_said_in_words_and_nothing_is_kept(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(applications.move, application, "offer")
    before = me.everything()
    with pytest.raises(Trouble, match="cannot go from"):
        me.do(letters.accept, letter(), NO, Plan(application, outcome="no"))
    assert me.everything() == before
    with pytest.raises(Trouble, match="which company"):
        me.do(letters.accept, letter(), NO, Plan(None, " ", outcome="no"))
    assert me.everything() == before


def test_without_an_outcome_the_letter_is_filed_and_nothing_else(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    events = len(applications.story(me.journal, application).events)
    assert me.do(letters.accept, letter(), NO, Plan(application)) == application
    assert applications.fact(me.journal, application).status == "applied"
    assert len(applications.story(me.journal, application).events) == events
    assert len(letters.of(me.journal, application)) == 1


def test_their_sentence_may_be_kept_without_the_rest(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(letters.accept, letter(), NO, Plan(application, said="More ledgers, please."))
    fact = applications.fact(me.journal, application)
    assert (fact.status, fact.reason_text) == ("applied", "More ledgers, please.")
    me.takes_all_back()


@pytest.mark.parametrize("sent", [None, datetime(2031, 1, 1)])
def test_a_letter_without_a_day_or_from_tomorrow_is_news_of_today(me: Person, sent: datetime | None) -> None:
    application = me.applied_to("Halden Bank", days_ago=3)
    me.do(letters.accept, letter(sent=sent), NO, Plan(application, outcome="no"))
    assert applications.fact(me.journal, application).since == me.now


def test_a_cancelled_interview(me: Person) -> None:
    talk = me.do(interviews.note, "Halden Bank", "Engineer", "technical", me.now + timedelta(days=2))
    application = interviews.story(me.journal, talk).application.id
    plan = Plan(application, outcome="cancelled", interview_id=talk)
    me.do(letters.accept, letter(), verdict("other"), plan)
    assert interviews.story(me.journal, talk).cancelled


def test_not_now_keeps_it_unfiled_until_it_is_filed_or_forgotten(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    key = me.do(letters.keep, letter(), NO)
    other = me.do(letters.keep, letter("Another"), verdict("unsure"))
    assert [kept.id for kept in letters.unfiled(me.journal)] == [other, key]
    assert me.do(letters.keep, letter(), NO, application) == key
    me.do(letters.forget, other)
    assert letters.unfiled(me.journal) == () and [kept.id for kept in letters.of(me.journal, application)] == [key]
    me.takes_all_back()


def test_it_is_kept_to_the_byte(me: Person) -> None:
    one = letter("Grüße, \x00")
    key = me.do(letters.keep, one, NO)
    assert letters.raw(me.journal, key) == one.raw


def test_what_came_with_it_is_kept_with_the_application_once_it_is_filed(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    one = letter(enclosures=[Enclosure("task.pdf", "application/pdf", b"%PDF"), Enclosure("empty", "text/plain", b"")])
    me.do(letters.keep, one, NO)
    assert files.of(me.journal, application) == ()
    me.do(letters.keep, one, NO, application)
    me.do(letters.keep, one, NO, application)
    assert [(kept.name, kept.kind) for kept in files.of(me.journal, application)] == [("task.pdf", "enclosure")]


def test_the_same_letter_is_known_by_its_number_its_bytes_or_its_text(me: Person) -> None:
    key = me.do(letters.keep, letter("A", message_id="abc@halden.example"), NO)
    for same in (
        letter("From Outlook", message_id="abc@halden.example"),
        letter("A"),
        letter("A", subject="Fwd: Your application"),
    ):
        found = letters.duplicate(me.journal, same)
        assert found is not None and found.id == key
    assert letters.duplicate(me.journal, letter("B")) is None
    me.do(letters.forget, key)
    assert letters.duplicate(me.journal, letter("A")) is None
