"""What a letter states besides its news: who writes, for which job, when, where and for how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import dating, money, numbers, people, places, proposing, roles, wording
from afterword.mail.employer import Employers
from afterword.mail.letter import Letter, Reading, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.naming import names_in
from afterword.mail.sender import host_of, sender_of
from afterword.mail.sentences import Sentence
from afterword.mail.signing import signature_of
from afterword.mail.wording import Words
from afterword.words import N_, _

_MOST = 80  # sentences that are looked at
_FROM_DATE = N_("From the date of the email.")
_TALKS = {"interview_invitation", "interview_change"}


def with_facts(verdict: Verdict, letter: Letter, told: Sequence[Sentence], lexicon: Lexicon, known: str) -> Verdict:
    """The verdict with every fact that the letter states; `known` is a company of the person's own that it names."""
    verdict = replace(verdict, date=_date(letter))
    if verdict.kind == "other" or not lexicon.wording:
        return verdict
    told = told[:_MOST]
    words = wording.of(f"{letter.subject}\n{letter.text}", lexicon.wording, verdict.language)
    verdict = _who(verdict, letter, told, words, lexicon, known)
    verdict = _when(verdict, letter, told, words)
    if verdict.kind == "job_alert":  # many jobs, each with its own
        return verdict
    return replace(
        verdict,
        number=numbers.number_in(told, words),
        place=_place(verdict, letter, told, words, lexicon),
        work_mode=places.work_mode_in(letter, told, words),
        money=money.money_in(told, words, letter.sender),
    )


def _who(
    verdict: Verdict, letter: Letter, told: Sequence[Sentence], words: Sequence[Words], lexicon: Lexicon, known: str
) -> Verdict:
    """Company, role and person, which depend on each other."""
    names = names_in(told, words)
    sender, signature = sender_of(letter, lexicon), signature_of(letter.text, words)
    sent = people.sending(letter, sender, signature, words, lexicon) or people.writing(told, words)
    listing = sender.board and verdict.kind == "job_alert"
    company, client = Employers(letter, told, sender, sent, names, signature, words, lexicon, listing).company()
    if known:
        company = Reading(known, Sure.SURE, _("It names {company}, which you know.").format(company=known))
    body = told if sender.board else [each for each in told if each.said not in signature.lines]
    return replace(
        verdict,
        company=company,
        client=client,
        role=roles.role(body, names, company.value, words, verdict.kind),
        person=people.person(sent, company.value, sender, signature, words, lexicon),
    )


def _when(verdict: Verdict, letter: Letter, told: Sequence[Sentence], words: Sequence[Words]) -> Verdict:
    kinds = {verdict.kind, *(each.kind for each in verdict.also)}
    if kinds & _TALKS and verdict.turn != "cancelled":
        verdict = replace(verdict, meeting=_entered(letter) or proposing.meeting(letter, told, words))
    return replace(verdict, dates=dating.dates_in(letter, told, words, verdict))


def _entered(letter: Letter) -> Reading | None:
    """The time of the calendar entry inside, when there is one and its zone was understood."""
    entries = [each for each in letter.invitations if each.begin and each.zone_known and not each.cancelled]
    if len(entries) != 1 or entries[0].begin is None or entries[0].whole_day:
        return None
    return Reading(entries[0].begin.isoformat(timespec="minutes"), Sure.SURE, _("From the calendar entry inside."))


def _place(
    verdict: Verdict, letter: Letter, told: Sequence[Sentence], words: Sequence[Words], lexicon: Lexicon
) -> Reading:
    company, role = verdict.company.value, verdict.role.value
    host = host_of(letter.sender, lexicon)
    place = places.place_in(letter, told, words, company, role, listed=host is not None and host.kind == "board")
    if place.value or verdict.kind != "recruiter_outreach":
        return place
    return places.place_asked(told, words, company, role, verdict.person.value)


def _date(letter: Letter) -> Reading:
    return Reading(letter.sent.date().isoformat(), Sure.SURE, _(_FROM_DATE)) if letter.sent else Reading()
