"""Reading: each thing mails do to their readers, and what a person sees of it."""

from __future__ import annotations

import base64
import time
from datetime import datetime

import pytest

from afterword.mail.letter import Letter
from afterword.mail.reading import read

HEAD = (
    b"From: Ada Vale <ada@fernhill.example>\r\nTo: sam@home.example\r\nSubject: News\r\n"
    b"Date: Tue, 18 Mar 2025 09:12:00 +0100\r\nMessage-ID: <n1@fernhill.example>\r\n"
)
TEXT = b"We have decided not to move forward.\r\n"


def one(raw: bytes, name: str = "a.eml") -> Letter:
    [letter] = read(name, raw)
    return letter


def typed(kind: bytes, body: bytes, how: bytes = b"8bit") -> Letter:
    head = HEAD + b"MIME-Version: 1.0\r\nContent-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + how
    return one(head + b"\r\n\r\n" + body)


def mixed(*parts: bytes, kind: bytes = b"mixed") -> Letter:
    body = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"
    return typed(b"multipart/" + kind + b'; boundary="b"', body)


def test_an_ordinary_mail() -> None:
    letter = one(HEAD + b"\r\n" + TEXT)
    assert letter.format == "eml" and not letter.trouble
    assert (letter.sender_name, letter.sender, letter.to) == ("Ada Vale", "ada@fernhill.example", "sam@home.example")
    assert letter.subject == "News" and letter.message_id == "n1@fernhill.example"
    assert letter.sent == datetime(2025, 3, 18, 9, 12)
    assert letter.text == "We have decided not to move forward."
    assert len(letter.digest) == 64 and letter.raw.startswith(b"From: Ada")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "There is nothing in it."),
        (b" \r\n\t\n", "There is nothing in it."),
        (b"\x00" * 500, "There is nothing in it."),
        (b"x" * (25 * 1024 * 1024 + 1), "It is larger than 25 MB, too large for an email."),
        (b"%PDF-1.7\n...", "It is a PDF that cannot be read."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "It is a picture, not an email."),
        (b"PK\x03\x04" + bytes(range(256)), "It is packed. Unpack it, and drop the emails or the .mbox file"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml" + bytes(99), "It is an office document, not an email."),
        (bytes(range(256)) * 20, "It is not an email."),
        (HEAD[:-2].replace(b"Subject: News\r\n", b"") + b"\r\n\r\n", "There is no text in it."),
        (HEAD + b"Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nxx\r\n--b--\r\n", "It is encrypted."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "It is a damaged file of Outlook."),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, says: str) -> None:
    letter = one(raw, "thing.eml")
    assert letter.format == "unknown" and letter.trouble.startswith(says)
    assert letter.raw == raw and len(letter.digest) == 64


@pytest.mark.parametrize(
    ("charset", "data", "seen"),
    [
        (b"us-ascii", "Zoë".encode(), "Zoë"),
        (b"iso-8859-1", "Zoë".encode(), "Zoë"),
        (b"iso-8859-1", b"it\x92s \x80 5", "it’s € 5"),
        (b"utf-8", "Zoë".encode("latin-1"), "Zoë"),
        (b"x-unknown", "Zoë".encode(), "Zoë"),
        (b"gb2312", "職位".encode("gb18030"), "職位"),
        (b"ks_c_5601-1987", "지원".encode("cp949"), "지원"),
        (b"unicode_escape", b"\\x41 plain", "\\x41 plain"),
        (b"", "Müller".encode("cp1252"), "Müller"),
    ],
)
def test_charsets(charset: bytes, data: bytes, seen: str) -> None:
    assert typed(b"text/plain; charset=" + charset, data).text == seen


@pytest.mark.parametrize(
    ("header", "seen"),
    [
        (b"=?utf-8?B?" + base64.b64encode("Grüße".encode()[:3]) + b"?= =?utf-8?B?" + base64.b64encode("Grüße".encode()[3:]) + b"?=", "Grüße"),
        (b"=?utf-8?Q?Your_r=C3=B4le?= today", "Your rôle today"),
        ("Rôle raw".encode(), "Rôle raw"),
        ("Rôle raw".encode("latin-1"), "Rôle raw"),
        (b"=?x-odd?Q?caf=E9?=", "café"),
        (b"=?utf-8?B?TmV3cw?=", "News"),
        (b"folded\r\n here", "folded here"),
    ],
)  # fmt: skip
def test_subjects(header: bytes, seen: str) -> None:
    assert one(HEAD.replace(b"Subject: News", b"Subject: " + header) + b"\r\n" + TEXT).subject == seen


@pytest.mark.parametrize(
    "raw",
    [
        HEAD.replace(b"Subject:", b"Subject :") + b"\r\n" + TEXT,
        HEAD.replace(b"To:", b"this line is junk\r\nTo:") + b"\r\n" + TEXT,
        b"\xef\xbb\xbf" + HEAD + b"\r\n" + TEXT,
        (HEAD + b"\r\n" + TEXT).decode().encode("utf-16"),
        (HEAD + b"\r\n" + TEXT).decode().encode("utf-16-le"),
        b"From ada@fernhill.example Tue Mar 18 09:12:00 2025\r\n" + HEAD + b"\r\n" + TEXT,
        b">From ada@fernhill.example Tue Mar 18 09:12:00 2025\n" + HEAD + b"\r\n" + TEXT,
        (HEAD + b"\r\n" + TEXT).replace(b"\r\n", b"\r"),
        (HEAD + b"\r\n" + TEXT).replace(b"\r\n", b"\n"),
        b"\r\n\r\n" + HEAD + b"\r\n" + TEXT,
        str(len(HEAD + b"\r\n" + TEXT)).encode() + b"\n" + HEAD + b"\r\n" + TEXT + b"<?xml version='1.0'?><plist/>",
    ],
    ids=["space", "junk", "bom", "utf16", "utf16le", "from_", "quoted_from", "cr", "lf", "blank_first", "emlx"],
)
def test_wrappings(raw: bytes) -> None:
    letter = one(raw, "no-extension")
    assert (letter.subject, letter.sender) == ("News", "ada@fernhill.example")
    assert letter.text == "We have decided not to move forward." and letter.raw == raw


def test_broken_base64_still_gives_its_text() -> None:
    data = base64.b64encode(b"A place for every letter").rstrip(b"=") + b"\r\n!!"
    assert typed(b"text/plain", data, b"base64").text == "A place for every letter"


def test_flowed_text_is_one_paragraph() -> None:
    assert typed(b"text/plain; format=flowed", b"one \r\ntwo \r\nthree\r\nfour\r\n").text == "one two three\nfour"


def test_hard_wrapped_text_is_one_paragraph() -> None:
    wrapped = (
        b"Thank you for the time you took to meet us on Thursday, and for the work\r\n"
        b"you put into the exercise; we read it twice and learned something new.\r\n\r\nAda\r\n"
    )
    assert "for the work you put into" in typed(b"text/plain", wrapped).text


def test_a_stub_beside_a_full_html_part_is_not_the_letter() -> None:
    html = b"Content-Type: text/html\r\n\r\n<p>" + b"The full letter stands here. " * 10 + b"</p>"
    letter = mixed(b"Content-Type: text/plain\r\n\r\nView in browser", html, kind=b"alternative")
    assert letter.text.startswith("The full letter")


def test_the_plain_part_is_the_letter_when_it_is_whole() -> None:
    letter = mixed(
        b"Content-Type: text/plain\r\n\r\nHello Sam", b"Content-Type: text/html\r\n\r\n<p>Hello <b>Sam</b></p>"
    )
    assert letter.text == "Hello Sam"


def test_invisible_characters_are_taken_out() -> None:
    assert (
        typed(b"text/plain; charset=utf-8", "Un\u00adfor\u200btu\u202enately\u00a0no\x00".encode()).text
        == "Unfortunately no"
    )


def test_a_message_inside_counts_when_there_is_nothing_else() -> None:
    letter = mixed(b"Content-Type: message/rfc822\r\n\r\nFrom: Bo <bo@oak.example>\r\nSubject: In\r\n\r\nInner words")
    assert (letter.text, letter.sender, letter.message_id) == ("Inner words", "bo@oak.example", "n1@fernhill.example")


def test_html_as_text() -> None:
    html = (
        b"<title>never closed<style>p{}</style><p>One&nbsp;two<br>three</p><!-- offer --><div style='display:none'>no</div>"
        b"<ul><li>a<li>b</ul><a href='https://x.example/a'>here</a><script>bad()</script>"
    )
    text = typed(b"text/html", html).text
    assert "One two\nthree" in text and "- a\n- b" in text and "here (https://x.example/a)" in text
    assert "offer" not in text and "bad()" not in text and "p{}" not in text and "no\n" not in text


def test_enclosures_have_safe_names() -> None:
    letter = mixed(
        b"Content-Type: text/plain\r\n\r\nHello",
        b'Content-Type: application/pdf; name="../../\xe2\x80\xaeoffer.pdf"\r\nContent-Disposition: attachment\r\n\r\nxx',
        b"Content-Type: image/png\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.png\r\n\r\nyy",
    )
    assert [each.name for each in letter.enclosures] == ["offer.pdf", "résumé.png"]
    assert letter.enclosures[0].data == b"xx"


def test_replies_are_cut_and_forwards_kept() -> None:
    reply = typed(b"text/plain", b"Good news.\r\n\r\nOn Tue, 18 Mar 2025, Ada wrote:\r\n> We said no.\r\n")
    assert reply.text == "Good news."
    bottom = typed(b"text/plain", b"On Tue, 18 Mar 2025, Sam wrote:\r\n> Any news?\r\n\r\nYes, here.\r\n")
    assert bottom.text == "Yes, here."
    outlook = typed(
        b"text/plain", b"No.\r\n\r\nFrom: Ada\r\nSent: Tuesday\r\nTo: Sam\r\nSubject: Offer\r\n\r\nAn offer."
    )
    assert outlook.text == "No."
    times = typed(b"text/plain", b"The slot:\r\n\r\nFrom: 10:00\r\nTo: 11:00\r\n\r\nSee you there.")
    assert times.text.endswith("See you there.")


def test_a_forwarded_mail_is_the_inner_ones() -> None:
    body = (
        b"See below.\r\n\r\nBegin forwarded message:\r\n\r\n> From: Bo Oak <bo@oak.example>\r\n> Subject: Answer\r\n"
        b"> Date: March 3, 2025 at 10:05:00 GMT+1\r\n>\r\n> We say no.\r\n"
    )
    letter = typed(b"text/plain", body)
    assert (letter.sender, letter.sender_name) == ("bo@oak.example", "Bo Oak")
    assert letter.sent is not None and letter.sent.date().isoformat() == "2025-03-03"
    assert letter.text == "See below.\n\nWe say no."


def test_the_same_letter_from_another_program_is_recognised() -> None:
    first = one(HEAD + b"\r\n" + TEXT)
    again = one(
        HEAD.replace(b"Message-ID: <n1@fernhill.example>\r\n", b"X-Mozilla-Status: 0001\r\n") + b"\r\n" + TEXT.rstrip()
    )
    other = one(HEAD + b"\r\nSomething else.")
    assert first.fingerprint == again.fingerprint != other.fingerprint
    assert first.digest != again.digest


def hostile() -> dict[str, bytes]:
    """Inputs that made other readers slow or fall over."""
    html = HEAD + b"Content-Type: text/html\r\n\r\n"
    nested = HEAD
    for level in range(400):
        nested += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    parts = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 100_000
    return {
        "deep divs": html + b"<div>" * 60_000 + b"no",
        "many bold": html + b"<b><p>" * 40_000 + b"no",
        "table in table": html + b"<table><tr><td>" * 5_000 + b"no",
        "open comments": html + b"<!--" * 200_000,
        "attributes": html + b"<p " + b"a=1 " * 200_000 + b">no</p>",
        "tags": html + b"<i>x</i>" * 200_000,
        "less than": html + b"<" * 500_000,
        "long header": HEAD[:-2] + b"\r\nX-A: " + b"a" * 5_000_000 + b"\r\n\r\nno",
        "addresses": HEAD.replace(b"To: ", b"To: " + b"a@b.example, " * 60_000) + b"\r\nno",
        "headers": HEAD + b"X-B: 1\r\n" * 200_000 + b"\r\nno",
        "folded": HEAD + b"X-C: 1\r\n" + b" \r\n" * 200_000 + b"\r\nno",
        "words": HEAD.replace(b"News", b"=?utf-8?Q?=41?= " * 50_000) + b"\r\nno",
        "depth": nested + b"\r\nno",
        "parts": parts,
        "parameters": HEAD + b"Content-Type: text/plain" + b"; a=b" * 100_000 + b"\r\n\r\nno",
        "quotes": HEAD + b"\r\n" + b"> " * 400_000 + b"\r\nno",
        "one line": HEAD + b"\r\n" + b"unfortunately we " * 60_000,
        "lines": HEAD + b"\r\n" + b"On Monday\r\n" * 90_000,
        "headers in text": HEAD + b"\r\n" + b"From: a\r\nTo: b\r\n" * 50_000,
        "big base64": HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(bytes(12_000_000)),
        "spaces": HEAD + b"\r\nif " + b" " * 900_000 + b"x",
    }


@pytest.mark.parametrize("name", sorted(hostile()))
def test_hostile_input_ends_soon(name: str, lexicon) -> None:
    from afterword.mail.verdict import understand

    raw = hostile()[name]
    began = time.process_time()
    for letter in read("bad.eml", raw):
        understand(letter, lexicon)
        assert len(letter.text) <= 1024 * 1024
    assert time.process_time() - began < 2


def test_a_mailbox_file_holds_several_letters() -> None:
    box = (
        b"From a@b Tue Mar 18 09:12:00 2025\nFrom: A <a@kestrel.example>\nSubject: One\n\nFirst text.\n\n"
        b"From the start we liked it.\n\nFrom c@d Wed Mar 19 09:12:00 2025\nFrom: C <c@tessera.example>\n"
        b"Subject: Two\n\nSecond text.\n"
    )
    first, second = read("Messages from Inbox", box)
    assert (first.subject, second.subject) == ("One", "Two")
    assert "From the start" in first.text and "Second" not in first.text
    assert first.digest != second.digest
