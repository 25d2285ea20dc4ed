"""The card: each kind of news in plain words, what would change, and every value of it correctable."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from afterword.journal import applications, letters
from afterword.screen.pieces.labels import Marked
from whole import given, sight
from whole.person import Person

TESSERA = "Tessera Hiring <jobs@tessera.example>"
BOTH = (
    "Dear Noa,\n\nUnfortunately, we will not be moving forward with your application for the Data Engineer role. "
    "However, we would like to invite you to an interview for the Analytics Engineer role on Thursday, 27 March 2025 "
    "at 10:00.\n\nTessera Hiring\n"
)
OFFER = (
    "Dear Noa,\n\nWe are delighted to offer you the position of Data Engineer at Bramble Energy. Your salary will be "
    "EUR 65,000 per year. The role is hybrid and based in Leeds.\n\nTom Reed\nBramble Energy\n"
)
KAFKA = (
    "Dear Noa,\n\nThank you for the time you took to speak with us. We wish you every success. Unfortunately, we have "
    "decided not to move forward with your application. You were strong on modelling, but we were looking for deeper "
    "Kafka experience.\n\nMira Holt\nKestrel Health\n"
)


def _mail(folder: Path, text: str, subject: str, sender: str, sent: datetime | None = None) -> Path:
    path = folder / "mail.eml"
    path.write_bytes(given.a_letter(text, subject, sender, sent or datetime(2025, 3, 18, 9, 12)))
    return path


def _text_of(person: Person) -> Marked:
    return next(each for each in sight.every(person.window.post.review) if isinstance(each, Marked))


def _pick(person: Person, name: str, text: str) -> None:
    """Choose an entry of a list by its name."""
    box = next(
        each for each in sight.every(person.window.post.review)
        if isinstance(each, QComboBox) and each.accessibleName() == name
    )  # fmt: skip
    number = next(n for n in range(box.count()) if text in box.itemText(n))
    box.setCurrentIndex(number)
    box.activated.emit(number)
    person.settle()


def test_a_no_and_an_invitation_in_one_email_are_accepted_each_for_its_own_job(noa: Person, tmp_path: Path) -> None:
    before = given.everything(noa.window.desk.journal)
    noa.drops([_mail(tmp_path, BOTH, "Your applications at Tessera", TESSERA)])
    noa.sees("1 of 2 things in one email")
    noa.sees("Sorry. This looks like a no.")
    assert "27 March" not in _text_of(noa).text()
    noa.presses("Enter")
    noa.sees("2 of 2 things in one email")
    noa.sees("They propose a time.")
    rows = {row.title: row.outcome for row in noa.rows("Tessera")}
    assert rows == {"Data Engineer": "no", "Analytics Engineer": "wait"}
    noa.presses("Enter")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    found = {row.title: (row.outcome, row.at) for row in noa.rows("Tessera")}
    assert found["Analytics Engineer"] == ("soon", datetime(2025, 3, 27, 10))
    assert found["Data Engineer"][0] == "no"
    noa.presses("Ctrl+Z", "Ctrl+Z")
    assert given.everything(noa.window.desk.journal) == before


def test_what_is_put_aside_waits_with_all_its_news(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, BOTH, "Your applications at Tessera", TESSERA)])
    noa.sees("1 of 2 things in one email")
    noa.presses("Esc")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    noa.chooses_menu("Go", "Unfiled emails")
    noa.clicks("Read it again")
    noa.sees("1 of 2 things in one email")
    noa.presses("Esc")


def test_what_is_no_job_mail_is_left_out_and_nothing_is_kept(noa: Person, tmp_path: Path) -> None:
    before = given.everything(noa.window.desk.journal)
    noa.drops([_mail(tmp_path, "Dinner on Sunday at seven? Bring cake.\n", "Sunday", "Ada <ada@friends.example>")])
    noa.sees("This does not look like job mail.")
    noa.presses("Enter")
    noa.sees("Left out. The email itself has not been touched.")
    assert given.everything(noa.window.desk.journal) == before
    noa.does_not_see("Unfiled emails")


def test_what_is_no_job_mail_is_attached_by_hand(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, "Dinner on Sunday at seven? Bring cake.\n", "Sunday", "Ada <ada@friends.example>")])
    noa.sees("This does not look like job mail.")
    noa.clicks("Attach it")
    _pick(noa, "Another one of mine", "Halden Bank")
    noa.clicks("Accept")
    noa.sees("Kept with Halden Bank.")
    row = noa.row("Halden Bank")
    assert row.outcome == "no"
    kept = letters.of(noa.window.desk.journal, row.application_id)
    assert [each.subject for each in kept] == ["Sunday"]


def test_facts_of_an_offer_are_corrected_in_place_and_kept(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, OFFER, "Offer: Data Engineer", "Tom Reed <tom@brambleenergy.example>")])
    noa.sees("This looks like an offer.")
    noa.sees("65,000 EUR a year")
    noa.presses("E")
    noa.writes("Pay they offered", "68,000 EUR a year")
    noa.writes("Place", "York")
    noa.presses("Enter")
    noa.sees("68,000 EUR a year")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Bramble Energy").outcome == "offer", "the offer")
    fact = applications.fact(noa.window.desk.journal, noa.row("Bramble Energy").application_id)
    assert (fact.pay_offered, fact.location, fact.work_mode) == ("68,000 EUR a year", "York", "hybrid")
    assert "Tom Reed" in fact.people
    noa.presses("Ctrl+Z")
    fact = applications.fact(noa.window.desk.journal, fact.id)
    assert (fact.pay_offered, fact.location, fact.people) == ("", "", "")


def test_a_double_click_on_a_value_makes_it_a_field(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, OFFER, "Offer: Data Engineer", "Tom Reed <tom@brambleenergy.example>")])
    noa.sees("This looks like an offer.")
    shown = next(
        each for each in sight.every(noa.window.post.review) if isinstance(each, QLabel) and each.text() == "Leeds"
    )
    sight.bring_into_sight(shown)
    noa.settle()
    QTest.mouseDClick(shown, Qt.MouseButton.LeftButton)
    noa.until(lambda: noa.focus == "Place", "the field of the place")
    noa.presses("Esc", "Esc")


def test_a_fact_that_is_unticked_is_not_kept(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, OFFER, "Offer: Data Engineer", "Tom Reed <tom@brambleenergy.example>")])
    noa.sees("This looks like an offer.")
    noa.clicks("Place: Leeds")
    noa.clicks("Accept")
    noa.until(lambda: noa.row("Bramble Energy").outcome == "offer", "the offer")
    assert applications.fact(noa.window.desk.journal, noa.row("Bramble Energy").application_id).location == ""


def test_what_a_no_really_says_stands_apart_from_what_everybody_gets(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, KAFKA, "Your application", "Mira Holt <mira.holt@kestrelhealth.example>")])
    noa.sees("What this letter really says")
    noa.sees("1 sentence is about you or this job.")
    noa.sees("You were strong on modelling, but we were looking for deeper Kafka experience.")
    noa.clicks("Whole email")
    shown = _text_of(noa)
    grey = [shown.text()[a:b] for a, b in shown._pale]
    assert any("We wish you every success" in each for each in grey)
    assert not any("Kafka" in each for each in grey)
    noa.clicks("What they said: You were strong on modelling, but we were looking for deeper Kafka experience.")
    noa.clicks("Accept")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "the no")
    fact = applications.fact(noa.window.desk.journal, noa.row("Kestrel Health").application_id)
    assert fact.reason_text == "You were strong on modelling, but we were looking for deeper Kafka experience."


def test_a_no_without_a_reason_says_so(noa: Person, tmp_path: Path) -> None:
    text = "Dear Noa,\n\nWe regret to inform you that we will not be proceeding with your application.\n\nKestrel\n"
    noa.drops([_mail(tmp_path, text, "Your application", "Kestrel Health <jobs@kestrelhealth.example>")])
    noa.sees("Nothing in it is about you or this job.")
    noa.sees("No reason given")
    noa.presses("Esc")


def test_an_email_from_before_the_end_opens_nothing_again(noa: Person, tmp_path: Path) -> None:
    text = (
        "Dear Noa,\n\nWe would like to invite you to a technical interview for the Platform Engineer role on Thursday, "
        "27 February 2025 at 10:00.\n\nHalden Bank\n"
    )
    sender = "Jo Lee <jo@haldenbank.example>"
    noa.drops([_mail(tmp_path, text, "Interview at Halden Bank", sender, datetime(2025, 2, 20, 9, 0))])
    noa.until(lambda: noa.window.post.is_reviewing, "the review")
    noa.presses("Enter")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    assert {row.outcome for row in noa.rows("Halden Bank")} <= {"no", "passed"}
    assert {row.status for row in noa.rows("Halden Bank")} == {"rejected"}


@pytest.mark.parametrize("where", ["dropped", "on its row"])
def test_an_interview_that_is_called_off_is_cancelled_and_nothing_else(
    noa: Person, tmp_path: Path, where: str
) -> None:
    text = "Dear Noa,\n\nWe are sorry, but we have to cancel your interview on 20 March 2025.\n\nDana Roe\n"
    path = _mail(tmp_path, text, "Interview cancelled", "Dana Roe <dana@northwindanalytics.example>")
    noa.drops([path], on="Northwind Analytics" if where == "on its row" else None)
    noa.sees("They cancel the interview.")
    noa.presses("Enter")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    row = noa.row("Northwind Analytics")
    assert row.status == "in_process"
    noa.presses("Ctrl+Z")
    noa.until(lambda: noa.row("Northwind Analytics").outcome == "soon", "as before")


def test_no_is_never_red_and_the_day_of_the_answer_is_theirs(noa: Person, tmp_path: Path) -> None:
    sent = datetime(2025, 3, 14, 17, 0)
    noa.drops([_mail(tmp_path, KAFKA, "Your application", "Mira Holt <mira.holt@kestrelhealth.example>", sent)])
    noa.sees("Sorry. This looks like a no.")
    tones = {each.property("tone") for each in noa.window.post.review.findChildren(QLabel)}
    assert "danger" not in tones
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "the no")
    assert noa.row("Kestrel Health").since == date(2025, 3, 14)
