"""Where a row stands that is known by something else than its id, without fetching the rows between."""

from __future__ import annotations

from afterword.journal import rows
from afterword.journal.finding import parse
from afterword.journal.store import Journal
from afterword.screen.table import InterviewTable

MOST = 500  # companies looked at


def next_company(journal: Journal, table: InterviewTable, here: int, typed: str) -> int:
    """The id of the next row whose company begins with what was typed, from `here` on and around; 0 for none."""
    text = typed.replace('"', "").casefold()
    letters = set(text)
    repeated = len(text) > 1 and len(letters) == 1  # the same letter again goes on to the next
    start = text[:1] if repeated else text
    found = parse(f'company:"{start}"')
    if found.empty or not found.tokens:
        return 0
    ids = rows.order(journal, group="company", search_id=table.asked.search_id, filter=found).ids
    places = [
        place
        for key, row in rows.page(journal, ids[:MOST]).items()
        if row.company.casefold().startswith(start) and (place := table.row_of(key)) >= 0
    ]
    stay = len(text) > 1 and not repeated
    after = [place for place in places if place > here or (stay and place == here)]
    best = min(after or places, default=-1)
    return table.id_at(best)
