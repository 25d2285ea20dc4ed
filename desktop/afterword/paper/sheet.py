"""The sheet to read before the next interview: one page, in the person's own words, with room to write."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from datetime import date

from afterword.journal.sheets import Sheet
from afterword.journal.stories import QuestionFact
from afterword.paper import phrases
from afterword.paper.blocks import Block, Document, Heading, Line, Numbered, Question, Ruled, Title
from afterword.paper.interview import stage_word
from afterword.words import _, long_day, n_

# Points of height, and signs on a line, a little on the careful side: Letter is the shorter sheet.
_ROOM = 680
_LINE, _WIDE = 15.5, 92
_TOLD_LINE, _TOLD_WIDE = 22.0, 70
_HEADING, _NOTES = 36, 70
NOTE_LINES = 12


def sheet(found: Sheet, today: date) -> Document:
    """Fits one page of A4 or Letter however much there is: long words are cut, later questions left out."""
    company = cut(found.story.application.company, 60)
    name = _("Before {company}").format(company=company)
    blocks: list[Block] = [Title(name)]
    if facts := _facts(found, today):
        blocks.append(Line(facts))
    blocks += [*_told(found), *_already(found)]
    ask = _ask_them(found)
    room = _ROOM - _height([*blocks, *ask]) - _NOTES
    blocks += [*_met(found, room), *ask, Heading(_("Notes")), Ruled(NOTE_LINES)]
    empty = not (found.told or found.already or found.met or found.ask_them)
    if empty:
        first = _("The first one of its kind. What you write after it stands here next time.")
        blocks.insert(2 if facts else 1, Line(first))
    return Document(
        title=name,
        blocks=tuple(blocks),
        footer=_("Your own words, gathered by Afterword on {day}.").format(day=long_day(today)),
        file_name=phrases.file_name(name, stage_word(found.story)),
    )


def cut(text: str, most: int) -> str:
    """At most so many signs, ended between two words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    short = text[: most - 1]
    return (short.rsplit(" ", 1)[0] if " " in short[most // 2 :] else short).rstrip(" ,;:.") + "…"


def _facts(found: Sheet, today: date) -> str:
    story = found.story
    talk = phrases.sentence((story.application.title, phrases.stage_name(story.stage)))
    at = phrases.appointment(story.at, today) if story.at else ""
    when = ", ".join(part for part in (at, phrases.minutes(story.duration_min)) if part)
    parts = (talk, when, cut(story.interview_people, 120).rstrip("."))
    return cut("".join(f"{part}. " for part in parts if part), 260)


def _told(found: Sheet) -> list[Block]:
    if not found.told:
        return []
    count = len(found.told)
    heading = {3: _("Three things you told yourself"), 2: _("Two things you told yourself")}
    blocks: list[Block] = [Heading(heading.get(count, _("What you told yourself")), "taught")]
    for n, lesson in enumerate(found.told, 1):
        blocks.append(Numbered(n, cut(lesson.text, 170), cut("; ".join(lesson.sources), 130)))
    return blocks


def _already(found: Sheet) -> list[Block]:
    if not found.already:
        return []
    parts = [
        _("{skill} ({well} of {asked})").format(skill=cut(skill, 50), well=well, asked=asked)
        for skill, well, asked in found.already
    ]
    return [Heading(_("Already yours"), "confirmed"), Line(phrases.sentence(parts) + ".", "")]


def _met(found: Sheet, room: float) -> list[Block]:
    blocks: list[Block] = []
    for fact in found.met:
        block = _question(fact)
        height = _lines(block.text) + _lines(block.now) + 14
        if height + _HEADING * (not blocks) > room:
            break
        room -= height + _HEADING * (not blocks)
        blocks.append(block)
    return [Heading(n_("A question you have met at this stage", "Questions you have met at this stage", len(blocks))),
            *blocks] if blocks else []  # fmt: skip


def _question(fact: QuestionFact) -> Question:
    return Question(fact.mark, cut(fact.text, 170), now=cut(fact.now, 240), brief=True)


def _ask_them(found: Sheet) -> list[Block]:
    if not found.ask_them:
        return []
    return [Heading(_("Ask them")), *(Line(cut(text, 150), "") for text in found.ask_them)]


def _lines(text: str, wide: int = _WIDE, line: float = _LINE) -> float:
    return sum(math.ceil(_width(part) / wide) * line for part in text.split("\n"))


def _width(text: str) -> float:
    """In signs of usual width: capitals are wider, and East Asian signs twice as wide."""
    return sum(2.2 if unicodedata.east_asian_width(each) in "WF" else 1.6 if each.isupper() or each in "mw%@" else 1.0
               for each in text)  # fmt: skip


def _height(blocks: Iterable[Block]) -> float:
    """About how much of the page these take, in points."""
    points = 0.0
    for block in blocks:
        match block:
            case Title():
                points += _lines(block.text, 30, 34)
            case Heading():
                points += _HEADING
            case Numbered():
                points += _lines(block.text, _TOLD_WIDE, _TOLD_LINE) + _lines(block.source, 100, 12) + 10
            case Line():
                points += _lines(block.text) + 6
    return points
