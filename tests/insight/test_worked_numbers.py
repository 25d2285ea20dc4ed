"""The worked examples of the design, to the digits given: the methods alone."""

from __future__ import annotations

import pytest

from afterword.insight.curve import Wait, curve
from afterword.insight.limits import Z95
from afterword.insight.proportions import (
    Share,
    mantel_haenszel,
    newcombe,
    next_tries,
    run_chance,
    shrunk,
    sign_test,
)


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def test_share_of_two_in_fourteen_and_none_in_six() -> None:
    share = Share(2, 14)
    assert (share.value, share.low, share.high) == (near(0.1429), near(0.0485), near(0.3529))
    assert (round(1 / share.high, 1), round(1 / share.low, 1)) == (2.8, 20.6)
    assert Share(0, 6).low == 0
    assert Share(0, 6).high == near(0.3108)
    assert Share(0, 0).value is None


@pytest.mark.parametrize(
    ("n", "grade"), [(0, "nothing"), (1, "counts"), (4, "counts"), (5, "range"), (9, "range"), (10, "percent")]
)
def test_no_percentage_below_ten_and_no_range_below_five(n: int, grade: str) -> None:
    assert Share(0, n).grade == grade


def test_small_cells_are_drawn_to_the_own_rate() -> None:
    assert [shrunk(k, n, 9 / 13) for k, n in ((6, 7), (2, 4), (1, 2))] == [near(0.7972), near(0.5962), near(0.6282)]


WAITS = curve(
    [Wait(d, "yes" if d in (2, 13) else "no") for d in (2, 3, 8, 13, 21)]
    + [Wait(5, "yes"), Wait(5, "no")]
    + [Wait(d) for d in (6, 18, 30, 45, 60)]
)


def test_silence_is_censored_and_never_dropped() -> None:
    found = [round(WAITS.silent(day), 4) for day in (2, 3, 5, 8, 13, 21)]
    assert found == [0.9167, 0.8333, 0.6667, 0.5714, 0.4762, 0.3571]
    assert [round(WAITS.any_later(k) or 0, 4) for k in (0, 7, 14)] == [0.6429, 0.4643, 0.25]
    assert WAITS.silent_bounds(7) == (near(0.3953), near(0.8377))
    assert WAITS.any_later(22) is None
    assert (WAITS.so_far(22).k, WAITS.so_far(22).n, WAITS.so_far(22).high) == (0, 3, near(0.4742))


def test_a_yes_and_a_no_compete() -> None:
    yes, no, silent = WAITS.reached("yes", 60), WAITS.reached("no", 60), WAITS.silent(60)
    assert (yes, no, silent) == (near(0.2619), near(0.3810), near(0.3571))
    assert yes + no + silent == pytest.approx(1)
    assert WAITS.later("yes", 7) == near(0.1429)


def test_differences_have_bounds() -> None:
    small, large = newcombe(5, 9, 1, 6), newcombe(12, 20, 3, 20)
    assert small and large
    assert (small.value, small.low, small.high) == (near(0.3889), near(-0.0310), near(0.6492))
    assert (large.low, large.high) == (near(0.2001), near(0.6307))
    strict = newcombe(12, 20, 3, 20, Z95)
    assert strict and (strict.low, strict.high) == (near(0.1503), near(0.6558))
    for (k1, n1, k2, n2), bounds in (((4, 8, 1, 8), (-0.0059, 0.6443)), ((7, 10, 1, 10), (0.2421, 0.7896))):
        found = newcombe(k1, n1, k2, n2)
        assert found and (found.low, found.high) == (near(bounds[0]), near(bounds[1]))


def test_within_strata_the_sign_can_turn() -> None:
    assert near(0.1544) == 10 / 16 - 8 / 17
    assert mantel_haenszel([(1, 4, 4, 12), (9, 12, 4, 5)]) == near(-0.0653)


def test_signs_runs_and_next_tries() -> None:
    assert (round(sign_test(7, 0), 4), round(sign_test(4, 0), 3)) == (0.0156, 0.125)
    assert (run_chance(15, 6, 0.75), run_chance(10, 5, 0.8)) == (near(0.5487), near(0.6554))
    assert [round(next_tries(2, 12, k), 4) for k in (1, 3, 5, 10)] == [0.1667, 0.4003, 0.5515, 0.7553]


def test_asked_again_and_learning_yield_bounds() -> None:
    assert (Share(5, 7).low, Share(5, 7).high) == (near(0.4087), near(0.9004))
    assert (Share(6, 9).low, Share(6, 9).high) == (near(0.3983), near(0.8580))
    assert (Share(16, 26).low, Share(16, 26).high) == (near(0.4548), near(0.7543))
