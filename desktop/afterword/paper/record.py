"""For an employment office: which applications, when, and how they stand. No feelings, no lessons, no names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.insight.cards.card import Past
from afterword.journal.episodes import Episode
from afterword.journal.terms import Stage, Status
from afterword.paper import phrases
from afterword.paper.blocks import Block, Document, Figures, Heading, Line, Pairs, TableLine, Title
from afterword.words import _, long_day, month_name, n_, short_day


def record(past: Past, name: str) -> Document:
    """Every application by its month, with its stages, and a line of totals."""
    today = past.as_of.date()
    sent = sorted((each for each in past.episodes if each.group != "draft"), key=lambda each: (_began(each), each.id))
    blocks: list[Block] = [Title(_("Record of applications")), Line(_period(sent, today))]
    if name:
        blocks.append(Line(name, "faint"))
    held = sum(each.was_held(meeting, past.as_of) for each in sent for meeting in each.meetings)
    counts = (
        (str(len(sent)), n_("application", "applications", len(sent))),
        (str(held), n_("interview", "interviews", held)),
    )
    blocks.append(Figures(counts))
    month = ""
    for each in sent:
        if (now := month_name(_began(each))) != month:
            blocks.append(Heading(now))
            month = now
        blocks.append(_line(each, past))
    blocks += [Heading(_("As of today")), Pairs(_totals(sent))]
    return Document(
        title=_("Record of applications"), blocks=tuple(blocks), footer=phrases.printed(today), empty=not sent,
        file_name=phrases.file_name(_("Afterword record of applications"), name),
    )  # fmt: skip


def _began(each: Episode) -> date:
    return each.applied_on or each.events[0].at.date()


def _period(sent: Sequence[Episode], today: date) -> str:
    first = _began(sent[0]) if sent else today
    return _("{start} to {end}").format(start=long_day(first), end=long_day(today))


def _line(each: Episode, past: Past) -> TableLine:
    met = [
        f"{Stage(meeting.stage).label} {short_day(meeting.at)}"
        for meeting in each.meetings
        if meeting.at and not meeting.cancelled and each.was_held(meeting, past.as_of)
    ]
    label = _label(each.status)
    since = f"{label}, {short_day(each.since)}" if each.since else label
    return TableLine(short_day(_began(each)), each.company, each.title, ", ".join(met), since)


def _totals(sent: Sequence[Episode]) -> tuple[tuple[str, str], ...]:
    counted = [(status, sum(each.status is status for each in sent)) for status in Status]
    return tuple((_label(status), str(count)) for status, count in counted if count)


def _label(status: Status) -> str:
    """An office reads plain words; "not this time" is for the person."""
    return _("Rejected") if status is Status.REJECTED else status.label
