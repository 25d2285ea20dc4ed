"""The worked examples of the design, told as episodes, to the digits given."""

from __future__ import annotations

import random

import pytest
from told import AS_OF, day, episode, meeting

from afterword.insight import feelings, forecast, learning, outcomes, rounds, skills, waiting
from afterword.insight.limits import Z95
from afterword.insight.proportions import Share
from afterword.journal.episodes import Felt, Planned, Reflected, Wanted
from afterword.journal.terms import Result


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def test_e1_larger_numbers() -> None:
    told = ["accepted", "offer_declined", *["rejected"] * 9, *["ghosted"] * 3, "withdrawn", "closed", "draft"]
    counted = outcomes.tally([episode(each) for each in (*told, "in_process", "in_process")])
    assert (counted.success, counted.failure, counted.no_contest, counted.pending) == (2, 12, 2, 2)
    assert counted.per_success == 6
    assert [round(each or 0, 1) for each in counted.one_in()] == [7.0, 2.8, 20.6]
    none = outcomes.tally([episode("rejected") for _each in range(6)])
    assert none.per_success is None
    assert round(none.one_in()[1], 1) == 3.2 and none.one_in()[2] is None
    assert outcomes.tally([]).share.value is None


def test_e2_results_follow_from_rounds() -> None:
    def results(status: str, *stages: tuple[str, int]) -> list[str]:
        met = tuple(meeting(stage, 7 * number, number) for stage, number in stages)
        return [str(each) for each in episode(status, met).results(AS_OF)]

    two = (("recruiter_screen", 1), ("technical", 2))
    assert results("in_process", *two) == ["pass", "pending"]
    assert results("rejected", *two) == ["pass", "fail"]
    assert results("offer_declined", *two) == ["pass", "pass"]
    assert results("withdrawn", *two) == ["pass", "no_contest"]
    loop = (("recruiter_screen", 1), ("technical", 2), ("technical", 2), ("technical", 2))
    assert results("rejected", *loop) == ["pass", "fail", "fail", "fail"]


def test_a_loop_is_one_round() -> None:
    met = (meeting("recruiter_screen", 7, 1), meeting("technical", 14, 2), meeting("culture", 14, 2))
    found = rounds.decided([episode("rejected", met)], AS_OF)
    assert [(each.stage, each.passed) for each in found] == [("recruiter_screen", True), ("loop", False)]


SEVEN = [
    ("rejected", "STF"), ("rejected", "ST"), ("ghosted", "S"), ("accepted", "STF"), ("withdrawn", "ST"),
    ("in_process", "ST"), ("rejected", "ST"),
]  # fmt: skip


def test_e3_where_it_ends() -> None:
    found = {each.stage: each for each in rounds.rates(rounds.decided([episode(*each) for each in SEVEN], AS_OF))}
    screen, technical, final = (found[each] for each in ("recruiter_screen", "technical", "executive"))
    assert (screen.share.k, screen.share.n) == (6, 7)
    assert (screen.share.low, screen.share.high) == (near(0.5477), near(0.9675))
    assert (technical.share.k, technical.share.n) == (2, 4)
    assert (technical.share.low, technical.share.high) == (near(0.1824), near(0.8176))
    assert (final.share.k, final.share.n) == (1, 2)
    assert [screen.shrunk, technical.shrunk, final.shrunk] == [near(0.7972), near(0.5962), near(0.6282)]


def test_e4_steps() -> None:
    told = [("accepted", "STF"), ("offer_declined", "ST"), ("rejected", "ST"), *[("rejected", "S")] * 2,
            ("ghosted", "S"), ("in_process", "ST"), ("in_process", "S"), *[("rejected", "")] * 5,
            *[("ghosted", "")] * 4, *[("applied", "")] * 3, ("closed", ""), ("draft", "")]  # fmt: skip
    found = {step.name: step.share for step in rounds.funnel([episode(*each) for each in told])}
    assert {name: (s.k, s.n) for name, s in found.items()} == {
        "first": (8, 17), "second": (4, 7), "offer": (2, 3), "accepted": (1, 2),
    }  # fmt: skip
    assert (found["first"].low, found["first"].high) == (near(0.2896), near(0.6596))


def _wanted(adverts: dict[str, int]) -> list[tuple[Wanted, ...]]:
    return [tuple(Wanted(skill, True, 1) for skill, n in adverts.items() if at < n) for at in range(14)]


def test_e7_gaps() -> None:
    asked = {"SQL": (4, 5), "system design": (3, 6), "Kubernetes": (1, 1), "behavioural": (2, 9)}
    wanted = _wanted({"SQL": 9, "system design": 12, "Kubernetes": 7, "behavioural": 14})
    told = []
    for at in range(14):
        rated = {skill: 0 if at < missed else 3 for skill, (missed, total) in asked.items() if at < total}
        told.append(episode("rejected", (meeting("technical", 7, 1, rated=rated),), wanted=wanted[at], company=at + 1))
    found = skills.gaps(told)
    assert [each.skill for each in found] == ["SQL", "system design", "Kubernetes", "behavioural"]
    assert [round(each.priority, 4) for each in found] == [0.2798, 0.1897, 0.1349, 0.0765]
    assert [each.badge for each in found] == ["gap", "recurring", "seen_once", "recurring"]


def test_e8_what_was_rated_afterwards_does_not_count() -> None:
    told = [episode("rejected", (meeting("technical", 7, 1, rated={"SQL": q}),)) for q in (1, 0, 3, 2)]
    told += [episode("rejected", (meeting("technical", 7, 1, rated={"SQL": q}, sealed=False),)) for q in (1, 0)]
    (found,) = skills.gaps(told)
    assert (found.missed.k, found.missed.n, found.missed.low) == (2, 4, near(0.1824))


def _asked(*, passed: bool, missed: int, total: int, stage: str) -> list[object]:
    return [
        episode(
            "accepted" if passed else "rejected",
            (meeting(stage, 7, 1, rated={"SQL": 0 if at < missed else 3}),),
        )
        for at in range(total)
    ]


def test_e9_failed_beside_passed() -> None:
    told = _asked(passed=False, missed=12, total=20, stage="technical")
    told += _asked(passed=True, missed=3, total=20, stage="technical")
    found = skills.compare(rounds.decided(told, AS_OF), "SQL", Z95)
    assert found and (found.difference.low, found.difference.high) == (near(0.1503), near(0.6558))
    assert not found.depends


def test_e10_it_depends_on_the_stage() -> None:
    told = [
        *_asked(passed=False, missed=1, total=5, stage="recruiter_screen"),
        *_asked(passed=True, missed=3, total=11, stage="recruiter_screen"),
        *_asked(passed=False, missed=9, total=13, stage="executive"),
        *_asked(passed=True, missed=3, total=4, stage="executive"),
    ]
    found = skills.compare(rounds.decided(told, AS_OF), "SQL")
    assert found and found.depends
    assert found.difference.value > 0 > (found.within or 0)
    assert [stage for stage, _failed, _passed in found.strata] == ["executive", "recruiter_screen"]


def test_e11_forecasts() -> None:
    said = (80, 70, 60, 90, 50, 70, 40, 60)
    came = (0, 1, 0, 1, 0, 0, 0, 1)
    told = [
        episode("accepted" if yes else "rejected", (meeting("technical", 7, 1, expected=p),))
        for p, yes in zip(said, came, strict=True)
    ]
    found = forecast.calibration(rounds.decided(told, AS_OF))
    assert (found.brier, found.bias, found.brier_of_base) == (near(0.27), near(0.275), near(0.2344))


def test_e12_it_eases() -> None:
    pairs = ((4, 2), (3, 2), (4, 3), (3, 1), (2, 1), (3, 2), (4, 2))
    told = [
        episode("rejected", felt=(
            Felt("decision", day(60), 3, before, None, None),
            Felt("revisit", day(70), 2 if at < 4 else 3, after, None, None),
        ))
        for at, (before, after) in enumerate(pairs)
    ]  # fmt: skip
    found = {each.scale: each for each in feelings.eased(told)}
    assert (found["inadequacy"].down, found["inadequacy"].pairs) == (7, 7)
    assert round(found["inadequacy"].p, 4) == 0.0156
    assert (found["fear"].down, found["fear"].same, round(found["fear"].p, 3)) == (4, 3, 0.125)


def test_e13_asked_again_and_what_failures_became() -> None:
    told = []
    for at in range(7):
        rated = {f"skill {at}": 0}
        later = {f"skill {at}": 3 if at < 5 else 1}
        told.append(episode("rejected", (meeting("technical", 7, 1, rated=rated),)))
        told.append(episode("rejected", (meeting("technical", 30, 1, rated=later),)))
    found = skills.asked_again(told)
    assert (found.k, found.n, found.low, found.high) == (5, 7, near(0.4087), near(0.9004))

    done = (Planned(1, "done", day(70).date(), 0),)
    nothing = (Reflected("debrief", day(64), True),)
    told = [episode("rejected", plans=done) for _each in range(4)]
    told += [episode("ghosted", reflected=nothing) for _each in range(2)]
    told += [episode("rejected") for _each in range(3)]
    told.append(episode("rejected", plans=done, ended=(AS_OF - day(0)).days - 3))  # younger than 14 days
    found = learning.learning_yield(told, AS_OF)
    assert (found.k, found.n, found.low) == (6, 9, near(0.3983))


def test_e14_trends_are_looked_at_every_twenty_rounds() -> None:
    def halves(first: int, second: int, more: int = 0) -> learning.Trend | None:
        passes = [at < first for at in range(10)] + [at < second for at in range(10)] + [False] * more
        told = [episode("accepted" if each else "rejected", (meeting("technical", 7 + at, 1),))
                for at, each in enumerate(passes)]  # fmt: skip
        return learning.trend(rounds.decided(told, AS_OF))

    found = halves(1, 7)
    assert found and found.word == "improving" and found.difference.low == near(0.2421)
    assert halves(1, 7, more=15) == found
    assert (halves(4, 5) or found).word == ""


def test_e15_runs() -> None:
    told = [episode("accepted", ended=20), *[episode("rejected", ended=30 + at) for at in range(6)]]
    assert outcomes.current_run(told) == 6
    counted = outcomes.tally([episode("accepted")] * 2 + [episode("rejected")] * 12)
    assert round(outcomes.chance_of_yes(counted, 5), 4) == 0.5515


def test_e16_in_sync() -> None:
    need = {"Python": (8, 3), "SQL": (6, 1), "AWS": (5, 2), "Kubernetes": (4, 0), "Docker": (3, 2)}
    told = [
        episode("applied", applied=(AS_OF - day(0)).days - 5, wanted=tuple(
            Wanted(skill, True, level) for skill, (n, level) in need.items() if at < n))
        for at in range(8)
    ]  # fmt: skip
    share, adverts, missing = skills.in_sync(told, AS_OF)
    assert (share.k, share.n, adverts) == (16, 26, 8)
    assert missing == (("SQL", 6), ("Kubernetes", 4))


def test_silences_keep_counting_until_today() -> None:
    told = [
        episode("ghosted", "S", applied=0, ended=40),
        episode("rejected", "S", applied=0, ended=12),
        episode("applied", applied=10),
        episode("withdrawn", "", applied=0, ended=9),
    ]
    as_of = day(50)
    found = waiting.curves(waiting.silences(told, as_of))
    assert [(w.days, w.answer) for w in found["application"].waits] == [(4, "yes"), (4, "yes"), (9, ""), (40, "")]
    assert [(w.days, w.answer) for w in found["interview"].waits] == [(5, "no"), (43, "")]
    (still,) = waiting.open_answers(told, as_of)
    assert (still.days, still.later, still.probably_silent) == (40, None, True)


def test_the_order_of_entry_changes_nothing() -> None:
    told = [episode(*each, ended=40 + at) for at, each in enumerate(SEVEN * 3)]
    mixed = told[:]
    random.Random(4).shuffle(mixed)
    for ask in (outcomes.tally, outcomes.current_run, rounds.funnel):
        first, second = ask(told), ask(mixed)
        if ask is rounds.funnel:
            first, second = [s.share for s in first], [s.share for s in second]
        assert first == second
    assert rounds.decided(told, AS_OF) == rounds.decided(mixed, AS_OF)
    assert skills.gaps(told) == skills.gaps(mixed)


def test_a_passed_round_is_not_lost_by_a_later_no() -> None:
    before, after = episode("in_process", "ST"), episode("rejected", "ST")
    assert before.results(AS_OF)[0] is after.results(AS_OF)[0] is Result.PASS


@pytest.mark.parametrize("n", range(5))
def test_nothing_is_said_in_percent_of_fewer_than_five(n: int) -> None:
    assert Share(n, n).grade in ("nothing", "counts")
    assert waiting.curves([])["interview"].speaks(0) is False
