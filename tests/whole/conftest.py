"""Persons for the stories: one with an empty journal, one in the middle of a search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from whole import given
from whole.person import Person


@pytest.fixture
def newcomer(qapp: object, tmp_path: Path) -> Iterator[Person]:
    """Has just started the program for the first time."""
    person = Person(tmp_path / "newcomer")
    person.starts()
    yield person
    person.goes_home()


@pytest.fixture
def noa(qapp: object, tmp_path: Path) -> Iterator[Person]:
    """Is in the middle of a search."""
    person = Person(tmp_path / "noa")
    given.a_spring(person.here.journal)
    person.starts()
    yield person
    person.goes_home()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Menus opened off screen: that platform cannot grab, and says so each time."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support grabbing the (keyboard|mouse)$"))
