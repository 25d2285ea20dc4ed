"""All cards, and which of them are on the page: at most five claims at once, in an order, and few on heavy days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from afterword.insight.cards import answers, asked, oneself, silence, stages
from afterword.insight.cards.card import Card, Past
from afterword.insight.limits import SHOWN

_FIRST = ("I-12", "I-17", "I-16", "I-01", "I-05", "I-06")
_HUSHED = ("I-05", "I-06", "I-07")
_ELSEWHERE = ("I-09", "I-10")  # they stand with the answer that is waited for


def every(past: Past) -> tuple[Card, ...]:
    """All twenty, by key; several of one key where it speaks of several things."""
    return (
        answers.larger_numbers(past), answers.run(past), stages.where_it_ends(past), stages.steps(past),
        *asked.gaps(past), asked.delivery(past), asked.compared(past), oneself.forecast(past), *silence.waits(past),
        *silence.probably_silent(past), oneself.it_eases(past), oneself.heavy_days(past), asked.market(past),
        oneself.postponed(past), oneself.confirmed(past), asked.asked_again(past), oneself.learning_yield(past),
        answers.reasons(past), stages.better_or_harder(past), answers.next_tries(past),
    )  # fmt: skip


def on_the_page(past: Past, verdicts: Mapping[tuple[str, str], str] | None = None) -> tuple[Card, ...]:
    """What is claimed now; `verdicts` are the person's answers by key and subject: what they disagree with is gone."""
    return claimed(every(past), oneself.hushes(past), verdicts or {})


def claimed(cards: Sequence[Card], hushed: bool, verdicts: Mapping[tuple[str, str], str]) -> tuple[Card, ...]:
    """The same, of cards that are counted."""
    silent = (*_ELSEWHERE, *(_HUSHED if hushed else ()))
    claims = [
        each
        for each in cards
        if each.claims and each.key not in silent and verdicts.get((each.key, each.subject)) != "disagree"
    ]
    order = {key: at for at, key in enumerate(_FIRST)}
    return tuple(sorted(claims, key=lambda each: (order.get(each.key, len(order)), each.key))[:SHOWN])
