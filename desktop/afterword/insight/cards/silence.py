"""Cards about silence: I-09 what usually comes after so many days, I-10 probably no answer."""

from __future__ import annotations

from afterword.insight import waiting
from afterword.insight.cards.card import SHOWN, Card, Past, collecting, hidden
from afterword.insight.limits import CURVE_WAITS
from afterword.insight.waiting import Open
from afterword.words import _, days


def waits(past: Past) -> tuple[Card, ...]:
    """One for each answer that is open and can be spoken of; one that collects when there is none."""
    speaking = [each for each in past.open if each.later is not None]
    if speaking:
        return tuple(_usual(each) for each in speaking)
    known = waiting.curves(waiting.silences(past.episodes, past.as_of))
    most = max(len(each.waits) for each in known.values())
    return (collecting("I-09", most, CURVE_WAITS) if most < CURVE_WAITS else hidden("I-09", most, CURVE_WAITS),)


def _usual(each: Open) -> Card:
    tenths = round((each.later or 0) * 10)
    text = _("{company}: after {days} of silence, about {n} in 10 of yours still answered.").format(
        company=each.silence.episode.company, days=days(each.days), n=tenths
    )
    key = each.silence.episode.id
    return Card("I-09", SHOWN, text, CURVE_WAITS, CURVE_WAITS, str(key), {"later": each.later, "yes": each.yes}, (key,))


def probably_silent(past: Past) -> tuple[Card, ...]:
    found = [each for each in past.open if each.probably_silent]
    if not found:
        return (hidden("I-10"),)
    return tuple(_silent(each) for each in found)


def _silent(each: Open) -> Card:
    text = _("{company}: {days} of silence. Mark as no answer? You can reopen it.").format(
        company=each.silence.episode.company, days=days(each.days)
    )
    key = each.silence.episode.id
    return Card("I-10", SHOWN, text, each.days, 0, str(key), {"days": each.days}, (key,))
