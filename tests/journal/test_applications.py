"""Applications move from state to state by events, and nothing that cannot be is accepted."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from afterword.journal import applications, companies, interviews, store, telling
from afterword.journal.terms import MOVES, Status
from afterword.trouble import Trouble


def statuses(journal, application):
    return [e.to_status for e in telling.events(journal, application) if e.to_status]


def test_a_new_application_begins_its_history(journal, do):
    key = do(applications.add, "  Halden   Bank ", "Data analyst", "2025-03-03", channel="referral")
    fact = applications.fact(journal, key)
    assert (fact.company, fact.title, fact.status, fact.applied_on) == (
        "Halden Bank", "Data analyst", "applied", date(2025, 3, 3),
    )  # fmt: skip
    assert (fact.channel, fact.since) == ("referral", datetime(2025, 3, 3))
    assert statuses(journal, key) == ["applied"]


def test_without_a_day_an_application_is_of_today(journal, do):
    assert applications.fact(journal, do(applications.add, "Halden Bank")).applied_on == date(2025, 3, 20)


@pytest.mark.parametrize("now", list(Status))
@pytest.mark.parametrize("then", list(Status))
def test_every_move_of_the_table_and_no_other(journal, do, now, then):
    key = do(applications.add, "Halden Bank", status="draft")
    do(applications.correct, key, now)
    if then in MOVES[now]:
        do(applications.move, key, then)
        assert applications.fact(journal, key).status == then
    else:
        with pytest.raises(Trouble) as refused:
            do(applications.move, key, then)
        assert f"“{now.label}”" in refused.value.sentence
        assert f"“{then.label}”" in refused.value.sentence
        assert "Correct a mistake" in refused.value.remedy
        assert applications.fact(journal, key).status == now
    assert store.check(journal) == []


def test_a_correction_keeps_the_history(journal, do):
    key = do(applications.add, "Halden Bank")
    do(applications.move, key, "rejected", reason="skills")
    do(applications.correct, key, "applied", note="wrong row")
    fact = applications.fact(journal, key)
    assert (fact.status, fact.outcome_reason) == ("applied", "")
    assert [(e.kind, e.to_status, e.note) for e in telling.events(journal, key)] == [
        ("created", "applied", ""), ("status", "rejected", ""), ("correction", "applied", "wrong row"),
    ]  # fmt: skip


def test_reasons_stand_only_where_they_belong(journal, do):
    key = do(applications.add, "Halden Bank")
    with pytest.raises(Trouble):
        do(applications.edit, key, outcome_reason="skills")
    with pytest.raises(Trouble):
        do(applications.move, key, "in_process", reason="skills")
    with pytest.raises(Trouble):
        do(applications.move, key, "rejected", my_reason="pay")
    do(applications.move, key, "rejected", reason="skills", reason_text="Not this time.", evidence="employer_stated")
    assert applications.fact(journal, key).outcome_reason == "skills"
    do(applications.move, key, "in_process")
    fact = applications.fact(journal, key)
    assert (fact.outcome_reason, fact.reason_text) == ("", "Not this time.")
    do(applications.move, key, "withdrawn", my_reason="pay")
    assert applications.fact(journal, key).my_reason == "pay"


def test_days_ahead_are_refused(do):
    with pytest.raises(Trouble, match="21 March 2025 is still ahead"):
        do(applications.add, "Halden Bank", applied_on=date(2025, 3, 21))
    key = do(applications.add, "Halden Bank")
    with pytest.raises(Trouble, match="still ahead"):
        do(applications.move, key, "rejected", datetime(2025, 3, 20, 9, 1))


def test_nobody_applies_after_the_interview(journal, do):
    key = do(applications.add, "Halden Bank", applied_on="2025-03-01")
    do(interviews.note, "Halden Bank", at=datetime(2025, 3, 10, 10))
    with pytest.raises(Trouble, match="10 March 2025"):
        do(applications.edit, key, applied_on=date(2025, 3, 11))
    do(applications.edit, key, applied_on=date(2025, 3, 10))
    assert applications.fact(journal, key).applied_on == date(2025, 3, 10)


def test_an_application_moves_to_another_company(journal, do):
    key = do(applications.add, "Halden Bnak")
    do(applications.edit, key, company="Halden Bank", notes="Second try", promised_by="2025-04-01")
    fact = applications.fact(journal, key)
    assert (fact.company, fact.notes, fact.promised_by) == ("Halden Bank", "Second try", date(2025, 4, 1))


def test_a_company_is_needed(do):
    with pytest.raises(Trouble):
        do(applications.add, "   ")


def test_what_is_removed_is_gone_and_comes_back(journal, do, changes):
    key = do(applications.add, "Halden Bank")
    do(applications.remove, key)
    with pytest.raises(Trouble):
        applications.fact(journal, key)
    changes.undo()
    assert applications.fact(journal, key).company == "Halden Bank"


def test_companies_are_suggested_by_prefix_first(journal, do):
    for name in ("New Halden", "Halden Bank", "halden Rail", "Orchard"):
        do(applications.add, name)
    assert companies.suggest(journal, "halden") == ("Halden Bank", "halden Rail", "New Halden")
    assert companies.suggest(journal, "") == companies.suggest(journal, "'%_") == ()


def test_the_company_remembers_earlier_applications(journal, do):
    first = do(applications.add, "Halden Bank", "Analyst", "2023-05-01")
    do(applications.move, first, "rejected", "2023-06-01")
    do(applications.add, "HALDEN bank", "Lead", "2025-03-01")
    assert [(p.title, p.on, p.status) for p in companies.history(journal, "halden bank")] == [
        ("Lead", date(2025, 3, 1), "applied"), ("Analyst", date(2023, 5, 1), "rejected"),
    ]  # fmt: skip
    assert companies.history(journal, "Nobody") == ()


def test_a_company_is_renamed_but_not_into_another(journal, do):
    do(applications.add, "Halden Bnak")
    do(applications.add, "Orchard")
    key = companies.id_of(journal, "Halden Bnak")
    with pytest.raises(Trouble, match="orchard"):
        do(companies.rename, key, "orchard")
    do(companies.rename, key, "Halden Bank")
    do(companies.edit, key, site="halden.example")
    assert companies.id_of(journal, "halden bank") == key


def test_the_story_of_an_application_ends_today_or_with_the_answer(journal, do):
    key = do(applications.add, "Halden Bank", applied_on="2025-03-01")
    story = applications.story(journal, key)
    assert [(s.kind, s.on) for s in story.road] == [("applied", date(2025, 3, 1)), ("today", date(2025, 3, 20))]
    assert (story.interview_id, story.outcome, story.debrief) == (None, "wait", -1)
    do(applications.move, key, "rejected", "2025-03-12")
    last = applications.story(journal, key).road[-1]
    assert (last.kind, last.on, last.outcome) == ("answer", date(2025, 3, 12), "no")


def test_a_company_is_the_same_whatever_its_capitals(journal, do):
    for name in ("Ökohaus", "ÖKOHAUS", "  ökohaus "):
        do(applications.add, name)
    assert companies.names(journal) == ("Ökohaus",)


def test_saving_what_is_so_already_is_nothing_to_undo(journal, do, changes):
    key = do(applications.add, "Halden Bank", "Engineer")
    do(applications.edit, key, company="Halden Bank", title="Engineer", notes="")
    assert changes.undo_name == "new application"
