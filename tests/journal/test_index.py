"""The indexes keep themselves right, and an older or damaged one is made again at the next opening."""

from __future__ import annotations

from datetime import datetime

import pytest

import sequences
from afterword.journal import applications, companies, index, interviews, rows
from afterword.journal.change import Changes
from afterword.journal.store import open_journal


def test_a_renamed_company_is_found_by_its_new_name(journal, do):
    key = do(interviews.note, "Halden Bank", at=datetime(2025, 3, 1))
    do(companies.rename, companies.id_of(journal, "Halden Bank"), "Orchard")
    assert rows.page(journal, [key])[key].company == "Orchard"
    assert sequences.indexes(journal) == sequences.rebuilt(journal)
    assert [row[0] for row in journal.rows("SELECT rowid FROM words WHERE words MATCH 'halden'")] == []


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TRIGGER listing_interview_update",
        "UPDATE meta SET value = 'older'",
        "DELETE FROM meta",
        "DROP TRIGGER tally_insert",
    ],
)
def test_an_index_that_is_not_of_this_version_is_made_again(tmp_path, harm):
    path = tmp_path / "mine.afterword"
    with open_journal(path) as journal:
        Changes(journal).do(applications.add, "Halden Bank")
        right = sequences.indexes(journal)
        journal.connection.execute(f"{harm}; DELETE FROM listing")
    with open_journal(path) as journal:
        assert sequences.indexes(journal) == right


def test_an_index_that_is_right_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "mine.afterword"
    open_journal(path).close()
    monkeypatch.setattr(index, "rebuild", lambda _db: pytest.fail("made again without need"))
    open_journal(path).close()


def test_deleting_for_good_leaves_no_word_behind(journal, do):
    do(interviews.note, "Halden Bank", "Analyst", at=datetime(2025, 3, 1), people="Ms Berg")
    journal.connection.execute("DELETE FROM company")
    assert sequences.indexes(journal) == {"listing": [], "tally": [], "passage": [], "words": []}
