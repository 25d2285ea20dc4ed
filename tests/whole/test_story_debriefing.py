"""A full debrief, written through the widgets, and what it leaves in the table and beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from whole import sight
from whole.person import Person

LESSON = "Think aloud before writing"


def _open_full(person: Person) -> None:
    person.chooses("Kestrel Health")
    person.presses("Ctrl+Shift+J")
    person.sees("Only what a camera would have seen.")


def _groups(person: Person, name: str) -> QWidget:
    return next(each for each in sight.every(person.window) if name in each.accessibleName() and each.children())


def _picks(person: Person, group: str, pill: str) -> None:
    """A choice of one group, where several groups have choices of the same name."""
    found = sight.button(_groups(person, group), pill)
    assert found is not None, f"no {pill} in {group}"
    person.points_at(found)


def test_a_full_debrief_is_written_and_shows_in_the_table_and_beside_it(noa: Person) -> None:
    _open_full(noa)
    noa.presses("Ctrl+Enter")
    assert noa.focus == "The question"
    noa.types("How do you order events in Kafka?")
    _picks(noa, "How it went", "Got stuck")
    noa.writes("What I said", "Timestamps.")
    noa.writes("What I would say now", "By partition, and I would ask why it matters.")
    noa.presses("Ctrl+Enter")
    noa.types("What are you proud of?")
    noa.clicks("Went well")

    noa.clicks("tense")
    noa.clicks("curious")

    _picks(noa, "What was it about?", "A skill I can build")
    noa.sees("Whose was it?")
    _picks(noa, "Whose was it?", "Mine, now")
    _picks(noa, "How do I know?", "They said so")

    noa.writes("The lesson, in one sentence", "Think aloud")
    noa.clicks(f"Join the lesson “{LESSON}”, 2nd time")
    noa.sees("2nd time")
    noa.writes("If", "they ask about order")
    noa.writes("Then", "I draw the partitions first")
    noa.sees("Saved just now")
    noa.clicks("That’s enough")

    noa.until(lambda: noa.window.place == "interviews", "the table again")
    assert noa.row("Kestrel Health").lesson == LESSON
    noa.sees("How do you order events in Kafka?")
    noa.sees("Better answer written.")
    noa.sees("What are you proud of?")
    noa.sees("2nd time")
    noa.sees("If they ask about order, then I draw the partitions first")
    assert noa.row("Kestrel Health").debrief == 2


def test_nothing_to_learn_here_is_a_full_answer(noa: Person) -> None:
    _open_full(noa)
    noa.clicks("Nothing to learn here")
    noa.sees("That is a full answer.")
    noa.clicks("That’s enough")
    noa.until(lambda: noa.window.place == "interviews", "the table again")
    assert noa.row("Kestrel Health").debrief == 2
    noa.chooses_menu("Interview", "Full debrief")
    noa.sees("That is a full answer.")


def test_switching_pages_and_leaving_keeps_every_word(noa: Person) -> None:
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Why this one?")
    noa.clicks("Full debrief")
    noa.sees("Why this one?")
    noa.presses("Alt+Left")
    noa.until(lambda: noa.window.place == "interviews", "the table again")
    noa.sees("Why this one?")
    noa.presses("Alt+Right")
    noa.sees("Why this one?")


def test_the_day_of_a_no_asks_for_no_lesson(noa: Person) -> None:
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+.", "N")
    noa.until(lambda: noa.row("Kestrel Health").outcome == "no", "marked")
    noa.chooses("Kestrel Health")
    noa.presses("Enter")
    noa.sees("This was a no. It can wait, and it doesn’t have to be tidy.")
    noa.clicks("Full debrief")
    noa.sees("A lesson can wait for another day.")


def test_an_offer_asks_what_it_confirmed(noa: Person) -> None:
    noa.chooses("Pellworm Data")
    noa.clicks("Two minutes")
    noa.sees("What did it confirm?")


def test_words_are_undone_first_then_the_last_act(noa: Person) -> None:
    noa.chooses("Kestrel Health")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Slow?")
    noa.presses("Ctrl+Z")
    noa.does_not_see("Slow?")
    noa.presses("Ctrl+Shift+Z")
    noa.sees("Slow?")
