"""The columns of the table as data: what each says, how wide it is, how it sorts, and when it gives way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from afterword.journal.stories import Row
from afterword.journal.terms import Outcome
from afterword.screen import cells
from afterword.screen.cells import AsOf
from afterword.words import N_, _


@dataclass(frozen=True)
class Column:
    """One column. Widths in px at 100 % text size."""

    key: str
    title: str
    width: int
    text: Callable[[Row, AsOf], str]
    sort: str = ""  # key of rows.SORTS
    editable: Callable[[Row], bool] = lambda _row: False
    gives_way: int = 0  # 1 first when the table is narrow, 0 never
    choice: str = ""  # name in the columns menu, where the title is not enough


def _interview(row: Row) -> bool:
    return row.kind == "interview"


def _held(row: Row) -> bool:
    return row.kind == "interview" and row.outcome not in (Outcome.SOON, Outcome.CANCELLED)


def _always(_row: Row) -> bool:
    return True


def _company(row: Row, _asof: AsOf) -> str:
    return f"{row.company}, {row.title}" if row.title else row.company


def _date(row: Row, asof: AsOf) -> str:
    return ", ".join(part for part in (cells.day(row, asof), cells.relation(row, asof)) if part)


def _mark(row: Row, _asof: AsOf) -> str:
    found = cells.mark(row)
    return found[2] if found else ""


def _silence(row: Row, asof: AsOf) -> str:
    days = cells.silence(row, asof)
    return "" if days is None else str(days)


COMPANY_WIDTH = 146
COLUMNS: tuple[Column, ...] = (
    Column("company", N_("Company and role"), COMPANY_WIDTH, _company, "company"),
    Column("stage", N_("Stage"), 110, lambda row, _asof: cells.stage(row), "stage", _interview, 4),
    Column("date", N_("Date"), 120, _date, "at", _always),
    Column("outcome", N_("Outcome"), 118, lambda row, _asof: cells.outcome(row), "outcome", _always, 3),
    Column("silence", N_("Silence"), 76, _silence, "", gives_way=1, choice=N_("Days of silence")),
    Column("role", N_("Role"), 130, lambda row, _asof: row.title, "title", gives_way=2),
    Column("channel", N_("Source"), 110, lambda row, _asof: cells.channel(row), gives_way=2),
    Column("people", N_("Interviewers"), 150, lambda row, _asof: row.people, gives_way=2),
    Column("pay", N_("Salary"), 110, lambda row, _asof: row.pay, gives_way=2),
    Column("next", N_("Next step"), 170, lambda row, _asof: row.next_step, gives_way=2),
    Column("left", N_("What it left"), 214, lambda row, asof: cells.left(row, asof).text, "lesson", _held, 6),
    Column("mark", "", 40, _mark, "debrief", gives_way=5, choice=N_("State of the debrief")),
)
KEYS = tuple(column.key for column in COLUMNS)
CHOICES = tuple(column for column in COLUMNS if column.key not in ("company", "date"))


def fitting(wanted: Iterable[str], width: float) -> tuple[str, ...]:
    """The keys of the columns to show of those wanted, when there are `width` px at 100 % for all."""
    shown = {"company", "date", *wanted}
    kept = [column for column in COLUMNS if column.key in shown]
    for column in sorted((c for c in kept if c.gives_way), key=lambda c: c.gives_way):
        if sum(each.width for each in kept) <= width:
            break
        kept.remove(column)
    return tuple(column.key for column in kept)


def widths(keys: Iterable[str], width: int, scale: float) -> dict[str, int]:
    """Pixels for each column: what is left over goes to the company, and a wide window's to the lesson too."""
    shown = [column for column in COLUMNS if column.key in set(keys)]
    found = {column.key: round(column.width * scale) for column in shown}
    if "left" not in found:
        found["date"] += round(6 * scale)  # its second line stands beside two lines then, and is read with them
    extra = max(0, width - sum(found.values()))
    lesson = round(max(0, extra - 12 * scale) * 0.55) if "left" in found else 0
    found["company"] += extra - lesson
    if "left" in found:
        found["left"] += lesson
    return found


def title(column: Column) -> str:
    return _(column.title)
