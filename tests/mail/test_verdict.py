"""What is understood of whole letters: the news, who and what it is about, the time that is proposed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from afterword.mail.letter import Invitation, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.plain import read_text
from afterword.mail.reading import read
from afterword.mail.scoring import score
from afterword.mail.sentences import plain_of, sentences
from afterword.mail.verdict import understand

R, O, I, A, X, U = "rejection", "offer", "interview_invitation", "acknowledgement", "other", "unsure"  # noqa: E741

# letter, kind, company, role
TOLD = (
    ("kestrel-rejection", R, "Kestrel Health", "Data Engineer"),
    ("kestrel-acknowledgement", A, "Kestrel Health", "Data Engineer"),
    ("northwind-invitation", I, "Northwind Analytics", "Analytics Engineer"),
    ("lumen-offer", O, "Lumenworks", "Platform Engineer"),
    ("harbor-greenhouse", A, "Harbor Robotics", ""),
    ("harbor-greenhouse-no", R, "Harbor Robotics", "Robotics Software Engineer"),
    ("tarn-lever", R, "Tarn & Co", "Product Designer"),
    ("quill-ashby", A, "Quill", "Backend Engineer"),
    ("oakridge-workday", R, "Oakridge", "Supply Planner"),
    ("pebble-teamtailor", A, "Pebble Studio", "Motion Designer"),
    ("sable-personio", I, "Sable Energy", "Grid Analyst"),
    ("marlow-workable", A, "Marlow Foods", "Quality Lead"),
    ("linkedin-sent", A, "Fenwick Rail", "Signal Engineer"),
    ("corvid-html-only", I, "Corvid Wind", "Field Engineer"),
    ("alder-base64", R, "Alder Bank", "Risk Analyst"),
    ("birch-quoted-printable", I, "Birch Logistics", "Fleet Coordinator"),
    ("cafe-latin1", R, "Café René", "Barista"),
    ("forwarded-no", R, "Dunmore Civil", "Site Engineer"),
    ("stub-plain", R, "Willow Press", "Copy Editor"),
    ("agency-invitation", I, "Cobalt Marine", ""),
    ("bottom-posted", R, None, ""),
    ("reply-good-over-no", I, None, "Platform Engineer"),
    ("reply-no-over-offer", "offer_withdrawn", "Lumenworks", ""),
    ("reschedule", "interview_change", None, ""),
    ("status-still-reviewing", "status_update", "Oakridge", None),
    ("ordinary-order", X, "", ""),
    ("ordinary-dinner", X, "", ""),
    ("ordinary-flat", X, "", ""),
    ("ordinary-newsletter", X, "", ""),
    ("ordinary-dentist", X, "", ""),
    ("ordinary-bank", X, "", ""),
)


def understood(letters: Path, lexicon: Lexicon, name: str, *known: str) -> Verdict:
    [letter] = read(f"{name}.eml", (letters / f"{name}.eml").read_bytes())
    return understand(letter, lexicon, known)


@pytest.mark.parametrize(("name", "kind", "company", "role"), TOLD, ids=[each[0] for each in TOLD])
def test_letters(letters: Path, lexicon: Lexicon, name: str, kind: str, company: str | None, role: str | None) -> None:
    found = understood(letters, lexicon, name)
    assert found.kind == kind
    assert company in (None, found.company.value) and role in (None, found.role.value)
    for reading in (found.company, found.role, found.meeting, found.reason):
        assert bool(reading.value) == bool(reading.because) == bool(reading.sure)


def test_every_letter_is_told() -> None:
    files = (Path(__file__).parent.parent / "letters").glob("*.eml")
    assert {file.stem for file in files} == {each[0] for each in TOLD}


def test_the_no_of_kestrel_health(letters: Path, lexicon: Lexicon) -> None:
    found = understood(letters, lexicon, "kestrel-rejection")
    assert found.sure is Sure.SURE and found.date.value == "2025-03-18"
    assert found.evidence[0].words in found.evidence[0].sentence
    assert found.evidence[0].words == "not to move forward"
    assert found.said.value.endswith("we were looking for deeper Kafka experience for this role.")
    assert found.said.sure is Sure.GUESS and found.reason.value == "experience"
    assert found.role.because.startswith("Because it says “") and found.company.because.startswith("From the sender")


@pytest.mark.parametrize(
    ("name", "meeting"),
    [
        ("northwind-invitation", "2025-03-27T10:00"),
        ("corvid-html-only", "2025-04-08T14:30"),
        ("birch-quoted-printable", "2025-03-28T09:30"),
        ("agency-invitation", "2025-04-14T15:00"),
        ("reschedule", "2025-03-28T11:00"),
        ("sable-personio", ""),
    ],
)
def test_the_time_that_is_proposed(letters: Path, lexicon: Lexicon, name: str, meeting: str) -> None:
    assert understood(letters, lexicon, name).meeting.value == meeting


@pytest.mark.parametrize(
    ("when", "meeting"),
    [
        ("on Tuesday, 6 May at 3pm", "2025-05-06T15:00"),
        ("on May 6th, 2025 from 2:00 - 3:00 pm", "2025-05-06T14:00"),
        ("tomorrow at 10:30", "2025-04-29T10:30"),
        ("on Friday at noon", "2025-05-02T12:00"),
        ("on 2025-05-06 at 09:00", "2025-05-06T09:00"),
        ("on Monday, 6 May at 3pm", ""),  # the 6th is a Tuesday
        ("on 03/04/2026 at 10:00", ""),  # which of the two
        ("on Tuesday 6 May at 3pm or Wednesday 7 May at 4pm", ""),
        ("soon; reply by Friday 2 May 17:00", ""),
    ],
)
def test_times_in_words(lexicon: Lexicon, when: str, meeting: str) -> None:
    letter = read_text(
        f"From: Ada <ada@fernhill.example>\nSubject: Interview\nDate: Mon, 28 Apr 2025 10:00:00 +0200\n\n"
        f"We would like to invite you to an interview {when}."
    )
    found = understand(letter, lexicon)
    assert (found.kind, found.meeting.value) == (I, meeting)


def test_a_company_of_ones_own_is_known(letters: Path, lexicon: Lexicon) -> None:
    found = understood(letters, lexicon, "bottom-posted", "Brightline Staffing", "HP")
    assert found.company.value == "Brightline Staffing" and found.company.sure is Sure.SURE


def test_pasted_text_is_a_letter() -> None:
    letter = read_text(
        "From: Ada Vale <ada@fernhill.example>\nSubject: News\nSent: Tuesday, March 18, 2025 9:12 AM\n\nNo."
    )
    assert (letter.sender, letter.subject, letter.text) == ("ada@fernhill.example", "News", "No.")
    assert letter.sent is not None and letter.sent.isoformat() == "2025-03-18T09:12:00"
    assert read_text("From: 10:00\nTo: 11:00").text == "From: 10:00\nTo: 11:00"
    assert read_text("", "<p>Hello<br>Sam").text == "Hello\nSam"
    assert read_text(" ").trouble == "There is nothing in it."


def test_nothing_is_moved_by_a_letter_without_words(lexicon: Lexicon) -> None:
    [empty] = read("a.eml", b"")
    assert understand(empty, lexicon).kind == U


NO = (
    "From: Ada Vale <ada@fernhill.example>\nSubject: Your application\nDate: Mon, 28 Apr 2025 10:00:00 +0200\n\n"
    "Dear Sam,\n\nThank you for your time. We have decided not to move forward with your application for Buyer. "
    "You had no answer when we asked how you would price a late delivery. "
    "We wish you every success in your search.\n\nAda Vale"
)


def test_a_no_is_told_sentence_by_sentence(lexicon: Lexicon) -> None:
    found = understand(read_text(NO), lexicon)
    own = [each.sentence for each in found.told if each.specific]
    assert own == ["You had no answer when we asked how you would price a late delivery."]
    assert found.said.value == own[0]
    assert len(found.told) > 3 and not any(each.own for each in found.told)


def test_what_came_in_another_refusal_is_boilerplate(lexicon: Lexicon) -> None:
    before = Memory(refusals=(("other@fernhill.example", read_text(NO).text),))
    found = understand(read_text(NO), lexicon, memory=before)
    assert not any(each.specific for each in found.told) and not found.said.value
    assert sum(each.own for each in found.told) >= 3


def test_two_pieces_of_news_name_their_jobs(lexicon: Lexicon) -> None:
    letter = read_text(
        "From: Ada Vale <ada@fernhill.example>\nSubject: Your applications\nDate: Mon, 28 Apr 2025 10:00:00 +0200\n\n"
        "For the Architect role we have decided not to move forward with your application. "
        "For the Engineer role, we would like to invite you to an interview next week."
    )
    found = understand(letter, lexicon)
    assert (found.kind, found.role.value) == (R, "Architect")
    [news] = found.also
    assert (news.kind, news.role.value) == (I, "Engineer") and news.evidence


@pytest.mark.parametrize(
    ("sentence", "meant", "kind"),
    [
        ("We shall write to you in the autumn.", "status_update", "status_update"),
        ("We have decided not to move forward with your application.", O, U),
        ("We are delighted to offer you the position of Buyer.", R, U),
    ],
)
def test_what_was_corrected_is_heeded_unless_the_letter_says_the_opposite(
    lexicon: Lexicon, sentence: str, meant: str, kind: str
) -> None:
    letter = read_text(
        "From: Ada Vale <ada@fernhill.example>\nSubject: News\nDate: Mon, 28 Apr 2025 10:00:00 +0200\n\n"
        f"Dear Sam, about the role of Buyer. {sentence}"
    )
    assert understand(letter, lexicon, memory=Memory(sentences={plain_of(sentence): meant})).kind == kind


def test_a_sender_that_was_corrected_is_the_company(lexicon: Lexicon) -> None:
    found = understand(read_text(NO), lexicon, memory=Memory(senders={"fernhill.example": "Fern & Hill"}))
    assert found.company.value == "Fern & Hill"


@pytest.mark.parametrize(
    ("method", "sequence", "kind", "turn"),
    [
        ("request", 0, I, ""),
        ("request", 2, "interview_change", "moved"),
        ("cancel", 1, "interview_change", "cancelled"),
    ],
)
def test_a_calendar_entry_says_what_its_letter_does_not(
    lexicon: Lexicon, method: str, sequence: int, kind: str, turn: str
) -> None:
    letter = read_text("From: Ada Vale <ada@fernhill.example>\nSubject: Clerk\n\nSee you then, Ada Vale, Recruitment")
    entry = Invitation("1", sequence=sequence, method=method, summary="Interview Sam Reed / Ada Vale")
    found = understand(replace(letter, invitations=(entry,)), lexicon)
    assert (found.kind, found.turn) == (kind, turn)
    assert found.evidence[0].words == entry.summary


def test_a_sentence_that_is_repeated_counts_once(lexicon: Lexicon) -> None:
    once = score(sentences("", "Your application was unsuccessful."), lexicon)
    twice = score(sentences("", "Your application was unsuccessful. Your application was unsuccessful."), lexicon)
    assert twice.total == once.total and twice.total["rejection"] > 0
