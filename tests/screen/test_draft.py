"""What the card proposes for each kind of letter: what moves, what is ticked, what is only kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from afterword.journal.stories import ApplicationFact, Candidate
from afterword.mail.letter import (
    KINDS,
    TURNS,
    UNSURE,
    Dated,
    Evidence,
    Invitation,
    Letter,
    Money,
    News,
    Reading,
    Sure,
    Told,
    Verdict,
)  # fmt: skip
from afterword.screen.letters import news
from afterword.screen.letters.batch import groups, sure_ones
from afterword.screen.letters.draft import Draft, parts, propose
from afterword.screen.letters.quoting import quote, really_says

LETTER = Letter(
    "mail.eml", b"raw", "eml", "0" * 64, sender="jobs@kestrel.example", sender_name="Kestrel",
    subject="Your application", sent=datetime(2025, 3, 18, 9),
    text="We thank you for your time. We decided to go another way.",
)  # fmt: skip
FORWARD = {"offer", "passed", "soon", "wait"}
BACK = {"no", "closed", "rescinded", "withdrew", "cancelled"}


def _known(status: str = "in_process", **values: str) -> ApplicationFact:
    texts = dict.fromkeys(
        ("channel", "contract_type", "hours", "seniority", "work_mode", "location", "pay_expected", "pay_offered",
         "outcome_reason", "my_reason", "reason_text", "ad_text", "people", "notes", "requisition"), ""
    )  # fmt: skip
    return ApplicationFact(
        id=1, search_id=1, company_id=1, company="Kestrel", title=values.pop("title", "Engineer"), status=status,
        since=datetime(2025, 3, 1), applied_on=None, promised_by=None, **texts | values,
    )  # fmt: skip


def _candidate(status: str = "in_process", sure: Sure = Sure.SURE, interview: int | None = 5) -> Candidate:
    return Candidate(1, interview, "Kestrel", "Engineer", "technical", date(2025, 3, 7), status, 90, int(sure), "So.")


def _draft(verdict: Verdict, *candidates: Candidate, known: ApplicationFact | None = None) -> Draft:
    return propose(LETTER, verdict, candidates, lambda _key: known or _known())


def test_every_kind_and_turn_has_a_heading_and_a_name() -> None:
    for kind in (*KINDS, UNSURE):
        assert news.NAMES[kind]
        for turn in ("", *TURNS.get(kind, ())):
            said = news.heading(Verdict(kind, Sure.SURE, turn=turn), timed=False)
            assert said.endswith("."), (kind, turn)
            assert kind == UNSURE or "Not sure" not in said, (kind, turn)


@pytest.mark.parametrize("kind", [*KINDS, UNSURE])
def test_no_kind_moves_the_wrong_way(kind: str) -> None:
    draft = _draft(Verdict(kind, Sure.SURE, evidence=(Evidence("So it is.", "so", kind),)), _candidate())
    if kind in ("rejection", "position_closed", "offer_withdrawn", "withdrawn_by_me"):
        assert draft.outcome in BACK and draft.outcome_on
    elif kind in ("offer", "interview_invitation", "assessment", "acknowledgement"):
        assert draft.outcome in FORWARD and draft.outcome_on
    else:
        assert draft.outcome == "" and not draft.outcome_on


@pytest.mark.parametrize(
    ("kind", "turn", "outcome"),
    [
        ("position_closed", "on_hold", ""), ("position_closed", "filled", "closed"), ("assessment", "received", ""),
        ("assessment", "reminder", ""), ("interview_change", "cancelled", "cancelled"),
        ("interview_change", "moved", ""), ("status_update", "reopened", ""),
        ("offer_withdrawn", "expired", "rescinded"),
    ],
)  # fmt: skip
def test_a_turn_says_less_than_its_kind(kind: str, turn: str, outcome: str) -> None:
    assert _draft(Verdict(kind, Sure.SURE, turn=turn), _candidate()).outcome == outcome


def test_a_guess_is_not_ticked() -> None:
    draft = _draft(Verdict("rejection", Sure.GUESS), _candidate())
    assert draft.outcome == "no" and not draft.outcome_on and not draft.plan().outcome


def test_a_time_and_facts_in_what_is_only_a_guess_are_not_ticked() -> None:
    meeting = Reading("2025-03-27T10:00", Sure.SURE)
    verdict = replace(OFFER, kind="interview_invitation", sure=Sure.GUESS, meeting=meeting)
    draft = _draft(verdict, _candidate())
    assert draft.meeting == datetime(2025, 3, 27, 10) and draft.plan().meeting is None
    assert not draft.plan().facts and draft.facts


def test_what_cannot_follow_is_not_ticked_and_the_email_is_kept_all_the_same() -> None:
    draft = _draft(Verdict("withdrawn_by_me", Sure.SURE), _candidate("offer_rescinded"))
    assert draft.ways_on is None and not draft.outcome_on
    assert draft.plan().application_id == 1 and not draft.plan().outcome


def test_no_job_mail_belongs_nowhere_unless_it_is_attached() -> None:
    draft = _draft(Verdict("other", Sure.SURE), _candidate())
    assert draft.is_nothing and draft.candidate is None
    draft.belongs_to(0)
    assert not draft.is_nothing and draft.plan().application_id == 1 and not draft.plan().outcome


def test_a_calendar_entry_brings_the_time_its_key_and_how_they_meet() -> None:
    entry = Invitation("abc@kestrel.example", 2, begin=datetime(2025, 3, 27, 14, 30), link="https://video.example/1")
    letter = replace(LETTER, invitations=(entry,))
    draft = propose(letter, Verdict("interview_invitation", Sure.SURE), (_candidate(),), lambda _key: _known())
    plan = draft.plan()
    assert plan.meeting == entry.begin and plan.outcome == ""
    assert (plan.calendar_uid, plan.calendar_sequence, plan.format) == ("abc@kestrel.example", 2, "video")
    assert draft.heading == "They propose a time."


def test_a_zone_that_was_not_understood_is_a_guess() -> None:
    entry = Invitation("abc", begin=datetime(2025, 3, 27, 14, 30), zone="Atlantis Time", zone_known=False)
    letter = replace(LETTER, invitations=(entry,))
    draft = propose(letter, Verdict("interview_invitation", Sure.SURE), (_candidate(),), lambda _key: _known())
    assert draft.meeting == entry.begin and not draft.meeting_on


def test_an_interview_that_is_moved_keeps_its_name() -> None:
    verdict = Verdict("interview_change", Sure.SURE, turn="moved", meeting=Reading("2025-03-28T10:00", Sure.SURE))
    plan = _draft(verdict, _candidate()).plan()
    assert (plan.interview_id, plan.stage, plan.meeting) == (5, "technical", datetime(2025, 3, 28, 10))


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("We would like to invite you to a technical interview.", "technical"),
        ("Wir laden Sie zu einem Fachgespräch ein.", "technical"),
        ("A system design interview awaits.", "system_design"),
        ("We invite you to the final round.", "executive"), ("We would like to talk to you.", "other"),
        ("A call with our hiring manager comes next.", "hiring_manager"),
    ],
)  # fmt: skip
def test_an_invitation_says_what_kind_of_interview_it_is(said: str, stage: str) -> None:
    evidence = (Evidence(said, "", "interview_invitation"),)
    meeting = Reading("2025-03-27T10:00", Sure.SURE)
    verdict = Verdict("interview_invitation", Sure.SURE, evidence=evidence, meeting=meeting)
    assert _draft(verdict, _candidate()).plan().stage == stage


OFFER = Verdict(
    "offer", Sure.SURE, client=Reading("Orchard Rail", Sure.FAIRLY), person=Reading("Mira Holt", Sure.SURE),
    number=Reading("R-2039", Sure.SURE), place=Reading("Leeds", Sure.GUESS), work_mode=Reading("hybrid", Sure.SURE),
    role=Reading("Lead Engineer", Sure.SURE),
    money=(Money(Decimal(65000), "EUR", Decimal(70000), "year", sure=Sure.SURE),
           Money(Decimal("500.5"), "EUR", what="bonus", sure=Sure.SURE)),
    dates=(Dated(date(2025, 3, 28), "deadline", sure=Sure.SURE), Dated(date(2025, 5, 1), "start", sure=Sure.SURE)),
)  # fmt: skip


def test_facts_are_kept_where_the_application_keeps_them() -> None:
    plan = _draft(OFFER, _candidate()).plan()
    assert plan.facts == {
        "notes": "For the company: Orchard Rail\nBonus: 500.50 EUR\nDeadline: 28 March 2025\nFirst day: 1 May 2025",
        "people": "Mira Holt", "requisition": "R-2039", "work_mode": "hybrid",
        "pay_offered": "65,000 to 70,000 EUR a year",
    }  # fmt: skip


def test_the_day_an_answer_is_promised_for_starts_the_clock() -> None:
    verdict = Verdict("status_update", Sure.SURE, dates=(Dated(date(2025, 4, 2), "answer", sure=Sure.SURE),))
    assert _draft(verdict, _candidate()).plan().facts == {"promised_by": "2025-04-02"}


def test_what_is_known_is_not_said_again_and_never_overwritten_by_itself() -> None:
    known = _known(people="Mira Holt, recruiter", requisition="R-1", work_mode="hybrid", title="Engineer")
    facts = {each.field: each for each in _draft(OFFER, _candidate(), known=known).facts}
    assert "people" not in facts and "work_mode" not in facts
    assert facts["requisition"].was == "R-1" and not facts["requisition"].on
    assert facts["title"].was == "Engineer" and not facts["title"].on


def test_pay_named_in_an_invitation_is_not_an_offer() -> None:
    facts = _draft(replace(OFFER, kind="recruiter_outreach"), _candidate()).plan().facts
    assert "pay_offered" not in facts and "Pay: 65,000 to 70,000 EUR a year" in facts["notes"]


def test_a_company_that_was_corrected_is_remembered_for_a_sender_of_its_own() -> None:
    verdict = Verdict("rejection", Sure.SURE, company=Reading("Kestrel Talent", Sure.FAIRLY))
    for address, learned in (("kestrel.example", [("sender", "kestrel.example", "Kestrel Health")]), ("", [])):
        draft = propose(LETTER, verdict, (), lambda _key: _known(), address=address)
        assert draft.plan().learned == ()
        draft.company = "Kestrel Health"
        assert [(each.kind, each.key, each.value) for each in draft.plan().learned] == learned


def test_a_kind_that_was_corrected_proposes_anew_and_is_remembered_when_ticked() -> None:
    evidence = Evidence("We decided to go another way.", "decided", "offer")
    draft = _draft(Verdict("offer", Sure.FAIRLY, evidence=(evidence,)), _candidate())
    draft.read_as("rejection")
    assert draft.heading == "Sorry. This looks like a no." and draft.plan().outcome == "no"
    [lesson] = draft.plan().learned
    assert (lesson.kind, lesson.value, lesson.example) == ("phrase", "rejection", "We decided to go another way.")
    draft.remember = False
    assert not draft.plan().learned
    draft.read_as("offer")
    assert draft.plan().outcome == "offer" and not draft.plan().learned


def test_two_pieces_of_news_are_two_proposals() -> None:
    also = News("interview_invitation", sure=Sure.SURE, role=Reading("Analyst", Sure.SURE))
    draft = _draft(Verdict("rejection", Sure.SURE, also=(also,), role=Reading("Engineer", Sure.SURE)), _candidate())
    other = replace(_candidate(), application_id=2, title="Analyst")
    first, second = parts(draft, lambda verdict: (other,) if verdict.role.value == "Analyst" else ())
    assert (first.plan().application_id, first.plan().outcome) == (1, "no")
    assert (second.plan().application_id, second.plan().outcome) == (2, "passed")
    assert first.plan().second and second.plan().second and (first.part, second.part) == ((1, 2), (2, 2))


def test_a_time_in_a_no_is_no_interview() -> None:
    meeting = Reading("2025-03-27T10:00", Sure.SURE)
    also = News("interview_invitation", sure=Sure.SURE, role=Reading("Analyst", Sure.SURE))
    draft = _draft(Verdict("rejection", Sure.SURE, meeting=meeting, also=(also,)), _candidate())
    first, second = parts(draft, lambda _verdict: ())
    assert first.plan().meeting is None and first.plan().outcome == "no"
    assert second.plan().meeting == datetime(2025, 3, 27, 10)


def test_a_guess_is_not_said_as_news() -> None:
    draft = _draft(Verdict("offer", Sure.GUESS), _candidate())
    assert draft.heading == "Not sure what this is." and draft.guess == "This looks like an offer."
    assert _draft(Verdict("offer", Sure.FAIRLY), _candidate()).guess == ""


def test_of_what_is_not_understood_no_application_is_made_by_itself() -> None:
    assert _draft(Verdict(UNSURE, Sure.NO)).plan().company == ""
    assert _draft(Verdict("acknowledgement", Sure.FAIRLY)).plan().company == "Kestrel"


def test_between_two_that_fit_alike_nothing_is_chosen() -> None:
    both = tuple(replace(_candidate(sure=Sure.GUESS), application_id=key) for key in (1, 2))
    draft = _draft(Verdict("rejection", Sure.SURE), *both)
    assert draft.must_choose and draft.candidate is None and not draft.is_sure
    draft.belongs_to(1)
    assert not draft.must_choose and draft.plan().application_id == 2


def test_a_guess_that_it_is_nothing_is_not_left_out() -> None:
    draft = _draft(Verdict("job_alert", Sure.GUESS))
    assert draft.heading == "Not sure what this is." and not draft.is_nothing


def test_a_day_to_answer_an_offer_is_not_their_promise() -> None:
    verdict = replace(OFFER, dates=(Dated(date(2025, 3, 28), "answer", sure=Sure.SURE),))
    facts = _draft(verdict, _candidate()).plan().facts
    assert "promised_by" not in facts and "Answer them by: 28 March 2025" in facts["notes"]


def test_sure_ones_are_sure_in_every_way() -> None:
    sure = Verdict("rejection", Sure.SURE)
    assert _draft(sure, _candidate()).is_sure
    assert not _draft(Verdict("rejection", Sure.FAIRLY), _candidate()).is_sure
    assert not _draft(sure, _candidate(sure=Sure.FAIRLY)).is_sure
    assert not _draft(sure, _candidate("offer_declined")).is_sure
    assert not _draft(Verdict("other", Sure.SURE), _candidate()).is_sure
    assert not _draft(Verdict(UNSURE, Sure.SURE), _candidate()).is_sure
    assert _draft(replace(sure, company=Reading("Kestrel", Sure.SURE))).is_sure
    assert not _draft(replace(sure, company=Reading("Kestrel", Sure.GUESS))).is_sure


def test_only_what_speaks_for_the_news_is_marked() -> None:
    evidence = (
        Evidence("Thank you for applying.", "Thank you for applying", "acknowledgement"),
        Evidence("We decided otherwise.", "decided otherwise", "rejection"),
    )
    text = "Thank you for applying. We decided otherwise."
    shown = quote(replace(LETTER, text=text), Verdict("rejection", Sure.SURE, evidence=evidence), whole=True)
    assert [shown.text[a:b] for a, b in shown.marks] == ["decided otherwise"]
    manners = Verdict("rejection", Sure.SURE, evidence=evidence[:1])
    assert quote(replace(LETTER, text=text), manners, whole=False).marks


def test_the_same_words_are_quoted_once() -> None:
    evidence = (
        Evidence("Thank you for applying to Kestrel", "Thank you for applying", "acknowledgement"),
        Evidence("We have received it.", "have received it", "acknowledgement"),
        Evidence("Thank you for applying to Kestrel for the job.", "thank you for applying", "acknowledgement"),
    )
    shown = quote(LETTER, Verdict("acknowledgement", Sure.SURE, evidence=evidence), whole=False).text
    assert shown == "“Thank you for applying to Kestrel … We have received it.”"


def test_what_everybody_gets_is_pale_and_what_is_theirs_is_not() -> None:
    told = (
        Told("We thank you for your time.", False),
        Told("You were strong, and we wanted deeper Kafka experience.", True),
        Told("We decided otherwise.", False),
    )
    text = "We thank you for\nyour time. You were strong, and we wanted deeper Kafka experience. We decided otherwise."
    letter = replace(LETTER, text=text, subject="We decided otherwise.")
    evidence = (Evidence("We decided otherwise.", "decided otherwise", "rejection"),)
    verdict = Verdict("rejection", Sure.SURE, evidence=evidence, told=told)
    short = quote(letter, verdict, whole=False)
    assert short.text == "“You were strong, and we wanted deeper Kafka experience. … We decided otherwise.”"
    assert [short.text[a:b] for a, b in short.pale] == ["We decided otherwise."]
    whole = quote(letter, verdict, whole=True)
    assert [whole.text[a:b] for a, b in whole.pale] == ["We thank you for\nyour time.", "We decided otherwise."]
    assert whole.pale[1][0] > len(letter.subject), "the subject is not the sentence"
    assert really_says(verdict).startswith("1 sentence is about you")
    assert "Nothing in it is about you" in really_says(replace(verdict, told=told[::2]))
    assert really_says(Verdict("offer", Sure.SURE)) == ""


def test_letters_of_one_new_application_are_called_by_one_name() -> None:
    def of(company: str, role: str, day: int, *candidates: Candidate) -> Draft:
        letter = replace(LETTER, sent=datetime(2025, 1, day))
        named = {"company": Reading(company, Sure.SURE), "role": Reading(role, Sure.SURE)}
        verdict = replace(Verdict("acknowledgement", Sure.SURE), **named)
        letter = replace(letter, sender_name="")
        return propose(letter, verdict, candidates, lambda _key: _known())

    both = tuple(replace(_candidate(sure=Sure.GUESS), application_id=key) for key in (1, 2))
    drafts = [
        of("Orchard Rail GmbH", "", 3), of("Orchard Rail", "Planner", 1), of("Orchard Rail", "Driver", 2),
        of("Kestrel", "Engineer", 4, _candidate()), of("Kestrel", "", 5, *both), of("", "", 6),
    ]  # fmt: skip
    found = [(each.name, each.fresh, len(each.drafts)) for each in groups(drafts)]
    assert found == [
        ("Kestrel, Engineer", False, 1), ("Orchard Rail, Driver", True, 1), ("Orchard Rail, Planner", True, 2),
        ("Not clear where it belongs", False, 2),
    ]  # fmt: skip
    assert {(each.company, each.title) for each in drafts[:2]} == {("Orchard Rail", "Planner")}
    assert [each.letter.sent.day for each in sure_ones(groups(drafts)) if each.letter.sent] == [4, 2, 1, 3]
