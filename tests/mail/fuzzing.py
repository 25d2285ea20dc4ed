"""Inputs that nobody meant to send, made from a number: the same number makes the same input.

Each kind has a maker and a reader. A reader fails when what comes out is no letter, or breaks a promise.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import compressed_rtf

import ole
from afterword.mail import html, mbox
from afterword.mail.glance import is_worth_reading
from afterword.mail.letter import KINDS, UNSURE, Letter, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.moments import clocks_in, days_in, moment_in
from afterword.mail.money import decimal_of, money_in
from afterword.mail.plain import read_text
from afterword.mail.reading import read
from afterword.mail.sentences import sentences
from afterword.mail.tidy import LIMIT
from afterword.mail.verdict import understand

LETTERS = Path(__file__).parent.parent / "letters"
CRUMBS = (
    b"\r\n\r\n", b"--b1\r\n", b"From: a@b.example\r\n", b"Content-Type: multipart/mixed; boundary=b1\r\n", b"=?utf-8?B?",
    b"<div>", b"<!--", b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-16", b"\x00", b"> ", b"=\r\n", b"\xff\xfe",
    b"\nFrom x\nA: b\n", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"\\u8364?", b"{\\*\\htmltag ", b"\\bin99999", b"endstream",
    b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\x01\x00\x00\x00",
)  # fmt: skip
PIECES = (
    "€", "$", "USD ", "CHF ", "65.000", "65,000.00", "65k", "110'000", "-", "–", " to ", " bis ", "per hour", "brutto",
    "03/04/2026", "31.02.2025", "29 February", "Tuesday", "nächsten Montag", "le 3 avril", "el 5 de mayo", "10:00", "25:99",
    "2 pm", "h", ":", ".", ",", "\n", "\n\n", " ", "you", "we regret", "unfortunately", "offer", "interview", "if", "not",
    "Dear Sam", "Kind regards", "leider", "malheureusement", "lamentablemente", "the Baker position", "> ", "From: ", "Re: ",
    "\u202e", "\u00ad", "\u200b", "’", "\U0001f600", "İ", "ß", "ﬁ", "１２", "٣", "0" * 40, "9" * 30, "('", "[", "\\", "|",
)  # fmt: skip
TAGS = (
    "<div>", "</div>", "<p>", "<table>", "<tr>", "<td>", "</td>", "<br>", "<a href='https://x.example/'>", "</a>", "<!--", "-->",
    "<script>", "</script>", "<style>", "<title>", "<blockquote type=cite>", "</blockquote>", "<li>", "&nbsp;", "&#0;", "&#x110000;",
    "<", ">", "<![CDATA[", "<?x", "<svg>", "<template>", "<span style='display:none'>", "</span>", "no", "yes", " ", '"', "=",
)  # fmt: skip
ENTRY = (
    b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\n"
    b"TZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\n"
    b"TZOFFSETTO:-0400\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
    b"UID:a@b.example\r\nDTSTAMP:20250318T081200Z\r\nDTSTART;TZID=Own:20250402T100000\r\nDURATION:PT1H\r\nSUMMARY:Interview\r\n"
    b"ORGANIZER;CN=Ada:mailto:ada@b.example\r\nRRULE:FREQ=DAILY\r\nSEQUENCE:1\r\nLOCATION:Room 4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
RTF = rb"{\rtf1\ansi\fromhtml1{\fonttbl{\f0\fcharset204 A;}}{\*\htmltag64 <p>}\htmlrtf x\htmlrtf0 We say \'ed\u8364?no{\*\htmltag72 </p>}}"


@cache
def pdf() -> bytes:
    """One page with one sentence."""
    said = b"BT /F 12 Tf 20 200 Td (We have decided not to move forward.) Tj ET"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(said), said), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )  # fmt: skip
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(made),
    )
    return bytes(made + tail)


@cache
def mails() -> tuple[bytes, ...]:
    """The sample letters."""
    return tuple(file.read_bytes() for file in sorted(LETTERS.glob("*.eml")))


@cache
def outlook() -> tuple[bytes, ...]:
    """Files of Outlook: a letter, one with files and a message inside, a meeting."""
    sent = datetime(2025, 3, 18, 8, tzinfo=UTC)
    plain = {0x1A: "IPM.Note", 0x37: "News", 0x1000: "We say no. " * 40, 0x39: sent, 0x5D01: "a@b.example"}
    inner = ole.message(plain, head=24)
    meeting = {**plain, 0x1A: "IPM.Schedule.Meeting.Request", 0x8000: sent, 0x8001: b"vCal-Uid\x01\0\0\0abc\0"}
    return (
        ole.msg(plain),
        ole.msg({0x37: "FW", 0x1009: compressed_rtf.compress(RTF)}, (ole.attachment("in", "", inner), ole.attachment("a.ics", "text/calendar", ENTRY))),
        ole.msg(meeting, named={0x8000: 0x820D, 0x8001: 0x3}),
    )  # fmt: skip


def damaged(raw: bytes, chance: Random, shifts: float = 0.5) -> bytes:
    """Pieces cut out, doubled, put in, or written over; `shifts` is how often what stands behind moves."""
    for _hit in range(chance.randint(1, 6)):
        at = chance.randint(0, len(raw))
        until = min(len(raw), at + chance.choice((0, 1, 4, 40, 200)))
        put = chance.choice((chance.choice(CRUMBS), chance.randbytes(chance.randint(0, 8)), raw[at:until] * 2, b""))
        if chance.random() >= shifts:
            put = put[: until - at].ljust(until - at, b"\x00")  # what stands behind stays in its place
        raw = raw[:at] + put + raw[until:]
    return raw


def _some(pieces: tuple[str, ...], chance: Random) -> str:
    return "".join(chance.choices(pieces, k=chance.randint(1, 60)))


def _file(raw: bytes, lexicon: Lexicon) -> None:
    _check(read("anything", raw), lexicon)
    is_worth_reading(raw, lexicon, ("Kestrel Health",), Memory())


def _text(text: str, lexicon: Lexicon) -> None:
    letter = read_text(text)
    _check([letter], lexicon)
    told = sentences("", letter.text)
    for each in money_in(told, lexicon.wording):
        assert isinstance(each.amount, Decimal) and each.amount >= 0 and len(each.currency) == 3
        assert each.upto is None or each.upto > each.amount
    decimal_of(text[:40])
    moment_in(text)
    for day in days_in(text, None):
        assert 0 <= day.start < day.end <= len(text)
    for clock in clocks_in(text):
        assert 0 <= clock.start < clock.end <= len(text)


def _markup(text: str, lexicon: Lexicon) -> None:
    said = html.to_text(text)
    assert "\ue000" not in said and len(said) <= 2 * len(text) + 100
    _check([read_text("", text)], lexicon)


def _box(raw: bytes, lexicon: Lexicon) -> None:
    ends = [(begin, begin + len(part)) for begin, part in mbox.messages(BytesIO(raw))]
    assert all(end == begin for (_a, end), (begin, _b) in pairwise(ends))
    _check(read("box", raw), lexicon)


def _check(letters: list[Letter], lexicon: Lexicon) -> None:
    """What holds for any input: there is a letter, its text is clean, and there is a verdict with its evidence."""
    assert letters
    for letter in letters:
        assert len(letter.text) <= LIMIT and not set(letter.text) & set("\x00\r\u202e\u200b")
        assert not letter.trouble or not any(c.isalnum() for c in letter.text)
        found = understand(letter, lexicon)
        assert isinstance(found, Verdict) and isinstance(found.sure, Sure) and found.kind in {*KINDS, UNSURE}
        assert all(each.words in each.sentence for each in found.evidence)


Maker = Callable[[Random], Any]
Reader = Callable[[Any, Lexicon], None]

TARGETS: dict[str, tuple[Maker, Reader]] = {
    "messages": (lambda chance: damaged(chance.choice(mails()), chance), _file),
    "Outlook's files": (lambda chance: damaged(chance.choice(outlook()), chance, 0.1), _file),
    "calendar files": (lambda chance: damaged(ENTRY, chance), _file),
    "formatted text": (lambda chance: damaged(RTF, chance), _file),
    "PDFs": (lambda chance: damaged(pdf(), chance, 0.2), _file),
    "any bytes": (lambda chance: chance.randbytes(chance.randint(0, 3000)), _file),
    "mailboxes": (
        lambda chance: damaged(b"".join(b"From x@y Tue Mar 18 09:12:00 2025\n" + each + b"\n\n" for each in chance.sample(mails(), 3)), chance),
        _box,
    ),
    "markup": (lambda chance: _some(TAGS, chance), _markup),
    "dates, money and words": (lambda chance: _some(PIECES, chance), _text),
}  # fmt: skip
