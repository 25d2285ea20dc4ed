"""What the person corrected about letters, remembered on this computer: seen, used again, removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from afterword.journal import about
from afterword.journal.change import verb
from afterword.journal.records import Correction, utc_now
from afterword.journal.store import Journal
from afterword.mail.memory import Memory
from afterword.words import N_, _

SENDER, PHRASE = "sender", "phrase"  # an address or a domain → a company; a sentence in plain form → a kind


@dataclass(frozen=True)
class Lesson:
    """One thing to remember. `example` is how it stood in the letter."""

    kind: str
    key: str
    value: str
    example: str = ""


@dataclass(frozen=True)
class Remembered:
    """One thing that is remembered."""

    id: int
    kind: str
    key: str
    value: str
    example: str


@verb(N_("remember correction"))
def learn(journal: Journal, lessons: Iterable[Lesson]) -> None:
    """Remember these; the newest word about a sender or a sentence counts."""
    for each in lessons:
        if not each.key or not each.value:
            continue
        found = journal.row("SELECT id FROM correction WHERE kind = ? AND key = ?", each.kind, each.key)
        if found:
            Correction.change(int(found[0]), value=each.value, example=each.example, deleted_at=None)
        else:
            Correction.add(kind=each.kind, key=each.key, value=each.value, example=each.example)


@verb(N_("forget correction"))
def forget(journal: Journal, correction_id: int) -> None:
    """Letters are read as if this had never been corrected; undo remembers it again."""
    about.living(journal, Correction, correction_id, _("This is not remembered any more."))
    Correction.change(correction_id, deleted_at=utc_now())


def everything(journal: Journal) -> tuple[Remembered, ...]:
    """All that is remembered, newest first."""
    rows = journal.rows(
        "SELECT id, kind, key, value, example FROM correction WHERE deleted_at IS NULL ORDER BY id DESC"
    )
    return tuple(Remembered(*row) for row in rows)


def memory(journal: Journal) -> Memory:
    """What reading a letter takes from this journal: the corrections, and the texts of earlier refusals."""
    known = everything(journal)
    return Memory(
        senders={each.key: each.value for each in known if each.kind == SENDER},
        sentences={each.key: each.value for each in known if each.kind == PHRASE},
        refusals=_refusals(journal),
    )


def _refusals(journal: Journal, most: int = 300) -> tuple[tuple[str, str], ...]:
    """Subject and text of the newest letters that said no: what stands in several of them is said to everybody."""
    rows = journal.rows(
        "SELECT message_id, text FROM letter WHERE deleted_at IS NULL AND kind IN ('rejection', 'position_closed') "
        "ORDER BY id DESC LIMIT ?",
        most,
    )
    return tuple((key, text) for key, text in rows)
