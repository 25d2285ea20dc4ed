"""What a letter states besides its news: who writes, for which job, when, where and for how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import dating, money, numbers, people, places, proposing, roles, wording
from afterword.mail.employer import Employers
from afterword.mail.letter import Letter, Reading, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.naming import names_in
from afterword.mail.sender import sender_of
from afterword.mail.sentences import Sentence
from afterword.mail.signing import signature_of
from afterword.words import N_, _

_MOST = 80  # sentences that are looked at
_FROM_DATE = N_("From the date of the email.")


def with_facts(verdict: Verdict, letter: Letter, told: Sequence[Sentence], lexicon: Lexicon, known: str) -> Verdict:
    """The verdict with every fact that the letter states; `known` is a company of the person's own that it names."""
    verdict = replace(verdict, date=_date(letter))
    if verdict.kind == "other" or not lexicon.wording:
        return verdict
    told = told[:_MOST]
    words = wording.of(f"{letter.subject}\n{letter.text}", lexicon.wording, verdict.language)
    names = names_in(told, words)
    sender, signature = sender_of(letter, lexicon), signature_of(letter.text, words)
    sent = people.sending(letter, sender, signature, words, lexicon)
    sent = sent or people.writing(told, words)
    listed = bool(sender.host and sender.host.kind == "board")
    listing = listed and verdict.kind == "job_alert"
    company, client = Employers(letter, told, sender, sent, names, signature, words, lexicon, listing).company()
    if known:
        company = Reading(known, Sure.SURE, _("It names {company}, which you know.").format(company=known))
    body = told if listed else [each for each in told if each.said not in signature.lines]
    role = roles.role(body, names, company.value, words, verdict.kind)
    verdict = replace(
        verdict,
        company=company,
        client=client,
        role=role,
        person=people.person(sent, company.value, sender, signature, words, lexicon),
    )
    kinds = {verdict.kind, *(each.kind for each in verdict.also)}
    if kinds & {"interview_invitation", "interview_change"} and verdict.turn != "cancelled":
        verdict = replace(verdict, meeting=proposing.meeting(letter, told, words))
    verdict = replace(verdict, dates=dating.dates_in(letter, told, words, verdict))
    if verdict.kind == "job_alert":  # many jobs, each with its own
        return verdict
    place = places.place_in(letter, told, words, company.value, role.value, listed=listed)
    if verdict.kind == "recruiter_outreach" and not place.value:
        place = places.place_asked(told, words, company.value, role.value, verdict.person.value)
    return replace(
        verdict,
        number=numbers.number_in(told, words),
        place=place,
        work_mode=places.work_mode_in(letter, told, words),
        money=money.money_in(told, words, letter.sender),
    )


def _date(letter: Letter) -> Reading:
    return Reading(letter.sent.date().isoformat(), Sure.SURE, _(_FROM_DATE)) if letter.sent else Reading()
