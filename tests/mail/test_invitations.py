"""Calendar entries, as files and inside mails: what they say of an interview, in this computer's time."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from afterword.mail.letter import Invitation, Letter
from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand

HEAD = b"From: Ada Vale <ada@fernhill.example>\r\nSubject: Interview\r\nDate: Tue, 18 Mar 2025 09:12:00 +0100\r\nMIME-Version: 1.0\r\n"


def entry(lines: str = "", method: str = "REQUEST", begin: str = "DTSTART:20250402T080000Z", before: str = "") -> str:
    return (
        f"BEGIN:VCALENDAR\r\nPRODID:-//Fernhill//EN\r\nVERSION:2.0\r\nMETHOD:{method}\r\n{before}BEGIN:VEVENT\r\nUID:abc@fernhill.example\r\n"
        f"DTSTAMP:20250318T081200Z\r\n{begin}\r\nSUMMARY:Interview with Fernhill\r\n"
        f"ORGANIZER;CN=Ada Vale:MAILTO:Ada@fernhill.example\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def one(raw: bytes | str, name: str = "invite") -> Letter:
    [letter] = read(name, raw.encode() if isinstance(raw, str) else raw)
    return letter


def only(raw: bytes | str) -> Invitation:
    [found] = one(raw).invitations
    return found


def test_a_calendar_file_is_a_letter() -> None:
    raw = entry(
        "DTEND:20250402T090000Z\r\nLOCATION:Room 4\r\nDESCRIPTION:We look forward to it.\\nJoin: https://acme.zoom.us/j/123?pwd=x\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED\r\n"
    )
    letter = one(raw)
    assert letter.format == "ics" and not letter.trouble and letter.raw == raw.encode()
    assert (letter.sender, letter.sender_name, letter.subject) == (
        "ada@fernhill.example",
        "Ada Vale",
        "Interview with Fernhill",
    )
    assert letter.sent == datetime(2025, 3, 18, 9, 12) and "We look forward to it." in letter.text
    found = only(raw)
    assert (found.begin, found.end) == (datetime(2025, 4, 2, 10), datetime(2025, 4, 2, 11))
    assert (found.uid, found.sequence, found.method, found.status) == (
        "abc@fernhill.example",
        2,
        "request",
        "confirmed",
    )
    assert (found.place, found.link, found.zone) == ("Room 4", "https://acme.zoom.us/j/123?pwd=x", "UTC")
    assert found.organizer == "ada@fernhill.example" and not found.repeats and not found.cancelled


@pytest.mark.parametrize(
    ("begin", "seen", "known"),
    [
        ("DTSTART;TZID=Europe/Berlin:20250402T100000", datetime(2025, 4, 2, 10), True),
        ("DTSTART;TZID=W. Europe Standard Time:20250402T100000", datetime(2025, 4, 2, 10), True),
        ("DTSTART;TZID=Pacific Standard Time:20250402T100000", datetime(2025, 4, 2, 19), True),
        ("DTSTART;TZID=Pacific Standard Time:20250115T100000", datetime(2025, 1, 15, 19), True),
        ('DTSTART;TZID="GMT Standard Time":20250402T100000', datetime(2025, 4, 2, 11), True),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20250402T100000", datetime(2025, 4, 2, 12), True),
        ("DTSTART;TZID=/citadel.org/20250101_1/America/New_York:20250402T100000", datetime(2025, 4, 2, 16), True),
        ("DTSTART;TZID=Somewhere:20250402T100000", datetime(2025, 4, 2, 10), False),
        ("DTSTART:20250402T100000", datetime(2025, 4, 2, 10), True),
        ("DTSTART;VALUE=DATE:20250402", datetime(2025, 4, 2), True),
    ],
)
def test_zones(begin: str, seen: datetime, known: bool) -> None:
    found = only(entry(begin=begin))
    assert (found.begin, found.zone_known) == (seen, known)
    assert found.whole_day is ("VALUE=DATE" in begin)


OWN_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
    "END:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("20250402T100000", datetime(2025, 4, 2, 16)),
        ("20250115T100000", datetime(2025, 1, 15, 16)),
        ("20250315T100000", datetime(2025, 3, 15, 15)),  # New York has summer time already
        ("20250308T100000", datetime(2025, 3, 8, 16)),
        ("20251103T100000", datetime(2025, 11, 3, 16)),
    ],
)
def test_a_zone_the_file_brings_along(written: str, seen: datetime) -> None:
    found = only(entry(begin=f"DTSTART;TZID=Customized Time Zone:{written}", before=OWN_ZONE))
    assert (found.begin, found.zone_known) == (seen, True)


def test_a_zone_south_of_the_equator() -> None:
    zone = (
        OWN_ZONE.replace("BYDAY=1SU;BYMONTH=11", "BYDAY=1SU;BYMONTH=4")
        .replace("BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=10")
        .replace("TO:-0500", "TO:+1000")
        .replace("TO:-0400", "TO:+1100")
    )
    assert only(entry(begin="DTSTART;TZID=Customized Time Zone:20250115T200000", before=zone)).begin == datetime(
        2025, 1, 15, 10
    )
    assert only(entry(begin="DTSTART;TZID=Customized Time Zone:20250715T200000", before=zone)).begin == datetime(
        2025, 7, 15, 12
    )


def test_what_repeats_is_said_and_never_written_out() -> None:
    began = time.process_time()
    found = only(entry("RRULE:FREQ=SECONDLY;COUNT=99999999\r\n"))
    assert found.repeats and found.begin == datetime(2025, 4, 2, 10)
    zone = OWN_ZONE.replace("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "FREQ=SECONDLY")
    assert not only(entry(begin="DTSTART;TZID=Customized Time Zone:20250402T100000", before=zone)).zone_known
    assert time.process_time() - began < 2


def test_an_invitation_inside_a_mail(lexicon: Lexicon) -> None:
    """Trap 81."""

    def mail(method: str, sequence: int, disposition: bytes = b"") -> Letter:
        body = (
            b"--b\r\nContent-Type: text/plain\r\n\r\nAbout your application for the Baker position.\r\n--b\r\nContent-Type: text/calendar; method="
            + method.encode() + b"\r\n" + disposition + b"\r\n" + entry(f"SEQUENCE:{sequence}\r\n", method).encode() + b"\r\n--b--\r\n"
        )  # fmt: skip
        return one(HEAD + b"Content-Type: multipart/alternative; boundary=b\r\n\r\n" + body)

    invited = mail("REQUEST", 0)
    assert (
        invited.text.startswith("About your application")
        and understand(invited, lexicon).kind == "interview_invitation"
    )
    moved = understand(mail("REQUEST", 3), lexicon)
    assert (moved.kind, moved.turn) == ("interview_change", "moved")
    off = understand(mail("CANCEL", 4, b"Content-Disposition: attachment; filename=invite.ics\r\n"), lexicon)
    assert (off.kind, off.turn) == ("interview_change", "cancelled")


def test_the_same_entry_twice_in_a_mail_is_one() -> None:
    part = b"--b\r\nContent-Type: text/calendar\r\n\r\n" + entry().encode() + b"\r\n"
    again = (
        b"--b\r\nContent-Type: application/ics; name=invite.ics\r\nContent-Disposition: attachment\r\n\r\n"
        + entry().encode()
        + b"\r\n--b--\r\n"
    )
    letter = one(HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part + again)
    assert len(letter.invitations) == 1 and not letter.trouble


@pytest.mark.parametrize(
    "raw",
    [
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nrubbish",
    ],
)
def test_a_file_without_an_appointment_says_so(raw: str) -> None:
    letter = one(raw)
    assert letter.trouble == "It is a calendar file without an appointment in it." and letter.raw == raw.encode()


def test_what_is_broken_in_an_entry_is_left_out() -> None:
    found = only(entry("DTEND:yesterday\r\nSEQUENCE:many\r\nDURATION:PT1H\r\n", begin="DTSTART:20259999T000000Z"))
    assert (found.begin, found.sequence, found.summary) == (None, 0, "Interview with Fernhill")


@pytest.mark.parametrize(
    "raw",
    [
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nUID:1\nDTSTART:20250318T100000\nEND:VEVENT\n" * 40_000 + "END:VCALENDAR\n",
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 40_000,
        "BEGIN:VCALENDAR\n" + "BEGIN:VTIMEZONE\n" * 40_000,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "DTSTART:20250318T100000\n" * 40_000 + "END:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:" + "a\n " * 900_000,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE" + ";A=B" * 90_000 + ":mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=/" + "a/" * 90_000,
    ],
    ids=["entries", "open", "zones", "begins", "folded", "parameters", "zone name"],
)
def test_hostile_files_end_soon(raw: str) -> None:
    began = time.process_time()
    one(raw)
    assert time.process_time() - began < 2
