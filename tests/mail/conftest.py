"""What the tests of letters share."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.mail import lexicon as words
from afterword.mail.lexicon import Lexicon
from afterword.mail.plain import read_text
from afterword.mail.verdict import understand


@pytest.fixture(scope="session")
def lexicon(resources: Path) -> Lexicon:
    """The phrases that are shipped."""
    loaded = words.load(resources / "phrases")
    understand(read_text("Dear Sam, we have decided not to move forward with your application."), loaded)
    return loaded  # with its phrases sorted, as the window has them before the first letter falls


@pytest.fixture(scope="session")
def letters() -> Path:
    """The invented letters."""
    return Path(__file__).parent.parent / "letters"
