"""Files that belong to an application: adverts, documents that were sent, what came with a letter."""

from __future__ import annotations

import hashlib

from afterword.journal.change import verb
from afterword.journal.records import Attachment, Content, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import FileFact
from afterword.mail.names import safe_name
from afterword.trouble import Trouble
from afterword.words import N_, _

LIMIT = 25 * 1024 * 1024  # bytes


@verb(N_("add file"))
def add(
    journal: Journal,
    application_id: int,
    name: str,
    data: bytes,
    kind: str = "document",
    interview_id: int | None = None,
) -> int:
    """Keep a file with an application. Adding the same one twice keeps one."""
    name = safe_name(name)
    if len(data) > LIMIT:
        raise Trouble(
            _("{name} is larger than 25 MB.").format(name=name), _("Keep it in a folder, and note where it is.")
        )
    if not journal.row("SELECT 1 FROM application WHERE id = ? AND deleted_at IS NULL", application_id):
        raise Trouble(_("This application is not there any more."), _("Undo brings it back."))
    content_id = keep(journal, data)
    found = journal.row(
        "SELECT id FROM attachment WHERE application_id = ? AND content_id = ? AND name = ? AND deleted_at IS NULL",
        application_id,
        content_id,
        name,
    )
    if found:
        return int(found[0])
    return Attachment.add(
        application_id=application_id,
        interview_id=interview_id,
        content_id=content_id,
        kind=kind,
        name=name,
        size=len(data),
    )


@verb(N_("remove file"))
def remove(journal: Journal, attachment_id: int) -> None:
    """The list forgets it; its bytes stay in the journal, so that undo is exact and quick."""
    _row(journal, attachment_id)
    Attachment.change(attachment_id, deleted_at=utc_now())


def data(journal: Journal, attachment_id: int) -> bytes:
    """The bytes, as they arrived."""
    content_id = _row(journal, attachment_id)
    found = journal.row("SELECT data FROM content WHERE id = ?", content_id)
    return bytes(found[0]) if found else b""


def of(journal: Journal, application_id: int) -> tuple[FileFact, ...]:
    rows = journal.rows(
        "SELECT id, kind, name, size FROM attachment WHERE application_id = ? AND deleted_at IS NULL ORDER BY id",
        application_id,
    )
    return tuple(FileFact(*row) for row in rows)


def keep(journal: Journal, data: bytes) -> int:
    """The key of these bytes, kept once however often they are used. For verbs."""
    digest = hashlib.sha256(data).hexdigest()
    found = journal.row("SELECT id FROM content WHERE sha256 = ?", digest)
    return int(found[0]) if found else Content.add(sha256=digest, data=data)


def _row(journal: Journal, attachment_id: int) -> int:
    found = journal.row("SELECT content_id FROM attachment WHERE id = ? AND deleted_at IS NULL", attachment_id)
    if found is None:
        raise Trouble(_("This file is not there any more."), _("Undo brings it back."))
    return int(found[0])
