"""Moments and days: the wall clock of the person's kitchen, as ISO text in the journal."""

from __future__ import annotations

from datetime import date, datetime

from afterword.journal.store import Journal
from afterword.trouble import Trouble
from afterword.words import _, long_day

Given = datetime | date | str | None


def stamp(moment: datetime) -> str:
    """2025-03-05T10:00:00"""
    return moment.replace(microsecond=0, tzinfo=None).isoformat()


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def day(text: str | None) -> date | None:
    """The day of a stored day or moment."""
    return date.fromisoformat(text[:10]) if text else None


def as_moment(journal: Journal, given: Given) -> datetime:
    """What was given, as a moment: nothing is now; today without an hour is now; another day is its beginning.

    The beginning, so that nothing written on the day of an answer counts as written before it.
    """
    now = journal.now()
    if given is None or given == "":
        return now
    if isinstance(given, str):
        given = date.fromisoformat(given) if len(given) == 10 else datetime.fromisoformat(given)
    if isinstance(given, datetime):
        return given.replace(microsecond=0, tzinfo=None)
    return now if given == now.date() else datetime(given.year, given.month, given.day)


def as_day(given: Given) -> str | None:
    """What was given, as the ISO text of a day; None stays None."""
    if given is None or given == "":
        return None
    if isinstance(given, str):
        return date.fromisoformat(given[:10]).isoformat()
    return (given.date() if isinstance(given, datetime) else given).isoformat()


def happened(journal: Journal, given: Given) -> str:
    """The stamp of something that has happened. Raises Trouble when it lies ahead."""
    at = as_moment(journal, given)
    if at > journal.now():
        raise Trouble(_("{day} is still ahead.").format(day=long_day(at)), _("Choose today or an earlier day."))
    return stamp(at)


def happened_on(journal: Journal, given: Given) -> str | None:
    """The day of something that has happened. Raises Trouble when it lies ahead."""
    text = as_day(given)
    found = day(text)
    if found is not None and found > journal.now().date():
        raise Trouble(_("{day} is still ahead.").format(day=long_day(found)), _("Choose today or an earlier day."))
    return text
