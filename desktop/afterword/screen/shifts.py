"""From one order of keys to another in a few steps that a view can follow, when a few are enough."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

MOST = 40  # steps; with more a view is quicker told that everything lies anew
_SIZE = array("q").itemsize


@dataclass(frozen=True)
class Shift:
    """One step: a key comes (`source` -1), goes (`target` -1), or moves; both are places in the list, after it went."""

    key: int
    source: int
    target: int


def shifts(old: array[int], new: array[int]) -> list[Shift] | None:
    """The steps that make `old` into `new`, to be done in order; None when more than MOST are needed."""
    if abs(len(old) - len(new)) > MOST:
        return None
    start = _alike(old, new, 0)
    end = _alike_at_end(old, new, start)
    now, then = old[start : len(old) - end], new[start : len(new) - end]
    if _shuffled(now, then):
        return None
    here, there = set(now), set(then)
    gone, fresh = here - there, there - here
    if len(gone) + len(fresh) > MOST:
        return None
    steps: list[Shift] = []
    for place in reversed([at for at, key in enumerate(now) if key in gone] if gone else []):
        steps.append(Shift(now.pop(place), start + place, -1))
    return _arranged(now, then, fresh, start, steps)


def _arranged(
    now: array[int], then: array[int], fresh: set[int], start: int, steps: list[Shift]
) -> list[Shift] | None:
    """Insert and move from the top, until both are the same."""
    at = 0
    while True:
        at = _alike(now, then, at)
        if at == len(then):
            return steps
        if len(steps) >= MOST:
            return None
        key = then[at]
        if key in fresh:
            now.insert(at, key)
            steps.append(Shift(key, -1, start + at))
            continue
        if at + 1 < len(now) and now[at + 1] == key:  # what stands here belongs further down
            key, source = now[at], at
            target = then.index(key)
            target -= sum(1 for other in fresh if at <= then.index(other) < target) if fresh else 0
        else:
            source, target = now.index(key, at), at
        now.pop(source)
        now.insert(target, key)
        steps.append(Shift(key, start + source, start + target))


def _shuffled(now: array[int], then: array[int]) -> bool:
    """Whether a look at some places shows that MOST steps are not enough: each step moves the others by one place."""
    if len(now) < 10 * MOST:
        return False
    lost = 0
    for at in range(0, len(now), len(now) // (4 * MOST)):
        lost += now[at] not in then[max(0, at - MOST) : at + MOST + 1]
        if lost > MOST:
            return True
    return False


def _alike(one: array[int], other: array[int], start: int) -> int:
    """How far both are the same, from `start` where they are so far. Compares bytes, which the processor does."""
    low, high = start, min(len(one), len(other))
    a, b = one.tobytes(), other.tobytes()
    while low < high:
        if a[low * _SIZE : high * _SIZE] == b[low * _SIZE : high * _SIZE]:
            return high
        if high - low == 1:
            return low
        middle = (low + high) // 2
        if a[low * _SIZE : middle * _SIZE] == b[low * _SIZE : middle * _SIZE]:
            low = middle
        else:
            high = middle
    return low


def _alike_at_end(one: array[int], other: array[int], start: int) -> int:
    """How many stand the same at the end, below what is the same at the start."""
    low, high = 0, min(len(one), len(other)) - start
    a, b = one.tobytes(), other.tobytes()
    while low < high:
        more = (low + high + 1) // 2
        if a[len(a) - more * _SIZE : len(a) - low * _SIZE] == b[len(b) - more * _SIZE : len(b) - low * _SIZE]:
            low = more
        else:
            high = more - 1
    return low
