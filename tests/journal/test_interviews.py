"""Interviews find their application and round; results follow from events alone; seals break with the answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from afterword.journal import (
    applications,
    interviews,
    predictions,
    questions,
    reflections,
    results,
    rows,
    sealing,
    telling,
)  # fmt: skip
from afterword.journal.results import Talk
from afterword.journal.terms import Result
from afterword.trouble import Trouble


def on(day, hour=10, month=3):
    return datetime(2025, month, day, hour)


def result_of(journal, *keys):
    return [interviews.story(journal, key).result for key in keys]


@pytest.fixture
def two(journal, do):
    """Applied on 1 January; a screen and a technical interview, both held."""
    application = do(applications.add, "Halden Bank", "Analyst", "2025-01-01")
    screen = do(interviews.note, "Halden Bank", "Analyst", at=on(8, month=1))
    technical = do(interviews.note, "halden bank", "analyst", "technical", on(15, month=1))
    return application, screen, technical


def test_screen_and_technical_ghosted_then_rejected(journal, do, two, clock):
    application, *talks = two
    assert result_of(journal, *talks) == ["pass", "pending"]
    do(applications.move, application, "ghosted", on(1, month=3))
    do(applications.move, application, "rejected", on(8, month=3))
    assert result_of(journal, *talks) == ["pass", "fail"]
    told = [e.to_status for e in telling.events(journal, application) if e.to_status]
    assert told == ["applied", "in_process", "ghosted", "rejected"]


def test_a_declined_offer_passed_every_round(journal, do, two):
    application, *talks = two
    do(applications.move, application, "offer")
    do(applications.move, application, "offer_declined")
    assert result_of(journal, *talks) == ["pass", "pass"]


def test_withdrawing_is_no_contest(journal, do, two):
    application, *talks = two
    do(applications.move, application, "withdrawn")
    assert result_of(journal, *talks) == ["pass", "no_contest"]


def test_invited_then_withdrew(journal, do, clock):
    first = do(interviews.note, "Halden Bank", at=on(10))
    second = do(interviews.note, "Halden Bank", stage="technical", at=on(27))
    do(interviews.set_outcome, second, "withdrew")
    assert result_of(journal, first, second) == ["pass", "planned"]
    clock.later(days=30)
    assert result_of(journal, first, second) == ["pass", "planned"], "it never took place"


def test_a_loop_shares_its_result(journal, do):
    first = do(interviews.note, "Halden Bank", at=on(3))
    loop = [do(interviews.note, "Halden Bank", stage="loop", at=on(10, hour)) for hour in (9, 11, 14)]
    do(interviews.set_outcome, loop[0], "no")
    assert result_of(journal, first, *loop) == ["pass", "fail", "fail", "fail"]


def test_results_are_a_pure_function():
    talks = (Talk(1, held_at=on(1)), Talk(2, planned_at=on(5)), Talk(2, planned_at=on(5), cancelled=True))
    assert results.derive("in_process", talks, on(4)) == (Result.PASS, Result.PLANNED, Result.CANCELLED)
    assert results.derive("in_process", talks, on(6)) == (Result.PASS, Result.PENDING, Result.CANCELLED)
    assert results.derive("offer_rescinded", talks, on(6), on(6)) == (Result.PASS, Result.PASS, Result.CANCELLED)


def test_a_first_interview_makes_the_application(journal, do):
    key = do(interviews.note, "Halden Bank", "Analyst", "hiring_manager", on(18), people="Ms Berg", format="video")
    story = interviews.story(journal, key)
    assert (story.application.company, story.application.status) == ("Halden Bank", "in_process")
    assert (story.stage, story.at, story.held, story.outcome) == ("hiring_manager", on(18), True, "wait")
    assert (story.interview_people, story.format) == ("Ms Berg", "video")


def test_a_new_interview_finds_its_open_application(journal, do):
    old = do(applications.add, "Halden Bank", "Analyst", "2024-01-01")
    do(applications.move, old, "rejected", "2024-02-01")
    lead = do(applications.add, "Halden Bank", "Lead", "2025-03-01")
    assert interviews.story(journal, do(interviews.note, "Halden Bank", at=on(10))).application.id == lead
    other = interviews.story(journal, do(interviews.note, "Halden Bank", "Analyst", at=on(11))).application.id
    assert other not in (old, lead)


def test_an_ended_application_opens_again_for_what_comes_after_only(journal, do):
    application = do(applications.add, "Halden Bank", applied_on="2025-02-01")
    do(applications.move, application, "rejected", on(10))
    do(interviews.note, "Halden Bank", at=on(5), application_id=application)
    assert applications.fact(journal, application).status == "rejected"
    do(interviews.note, "Halden Bank", at=on(25), application_id=application)
    assert applications.fact(journal, application).status == "in_process"


def test_an_interview_before_the_application_is_refused(do):
    do(applications.add, "Halden Bank", applied_on="2025-03-10")
    with pytest.raises(Trouble, match="10 March 2025"):
        do(interviews.note, "Halden Bank", at=on(9))


def test_a_time_that_has_passed_counts_as_held(journal, do, clock):
    key = do(interviews.note, "Halden Bank", at=on(21))
    assert (interviews.story(journal, key).result, interviews.story(journal, key).outcome) == ("planned", "soon")
    clock.later(days=2)
    assert (interviews.story(journal, key).result, interviews.story(journal, key).outcome) == ("pending", "wait")


def test_rounds_follow_the_days(journal, do):
    second = do(interviews.note, "Halden Bank", at=on(15))
    first = do(interviews.note, "Halden Bank", at=on(10))
    third = do(interviews.note, "Halden Bank", at=on(15, 14))

    def rounds():
        return [journal.row("SELECT round_no, position FROM interview WHERE id = ?", k) for k in (first, second, third)]

    assert rounds() == [(1, 1), (2, 2), (2, 3)]
    do(interviews.edit, third, round_no=3)
    assert rounds() == [(1, 1), (2, 2), (3, 3)]
    with pytest.raises(Trouble):
        do(interviews.edit, first, round_no=3)
    do(interviews.edit, first, at=on(18))
    assert rounds() == [(3, 3), (1, 1), (2, 2)]
    do(interviews.remove, second)
    assert rounds()[0] == (2, 2)


def test_editing_sets_only_what_is_given(journal, do):
    key = do(interviews.note, "Halden Bank", at=on(10), duration_min=30)
    do(interviews.edit, key, stage="culture", notes="Warm", people="Mr Lind")
    story = interviews.story(journal, key)
    assert (story.stage, story.interview_notes, story.interview_people, story.duration_min, story.at) == (
        "culture", "Warm", "Mr Lind", 30, on(10),
    )  # fmt: skip
    do(interviews.edit, key, duration_min=None, at=on(28))
    story = interviews.story(journal, key)
    assert (story.duration_min, story.held, story.outcome) == (None, False, "soon")


def test_cancelling(journal, do):
    key = do(interviews.note, "Halden Bank", at=on(25))
    do(interviews.cancel, key)
    assert (interviews.story(journal, key).result, interviews.story(journal, key).outcome) == ("cancelled",) * 2
    do(interviews.uncancel, key)
    assert interviews.story(journal, key).outcome == "soon"
    do(questions.add, key, "Why us?")
    with pytest.raises(Trouble, match="took place"):
        do(interviews.cancel, key)


@pytest.mark.parametrize(
    ("said", "status"), [("no", "rejected"), ("N", "rejected"), ("o", "offer"), ("R", "ghosted"), ("D", "withdrawn"),
                         ("closed", "closed")],
)  # fmt: skip
def test_an_outcome_moves_the_application(journal, do, two, said, status):
    application, _screen, technical = two
    do(interviews.set_outcome, technical, said)
    assert applications.fact(journal, application).status == status


def test_an_outcome_on_an_application_without_interview(journal, do):
    key = do(applications.add, "Halden Bank", applied_on="2025-03-01")
    do(interviews.set_outcome, key, "no", date(2025, 3, 12))
    assert applications.fact(journal, key).since == on(12, 0)
    do(interviews.set_outcome, key, "no", date(2025, 3, 13))
    assert applications.fact(journal, key).since == on(13, 0)
    do(interviews.set_outcome, key, "wait")
    assert applications.fact(journal, key).status == "in_process"


def test_outcomes_that_cannot_be(journal, do, two):
    application, screen, technical = two
    with pytest.raises(Trouble, match="went further"):
        do(interviews.set_outcome, screen, "no")
    with pytest.raises(Trouble):
        do(interviews.set_outcome, technical, "passed")
    do(interviews.set_outcome, technical, "offer")
    for said in ("no", "wait"):
        with pytest.raises(Trouble, match="“Offer”"):
            do(interviews.set_outcome, technical, said)
    do(interviews.set_outcome, technical, "accepted")
    assert applications.fact(journal, application).status == "accepted"


def test_next_up_is_within_seven_days(journal, do, clock):
    do(interviews.note, "Halden Bank", at=on(28))
    assert interviews.next_up(journal) is None
    clock.later(days=2)
    found = interviews.next_up(journal)
    assert found is not None and (found.company, found.outcome) == ("Halden Bank", "soon")


def test_the_road_of_a_story(journal, do, two):
    application, _screen, technical = two
    do(applications.move, application, "rejected", on(1, month=2))
    road = interviews.story(journal, technical).road
    assert [(s.kind, s.label, s.on.isoformat(), s.this) for s in road] == [
        ("applied", "Applied", "2025-01-01", False), ("interview", "First call", "2025-01-08", False),
        ("interview", "Technical", "2025-01-15", True), ("answer", "Answer", "2025-02-01", False),
    ]  # fmt: skip


def test_the_next_round_breaks_the_seal_of_the_earlier(journal, do, clock):
    first = do(interviews.note, "Halden Bank", at=on(10))
    early = do(questions.add, first, "Why us?")
    do(questions.rate, early, 2)
    do(predictions.predict, first, 70)
    assert sealing.decided_at(journal, first) is None
    clock.later(days=1)
    do(interviews.note, "Halden Bank", stage="technical", at=on(27))
    late = do(questions.add, first, "Why now?")
    clock.later(hours=1)
    do(questions.rate, late, 1)
    assert sealing.decided_at(journal, first) == "2025-03-21T09:00:00"
    assert [q.sealed for q in questions.of(journal, first)] == [True, False]
    told = interviews.story(journal, first).prediction
    assert told is not None and (told.p, told.sealed, told.locked) == (70, True, True)


def test_an_answer_dated_before_the_rating_unseals_it(journal, do):
    key = do(interviews.note, "Halden Bank", at=on(10))
    asked = do(questions.add, key, "Why us?")
    do(questions.rate, asked, 2)
    do(predictions.predict, key, 70)
    do(interviews.set_outcome, key, "no", on(15))
    assert [q.sealed for q in questions.of(journal, key)] == [False]
    assert interviews.story(journal, key).prediction.sealed is False


def test_an_answer_that_was_a_mistake_unseals_nothing(journal, do):
    key = do(interviews.note, "Halden Bank", at=on(10))
    asked = do(questions.add, key, "Why us?")
    do(questions.rate, asked, 2)
    application = interviews.story(journal, key).application.id
    do(interviews.set_outcome, key, "no", on(15))
    do(applications.correct, application, "in_process")
    assert sealing.decided_at(journal, key) is None
    assert [q.sealed for q in questions.of(journal, key)] == [True]


def test_an_old_answer_does_not_decide_a_round_after_reopening(journal, do, clock):
    first = do(interviews.note, "Halden Bank", at=on(10))
    application = interviews.story(journal, first).application.id
    do(interviews.set_outcome, first, "silent", on(15))
    second = do(interviews.note, "Halden Bank", at=on(25), application_id=application)
    assert sealing.decided_at(journal, first) == "2025-03-15T10:00:00"
    assert sealing.decided_at(journal, second) is None


def test_removing_the_later_round_opens_the_earlier(journal, do):
    first = do(interviews.note, "Halden Bank", at=on(10))
    second = do(interviews.note, "Halden Bank", at=on(25))
    assert rows.page(journal, [first])[first].outcome == "passed"
    do(interviews.remove, second)
    assert rows.page(journal, [first])[first].outcome == "wait"
    assert sealing.decided_at(journal, first) is None


def test_what_was_expected_of_a_cancelled_interview_is_never_locked(journal, do, clock):
    talk = do(interviews.note, "Halden Bank", "Engineer", "case", clock.now + timedelta(days=2))
    do(predictions.predict, talk, 60)
    do(interviews.cancel, talk)
    do(applications.move, interviews.story(journal, talk).application.id, "rejected")
    found = predictions.of(journal, talk)
    assert found is not None and (found.sealed, found.locked) == (True, False)


def test_a_debrief_that_was_opened_and_left_empty_does_not_keep_an_interview_from_being_cancelled(journal, do, clock):
    talk = do(interviews.note, "Halden Bank", "Engineer", "case", clock.now)
    note = do(reflections.start, talk, "debrief")
    do(reflections.answer, note, "happened", "They called in the morning.")
    with pytest.raises(Trouble, match="it took place"):
        do(interviews.cancel, talk)
    do(reflections.answer, note, "happened", "")
    do(interviews.cancel, talk)
    assert interviews.story(journal, talk).cancelled
