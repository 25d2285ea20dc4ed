"""A person with a journal and a clock of their own, for tests that tell what they do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from afterword.journal import applications, interviews
from afterword.journal.change import Changes
from afterword.journal.records import RECORDS
from afterword.journal.store import check, open_journal
from afterword.mail.letter import Enclosure, Letter, Reading, Sure, Verdict

START = datetime(2025, 3, 1, 9, 0)


class Person:
    """Does things one after the other, looks at them, and takes them back."""

    def __init__(self, folder: Path, now: datetime = START) -> None:
        self.now = now
        self.journal = open_journal(folder / "journal.afterword", lambda: self.now)
        self.changes = Changes(self.journal)
        self.before: list[dict[str, Any]] = []

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *_reason: object) -> None:
        assert check(self.journal) == []
        self.journal.close()

    def do(self, act: Any, *args: Any, **kwargs: Any) -> Any:
        state = self.everything()
        result, change = self.changes.do(act, *args, **kwargs)
        if change:
            self.before.append(state)
        return result

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def applied_to(self, company: str, title: str = "Platform Engineer", days_ago: int = 0) -> int:
        return self.do(applications.add, company, title, (self.now - timedelta(days=days_ago)).date())

    def met(self, company: str, stage: str = "technical", title: str = "Platform Engineer", days_ago: int = 0) -> int:
        """An interview that was held so many days ago."""
        at = self.now - timedelta(days=days_ago)
        return self.do(interviews.note, company, title, stage, at)

    def answered(self, interview: int, outcome: str = "no") -> None:
        self.do(interviews.set_outcome, interview, outcome)

    def everything(self) -> dict[str, Any]:
        """Every row of every table that is content."""
        names = [record._meta.table_name for record in RECORDS]
        return {name: self.journal.rows(f"SELECT * FROM {name} ORDER BY id") for name in names}

    def takes_all_back(self) -> None:
        """Undo to the beginning and redo to the end, comparing every table at every step."""
        states = [*self.before, self.everything()]
        for state in reversed(states[:-1]):
            assert self.changes.undo() is not None
            assert self.everything() == state
        assert self.changes.undo() is None
        for state in states[1:]:
            assert self.changes.redo() is not None
            assert self.everything() == state
        assert self.changes.redo() is None


def letter(
    text: str = "Thank you for your time.",
    *,
    sender: str = "jobs@haldenbank.example",
    name: str = "Halden Bank Recruiting",
    subject: str = "Your application",
    sent: datetime | None = datetime(2025, 3, 12, 8, 30),
    message_id: str = "",
    enclosures: Iterable[Enclosure] = (),
) -> Letter:
    raw = f"From: {name} <{sender}>\nSubject: {subject}\nDate: {sent}\n\n{text}".encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Letter(
        "letter.eml", raw, "eml", digest, message_id, f"{sender} {sent} {text}", name, sender, "me@home.example",
        subject, sent, text, tuple(enclosures),
    )  # fmt: skip


def verdict(kind: str, company: str = "", role: str = "", sure: Sure = Sure.SURE) -> Verdict:
    return Verdict(kind, sure, company=Reading(company, sure), role=Reading(role, sure))
