"""Letters: kept as they arrived, filed with an application or waiting to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterword.journal import about, files
from afterword.journal import records as kept
from afterword.journal.change import verb
from afterword.journal.moments import moment, stamp
from afterword.journal.store import Journal
from afterword.journal.stories import LetterFact
from afterword.trouble import Trouble
from afterword.words import N_, _

if TYPE_CHECKING:
    from afterword.mail.letter import Letter, Verdict

FILED, UNFILED = "filed", "unfiled"
ENCLOSURE = "enclosure"


@verb(N_("keep email"))
def keep(
    journal: Journal,
    letter: Letter,
    verdict: Verdict,
    application_id: int | None = None,
    interview_id: int | None = None,
) -> int:
    """Keep a letter to the byte: filed with an application, or unfiled for later. One that is here is kept once."""
    values: dict[str, Any] = {"kind": verdict.kind, "sure": int(verdict.sure)}
    if application_id is not None:
        values |= {"application_id": application_id, "interview_id": interview_id, "state": FILED}
        _enclose(journal, letter, application_id, interview_id)
    same = duplicate(journal, letter)
    if same is not None:
        kept.Letter.change(same.id, **values)
        return same.id
    return kept.Letter.add(
        content_id=files.keep(journal, letter.raw),
        file=letter.file,
        format=letter.format,
        message_id=letter.message_id,
        fingerprint=letter.fingerprint,
        sender=letter.sender,
        sender_name=letter.sender_name,
        subject=letter.subject,
        sent_at=stamp(letter.sent) if letter.sent else None,
        text=letter.text,
        **values,
    )


@verb(N_("forget email"))
def forget(journal: Journal, letter_id: int) -> None:
    """The journal's copy goes out of sight; the file it came from is never touched."""
    about.living(journal, kept.Letter, letter_id, _("This email is not there any more."))
    kept.Letter.change(letter_id, deleted_at=kept.utc_now())


def duplicate(journal: Journal, letter: Letter) -> LetterFact | None:
    """The letter that is here already: by its Message-ID, its bytes, or its text from that sender on that day."""
    content = journal.row("SELECT id FROM content WHERE sha256 = ?", letter.digest)
    for where, value in (
        ("l.message_id = ?", letter.message_id),
        ("l.content_id = ?", content[0] if content else None),
        ("l.fingerprint = ?", letter.fingerprint),
    ):
        found = _facts(journal, where, value) if value else ()
        if found:
            return found[0]
    return None


def unfiled(journal: Journal) -> tuple[LetterFact, ...]:
    """Letters that wait for a decision, newest first."""
    return _facts(journal, "l.application_id IS NULL AND l.state = ?", UNFILED)


def count_unfiled(journal: Journal) -> int:
    found = journal.row(
        "SELECT count(*) FROM letter WHERE application_id IS NULL AND state = ? AND deleted_at IS NULL", UNFILED
    )
    return int(found[0]) if found else 0


def of(journal: Journal, application_id: int) -> tuple[LetterFact, ...]:
    """The letters of one application, newest first."""
    return _facts(journal, "l.application_id = ?", application_id)


def raw(journal: Journal, letter_id: int) -> bytes:
    """What arrived, to the byte."""
    found = journal.row(
        "SELECT c.data FROM letter l JOIN content c ON c.id = l.content_id WHERE l.id = ? AND l.deleted_at IS NULL",
        letter_id,
    )
    if found is None:
        raise Trouble(_("This email is not there any more."), _("Undo brings it back."))
    return bytes(found[0])


def _facts(journal: Journal, where: str, value: Any) -> tuple[LetterFact, ...]:
    rows = journal.rows(
        "SELECT l.sent_at, l.id, l.application_id, l.kind, l.sender, l.sender_name, l.subject, l.text, l.file "
        f"FROM letter l WHERE {where} AND l.deleted_at IS NULL ORDER BY l.sent_at DESC, l.id DESC",
        value,
    )
    return tuple(
        LetterFact(key, application_id, kind, sender, name, subject, moment(sent), text, file)
        for sent, key, application_id, kind, sender, name, subject, text, file in rows
    )


def _enclose(journal: Journal, letter: Letter, application_id: int, interview_id: int | None) -> None:
    for enclosure in letter.enclosures:
        if enclosure.data:
            files.add(journal, application_id, enclosure.name, enclosure.data, ENCLOSURE, interview_id)
