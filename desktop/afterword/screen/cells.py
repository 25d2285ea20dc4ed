"""What a row of the table says in each of its cells, in words. Pure: a row and an as-of in, text out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from afterword.journal.stories import Group, Row
from afterword.journal.terms import Channel, Outcome, Stage, Status
from afterword.words import N_, _, clock, month_name, n_, short_day, short_weekday

TONES = {
    "soon": "accent", "wait": "wait", "no": "taught", "rescinded": "taught", "offer": "confirm", "passed": "confirm",
}  # fmt: skip
SECTIONS = {
    "soon": (N_("Coming up"), "accent"),
    "wait": (N_("Waiting for an answer"), "wait_mark"),
    "no": (N_("Didn’t work out"), "taught_mark"),
    "offer": (N_("Offers"), "confirm_mark"),
    "passed": (N_("Led to the next round"), "confirm_mark"),
    "ended": (N_("Withdrew or closed"), "quiet_mark"),
    "applications": (N_("Applications without an interview"), "quiet_mark"),
}
MARKS = {
    0: ("circle-dashed", "text3", N_("Debrief not written yet")),
    1: ("circle-dot", "accent", N_("Debrief begun")),
    2: ("circle-check", "text2", N_("Debrief written")),
}
_ANSWERS = {
    "no": N_("answer {day}"), "offer": N_("answer {day}"), "rescinded": N_("taken back {day}"),
    "silent": N_("filed {day}"), "withdrew": N_("withdrew {day}"), "closed": N_("closed {day}"),
}  # fmt: skip


@dataclass(frozen=True)
class AsOf:
    """What the words of a cell depend on beside the row itself."""

    today: date
    next_id: int = 0  # the interview that is next within a week
    lessons: Callable[[], bool] = lambda: False  # whether there is anything to read before an interview


@dataclass(frozen=True)
class Left:
    """What an interview left: the person's own words, or what stands in their place."""

    text: str
    kind: str  # own, sheet, quiet, chip
    tone: str = "text3"


def section(group: Group, grouped: str) -> tuple[str, str]:
    """The title of a section, and the tone of its dot."""
    if grouped == "outcome" and group.key in SECTIONS:
        title, tone = SECTIONS[group.key]
        return _(title), tone
    if grouped == "month":
        try:
            return month_name(date.fromisoformat(f"{group.key}-01")), "quiet_mark"
        except ValueError:
            return _("Without a date"), "quiet_mark"
    if grouped == "stage":
        return (Stage(group.key).label if group.key else _("Applications without an interview")), "quiet_mark"
    return group.key or _("Without a name"), "quiet_mark"


def stage(row: Row) -> str:
    return Stage(row.stage).label if row.stage else _("Application")


def channel(row: Row) -> str:
    """How the application began, in words."""
    return Channel(row.channel).label if row.channel else ""


def outcome(row: Row) -> str:
    if row.kind == "application" and row.status in (Status.DRAFT, Status.APPLIED):
        return Status(row.status).label
    if row.status in (Status.ACCEPTED, Status.OFFER_DECLINED) and row.outcome == Outcome.OFFER:
        return Status(row.status).label
    return Outcome(row.outcome).label


def tone(row: Row) -> str:
    return TONES.get(row.outcome, "quiet")


def day(row: Row, asof: AsOf) -> str:
    """Thu 20 Mar for what is ahead, 7 Mar for what was."""
    if row.at is None:
        return _("No date")
    held = row.at.date()
    if row.outcome == Outcome.SOON and held.year == asof.today.year:
        return short_weekday(held)
    return short_day(held, asof.today)


def relation(row: Row, asof: AsOf) -> str:
    """The second line of a date: how far ahead, how long silent, when the answer came."""
    if row.outcome == Outcome.SOON and row.at is not None:
        return _("{when}, {clock}").format(when=_ahead((row.at.date() - asof.today).days), clock=clock(row.at))
    if row.outcome == Outcome.WAIT:
        if row.status == Status.DRAFT:
            return _("not sent yet")
        quiet = silence(row, asof)
        return "" if quiet is None else n_("{n} day of silence", "{n} days of silence", quiet) if quiet else _("today")
    if row.outcome in _ANSWERS and row.since is not None:
        return _(_ANSWERS[row.outcome]).format(day=short_day(row.since, asof.today))
    return {"passed": _("went further"), "cancelled": _("cancelled")}.get(row.outcome, "")


def _ahead(days: int) -> str:
    if days <= 0:
        return _("today")
    return _("tomorrow") if days == 1 else n_("in {n} day", "in {n} days", days)


def silence(row: Row, asof: AsOf) -> int | None:
    """Days since the interview, while there is no answer."""
    if row.outcome != Outcome.WAIT or row.at is None or row.status == Status.DRAFT:
        return None
    return max(0, (asof.today - row.at.date()).days)


def left(row: Row, asof: AsOf) -> Left:
    """The lesson; else the sheet of what is ahead, or a word for why there is none."""
    if row.outcome == Outcome.SOON:
        if not asof.lessons():
            return Left(_("Nothing to read yet"), "quiet")
        return Left(_("Sheet is ready") if row.id == asof.next_id else _("Sheet from your notes"), "sheet", "accent")
    if row.lesson:
        return Left(row.lesson, "own", "text")
    if row.kind == "application":
        return Left("", "quiet") if row.status == Status.APPLIED else Left(outcome(row), "chip", tone(row))
    if row.no_lesson:
        return Left(_("Nothing to learn here"), "quiet")
    if row.outcome in (Outcome.SILENT, Outcome.CANCELLED, Outcome.RESCINDED):
        return Left(Outcome(row.outcome).label, "chip", tone(row))
    return Left(_("No lesson named yet") if row.debrief > 0 else _("Not written yet"), "quiet")


def mark(row: Row) -> tuple[str, str, str] | None:
    """Icon, tone and words for the state of the debrief; nothing where none is asked."""
    if row.kind == "application" or row.outcome in (Outcome.SOON, Outcome.CANCELLED):
        return None
    name, tint, words = MARKS[2 if row.no_lesson else max(0, row.debrief)]
    return name, tint, _(words)


def sentence(row: Row, asof: AsOf) -> str:
    """The whole row for a screen reader."""
    written = mark(row)
    parts = (
        row.company, row.title, stage(row), day(row, asof), outcome(row), relation(row, asof),
        left(row, asof).text, written[2] if written else "",
    )  # fmt: skip
    return ", ".join(dict.fromkeys(part for part in parts if part))
