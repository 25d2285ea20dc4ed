"""A journal goes out and comes back the same; a file by hand is enough; a wrong one changes nothing."""

from __future__ import annotations

import copy
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword import cli
from afterword.insight import outcomes
from afterword.insight.skills import gaps
from afterword.journal import applications, exchange, sample
from afterword.journal.change import Changes
from afterword.journal.retelling import episodes
from afterword.journal.store import check, open_journal
from afterword.trouble import Trouble

NOW = datetime(2025, 3, 20, 12)
DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "journal.md").read_text(encoding="utf-8")


def _example() -> dict[str, Any]:
    found = re.search(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found
    return json.loads(found.group(1))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exchange") / "sample.afterword"
    sample.make(path, NOW)
    return path


def test_a_journal_comes_back_the_same(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--json", "--journal", str(whole)]) == 0
    first = capsys.readouterr().out
    file = tmp_path / "whole.json"
    file.write_text(first, encoding="utf-8")
    there = tmp_path / "there.afterword"
    assert cli.main(["import", str(file), "--journal", str(there)]) == 0
    capsys.readouterr()
    assert cli.main(["export", "--json", "--journal", str(there)]) == 0
    assert capsys.readouterr().out == first
    with open_journal(there) as journal:
        assert check(journal) == []


def test_an_import_is_one_step_that_can_be_undone(whole: Path, tmp_path: Path) -> None:
    with open_journal(whole) as journal:
        given_ = exchange.give(journal)
    with open_journal(tmp_path / "own.afterword", lambda: NOW) as own:
        changes = Changes(own)
        changes.do(applications.add, "Kestrel Health", "Analyst")
        before = exchange.give(own)
        added, _change = changes.do(exchange.take, given_)
        assert added["application"] == 46 and "company" in added
        companies = [each["name"] for each in exchange.give(own)["tables"]["company"]]
        assert companies.count("Kestrel Health") == 1
        changes.undo()
        assert exchange.give(own) == before


def test_the_example_of_the_document_is_enough(tmp_path: Path) -> None:
    with open_journal(tmp_path / "new.afterword", lambda: NOW) as journal:
        Changes(journal).do(exchange.take, _example())
        told = episodes(journal, NOW)
        assert [str(each) for each in told[0].results(NOW)] == ["pass", "fail"]
        assert outcomes.tally(told).failure == 1
        (gap,) = gaps(told)
        assert (gap.skill, gap.missed.k, gap.missed.n, gap.wanted.n) == ("SQL", 1, 1, 1)


def test_every_table_and_column_is_documented() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", DOCUMENT, re.MULTILINE))
    assert set(rows) == set(exchange.tables())
    stamps = {"id", "created_at", "updated_at", "deleted_at"}
    for table, columns in exchange.tables().items():
        assert set(re.findall(r"`(\w+)`", rows[table])) == set(columns) - stamps


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("afterword",), 99, "newer Afterword"),
        (("afterword",), "x", "no journal"),
        (("tables", "poem"), [], "“poem”"),
        (("tables", "interview", 0, "mood"), "x", "“mood”"),
        (("tables", "interview", 0, "id"), "x", "interview 1"),
        (("tables", "interview", 0, "application_id"), "77", "points to one"),
        (("tables", "question", 0, "quality"), 9, "question 1"),
        (("tables", "question", 0, "quality"), "many", "question 1: quality"),
        (("tables", "question", 0, "text"), 5, "question 1: text"),
    ],
)
def test_a_wrong_file_is_refused_and_changes_nothing(
    path: tuple[Any, ...], value: object, said: str, tmp_path: Path
) -> None:
    wrong = _example()
    place: Any = wrong
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with open_journal(tmp_path / "own.afterword", lambda: NOW) as own:
        before = exchange.give(own)
        with pytest.raises(Trouble, match=said):
            Changes(own).do(exchange.take, wrong)
        assert exchange.give(own) == before


def test_what_is_no_json_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.json"
    file.write_text("{")
    assert cli.main(["import", str(file), "--journal", str(tmp_path / "j.afterword")]) == 1
    assert "x.json is no JSON" in capsys.readouterr().err
    assert cli.main(["import", str(tmp_path / "none.json"), "--journal", str(tmp_path / "j.afterword")]) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(json_values, st.sampled_from([("tables",), ("tables", "interview"), ("tables", "interview", 0, "held_at"), ()]))
def test_no_file_breaks_it(tmp_path_factory: pytest.TempPathFactory, value: object, path: tuple[Any, ...]) -> None:
    given_: Any = copy.deepcopy(_example())
    if path:
        place = given_
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    else:
        given_ = value
    with open_journal(tmp_path_factory.mktemp("any") / "own.afterword", lambda: NOW) as own:
        try:
            Changes(own).do(exchange.take, given_)
        except Trouble:
            assert exchange.give(own)["tables"]["interview"] == []
