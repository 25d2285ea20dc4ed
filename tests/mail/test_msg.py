"""Outlook's files: the same letter as its .eml, whichever way its text is kept."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import compressed_rtf
import pytest
from oxmsg import Message

import ole
from afterword.mail.letter import Letter
from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand

NO = "Thank you for your application.\r\n\r\nWe have decided not to move forward with your application.\r\n"
SENT = datetime(2025, 3, 18, 8, 12, tzinfo=UTC)
HEADERS = (
    "Received: from mx.fernhill.example by mx.home.example; Tue, 18 Mar 2025 08:12:04 +0000\r\n"
    "From: =?utf-8?Q?Zo=C3=AB_Vale?= <zoe@fernhill.example>\r\nTo: Sam <sam@home.example>\r\n"
    "Subject: News\r\nDate: Tue, 18 Mar 2025 09:12:00 +0100\r\nMessage-ID: <n1@fernhill.example>\r\n"
)
PLAIN = {0x1A: "IPM.Note", 0x37: "News", 0x7D: HEADERS, 0x1000: NO, 0x39: SENT}


def one(raw: bytes, name: str = "news.msg") -> Letter:
    [letter] = read(name, raw)
    return letter


def test_a_message_of_outlook() -> None:
    raw = ole.msg(PLAIN)
    letter = one(raw, "no extension")
    assert letter.format == "msg" and not letter.trouble and letter.raw == raw
    assert (letter.sender_name, letter.sender, letter.to) == ("Zoë Vale", "zoe@fernhill.example", "sam@home.example")
    assert (letter.subject, letter.message_id) == ("News", "n1@fernhill.example")
    assert letter.sent == datetime(2025, 3, 18, 9, 12)
    assert letter.text == NO.replace("\r\n", "\n").strip()


def test_the_same_mail_as_eml_and_msg_is_one() -> None:
    """Trap 73."""
    eml = one(HEADERS.encode() + b"Content-Type: text/plain\r\n\r\n" + NO.encode(), "news.eml")
    msg = one(ole.msg(PLAIN))
    assert msg.message_id == eml.message_id != "" and msg.fingerprint == eml.fingerprint != ""
    assert (msg.sender, msg.sent, msg.subject, msg.text) == (eml.sender, eml.sent, eml.subject, eml.text)


def test_what_the_headers_do_not_say_is_taken_from_outlooks_own_values() -> None:
    values = {
        0x37: "News", 0x1000: NO, 0x39: SENT, 0x1035: "<n2@fernhill.example>", 0xC1A: "Ada Vale",
        0xC1F: "/O=EXCHANGE/OU=X/CN=ADA", 0x5D01: "Ada@Fernhill.example", 0xE04: "Sam Oak",
    }  # fmt: skip
    letter = one(ole.msg(values, to=({0x3001: "Sam", 0x39FE: "sam@home.example"},)))
    assert (letter.sender_name, letter.sender) == ("Ada Vale", "ada@fernhill.example")
    assert (letter.to, letter.message_id) == ("sam@home.example", "n2@fernhill.example")
    assert letter.sent == datetime(2025, 3, 18, 9, 12)


def test_narrow_text_is_read_in_its_alphabet() -> None:
    values = {
        0x37: ole.Narrow("Müller".encode("cp1252")),
        0x1000: ole.Narrow("Київ, ні".encode("cp1251")),
        0x3FFD: 1251,
        0xC1F: "a@b.example",
    }
    letter = one(ole.msg(values))
    assert letter.text == "Київ, ні"


RTF = rb"{\rtf1\ansi\ansicpg1252\fromtext \fbidi \deff0{\fonttbl{\f0\fswiss Arial;}}\uc1\pard Dear Zo\'eb,\line we have decided not to move forward.\par\u8364?50\par}"
WRAPPED = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}"
    rb"\htmlrtf {\htmlrtf0 Dear Zo\'eb,{\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0 {\*\htmltag64 <p>}we say no{\*\htmltag72 </p>}}"
)


@pytest.mark.parametrize("squeezed", [True, False])
def test_a_body_that_is_only_formatted_text(squeezed: bool) -> None:
    letter = one(ole.msg({0x37: "News", 0xC1F: "a@b.example", 0x1009: compressed_rtf.compress(RTF, squeezed)}))
    assert letter.text == "Dear Zoë,\nwe have decided not to move forward.\n€50"


def test_html_that_was_wrapped_in_formatted_text() -> None:
    letter = one(ole.msg({0x37: "News", 0xC1F: "a@b.example", 0x1009: compressed_rtf.compress(WRAPPED)}))
    assert letter.text == "Dear Zoë,\n\nwe say no"


def test_html_beside_a_stub_is_the_letter() -> None:
    page = "<html><body><p>Müller: " + "the full letter stands here. " * 20 + "</p></body></html>"
    values = {
        0x37: "News",
        0xC1F: "a@b.example",
        0x1000: "View in browser",
        0x1013: page.encode("cp1252"),
        0x3FDE: 1252,
    }
    assert one(ole.msg(values)).text.startswith("Müller: the full letter")


def test_files_inside_are_kept() -> None:
    letter = one(
        ole.msg(
            PLAIN,
            attached=(
                ole.attachment("../offer.pdf", "application/pdf", b"%PDF" + bytes(9000)),
                ole.attachment("b.png", "image/png", b"x"),
            ),
        )
    )
    assert [(each.name, each.mime, len(each.data)) for each in letter.enclosures] == [
        ("offer.pdf", "application/pdf", 9004),
        ("b.png", "image/png", 1),
    ]


def test_a_message_forwarded_as_an_attachment_counts_when_there_is_nothing_else() -> None:
    """Trap 69."""
    inner = ole.message(
        {0x37: "Your application", 0x1000: NO, 0x39: SENT, 0x5D01: "bo@oak.example", 0xC1A: "Bo Oak"}, head=24
    )
    letter = one(
        ole.msg(
            {0x37: "FW: Your application", 0x7D: HEADERS}, attached=(ole.attachment("Your application", "", inner),)
        )
    )
    assert (letter.sender, letter.sender_name) == ("bo@oak.example", "Bo Oak")
    assert (
        "not to move forward" in letter.text and letter.message_id == "n1@fernhill.example" and letter.format == "msg"
    )


def test_a_signed_message_is_read() -> None:
    mime = (
        b"Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        + NO.encode()
        + b"\r\n--b--\r\n"
    )
    values = {**PLAIN, 0x1A: "IPM.Note.SMIME.MultipartSigned"}
    del values[0x1000]
    letter = one(ole.msg(values, attached=(ole.attachment("smime.p7m", "multipart/signed", mime),)))
    assert "not to move forward" in letter.text and letter.sender == "zoe@fernhill.example"


def test_an_encrypted_message_says_so() -> None:
    values = {0x1A: "IPM.Note.SMIME", 0x37: "News", 0x7D: HEADERS}
    letter = one(ole.msg(values, attached=(ole.attachment("smime.p7m", "application/pkcs7-mime", b"\x30\x82"),)))
    assert letter.trouble.startswith("It is encrypted. Open it in your mail program")


MEETING = {
    0x1A: "IPM.Schedule.Meeting.Request", 0x37: "Interview with Fernhill", 0x5D01: "ada@fernhill.example", 0xC1A: "Ada Vale",
    0x1000: "We would like to invite you to an interview for your application.", 0x8000: datetime(2025, 4, 2, 8, 0, tzinfo=UTC),
    0x8001: datetime(2025, 4, 2, 9, 0, tzinfo=UTC), 0x8002: "Room 4", 0x8003: 1,
    0x8004: b"\x04\x00\x00\x00\x82\x00\xe0\x00" + bytes(32) + b"vCal-Uid\x01\x00\x00\x00abc@fernhill.example\x00",
}  # fmt: skip
NAMED = {0x8000: 0x820D, 0x8001: 0x820E, 0x8002: 0x8208, 0x8003: 0x8201, 0x8004: 0x3}


def test_a_meeting_is_an_invitation() -> None:
    [found] = one(ole.msg(MEETING, named=NAMED)).invitations
    assert (found.method, found.sequence, found.uid) == ("request", 1, "abc@fernhill.example")
    assert (found.begin, found.end) == (datetime(2025, 4, 2, 10, 0), datetime(2025, 4, 2, 11, 0))
    assert (found.place, found.organizer, found.summary) == (
        "Room 4",
        "ada@fernhill.example",
        "Interview with Fernhill",
    )


def test_a_meeting_that_is_off_is_never_an_invitation(lexicon: Lexicon) -> None:
    values = {
        **MEETING,
        0x1A: "IPM.Schedule.Meeting.Canceled",
        0x37: "Canceled: Interview with Fernhill",
        0x1000: "About your application.",
    }
    letter = one(ole.msg(values, named=NAMED))
    assert letter.invitations[0].cancelled
    assert understand(letter, lexicon).kind == "interview_change" and understand(letter, lexicon).turn == "cancelled"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (ole.msg({0x1A: "IPM.Contact", 0x37: "Ada"}), "It is an entry of Outlook, but not an email."),
        (ole.compound({"WordDocument": b"words" * 100}), "It is a document of another program, not an email."),
        (ole.msg(PLAIN)[:900], "It is a damaged file of Outlook."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "It is a damaged file of Outlook."),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, says: str) -> None:
    letter = one(raw)
    assert letter.trouble.startswith(says) and letter.raw == raw and letter.format == "unknown"


@pytest.mark.parametrize("shift", [9, 12])
def test_what_we_write_and_read_is_what_another_reader_sees(shift: int) -> None:
    """Our files of Outlook are made by us: a library that was made for real ones is the witness."""
    data = bytes(range(256)) * 40_000
    raw = ole.msg(
        PLAIN,
        attached=(ole.attachment("scan.png", "image/png", data), ole.attachment("a.txt", "text/csv", b"x")),
        shift=shift,
    )
    theirs, ours = Message.load(raw), one(raw)
    assert (theirs.subject, theirs.message_headers["Message-ID"]) == (ours.subject, f"<{ours.message_id}>")
    assert theirs.sent_date == SENT and (theirs.body or "").replace("\r\n", "\n").strip() == ours.text
    assert [(each.file_name, each.file_bytes) for each in theirs.attachments] == [
        (each.name, each.data) for each in ours.enclosures
    ]


def test_large_files_in_both_sizes_of_sectors() -> None:
    for shift in (9, 12):
        attached = (
            ole.attachment("scan.png", "image/png", bytes(range(256)) * 40_000),
            *(ole.attachment(f"{n}.txt", "text/csv", b"x") for n in range(60)),
        )
        letter = one(ole.msg(PLAIN, attached=attached, shift=shift))
        assert letter.enclosures[0].data == bytes(range(256)) * 40_000 and len(letter.enclosures) == 61
        assert letter.text.startswith("Thank you")


def circles() -> dict[str, bytes]:
    """Files whose pieces point to themselves, or to the same piece again and again."""
    raw = bytearray(ole.msg({**PLAIN, 0x1000: NO * 400}))
    table = int.from_bytes(raw[76:80], "little")
    at = (table + 1) * 512
    looped = bytearray(raw)
    looped[at : at + 512] = b"".join(n.to_bytes(4, "little") for n in range(128))
    zeros = bytearray(raw)
    zeros[at : at + 512] = bytes(512)
    first = int.from_bytes(raw[48:52], "little")
    tree = bytearray(raw)
    for number in range(4):  # every entry points to the others
        entry = (first + 1) * 512 + number * 128
        tree[entry + 68 : entry + 80] = b"".join(n.to_bytes(4, "little") for n in (0, 1, 2))
    parts = b"".join(b"{" for _ in range(5_000_00))
    return {
        "each its own next": bytes(looped), "all to the first": bytes(zeros), "a tree in circles": bytes(tree),
        "many streams": ole.msg(PLAIN, attached=tuple(ole.attachment(f"{n}", "image/png", b"x") for n in range(3_000))),
        "formatted text": ole.msg({0x37: "N", 0x1009: compressed_rtf.compress(parts, False)}),
        "long formatted text": ole.msg({0x37: "N", 0x1009: len(parts).to_bytes(4, "little") * 2 + b"LZFu" + bytes(4) + b"\xff\x0c\xff" * 4_000_000}),
        "headers": ole.msg({0x37: "N", 0x1000: "x", 0x7D: "To: " + "a@b.example, " * 300_000}),
        "deep": ole.msg(PLAIN, attached=(_deep(60),)),
    }  # fmt: skip


def _deep(levels: int) -> ole.Tree:
    inner = ole.message({0x37: "In"}, head=24)
    for _level in range(levels):
        inner = ole.message({0x37: "In"}, attached=(ole.attachment("in", "", inner),), head=24)
    return ole.attachment("in", "", inner)


@pytest.mark.parametrize("name", sorted(circles()))
def test_hostile_files_end_soon(name: str, lexicon: Lexicon) -> None:
    raw = circles()[name]
    began = time.process_time()
    for letter in read("bad.msg", raw):
        understand(letter, lexicon)
        assert letter.raw == raw
    assert time.process_time() - began < 2
