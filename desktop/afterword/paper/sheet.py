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

# In points, a little on the careful side: A4 is the narrower sheet, Letter the shorter one.
_ROOM, _WIDE = 680, 487
_LINE, _TOLD_LINE = 15.5, 21.0
_HEADING, _NOTES = 36, 70
_SHARES = (1, 0.7, 0.5, 0.35, 0.25)  # of the usual length, tried until it fits
NOTE_LINES = 24


def sheet(found: Sheet, today: date) -> Document:
    """Fits one page of A4 or Letter however much there is: long words are cut, later questions left out."""
    for share in _SHARES:
        head, ask = _head(found, today, share), _ask_them(found, share)
        room = _ROOM - _NOTES - _height([*head, *ask])
        if room >= 0:
            break
    name = _name(found, 1)
    return Document(
        title=name,
        blocks=(*head, *_met(found, room), *ask, Heading(_("Notes")), Ruled(NOTE_LINES)),
        footer=_("Your own words, gathered by Afterword on {day}.").format(day=long_day(today)),
        file_name=phrases.file_name(name, stage_word(found.story)),
    )


def _head(found: Sheet, today: date, share: float) -> list[Block]:
    """What stands above the questions; `share`: how much of the usual length each text may have."""
    blocks: list[Block] = [Title(_name(found, share))]
    if facts := _facts(found, today):
        blocks.append(Line(cut(facts, _most(260, share))))
    if not (found.told or found.already or found.met or found.ask_them):
        blocks.append(Line(_("The first one of its kind. What you write after it stands here next time.")))
    return [*blocks, *_told(found, share), *_already(found, share)]


def _name(found: Sheet, share: float) -> str:
    return _("Before {company}").format(company=cut(found.story.application.company, _most(60, share)))


def _most(signs: int, share: float) -> int:
    return max(20, round(signs * share))


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
    return "".join(f"{part}. " for part in parts if part).strip()


def _told(found: Sheet, share: float) -> list[Block]:
    if not found.told:
        return []
    count = len(found.told)
    heading = {3: _("Three things you told yourself"), 2: _("Two things you told yourself")}
    blocks: list[Block] = [Heading(heading.get(count, _("What you told yourself")), "taught")]
    for n, lesson in enumerate(found.told, 1):
        source = cut("; ".join(lesson.sources), _most(130, share))
        blocks.append(Numbered(n, cut(lesson.text, _most(170, share)), source))
    return blocks


def _already(found: Sheet, share: float) -> list[Block]:
    if not found.already:
        return []
    parts = [
        _("{skill} ({well} of {asked})").format(skill=cut(skill, _most(50, share)), well=well, asked=asked)
        for skill, well, asked in found.already
    ]
    return [Heading(_("Already yours"), "confirmed"), Line(phrases.sentence(parts) + ".", "")]


def _met(found: Sheet, room: float) -> list[Block]:
    blocks: list[Block] = []
    for fact in found.met:
        block = _question(fact)
        height = _lines(block.text, indent=16) + _lines(block.now, indent=16) + 14
        if height + _HEADING * (not blocks) > room:
            break
        room -= height + _HEADING * (not blocks)
        blocks.append(block)
    if not blocks:
        return []
    if found.met_elsewhere:
        heading = n_("A question you have met", "Questions you have met", len(blocks))
    else:
        heading = n_("A question you have met at this stage", "Questions you have met at this stage", len(blocks))
    return [Heading(heading), *blocks]


def _question(fact: QuestionFact) -> Question:
    return Question(fact.mark, cut(fact.text, 170), now=cut(fact.now, 240), brief=True)


def _ask_them(found: Sheet, share: float) -> list[Block]:
    if not found.ask_them:
        return []
    return [Heading(_("Ask them")), *(Line(cut(text, _most(150, share)), "") for text in found.ask_them)]


def _lines(text: str, size: float = 10, line: float = _LINE, indent: float = 0) -> float:
    """About how high this text stands, in points. Lines end before their end: a word goes to the next one."""
    long = _EM * size * sum(map(_weight, text)) * 1.05
    return math.ceil(long / (_WIDE - indent)) * line


_EM = 0.55  # measured: the width of text in Inter and Literata, as a share of size × weight


def _weight(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2.2
    if sign in "mwMW%@&—…":
        return 1.6
    if sign.isupper():
        return 1.35
    return 0.6 if sign in "iljtfrI.,;:'’!|()[] -" else 1.05


def _height(blocks: Iterable[Block]) -> float:
    """About how much of the page these take, in points."""
    points = 0.0
    for block in blocks:
        match block:
            case Title():
                points += _lines(block.text, 25, 34) + 4
            case Heading():
                points += _HEADING
            case Numbered():
                points += _lines(block.text, 14, _TOLD_LINE, 24) + _lines(block.source, 8.5, 13, 24) + 10
            case Line():
                points += _lines(block.text) + 3
    return points
