"""Which kind a letter is, from what its sentences speak for. When in doubt: unsure. A no is never shown as a yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from afterword.mail.letter import KINDS, UNSURE, Evidence, Sure
from afterword.mail.scoring import CLEAR, ENOUGH, FORWARD, REFUSING, Scores

ABOUT_A_JOB = 1.0  # how many words about jobs a letter needs, when no phrase is one of itself
LEANING, FIRST = 1.5, 1.5  # what the second opinion weighs, and by how much the first is ahead
MOST_SAID = 6.0  # how loud phrases can get beside it
FAR, SAFE = 2.0, 3.0  # how much more like an advance than like a no or other mail a letter must be to be one
PLENTY = 4.0  # words about a job: then little else is needed
NEAR = 1.0  # the second likeliest is as likely as the first
OFFER = 2.5  # an offer is shown of nothing less
LOUD = 4.5  # what a letter says over several sentences needs none

# Not news for an applicant: written by the person, or not about an application, or a question about how it was.
_NOT_NEWS = ("mine", "elsewhere")
_PASSING = ("survey", "job_alert", "recruiter_outreach", "talent_pool")
_OF_JOBS = (*REFUSING, "status_update", "feedback", "withdrawn_by_me")  # said at length, hardly of anything else
_MEETINGS = ("interview_change", "interview_invitation")  # people meet for many reasons
_ADVERTS = ("recruiter_outreach", "job_alert")
_UNDONE = ("correction", "reopened")
# What is left when a letter says neither no nor yes; the first that is loud enough wins a tie.
_REST = ("information_request", "status_update", "feedback", "assessment", "acknowledgement", *_PASSING)


@dataclass(frozen=True)
class Decision:
    """A kind, how sure, and what it rests on."""

    kind: str
    sure: Sure
    evidence: tuple[Evidence, ...] = ()


def decide(scores: Scores) -> Decision:
    """What the phrases say, unless the letter as a whole is much more like another kind."""
    found = _by_phrases(scores)
    if not scores.leaning:
        return found
    heard = {
        kind: min(_said(kind, scores), MOST_SAID) + LEANING * lean.behind
        + (FIRST if found.kind == kind and found.kind not in FORWARD and found.sure > Sure.GUESS else 0.0)
        for kind, lean in scores.leaning.items()
    }  # fmt: skip
    kind, then = sorted(heard, key=lambda each: (heard[each], each), reverse=True)[:2]
    if found.kind == UNSURE and not _may_be(kind, scores) and heard[kind] - heard[then] < NEAR:
        kind = then
    if kind == found.kind or not _may_be(kind, scores) or _is_torn(found, kind, scores) or _stands(found, kind, scores):
        return found
    evidence = scores.evidence(kind) or (() if kind == "other" else (scores.like[kind],))
    if found.kind in FORWARD and kind in REFUSING:
        return _unsure(*found.evidence, *evidence)
    return Decision(kind, Sure.FAIRLY if scores.total[kind] >= ENOUGH else Sure.GUESS, evidence)


def _said(kind: str, scores: Scores) -> float:
    """What the phrases of a kind weigh, with those that have no kind of their own."""
    labels = ("other", "survey", *_NOT_NEWS) if kind == "other" else (kind,)
    return max(scores.total[label] for label in labels)


def _stands(found: Decision, kind: str, scores: Scores) -> bool:
    """Whether a clear no stays one, whatever else the letter is like; another no, or what is said as well, may win."""
    if found.kind in REFUSING and kind == "feedback":
        return scores.total[kind] <= scores.total[found.kind]
    if found.kind not in REFUSING or scores.best[found.kind] < CLEAR:
        return False
    if kind in _PASSING:  # what stands at the foot of a no
        return True
    ahead = _ahead(kind, scores, (found.kind,))
    if kind == "other":
        return ahead < (FAR if scores.job < CLEAR else SAFE)
    said = scores.total[kind] >= (1 if kind in REFUSING else ENOUGH)
    once = scores.total[found.kind] <= CLEAR or kind in REFUSING
    return not (said and once and ahead >= FAR)


def _is_torn(found: Decision, kind: str, scores: Scores) -> bool:
    """Whether a no and a yes stand against each other, and neither is far ahead: that is for the person to read."""
    steps = any(scores.total[step] >= ENOUGH for step in FORWARD)
    if found.kind != UNSURE or not (scores.doubt or steps) or not any(scores.total[no] for no in REFUSING):
        return False
    taken_back = kind == "offer_withdrawn" and scores.best[kind] >= CLEAR
    enough = 1.0 if taken_back else SAFE if scores.total["offer"] else SAFE / 2
    return kind not in REFUSING or _ahead(kind, scores, FORWARD) < enough


def _may_be(kind: str, scores: Scores) -> bool:
    """Whether a letter may be shown as a kind that it is only like."""
    if kind == "other":
        return True
    if scores.job < (0 if scores.anchored else OFFER if kind == "offer" else ABOUT_A_JOB):
        return False
    if kind in REFUSING:
        ahead = any(scores.best[step] >= CLEAR for step in FORWARD)
        return scores.total[kind] >= 1 or not (ahead or kind == "offer_withdrawn")
    return kind not in FORWARD | {"interview_change"} or _may_step(kind, scores)


def _may_step(kind: str, scores: Scores) -> bool:
    """Nothing in the letter speaks against it, and what looks like an advance has no "not" and no "if" in it."""
    against = any(scores.total[no] > 1 for no in REFUSING)
    plainly = kind == "interview_change" or (kind in scores.plainly and not scores.doubt)
    enough = FAR if scores.total[kind] >= 1 or scores.job >= PLENTY else SAFE
    safe = _ahead(kind, scores, (*REFUSING, "other")) >= enough
    return plainly and safe and not against


def _ahead(kind: str, scores: Scores, others: Iterable[str]) -> float:
    """How much more the letter is like a kind than like some others."""
    theirs = [scores.leaning[each].behind for each in others if each in scores.leaning]
    return scores.leaning[kind].behind - max(theirs, default=0.0)


def _by_phrases(scores: Scores) -> Decision:
    """In the order of what would be worst to miss: it is over, no, yes, a step, a question, waiting, received."""
    for label in _NOT_NEWS:
        if scores.best[label] >= ENOUGH and not _speaks_louder(scores, label):
            return _shown(label, Sure.SURE if scores.best[label] >= CLEAR else Sure.FAIRLY, scores.evidence(label))
    loud = scores.anchored or any(scores.total[label] >= LOUD for label in _OF_JOBS)
    meeting = max(scores.total, key=lambda label: scores.total[label], default="") in _MEETINGS
    if scores.job < (0 if loud else ABOUT_A_JOB * 2 if meeting else ABOUT_A_JOB):
        return _hardly_a_job(scores)
    if scores.total["withdrawn_by_me"] >= max(ENOUGH, *(scores.best[label] for label in REFUSING)):
        sure = Sure.SURE if scores.best["withdrawn_by_me"] >= CLEAR else Sure.FAIRLY
        return Decision("withdrawn_by_me", sure, scores.evidence("withdrawn_by_me"))
    refusal = max(REFUSING, key=lambda label: (scores.total[label], label))
    if scores.total[refusal] >= ENOUGH:
        return _refused(scores)
    return _not_refused(scores)


def _shown(label: str, sure: Sure, evidence: tuple[Evidence, ...] = ()) -> Decision:
    """A label as a kind: what is no kind of its own is no job mail."""
    return Decision(label if label in KINDS else "other", sure, evidence)


def _unsure(*evidence: Evidence) -> Decision:
    return Decision(UNSURE, Sure.NO, evidence[:5])


def _speaks_louder(scores: Scores, label: str) -> bool:
    """Words of an employer's own decision that are louder than the newsletter's foot or the advert around them."""
    if label == "mine":
        return False
    news = max(scores.total[each] for each in ("rejection", "position_closed", "acknowledgement"))
    return news >= CLEAR + 1.5 and scores.total[label] <= CLEAR and scores.job >= CLEAR


def _hardly_a_job(scores: Scores) -> Decision:
    """Nothing says that this is about a job; strong words alone are worth asking."""
    loud = max(("rejection", "offer", "interview_invitation", "position_closed"), key=lambda x: scores.total[x])
    needed = ABOUT_A_JOB if loud == "interview_invitation" else 0.0  # people meet for many reasons
    if scores.job >= needed and scores.total[loud] >= CLEAR:
        return _unsure(*scores.evidence(loud))
    return Decision("other", Sure.FAIRLY if scores.job > 0 else Sure.SURE)


def _refused(scores: Scores) -> Decision:
    total, best = scores.total, scores.best
    evidence, refusal = scores.evidence(*REFUSING), _which_no(scores)
    if best["status_update"] >= CLEAR and scores.turn("status_update") in _UNDONE:
        taken_back = scores.where(*REFUSING) <= scores.where("status_update")
        if taken_back or best[refusal] < CLEAR:
            return Decision("status_update", Sure.FAIRLY, scores.evidence("status_update"))
    step = max(("offer", "interview_invitation"), key=lambda label: total[label])
    if best[step] >= CLEAR or (total[step] >= ENOUGH and total[step] >= total[refusal]):
        # A no and a yes in one letter: two jobs, a second thought. The person reads it.
        return _unsure(*evidence, *scores.evidence(step))
    mild = refusal == "rejection" and best[refusal] < CLEAR
    if mild and total["interview_change"] >= ENOUGH and scores.where("rejection") <= scores.where("interview_change"):
        return Decision("interview_change", Sure.FAIRLY, scores.evidence("interview_change"))
    if mild and total["status_update"] >= CLEAR and best["status_update"] >= best[refusal]:
        return _unsure(*evidence, *scores.evidence("status_update"))
    return Decision(refusal, Sure.SURE if best[refusal] >= CLEAR else Sure.FAIRLY, evidence)


def _which_no(scores: Scores) -> str:
    """An offer that is taken back, a job that is gone, or a plain no."""
    for label in ("offer_withdrawn", "position_closed"):
        if scores.best[label] >= ENOUGH and scores.best[label] >= scores.best["rejection"] - 0.5:
            return label
    return "rejection"


def _not_refused(scores: Scores) -> Decision:
    total, best = scores.total, scores.best
    shadow = max(total[each] for each in REFUSING) >= 1.5 or scores.doubt > 0 or total["withdrawn_by_me"] >= ENOUGH
    if total["interview_change"] >= ENOUGH and total["offer"] < ENOUGH:
        clear = best["interview_change"] >= CLEAR and not shadow
        return Decision("interview_change", Sure.SURE if clear else Sure.FAIRLY, scores.evidence("interview_change"))
    for label in _steps(scores):
        found = _step(scores, label, shadow) if total[label] >= ENOUGH else None
        if found:
            return found
    if shadow and best["acknowledgement"] < ENOUGH and best["status_update"] < ENOUGH:
        return _unsure(*scores.evidence(*REFUSING))
    label = max(_REST, key=lambda each: (total[each] >= ENOUGH, total[each] - (0.1 if each in _PASSING else 0)))
    if total[label] < ENOUGH:
        return _nothing_said(scores)
    if label == "status_update" and best["acknowledgement"] >= CLEAR and scores.turn(label) in ("", "waiting"):
        label = "acknowledgement"  # that they will decide is what receipts say, too
    return _shown(label, Sure.SURE if total[label] >= CLEAR and not shadow else Sure.FAIRLY, scores.evidence(label))


def _nothing_said(scores: Scores) -> Decision:
    """No phrase is loud enough. With hardly a word about jobs it is no job mail."""
    if scores.job < 2 * ABOUT_A_JOB and not any(scores.total.values()):
        return Decision("other", Sure.GUESS)
    return _unsure(*scores.evidence(*_REST))


def _steps(scores: Scores) -> tuple[str, ...]:
    """The steps forward that a letter may ask for. Being invited to a test is a test; one that is done is no step."""
    if scores.turn("assessment") == "received":
        return ("offer", "interview_invitation")
    if scores.where("interview_invitation") <= scores.where("assessment"):
        return ("offer", "assessment", "interview_invitation")
    return ("offer", "interview_invitation", "assessment")


def _step(scores: Scores, label: str, shadow: bool) -> Decision | None:
    """A step forward, unless something stands against it."""
    total, best = scores.total, scores.best
    against = max(total["status_update"], total["acknowledgement"], *(total[each] for each in _PASSING))
    if shadow and label != "assessment" and total[label] < CLEAR + 1.5:
        return _unsure(*scores.evidence(label), *scores.evidence(*REFUSING))
    if best[label] < CLEAR and against >= CLEAR:
        return None
    if label == "assessment" and max(total["feedback"], total["information_request"]) >= max(CLEAR, total[label]):
        return None
    if label == "offer" and scores.job < OFFER and not scores.anchored:
        return _unsure(*scores.evidence(label))
    for advert in _ADVERTS:
        if total[advert] >= CLEAR and (advert == "job_alert" or total[advert] >= best[label]):
            return Decision(advert, Sure.FAIRLY, scores.evidence(advert))
    clear = best[label] >= CLEAR and not shadow and against < ENOUGH and scores.job >= ENOUGH
    return Decision(label, Sure.SURE if clear else Sure.FAIRLY, scores.evidence(label))
