"""One hedged sentence at the head of the lessons: what the noes have in common, if they have."""

from __future__ import annotations

from afterword.insight.cards.card import Past
from afterword.insight.limits import RANGE_FROM
from afterword.insight.taught import blamed, ends_at
from afterword.journal.terms import FactorType, Stage
from afterword.words import N_, _, n_

PATTERN = 3  # debriefs

_SHARES = ((0.9, N_("Nearly all")), (0.62, N_("Most")), (0.45, N_("Half")), (0.3, N_("A third")))
_ABOUT = {
    FactorType.KNOWLEDGE: N_("what you know"), FactorType.DELIVERY: N_("how you told it"),
    FactorType.NERVES: N_("nerves on the day"), FactorType.EXPERIENCE: N_("experience"),
    FactorType.PREPARATION: N_("preparation"), FactorType.EXPECTATIONS: N_("the match"),
    FactorType.SALARY: N_("salary"), FactorType.LOGISTICS: N_("logistics"),
    FactorType.COMPETITION: N_("somebody else"), FactorType.THEIR_PROCESS: N_("their process"),
    FactorType.MARKET: N_("things you do not control"),
}  # fmt: skip


def debriefs(past: Past) -> int:
    """Applications that were written about to the end."""
    return sum(any(each.kind in ("debrief", "success") for each in one.reflected) for one in past.episodes)


def sentence(past: Past) -> str:
    """What can be said of the noes; how much is needed, while there is too little."""
    parts = [part for part in (_where(past), _about(past)) if part]
    if parts:
        return _("{first}, and {second}").format(first=parts[0], second=parts[1]) if len(parts) > 1 else f"{parts[0]}."
    written = debriefs(past)
    if written < PATTERN:
        return n_(
            "Patterns need at least three debriefs. You have {n}.",
            "Patterns need at least three debriefs. You have {n}.",
            written,
        )
    return _("No pattern stands out. That is an answer too: it was not one thing.")


def _where(past: Past) -> str:
    ends = ends_at(past.rounds)
    total = ends.total()
    if total < RANGE_FROM:
        return ""
    stage, count = max(ends.items(), key=lambda each: (each[1], each[0]))
    share = next((word for least, word in _SHARES if count / total >= least), "")
    if not share:
        return ""
    return _("{share} of what ended after a conversation ended here: {stage} ({k} of {n})").format(
        share=_(share), stage=Stage(stage).label.lower(), k=count, n=total
    )


def _about(past: Past) -> str:
    said = blamed(past.episodes)
    known = [(FactorType(code), count) for code, count in said.most_common() if FactorType(code) in _ABOUT]
    if sum(count for _code, count in known) < PATTERN or known[0][1] < 2:
        return ""
    first = _(_ABOUT[known[0][0]])
    if len(known) > 1 and known[0][1] > known[1][1]:
        return _("you wrote more often about {first} than about {second}.").format(
            first=first, second=_(_ABOUT[known[1][0]])
        )
    return _("you wrote most often about {first}.").format(first=first)
