"""How a person comes to each page."""

from __future__ import annotations

from collections.abc import Callable

from whole.person import Person


def _detail(person: Person) -> None:
    person.chooses("Halden Bank")


def _quick(person: Person) -> None:
    person.chooses("Kestrel Health")
    person.presses("Ctrl+J")


def _full(person: Person) -> None:
    person.chooses("Halden Bank")
    person.presses("Ctrl+Shift+J")


def _confirmed(person: Person) -> None:
    person.chooses("Pellworm Data")
    person.presses("Ctrl+J")


def _unfiled(person: Person) -> None:
    person.window.go("unfiled")


PAGES: dict[str, Callable[[Person], None]] = {
    "detail": _detail, "two minutes": _quick, "full": _full, "confirmed": _confirmed, "unfiled": _unfiled,
}  # fmt: skip
