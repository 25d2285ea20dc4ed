"""The gate: over all invented letters no dangerous error, and nine in ten right where nobody tuned."""

from __future__ import annotations

import importlib.util
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


def test_nine_in_ten_are_right_where_nobody_tuned(done) -> None:
    kept = [each for each in done if each.case.reported]
    assert sum(each.right for each in kept) >= 0.9 * len(kept)
