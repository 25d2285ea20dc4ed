"""The traps: no letter that says no, or says nothing, is ever shown as a yes; and most are read as what they are."""

from __future__ import annotations

import pytest

from afterword.mail.letter import Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand
from mail.traps import NEITHER, NO, TRAPS, YES, Trap

ADVANCES = {"offer", "interview_invitation", "assessment", "interview_change"}
REFUSES = {"rejection", "position_closed", "offer_withdrawn"}


# Letters full of words of an advance, none of which is one.
NO_ADVANCE = (
    "Your interview on Tuesday did not go as we hoped; the panel felt that the answers lacked depth, so we will leave it at that.",
    "We would have loved to offer you the role, but the budget was cut.",
    "It was a pleasure to interview you. Sadly someone else got the job.",
    "I would like to thank you for your interest. We would love to schedule a call in future if another role comes up, but for now we have hired someone.",
    "We are happy to share that we have hired a Product Manager. Thank you for applying and for interviewing with us.",
    "The offer has been made to and accepted by another candidate.",
    "After the second interview the team has decided not to extend an offer.",
    "We were excited to meet you and would love to have you join us, however headquarters has cancelled the position.",
    "We had hoped to invite you to interview but the vacancy has closed.",
    "You were a finalist for the role. We are delighted with the quality of candidates. The position has been offered to another finalist.",
    "We invited four candidates to interview and you are not one of them.",
    "Thank you for your interview last week. I am afraid we cannot invite you to the second interview.",
    "Great to meet you on Monday! We have given it a lot of thought, and will not be going forward. Happy to schedule a call to give you feedback.",
    "We are pleased to offer the role to Jane. Thank you for your application for the position.",
    "The interview panel would like to offer you feedback: your answers were good but others scored higher. You were unsuccessful.",
    "Next steps: if you pass the review, we will invite you to an interview and, later, make you an offer.",
    "Thank you for applying. Applicants who pass screening will be invited to schedule a phone interview.",
    "Thanks for your application. While you wait, read how our interviews work: first a phone screen, then an onsite, then an offer.",
    "Your interview is complete. Thank you for completing the interview, we will share the results next week.",
    "We would like to offer you the chance to tell us about your application experience.",
    "Join us on Thursday for a career fair and meet our recruiters. We would love to meet you!",
    "We have received your application and would love to offer everyone an interview, but we can only meet a few.",
    "Please do not schedule an interview yet, the role is still being approved.",
    "Reminder: your offer letter from last year shows a base salary of 40,000. Your payslip is ready.",
)  # fmt: skip


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
    assert not trap.turn or found.turn == trap.turn
    assert tuple(news.kind for news in found.also) == trap.also
    assert found.kind in ("unsure", "other") or found.evidence
    assert found.sure is Sure.NO or found.kind != "unsure"


def test_no_letter_is_dangerous(lexicon: Lexicon) -> None:
    kinds = [(trap, verdict_of(trap, lexicon).kind) for trap in TRAPS]
    no_as_yes = [trap.number for trap, kind in kinds if trap.truth == NO and kind in ADVANCES]
    yes_as_no = [trap.number for trap, kind in kinds if trap.truth == YES and kind in REFUSES]
    moved = [t.number for t, kind in kinds if t.truth == NEITHER and kind in ADVANCES and kind not in t.kinds]
    assert (no_as_yes, yes_as_no, moved) == ([], [], [])


@pytest.mark.parametrize("text", NO_ADVANCE, ids=range(len(NO_ADVANCE)))
def test_words_of_an_advance_are_not_one(text: str, lexicon: Lexicon) -> None:
    assert verdict_of(Trap("", NEITHER, (), text, "News"), lexicon).kind not in ADVANCES


def test_there_are_enough_of_them() -> None:
    assert len(TRAPS) >= 40
