"""The table: sections in order, rows of a page, counts that agree with their filters."""

from __future__ import annotations

import random
from datetime import date, datetime
from pathlib import Path

import pytest

from afterword.journal import applications, interviews, rows
from afterword.journal.filters import parse
from afterword.journal.stories import Group
from afterword.journal.terms import Stage


@pytest.fixture
def names(journal, do):
    """One row for each section, by a name for the test to say; Northwind twice, so that one is soonest."""
    made = {}

    def talk(name, company, day, stage="recruiter_screen", outcome="", month=3):
        made[name] = do(interviews.note, company, "Analyst", stage, datetime(2025, month, day, 10))
        if outcome:
            do(interviews.set_outcome, made[name], outcome)

    talk("next week", "Northwind", 27)
    talk("in april", "Quarry", 10, month=4)
    talk("waiting", "Tessera", 18, "technical")
    talk("waiting longer", "Maple", 3)
    talk("no", "Halden Bank", 10, "executive", "no")
    talk("silent", "Sable", 5, outcome="silent", month=1)
    talk("offer", "Orchard", 12, outcome="offer")
    talk("passed", "Kestrel", 1)
    talk("after passed", "Kestrel", 14, "technical")
    talk("withdrew", "Lumen", 2, outcome="withdrew")
    talk("cancelled", "Harbour", 26)
    do(interviews.cancel, made["cancelled"])
    made["applied"] = do(applications.add, "Zürich Maps", "Cartographer", "2025-03-02")
    made["refused"] = do(applications.add, "Quiet Foods", "Analyst", "2025-02-02")
    do(interviews.set_outcome, made["refused"], "no")
    return {key: name for name, key in made.items()}


def told(names, order):
    return [names[key] for key in order.ids]


def test_the_default_order(journal, names):
    order = rows.order(journal)
    assert told(names, order) == [
        "next week", "in april", "waiting", "after passed", "waiting longer", "no", "silent", "offer", "passed",
        "cancelled", "withdrew", "applied", "refused",
    ]  # fmt: skip
    assert order.groups == (
        Group("soon", 2), Group("wait", 3), Group("no", 2), Group("offer", 1), Group("passed", 1),
        Group("ended", 2), Group("applications", 2),
    )  # fmt: skip


def test_what_was_ahead_waits_once_it_is_over(journal, names, clock):
    clock.later(days=10)
    assert rows.order(journal).groups[:2] == (Group("soon", 1), Group("wait", 4))


def test_grouped_by_month_newest_first(journal, names):
    order = rows.order(journal, group="month")
    assert [(g.key, g.count) for g in order.groups] == [("2025-04", 1), ("2025-03", 10), ("2025-02", 1), ("2025-01", 1)]
    assert told(names, order)[:3] == ["in april", "next week", "cancelled"]


def test_grouped_by_company_by_name(journal, names):
    keys = [group.key for group in rows.order(journal, group="company").groups]
    assert keys == sorted(keys) and len(keys) == 12


def test_grouped_by_stage_in_the_order_of_a_process(journal, names):
    order = rows.order(journal, group="stage")
    assert [g.key for g in order.groups] == ["recruiter_screen", "technical", "executive", ""]
    assert told(names, order)[-2:] == ["applied", "refused"]


def test_no_groups(journal, names):
    order = rows.order(journal, group="none")
    assert order.groups == (Group("", 13),)
    assert told(names, order)[0] == "in april" and told(names, order)[-1] == "silent"


@pytest.mark.parametrize("group", rows.GROUPS)
@pytest.mark.parametrize("sort", rows.SORTS)
def test_sorting_happens_within_the_sections_and_turns_round(journal, names, group, sort):
    up = rows.order(journal, group=group, sort=sort)
    down = rows.order(journal, group=group, sort=sort, descending=True)
    plain = rows.order(journal, group=group)
    assert up.groups == down.groups == plain.groups
    page = rows.page(journal, up.ids)
    start = 0
    for section in up.groups:
        mine, theirs = (list(o.ids[start : start + section.count]) for o in (up, down))
        start += section.count
        assert set(mine) == set(theirs)
        if sort in ("company", "title", "stage", "lesson", "status", "debrief"):
            values = [str(getattr(page[key], sort)).lower() for key in mine]
            assert values == sorted(values)
            assert [str(getattr(page[key], sort)).lower() for key in theirs] == sorted(values, reverse=True)
        elif sort == "at":
            assert mine == sorted(mine, key=lambda key: page[key].at) and theirs == mine[::-1]


def test_one_search_only(journal, do, names):
    from afterword.journal import searches

    other = do(searches.begin, "Another", started_on="2025-03-20")
    do(applications.add, "Elsewhere")
    assert len(rows.order(journal, search_id=other).ids) == 1
    assert rows.counts(journal, other) == {
        "interviews": 0, "applications": 1, "needs_debrief": 0, "soon": 0, "wait": 0, "no": 0, "offer": 0,
    }  # fmt: skip
    assert len(rows.order(journal).ids) == 14


def test_rows_say_what_is_shown(journal, names):
    keys = {name: key for key, name in names.items()}
    page = rows.page(journal, [keys["next week"], keys["refused"], 5])
    assert set(page) == {keys["next week"], keys["refused"]}
    row = page[keys["next week"]]
    assert (row.kind, row.company, row.stage, row.at, row.outcome, row.debrief) == (
        "interview", "Northwind", Stage.RECRUITER_SCREEN, datetime(2025, 3, 27, 10), "soon", 0,
    )  # fmt: skip
    row = page[keys["refused"]]
    assert (row.kind, row.at, row.outcome, row.since) == (
        "application", datetime(2025, 2, 2), "no", date(2025, 3, 20),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "text"),
    [("soon", "is:soon"), ("wait", "is:waiting"), ("no", "is:no"), ("offer", "is:offer"),
     ("needs_debrief", "is:debrief")],
)  # fmt: skip
def test_a_count_is_as_many_rows_as_its_filter_shows(journal, names, count, text):
    shown = len(rows.order(journal, filter=parse(text)).ids)
    assert rows.counts(journal)[count] == shown > 0


def test_the_other_counts(journal, names):
    found = rows.counts(journal)
    assert (found["interviews"], found["applications"]) == (11, 12)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
    import journals

    path = tmp_path_factory.mktemp("big") / "big.afterword"
    journals.make(path, 3000)
    return path


def test_no_default_order_sorts_or_reads_the_table_itself(big):
    """Every grouping walks one index: no plan builds a tree to sort, or touches a row."""
    from afterword.journal.store import open_journal

    with open_journal(big, lambda: datetime(2025, 3, 20, 9)) as journal:
        plans = []

        def ask(sql, values):
            plans.append((sql, [row[3] for row in journal.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]))
            return journal.connection.execute(sql, values)

        for group in rows.GROUPS:
            rows.order_by(ask, journal.now(), group=group)
        for sort in ("company", "title", "stage", "at", "lesson", "debrief"):
            for descending in (False, True):
                rows.order_by(ask, journal.now(), group="none", sort=sort, descending=descending)
                rows.order_by(ask, journal.now(), group="outcome", sort=sort, descending=descending)
        for sql, plan in plans:
            assert not [step for step in plan if "TEMP B-TREE" in step], sql
            assert all("COVERING INDEX" in step for step in plan), (sql, plan)


def test_every_order_of_a_big_journal_has_every_row_once(big):
    from afterword.journal.store import open_journal

    chance = random.Random(3)
    with open_journal(big, lambda: datetime(2025, 3, 20, 9)) as journal:
        everything = sorted(rows.order(journal).ids)
        assert len(everything) == len(set(everything)) > 3000
        for group in rows.GROUPS:
            for sort in ("", chance.choice(list(rows.SORTS))):
                order = rows.order(journal, group=group, sort=sort)
                assert sorted(order.ids) == everything, (group, sort)
                assert sum(g.count for g in order.groups) == len(everything)
                assert len({g.key for g in order.groups}) == len(order.groups)
        assert len(rows.page(journal, everything)) == len(everything)
