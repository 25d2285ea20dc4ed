"""Yesterday's interview is noted in two minutes, from the keyboard, and is there the next time."""

from __future__ import annotations

import pytest

from whole.person import Person


def _enter(person: Person) -> None:
    person.presses("Tab")
    while person.focus != "Note an interview":
        person.presses("Tab")
    person.presses("Enter")


WAYS = {
    "mouse": lambda person: person.clicks("Note an interview"),
    "enter": _enter,
    "key": lambda person: person.presses("Ctrl+N"),
    "menu": lambda person: person.chooses_menu("File", "New interview"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_first_interview_is_begun_in_every_way(newcomer: Person, way: str) -> None:
    newcomer.sees("Every interview leaves something behind.")
    WAYS[way](newcomer)
    newcomer.sees("Company, stage and time. The rest can wait.")
    assert newcomer.focus == "Company"
    newcomer.types("Kestrel Health")
    newcomer.presses("Enter")
    newcomer.sees("That’s enough for today")
    newcomer.presses("Esc")
    assert newcomer.row("Kestrel Health").outcome == "wait"


def test_a_form_without_a_company_asks_for_one_and_keeps_nothing(newcomer: Person) -> None:
    newcomer.presses("Ctrl+N", "Enter")
    newcomer.sees("Which company was it?")
    newcomer.presses("Esc")
    newcomer.sees("Every interview leaves something behind.")


def test_two_minutes_by_keyboard_alone_and_the_words_are_there_after_a_restart(newcomer: Person) -> None:
    newcomer.presses("Ctrl+N")
    newcomer.types("Kestrel Health")
    newcomer.presses("Tab")
    assert newcomer.focus == "Role"
    newcomer.types("Data Engineer")
    newcomer.presses("Tab")
    assert newcomer.focus == "Stage"
    newcomer.presses("Tab")
    assert newcomer.focus == "When"
    newcomer.presses("Enter")
    newcomer.sees("How is it right now?")

    order = _write_by_tab(
        newcomer,
        {
            "Which question stayed with you?": "Why is this query slow?",
            "One thing that went all right, however small": "I drew the plan before talking.",
        },
        until="That’s enough for today",
    )
    asked = [name for name in order if name.endswith(("?", "small")) or name == "hopeful"]
    assert asked.index("hopeful") < asked.index("Which question stayed with you?")
    assert asked.index("Which question stayed with you?") < asked.index("One thing that went all right, however small")
    newcomer.presses("Space")

    newcomer.until(lambda: newcomer.window.place == "interviews", "the table again")
    assert newcomer.row("Kestrel Health").title == "Data Engineer"
    _words_are_there(newcomer)
    newcomer.presses("Esc")
    newcomer.quits()
    newcomer.starts()
    _words_are_there(newcomer)


def _write_by_tab(person: Person, answers: dict[str, str], until: str) -> list[str]:
    """Go through the page by Tab, and write where a field has one of these names. The names passed, in order."""
    passed = [person.focus]
    while person.focus != until:
        assert len(passed) < 60, f"Tab does not reach {until}: {passed}"
        person.presses("Tab")
        passed.append(person.focus)
        if person.focus in answers:
            person.types(answers[person.focus])
    return passed


def _words_are_there(person: Person) -> None:
    person.chooses("Kestrel Health")
    person.presses("Ctrl+J")
    person.sees("Why is this query slow?")
    person.sees("I drew the plan before talking.")


def test_a_known_company_completes_itself_and_says_what_happened_there(noa: Person) -> None:
    noa.presses("Ctrl+N")
    noa.types("halden")
    noa.presses("Down", "Enter")
    noa.sees("You applied there before: Platform Engineer")
    noa.presses("Enter")
    noa.sees("That’s enough for today")
    noa.presses("Esc")
    assert len(noa.rows("Halden Bank")) == 2


def test_an_interview_ahead_is_noted_without_asking_how_it_was(noa: Person) -> None:
    noa.clicks("New interview")
    noa.types("Orchard Rail")
    noa.presses("Tab", "Tab", "Tab")
    noa.types("24")  # the day of the month
    noa.presses("Enter")
    noa.sees("Orchard Rail is coming up.")
    assert noa.row("Orchard Rail").outcome == "soon"
    noa.presses("Ctrl+Z")
    noa.until(lambda: not noa.rows("Orchard Rail"), "it is gone again")


def test_a_new_application_needs_three_fields(noa: Person) -> None:
    noa.presses("Ctrl+Shift+N")
    noa.types("Cindervale")
    noa.presses("Enter")
    noa.until(lambda: noa.rows("Cindervale"), "Cindervale in the table")
    assert noa.row("Cindervale").kind == "application"
