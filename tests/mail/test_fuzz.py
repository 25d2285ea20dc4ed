"""Anything at all may be dropped: it ends in letters and verdicts, soon. `bench/fuzz.py` does the same for longer."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.mail.lexicon import Lexicon
from afterword.mail.names import LONGEST, safe_name
from afterword.mail.plain import read_text
from afterword.mail.reading import read
from afterword.mail.verdict import understand
from fuzzing import TARGETS

LOOSE = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SOME = settings(LOOSE, max_examples=60)

Known = Callable[[], Lexicon]


@pytest.fixture(scope="module")
def known(lexicon: Lexicon) -> Known:
    """The phrases, in a wrapper: a failing example is printed with its arguments, and they are many."""
    return lambda: lexicon


@pytest.mark.parametrize("target", TARGETS)
@SOME
@given(seed=st.integers(0, 2**32))
def test_damaged_input(target: str, seed: int, known: Known) -> None:
    make, check = TARGETS[target]
    given = make(Random(seed))
    began = time.process_time()
    check(given, known())
    assert time.process_time() - began < 2


@LOOSE
@given(raw=st.binary(max_size=2000))
def test_any_bytes(raw: bytes, known: Known) -> None:
    for letter in read("anything", raw):
        assert letter.raw == raw
        understand(letter, known())


@LOOSE
@given(text=st.text(max_size=500), html=st.text(alphabet="<>/ab=\"' &;!-pdivt", max_size=300))
def test_any_text(text: str, html: str, known: Known) -> None:
    understand(read_text(text, html), known())


@LOOSE
@given(name=st.text(max_size=300))
def test_any_name(name: str) -> None:
    safe = safe_name(name)
    assert safe and len(safe) <= LONGEST + 1 and not set(safe) & set('<>:"/\\|?*\0\n\u202e')
    assert safe not in (".", "..") and not safe.endswith((".", " "))
    assert safe.split(".")[0].upper() not in ("CON", "NUL", "COM1", "AUX")
