"""The road is to scale where there is room, and its labels never touch."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from afterword import places
from afterword.journal.stories import Stop
from afterword.paper.road import spread
from afterword.screen.look import Look
from afterword.screen.pages.road import Road


def test_silence_takes_the_room_it_took() -> None:
    at = spread([0, 10, 40], [10.0, 10.0], 0.0, 400.0)
    assert at[0] == 0 and at[-1] == 400
    assert abs((at[1] - at[0]) * 3 - (at[2] - at[1])) < 1


@given(
    st.lists(st.integers(0, 400), min_size=2, max_size=6).map(sorted),
    st.lists(st.floats(20, 90), min_size=6, max_size=6),
)
def test_stops_stay_in_order_and_inside(days: list[int], widths: list[float]) -> None:
    at = spread([day - days[0] for day in days], widths[: len(days) - 1], 5.0, 380.0)
    assert all(a <= b + 1e-6 for a, b in itertools.pairwise(at))
    assert at[0] >= 5.0 - 1e-6 and at[-1] <= 380.0 + 1e-6


def test_a_screen_reader_hears_the_whole_road(qtbot: QtBot, qapp: object) -> None:
    look = Look(qapp, places.resources())  # type: ignore[arg-type]
    stops = [Stop("applied", "Applied", date(2025, 2, 3)), Stop("answer", "Answer", date(2025, 3, 12), "no")]
    road = Road(look, stops)
    qtbot.addWidget(road)
    road.resize(360, 58)
    assert road.accessibleName() == "Applied 3 February 2025, Answer 12 March 2025"
    assert not road.grab().isNull()
