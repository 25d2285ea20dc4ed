"""Undo and redo: whatever a person does, taken back and done again, every table is equal to the byte."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sequences
from afterword.journal import applications, interviews, store
from afterword.journal.change import Changes
from afterword.journal.store import open_journal
from afterword.trouble import Trouble

ACTS = st.lists(st.tuples(st.sampled_from(sorted(sequences.ACTS)), st.integers(0, 2**16)), min_size=4, max_size=24)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(ACTS)
def test_any_sequence_undone_and_redone_is_equal(wanted):
    with tempfile.TemporaryDirectory() as folder, open_journal(Path(folder) / "a", lambda: sequences.NOW) as journal:
        changes = Changes(journal)
        for seed, name in enumerate(("note", "apply", "note", "ask", "reflect", "learn", "plan", "factor")):
            sequences.act(changes, name, seed)
        changes = Changes(journal)
        before = [sequences.contents(journal)]
        for name, seed in wanted:
            depth = len(changes._done)
            sequences.act(changes, name, seed)
            now = sequences.contents(journal)
            if len(changes._done) > depth:
                before.append(now)
            else:
                before[-1] = now  # refused, changed nothing, or was joined to the act before
            assert store.check(journal) == []
        _there_and_back(journal, changes, before)


def _there_and_back(journal, changes, states):
    at_the_end = sequences.indexes(journal)
    assert at_the_end == sequences.rebuilt(journal)
    for state in reversed(states[:-1]):
        assert changes.undo() is not None
        assert sequences.contents(journal) == state
    assert changes.undo() is None
    assert sequences.indexes(journal) == sequences.rebuilt(journal)
    for state in states[1:]:
        assert changes.redo() is not None
        assert sequences.contents(journal) == state
    assert changes.redo() is None
    assert sequences.indexes(journal) == at_the_end


def test_every_act_of_the_sequences_is_allowed_sometimes():
    """Else the test above would walk past a verb without anyone noticing."""
    allowed = set()
    with tempfile.TemporaryDirectory() as folder, open_journal(Path(folder) / "a", lambda: sequences.NOW) as journal:
        journal.connection.execute("PRAGMA synchronous = off")
        changes = Changes(journal)
        for seed in range(40):
            allowed |= {name for at, name in enumerate(sequences.ACTS) if sequences.act(changes, name, seed * 97 + at)}
    assert allowed == set(sequences.ACTS)


def test_undo_has_a_name_and_tells_what_it_touched(journal, changes):
    assert (changes.undo_name, changes.redo_name, changes.undo(), changes.redo()) == ("", "", None, None)
    key, change = changes.do(applications.add, "Halden Bank")
    assert (changes.undo_name, change.name, change.undoing) == ("new application", "new application", "")
    assert change.touched["application"] == {key}
    undone = changes.undo()
    assert (undone.undoing, changes.undo_name, changes.redo_name) == ("undo", "", "new application")
    assert undone.touches("application") and not undone.touches("letter")
    assert changes.redo().undoing == "redo"


def test_a_refused_act_changes_nothing_and_keeps_what_can_be_redone(journal, changes):
    changes.do(applications.add, "Halden Bank")
    changes.undo()
    before = sequences.contents(journal)
    with pytest.raises(Trouble):
        changes.do(interviews.note, "Orchard", at=datetime(2025, 3, 1), application_id=5)
    assert sequences.contents(journal) == before
    assert changes.redo_name == "new application"


def test_text_that_is_saved_while_it_is_written_is_one_step(journal, changes):
    key, _change = changes.do(applications.add, "Halden Bank")
    for text in ("D", "De", "Dear"):
        changes.merge("notes", applications.edit, key, notes=text)
    changes.undo()
    assert applications.fact(journal, key).notes == ""
    changes.redo()
    assert applications.fact(journal, key).notes == "Dear"


def test_a_new_act_ends_what_could_be_redone(changes):
    changes.do(applications.add, "Halden Bank")
    changes.undo()
    changes.do(applications.add, "Orchard")
    assert changes.redo() is None
