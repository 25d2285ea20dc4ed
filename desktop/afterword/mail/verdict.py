"""What a letter says, from the words it says it with. When in doubt: unsure. A no is never shown as a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import facts, sender, telling
from afterword.mail.letter import Evidence, Letter, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.scoring import CLEAR, ENOUGH, REFUSING, Scores, score
from afterword.mail.sentences import sentences

# What each label is shown as now. A label that has no kind of its own yet is "not sure what this is".
SHOWN = {
    "acknowledgement": "acknowledgement",
    "interview_invitation": "interview_invitation",
    "interview_change": "interview_invitation",
    "rejection": "rejection",
    "position_closed": "rejection",
    "offer_withdrawn": "rejection",
    "offer": "offer",
    "job_alert": "other",
    "recruiter_outreach": "other",
    "survey": "other",
    "elsewhere": "other",
}
ABOUT_A_JOB = 1.0  # how many words about jobs a letter needs, when no phrase is one of itself

# Letters whose words about jobs are not addressed to an applicant, or not from an employer.
_NOT_NEWS = ("mine", "elsewhere")
_PASSING = ("survey", "job_alert", "recruiter_outreach", "talent_pool")


def understand(letter: Letter, lexicon: Lexicon, known_companies: Sequence[str] = ()) -> Verdict:
    """The verdict on one letter, with its evidence. Pure; the same letter always gives the same verdict."""
    if letter.trouble or not letter.text.strip():  # a subject alone says too little
        return Verdict("unsure", Sure.NO)
    told = sentences(letter.subject, letter.text)
    scores = score(told, lexicon)
    host = sender.host_of(letter.sender, lexicon)
    scores.job += {"ats": 3.0, "test": 2.0, "signing": 0.0, "board": 1.0}.get(host.kind, 0.0) if host else 0.0
    named = sender.known_in(letter, known_companies)
    scores.job += 1.0 if named else 0.0
    label, sure, evidence = _decide(scores)
    kind = SHOWN.get(label, "unsure")
    verdict = Verdict(kind, Sure.NO if kind == "unsure" else sure, evidence)
    verdict = facts.with_facts(verdict, letter, told, lexicon, named)
    if kind == "rejection":
        said, reason = telling.said_and_reason(told, scores, lexicon, label)
        return replace(verdict, said=said, reason=reason)
    return verdict


def _decide(scores: Scores) -> tuple[str, Sure, tuple[Evidence, ...]]:
    """The label, how sure, and what it rests on."""
    total, best = scores.total, scores.best
    for label in _NOT_NEWS:
        if best[label] >= ENOUGH and not _speaks_louder(scores, label):
            return label, Sure.SURE if best[label] >= CLEAR else Sure.FAIRLY, scores.evidence(label)
    if scores.job < (0 if scores.anchored else ABOUT_A_JOB):
        return _hardly_a_job(scores)
    refusal = max(REFUSING, key=lambda label: (total[label], label))
    advance = max(("offer", "interview_invitation"), key=lambda label: total[label])
    if total["withdrawn_by_me"] >= ENOUGH and total["withdrawn_by_me"] >= best["rejection"]:
        return "withdrawn_by_me", Sure.GUESS, scores.evidence("withdrawn_by_me")
    if total[refusal] >= ENOUGH:
        return _refused(scores, refusal, advance)
    return _not_refused(scores, refusal)


def _speaks_louder(scores: Scores, label: str) -> bool:
    """Words of an employer's own decision that are louder than the newsletter's foot or the advert around them."""
    if label == "mine":
        return False
    news = max(scores.total["rejection"], scores.total["position_closed"], scores.total["acknowledgement"])
    return news >= CLEAR + 1.5 and scores.total[label] <= CLEAR and scores.job >= CLEAR


def _hardly_a_job(scores: Scores) -> tuple[str, Sure, tuple[Evidence, ...]]:
    """Nothing says that this is about a job; strong words alone are worth asking."""
    loud = max(("rejection", "offer", "interview_invitation", "position_closed"), key=lambda x: scores.total[x])
    needed = 0.5 if loud == "interview_invitation" else 0.0  # people meet for many reasons
    if scores.job >= needed and scores.total[loud] >= CLEAR:
        return "unclear", Sure.NO, scores.evidence(loud)
    return "elsewhere", Sure.FAIRLY if scores.job > 0 else Sure.SURE, ()


def _refused(scores: Scores, refusal: str, advance: str) -> tuple[str, Sure, tuple[Evidence, ...]]:
    total, best = scores.total, scores.best
    evidence = scores.evidence(*REFUSING)
    if best[advance] >= CLEAR or (total[advance] >= ENOUGH and total[advance] >= total[refusal]):
        # A no and a yes in one letter: two jobs, a second thought. The person reads it.
        return "unclear", Sure.NO, (*evidence, *scores.evidence(advance))[:5]
    if total["status_update"] >= CLEAR and best["status_update"] >= best[refusal] and best[refusal] < CLEAR:
        return "status_update", Sure.NO, (*evidence, *scores.evidence("status_update"))[:5]
    clear = best[refusal] >= CLEAR and total["on_hold"] < ENOUGH
    return refusal, Sure.SURE if clear else Sure.FAIRLY, evidence


def _not_refused(scores: Scores, refusal: str) -> tuple[str, Sure, tuple[Evidence, ...]]:
    total, best = scores.total, scores.best
    shadow = total[refusal] >= 1.5 or scores.doubt > 0 or total["withdrawn_by_me"] >= ENOUGH
    for label in ("interview_cancelled", "on_hold", "offer", "interview_change", "interview_invitation", "assessment"):
        if total[label] < ENOUGH:
            continue
        if label in ("offer", "interview_invitation"):
            found = _advance(scores, label, shadow)
            if found:
                return found
            continue
        return label, Sure.FAIRLY, scores.evidence(label)
    if shadow and best["acknowledgement"] < ENOUGH:
        return "unclear", Sure.NO, scores.evidence(*REFUSING)
    rest = ("information_request", "status_update", "feedback", "acknowledgement", *_PASSING)
    label = max(rest, key=lambda each: (total[each] >= ENOUGH, total[each] - (0.1 if each in _PASSING else 0)))
    if total[label] < ENOUGH:
        return "unclear", Sure.NO, scores.evidence(label)
    if label == "acknowledgement":
        sure = Sure.SURE if total[label] >= CLEAR and not shadow else Sure.FAIRLY
        return label, sure, scores.evidence(label)
    return label, Sure.FAIRLY, scores.evidence(label)


def _advance(scores: Scores, label: str, shadow: bool) -> tuple[str, Sure, tuple[Evidence, ...]] | None:
    """An offer or an invitation, unless something stands against it."""
    total, best = scores.total, scores.best
    against = max(total["status_update"], total["acknowledgement"], *(total[each] for each in _PASSING))
    if shadow and total[label] < CLEAR + 1.5:
        return "unclear", Sure.NO, (*scores.evidence(label), *scores.evidence(*REFUSING))
    if best[label] < CLEAR and against >= CLEAR:
        return None
    if total["recruiter_outreach"] >= CLEAR and total["recruiter_outreach"] >= best[label]:
        return "recruiter_outreach", Sure.FAIRLY, scores.evidence("recruiter_outreach")
    if total["job_alert"] >= CLEAR:
        return "job_alert", Sure.FAIRLY, scores.evidence("job_alert")
    clear = best[label] >= CLEAR and not shadow and against < ENOUGH and scores.job >= ENOUGH
    return label, Sure.SURE if clear else Sure.FAIRLY, scores.evidence(label)
