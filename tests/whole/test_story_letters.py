"""An email comes in, is understood in words, accepted, undone: by drop, menu, paste, command line and hand-over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QRadioButton

from afterword.screen.pieces.labels import Marked
from whole import given, sight
from whole.person import Person

OFFER = (
    "Dear Noa,\n\nWe are delighted to offer you the position of Data Engineer at Bramble Energy. "
    "Please find the contract attached.\n\nBest regards,\nTom Reed\nBramble Energy\n"
)


@pytest.fixture
def no(tmp_path: Path) -> Path:
    """The refusal, as a file."""
    path = tmp_path / "refusal.eml"
    path.write_bytes(given.a_letter())
    return path


def _open(person: Person, path: Path) -> None:
    person.chooses_menu("File", "Add email or file…")
    person.names_file(path)


def _open_by_key(person: Person, path: Path) -> None:
    person.presses("Ctrl+O")
    person.names_file(path)


def _paste(keys: str) -> Callable[[Person, Path], None]:
    def way(person: Person, path: Path) -> None:
        head = "From: Mira Holt <mira.holt@kestrelhealth.example>\nSubject: Your application"
        person.copies(f"{head}\n\n{given.REFUSAL}")
        person.chooses("Halden Bank")
        person.presses(keys)

    return way


def _paste_html(person: Person, path: Path) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in given.REFUSAL.split("\n\n"))
    person.copies(given.REFUSAL, f"<div><style>p {{color: red}}</style>{paragraphs}</div>")
    person.chooses_menu("Edit", "Paste as email")


def _drop_text(person: Person, path: Path) -> None:
    mime = QMimeData()
    mime.setText(given.REFUSAL)
    mime.setHtml(f"<p>{given.REFUSAL}</p>")
    person.drops_data(mime)


WAYS: dict[str, Callable[[Person, Path], None]] = {
    "dropped anywhere": lambda person, path: person.drops([path]),
    "dropped on its row": lambda person, path: person.drops([path], on="Kestrel Health"),
    "dropped on the find field": lambda person, path: person.drops([path], on=person.window.list.find_field),
    "dropped on the sidebar": lambda person, path: person.drops([path], on=person.window.sidebar),
    "marked text dropped": _drop_text,
    "menu": _open,
    "Ctrl+O": _open_by_key,
    "Ctrl+V": _paste("Ctrl+V"),
    "Ctrl+Shift+V": _paste("Ctrl+Shift+V"),
    "pasted web page": _paste_html,
    "handed over": lambda person, path: person.window.receive([str(path)]),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_refusal_comes_in_and_is_accepted_and_undone(noa: Person, no: Path, way: str) -> None:
    kept = no.read_bytes()
    before = given.everything(noa.window.desk.journal)
    WAYS[way](noa, no)
    noa.sees("Sorry. This looks like a no.")
    noa.sees("Kestrel Health")
    assert noa.window.list.find_field.text() == "", "the find field took what was dropped"
    assert given.everything(noa.window.desk.journal) == before, "something changed before it was accepted"
    assert "another candidate" in _marked(noa) or "Unfortunately" in _marked(noa)

    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "Kestrel Health marked")
    noa.sees("Kestrel Health is marked Not this time.")
    noa.presses("Ctrl+Z")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "wait", "waiting again")
    assert given.everything(noa.window.desk.journal) == before
    noa.presses("Ctrl+Shift+Z")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "marked again")
    assert no.read_bytes() == kept


def _marked(person: Person) -> str:
    """The words that are marked as evidence."""
    found = [each for each in sight.every(person.window.post.review) if isinstance(each, Marked)]
    return " ".join(each.text()[start:end] for each in found for start, end in each._marks)


def test_an_email_given_on_the_command_line(qapp: object, tmp_path: Path, no: Path) -> None:
    person = Person(tmp_path / "noa")
    given.a_spring(person.here.journal)
    person.starts(no)
    try:
        person.sees("Sorry. This looks like a no.")
        person.clicks("Accept")
        person.until(lambda: person.row("Kestrel Health").outcome == "no", "marked")
        person.clicks("Undo")
        person.until(lambda: person.row("Kestrel Health").outcome == "wait", "waiting")
    finally:
        person.goes_home()


def test_not_now_keeps_it_unfiled_and_it_is_opened_again(noa: Person, no: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Esc")
    noa.sees("Kept under Unfiled emails.")
    assert noa.row("Kestrel Health").outcome == "wait"
    noa.clicks("Unfiled emails, 1") if sight.button(noa.window, "Unfiled emails, 1") else noa.clicks("Unfiled emails")
    noa.sees("Your application at Kestrel Health")
    noa.clicks("Read it again")
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "marked")
    noa.does_not_see("Unfiled emails")


def test_an_unfiled_email_is_let_go_and_brought_back(noa: Person, no: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.clicks("Not now")
    noa.chooses_menu("Go", "Unfiled emails")
    rows = len(noa.rows())
    for let_go in (lambda: noa.clicks("Let it go"), lambda: noa.presses("Del")):
        let_go()
        noa.sees("Nothing here. Emails that you put aside with Not now wait here.")
        noa.presses("Ctrl+Z")
        noa.sees("Your application at Kestrel Health")
    assert len(noa.rows()) == rows, "the key took a row of the table that nobody sees"


def test_the_same_email_twice_is_already_here(noa: Person, no: Path, tmp_path: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "marked")
    after = given.everything(noa.window.desk.journal)
    noa.drops([no])
    noa.sees("Already here")
    copy = tmp_path / "copy of it.txt"
    copy.write_bytes(no.read_bytes().replace(b"Message-ID", b"X-Old-ID"))
    noa.drops([copy])
    noa.settle(50)
    noa.sees("Already here")
    assert not noa.window.post.is_reviewing
    assert given.everything(noa.window.desk.journal) == after


def test_what_was_understood_is_changed_in_place(noa: Person, no: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.presses("E")
    noa.sees("Done changing")
    assert noa.focus == "What it is"
    noa.presses("Tab", "Tab")
    assert noa.focus == "Outcome"
    noa.types("Withd")
    noa.presses("Tab")
    assert noa.focus == "Answered on"
    noa.types("17")
    noa.presses("Enter")
    noa.sees("Mon 17 Mar")
    noa.sees("Withdrew")
    noa.clicks("Accept")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "withdrew", "marked Withdrew")


def test_enter_in_a_field_ends_the_change_and_a_second_one_accepts(noa: Person, no: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.presses("E")
    while noa.focus != "Answered on":
        noa.presses("Tab")
    noa.types("e")
    noa.sees("Done changing")
    noa.presses("Enter")
    noa.does_not_see("Done changing")
    assert noa.row("Kestrel Health").outcome == "wait"
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "accepted")


def test_an_unknown_company_becomes_a_new_application_that_can_be_named(noa: Person, tmp_path: Path) -> None:
    letter = tmp_path / "orchard.eml"
    letter.write_bytes(
        given.a_letter(
            given.REFUSAL.replace("Kestrel Health", "Orchard Rail"), "Your application at Orchard Rail",
            "Orchard Rail Careers <careers@orchardrail.example>",
        )
    )  # fmt: skip
    noa.drops([letter])
    noa.sees("Nothing here fits, so a new application is made.")
    noa.presses("E")
    noa.writes("Company", "Orchard Railways")
    noa.presses("Enter")
    noa.presses("Enter")
    noa.until(lambda: noa.rows("Orchard Railways"), "the new application")
    assert noa.row("Orchard Railways").outcome == "no"


def test_two_applications_that_fit_are_a_question(noa: Person, tmp_path: Path) -> None:
    letter = tmp_path / "tessera.eml"
    text = (
        "Dear Noa,\n\nThank you for your application. Unfortunately, we have decided to move forward with other "
        "candidates.\n\nThe team at Tessera\n"
    )
    letter.write_bytes(given.a_letter(text, "Your application", "Tessera Hiring <jobs@tessera.example>"))
    noa.drops([letter])
    noa.sees("Sorry. This looks like a no.")
    radios = [each for each in sight.every(noa.window.post.review) if isinstance(each, QRadioButton)]
    assert len(radios) >= 3, [each.text() for each in radios]
    assert not any(each.isChecked() for each in radios)
    before = given.everything(noa.window.desk.journal)
    noa.presses("Enter")
    noa.sees("Choose one first.")
    assert given.everything(noa.window.desk.journal) == before
    radios = [each for each in sight.every(noa.window.post.review) if isinstance(each, QRadioButton)]
    chosen = next(each for each in radios if "Analytics Engineer" in each.text())
    noa.points_at(chosen)
    noa.presses("Enter")
    noa.until(
        lambda: {row.title: row.outcome for row in noa.rows("Tessera")}.get("Analytics Engineer") == "no",
        "the Analytics Engineer marked",
    )
    assert {row.title: row.outcome for row in noa.rows("Tessera")}["Data Engineer"] == "wait"


def test_several_emails_one_after_the_other(noa: Person, no: Path, tmp_path: Path) -> None:
    offer, odd = tmp_path / "offer.eml", tmp_path / "odd.eml"
    offer.write_bytes(
        given.a_letter(OFFER, "Offer: Data Engineer at Bramble Energy", "Tom Reed <tom@brambleenergy.example>")
    )
    odd.write_bytes(given.a_letter("See you on Sunday, bring cake.\n", "Sunday", "Ada <ada@friends.example>"))
    noa.drops([no, offer, odd])
    noa.sees("Email 1 of 3")
    noa.presses("Alt+Right")
    noa.sees("This looks like an offer.")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Bramble Energy").outcome == "offer", "an offer")
    noa.sees("of 3")
    noa.clicks("Next one")
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Enter")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "a no")
    noa.presses("Esc")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")


def test_two_emails_of_one_unknown_company_are_about_one_application(noa: Person, tmp_path: Path) -> None:
    first, second = tmp_path / "1.eml", tmp_path / "2.eml"
    sender = "Orchard Rail Careers <careers@orchardrail.example>"
    thanks = "Dear Noa,\n\nThank you for applying to Orchard Rail. We have received your application.\n\nOrchard Rail\n"
    first.write_bytes(given.a_letter(thanks, "We received your application to Orchard Rail", sender))
    no = given.REFUSAL.replace("Kestrel Health", "Orchard Rail")
    second.write_bytes(given.a_letter(no, "Your application at Orchard Rail", sender))
    noa.drops([first, second])
    noa.sees("Email 1 of 2")
    noa.presses("Enter")
    noa.until(lambda: noa.rows("Orchard Rail"), "the new application")
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Enter")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")
    assert [row.outcome for row in noa.rows("Orchard Rail")] == ["no"]


def test_what_was_undone_is_nothing_a_waiting_email_belongs_to(noa: Person, tmp_path: Path) -> None:
    first, second = tmp_path / "1.eml", tmp_path / "2.eml"
    sender = "Orchard Rail Careers <careers@orchardrail.example>"
    thanks = "Dear Noa,\n\nThank you for applying to Orchard Rail. We have received your application.\n\nOrchard Rail\n"
    first.write_bytes(given.a_letter(thanks, "We received your application to Orchard Rail", sender))
    no = given.REFUSAL.replace("Kestrel Health", "Orchard Rail")
    second.write_bytes(given.a_letter(no, "Your application at Orchard Rail", sender))
    noa.drops([first, second])
    noa.sees("Email 1 of 2")
    noa.presses("Enter")
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Ctrl+Z")
    noa.sees("Nothing here fits, so a new application is made.")
    noa.presses("Enter")
    noa.until(lambda: [row.outcome for row in noa.rows("Orchard Rail")] == ["no"], "one application, with a no")


def test_all_sure_ones_at_once(noa: Person, no: Path, tmp_path: Path) -> None:
    other, odd = tmp_path / "other.eml", tmp_path / "odd.eml"
    text = given.REFUSAL.replace("Kestrel Health", "Bramble Energy").replace("Data Platform Engineer", "Data Engineer")
    other.write_bytes(given.a_letter(text, "Your application", "Bramble Energy <jobs@brambleenergy.example>"))
    odd.write_bytes(given.a_letter("See you on Sunday, bring cake.\n", "Sunday", "Ada <ada@friends.example>"))
    noa.drops([odd, no, other])
    noa.sees("Email 1 of 3")
    noa.clicks("Accept all sure ones")
    noa.sees("2 emails accepted.")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "a no")
    assert noa.row("Bramble Energy").outcome == "no"
    assert noa.window.post.is_reviewing, "the odd one is still asked about"
    noa.presses("Esc")


def test_a_time_they_propose_becomes_an_interview(noa: Person, tmp_path: Path) -> None:
    letter = tmp_path / "invitation.eml"
    text = (
        "Dear Noa,\n\nWe would like to invite you to a technical interview on Thursday, 27 March 2025 at 14:30.\n\n"
        "Best regards,\nTom Reed\nBramble Energy\n"
    )
    letter.write_bytes(given.a_letter(text, "Interview at Bramble Energy", "Tom Reed <tom@brambleenergy.example>"))
    noa.drops([letter], on="Bramble Energy")
    noa.sees("They propose a time.")
    noa.presses("Enter")
    noa.until(lambda: any(row.at == datetime(2025, 3, 27, 14, 30) for row in noa.rows("Bramble Energy")), "the time")


def test_a_file_dropped_on_a_row_is_kept_with_it(noa: Person, tmp_path: Path) -> None:
    cv = tmp_path / "CV.pdf"
    cv.write_bytes(b"%PDF-1.4 not really\n")
    noa.drops([cv], on="Kestrel Health")
    noa.sees("CV.pdf is kept with Kestrel Health.")
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+I")
    noa.sees("CV.pdf")
    noa.presses("Esc", "Ctrl+Z")
    noa.presses("Ctrl+I")
    noa.does_not_see("CV.pdf  (")
    noa.presses("Esc")


def test_their_answer_stays_folded_until_it_is_wanted(noa: Person, no: Path) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    noa.clicks("Whole email")
    noa.sees("We wish you all the best.")
    noa.presses("Enter")
    noa.sees("You don’t have to read it again.")
    noa.does_not_see("We wish you all the best.")
    noa.clicks("Unfold")
    noa.sees("We wish you all the best.")


def test_the_first_email_of_an_empty_journal_makes_the_first_row(newcomer: Person, no: Path) -> None:
    newcomer.drops([no])
    newcomer.sees("Sorry. This looks like a no.")
    newcomer.presses("Enter")
    newcomer.until(lambda: newcomer.rows("Kestrel Health"), "the first row")
    newcomer.presses("Ctrl+Z")
    newcomer.sees("Every interview leaves something behind.")


def test_an_email_dropped_on_the_editor_leaves_the_words(noa: Person, no: Path) -> None:
    noa.chooses("Bramble Energy")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Why here?")
    noa.drops([no], on=sight.field(noa.window, "Which question stayed with you?"))
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Esc")
    noa.chooses("Bramble Energy")
    noa.sees("Why here?")


@pytest.mark.parametrize("leave", ["quit", "sample"])
def test_a_letter_under_review_outlives_the_window(noa: Person, no: Path, leave: str) -> None:
    noa.drops([no])
    noa.sees("Sorry. This looks like a no.")
    if leave == "quit":
        noa.quits()
        noa.starts()
    else:
        noa.chooses_menu("File", "Look around in a made-up search")
        noa.comes_in()
        noa.clicks("Leave it")
        noa.comes_in()
    noa.sees("Unfiled emails")
