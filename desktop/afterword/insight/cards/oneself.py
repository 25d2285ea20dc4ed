"""Cards about oneself: I-08 forecast, I-11 easing, I-12 heavy days, I-14 postponed, I-15 confirmed, I-17 yield."""

from __future__ import annotations

from datetime import timedelta

from afterword.insight import feelings, learning
from afterword.insight.cards.card import SHOWN, Card, Past, collecting, hidden, keys
from afterword.insight.forecast import calibration
from afterword.insight.limits import (
    BIAS,
    BRIER_FROM,
    HEAVY_DAYS,
    HEAVY_HOURS,
    OLD_FAILURES,
    PAIRS,
    POSTPONED,
    PREDICTIONS,
    SIGN_P,
)
from afterword.insight.saying import counts, rounded, share_in_words
from afterword.journal.terms import FEELINGS, Status
from afterword.words import _, n_


def forecast(past: Past) -> Card:
    found = calibration(past.rounds)
    have = len(found.said)
    if have < PREDICTIONS:
        return collecting("I-08", have, PREDICTIONS)
    bias, expected = found.bias or 0.0, found.expected or 0.0
    if abs(bias) < BIAS:
        return hidden("I-08", have, PREDICTIONS)
    text = _("You expected {percent} %, got {counts}.").format(percent=rounded(expected), counts=counts(found.passed))
    if have >= BRIER_FROM and (found.brier or 0.0) > (found.brier_of_base or 0.0):
        text += " " + _("Always saying {counts} would have been nearer.").format(counts=counts(found.passed))
    numbers = {"bias": bias, "brier": found.brier, "brier_of_base": found.brier_of_base}
    said = [each for each in past.rounds if any(meeting.expected is not None for meeting in each.meetings)]
    behind = tuple(dict.fromkeys(each.episode.id for each in said))
    return Card("I-08", SHOWN, text, have, PREDICTIONS, numbers=numbers, applications=behind)


def it_eases(past: Past) -> Card:
    found = feelings.eased(past.episodes)
    most = max(each.pairs for each in found)
    if most < PAIRS:
        return collecting("I-11", most, PAIRS)
    eased = [each for each in found if each.pairs >= PAIRS and each.p <= SIGN_P and each.down > each.up]
    if not eased:
        return hidden("I-11", most, PAIRS)
    best = min(eased, key=lambda each: each.p)
    label = _(dict(FEELINGS)[best.scale])
    text = _("{feeling} eased by the time you looked back in {k} of {n}.").format(
        feeling=label, k=best.down, n=best.pairs
    )
    numbers = {"down": best.down, "same": best.same, "up": best.up, "p": best.p}
    return Card("I-11", SHOWN, text, most, PAIRS, best.scale, numbers)


def heavy_days(past: Past) -> Card:
    days = feelings.decision_days(past.episodes)
    if len(days) < HEAVY_DAYS:
        return collecting("I-12", len(days), HEAVY_DAYS)
    if not feelings.heavy(past.episodes):
        return hidden("I-12", len(days), HEAVY_DAYS)
    text = _(
        "The last days of an answer were hard on you. "
        "A pause is part of a search, and so is a talk with somebody you trust."
    )
    return Card("I-12", SHOWN, text, len(days), HEAVY_DAYS)


def hushes(past: Past) -> bool:
    """Whether nothing is said about gaps for two days after a heavy day."""
    days = feelings.decision_days(past.episodes)
    if not days or not feelings.heavy(past.episodes):
        return False
    return past.as_of - days[-1].at < timedelta(hours=HEAVY_HOURS)


def postponed(past: Past) -> Card:
    _times, still = learning.postponed(past.episodes)
    got_it = any(each.status is Status.ACCEPTED for each in past.episodes)
    most = max((plan.postponed for each in past.episodes for plan in each.plans if plan.status == "open"), default=0)
    behind = keys(each for each in past.episodes if any(plan.status == "open" for plan in each.plans))
    if got_it and still:
        text = n_(
            "You got the job. {n} open change: keep it, drop it or date it.",
            "You got the job. {n} open changes: keep, drop or date them.",
            still,
        )
    elif most >= POSTPONED:
        text = _("A plan was put off {n} times: keep it, make it smaller or let it go.").format(n=most)
    else:
        return hidden("I-14", most, POSTPONED)
    return Card("I-14", SHOWN, text, most, POSTPONED, numbers={"open": still, "most": most}, applications=behind)


def confirmed(past: Past) -> Card:
    reviews = [each for each in past.episodes if any(one.kind == "success" for one in each.reflected)]
    if not reviews:
        return hidden("I-15", 0, 1)
    text = n_(
        "{n} success looked at: it confirmed what you can do.",
        "{n} successes looked at: they confirmed what you can do.",
        len(reviews),
    )
    return Card("I-15", SHOWN, text, len(reviews), 1, applications=keys(reviews))


def learning_yield(past: Past) -> Card:
    share = learning.learning_yield(past.episodes, past.as_of)
    if share.n < OLD_FAILURES:
        return collecting("I-17", share.n, OLD_FAILURES)
    if share.k:
        text = _("{share}: so many of your noes became something you can do.").format(share=share_in_words(share))
    else:
        text = _("{n} noes are older than two weeks. What they taught can still be written down.").format(n=share.n)
    numbers = {"k": share.k, "n": share.n, "low": share.low, "high": share.high}
    behind = keys(each for each in past.episodes if each.group == "failure")
    return Card("I-17", SHOWN, text, share.n, OLD_FAILURES, numbers=numbers, applications=behind)
