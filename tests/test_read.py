"""The document of `afterword read --json` and what it prints agree, field by field."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from afterword import cli
from afterword.mail.letter import KINDS, TURNS, Verdict

HOUSE = Path(__file__).resolve().parents[1]
LETTERS = HOUSE / "tests" / "letters"
ROW = re.compile(r"^\| (.*?) \| (.*?) \|(.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def rows() -> dict[str, tuple[str, str]]:
    text = (HOUSE / "docs" / "read.md").read_text(encoding="utf-8")
    return {name: (told, more) for names, told, more in ROW.findall(text) for name in re.findall(r"`(\w+)`", names)}


def test_every_field_is_documented(rows: dict[str, tuple[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", str(LETTERS / "kestrel-rejection.eml"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert set(found) == set(rows) - {*KINDS, "unsure"}
    for name in ("evidence", "told"):
        assert set(found[name][0]) <= set(re.findall(r"`(\w+)`", rows[name][0]))


def test_every_part_of_a_verdict_is_given(rows: dict[str, tuple[str, str]]) -> None:
    assert {each.name for each in fields(Verdict)} - {"sure"} <= set(rows)


def test_every_kind_and_turn_is_documented(rows: dict[str, tuple[str, str]]) -> None:
    assert set(KINDS) <= set(rows)
    for kind in KINDS:
        assert set(re.findall(r"`(\w+)`", rows[kind][1])) == set(TURNS.get(kind, ()))


def test_the_same_letter_is_the_same_object_every_time(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for _again in range(2):
        cli.main(["read", str(LETTERS / "corvid-html-only.eml"), "--json"])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
