"""Reading: what programs of thirty years did to letters, and what a person sees of it all the same."""

from __future__ import annotations

import base64
from datetime import datetime

import pytest

from afterword.mail.letter import Letter
from afterword.mail.reading import MOST, read

HEAD = (
    b"From: Ada Vale <ada@fernhill.example>\r\nTo: sam@home.example\r\nSubject: News\r\n"
    b"Date: Tue, 18 Mar 2025 09:12:00 +0100\r\nMIME-Version: 1.0\r\n"
)
SAID = "We have decided: no."


def one(raw: bytes) -> Letter:
    [letter] = read("a", raw)
    return letter


def with_header(line: bytes, body: bytes = SAID.encode()) -> Letter:
    return one(HEAD + line + b"\r\n\r\n" + body)


# The body


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"Content-Transfer-Encoding: base64", base64.b64encode(SAID.encode()).rstrip(b"=")),
        (b"Content-Transfer-Encoding: BASE64 ", base64.encodebytes(SAID.encode())),
        (b"Content-Transfer-Encoding: base64", b"\r\n".join(base64.b64encode(SAID.encode())[n : n + 4] for n in range(0, 28, 4))),
        (b"Content-Transfer-Encoding: base64", base64.b64encode(SAID.encode()[:10]) + base64.b64encode(SAID.encode()[10:])),
        (b"Content-Transfer-Encoding: quoted-printable", b"We have decided=\r\n: no=2E"),
        (b"Content-Transfer-Encoding: quoted-printable", b"We have decided=3A no.=\r\n"),
        (b"Content-Transfer-Encoding: nonsense", SAID.encode()),
        (b"Content-Transfer-Encoding: 7bit; x=y", SAID.encode()),
        (b"Content-Transfer-Encoding: x-uuencode", b"begin 644 a.txt\r\n4" + b"5V4@:&%V92!D96-I9&5D.B!N;RX" + b"\r\n`\r\nend\r\n"),
        (b"Content-Type: text/plain; charset=\"utf-8", SAID.encode()),
        (b"Content-Type: text", SAID.encode()),
        (b"Content-Type:", SAID.encode()),
        (b"Content-Type: multipart/mixed", SAID.encode()),
        (b"Content-Type: multipart/alternative; boundary=zzz", SAID.encode()),
        (b"Content-Type: text/plain; name=body.txt", SAID.encode()),
        (b"Content-Type: text/plain\r\nContent-Disposition: inline; filename=body.txt", SAID.encode()),
        (b"Content-Type: text/plain; charset=utf-16le", SAID.encode("utf-16-le")),
        (b"Content-Type: text/plain; charset=utf-7", b"We have decided+ADo- no."),
        (b"Content-Type: text/plain", b"<html><body><p>We have decided: no.</p></body></html>"),
    ],
)  # fmt: skip
def test_bodies(header: bytes, body: bytes) -> None:
    assert with_header(header, body).text == SAID


def test_a_closing_boundary_that_is_missing() -> None:
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\n"
        + SAID.encode()
        + b"\r\n--b\r\nContent-Type: image/png; name=a.png\r\n\r\nxx"
    )
    letter = with_header(b"Content-Type: multipart/mixed; boundary=b", body)
    assert letter.text == SAID and [each.name for each in letter.enclosures] == ["a.png"]


def test_a_boundary_that_begins_like_another() -> None:
    inner = (
        b"--bb\r\nContent-Type: text/plain\r\n\r\n"
        + SAID.encode()
        + b"\r\n--bb\r\nContent-Type: text/html\r\n\r\n<p>"
        + SAID.encode()
        + b"</p>\r\n--bb--\r\n"
    )
    body = (
        b"--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n"
        + inner
        + b"--b\r\nContent-Type: image/gif; name=x.gif\r\n\r\nyy\r\n--b--\r\n"
    )
    letter = with_header(b"Content-Type: multipart/mixed; boundary=b", body)
    assert letter.text == SAID and len(letter.enclosures) == 1 and letter.enclosures[0].data == b"yy"


def test_flowed_text_whose_spaces_are_to_go() -> None:
    letter = with_header(b"Content-Type: text/plain; format=flowed; delsp=yes", b"We have dec \r\nided: no.")
    assert letter.text == SAID


def test_the_text_around_a_picture_is_one() -> None:
    parts = (
        b"Content-Type: text/plain\r\n\r\nWe have decided:",
        b"Content-Type: image/png\r\n\r\nx",
        b"Content-Type: text/plain\r\n\r\nno.",
    )
    body = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--"
    assert with_header(b"Content-Type: multipart/mixed; boundary=b", body).text == "We have decided:\n\nno."


def test_a_page_that_names_its_alphabet_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Ні</body></html>'.encode("cp1251")
    assert with_header(b"Content-Type: text/html", page).text == "Ні"


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<title>News<p>We say no.</p>", "News\n\nWe say no."),
        ("<p>We <b>say</b>\nno.</p>", "We say no."),
        ("<!-- yes --><p>We say no.</p><!-- unclosed", "We say no."),
        ("<p>We say no.</p><style>p{content:'yes'}", "We say no."),
        ("<p>We say<br/>no.", "We say\nno."),
        ("<div hidden>yes</div><p>We say no.</p>", "We say no."),
        ("<p style='font-size:0px'>yes</p><p style='font-size:0.9em'>We say no.</p>", "We say no."),
        ("<p>We&#x20;say&nbsp;no&#46;</p>", "We say no."),
        ("<table><tr><td>We</td><td>say no.</td></tr></table>", "We  say no."),
        ("<select><option>yes</select><p>We say no.", "We say no."),
        ("<style>p{content:'yes'}<p>We say no.</p>", "We say no."),
        ("<p>We say no.</p><blockquote type=cite><p>yes</p></blockquote>", "We say no."),
        ("<!--[if mso]><p>yes</p><![endif]--><p>We say no.</p>", "We say no."),
        ("<p>We say no.</p>\x00", "We say no."),
        (
            "<P>WE <A HREF='https://kestrel.example/a?token=1'>say</A> no.",
            "WE say (https://kestrel.example/a?token=1) no.",
        ),
        ("<p>We say <a href='javascript:x()'>no</a>.<img src='https://spy.example/1.gif' alt='yes'>", "We say no."),
    ],
)
def test_pages(page: str, seen: str) -> None:
    assert with_header(b"Content-Type: text/html; charset=utf-8", page.encode()).text == seen


# The headers


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (b"Tue, 18 Mar 2025 09:12:00 +0100", datetime(2025, 3, 18, 9, 12)),
        (b"Tue, 18 Mar 2025 09:12:00 GMT", datetime(2025, 3, 18, 10, 12)),
        (b"18 Mar 25 09:12 +0100", datetime(2025, 3, 18, 9, 12)),
        (b"Tue,18 Mar 2025 09:12:00 +0100 (CET)", datetime(2025, 3, 18, 9, 12)),
        (b"Tue, 18 Mar 2025 09:12:00 -0500", datetime(2025, 3, 18, 15, 12)),
        (b"Tue, 18 Mar 2025 09:12:00", datetime(2025, 3, 18, 9, 12)),
        (b"Tue, 18 Jul 2025 09:12:00 +0100", datetime(2025, 7, 18, 10, 12)),
        (b"Dienstag, 18. M\xc3\xa4rz 2025 09:12", datetime(2025, 3, 18, 9, 12)),
        (b"Tue, 99 Mar 2025 09:12:00 +0100", None),
        (b"yesterday", None),
        (b"Tue, 18 Mar 1825 09:12:00 +0100", None),
    ],
)
def test_dates(written: bytes, seen: datetime | None) -> None:
    assert one(HEAD.replace(b"Tue, 18 Mar 2025 09:12:00 +0100", written) + b"\r\n" + SAID.encode()).sent == seen


def test_a_letter_without_a_date_has_that_of_its_arrival() -> None:
    raw = b"Received: from a by b; Tue, 18 Mar 2025 08:13:00 +0000\r\nReceived: from c by a; Mon, 17 Mar 2025 08:13:00 +0000\r\n"
    raw += HEAD.replace(b"Date: Tue, 18 Mar 2025 09:12:00 +0100\r\n", b"") + b"\r\n" + SAID.encode()
    assert one(raw).sent == datetime(2025, 3, 18, 9, 13)


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        (b"ada@fernhill.example", "", "ada@fernhill.example"),
        (b"<ada@fernhill.example>", "", "ada@fernhill.example"),
        (b'"Vale, Ada" <Ada@Fernhill.example>', "Vale, Ada", "ada@fernhill.example"),
        (b"ada@fernhill.example (Ada Vale)", "Ada Vale", "ada@fernhill.example"),
        (b"=?utf-8?B?QWRhIFZhbGU=?= <ada@fernhill.example>", "Ada Vale", "ada@fernhill.example"),
        (b'"=?utf-8?Q?Ada_Vale?=" <ada@fernhill.example>', "Ada Vale", "ada@fernhill.example"),
        (b"Ada Vale <ada@fernhill.example>, Bo <bo@oak.example>", "Ada Vale", "ada@fernhill.example"),
        (b"'Ada Vale' <ada@fernhill.example>", "Ada Vale", "ada@fernhill.example"),
        ("Zoë Vale <zoe@fernhill.example>".encode("latin-1"), "Zoë Vale", "zoe@fernhill.example"),
        (b"Ada Vale", "Ada Vale", ""),
        (b"ada@fernhill.example <noreply@relay.example>", "ada@fernhill.example", "noreply@relay.example"),
        (b'"Ada \xe2\x80\xaeVale" <ada@fernhill.example>', "Ada Vale", "ada@fernhill.example"),
    ],
)
def test_senders(written: bytes, name: str, address: str) -> None:
    letter = one(HEAD.replace(b"Ada Vale <ada@fernhill.example>", written) + b"\r\n" + SAID.encode())
    assert (letter.sender_name, letter.sender) == (name, address)


def test_the_first_of_two_headers_counts() -> None:
    letter = one(HEAD + b"Subject: Another\r\nFrom: Eve <eve@evil.example>\r\n\r\n" + SAID.encode())
    assert (letter.subject, letter.sender) == ("News", "ada@fernhill.example")


def test_a_line_of_spaces_among_the_headers() -> None:
    raw = HEAD.replace(b"To: ", b" \r\nTo: ") + b"\r\n" + SAID.encode()
    assert (one(raw).to, one(raw).text) == ("sam@home.example", SAID)


def test_headers_without_end_are_none_of_the_text() -> None:
    letter = one(HEAD + b"X-Spam: 1\r\n" * 40_000 + b"\r\n" + SAID.encode())
    assert (letter.text, letter.subject) == (SAID, "News")


# Files


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b"Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf", "résumé.pdf"),
        (b"Content-Disposition: attachment; filename*0=\"long \"; filename*1=\"name.pdf\"", "long name.pdf"),
        (b"Content-Disposition: attachment; filename=\"=?utf-8?Q?r=C3=A9sum=C3=A9=2Epdf?=\"", "résumé.pdf"),
        ("Content-Disposition: attachment; filename=\"résumé.pdf\"".encode(), "résumé.pdf"),
        (b"Content-Disposition: attachment; filename=\"..\\\\..\\\\con.pdf\"", "_con.pdf"),
        (b"Content-Disposition: attachment; filename=\"a/b\\x00c:d.pdf\"", "x00c_d.pdf"),
        (b"Content-Disposition: attachment", "attachment.pdf"),
    ],
)  # fmt: skip
def test_names_of_files(header: bytes, name: str) -> None:
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\nno\r\n--b\r\nContent-Type: application/pdf\r\n"
        + header
        + b"\r\n\r\nxx\r\n--b--"
    )
    letter = with_header(b"Content-Type: multipart/mixed; boundary=b", body)
    assert [each.name for each in letter.enclosures] == [name]


def test_a_text_file_beside_the_text_is_a_file() -> None:
    body = b"--b\r\nContent-Type: text/plain\r\n\r\nno\r\n--b\r\nContent-Type: text/plain; name=log.txt\r\n\r\nwe offer you\r\n--b--"
    letter = with_header(b"Content-Type: multipart/mixed; boundary=b", body)
    assert letter.text == "no" and [each.name for each in letter.enclosures] == ["log.txt"]


def test_a_very_full_mailbox_says_how_to_read_the_rest() -> None:
    line = b"From a@b Tue Mar 18 09:12:00 2025\n" + HEAD.replace(b"\r\n", b"\n") + b"\nno\n\n"
    box = line * (MOST + 3)
    letters = read("big", box)
    assert (
        len(letters) == MOST + 1
        and letters[-1].trouble.startswith("It holds more than 500 emails.")
        and letters[-1].raw == box
    )


# Other files


def test_formatted_text_is_read() -> None:
    letter = one(rb"{\rtf1\ansi\ansicpg1252 Dear Zo\'eb,\par we have decided: no.\par}")
    assert letter.format == "text" and letter.text == "Dear Zoë,\nwe have decided: no."


def test_a_page_as_a_file() -> None:
    letter = one(
        b"<!DOCTYPE html><html><body><p>From: Ada Vale &lt;ada@fernhill.example&gt;<br>Subject: News</p><p>We have decided: no.</p></body></html>"
    )
    assert (letter.format, letter.subject, letter.sender, letter.text) == ("html", "News", "ada@fernhill.example", SAID)


def test_a_text_file_with_its_own_headers() -> None:
    letter = one(
        "Von: Ada Vale <ada@fernhill.example>\nBetreff: News\nDatum: 18. März 2025\n\nWe have decided: no.".encode(
            "cp1252"
        )
    )
    assert (letter.format, letter.subject, letter.sender, letter.text) == ("text", "News", "ada@fernhill.example", SAID)
    assert letter.sent == datetime(2025, 3, 18)
