"""Gives the reader what nobody meant to send, for as long as asked, and writes what happened.

    python bench/fuzz.py [--seconds 300] [--count 1000000] [--from 0] [--write]

Each input is made from a number, so that a failure can be made again: `--from NUMBER --count 1`.
`--write` puts the report into bench/fuzz.md.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "desktop"), str(HERE.parent / "tests" / "mail")]

from afterword.mail import lexicon
from afterword.mail.lexicon import Lexicon
from fuzzing import TARGETS

SLOW = 2.0  # seconds of work that no input may take


@dataclass
class Tried:
    """What happened to one kind of input."""

    count: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_is: int = 0
    failures: Counter[str] = field(default_factory=Counter)


def try_one(name: str, number: int, known: Lexicon, tried: Tried) -> None:
    make, check = TARGETS[name]
    given = make(Random(number))
    began = time.process_time()
    try:
        check(given, known)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        tried.failures[f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}, number {number}"] += 1
    took = time.process_time() - began
    tried.count += 1
    tried.seconds += took
    if took > tried.slowest:
        tried.slowest, tried.slowest_is = took, number
    if took > SLOW:
        tried.failures[f"{took:.1f} s, number {number}"] += 1


def report(found: dict[str, Tried]) -> str:
    """A table, and the failures below it."""
    lines = [
        "# Fuzzing", "",
        "`bench/fuzz.py` damages letters of every format, and writes dates, money and markup at random. An input fails",
        "when the reader raises, when a promise about its letter is broken, or when it takes "
        f"{SLOW:.0f} seconds of work.", "",
        "| Input | Tried | Mean | Slowest | Failures |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for name, each in found.items():
        mean = each.seconds / max(1, each.count)
        slowest = f"{each.slowest * 1000:.0f} ms (number {each.slowest_is})"
        failures = sum(each.failures.values()) or "none"
        lines.append(f"| {name} | {each.count:,} | {mean * 1000:.1f} ms | {slowest} | {failures} |")
    total, wrong = sum(each.count for each in found.values()), sum(len(each.failures) for each in found.values())
    lines += ["", f"In all {total:,} inputs, {'no failure' if not wrong else f'{wrong} failures'}.", ""]
    lines += [f"- {name}: {what}" for name, each in found.items() for what in each.failures]
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--from", dest="first", type=int, default=0)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    known = lexicon.load(HERE.parent / "resources" / "phrases")
    found = {name: Tried() for name in TARGETS}
    for name in TARGETS:  # what is loaded once is nobody's fault
        try_one(name, 0, known, Tried())
    began = time.monotonic()
    for number in range(given.first, given.first + given.count):
        for name, tried in found.items():
            try_one(name, number, known, tried)
        if time.monotonic() - began > given.seconds:
            break
    text = report(found)
    print(text)
    if given.write:
        (HERE / "fuzz.md").write_text(text, encoding="utf-8")
    return 1 if any(each.failures for each in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
