"""The calendar file: read back by our own reader, it says what the journal says, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from afterword import cli
from afterword.journal import applications, interviews, waits
from afterword.journal.change import Changes
from afterword.journal.diary import ahead
from afterword.journal.store import Journal, open_journal
from afterword.mail.invitation import read_invitations
from afterword.mail.letter import Invitation
from afterword.paper.calendar import calendar

NOW = datetime(2025, 3, 20, 9, 0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with open_journal(tmp_path / "mine.afterword", lambda: NOW) as opened:
        changes = Changes(opened)
        changes.do(
            interviews.note, "Kestrel Health", "Nurse; night, shift", "executive", NOW + timedelta(days=12, hours=1),
            duration_min=45, people="Ada Vale",
        )  # fmt: skip
        changes.do(interviews.note, "Past GmbH", "Baker", "executive", NOW - timedelta(days=3))
        yield opened


def entries(journal: Journal) -> list[Invitation]:
    return list(read_invitations([calendar(ahead(journal), journal.now()).decode()]))


def test_an_interview_ahead_is_in_it_and_one_that_was_held_is_not(journal: Journal) -> None:
    [found] = entries(journal)
    assert found.summary.startswith("Kestrel Health, final") and not found.cancelled
    assert (found.begin, found.end) == (datetime(2025, 4, 1, 10), datetime(2025, 4, 1, 10, 45))  # summer time began
    assert found.description == "Nurse; night, shift\nAda Vale" and found.zone == "UTC"


def test_the_same_interview_has_the_same_number_each_time_and_others_have_others(journal: Journal) -> None:
    Changes(journal).do(interviews.note, "Other", "Cook", "executive", NOW + timedelta(days=2))
    first, second = entries(journal), entries(journal)
    assert [each.uid for each in first] == [each.uid for each in second]
    assert len({each.uid for each in first}) == 2 and all(each.uid for each in first)


def test_an_interview_that_is_called_off_takes_its_entry_back(journal: Journal) -> None:
    before = entries(journal)[0]
    Changes(journal).do(interviews.cancel, ahead(journal)[0].id)
    after = entries(journal)[0]
    assert after.cancelled and after.uid == before.uid


def test_promised_answers_and_reminders_are_whole_days(journal: Journal) -> None:
    changes = Changes(journal)
    key, _change = changes.do(applications.add, "Fernhill", "Gardener")
    changes.do(applications.edit, key, promised_by="2025-03-28")
    changes.do(waits.remind, key, datetime(2025, 4, 4).date())
    promised, reminder = entries(journal)[1:]
    assert promised.whole_day and promised.begin == datetime(2025, 3, 28) and "answer was promised" in promised.summary
    assert reminder.whole_day and reminder.begin == datetime(2025, 4, 4)
    assert reminder.summary == "Fernhill: your reminder"
    assert promised.uid != reminder.uid


def test_what_was_written_about_an_interview_stays_in_the_journal(journal: Journal) -> None:
    key = ahead(journal)[0].id
    Changes(journal).do(interviews.edit, key, notes="I am afraid of this one")
    assert b"afraid" not in calendar(ahead(journal), NOW)


def test_it_is_a_calendar_file_as_the_rules_have_it(journal: Journal) -> None:
    made = calendar(ahead(journal), NOW)
    lines = made.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2] == b"END:VCALENDAR" and b"\n" not in made.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert re.search(rb"^DTSTART:20250401T080000Z\r$", made, re.MULTILINE)


def test_the_command_writes_it(journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "empty.afterword")
    open_journal(Path(path)).close()
    out = tmp_path / "days.ics"
    assert cli.main(["calendar", "--ics", str(out), "--journal", path]) == 0
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR") and "0 days ahead" in capsys.readouterr().out
    assert cli.main(["calendar", "--ics", str(tmp_path / "no" / "x.ics"), "--journal", path]) == 1
    assert "could not be written" in capsys.readouterr().err
