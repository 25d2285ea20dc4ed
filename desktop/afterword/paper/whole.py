"""A whole search on paper: its numbers, its lessons, and each interview in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.journal.sheets import Whole, WholeLine
from afterword.journal.stories import LessonFact, Story
from afterword.journal.terms import Outcome, Stage
from afterword.paper import answers, phrases
from afterword.paper.blocks import (
    Block,
    Document,
    Figures,
    Heading,
    Include,
    Line,
    NewPage,
    Numbered,
    TableLine,
    Title,
)  # fmt: skip
from afterword.paper.interview import interview
from afterword.words import _, long_day, month_name, n_, short_day


def whole(found: Whole, today: date, include: Include, stories: Sequence[Story] = ()) -> Document:
    """`stories`: the debriefs to print in full after the lines, when `include` asks for them."""
    name = found.name or _("Job search")
    blocks: list[Block] = [Title(name)]
    if period := _period(found, today):
        blocks.append(Line(period))
    if found.applications or found.interviews:
        blocks.append(Figures(_numbers(found)))
    else:
        blocks.append(Line(_("Nothing is noted in this search yet.")))
    blocks += [*_lessons(found), *_lines(found.lines)]
    if include.debriefs and stories:
        sets = answers.bundled()  # once for all
        for story in stories:
            blocks += [NewPage(), *interview(story, today, include, sets).blocks]
    return Document(
        title=name,
        blocks=tuple(blocks),
        footer=phrases.private(today),
        empty=not (found.applications or found.interviews),
        file_name=phrases.file_name(_("Afterword"), name),
    )


def _period(found: Whole, today: date) -> str:
    if found.started is None:
        return ""
    if found.ended is None or found.ended >= today:
        return _("Since {day}").format(day=long_day(found.started))
    return _("{start} to {end}").format(start=long_day(found.started), end=long_day(found.ended))


def _numbers(found: Whole) -> tuple[tuple[str, str], ...]:
    counts = [
        (found.applications, n_("application", "applications", found.applications)),
        (found.interviews, n_("interview", "interviews", found.interviews)),
        (len(found.lessons), n_("lesson", "lessons", len(found.lessons))),
        *((count, Outcome(code).label.lower()) for code, count in found.outcomes),
    ]
    return tuple((str(count), label) for count, label in counts)


def _lessons(found: Whole) -> list[Block]:
    if not found.lessons:
        return []
    lessons = sorted(found.lessons, key=lambda lesson: -lesson.times)
    numbered = [Numbered(n, lesson.text, _sources(lesson)) for n, lesson in enumerate(lessons, 1)]
    return [Heading(_("What it left"), "taught"), *numbered]


def _sources(lesson: LessonFact) -> str:
    return "; ".join(lesson.sources)


def _lines(lines: Sequence[WholeLine]) -> list[Block]:
    """Each interview, under its month."""
    blocks: list[Block] = []
    month = ""
    for line in lines:
        now = month_name(line.at.date()) if line.at else _("Without a day")
        if now != month:
            blocks.append(Heading(now))
            month = now
        blocks.append(_line(line))
    return blocks


def _line(line: WholeLine) -> TableLine:
    stage = Stage(line.stage).label if line.stage else ""
    left = line.lesson or (_("Nothing to learn here") if line.no_lesson else "")
    return TableLine(
        day=short_day(line.at.date()) if line.at else "",
        name=line.company,
        detail=", ".join(part for part in (line.title, stage) if part),
        lesson=left,
        outcome=Outcome(line.outcome).label,
        tone=phrases.TONES.get(line.outcome, "soft"),
    )
