"""All that the lessons show, counted at once: so that it can be done beside the window, whatever there is to count."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.insight import flow, rounds, taught
from afterword.insight.cards.card import Card, Past
from afterword.insight.cards.oneself import hushes
from afterword.insight.cards.page import every
from afterword.insight.sentence import debriefs, sentence


@dataclass(frozen=True)
class Account:
    """One window of the past, as the page shows it."""

    past: Past
    held: int  # interviews that took place
    debriefs: int
    sentence: str
    stuck: tuple[taught.Row, ...]
    confirmed: tuple[taught.Row, ...]
    outside: taught.Row
    columns: tuple[flow.Column, ...]
    noes: tuple[int, int]  # all, and those after a conversation
    steps: tuple[rounds.Step, ...]
    rates: tuple[rounds.Rate, ...]
    cards: tuple[Card, ...]
    hushed: bool


def account(past: Past) -> Account:
    """Count it; takes as long as there is to count."""
    return Account(
        past=past,
        held=sum(each.was_held(meeting, past.as_of) for each in past.episodes for meeting in each.meetings),
        debriefs=debriefs(past),
        sentence=sentence(past),
        stuck=tuple(taught.stuck(past.episodes)),
        confirmed=tuple(taught.confirmed(past.episodes)),
        outside=taught.not_about_you(past.rounds),
        columns=flow.flow(past.episodes, past.as_of),
        noes=flow.after_a_conversation(past.episodes, past.as_of),
        steps=rounds.funnel(past.episodes),
        rates=tuple(rounds.rates(past.rounds)),
        cards=every(past),
        hushed=hushes(past),
    )
