"""Job searches: periods with a name, that hold applications."""

from __future__ import annotations

from datetime import date

from afterword.journal.change import verb
from afterword.journal.moments import as_day, day, happened_on
from afterword.journal.records import Search
from afterword.journal.store import Journal
from afterword.journal.stories import SearchFact
from afterword.journal.terms import PENDING, WorkerType
from afterword.trouble import Trouble
from afterword.words import N_, _, n_

_SEASONS = (N_("Winter"), N_("Spring"), N_("Summer"), N_("Autumn"))

_EVERY = """
SELECT s.id, s.name, s.worker_type, s.started_on, s.ended_on, s.goal,
  COALESCE((SELECT sum(applications) FROM tally t WHERE t.search_id = s.id), 0),
  COALESCE((SELECT sum(count) FROM tally t WHERE t.search_id = s.id AND t.rank <> 6), 0)
FROM search s WHERE s.deleted_at IS NULL ORDER BY s.started_on DESC, s.id DESC
"""


@verb(N_("new job search"))
def begin(
    journal: Journal, name: str, worker_type: str = "employee", started_on: date | str | None = None, goal: str = ""
) -> int:
    """Start a job search. Raises Trouble for an empty name."""
    return Search.add(
        name=_named(name),
        worker_type=str(WorkerType(worker_type)),
        started_on=as_day(started_on) or journal.now().date().isoformat(),
        goal=goal,
    )


@verb(N_("rename job search"))
def rename(journal: Journal, search_id: int, name: str) -> None:
    _fact(journal, search_id)
    Search.change(search_id, name=_named(name))


@verb(N_("end job search"))
def end(journal: Journal, search_id: int, on: date | str | None = None, *, anyway: bool = False) -> None:
    """Close a job search. Raises Trouble that counts the active applications, unless `anyway`."""
    found = _fact(journal, search_id)
    last = happened_on(journal, on) or journal.now().date().isoformat()
    if last < found.started_on.isoformat():
        raise Trouble(_("This job search began later than that."), _("Choose a later day."))
    active = _active(journal, search_id)
    if active and not anyway:
        raise Trouble(
            n_(
                "{n} application of this job search is still active.",
                "{n} applications of this job search are still active.",
                active,
            ),
            _("End it anyway, or record how they went first."),
        )
    Search.change(search_id, ended_on=last)


@verb(N_("edit job search"))
def settle(journal: Journal, search_id: int, name: str, ended_on: date | None, *, anyway: bool = False) -> None:
    """Rename a job search, and end it when a day is given: one act. Raises Trouble as `end` does."""
    rename(journal, search_id, name)
    if ended_on is not None:
        end(journal, search_id, ended_on, anyway=anyway)


def current(journal: Journal) -> int:
    """The search that new applications belong to; for verbs, since it makes one of this season if none is open."""
    found = journal.row(
        "SELECT id FROM search WHERE deleted_at IS NULL AND ended_on IS NULL ORDER BY started_on DESC, id DESC LIMIT 1"
    )
    if found:
        return int(found[0])
    today = journal.now().date()
    return Search.add(name=_unused(journal, season_name(today)), started_on=today.isoformat())


def every(journal: Journal) -> tuple[SearchFact, ...]:
    """All job searches, newest first."""
    return tuple(
        SearchFact(key, name, kind, date.fromisoformat(start), day(end), goal, applications, interviews)
        for key, name, kind, start, end, goal, applications, interviews in journal.rows(_EVERY)
    )


def season_name(today: date) -> str:
    """Spring 2025; Winter 2024/25, which has two years."""
    season = _(_SEASONS[today.month % 12 // 3])
    if today.month in (12, 1, 2):
        first = today.year if today.month == 12 else today.year - 1
        return f"{season} {first}/{(first + 1) % 100:02}"
    return f"{season} {today.year}"


def _fact(journal: Journal, search_id: int) -> SearchFact:
    for each in every(journal):
        if each.id == search_id:
            return each
    raise Trouble(_("This job search is no longer there."))


def _active(journal: Journal, search_id: int) -> int:
    pending = ", ".join(f"'{status}'" for status in sorted(PENDING))
    found = journal.row(
        f"SELECT count(*) FROM application WHERE search_id = ? AND deleted_at IS NULL AND status IN ({pending})",
        search_id,
    )
    return int(found[0]) if found else 0


def _unused(journal: Journal, name: str) -> str:
    taken = {each.name for each in every(journal)}
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name} ({number})", number + 1
    return candidate


def _named(name: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise Trouble(_("A job search needs a name."), _("Write one, for example the season."))
    return clean
