"""Cards about what was asked: I-05 gaps, I-06 delivery, I-07 failed beside passed, I-13 market, I-16 asked again."""

from __future__ import annotations

from afterword.insight import skills
from afterword.insight.cards.card import SHOWN, Card, Past, collecting, hidden, keys
from afterword.insight.limits import (
    AGAIN,
    COMPARED_FAILED,
    COMPARED_MISSED,
    COMPARED_PASSED,
    COMPARED_ROUNDS,
    DELIVERY,
    DELIVERY_BOUND,
    EMPLOYERS,
    GAP_ASKED,
    GAP_CARDS,
    MARKET_APPLICATIONS,
    TAGGED,
    Z95,
)
from afterword.insight.saying import share_in_words
from afterword.journal.terms import Stage
from afterword.words import _


def gaps(past: Past) -> tuple[Card, ...]:
    """At most three; one that collects when there is none."""
    found = skills.gaps(past.episodes)
    shown = [each for each in found if each.badge == "gap" and each.employers >= EMPLOYERS][:GAP_CARDS]
    if not shown:
        most = max((each.missed.n for each in found), default=0)
        return (hidden("I-05", most, GAP_ASKED) if most >= GAP_ASKED else collecting("I-05", most, GAP_ASKED),)
    return tuple(_gap(each, past) for each in shown)


def _gap(gap: skills.Gap, past: Past) -> Card:
    text = _("{skill}: missed in {k} of {n}; wanted in {ads} of {all} adverts.").format(
        skill=gap.skill, k=gap.missed.k, n=gap.missed.n, ads=gap.wanted.k, all=gap.wanted.n
    )
    if not gap.wanted.n:
        text = _("{skill}: missed in {k} of {n}.").format(skill=gap.skill, k=gap.missed.k, n=gap.missed.n)
    if gap.stumbled:
        text += " " + _("Repeating may not mend this: change the story, the example or the target.")
    numbers = {"missed": gap.missed.k, "asked": gap.missed.n, "low": gap.missed.low, "priority": gap.priority}
    behind = keys(each for each in past.episodes if any(gap.skill in m.lowest for m in each.meetings))
    return Card("I-05", SHOWN, text, gap.missed.n, GAP_ASKED, gap.skill, numbers, behind)


def delivery(past: Past) -> Card:
    share = skills.delivery(past.episodes)
    if share.n < TAGGED:
        return collecting("I-06", share.n, TAGGED)
    if (share.value or 0) < DELIVERY or share.low < DELIVERY_BOUND:
        return hidden("I-06", share.n, TAGGED)
    text = _("Of {n} missed, {k} you knew. Practise aloud, not more reading.").format(n=share.n, k=share.k)
    numbers = {"k": share.k, "n": share.n, "low": share.low}
    behind = keys(each for each in past.episodes if any(q.issues for m in each.meetings for q in m.asked))
    return Card("I-06", SHOWN, text, share.n, TAGGED, numbers=numbers, applications=behind)


def compared(past: Past) -> Card:
    """Looked at after 30, 50, 80 and 120 decided rounds, over just those: in between the answer stays what it was."""
    have = len(past.rounds)
    size = max((each for each in COMPARED_ROUNDS if each <= have), default=0)
    if not size:
        return collecting("I-07", have, COMPARED_ROUNDS[0])
    rounds = past.rounds[:size]
    failed = sum(not each.passed for each in rounds)
    if failed < COMPARED_FAILED or size - failed < COMPARED_PASSED:
        return hidden("I-07", have, COMPARED_ROUNDS[0])
    names = sorted({skill for each in rounds for meeting in each.meetings for skill in meeting.lowest})
    found = [each for name in names if (each := skills.compare(rounds, name, Z95))]
    speaking = [each for each in found if each.failed.k >= COMPARED_MISSED and each.difference.low > 0]
    if not speaking:
        return hidden("I-07", have, COMPARED_ROUNDS[0])
    return _compared(max(speaking, key=lambda each: each.difference.low), have)


def _compared(found: skills.Compared, have: int) -> Card:
    if found.depends:
        sides = "; ".join(f"{Stage(s).label} {f.k}/{f.n}, {p.k}/{p.n}" for s, f, p in found.strata)
        text = _("{skill}: it depends on the stage ({sides}).").format(skill=found.skill, sides=sides)
    else:
        text = _(
            "{skill}: more often missed in rounds that failed ({fk} of {fn}, {pk} of {pn}). Not proof of cause."
        ).format(skill=found.skill, fk=found.failed.k, fn=found.failed.n, pk=found.passed.k, pn=found.passed.n)
    numbers = {"low": found.difference.low, "high": found.difference.high, "within": found.within}
    return Card("I-07", SHOWN, text, have, COMPARED_ROUNDS[0], found.skill, numbers)


def market(past: Past) -> Card:
    share, adverts, missing = skills.in_sync(past.episodes, past.as_of)
    if adverts < MARKET_APPLICATIONS:
        return collecting("I-13", adverts, MARKET_APPLICATIONS)
    text = _("You have {k} of {n} required.").format(k=share.k, n=share.n)
    if missing:
        text += " " + _("Most asked for beyond that: {skills}.").format(skills=", ".join(s for s, _n in missing[:3]))
    numbers = {"k": share.k, "n": share.n, "low": share.low, "high": share.high, "missing": dict(missing)}
    behind = keys(each for each in past.episodes if each.wanted)
    return Card("I-13", SHOWN, text, adverts, MARKET_APPLICATIONS, numbers=numbers, applications=behind)


def asked_again(past: Past) -> Card:
    share = skills.asked_again(past.episodes)
    if share.n < AGAIN:
        return collecting("I-16", share.n, AGAIN)
    text = _("{share} missed before went well the next time.").format(share=share_in_words(share))
    numbers = {"k": share.k, "n": share.n, "low": share.low, "high": share.high}
    behind = keys(each for each in past.episodes if any(m.lowest for m in each.meetings))
    return Card("I-16", SHOWN, text, share.n, AGAIN, numbers=numbers, applications=behind)
