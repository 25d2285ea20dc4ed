"""Cards about answers: I-01 larger numbers, I-02 runs, I-18 reasons, I-20 next tries."""

from __future__ import annotations

from afterword.insight import outcomes
from afterword.insight.cards.card import SHOWN, Card, Past, collecting, hidden, keys
from afterword.insight.limits import (
    ENDED,
    NEXT_ENDED,
    NEXT_TRIES,
    REASONS,
    RUN_ENDED,
    RUN_NOES,
    RUN_RARE,
    RUN_RARE_ENDED,
    RUN_USUAL,
)
from afterword.insight.saying import one_in, rounded
from afterword.words import _


def larger_numbers(past: Past) -> Card:
    counted = outcomes.tally(past.episodes)
    if counted.ended < ENDED:
        return collecting("I-01", counted.ended, ENDED)
    value, best, worst = counted.one_in()
    said = _("{failures} no for {successes} yes.").format(failures=counted.failure, successes=counted.success)
    if value is None:
        more = _("At best {best}.").format(best=one_in(best))
    elif worst is None or round(best) == round(worst):
        more = _("About {value}.").format(value=one_in(value))
    else:
        more = _("About {value} (could be {best} … {worst}).").format(
            value=one_in(value), best=one_in(best), worst=one_in(worst)
        )
    numbers = {"success": counted.success, "failure": counted.failure, "low": counted.share.low,
               "high": counted.share.high, "per_success": counted.per_success}  # fmt: skip
    judged = keys(outcomes.judged(past.episodes))
    return Card("I-01", SHOWN, f"{said} {more}", counted.ended, ENDED, numbers=numbers, applications=judged)


def run(past: Past) -> Card:
    counted, noes = outcomes.tally(past.episodes), outcomes.current_run(past.episodes)
    if counted.ended < RUN_ENDED:
        return collecting("I-02", counted.ended, RUN_ENDED)
    if noes < RUN_NOES or not counted.success:
        return hidden("I-02", counted.ended, RUN_ENDED)
    chance = outcomes.chance_of_run(counted, noes)
    numbers = {"ended": counted.ended, "run": noes, "chance": chance}
    if chance >= RUN_USUAL:
        text = _("{n} processes at your rate contain {run} no in a row {percent} % of the time.").format(
            n=counted.ended, run=noes, percent=rounded(chance)
        )
    elif chance < RUN_RARE and counted.ended >= RUN_RARE_ENDED:
        text = _("{run} no in a row is longer than usual at your rate. Has something changed?").format(run=noes)
    else:
        return hidden("I-02", counted.ended, RUN_ENDED)
    behind = keys(outcomes.judged(past.episodes)[-noes:])
    return Card("I-02", SHOWN, text, counted.ended, RUN_ENDED, numbers=numbers, applications=behind)


def reasons(past: Past) -> Card:
    share = outcomes.without_reason(past.episodes)
    if share.n < REASONS:
        return collecting("I-18", share.n, REASONS)
    behind = keys(each for each in past.episodes if each.group == "failure")
    text = _("{k} of {n} gave no reason: guesses stay guesses.").format(k=share.k, n=share.n)
    return Card("I-18", SHOWN, text, share.n, REASONS, numbers={"k": share.k, "n": share.n}, applications=behind)


def next_tries(past: Past) -> Card:
    counted = outcomes.tally(past.episodes)
    if counted.ended < NEXT_ENDED:
        return collecting("I-20", counted.ended, NEXT_ENDED)
    chances = {tries: outcomes.chance_of_yes(counted, tries) for tries in NEXT_TRIES}
    text = _("{n} more processes: about {percent} % for at least one yes, if nothing changes.").format(
        n=5, percent=rounded(chances[5])
    )
    numbers = {str(tries): chance for tries, chance in chances.items()}
    judged = keys(outcomes.judged(past.episodes))
    return Card("I-20", SHOWN, text, counted.ended, NEXT_ENDED, numbers=numbers, applications=judged)
