"""What the tests of letters share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from afterword.mail import lexicon as words
from afterword.mail.facts import with_facts
from afterword.mail.letter import Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.plain import read_text
from afterword.mail.sentences import sentences
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


@pytest.fixture
def stated(lexicon: Lexicon) -> Callable[..., Verdict]:
    """What a letter of a kind states: its text, then subject, sender, and the day it was sent, a Monday."""

    def _stated(kind: str, text: str, subject: str = "", sender: str = "", when: str = "Mon, 3 Mar 2025") -> Verdict:
        sender = sender or "Ada Lind <ada.lind@fernhill.example>"
        letter = read_text(f"From: {sender}\nSubject: {subject}\nDate: {when} 10:00:00 +0100\n\n{text}")
        return with_facts(Verdict(kind, Sure.SURE), letter, sentences(letter.subject, letter.text), lexicon, "")

    return _stated
