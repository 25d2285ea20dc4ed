"""The sheet to read before the next interview, and the whole search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterword.journal.sheets import Whole
from afterword.paper.blocks import Include, Ruled, plain
from afterword.paper.markdown import markdown
from afterword.paper.road import least_gaps, spread
from afterword.paper.sheet import cut, sheet
from afterword.paper.whole import whole
from paper import samples


def test_northwind_reads_like_the_picture() -> None:
    document = sheet(samples.northwind(), samples.TODAY)
    assert plain(document).split("\n") == [
        "Before Northwind Analytics",
        "Data Engineer, final round. Thursday 20 March, 10:00, 45 minutes. Dana Whitlock and two engineers.",
        "Three things you told yourself",
        "1", "Say the first half-thought out loud. Name the failure before the fix.",
        "Halden Bank, 27 February; Tessera Maps, 19 February; Fjordline, 3 February",
        "2", "Ask for ten seconds instead of filling them.", "Halden Bank, 27 February",
        "3", "Have one honest sentence about why this company.", "Lumen Retail, 12 February",
        "Already yours",
        "SQL and data modelling (7 of 8), explaining past work plainly (5 of 6), "
        "stories about working with others (4 of 5).",
        "Questions you have met at this stage",
        "What happens when the queue is down for an hour?",
        "What the customer sees first, then back-pressure, then replay, then who is told.",
        "Walk us through a migration you regret.",
        "The 2023 invoicing move: what I assumed, what broke, what I changed after.",
        "How do you decide what not to build?", "The pricing report nobody opened.", "Why this company?",
        "Ask them",
        "What would you want to be different six months after I start?",
        "How do you talk about a mistake here, the day after?",
        "Notes",
    ]  # fmt: skip
    assert document.footer == "Your own words, gathered by Afterword on 18 March 2025."
    assert isinstance(document.blocks[-1], Ruled)


def test_the_first_sheet_of_all_is_kind() -> None:
    empty = samples.northwind(told=(), already=(), met=(), ask_them=())
    assert "The first one of its kind." in plain(sheet(empty, samples.TODAY))


def test_cut_ends_between_two_words() -> None:
    assert cut("one two three four", 13) == "one two…"
    assert cut("short", 13) == "short"
    assert cut("x" * 50, 10) == "x" * 9 + "…"


def test_a_search_has_its_numbers_lessons_and_each_interview() -> None:
    text = plain(whole(samples.spring(5), samples.TODAY, Include())).split("\n")
    assert text[:2] == ["Spring 2025", "Since 6 January 2025"]
    assert text[text.index("46") + 1] == "applications"
    assert text[text.index("18") + 1] == "not this time"
    assert "Ask for ten seconds instead of filling them." in text
    assert text.count("Nothing to learn here") == 1
    assert [text.count(name) for name in ("Halden Bank", "Tessera Maps", "Quarto Insurance")] == [1, 1, 1]
    assert [each for each in text if each in ("January 2025", "February 2025", "March 2025")] == [
        "January 2025", "February 2025", "March 2025",
    ]  # fmt: skip


def test_a_search_that_ended_says_both_days() -> None:
    ended = replace(samples.spring(1), ended=date(2025, 3, 1))
    assert "6 January 2025 to 1 March 2025" in plain(whole(ended, samples.TODAY, Include()))


def test_debriefs_in_full_come_when_they_are_wanted() -> None:
    for wanted in (False, True):
        text = plain(whole(samples.spring(3), samples.TODAY, Include(debriefs=wanted), [samples.halden()]))
        assert ("What this one taught" in text) == wanted


def test_an_empty_search_says_so() -> None:
    nothing = Whole("", None, None, 0, 0, (), (), ())
    document = whole(nothing, samples.TODAY, Include())
    assert document.empty
    assert "Nothing is noted in this search yet." in plain(document)


def test_the_search_as_markdown_is_a_list() -> None:
    text = markdown(whole(samples.spring(3), samples.TODAY, Include()))
    assert "# Spring 2025" in text
    assert "- applications: 46" in text
    assert "- 1 Jan, Halden Bank, Data Engineer, Technical, Not this time" in text


@pytest.mark.parametrize("offsets", [[0, 8, 24, 37], [0, 0, 0, 1], [0, 300, 301, 302], [5, 5]])
def test_stops_on_the_road_never_touch(offsets: list[int]) -> None:
    widths = [40.0] * len(offsets)
    least = least_gaps(widths, [0.0] * len(offsets), 10)
    places = spread(offsets, least, 4, 480)
    assert places[0] == 4
    assert places[-1] == 480
    assert all(b - a >= gap - 1e-6 for a, b, gap in zip(places, places[1:], least, strict=False))
