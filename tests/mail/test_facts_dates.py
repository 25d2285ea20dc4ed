"""Days in letters, with what they are for. The letters are of Monday, 3 March 2025."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mail.facts import with_facts
from afterword.mail.letter import Invitation, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.moments import clocks_in, moment_in
from afterword.mail.plain import read_text
from afterword.mail.sentences import sentences

O, I, T, A = "offer", "interview_invitation", "assessment", "acknowledgement"  # noqa: E741
Stated = Callable[..., Verdict]


def told(found: Verdict) -> list[str]:
    return [f"{each.day.isoformat()} {each.meaning}" for each in found.dates]


@pytest.mark.parametrize(
    ("kind", "text", "dates"),
    [
        (O, "Start date: 3 April 2025. Please sign and return the contract by 14 March.", ["2025-03-14 answer", "2025-04-03 start"]),
        (O, "We would like you with us from 1 June, please let me know by Friday.", ["2025-03-07 answer", "2025-06-01 start"]),
        (O, "The contract runs from 1 October 2025 to 30 September 2026.", ["2025-10-01 start"]),
        (T, "Please complete the test by midnight on 10 March.", ["2025-03-10 deadline"]),
        (T, "Please submit your answers within 10 days.", ["2025-03-13 deadline"]),
        (I, "We will interview you on Tuesday 18 March at 10:00. Please confirm by 12 March.", ["2025-03-12 answer", "2025-03-18 interview"]),
        (A, "You will hear from us by 30 April. Your letter of 20 February is with us.", ["2025-04-30 answer"]),
        (O, "Arbeitsbeginn ist der 1. Juni 2025. Bitte senden Sie uns den unterschriebenen Vertrag bis zum 21.03. zurück.", ["2025-03-21 answer", "2025-06-01 start"]),
        (O, "Los geht's bei uns am Montag, 7. April. Wir freuen uns auf dich.", ["2025-04-07 start"]),
        (A, "Wir melden uns in 14 Tagen mit einer Entscheidung über Ihre Bewerbung.", ["2025-03-17 answer"]),
        (I, "Gern laden wir Sie zum Vorstellungsgespräch am 13.3.2025 um 14 Uhr ein, bitte bestätigen Sie bis 6. März.", ["2025-03-06 answer", "2025-03-13 interview"]),
        (O, "L'entrée en fonction est prévue le 10 mars 2025. Veuillez signer d'ici le 7 mars.", ["2025-03-07 answer", "2025-03-10 start"]),
        (O, "Merci de nous confirmer votre accord sous huit jours pour ce poste.", ["2025-03-11 answer"]),
        (I, "Nous vous proposons un entretien le mardi 18 mars à 14 h 30. Merci de confirmer avant le 12/03.", ["2025-03-12 answer", "2025-03-18 interview"]),
        (O, "La fecha de ingreso es el 1 de abril de 2025. Responda a más tardar el 14 de marzo, por favor.", ["2025-03-14 answer", "2025-04-01 start"]),
        (O, "Empezarías a partir del lunes en nuestro equipo de Bilbao.", ["2025-03-10 start"]),
        (I, "Le proponemos una entrevista el jueves 13/03/2025 a las 11:30 en nuestras oficinas.", ["2025-03-13 interview"]),
    ],
)  # fmt: skip
def test_what_a_day_is_for(stated: Stated, kind: str, text: str, dates: list[str]) -> None:
    assert told(stated(kind, text)) == dates


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (I, "We can see you on 18 or 19 March, whichever you like."),
        (I, "Your interview of 20 February went well."),
        (I, "Monday, 18 March suits the panel for an interview."),  # it is a Tuesday
        (A, "Raum 1.07. ist unser Treffpunkt im Haus."),
        (A, "Interviews take place in the week of 7 April."),
        ("rejection", "We met on 5 March in room 3.12."),
        ("interview_change", "The interview planned for 12 March is off, sorry."),
    ],
)
def test_what_is_no_day_to_come(stated: Stated, kind: str, text: str) -> None:
    assert told(stated(kind, text)) == []


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Could you come on Thursday 13 March at 14:00 instead, same place?", "2025-03-13T14:00"),
        ("Dear Sam,\n\nDate: Wednesday 12 March 2025\nTime: 14:20", "2025-03-12T14:20"),
        ("Be with us at 9:45 rather than 13:45 on Wednesday 19 March.", "2025-03-19T09:45"),
        ("Dürfen wir das Gespräch auf Freitag, 14. März, 9:00 Uhr verlegen?", "2025-03-14T09:00"),
        ("Hättest du am Donnerstag um 16 Uhr Zeit für ein Gespräch mit uns?", "2025-03-06T16:00"),
        ("Nous vous attendons le vendredi 14 mars à 10h20 à notre usine.", "2025-03-14T10:20"),
        ("¿Puedes acercarte por el taller el miércoles a las 7 de la tarde?", "2025-03-05T19:00"),
        ("Le espero el 13 de marzo de 2025 a las 17:30 hrs. para la entrevista.", "2025-03-13T17:30"),
        ("It is either Tuesday 11 March at 10:00 or Wednesday 12 March at 11:00.", ""),
        ("Soit lundi 17 mars à 10h, soit mardi 18 mars à 17h, à vous de voir.", ""),
        ("We will announce the results on 12 March at 10:00.", ""),
    ],
)
def test_when_they_want_to_meet(stated: Stated, text: str, meeting: str) -> None:
    assert stated("interview_change", text).meeting.value == meeting


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        ("en", "on 03/04/2025", []),  # the third of April, or the fourth of March
        ("en", "on Thursday 03/04/2025", [date(2025, 4, 3)]),
        ("en", "on 13/04/2025", [date(2025, 4, 13)]),
        ("de", "am 03.04.2025", [date(2025, 4, 3)]),
        ("de", "Guten Morgen! Kommen Sie morgen?", [date(2025, 3, 4)]),
        ("fr", "le 03/04/2025", [date(2025, 4, 3)]),
        ("fr", "le 1er avril", [date(2025, 4, 1)]),
        ("es", "el 03/04/2025", [date(2025, 4, 3)]),
        ("es", "mañana por la mañana", []),
        ("en", "next Tuesday", []),  # tomorrow, or in a week
        ("en", "next Monday", [date(2025, 3, 10)]),
        ("en", "31 February", []),
    ],
)
def test_days_by_language(lexicon: Lexicon, code: str, text: str, days: list[date]) -> None:
    [words] = [each for each in lexicon.wording if each.language == code]
    assert [each.day for each in words.calendar.days(text, date(2025, 3, 3))] == days


@given(st.text(max_size=200) | st.text("0123456789./:- hamprmajMonTueWed", max_size=200), st.dates() | st.none())
def test_no_text_breaks_it(lexicon: Lexicon, text: str, today: date | None) -> None:
    moment_in(text, today)
    clocks_in(text)
    for words in lexicon.wording:
        for each in words.calendar.days(text, today):
            assert 0 <= each.start < each.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1/",
        "1.",
        "mon ",
        "may 1 ",
        "1 ",
        "12:",
        "h1",
        "next ",
        "bis ",
        "in 1 ",
        "le ",
        "1-",
        " a las",
        "a ",
        "A ",
        "A-",
        "Interview for A ",
    ],
)
def test_no_text_makes_it_slow(stated: Stated, piece: str) -> None:
    began = time.perf_counter()
    stated(I, "Dear Sam, " + piece * (20_000 // len(piece)), piece * 50)
    assert time.perf_counter() - began < 2.0


def test_a_calendar_entry_knows_the_time_best(lexicon: Lexicon) -> None:
    letter = read_text("From: Ada <ada@fernhill.example>\nSubject: Interview\n\nLet us talk on Tuesday at ten.")
    entry = Invitation("1", summary="Interview", begin=datetime(2025, 3, 11, 10, 30))
    for told, meeting in (
        (entry, "2025-03-11T10:30"),
        (replace(entry, status="cancelled"), ""),
        (replace(entry, zone_known=False), ""),
    ):
        found = with_facts(
            Verdict(I, Sure.SURE), replace(letter, invitations=(told,)), sentences("", letter.text), lexicon, ""
        )
        assert found.meeting.value == meeting
