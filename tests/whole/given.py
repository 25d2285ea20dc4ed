"""What was there before a story begins: an invented search, invented letters, and one moment for the clock."""

from __future__ import annotations

from datetime import date, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from afterword.journal import applications, index, interviews, lessons, questions, searches
from afterword.journal.store import Journal, open_journal

NOW = datetime(2025, 3, 18, 12, 0)
REFUSAL = (
    "Dear Noa,\n\nThank you for the time you gave us. Unfortunately, we have decided to move forward with another "
    "candidate for the Data Platform Engineer role.\n\nWe wish you all the best.\n\nMira Holt\nKestrel Health\n"
)


def clock() -> datetime:
    return NOW


def a_spring(path: Path) -> None:
    """Six companies: one coming up, two waiting, one no, one sent twice, one offer."""
    with open_journal(path, clock) as journal:
        searches.begin(journal, "Spring 2025", started_on=date(2025, 1, 6))
        _held(journal, "Kestrel Health", "Data Platform Engineer", "technical", "2025-03-07T10:00")
        _held(journal, "Bramble Energy", "Data Engineer", "take_home", "2025-02-24T10:00")
        _held(journal, "Northwind Analytics", "Data Engineer", "executive", "2025-03-20T10:00")
        halden = _held(journal, "Halden Bank", "Platform Engineer", "technical", "2025-02-27T10:00")
        lessons.learn(journal, halden, "Think aloud before writing")
        questions.add(journal, halden, "How would you move an old warehouse to Kafka?", said="Slowly.", quality=1)
        interviews.set_outcome(journal, halden, "no", date(2025, 3, 12))
        for title in ("Data Engineer", "Analytics Engineer"):
            applications.add(journal, "Tessera", title, date(2025, 3, 1))
        pellworm = _held(journal, "Pellworm Data", "Data Engineer", "executive", "2025-02-20T10:00")
        interviews.set_outcome(journal, pellworm, "offer", date(2025, 2, 28))


def _held(journal: Journal, company: str, title: str, stage: str, at: str) -> int:
    application = applications.add(journal, company, title, date(2025, 1, 20))
    made: int = interviews.note(
        journal, company, title, stage, datetime.fromisoformat(at), application_id=application, duration_min=45
    )
    return made


def a_letter(
    text: str = REFUSAL,
    subject: str = "Your application at Kestrel Health",
    sender: str = "Mira Holt <mira.holt@kestrelhealth.example>",
    sent: datetime | None = datetime(2025, 3, 18, 9, 12),
    key: str = "",
) -> bytes:
    """One email, as a mail program would save it."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Noa Lind <noa@lind.example>"
    message["Subject"] = subject
    if sent is not None:
        message["Date"] = format_datetime(sent.astimezone())
    message["Message-ID"] = f"<{key or abs(hash((text, subject, sent)))}@post.example>"
    message.set_content(text)
    return message.as_bytes()


def everything(journal: Journal) -> dict[str, list[Any]]:
    """Every row of every table that is content, to compare."""
    tables = journal.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    kept = [name for (name,) in tables if index.in_undo(name)]
    return {name: sorted(journal.rows(f'SELECT * FROM "{name}"'), key=repr) for name in kept}
