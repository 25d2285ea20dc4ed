"""The traps: no letter that says no, or says nothing, is ever shown as a yes; and most are read as what they are."""

from __future__ import annotations

import pytest

from afterword.mail.letter import Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand
from mail.traps import NEITHER, NO, TRAPS, YES, Trap

ADVANCES = {"offer", "interview_invitation"}


def verdict_of(trap: Trap, lexicon: Lexicon):
    raw = (
        f"From: {trap.sender}\r\nTo: sam@home.example\r\nSubject: {trap.subject}\r\nMIME-Version: 1.0\r\n"
        "Date: Tue, 01 Apr 2025 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{trap.text}\r\n"
    )
    [letter] = read("trap.eml", raw.encode())
    return understand(letter, lexicon)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.number)
def test_is_read_as_what_it_is(trap: Trap, lexicon: Lexicon) -> None:
    found = verdict_of(trap, lexicon)
    assert found.kind in trap.kinds, (found.kind, [(e.label, e.words) for e in found.evidence])
    assert found.kind in ("unsure", "other") or found.evidence
    assert found.sure is Sure.NO or found.kind != "unsure"


def test_no_letter_is_dangerous(lexicon: Lexicon) -> None:
    kinds = [(trap, verdict_of(trap, lexicon).kind) for trap in TRAPS]
    no_as_yes = [trap.number for trap, kind in kinds if trap.truth == NO and kind in ADVANCES]
    yes_as_no = [trap.number for trap, kind in kinds if trap.truth == YES and kind == "rejection"]
    moved = [t.number for t, kind in kinds if t.truth == NEITHER and kind in ADVANCES and kind not in t.kinds]
    assert (no_as_yes, yes_as_no, moved) == ([], [], [])


def test_there_are_enough_of_them() -> None:
    assert len(TRAPS) >= 40
