"""The numbers of the findings against scipy, statsmodels and lifelines, over random inputs.

    pip install '.[crosscheck]'
    python bench/crosscheck.py 10000        how many inputs for each method; a report in build/bench/crosscheck.md

The three weigh 475 MB, so they are in no other environment, and never in the program.
"""

from __future__ import annotations

import random
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "desktop")]

import lifelines
import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from afterword.insight import proportions as own
from afterword.insight.curve import Wait, curve

CLOSE = 1e-9
Tried = tuple[float, object]  # how far apart, and the input


def _wilson(chance: random.Random) -> Tried:
    n = chance.randint(1, 400)
    k = chance.randint(0, n)
    theirs = proportion_confint(k, n, alpha=0.1, method="wilson")
    return _apart(own.wilson(k, n), theirs), (k, n)


def _newcombe(chance: random.Random) -> Tried:
    n1, n2 = chance.randint(1, 120), chance.randint(1, 120)
    k1, k2 = chance.randint(0, n1), chance.randint(0, n2)
    found = own.newcombe(k1, n1, k2, n2)
    assert found is not None
    theirs = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", alpha=0.1)
    return _apart((found.low, found.high), theirs), (k1, n1, k2, n2)


def _mantel_haenszel(chance: random.Random) -> Tried:
    tables = []
    for _stratum in range(chance.randint(1, 5)):
        n1, n2 = chance.randint(2, 40), chance.randint(2, 40)
        tables.append((chance.randint(1, n1), n1, chance.randint(1, n2), n2))
    # None of the three has the risk difference, so its definition over numpy stands for it (Greenland, Robins 1985).
    k1, n1, k2, n2 = np.array(tables, dtype=float).T
    theirs = float(((k1 * n2 - k2 * n1) / (n1 + n2)).sum() / (n1 * n2 / (n1 + n2)).sum())
    return _apart((own.mantel_haenszel(tables),), (theirs,)), tables


def _sign(chance: random.Random) -> Tried:
    down, up = chance.randint(0, 60), chance.randint(0, 60)
    theirs = stats.binomtest(down, down + up).pvalue if down + up else 1.0
    return _apart((own.sign_test(down, up),), (theirs,)), (down, up)


def _jeffreys(chance: random.Random) -> Tried:
    n = chance.randint(0, 300)
    k = chance.randint(0, n)
    low, high = own.jeffreys(k, n, 0.9)
    theirs = stats.beta.ppf([0.05, 0.95], k + 0.5, n - k + 0.5)
    return _apart((low, high), theirs), (k, n)


def _next_tries(chance: random.Random) -> Tried:
    yes, no, tries = chance.randint(0, 30), chance.randint(0, 300), chance.randint(1, 30)
    theirs = 1 - stats.betabinom.pmf(0, tries, yes + 0.5, no + 0.5)
    return _apart((own.next_tries(yes, no, tries),), (theirs,)), (yes, no, tries)


def _run(chance: random.Random) -> Tried:
    """Against every sequence, one by one."""
    n, run, p = chance.randint(1, 12), chance.randint(1, 6), chance.random()
    total = 0.0
    for bits in range(2**n):
        text = f"{bits:0{n}b}"
        if "1" * run in text:
            total += p ** text.count("1") * (1 - p) ** text.count("0")
    return _apart((own.run_chance(n, run, p),), (total,)), (n, run, p)


def _waits(chance: random.Random) -> list[Wait]:
    kinds = ("yes", "no", "neither", "", "")
    return [Wait(chance.randint(0, 60), chance.choice(kinds)) for _each in range(chance.randint(2, 60))]


def _kaplan_meier(chance: random.Random) -> Tried:
    waits = _waits(chance)
    days, seen = [w.days for w in waits], [w.answered for w in waits]
    fitted = lifelines.KaplanMeierFitter().fit(days, seen)
    at = chance.randint(0, 60)
    return _apart((curve(waits).silent(at),), (float(fitted.predict(at)),)), (waits, at)


def _aalen_johansen(chance: random.Random) -> Tried:
    # Days that differ: the library shifts ties at random.
    days = chance.sample(range(1, 90), chance.randint(3, 40))
    waits = [Wait(day, chance.choice(("yes", "no", ""))) for day in days]
    codes = [{"": 0, "yes": 1, "no": 2}[w.answer] for w in waits]
    if 1 not in codes:
        return 0.0, waits
    fitted = lifelines.AalenJohansenFitter(calculate_variance=False).fit([w.days for w in waits], codes, 1)
    return _apart((curve(waits).reached("yes", 90),), (float(fitted.cumulative_density_.iloc[-1, 0]),)), waits


CHECKS: dict[str, tuple[Callable[[random.Random], Tried], str]] = {
    "Wilson interval": (_wilson, "statsmodels"),
    "Newcombe interval": (_newcombe, "statsmodels"),
    "Mantel–Haenszel risk difference": (_mantel_haenszel, "numpy"),
    "Sign test": (_sign, "scipy"),
    "Jeffreys interval": (_jeffreys, "scipy"),
    "Next tries": (_next_tries, "scipy"),
    "Runs": (_run, "every sequence"),
    "Kaplan–Meier": (_kaplan_meier, "lifelines"),
    "Aalen–Johansen": (_aalen_johansen, "lifelines"),
}
SLOW = {"Runs": 50, "Kaplan–Meier": 10, "Aalen–Johansen": 10}  # so many times fewer inputs


def _apart(ours: object, theirs: object) -> float:
    return float(np.max(np.abs(np.asarray(ours, dtype=float) - np.asarray(theirs, dtype=float))))


def main(inputs: int) -> int:
    warnings.simplefilter("ignore")
    lines = ["# The findings against other libraries", ""]
    lines += ["| method | against | inputs | furthest apart |", "|---|---|---|---|"]
    wrong = 0
    for name, (check, library) in CHECKS.items():
        chance, times = random.Random(name), max(1, inputs // SLOW.get(name, 1))
        worst: Tried = (0.0, None)
        for _each in range(times):
            worst = max(worst, check(chance), key=lambda tried: tried[0])
        lines.append(f"| {name} | {library} | {times} | {worst[0]:.1e} |")
        if worst[0] > CLOSE:
            wrong += 1
            lines.append(f"\nToo far apart: {name}, {worst[1]}\n")
    report = "\n".join(lines) + "\n"
    out = ROOT / "build" / "bench" / "crosscheck.md"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(report, encoding="utf-8")
    print(report)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
