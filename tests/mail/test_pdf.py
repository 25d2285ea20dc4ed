"""PDFs: the words of an offer or a letter; what cannot be read says so, soon."""

from __future__ import annotations

import io
import time
import zlib
from datetime import datetime
from functools import cache

import pypdf
import pytest

from afterword.mail.letter import Letter
from afterword.mail.reading import read
from fuzzing import pdf


def one(raw: bytes, name: str = "Your application.pdf") -> Letter:
    [letter] = read(name, raw)
    return letter


def page_of(stream: bytes, more: bytes = b"") -> bytes:
    """A PDF of one page that draws this."""
    said = b"BT /F 12 Tf 20 200 Td (We have decided not to move forward.) Tj ET"
    return pdf().replace(b"<</Length %d>>stream\n%s" % (len(said), said), b"<</Length %d%s>>stream\n%s" % (len(stream), more, stream))


def test_a_letter_as_a_pdf() -> None:
    lines = (b"Fernhill Bakery", b"Leeds, 18 March 2025", b"Dear Sam, we have decided: no.")
    drawn = b"BT /F 12 Tf 14 TL 20 200 Td " + b"".join(b"(%s) ' " % line for line in lines) + b"ET"
    letter = one(page_of(drawn))
    assert letter.format == "pdf" and "we have decided: no." in letter.text
    assert letter.sent == datetime(2025, 3, 18) and letter.subject == "Your application"


def test_one_with_a_password_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    letter = one(out.getvalue())
    assert letter.trouble == "It is locked with a password. Open it, and copy its text in here." and letter.raw == out.getvalue()


def test_one_of_pictures_says_so() -> None:
    assert one(page_of(b"0 0 m 9 9 l S")).trouble.startswith("There is no text in it, only pictures.")


@cache
def hostile() -> dict[str, bytes]:
    bomb = zlib.compress(b"BT (no) Tj ET " * 3_000_000, 6)
    return {
        "a stream that grows": page_of(bomb, b"/Filter/FlateDecode"),
        "drawing without end": page_of(b"BT /F 1 Tf (a) Tj ET " * 300_000),
        "pages in a circle": pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
        "open brackets": page_of(b"BT " + b"[" * 500_000 + b" TJ ET"),
        "objects without end": b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 800_000,
        "many objects": b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 19_000,
        "open dictionaries": b"%PDF-1.4\n1 0 obj" + b"<<" * 300_000,
    }


@pytest.mark.parametrize("name", sorted(hostile()))
def test_hostile_files_end_soon(name: str) -> None:
    raw = hostile()[name]
    began = time.process_time()
    letter = one(raw)
    assert time.process_time() - began < 2
    assert letter.raw == raw and (letter.trouble or letter.text)
