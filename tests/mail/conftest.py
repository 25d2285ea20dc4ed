"""What the tests of letters share."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.mail import lexicon as words
from afterword.mail.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon(resources: Path) -> Lexicon:
    """The phrases that are shipped."""
    return words.load(resources / "phrases")


@pytest.fixture(scope="session")
def letters() -> Path:
    """The invented letters."""
    return Path(__file__).parent.parent / "letters"
