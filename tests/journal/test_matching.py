"""Which application a letter belongs to, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from afterword.journal import applications, interviews, letters, matching
from afterword.journal.names import Alike, company_key, compare_companies, compare_roles, mentioned
from afterword.journal.stories import Candidate
from afterword.mail.letter import Letter, Verdict
from person import Person, letter, verdict


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Person]:
    with Person(tmp_path, datetime(2025, 3, 18, 9, 0)) as person:
        yield person


def best(me: Person, one: Letter, found: Verdict) -> Candidate:
    return matching.candidates(me.journal, one, found)[0]


def test_same_sender_and_same_role(me: Person) -> None:
    me.applied_to("Halden Bank", "Data Engineer")
    talk = me.met("Halden Bank", title="Platform Engineer", days_ago=19)
    application = interviews.story(me.journal, talk).application.id
    me.do(letters.keep, letter("Shall we talk?"), verdict("interview_invitation"), application)
    found = best(me, letter("No."), verdict("rejection", "Halden Bank", "Platform Engineer (m/w/d)"))
    assert (found.application_id, found.interview_id, found.stage, found.sure) == (application, talk, "technical", 3)
    assert found.because == "Same sender as your invitation; names the same role."


def test_only_the_company_is_named_and_there_is_one_application(me: Person) -> None:
    application = me.applied_to("Halden Bank GmbH", days_ago=4)
    found = best(me, letter(), verdict("rejection", "HALDEN BANK"))
    assert (found.application_id, found.interview_id, found.sure) == (application, None, 2)
    assert found.because == "Names Halden Bank GmbH." and found.on is not None and found.on.day == 14


def test_of_two_at_one_company_the_open_one_comes_first_and_it_is_said(me: Person) -> None:
    closed = me.applied_to("Halden Bank", "Data Engineer")
    me.do(applications.move, closed, "rejected")
    older = me.applied_to("Halden Bank", "Platform Engineer", days_ago=30)
    first, second = matching.candidates(me.journal, letter(), verdict("rejection", "Halden Bank"))
    assert (first.application_id, second.application_id) == (older, closed)
    assert first.because == "Names Halden Bank; the only one still open." and second.sure == 1


def test_two_alike_are_never_sure(me: Person) -> None:
    for days in (3, 9):
        me.applied_to("Halden Bank", "Platform Engineer", days_ago=days)
    one, two = matching.candidates(me.journal, letter(), verdict("rejection", "Halden Bank", "Platform Engineer"))
    assert one.sure == two.sure == 2
    assert one.on is not None and two.on is not None and one.on > two.on, "the most recent one first"


def test_senior_is_not_staff(me: Person) -> None:
    staff = me.applied_to("Halden Bank", "Staff Engineer")
    senior = me.applied_to("Halden Bank", "Senior Engineer", days_ago=20)
    first, second = matching.candidates(me.journal, letter(), verdict("rejection", "Halden Bank", "Sr. Engineer"))
    assert (first.application_id, first.sure) == (senior, 3)
    assert (second.application_id, second.sure) == (staff, 1) and "another level" in second.because


def test_the_number_of_the_job_beats_everything(me: Person) -> None:
    me.applied_to("Halden Bank", "Platform Engineer")
    numbered = me.do(applications.add, "Halden Group", "Operator", ad_text="Requisition ID: R-204417. We look for")
    one = letter("Your application for Platform Engineer (Req. R-204417) was not chosen.")
    found = best(me, one, verdict("rejection", "Halden Bank", "Platform Engineer"))
    assert (found.application_id, found.sure) == (numbered, 3)
    assert found.because.startswith("Names the job's number, R-204417")


def test_a_company_that_the_text_names_on_whole_words(me: Person) -> None:
    bank, short = me.applied_to("Halden Bank"), me.applied_to("HP")
    one = letter("Our client, Halden Bank, chose somebody else.", sender="a@agency.example", name="Agency")
    (found,) = matching.candidates(me.journal, one, verdict("rejection"))
    assert (found.application_id, found.sure, found.because) == (bank, 1, "Mentions Halden Bank.")
    two = letter("HP thanks you. It was cheap.", sender="a@agency.example", name="Agency")
    assert [each.application_id for each in matching.candidates(me.journal, two, verdict("rejection"))] == [short]
    three = letter("Cheap php, hp-ux.", sender="a@agency.example", name="Agency")
    assert matching.candidates(me.journal, three, verdict("rejection")) == ()


def test_a_host_that_writes_for_many_is_no_company(me: Person) -> None:
    host = "no-reply@us.greenhouse-mail.io"
    halden, fjord = me.applied_to("Halden Bank"), me.applied_to("Fjordline")
    for application, name in ((halden, "Halden Bank Recruiting"), (fjord, "Fjordline Recruiting")):
        me.do(letters.keep, letter(name, sender=host, name=name), verdict("acknowledgement"), application)
    found = matching.candidates(
        me.journal, letter("Sorry.", sender=host, name="Fjordline Recruiting", subject="News"), verdict("rejection")
    )
    assert [each.application_id for each in found] == [fjord]
    strange = letter("Sorry.", sender=host, name="Nobody", subject="News")
    assert matching.candidates(me.journal, strange, verdict("rejection")) == ()


def test_a_host_that_wrote_for_three_companies_is_learned(me: Person) -> None:
    for company in ("Halden Bank", "Fjordline", "Lumen Retail"):
        one = letter(company, sender="talent@hire.example", name=company)
        me.do(letters.keep, one, verdict("acknowledgement"), me.applied_to(company))
    strange = letter("Sorry.", sender="talent@hire.example", name="Tessera Maps", subject="News")
    assert matching.candidates(me.journal, strange, verdict("rejection")) == ()


def test_an_answer_is_about_an_interview_that_was_held_before_it(me: Person) -> None:
    first = me.met("Halden Bank", "recruiter_screen", days_ago=16)
    me.do(interviews.note, "Halden Bank", "Platform Engineer", "technical", datetime(2025, 3, 25, 10))
    assert best(me, letter(), verdict("rejection", "Halden Bank")).interview_id == first


def test_nothing_fits_nothing_is_offered(me: Person) -> None:
    me.applied_to("Halden Bank")
    one = letter("Sorry.", sender="jobs@other.example", name="Other", subject="News")
    assert matching.candidates(me.journal, one, verdict("rejection", "Other", "Platform Engineer")) == ()
    removed = me.applied_to("Fjordline")
    me.do(applications.remove, removed)
    assert matching.candidates(me.journal, one, verdict("rejection", "Fjordline")) == ()


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("Acme Inc.", "ACME", Alike.SAME),
    ("Acme GmbH & Co. KG", "Acme", Alike.SAME),
    ("Acme Technologies Ltd", "Acme", Alike.SAME),
    ("Élan Vital S.A.S.", "Elan Vital", Alike.SAME),
    ("Naranja S.L.", "Naranja", Alike.SAME),
    ("株式会社ガイア", "株式会社ガイア", Alike.SAME),
    ("株式会社ガイア", "株式会社カイア", Alike.OTHER),
    ("Halden Bank", "Halden", Alike.NEAR),
    ("Natural", "Natural Spa", Alike.NEAR),
    ("HP", "HP Hood", Alike.OTHER),
    ("Group", "Holding", Alike.OTHER),
    ("Halden Bank", "Halton Bank", Alike.OTHER),
])  # fmt: skip
def test_company_names(one: str, other: str, alike: Alike) -> None:
    assert compare_companies(company_key(one), company_key(other)) is alike
    assert compare_companies(company_key(other), company_key(one)) is alike


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("Senior Data Engineer", "data engineer, senior", Alike.SAME),
    ("Sr. Data Engineer (f/m/d)", "Senior Data Engineer", Alike.SAME),
    ("Senior Data Engineer", "Staff Data Engineer", Alike.LEVEL),
    ("Data Engineer", "Senior Data Engineer", Alike.LEVEL),
    ("Data Platform Engineer", "Data Engineer", Alike.NEAR),
    ("Data Engineer", "Cook", Alike.OTHER),
    ("", "Cook", Alike.OTHER),
])  # fmt: skip
def test_roles(one: str, other: str, alike: Alike) -> None:
    assert compare_roles(one, other) is alike


def test_a_word_that_happens_to_be_a_name_must_be_written_like_one() -> None:
    assert not mentioned("Next", "What happens next? The next step.")
    assert mentioned("Next", "Everybody at Next thanks you.")
    assert mentioned("Gaia 株式会社", "gaia 株式会社 より") and mentioned("株式会社ガイア", "弊社株式会社ガイアは")


def test_the_right_one_is_found_among_many_companies(me: Person) -> None:
    stamp = "2025-01-01T00:00:00Z"
    names = [(number, stamp, stamp, f"Company {number} {'GmbH' if number % 2 else 'Ltd'}") for number in range(20_000)]
    with me.journal.database.atomic():
        me.journal.connection.executemany(
            "INSERT INTO company (id, created_at, updated_at, name) VALUES (?, ?, ?, ?)", names
        )
    application = me.applied_to("Halden Bank")
    one, found = letter("Thank you. " * 200), verdict("rejection", "Halden Bank")
    assert best(me, one, found).application_id == application
