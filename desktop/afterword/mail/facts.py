"""What a letter states besides its news: who writes, for which job, when, where and for how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import proposing, sender
from afterword.mail.letter import Letter, Reading, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.sentences import Sentence
from afterword.words import N_, _

_FROM_DATE = N_("From the date of the email.")


def with_facts(verdict: Verdict, letter: Letter, told: Sequence[Sentence], lexicon: Lexicon, known: str) -> Verdict:
    """The verdict with every fact that the letter states; `known` is a company of the person's own that it names."""
    verdict = replace(verdict, date=_date(letter))
    if verdict.kind == "other":
        return verdict
    company, role = sender.company_and_role(letter, told, lexicon, known)
    verdict = replace(verdict, company=company, role=role, person=sender.person(letter, company.value, lexicon))
    if verdict.kind in ("interview_invitation", "interview_change"):
        return replace(verdict, meeting=proposing.meeting(letter, told))
    return verdict


def _date(letter: Letter) -> Reading:
    return Reading(letter.sent.date().isoformat(), Sure.SURE, _(_FROM_DATE)) if letter.sent else Reading()
