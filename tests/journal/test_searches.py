"""Job searches: begun, named after the season, ended after a question."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from afterword.journal import applications, interviews, searches
from afterword.trouble import Trouble


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2025, 3, 1), "Spring 2025"), (date(2025, 8, 31), "Summer 2025"), (date(2025, 11, 30), "Autumn 2025"),
     (date(2024, 12, 1), "Winter 2024/25"), (date(2025, 2, 28), "Winter 2024/25"),
     (date(2000, 1, 1), "Winter 1999/00")],
)  # fmt: skip
def test_the_season(day, name):
    assert searches.season_name(day) == name


def test_the_first_application_begins_a_search(journal, do, changes):
    do(applications.add, "Halden Bank")
    do(interviews.note, "Orchard", at=datetime(2025, 3, 10))
    (found,) = searches.every(journal)
    assert (found.name, found.started_on, found.applications, found.interviews) == (
        "Spring 2025", date(2025, 3, 20), 2, 1,
    )  # fmt: skip
    changes.undo()
    changes.undo()
    assert searches.every(journal) == ()


def test_new_applications_belong_to_the_newest_open_search(journal, do):
    old = do(searches.begin, "Long ago", started_on="2020-01-01")
    new = do(searches.begin, "  This   time ", "consultant", "2025-01-01", "Learn to ask")
    assert applications.fact(journal, do(applications.add, "Halden Bank")).search_id == new
    assert [(s.id, s.name, s.worker_type, s.goal) for s in searches.every(journal)] == [
        (new, "This time", "consultant", "Learn to ask"), (old, "Long ago", "employee", ""),
    ]  # fmt: skip


def test_ending_asks_about_active_applications(journal, do):
    do(applications.add, "Halden Bank")
    do(applications.add, "Orchard")
    (search,) = searches.every(journal)
    with pytest.raises(Trouble, match="2 applications"):
        do(searches.end, search.id)
    do(searches.end, search.id, anyway=True)
    assert searches.every(journal)[0].ended_on == date(2025, 3, 20)
    assert applications.fact(journal, do(applications.add, "Tessera")).search_id != search.id
    assert [s.name for s in searches.every(journal)] == ["Spring 2025 (2)", "Spring 2025"]


def test_what_a_search_cannot_be(do):
    with pytest.raises(Trouble):
        do(searches.begin, "  ")
    key = do(searches.begin, "Spring", started_on="2025-03-01")
    with pytest.raises(Trouble):
        do(searches.end, key, "2025-02-01")
    with pytest.raises(Trouble):
        do(searches.rename, 5, "Spring")
    do(searches.rename, key, "Early spring")
