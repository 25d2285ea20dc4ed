"""What a letter is, in words for the card: the heading, the tone, and what it would change."""

from __future__ import annotations

from dataclasses import replace

from afterword.journal.terms import Outcome
from afterword.mail.letter import KINDS, UNSURE, Reading, Sure, Verdict
from afterword.words import N_, _

# Kind, then turn, in the words of the card; the empty turn is what is said when no finer one fits.
_HEADINGS: dict[str, dict[str, str]] = {
    "acknowledgement": {"": N_("They have your application.")},
    "status_update": {
        "": N_("They say where things stand."),
        "waiting": N_("They are still deciding."),
        "on_hold": N_("They have put it on hold."),
        "reopened": N_("The position is open again."),
        "delayed": N_("They need more time."),
        "correction": N_("They correct an earlier email."),
    },
    "information_request": {"": N_("They ask you for something.")},
    "assessment": {
        "": N_("They ask you to take a test."),
        "task": N_("They ask you to do a task."),
        "video": N_("They ask you for a recorded video."),
        "reminder": N_("They remind you of a task."),
        "received": N_("They have what you sent."),
    },
    "interview_invitation": {"": N_("This looks like an invitation.")},
    "interview_change": {
        "": N_("Something changes about the interview."),
        "moved": N_("They move the interview."),
        "cancelled": N_("They cancel the interview."),
        "by_mistake": N_("The interview was cancelled by mistake."),
    },
    "rejection": {"": N_("Sorry. This looks like a no.")},
    "position_closed": {
        "": N_("Sorry. The position is closed."),
        "filled": N_("Sorry. The position is filled."),
        "cancelled": N_("Sorry. The position is closed."),
        "on_hold": N_("The position is on hold."),
    },
    "offer": {"": N_("This looks like an offer.")},
    "offer_withdrawn": {
        "": N_("Sorry. They take the offer back."),
        "withdrawn": N_("Sorry. They take the offer back."),
        "expired": N_("The offer has run out."),
    },
    "feedback": {"": N_("They tell you how it went.")},
    "talent_pool": {
        "": N_("They would like to keep your details."),
        "deletion": N_("They ask whether to keep your details."),
    },
    "withdrawn_by_me": {"": N_("They confirm that you withdrew.")},
    "recruiter_outreach": {"": N_("A recruiter writes to you.")},
    "job_alert": {"": N_("These are job adverts.")},
    "other": {"": N_("This does not look like job mail.")},
    UNSURE: {"": N_("Not sure what this is.")},
}
# How each kind is called where the person says what it is.
NAMES: dict[str, str] = {
    "acknowledgement": N_("They have my application"), "status_update": N_("Where things stand"),
    "information_request": N_("They ask for something"), "assessment": N_("A test or a task"),
    "interview_invitation": N_("An invitation"), "interview_change": N_("A change of an interview"),
    "rejection": N_("A no"), "position_closed": N_("The position is closed"), "offer": N_("An offer"),
    "offer_withdrawn": N_("An offer is taken back"), "feedback": N_("Feedback"),
    "talent_pool": N_("They keep my details"), "withdrawn_by_me": N_("I withdrew"),
    "recruiter_outreach": N_("A recruiter writes to me"), "job_alert": N_("Job adverts"),
    "other": N_("Not job mail"), UNSURE: N_("Not sure"),
}  # fmt: skip
NOTHING = ("other", "job_alert")  # kinds that belong to no application
MEETING = ("interview_invitation", "interview_change", "assessment")  # kinds that can bring a time
TIMED = ("interview_invitation", "interview_change")  # kinds of which one expects it
CHOICES = (UNSURE, *KINDS)

_OUTCOMES = {
    "rejection": Outcome.NO, "offer": Outcome.OFFER, "acknowledgement": Outcome.WAIT,
    "withdrawn_by_me": Outcome.WITHDREW, "offer_withdrawn": Outcome.RESCINDED, "position_closed": Outcome.CLOSED,
    "interview_invitation": Outcome.PASSED, "assessment": Outcome.PASSED,
}  # fmt: skip
# Turns that say less than their kind: nothing has ended, and nothing has moved.
_TURNED = {
    ("position_closed", "on_hold"): "", ("assessment", "reminder"): "", ("assessment", "received"): "",
    ("interview_change", "cancelled"): str(Outcome.CANCELLED),
}  # fmt: skip
_CARDS = {
    "rejection": "taught", "position_closed": "taught", "offer_withdrawn": "taught", "offer": "confirm",
    "interview_invitation": "accent", "interview_change": "accent", "assessment": "accent",
}  # fmt: skip


def heading(verdict: Verdict, *, timed: bool) -> str:
    """The news, plainly; `timed`: a time is proposed. What is only guessed is not said as news."""
    if verdict.sure < Sure.FAIRLY:
        return _(_HEADINGS[UNSURE][""])
    return named(verdict, timed=timed)


def named(verdict: Verdict, *, timed: bool) -> str:
    """The news as it would be if it were sure."""
    if verdict.kind == "interview_invitation" and timed:
        return _("They propose a time.")
    known = _HEADINGS.get(verdict.kind, _HEADINGS[UNSURE])
    return _(known.get(verdict.turn, known[""]))


def of_its_own(verdict: Verdict) -> Verdict:
    """A no without the sentences of the other news in its letter: those are not said about it."""
    others = {each.sentence for news in verdict.also for each in news.evidence}
    if not others:
        return verdict
    told = tuple(each for each in verdict.told if each.sentence not in others)
    said = Reading() if verdict.said.value in others else verdict.said
    return replace(verdict, told=told, said=said)


def outcome_of(verdict: Verdict) -> str:
    """What the letter says became of the application; empty when it says nothing of that."""
    turned = _TURNED.get((verdict.kind, verdict.turn))
    return turned if turned is not None else str(_OUTCOMES.get(verdict.kind, ""))


def card_tone(kind: str) -> str:
    """The ground of the card. A no is never red."""
    return _CARDS.get(kind, "wait")
