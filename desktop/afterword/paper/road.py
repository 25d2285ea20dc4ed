"""Where the stops of a road stand: to scale where there is room, pushed apart where their words would touch."""

from __future__ import annotations

from collections.abc import Sequence


def least_gaps(widths: Sequence[float], spans: Sequence[float], gap: float) -> list[float]:
    """The least distance from each stop to the next. `spans[n]` is the width of the words on the line before stop n.

    The first label hangs right of its stop, the last left of it, the others are centred.
    """
    count = len(widths)
    least = []
    for n in range(count - 1):
        before = widths[n] if n == 0 else widths[n] / 2
        after = widths[n + 1] if n + 1 == count - 1 else widths[n + 1] / 2
        span = spans[n + 1] + 3 * gap if spans[n + 1] else 0
        least.append(max(before + after + gap, span))
    return least


def spread(offsets: Sequence[int], least: Sequence[float], left: float, right: float) -> list[float]:
    """A place for each stop between `left` and `right`; `offsets` in days, never falling."""
    count = len(offsets)
    if count == 1:
        return [left]
    total = max(1, offsets[-1] - offsets[0])
    places = [left + (right - left) * (day - offsets[0]) / total for day in offsets]
    squeeze = min(1.0, (right - left) / max(1.0, sum(least)))
    gaps = [gap * squeeze for gap in least]
    for n in range(1, count):
        places[n] = max(places[n], places[n - 1] + gaps[n - 1])
    places[-1] = right
    for n in range(count - 2, 0, -1):
        places[n] = min(places[n], places[n + 1] - gaps[n])
    return places
