"""Where everything of a Sankey chart stands: bars, ribbons and labels that never touch. Plain numbers, no painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from afterword.insight.flow import Column, Leak, offers_of

BAR, GAP = 7.0, 6.0
LEAST = 2.0  # pixels of one bar, however few it stands for


@dataclass(frozen=True)
class Box:
    """Left, top, width and height in pixels."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Box) -> bool:
        across = self.x < other.x + other.w and other.x < self.x + self.w
        return across and self.y < other.y + other.h and other.y < self.y + self.h


@dataclass(frozen=True)
class Node:
    """A bar with its words: a column, or one way out of it."""

    way: str  # "" for a column, "offer", or the way of a leak
    words: str
    keys: tuple[int, ...]
    bar: Box
    label: Box


@dataclass(frozen=True)
class Ribbon:
    """A flow from one bar to another; `h` is its height at both ends."""

    way: str
    x1: float
    y1: float
    x2: float
    y2: float
    h: float


@dataclass(frozen=True)
class Laid:
    """A chart that is laid out, and the height it needs."""

    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


def lay(columns: Sequence[Column], width: float, height: float, line: float, wide: Callable[[str], float]) -> Laid:
    """Lay a flow out in a width, as high as wanted or as it needs. `line` is the height of a label."""
    if not columns:
        return Laid((), (), 0.0)
    most = max(len(each.keys) for each in columns) or 1
    unit = max(1.0, height - line - GAP) / most
    for _try in range(40):
        laid = _lay(columns, width, unit, line, wide)
        if laid.height <= height or unit < LEAST / most:
            break
        unit *= 0.88
    return laid


def _lay(columns: Sequence[Column], width: float, unit: float, line: float, wide: Callable[[str], float]) -> Laid:
    room = max((wide(_words(each.label, each.keys)) for each in _last_labels(columns)), default=0.0) + BAR + 8
    step = (width - min(room, width / 2)) / max(1, len(columns) - (1 if columns[-1].offer else 0))
    top = line + GAP
    taken: list[Box] = []
    nodes: list[Node] = []
    bars: list[Box] = []
    for at, column in enumerate(columns):
        bar = Box(at * step, top, BAR, max(LEAST, len(column.keys) * unit))
        bars.append(bar)
        label = Box(bar.x, 0.0, max(10.0, step - 4), line)
        nodes.append(Node("offer" if column.offer else "", _words(column.label, column.keys), column.keys, bar, label))
        taken.append(Box(bar.x - GAP, bar.y - GAP, BAR + 2 * GAP, bar.h + 2 * GAP))
    ribbons: list[Ribbon] = []
    for at in range(len(columns) - 1, -1, -1):  # the latest stand highest
        ribbons += _ways_out(columns, at, bars, unit)
        y = bars[at].y + len(columns[at].on) * unit
        for leak in columns[at].leaks:
            node, ribbon = _leak(leak, bars[at], y, unit, step, line, wide, taken)
            nodes.append(node)
            ribbons.append(ribbon)
            y += len(leak.keys) * unit
    bottom = max(max(node.bar.y + node.bar.h, node.label.y + node.label.h) for node in nodes)
    nodes.sort(key=lambda node: (node.bar.x, node.bar.y))  # the keyboard goes from left to right, and down
    return Laid(tuple(nodes), tuple(ribbons), bottom)


def _last_labels(columns: Sequence[Column]) -> list[Leak]:
    """The words at the right edge."""
    inner = columns[-2:] if columns[-1].offer else columns[-1:]
    return [leak for column in inner for leak in column.leaks]


def _ways_out(columns: Sequence[Column], at: int, bars: Sequence[Box], unit: float) -> list[Ribbon]:
    """To the next column, and straight to the offer."""
    column, bar = columns[at], bars[at]
    straight = len(offers_of(columns, at))
    further = len(column.on) - straight
    found = []
    if further and at + 1 < len(columns):
        found.append(Ribbon("on", bar.x + BAR, bar.y, bars[at + 1].x, bars[at + 1].y, further * unit))
    if straight:
        offset = sum(len(offers_of(columns, later)) for later in range(at + 1, len(columns) - 1)) * unit
        end = bars[-1]
        found.append(Ribbon("offer", bar.x + BAR, bar.y + further * unit, end.x, end.y + offset, straight * unit))
    return found


def _leak(
    leak: Leak, bar: Box, y: float, unit: float, step: float, line: float, wide: Callable[[str], float],
    taken: list[Box],
) -> tuple[Node, Ribbon]:  # fmt: skip
    words = _words(leak.label, leak.keys)
    tall = max(LEAST, len(leak.keys) * unit)
    x = bar.x + step
    whole = Box(x, y + GAP, BAR + 6 + wide(words), max(tall, line))
    while hit := next((each for each in taken if each.meets(whole)), None):
        whole = Box(x, hit.y + hit.h + GAP / 2, whole.w, whole.h)
    taken.append(whole)
    middle = whole.y + whole.h / 2
    node = Node(
        leak.way, words, leak.keys, Box(x, middle - tall / 2, BAR, tall),
        Box(x + BAR + 6, middle - line / 2, wide(words), line),
    )  # fmt: skip
    return node, Ribbon(leak.way, bar.x + BAR, y, x, middle - tall / 2, len(leak.keys) * unit)


def _words(label: str, keys: Sequence[int]) -> str:
    return f"{label}  {len(keys)}"
