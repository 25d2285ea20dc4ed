"""Over all invented letters no dangerous error, and as many right as the report says."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


def _load(name: str):
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


corpus_letters = _load("corpus_letters")
measure = _load("letters")


@pytest.fixture(scope="module")
def done():
    found, _rate = measure.read_all(corpus_letters.cases())
    return found


def test_the_corpus_is_large_enough(done) -> None:
    about_jobs = [each.case for each in done if each.case.kind != "other"]
    assert len(about_jobs) >= 400
    assert len(done) - len(about_jobs) >= 150
    assert {each.language for each in about_jobs} == {"en", "de", "fr", "es"}
    assert len({each.case.id for each in done}) == len(done)


def test_every_kind_is_in_both_parts(done) -> None:
    for reported in (True, False):
        kinds = {each.case.kind for each in done if each.case.reported is reported}
        assert kinds >= set(_kinds())


def _kinds() -> tuple[str, ...]:
    from afterword.mail.letter import KINDS

    return KINDS


def test_no_error_is_dangerous(done) -> None:
    assert [(each.case.id, each.dangerous) for each in done if each.dangerous] == []


def test_letters_are_read_as_well_as_the_report_says(done) -> None:
    """The report is what we tell people, so it must not tell more than is true."""
    report = (BENCH / "letters.md").read_text(encoding="utf-8")
    found = re.search(r"^\| right \| (\d+) of (\d+), \d+ % \| (\d+) of (\d+), \d+ % \|$", report, re.MULTILINE)
    assert found
    for part, right, total in ((False, 1, 2), (True, 3, 4)):
        kept = [each for each in done if each.case.reported is part]
        assert len(kept) == int(found.group(total))
        assert sum(each.right for each in kept) >= int(found.group(right))
