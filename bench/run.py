"""`make bench`: every figure beside its floor, measured in the same run; a table on the screen, JSON in build/bench/.

A shared machine is noisy: read the ratios, which are medians of pairs, not the single times.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "desktop"), str(HERE)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass
class Figure:
    """One line: what was measured, the floor beside it, and how far it may be above."""

    what: str
    ours: float
    unit: str
    floor: float = 0.0
    floor_is: str = ""
    reach: float = 0.0  # ratio to the floor, or an absolute value when there is no floor

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else 0.0

    @property
    def reached(self) -> str:
        if not self.reach:
            return ""
        return "yes" if (self.ratio if self.floor else self.ours) <= self.reach else "no"


def median(values: list[float]) -> float:
    return statistics.median(values)


def timed(act: Callable[[], object], runs: int = 7) -> float:
    """Median milliseconds of `act`, after one run that does not count."""
    act()
    taken = []
    for _run in range(runs):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def process(*command: str) -> tuple[float, float]:
    """Milliseconds to content and RSS in MB, as a script of this folder prints them."""
    environment = {**os.environ, "BENCH_START": repr(time.time()), "PYTHONPATH": str(HERE.parent / "desktop")}
    # With byte code as an installed program has it: missing .pyc files cost 65 ms and say nothing about us.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=True)
    ms, rss = done.stdout.split()[-2:]
    return float(ms), float(rss)


def starts(journals: dict[int, Path], home: Path, runs: int) -> list[Figure]:
    """Start to content, paired with a bare window of the same number of rows."""
    figures = []
    first = 0.0
    for count, path in journals.items():
        ours, floors = [], []
        for _run in range(runs + 1):
            floors.append(process(str(HERE / "floor_window.py"), str(count)))
            ours.append(process(str(HERE / "start_window.py"), str(path), str(home), str(count)))
        ms, floor_ms = median([o[0] for o in ours[1:]]), median([f[0] for f in floors[1:]])
        rss, floor_rss = median([o[1] for o in ours[1:]]), median([f[1] for f in floors[1:]])
        figures.append(Figure(f"start, {count:,} interviews", ms, "ms", floor_ms, "bare PySide6 window", 1.6))
        figures.append(Figure(f"memory, {count:,} interviews", rss, "MB", floor_rss, "bare PySide6 window",
                              1.5 if count <= 1000 else 1.8))  # fmt: skip
        if first and count == max(journals):
            figures.append(Figure(f"start, {count:,} beside the smallest", ms, "ms", first, "smallest journal", 1.3))
        first = first or ms
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small journals, few runs")
    options = parser.parse_args()
    import acts
    import journals as made
    import tables

    sizes = (1_000, 10_000) if options.quick else (1_000, 10_000, 100_000)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="afterword-bench-") as name:
        folder = Path(name)
        paths = {size: folder / f"{size}.afterword" for size in sizes}
        worded = folder / "words.afterword"
        for size, path in paths.items():
            print(f"making a journal of {size:,} interviews", flush=True)
            made.make(path, size)
        print(f"making a journal of {max(sizes):,} interviews, 300 words each", flush=True)
        made.make(worded, max(sizes), 300)
        figures += starts(paths, folder / "home", 3 if options.quick else 7)
        for size, path in paths.items():
            figures += tables.measure(path, size)
            figures += acts.measure(path, size, folder / "home")
        figures += tables.finds(worded, max(sizes))
    show(figures)
    out = HERE.parent / "build" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    found = [{**asdict(each), "ratio": round(each.ratio, 3), "reached": each.reached} for each in figures]
    (out / "figures.json").write_text(json.dumps(found, indent=2), encoding="utf-8")
    return 0


def show(figures: list[Figure]) -> None:
    print(f"\n{'what':<52} {'ours':>12} {'floor':>10} {'ratio':>6} {'reach':>6}  reached")
    for each in figures:
        floor = f"{each.floor:.1f}" if each.floor else ""
        ratio = f"{each.ratio:.2f}" if each.floor else ""
        print(f"{each.what:<52} {each.ours:>9.1f} {each.unit:<2} {floor:>10} {ratio:>6} {each.reach or '':>6}  "
              f"{each.reached:<4} {each.floor_is}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
