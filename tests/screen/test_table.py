"""The model of the table: what it says, how little it keeps, and how it follows changes."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from afterword.journal import applications, companies, interviews, rows
from afterword.journal.finding import parse
from afterword.screen.columns import COLUMNS, fitting, widths
from afterword.screen.shifts import MOST, shifts
from afterword.screen.table import KEPT, InterviewTable, column_of
from spring import Spring


@pytest.fixture
def spring(tmp_path: Path) -> Iterator[Spring]:
    made = Spring(tmp_path)
    yield made
    made.journal.close()


@pytest.fixture
def table(spring: Spring, qapp: object) -> InterviewTable:
    made = InterviewTable(spring.desk)
    made.refresh()
    return made


def told(table: InterviewTable, column: str = "company") -> list[str]:
    at = column_of(column)
    return [table.data(table.index(row, 0 if table.is_section(row) else at)) for row in range(table.rowCount())]


def companies_of(table: InterviewTable) -> list[str]:
    """Section titles in brackets, and the companies below."""
    found = []
    for row in range(table.rowCount()):
        facts = table.row_at(row)
        found.append(f"[{table.section(row)[0]} {table.section(row)[1]}]" if facts is None else facts.company)
    return found


def test_the_sections_stand_in_the_order_of_what_matters_now(table: InterviewTable) -> None:
    assert companies_of(table) == [
        "[Coming up 2]", "Northwind Analytics", "Vellum & Co",
        "[Waiting for an answer 2]", "Kestrel Health", "Bramble Energy",
        "[Didn’t work out 2]", "Halden Bank", "Copperleaf Media",
        "[Offers 1]", "Pellworm Data",
        "[Applications without an interview 3]", "Aldergate", "Brookline Foods", "Cindervale",
    ]  # fmt: skip


def test_every_cell_has_words_and_the_first_says_the_whole_row(table: InterviewTable, spring: Spring) -> None:
    row = table.row_of(spring.ids["Kestrel Health"])
    said = {column.key: table.data(table.index(row, at)) for at, column in enumerate(COLUMNS)}
    assert said == {
        "company": "Kestrel Health, Data Platform Engineer", "stage": "Technical", "date": "7 Mar, 11 days of silence",
        "outcome": "Waiting", "silence": "11", "role": "Data Platform Engineer", "left": "Kafka came up again",
        "mark": "Debrief begun", "channel": "", "people": "Dana and two engineers", "pay": "", "next": "",
    }  # fmt: skip
    sentence = table.data(table.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == (
        "Kestrel Health, Data Platform Engineer, Technical, 7 Mar, Waiting, 11 days of silence, Kafka came up again, "
        "Debrief begun"
    )
    assert table.data(table.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Coming up, 2"


def test_what_each_interview_left_is_said_in_its_own_way(table: InterviewTable, spring: Spring) -> None:
    left = {facts.company: told(table, "left")[row] for row in range(table.rowCount()) if (facts := table.row_at(row))}
    assert left == {
        "Northwind Analytics": "Sheet is ready", "Vellum & Co": "Sheet from your notes",
        "Kestrel Health": "Kafka came up again", "Bramble Energy": "Not written yet",
        "Halden Bank": "Think aloud first", "Copperleaf Media": "No reply", "Pellworm Data": "Slow down",
        "Aldergate": "", "Brookline Foods": "", "Cindervale": "",
    }  # fmt: skip


def test_months_and_stages_are_written_in_words(table: InterviewTable) -> None:
    table.ask(group="month")
    assert [line for line in companies_of(table) if line.startswith("[")] == [
        "[March 2025 6]", "[February 2025 3]", "[January 2025 1]",
    ]  # fmt: skip
    table.ask(group="stage")
    assert "[Take-home 1]" in companies_of(table)
    table.ask(group="none")
    assert table.rowCount() == table.count == 10


def test_the_model_keeps_qts_contract_through_everything(table: InterviewTable, spring: Spring) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk, ids = spring.desk, spring.ids
    desk.do(interviews.set_outcome, ids["Kestrel Health"], "no")
    desk.do(applications.remove, ids["Aldergate"])
    desk.do(interviews.note, "Brookline Foods", "Data Engineer", "technical", datetime(2025, 3, 17, 9))
    for group in ("month", "company", "none", "stage", "outcome"):
        table.ask(group=group)
    table.ask(filter=parse("company:nowhere"))
    table.ask(filter=None)
    for _again in range(3):
        desk.undo()
    assert tester.model() is table
    assert companies_of(table)[4] == "Kestrel Health"


def test_one_answer_moves_one_row_and_whoever_remembers_it_follows(table: InterviewTable, spring: Spring) -> None:
    key = spring.ids["Kestrel Health"]
    kept = QPersistentModelIndex(table.index(table.row_of(key), 3))
    moved, anew, reset = (QSignalSpy(s) for s in (table.rowsMoved, table.layoutChanged, table.modelReset))
    spring.desk.do(interviews.set_outcome, key, "no")
    assert (moved.count(), anew.count(), reset.count()) == (1, 0, 0)
    assert table.id_at(kept.row()) == key and kept.column() == 3
    assert companies_of(table)[3:8] == [
        "[Waiting for an answer 1]", "Bramble Energy", "[Didn’t work out 3]", "Kestrel Health", "Halden Bank",
    ]  # fmt: skip


def test_a_section_comes_and_goes_with_its_rows(table: InterviewTable, spring: Spring) -> None:
    removed, inserted = QSignalSpy(table.rowsRemoved), QSignalSpy(table.rowsInserted)
    spring.desk.do(interviews.remove, spring.ids["Pellworm Data"])
    assert "[Offers 1]" not in companies_of(table)
    spring.desk.undo()
    assert "[Offers 1]" in companies_of(table)
    spring.desk.do(interviews.set_outcome, spring.ids["Bramble Energy"], "withdrew")
    assert "[Withdrew or closed 1]" in companies_of(table)
    assert removed.count() + inserted.count() > 0


def test_a_new_grouping_is_one_layout_change_that_keeps_what_is_remembered(
    table: InterviewTable, spring: Spring
) -> None:
    for number in range(60):
        spring.desk.do(applications.add, f"Sent {number}", "", date(2025, 1, 1 + number % 28))
    key = spring.ids["Halden Bank"]
    kept = QPersistentModelIndex(table.index(table.row_of(key), 2))
    anew = QSignalSpy(table.layoutChanged)
    table.ask(group="none", sort="company", descending=True)
    assert anew.count() == 1
    assert table.id_at(kept.row()) == key
    gone = QPersistentModelIndex(table.index(table.row_of(spring.ids["Kestrel Health"]), 0))
    table.ask(filter=parse("is:no"))
    assert not gone.isValid() and table.id_at(kept.row()) == key


def test_a_renamed_company_is_shown_without_moving_anything(table: InterviewTable, spring: Spring) -> None:
    told_of = QSignalSpy(table.dataChanged)
    key = companies.id_of(spring.journal, "Halden Bank")
    assert key is not None
    spring.desk.do(companies.rename, key, "Halden & Sons")
    assert told_of.count() and "Halden & Sons" in companies_of(table)


COPIES = """
WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 3000)
INSERT INTO listing SELECT 1000 + value, kind, application_id, search_id, company, title, stage, at, status,
  status_since, outcome, debrief, lesson, no_lesson, rank, month, unwritten, first FROM listing, n WHERE id = ?
"""


def test_only_the_rows_around_what_is_painted_are_kept(
    table: InterviewTable, spring: Spring, monkeypatch: pytest.MonkeyPatch
) -> None:
    spring.journal.connection.execute(COPIES, (spring.ids["Aldergate"],))
    asked: list[int] = []
    page = rows.page
    monkeypatch.setattr(rows, "page", lambda journal, ids: asked.append(len(ids)) or page(journal, ids))
    table.ask(group="none")
    assert table.rowCount() == 3010 and sum(asked) <= 1
    asked.clear()
    for row in range(0, 3010, 5):
        assert table.row_at(row) is not None
    assert max(asked) <= 128 and len(asked) < 60
    assert len(table._pages) <= KEPT
    asked.clear()
    for row in range(3000, 3010):
        table.row_at(row)
    assert not asked


def test_the_steps_from_one_order_to_another_lead_there() -> None:
    chance = random.Random(7)
    for _turn in range(400):
        old = chance.sample(range(60), chance.randrange(0, 40))
        new = old[:]
        for _change in range(chance.randrange(0, 6)):
            if new and chance.random() < 0.6:
                new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
            elif new and chance.random() < 0.5:
                new.pop(chance.randrange(len(new)))
            else:
                new.insert(chance.randrange(len(new) + 1), chance.randrange(100, 10**9))
        steps = shifts(array("q", old), array("q", new))
        if steps is None:
            continue
        for step in steps:
            if step.source >= 0:
                assert old.pop(step.source) == step.key
            if step.target >= 0:
                old.insert(step.target, step.key)
        assert old == new and len(steps) <= MOST


def test_one_row_that_moves_far_among_many_is_one_step() -> None:
    old = array("q", range(1, 50_001))
    new = array("q", old)
    new.insert(40_000, new.pop(500))
    steps = shifts(old, new)
    assert steps is not None and [(step.source, step.target) for step in steps] == [(500, 40_000)]
    assert shifts(old, array("q", reversed(old))) is None


def test_a_narrow_table_gives_up_stage_then_mark_then_what_it_left_but_never_the_date() -> None:
    wanted = ("stage", "date", "left", "mark")
    seen = []
    for width in range(700, 200, -1):
        keys = fitting(wanted, width)
        if not seen or seen[-1] != keys:
            seen.append(keys)
    assert seen == [
        ("company", "stage", "date", "left", "mark"), ("company", "date", "left", "mark"), ("company", "date", "left"),
        ("company", "date"),
    ]  # fmt: skip
    for width in (440, 641, 900, 1400):
        assert sum(widths(fitting(wanted, width), width, 1.0).values()) == width


def test_an_empty_journal_is_an_empty_table(tmp_path: Path, qtbot: QtBot) -> None:
    nobody = Spring(tmp_path, empty=True)
    table = InterviewTable(nobody.desk)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.refresh()
    assert table.rowCount() == 0 and table.row_at(0) is None and table.data(QModelIndex()) is None
    nobody.desk.do(applications.add, "Aldergate", "Data Engineer")
    assert companies_of(table) == ["[Applications without an interview 1]", "Aldergate"]
    nobody.desk.undo()
    assert table.rowCount() == 0
    nobody.journal.close()
