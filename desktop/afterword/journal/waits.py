"""What is kept about waiting: a day to be reminded on, one look a day, and answers that are given up for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.journal import applications
from afterword.journal.change import verb
from afterword.journal.moments import as_day, day, moment, stamp
from afterword.journal.records import Look, Reminder, utc_now
from afterword.journal.store import Journal
from afterword.trouble import Trouble
from afterword.words import N_, _, long_day

STAYS = 7  # days that a reminder is said on, from its own on


@dataclass(frozen=True)
class ReminderFact:
    """A day on which an application is to be thought of again."""

    id: int
    application_id: int
    company: str
    on: date


@verb(N_("reminder"))
def remind(journal: Journal, application_id: int, on: date) -> int:
    """Be reminded of an application on a day, in place of another day. Raises Trouble for a day that has passed."""
    applications.fact(journal, application_id)
    if on < journal.now().date():
        raise Trouble(_("{day} has passed.").format(day=long_day(on)), _("Choose today or a later day."))
    found = Reminder.get_or_none(Reminder.application == application_id, Reminder.deleted_at.is_null())
    if found is None:
        return Reminder.add(application_id=application_id, on=as_day(on))
    Reminder.change(found.id, on=as_day(on))
    return int(found.id)


@verb(N_("no reminder"))
def let_be(journal: Journal, application_id: int) -> None:
    """No reminder for this application any more."""
    for (key,) in journal.rows(
        "SELECT id FROM reminder WHERE application_id = ? AND deleted_at IS NULL", application_id
    ):
        Reminder.change(key, deleted_at=utc_now())


@verb(N_("how waiting feels"))
def look(journal: Journal, anxiety: int | None) -> None:
    """Note how anxious this day's look was, 0 to 4; saying it again the same day replaces it."""
    if anxiety is not None and not 0 <= anxiety <= 4:
        raise ValueError(f"anxiety={anxiety}")
    now = stamp(journal.now())
    found = journal.row("SELECT id FROM look WHERE deleted_at IS NULL AND at >= ?", now[:10])
    if found is None:
        Look.add(at=now, anxiety=anxiety)
    else:
        Look.change(found[0], anxiety=anxiety)


def looked_today(journal: Journal) -> bool:
    """Whether it was asked today; it is asked once a day."""
    today = stamp(journal.now())[:10]
    return journal.row("SELECT 1 FROM look WHERE deleted_at IS NULL AND at >= ?", today) is not None


def looks(journal: Journal) -> tuple[tuple[datetime, int | None], ...]:
    """Every look, with how anxious it was."""
    rows = journal.rows("SELECT at, anxiety FROM look WHERE deleted_at IS NULL ORDER BY at")
    return tuple((at, anxiety) for text, anxiety in rows if (at := moment(text)) is not None)


def reminders(journal: Journal) -> dict[int, ReminderFact]:
    """The reminder of each application that has one and is still open."""
    return {each.application_id: each for each in _facts(journal)}


def due(journal: Journal) -> tuple[ReminderFact, ...]:
    """Those whose day has come. After a week it was long ago, and is not said any more."""
    today = journal.now().date()
    last = today - timedelta(days=STAYS)
    return tuple(each for each in _facts(journal) if last < each.on <= today)


_FACT = """
SELECT r.id, r.application_id, c.name, r."on" FROM reminder r JOIN application a ON a.id = r.application_id
JOIN company c ON c.id = a.company_id
WHERE r.deleted_at IS NULL AND a.deleted_at IS NULL AND a.status IN ('applied', 'in_process')
"""


def _facts(journal: Journal) -> tuple[ReminderFact, ...]:
    rows = journal.rows(f'{_FACT} ORDER BY r."on", r.id')
    return tuple(ReminderFact(key, app, name, on) for key, app, name, text in rows if (on := day(text)) is not None)
