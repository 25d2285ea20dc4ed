"""What a person corrects about a letter is used for the next one, and can be seen and forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox

from whole import given, sight
from whole.person import Person

ODD = "Hello Noa,\n\nThe river has chosen another boat this season, and yours stays at the pier.\n\nIda Fenn\n"


def _mail(folder: Path, name: str, text: str, sender: str, subject: str = "The river") -> Path:
    path = folder / name
    path.write_bytes(given.a_letter(text, subject, sender))
    return path


def _say_what_it_is(person: Person, name: str) -> None:
    person.presses("E")
    person.until(lambda: person.focus == "What it is", "the first field")
    box = next(
        each for each in sight.every(person.window.post.review)
        if isinstance(each, QComboBox) and each.accessibleName() == "What it is"
    )  # fmt: skip
    number = next(n for n in range(box.count()) if box.itemText(n) == name)
    box.setCurrentIndex(number)
    box.activated.emit(number)
    person.settle()


def test_a_kind_that_was_corrected_is_known_the_next_time(noa: Person, tmp_path: Path) -> None:
    noa.drops([_mail(tmp_path, "1.eml", ODD, "Ida Fenn <ida@pellworm.example>")], on="Pellworm Data")
    noa.sees("From one email")
    _say_what_it_is(noa, "A no")
    noa.sees("Sorry. This looks like a no.")
    noa.sees("Because you said what it is.")
    assert noa.focus == "What it is", "the keyboard stays where it was"
    noa.clicks("Remember the sentence that says so")
    noa.presses("Esc")
    noa.clicks("Accept")
    noa.until(lambda: not noa.window.post.is_reviewing, "the end of the review")

    noa.chooses_menu("Go", "What Afterword has learned from you")
    noa.sees("yours stays at the pier.” means: A no")
    again = _mail(tmp_path, "2.eml", ODD.replace("Noa", "again"), "Ida Fenn <ida@kestrelhealth.example>")
    noa.drops([again], on=noa.window.rooms.learned)
    noa.sees("Sorry. This looks like a no.")
    noa.presses("Esc")

    noa.chooses_menu("Go", "What Afterword has learned from you")
    noa.presses("Del")
    noa.sees("Nothing yet. When you change what a letter is")
    noa.presses("Ctrl+Z")
    noa.sees("means: A no")
    noa.clicks("Forget this")
    noa.sees("Nothing yet.")


def test_a_company_that_was_corrected_is_known_by_its_sender(noa: Person, tmp_path: Path) -> None:
    text = given.REFUSAL.replace("Kestrel Health", "")
    noa.drops([_mail(tmp_path, "1.eml", text, "OrchTalent <jobs@orchrail.example>", "Your application")])
    noa.sees("Nothing here fits, so a new application is made.")
    noa.presses("E")
    noa.writes("Company", "Orchard Rail")
    noa.presses("Enter")
    noa.presses("Enter")
    noa.until(lambda: noa.rows("Orchard Rail"), "the new application")
    noa.chooses_menu("Go", "What Afterword has learned from you")
    noa.sees("Emails from orchrail.example are from Orchard Rail.")
    later = _mail(tmp_path, "2.eml", text + "\nOnce more.\n", "OrchTalent <jobs@orchrail.example>", "Your application")
    noa.drops([later])
    noa.until(lambda: noa.window.post.is_reviewing, "a review")
    assert noa.window.post.review._draft is not None
    assert noa.window.post.review._draft.verdict.company.value == "Orchard Rail"
    noa.presses("Esc")


def test_the_page_of_what_was_learned_goes_back_by_key(noa: Person) -> None:
    noa.chooses_menu("Go", "What Afterword has learned from you")
    noa.sees("Nothing yet.")
    noa.presses("Alt+Left")
    assert noa.window.place == "interviews"
