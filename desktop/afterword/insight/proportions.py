"""Proportions that stay honest with five data points: standard methods, standard library.

Every function takes counts and gives plain floats; None where there is nothing to divide by.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from afterword.insight.limits import PERCENT_FROM, RANGE_FROM, SHRINK, Z90


@dataclass(frozen=True)
class Share:
    """k of n, with the bounds of its Wilson score interval (Wilson 1927)."""

    k: int
    n: int
    z: float = Z90

    @property
    def value(self) -> float | None:
        return self.k / self.n if self.n else None

    @property
    def low(self) -> float:
        return wilson(self.k, self.n, self.z)[0]

    @property
    def high(self) -> float:
        return wilson(self.k, self.n, self.z)[1]

    @property
    def grade(self) -> str:
        """How it may be shown: nothing, counts, range (in words), percent (rounded to 5)."""
        if not self.n:
            return "nothing"
        return "counts" if self.n < RANGE_FROM else "range" if self.n < PERCENT_FROM else "percent"


def wilson(k: float, n: float, z: float = Z90) -> tuple[float, float]:
    """The bounds of a proportion; (0, 1) of nothing."""
    if n <= 0:
        return 0.0, 1.0
    p, square = k / n, z * z
    middle = p + square / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + square / (4 * n * n))
    scale = 1 + square / n
    low = 0.0 if k <= 0 else max(0.0, (middle - half) / scale)
    return low, 1.0 if k >= n else min(1.0, (middle + half) / scale)


@dataclass(frozen=True)
class Difference:
    """The difference of two proportions, with its bounds."""

    value: float
    low: float
    high: float


def newcombe(k1: int, n1: int, k2: int, n2: int, z: float = Z90) -> Difference | None:
    """k1/n1 − k2/n2 with Newcombe's hybrid score interval (1998, method 10); None when a side is empty."""
    if not n1 or not n2:
        return None
    p1, p2 = k1 / n1, k2 / n2
    (low1, high1), (low2, high2) = wilson(k1, n1, z), wilson(k2, n2, z)
    value = p1 - p2
    return Difference(
        value,
        value - math.hypot(p1 - low1, high2 - p2),
        value + math.hypot(high1 - p1, p2 - low2),
    )


def mantel_haenszel(tables: Sequence[tuple[int, int, int, int]]) -> float | None:
    """The common risk difference of several strata, each k1, n1, k2, n2 (Greenland and Robins 1985)."""
    usable = [(k1, n1, k2, n2) for k1, n1, k2, n2 in tables if n1 and n2]
    weight = sum(n1 * n2 / (n1 + n2) for _k1, n1, _k2, n2 in usable)
    if not weight:
        return None
    return sum((k1 * n2 - k2 * n1) / (n1 + n2) for k1, n1, k2, n2 in usable) / weight


def jeffreys(k: int, n: int, mass: float) -> tuple[float, float]:
    """The middle part of the posterior of a proportion under Jeffreys' prior, Beta(k + ½, n − k + ½)."""
    a, b = k + 0.5, n - k + 0.5
    return beta_quantile((1 - mass) / 2, a, b), beta_quantile((1 + mass) / 2, a, b)


def beta_quantile(p: float, a: float, b: float) -> float:
    """The p-quantile of a beta distribution, by bisection."""
    low, high = 0.0, 1.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_below(middle, a, b) < p else (low, middle)
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz; DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    ) / a  # fmt: skip
    fraction, c, d = 1.0, 1.0, 0.0
    for step in range(1, 400):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / _not_nothing(1 + term * d)
        c = _not_nothing(1 + term / c)
        fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front / fraction


def _not_nothing(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300


def shrunk(k: int, n: int, overall: float) -> float:
    """A small cell drawn towards the person's own overall rate: (k + 4·p₀) / (n + 4)."""
    return (k + SHRINK * overall) / (n + SHRINK)


def sign_test(down: int, up: int) -> float:
    """Exact two-sided sign test; pairs that are the same are left out before. 1 of nothing."""
    n = down + up
    if not n:
        return 1.0
    tail = sum(math.comb(n, k) for k in range(max(down, up), n + 1))
    return float(min(1.0, tail / 2 ** (n - 1)))


def run_chance(n: int, run: int, p: float) -> float:
    """The chance of at least one run of so many failures in n tries, each failing with p. Exact."""
    if run <= 0:
        return 1.0
    states = [1.0] + [0.0] * (run - 1)  # by length of the run that is going on
    done = 0.0
    for _try in range(n):
        done += states[-1] * p
        states = [sum(states) * (1 - p), *(each * p for each in states[:-1])]
    return done


def next_tries(successes: int, failures: int, tries: int) -> float:
    """The chance of at least one success in the next tries: beta-binomial, Jeffreys prior."""
    a, b = successes + 0.5, failures + 0.5
    return 1 - math.prod((b + each) / (a + b + each) for each in range(tries))
