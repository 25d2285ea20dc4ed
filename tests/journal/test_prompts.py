"""The prompt sets: kind, short, complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from afterword.journal import prompts
from afterword.journal.terms import ReflectionKind


@pytest.fixture
def sets(resources: Path) -> dict[str, prompts.PromptSet]:
    return prompts.load(resources / "prompts")


def test_every_kind_of_reflection_has_its_prompts(sets: dict[str, prompts.PromptSet]) -> None:
    for kind in ReflectionKind:
        found = prompts.newest(sets, kind)
        assert found.prompts and found.title and found.id == prompts.newest_id(kind)
        keys = [prompt.key for prompt in found.prompts]
        assert len(keys) == len(set(keys))


def test_the_debrief_has_five_parts_and_the_answer_is_met_kindly_first(sets: dict[str, prompts.PromptSet]) -> None:
    parts = dict.fromkeys(prompt.part for prompt in sets["debrief-1"].prompts)
    assert list(parts) == ["what_happened", "questions", "felt", "about", "take_with_me"]
    assert "today" in sets["decision-1"].intro
    assert not any(prompt.key == "taught" for prompt in sets["decision-1"].prompts), "no lesson on the day of a no"
    assert len(sets["success-1"].part("confirmed")) == 5
    assert len(sets[prompts.WORDS].prompts) == 2


def test_they_are_short_plain_and_never_blame(sets: dict[str, prompts.PromptSet]) -> None:
    for each in sets.values():
        for text in (each.title, each.intro, *(t for p in each.prompts for t in (p.text, p.hint))):
            assert len(text) < 90 and not re.search(r"!|—|\bfail|reject|don't worry|why did you|because", text, re.I)


def test_another_language_replaces_what_it_has_and_leaves_the_rest(tmp_path: Path) -> None:
    english = '[[set]]\nid = "{0}-1"\nversion = 1\nkind = "{0}"\ntitle = "{1}"\n[[set.prompt]]\nkey = "k"\ntext = "T"\n'
    (tmp_path / "en.toml").write_text(english.format("capture", "Two minutes") + english.format("before", "Before"))
    (tmp_path / "de.toml").write_text(english.format("capture", "Zwei Minuten"), encoding="utf-8")
    german = prompts.load(tmp_path, "de")
    assert (german["capture-1"].title, german["before-1"].title) == ("Zwei Minuten", "Before")
    assert prompts.load(tmp_path, "fr") == prompts.load(tmp_path)


def test_a_better_set_is_asked_and_the_old_one_stays_readable() -> None:
    old = prompts.PromptSet("capture-1", "capture", "", "", ())
    new = prompts.PromptSet("capture-2", "capture", "", "", (), 2)
    assert prompts.newest({"capture-1": old, "capture-2": new}, "capture") is new
