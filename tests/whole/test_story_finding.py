"""A word that was written is found again."""

from __future__ import annotations

import pytest

from whole import sight
from whole.person import Person

WAYS = {
    "Ctrl+F": lambda person: person.presses("Ctrl+F"),
    "F3": lambda person: person.presses("F3"),
    "menu": lambda person: person.chooses_menu("Edit", "Find"),
    "mouse": lambda person: person.points_at(person.window.list.find_field),
}


def _listed(person: Person) -> list[str]:
    return sorted({row.company for row in person.rows()})


@pytest.mark.parametrize("way", WAYS)
def test_a_word_written_is_found(noa: Person, way: str) -> None:
    WAYS[way](noa)
    assert noa.focus == "Find"
    noa.types("kafka")
    noa.until(lambda: _listed(noa) == ["Halden Bank"], "only the one that asked for Kafka")
    noa.presses("Enter")
    noa.sees("How would you move an old warehouse to Kafka?")
    assert noa.window.list.table.hasFocus()


def test_what_was_just_written_is_found(noa: Person) -> None:
    noa.chooses("Bramble Energy")
    noa.presses("Ctrl+J")
    noa.writes("Which question stayed with you?", "Explain the zebra partition")
    noa.presses("Esc", "Ctrl+F")
    noa.types("zébra")
    noa.until(lambda: _listed(noa) == ["Bramble Energy"], "the zebra")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is:no", ["Halden Bank"]),
        ("is:waiting", ["Bramble Energy", "Kestrel Health"]),
        ("stage:technical", ["Halden Bank", "Kestrel Health"]),
        ("before:2025-02-26 is:waiting", ["Bramble Energy"]),
        ('stage:technical "halden', ["Halden Bank"]),
    ],
)
def test_tokens(noa: Person, typed: str, found: list[str]) -> None:
    noa.presses("Ctrl+F")
    noa.types(typed)
    noa.until(lambda: [each for each in _listed(noa) if each != "Tessera"] == found, f"{typed}: {_listed(noa)}")


def test_pills_sidebar_and_typing_are_the_same_filter(noa: Person) -> None:
    everyone = _listed(noa)
    noa.clicks("Didn’t work out")
    noa.until(lambda: _listed(noa) == ["Halden Bank"], "the noes")
    noa.sees("is:no")
    noa.clicks("Didn’t work out")
    noa.until(lambda: _listed(noa) == everyone, "everyone again")
    pill = next(each for each in sight.every(noa.window.list) if each.accessibleName().startswith("Waiting, "))
    noa.points_at(pill)
    noa.sees("is:waiting")
    assert pill.accessibleName() == f"Waiting, {len(noa.rows())}"
    noa.points_at(pill)
    noa.until(lambda: _listed(noa) == everyone, "everyone again")


def test_nothing_matches_says_so_and_clears(noa: Person) -> None:
    everyone = _listed(noa)
    noa.presses("Ctrl+F")
    noa.types("xylophone")
    noa.sees("Nothing matches xylophone.")
    noa.clicks("Clear")
    noa.until(lambda: _listed(noa) == everyone, "everyone again")
    noa.presses("Ctrl+F")
    noa.types("( \" ) AND * :")
    noa.presses("Esc")
    noa.until(lambda: _listed(noa) == everyone, "everyone again")


def test_a_company_is_found_by_its_first_letters_in_the_table(noa: Person) -> None:
    noa.presses("Ctrl+1")
    noa.types("pell")
    noa.until(lambda: noa.window.list.current().company == "Pellworm Data", "Pellworm chosen")


def test_the_palette_finds_actions_and_interviews(noa: Person) -> None:
    noa.presses("Ctrl+K")
    noa.types("about")
    noa.sees("About Afterword")
    noa.presses("Enter")
    noa.sees("Where job interviews that did not work out become useful.")
    noa.presses("Esc", "Ctrl+K")
    noa.types("Halden")
    noa.presses("Enter")
    noa.until(lambda: noa.window.list.current().company == "Halden Bank", "Halden chosen")


def test_after_the_palette_the_keys_go_where_they_went_before(noa: Person) -> None:
    noa.presses("Ctrl+1", "Home")
    first = noa.window.list.current().id
    noa.presses("Ctrl+K", "Esc", "Down")
    assert noa.window.list.current().id != first
    noa.presses("Up", "Ctrl+K")
    noa.types("about")
    noa.presses("Enter", "Esc", "Down")
    assert noa.window.list.current().id != first
