"""Letters: kept, filed, accepted as what they say, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from afterword.journal import accepting, applications, files, interviews, letters
from afterword.journal.accepting import Plan
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
    shown = me.do(accepting.accept, letter(), NO, plan)
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
    row = me.do(accepting.accept, letter(), NO, Plan(None, "Halden Bank", "Engineer", "no"))
    fact = applications.fact(me.journal, row)
    assert (fact.company, fact.title, fact.status, fact.applied_on) == ("Halden Bank", "Engineer", "rejected", None)
    assert [event.at.date() for event in applications.story(me.journal, row).events] == [date(2025, 3, 12)] * 2
    me.takes_all_back()


def test_a_confirmation_from_nobody_known_says_when_it_was_sent(me: Person) -> None:
    found = verdict("acknowledgement", "Halden Bank")
    row = me.do(accepting.accept, letter(), found, Plan(None, "Halden Bank", "Engineer", "wait"))
    fact = applications.fact(me.journal, row)
    assert (fact.status, fact.applied_on) == ("applied", date(2025, 3, 12))


def test_a_late_confirmation_does_not_bring_a_refused_application_back(me: Person) -> None:
    talk = me.met("Halden Bank")
    application = interviews.story(me.journal, talk).application.id
    me.answered(talk)
    me.do(accepting.accept, letter(), verdict("acknowledgement"), Plan(application, outcome="wait"))
    assert applications.fact(me.journal, application).status == "rejected"
    assert len(letters.of(me.journal, application)) == 1


def test_an_invitation_becomes_an_interview_ahead_and_a_new_time_moves_it(me: Person) -> None:
    application = me.applied_to("Halden Bank", days_ago=9)
    meeting = datetime(2025, 3, 20, 10, 0)
    found = verdict("interview_invitation", "Halden Bank")
    plan = Plan(application, "Halden Bank", outcome="soon", stage="technical", meeting=meeting)
    talk = me.do(accepting.accept, letter("Shall we talk?"), found, plan)
    story = interviews.story(me.journal, talk)
    assert (story.at, story.stage, story.outcome, story.application.status) == (
        meeting, "technical", "soon", "in_process",
    )  # fmt: skip
    assert story.application.since == datetime(2025, 3, 12, 8, 30)
    later = Plan(application, "Halden Bank", outcome="soon", meeting=meeting + timedelta(days=1), interview_id=talk)
    assert me.do(accepting.accept, letter("Could we move it?"), found, later) == talk
    assert interviews.story(me.journal, talk).at == meeting + timedelta(days=1)
    assert len(interviews.story(me.journal, talk).letters) == 2
    me.takes_all_back()


def test_an_invitation_to_a_next_round_is_a_new_interview(me: Person) -> None:
    talk = me.met("Halden Bank", "recruiter_screen", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    plan = Plan(application, "Halden Bank", outcome="soon", stage="technical",
                meeting=datetime(2025, 3, 20, 10), interview_id=talk)  # fmt: skip
    second = me.do(accepting.accept, letter(), verdict("interview_invitation"), plan)
    assert second != talk and interviews.story(me.journal, talk).outcome == "passed"


def test_an_invitation_from_nobody_known(me: Person) -> None:
    plan = Plan(None, "Fjordline", "Engineer", "soon", meeting=datetime(2025, 3, 20, 10))
    talk = me.do(accepting.accept, letter(), verdict("interview_invitation", "Fjordline"), plan)
    story = interviews.story(me.journal, talk)
    assert (story.application.company, story.application.status) == ("Fjordline", "in_process")
    assert (story.stage, story.application.applied_on) == ("recruiter_screen", None)
    me.takes_all_back()


def test_an_offer(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    me.do(accepting.accept, letter(), verdict("offer"), Plan(application, outcome="offer", interview_id=talk))
    assert interviews.story(me.journal, talk).outcome == "offer"
    me.do(applications.move, application, "accepted")
    me.do(accepting.accept, letter("Our offer again"), verdict("offer"), Plan(application, outcome="offer"))
    assert applications.fact(me.journal, application).status == "accepted"


def test_a_no_that_was_known_adds_their_words_and_no_second_event(me: Person) -> None:
    talk = me.met("Halden Bank", days_ago=9)
    application = interviews.story(me.journal, talk).application.id
    me.answered(talk)
    events = len(interviews.story(me.journal, talk).events)
    plan = Plan(application, outcome="no", said="Somebody else.", reason="other_candidate")
    me.do(accepting.accept, letter(), NO, plan)
    story = interviews.story(me.journal, talk)
    assert (story.application.reason_text, story.application.outcome_reason) == ("Somebody else.", "other_candidate")
    assert len(story.events) == events


def test_what_cannot_be_is_said_in_words_and_nothing_is_kept(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(applications.move, application, "withdrawn")
    before = me.everything()
    with pytest.raises(Trouble, match="cannot follow “Withdrew”"):
        me.do(accepting.accept, letter(), NO, Plan(application, outcome="no"))
    assert me.everything() == before
    with pytest.raises(Trouble, match="which company"):
        me.do(accepting.accept, letter(), NO, Plan(None, " ", outcome="no"))
    assert me.everything() == before


def test_without_an_outcome_the_letter_is_filed_and_nothing_else(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    events = len(applications.story(me.journal, application).events)
    assert me.do(accepting.accept, letter(), NO, Plan(application)) == application
    assert applications.fact(me.journal, application).status == "applied"
    assert len(applications.story(me.journal, application).events) == events
    assert len(letters.of(me.journal, application)) == 1


def test_their_sentence_may_be_kept_without_the_rest(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(accepting.accept, letter(), NO, Plan(application, said="More ledgers, please."))
    fact = applications.fact(me.journal, application)
    assert (fact.status, fact.reason_text) == ("applied", "More ledgers, please.")
    me.takes_all_back()


@pytest.mark.parametrize("sent", [None, datetime(2031, 1, 1)])
def test_a_letter_without_a_day_or_from_tomorrow_is_news_of_today(me: Person, sent: datetime | None) -> None:
    application = me.applied_to("Halden Bank", days_ago=3)
    me.do(accepting.accept, letter(sent=sent), NO, Plan(application, outcome="no"))
    assert applications.fact(me.journal, application).since == me.now


def test_a_cancelled_interview(me: Person) -> None:
    talk = me.do(interviews.note, "Halden Bank", "Engineer", "technical", me.now + timedelta(days=2))
    application = interviews.story(me.journal, talk).application.id
    plan = Plan(application, outcome="cancelled", interview_id=talk)
    me.do(accepting.accept, letter(), verdict("other"), plan)
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


WAYS = (
    # what they have, what the letter says, what becomes of it
    ("draft", "no", ["applied", "rejected"]),
    ("applied", "closed", ["closed"]),
    ("in_process", "rescinded", ["offer", "offer_rescinded"]),
    ("offer", "no", ["offer_rescinded"]),
    ("offer", "rescinded", ["offer_rescinded"]),
    ("rejected", "passed", ["in_process"]),
    ("rejected", "offer", ["offer"]),
    ("closed", "soon", ["in_process"]),
    ("closed", "offer", ["in_process", "offer"]),
    ("offer", "passed", []),
    ("offer", "withdrew", ["offer_declined"]),
    ("ghosted", "no", ["rejected"]),
    ("rejected", "wait", []),
)


@pytest.mark.parametrize(("now", "outcome", "then"), WAYS, ids=lambda each: str(each))
def test_a_letter_takes_the_way_the_states_allow(me: Person, now: str, outcome: str, then: list[str]) -> None:
    application = me.applied_to("Halden Bank")
    if now == "draft":
        me.do(applications.correct, application, "draft")
    elif now != "applied":
        me.do(applications.move, application, now)
    events = len(applications.story(me.journal, application).events)
    me.do(accepting.accept, letter(), NO, Plan(application, outcome=outcome))
    story = applications.story(me.journal, application)
    assert [event.to_status for event in story.events[events:]] == then
    me.takes_all_back()


def test_what_else_a_letter_says_is_kept_with_the_application(me: Person) -> None:
    application = me.applied_to("Halden Bank")
    me.do(applications.edit, application, notes="Found by Ada.", people="Tom Reed")
    facts = {
        "location": "Leeds", "work_mode": "hybrid", "pay_offered": "EUR 52,000 a year", "requisition": "R-20394",
        "promised_by": "2025-04-01", "notes": "By 15 April: answer them.", "people": "Ada Lind",
    }  # fmt: skip
    me.do(accepting.accept, letter(), verdict("offer"), Plan(application, outcome="offer", facts=facts))
    fact = applications.fact(me.journal, application)
    assert (fact.location, fact.work_mode, fact.pay_offered, fact.requisition) == tuple(facts.values())[:4]
    assert (fact.promised_by, fact.people) == (date(2025, 4, 1), "Tom Reed, Ada Lind")
    assert fact.notes == "Found by Ada.\nBy 15 April: answer them."
    me.takes_all_back()


def test_several_letters_are_accepted_as_one_act_in_the_order_they_were_sent(me: Person) -> None:
    first = letter("We received your application.", sent=datetime(2025, 2, 3, 9))
    second = letter("Sorry, no.", sent=datetime(2025, 3, 12, 9))
    named = {"company": "Halden Bank", "title": "Engineer"}
    plans = [
        (second, NO, Plan(None, outcome="no", **named)),
        (first, verdict("acknowledgement"), Plan(None, outcome="wait", **named)),
    ]
    before = me.everything()
    me.do(accepting.accept_all, plans)
    (application,) = me.journal.rows("SELECT id, applied_on, status FROM application")
    assert application[1:] == ("2025-02-03", "rejected")
    assert len(letters.of(me.journal, application[0])) == 2
    me.changes.undo()
    assert me.everything() == before


def test_a_second_piece_of_news_leaves_the_letter_where_it_is_filed(me: Person) -> None:
    for_a, for_b = me.applied_to("Halden Bank"), me.applied_to("Halden Bank", "Analyst")
    me.do(accepting.accept, letter(), NO, Plan(for_a, outcome="no"))
    me.do(accepting.accept, letter(), verdict("offer"), Plan(for_b, outcome="offer", second=True))
    assert [each.kind for each in letters.of(me.journal, for_a)] == ["rejection"]
    assert letters.of(me.journal, for_b) == ()
    assert applications.fact(me.journal, for_b).status == "offer"
