"""A journal for each test, with a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from afterword.journal.change import Changes
from afterword.journal.store import Journal, open_journal


class Clock:
    """The kitchen clock: Thursday, 20 March 2025, 9:00, until someone turns it."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 20, 9, 0)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    with open_journal(tmp_path / "mine.afterword", clock) as opened:
        yield opened


@pytest.fixture
def changes(journal: Journal) -> Changes:
    return Changes(journal)


@pytest.fixture
def do(changes: Changes) -> Callable[..., Any]:
    """Run a verb as the desk does, and give its answer."""
    return lambda verb, *args, **kwargs: changes.do(verb, *args, **kwargs)[0]
