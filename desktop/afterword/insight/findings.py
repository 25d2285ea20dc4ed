"""Every metric and every card of a day, as plain values: so that anybody can check the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from afterword.insight import feelings, forecast, learning, outcomes, rounds, skills, waiting
from afterword.insight.cards.card import Past
from afterword.insight.cards.oneself import hushes
from afterword.insight.cards.page import claimed, every
from afterword.insight.curve import Curve
from afterword.insight.limits import HORIZON
from afterword.insight.proportions import Share


def findings(past: Past, verdicts: Mapping[tuple[str, str], str] | None = None) -> dict[str, Any]:
    """`metrics` M1 to M15 by name, `cards` with their states, and `page`: what is claimed now, in order."""
    cards = every(past)
    page = claimed(cards, hushes(past), verdicts or {})
    return {
        "as_of": past.as_of.isoformat(),
        "applications": len(past.episodes),
        "metrics": metrics(past),
        "cards": [asdict(each) for each in cards],
        "page": [{"key": each.key, "subject": each.subject} for each in page],
    }


def metrics(past: Past) -> dict[str, Any]:
    """All numbers, with their counts and 90 % bounds."""
    return {**_of_answers(past), **_of_rounds(past), **_of_questions(past), **_of_oneself(past)}


def share(found: Share) -> dict[str, Any]:
    """k, n, the value (null of nothing), its bounds and how it may be shown."""
    return {"k": found.k, "n": found.n, "value": found.value, "low": found.low, "high": found.high,
            "grade": found.grade}  # fmt: skip


def _of_answers(past: Past) -> dict[str, Any]:
    counted = outcomes.tally(past.episodes)
    run = outcomes.current_run(past.episodes)
    found = waiting.silences(past.episodes, past.as_of)
    return {
        "outcomes": {**asdict(counted), "per_success": counted.per_success},
        "success_share": share(counted.share),
        "reasons_missing": share(outcomes.without_reason(past.episodes)),
        "run": {"length": run, "chance": outcomes.chance_of_run(counted, run)},
        "next": {str(n): outcomes.chance_of_yes(counted, n) for n in (1, 3, 5, 10)},
        "answers": {after: _curve(known) for after, known in waiting.curves(found).items()},
    }


def _curve(known: Curve) -> dict[str, Any]:
    steps = [{"day": day, "at_risk": risk, "answers": answers.total(), "silent": known.silent(day)}
             for day, risk, answers in known.steps]  # fmt: skip
    ends = {answer: known.reached(answer, HORIZON) for answer in ("yes", "no", "neither")}
    return {"waits": len(known.waits), "answered": known.answered, "steps": steps, "by_day_60": ends}


def _of_rounds(past: Past) -> dict[str, Any]:
    found = learning.trend(past.rounds)
    return {
        "stages": {each.stage: {**share(each.share), "shrunk": each.shrunk} for each in rounds.rates(past.rounds)},
        "steps": {each.name: share(each.share) for each in rounds.funnel(past.episodes)},
        "trend": None
        if found is None
        else {"first": share(found.first), "second": share(found.second), **asdict(found.difference)},
        "lucky_passes": [each.episode.id for each in skills.lucky(past.rounds)],
    }


def _of_questions(past: Past) -> dict[str, Any]:
    required, adverts, missing = skills.in_sync(past.episodes, past.as_of)
    return {
        "gaps": [
            {"skill": each.skill, "missed": share(each.missed), "wanted": share(each.wanted), "badge": each.badge,
             "priority": each.priority, "stumbled": each.stumbled}
            for each in skills.gaps(past.episodes)
        ],
        "asked_again": share(skills.asked_again(past.episodes)),
        "delivery": share(skills.delivery(past.episodes)),
        "in_sync": {**share(required), "adverts": adverts, "missing": dict(missing)},
    }  # fmt: skip


def _of_oneself(past: Past) -> dict[str, Any]:
    said = forecast.calibration(past.rounds)
    times, still = learning.postponed(past.episodes)
    return {
        "forecast": {"n": len(said.said), "expected": said.expected, "passed": share(said.passed), "bias": said.bias,
                     "brier": said.brier, "brier_of_base": said.brier_of_base},
        "learning_yield": share(learning.learning_yield(past.episodes, past.as_of)),
        "postponed": {"times": times, "open": still},
        "feelings": {each.scale: {"down": each.down, "same": each.same, "up": each.up, "p": each.p}
                     for each in feelings.eased(past.episodes)},
    }  # fmt: skip
