"""Cards about stages: I-03 where it ends, I-04 the steps, I-19 the trend."""

from __future__ import annotations

from afterword.insight.cards.card import SHOWN, Card, Past, collecting, hidden
from afterword.insight.learning import trend
from afterword.insight.limits import FUNNEL_STEP, STAGE_ROUNDS, TREND_ROUNDS
from afterword.insight.rounds import funnel, hardest, rates
from afterword.insight.saying import counts, share_in_words
from afterword.journal.terms import Stage
from afterword.words import N_, _


def where_it_ends(past: Past) -> Card:
    found = rates(past.rounds)
    enough = [each for each in found if each.share.n >= STAGE_ROUNDS]
    if not enough:
        return collecting("I-03", max((each.share.n for each in found), default=0), STAGE_ROUNDS)
    text = ", ".join(f"{Stage(each.stage).label} {counts(each.share)}" for each in found)
    hard = hardest(found, STAGE_ROUNDS)
    if hard:
        text += ". " + _("Hardest for you: {stage}").format(stage=Stage(hard.stage).label)
    numbers = {each.stage: {"k": each.share.k, "n": each.share.n, "shrunk": each.shrunk} for each in found}
    behind = tuple(dict.fromkeys(each.episode.id for each in past.rounds))
    need = STAGE_ROUNDS
    return Card("I-03", SHOWN, f"{text}.", enough[0].share.n, need, numbers=numbers, applications=behind)


_STEPS = {
    "first": N_("to a first interview"), "second": N_("to a second"), "offer": N_("to an offer"),
    "accepted": N_("to a yes of yours"),
}  # fmt: skip


def steps(past: Past) -> Card:
    found = funnel(past.episodes)
    enough = [each for each in found if each.share.n >= FUNNEL_STEP]
    if not enough:
        return collecting("I-04", max(each.share.n for each in found), FUNNEL_STEP)
    text = "; ".join(f"{_(_STEPS[each.name])}: {share_in_words(each.share)}" for each in enough)
    numbers = {each.name: {"k": each.share.k, "n": each.share.n} for each in found}
    behind = tuple(sorted({key for each in enough for key in (*each.on, *each.ended)}))
    text = text[:1].upper() + text[1:] + "."
    return Card("I-04", SHOWN, text, enough[0].share.n, FUNNEL_STEP, numbers=numbers, applications=behind)


def better_or_harder(past: Past) -> Card:
    found = trend(past.rounds)
    have = len(past.rounds)
    if found is None:
        return collecting("I-19", have, TREND_ROUNDS)
    if not found.word:
        return hidden("I-19", have, TREND_ROUNDS)
    words = _("Better than before") if found.word == "improving" else _("Harder lately")
    text = _("{words}: first {first}, then {second}.").format(
        words=words, first=counts(found.first), second=counts(found.second)
    )
    numbers = {"low": found.difference.low, "high": found.difference.high}
    behind = tuple(dict.fromkeys(each.episode.id for each in past.rounds))
    return Card("I-19", SHOWN, text, have, TREND_ROUNDS, numbers=numbers, applications=behind)
