"""Charts: labels that never touch, whatever their number and length; the same in words; saved as pictures."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from afterword import places
from afterword.insight.flow import Column, Leak
from afterword.screen.charts.sankey import Sankey
from afterword.screen.charts.sankey_layout import lay
from afterword.screen.look import Look

WAYS = ("soon", "waiting", "no", "silent", "withdrew", "closed")
LINE = 16.0


def _columns(counts: list[list[int]], name: str) -> tuple[Column, ...]:
    """A flow of so many columns; each list is how many leave there, by way."""
    keys = itertools.count(1)
    ways = [
        [(way, tuple(next(keys) for _each in range(n))) for way, n in zip(WAYS, here, strict=False) if n]
        for here in counts
    ]
    columns: list[Column] = []
    further: tuple[int, ...] = ()
    for at in range(len(ways) - 1, -1, -1):
        leaks = tuple(Leak(way, f"{way} {name}", found) for way, found in ways[at])
        here = further + tuple(key for leak in leaks for key in leak.keys)
        columns.insert(0, Column(f"{name} {at}", here, further, leaks))
        further = here
    return tuple(columns)


counts = st.lists(st.lists(st.integers(0, 40), min_size=6, max_size=6), min_size=1, max_size=9)
names = st.sampled_from(["Call", "A very long name of a stage that nobody would choose", "面接"])


@given(counts, names, st.floats(240, 1600), st.floats(60, 500))
@settings(deadline=None)
def test_labels_never_touch(told: list[list[int]], name: str, width: float, height: float) -> None:
    laid = lay(_columns(told, name), width, height, LINE, lambda text: 6.0 * len(text))
    ways = [node for node in laid.nodes if node.way]
    for one, other in itertools.combinations(ways, 2):
        assert not one.label.meets(other.label)
        assert not one.label.meets(other.bar)
    assert laid.height >= max((node.label.y + node.label.h for node in laid.nodes), default=0.0)


@given(counts)
@settings(deadline=None)
def test_every_application_is_in_it(told: list[list[int]]) -> None:
    laid = lay(_columns(told, "Call"), 600, 260, LINE, lambda text: 6.0 * len(text))
    assert sum(len(node.keys) for node in laid.nodes if node.way) == sum(map(sum, told))


@pytest.fixture
def chart(qtbot: QtBot, qapp: object) -> Sankey:
    look = Look(qapp, places.resources())  # type: ignore[arg-type]
    made = Sankey(look, _columns([[0, 2, 5, 9, 1, 0], [1, 1, 3, 0, 0, 0]], "Call"))
    qtbot.addWidget(made)
    made.resize(640, 280)
    made.show()
    return made


def test_it_is_said_in_words_and_each_bar_is_a_door(chart: Sankey, qtbot: QtBot) -> None:
    assert "silent Call  9" in chart.accessibleName()
    door = next(each for each in chart._doors if each.accessibleName() == "silent Call  9")
    with qtbot.waitSignal(chart.opened) as opened:
        door.setFocus()
        door.click()
    assert len(opened.args[1]) == 9
    chart.hide()


def test_it_is_saved_as_a_drawing_and_as_a_picture(chart: Sankey, tmp_path: Path) -> None:
    chart.save(tmp_path / "flow.svg")
    drawing = (tmp_path / "flow.svg").read_text()
    assert "<svg" in drawing and "silent Call" in drawing
    chart.save(tmp_path / "flow.png")
    assert QImage(str(tmp_path / "flow.png")).width() == 2 * chart.width()
    with pytest.raises(OSError):
        chart.save(tmp_path / "gone" / "flow.png")
    chart.hide()
