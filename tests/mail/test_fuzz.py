"""Anything at all may be dropped: it ends in letters and verdicts, soon."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.mail.letter import KINDS, UNSURE, Letter, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.names import LONGEST, safe_name
from afterword.mail.plain import read_text
from afterword.mail.reading import read
from afterword.mail.verdict import understand

SAMPLES = [file.read_bytes() for file in sorted((Path(__file__).parent.parent / "letters").glob("*.eml"))]
CRUMBS = [
    b"\r\n\r\n", b"--b1\r\n", b"From: a@b.example\r\n", b"Content-Type: multipart/mixed; boundary=b1\r\n", b"=?utf-8?B?",
    b"<div>", b"<!--", b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-16", b"\x00", b"> ", b"=\r\n", b"\xff\xfe",
]  # fmt: skip
LOOSE = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(letters: list[Letter], lexicon: Lexicon) -> None:
    assert letters and all(isinstance(letter, Letter) for letter in letters)
    for letter in letters:
        found = understand(letter, lexicon)
        assert isinstance(found, Verdict) and isinstance(found.sure, Sure)
        assert found.kind in {*KINDS, UNSURE}
        assert all(each.words in each.sentence for each in found.evidence)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A letter with pieces cut out, doubled, or put in."""
    raw = draw(st.sampled_from(SAMPLES))
    for _hit in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        until = draw(st.integers(at, min(len(raw), at + 200)))
        put = draw(st.one_of(st.sampled_from(CRUMBS), st.binary(max_size=20), st.just(raw[at:until] * 2)))
        raw = raw[:at] + put + raw[until:]
    return raw


@LOOSE
@given(raw=st.one_of(st.binary(max_size=2000), damaged()))
def test_any_bytes(raw: bytes, lexicon: Lexicon) -> None:
    began = time.process_time()
    check(read("anything", raw), lexicon)
    assert time.process_time() - began < 2


@LOOSE
@given(text=st.text(max_size=500), html=st.text(alphabet="<>/ab=\"' &;!-pdivt", max_size=300))
def test_any_text(text: str, html: str, lexicon: Lexicon) -> None:
    check([read_text(text, html)], lexicon)


@LOOSE
@given(name=st.text(max_size=300))
def test_any_name(name: str) -> None:
    safe = safe_name(name)
    assert safe and len(safe) <= LONGEST + 1 and not set(safe) & set('<>:"/\\|?*\0\n\u202e')
    assert safe not in (".", "..") and not safe.endswith((".", " "))
    assert safe.split(".")[0].upper() not in ("CON", "NUL", "COM1", "AUX")
