"""Traps of form: what happens to a letter on its way changes nothing about what it says. Numbers are those of the list."""

from __future__ import annotations

import base64
from datetime import datetime
from pathlib import Path

import pytest

import ole
from afterword.journal import applications, letters, matching
from afterword.journal.change import Changes
from afterword.journal.store import Journal, open_journal
from afterword.mail.letter import Letter, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand
from fuzzing import pdf

HEAD = (
    b"From: Ada Vale <ada@fernhill.example>\r\nTo: sam@home.example\r\nSubject: Your application\r\n"
    b"Date: Tue, 18 Mar 2025 09:12:00 +0100\r\nMessage-ID: <n1@fernhill.example>\r\nMIME-Version: 1.0\r\n"
)
NO = "Thank you for your application. We have decided not to move forward with it."
YES = "We are delighted to offer you the position of Baker. Your offer letter is attached."
THANKS = "Thank you for your application for the Baker position. We have received it and will be in touch."
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n"


def one(raw: bytes) -> Letter:
    [letter] = read("no name", raw)
    return letter


def said(text: str, kind: bytes = TEXT, head: bytes = HEAD) -> Letter:
    return one(head + kind + b"\r\n" + text.replace("\n", "\r\n").encode())


def mixed(*parts: bytes, kind: bytes = b"mixed") -> Letter:
    body = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"
    return one(HEAD + b"Content-Type: multipart/" + kind + b"; boundary=b\r\n\r\n" + body)


# 66, 67, 70: what was said earlier is not what is said now


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 3 Mar 2025 at 10:00, Ada Vale <ada@fernhill.example> wrote:\n> {earlier}\n",
        "Am 03.03.2025 um 10:00 schrieb Ada Vale:\n> {earlier}\n",
        "Le lun. 3 mars 2025 à 10:00, Ada Vale a écrit :\n> {earlier}\n",
        "El lun, 3 mar 2025 a las 10:00, Ada Vale escribió:\n> {earlier}\n",
        "-----Original Message-----\nFrom: Ada Vale\nSent: Monday\nTo: Sam\nSubject: Your application\n\n{earlier}\n",
        "________________________________\nVon: Ada Vale\nGesendet: Montag\nAn: Sam\nBetreff: Bewerbung\n\n{earlier}\n",
        "From: Ada Vale <ada@fernhill.example>\nDate: Monday, 3 March 2025\nTo: Sam\nSubject: Your application\n\n{earlier}\n",
    ],
)
def test_an_answer_above_a_quotation(quoted: str, lexicon: Lexicon) -> None:
    """Traps 66 and 67."""
    for now, earlier, kind in ((YES, NO, "offer"), (NO, YES, "rejection")):
        letter = said(f"{now}\n\n{quoted.format(earlier=earlier)}")
        assert understand(letter, lexicon).kind == kind and earlier not in letter.text


def test_an_answer_below_a_quotation(lexicon: Lexicon) -> None:
    """Trap 70."""
    letter = said(
        f"On Mon, 3 Mar 2025 at 10:00, Sam wrote:\n> Is there still a chance of an offer?\n> I would like to join.\n\n{NO}\n"
    )
    assert letter.text == NO and understand(letter, lexicon).kind == "rejection"


# 68, 69: forwarded


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\nFrom: Bo Oak <bo@oak.example>\nDate: Mon, 3 Mar 2025 at 10:05\nSubject: Your application\nTo: Sam\n\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: \tYour application\nDatum: \tMon, 3 Mar 2025 10:05:00 +0100\nVon: \tBo Oak <bo@oak.example>\nAn: \tSam\n\n",
        "Begin forwarded message:\n\nFrom: Bo Oak <bo@oak.example>\nSubject: Your application\nDate: 3 March 2025 at 10:05:00 CET\nTo: Sam\n\n",
        "---------- Message transféré ---------\nDe : Bo Oak <bo@oak.example>\nDate : 3 mars 2025 à 10:05\nObjet : Your application\nÀ : Sam\n\n",
    ],
)
def test_a_forwarded_letter_is_its_writers(above: str, lexicon: Lexicon) -> None:
    """Trap 68."""
    letter = said(f"fyi\n\n{above}{NO}\n", head=HEAD.replace(b"Subject: ", b"Subject: Fwd: "))
    assert (letter.sender, letter.sender_name) == ("bo@oak.example", "Bo Oak")
    assert letter.sent is not None and letter.sent.date() == datetime(2025, 3, 3).date()
    assert understand(letter, lexicon).kind == "rejection"


def test_a_letter_forwarded_as_an_attachment(lexicon: Lexicon) -> None:
    """Trap 69."""
    inner = (
        b"From: Bo Oak <bo@oak.example>\r\nDate: Mon, 3 Mar 2025 10:05:00 +0100\r\nSubject: Your application\r\n\r\n"
        + NO.encode()
    )
    for disposition in (b"", b"Content-Disposition: attachment; filename=letter.eml\r\n"):
        letter = mixed(b"Content-Type: message/rfc822\r\n" + disposition + b"\r\n" + inner)
        assert letter.sender == "bo@oak.example" and letter.sent == datetime(2025, 3, 3, 10, 5)
        assert understand(letter, lexicon).kind == "rejection"


def test_hours_are_no_quotation() -> None:
    """Trap 71."""
    text = "Your interview for the Baker position:\n\nFrom: 10:00\nTo: 11:00\nDate: 3 April\n\nWe look forward to meeting you."
    assert said(text).text.endswith("meeting you.")


# 72 to 74: the same letter again, and the wrong way round


@pytest.fixture
def journal(tmp_path: Path):
    with open_journal(tmp_path / "mine.afterword", lambda: datetime(2025, 3, 20, 9)) as opened:
        yield opened


def kept(journal: Journal, letter: Letter) -> None:
    Changes(journal).do(letters.keep, letter, Verdict("rejection", 3))


def test_a_mailbox_with_a_letter_that_is_here_already(journal: Journal) -> None:
    """Trap 72."""
    first = HEAD + TEXT + b"\r\n" + NO.encode() + b"\r\n"
    second = first.replace(b"<n1@", b"<n2@").replace(b"Ada Vale", b"Bo Oak").replace(b"ada@", b"bo@")
    kept(journal, one(first))
    line = b"From ada@fernhill.example Tue Mar 18 09:12:00 2025\r\n"
    found = read("Messages from Inbox", line + first + b"\r\n" + line + second)
    assert [letters.duplicate(journal, each) is not None for each in found] == [True, False]


@pytest.mark.parametrize(
    "other",
    [
        HEAD + TEXT + b"\r\n" + NO.encode(),
        b"X-Mozilla-Status: 0001\r\n" + HEAD + TEXT + b"\r\n" + NO.encode(),
        HEAD.replace(b"Message-ID: <n1@fernhill.example>\r\n", b"")
        + TEXT
        + b"\r\n"
        + NO.encode().replace(b". ", b".\r\n"),
        HEAD + b"Content-Type: text/html\r\n\r\n<p>" + NO.encode() + b"</p>",
        ole.msg({0x37: "Your application", 0x1000: NO, 0x7D: HEAD.decode()}),
    ],
    ids=["the same bytes", "another program", "no number", "as a page", "Outlook"],
)
def test_the_same_letter_by_another_way_is_here_already(other: bytes, journal: Journal) -> None:
    """Traps 72 and 73."""
    kept(journal, one(HEAD + TEXT + b"\r\n" + NO.encode() + b"\r\n"))
    assert letters.duplicate(journal, one(other)) is not None


def test_a_receipt_that_comes_after_the_no_reopens_nothing(journal: Journal, lexicon: Lexicon) -> None:
    """Trap 74."""
    changes = Changes(journal)
    key = changes.do(applications.add, "Fernhill", "Baker")[0]
    changes.do(applications.move, key, "rejected", "2025-03-18")
    late = said(THANKS, head=HEAD.replace(b"18 Mar 2025", b"10 Mar 2025"))
    found = understand(late, lexicon, ("Fernhill",))
    assert found.kind == "acknowledgement"
    [candidate] = matching.candidates(journal, late, found)
    changes.do(letters.keep, late, found, candidate.application_id)
    assert applications.fact(journal, key).status == "rejected"


# 75 to 77: what was done to the words


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your application. We have decided not to move\nforward with it.",
        "Thank you for your application. We have decided not to mo\u00adve for\u200bward with it.",
        "Thank you for your application. We have decided not\u00a0to\u202fmove\u2009forward with it.",
        "Thank you for your application. We won’t be moving forward with it.",
        "Thank you for your application. We won‘t be moving forward with it.",
        "Thank you for your application. We have decided n\u0336ot to move forward with it.".replace(
            "\u0336", "\u2060"
        ),
    ],
    ids=["lines", "soft hyphens", "spaces", "apostrophe", "turned apostrophe", "joiner"],
)
def test_words_that_were_broken(text: str, lexicon: Lexicon) -> None:
    """Traps 75, 76 and 77."""
    assert understand(said(text), lexicon).kind == "rejection"
    page = f"<html><body><p>{text}</p></body></html>"
    assert understand(said(page, b"Content-Type: text/html; charset=utf-8\r\n"), lexicon).kind == "rejection"


# 78 to 80: where the text is


def test_only_a_page(lexicon: Lexicon) -> None:
    """Trap 78."""
    letter = said(f"<table><tr><td><p>Dear Sam,</p><p>{NO}</p></td></tr></table>", b"Content-Type: text/html\r\n")
    assert understand(letter, lexicon).kind == "rejection" and letter.text == f"Dear Sam,\n\n{NO}"


@pytest.mark.parametrize(
    "stub",
    ["", "View this email in your browser: https://x.example/1", "Your mail program cannot display HTML.", "<p>no</p>"],
)
def test_a_stub_beside_the_page(stub: str, lexicon: Lexicon) -> None:
    """Trap 79."""
    page = (
        b"Content-Type: text/html\r\n\r\n<p>"
        + f"Dear Sam, {NO} We had very many letters and read each of them with care.".encode()
        + b"</p>"
    )
    letter = mixed(b"Content-Type: text/plain\r\n\r\n" + stub.encode(), page, kind=b"alternative")
    assert understand(letter, lexicon).kind == "rejection"


def test_all_of_it_in_a_pdf(lexicon: Lexicon) -> None:
    """Trap 80."""
    enclosed = (
        b"Content-Type: application/pdf; name=letter.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(pdf())
    )
    for note in ("", "Please find our letter attached."):
        letter = mixed(TEXT + b"\r\n" + note.encode(), enclosed)
        assert "decided not to move forward" in letter.text and letter.enclosures[0].data == pdf()
        assert understand(letter, lexicon).kind == "rejection"
    alone = one(pdf())
    assert alone.format == "pdf" and "not to move forward" in alone.text


def test_all_of_it_in_a_picture_is_never_guessed(lexicon: Lexicon) -> None:
    """Trap 80."""
    letter = mixed(b"Content-Type: image/png; name=offer.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=")
    found = understand(letter, lexicon)
    assert found.kind == "unsure" and letter.enclosures[0].name == "offer.png"
