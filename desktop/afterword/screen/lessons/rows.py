"""The two cards of dots: what the noes taught, and what the yeses confirmed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from afterword.insight.account import Account
from afterword.insight.taught import Row
from afterword.journal.stories import LessonFact
from afterword.journal.terms import LessonStatus
from afterword.screen.charts.dots import Dots
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card, column, hairline, row
from afterword.screen.pieces.buttons import Tool, button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Chip
from afterword.words import _, n_

FIRST, MOST = 4, 6  # lessons at first, and rows of a card
Opens = Callable[[str, tuple[int, ...]], object]


class TaughtCard(Card):
    """Lessons in the person's own words first, then what one got stuck at; "not about you" is always there."""

    whole_wanted = Signal()

    def __init__(
        self, look: Look, found: Account, lessons: tuple[LessonFact, ...], opens: Opens,
        about_lesson: Callable[[LessonFact, Tool], object], *, whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(look, "taught_wash", "taught_line")
        failed = sum(not each.passed for each in found.past.rounds)
        self._look, self._opens, self._about = look, opens, about_lesson
        parts = [
            _head(
                look,
                _("What the noes taught"),
                _("Each dot is one interview"),
                n_("{n} no", "{n} noes", failed),
                "taught",
            )
        ]
        kept = [each for each in lessons if each.status != LessonStatus.RETIRED]
        shown = kept if whole else kept[:FIRST]
        rows: list[QWidget] = [self._lesson(each) for each in shown]
        rows += [self._stuck(each) for each in found.stuck[: max(1, MOST - len(shown))]]
        rows.append(self._outside(found.outside))
        more: list[object] = []
        if len(shown) < len(kept):
            link = button(look, _("All {n} lessons").format(n=len(kept)), "link")
            link.clicked.connect(self.whole_wanted)
            more = [row(link, "*")]
        inside = column(*parts, *_ruled(look, rows, "taught_line"), *more, "*", space=6, margins=(18, 14, 18, 12))
        self.setLayout(inside)

    def _lesson(self, lesson: LessonFact) -> QWidget:
        more = tool(self._look, "ellipsis", _("What can be done with this lesson"))
        more.clicked.connect(lambda: self._about(lesson, more))
        told = n_("Written after {n} interview", "Written after {n} interviews", lesson.times)
        if lesson.status == LessonStatus.SUPPORTED:
            told += ". " + _("Seen at more than one company")
        dots = Dots(self._look, f"{lesson.text}, {told}", lesson.times, 0, "taught")
        dots.clicked.connect(lambda: self._opens(lesson.text, (-lesson.id,)))
        return _row(self._look, lesson.text, told, dots, more)

    def _stuck(self, found: Row) -> QWidget:
        told = _("Got stuck in {k} of {n}").format(k=len(found.full), n=found.of)
        if found.of < 3:
            told += ". " + _("Could still be chance")
        return _dotted(self._look, found, found.name, told, "taught", self._opens)

    def _outside(self, found: Row) -> QWidget:
        told = n_(
            "{n} no gave no reason, or was never yours to change",
            "{n} noes gave no reason, or were never yours to change", len(found.full),
        )  # fmt: skip
        return _dotted(self._look, found, _("Not about you"), told, "quiet", self._opens)


class ConfirmedCard(Card):
    """What went well at least every second time."""

    def __init__(self, look: Look, counted: Account, opens: Opens) -> None:
        super().__init__(look, "confirm_wash", "confirm_line")
        passed, flow = sum(each.passed for each in counted.past.rounds), counted.columns
        title = _("What the yeses confirmed")
        parts = [
            _head(
                look,
                title,
                _("Already yours; keep showing it"),
                n_("{n} step passed", "{n} steps passed", passed),
                "confirm",
            )
        ]
        rows: list[QWidget] = []
        for found in counted.confirmed[:MOST]:
            told = _("Went well in {k} of {n}").format(k=len(found.full), n=found.of)
            rows.append(_dotted(look, found, found.name, told, "confirm", opens))
        if len(flow) > 1 and not flow[1].offer:
            told = _("{k} first conversations from {n} applications").format(k=len(flow[1].keys), n=len(flow[0].keys))
            rows.append(_row(look, _("You are asked to talk"), told))
        if not rows:
            rows.append(
                label(_("Answers that went well stand here, once you have rated a few."), "body", "text2", wrap=True)
            )
        self.setLayout(column(*parts, *_ruled(look, rows, "confirm_line"), "*", space=6, margins=(18, 14, 18, 12)))


def _head(look: Look, title: str, under: str, chip: str, tone: str) -> QHBoxLayout:
    return row(column(label(title, "lead"), label(under, "small", "text2"), space=1), "*", Chip(look, chip, tone))


def _row(look: Look, name: str, told: str, *ends: QWidget) -> QWidget:
    made = QWidget()
    words = column(Elide(look, name, "body_m"), Elide(look, told, "small", "text2"), space=0)
    made.setLayout(row((words, 1), *ends, space=6))
    made.setAccessibleName(f"{name}. {told}")
    return made


def _dotted(look: Look, found: Row, name: str, told: str, tone: str, opens: Opens) -> QWidget:
    dots = Dots(look, f"{name}, {told}", len(found.full), len(found.hollow), tone)
    dots.clicked.connect(lambda: opens(f"{name}. {told}", (*found.full, *found.hollow)))
    return _row(look, name, told, dots)


def _ruled(look: Look, rows: list[QWidget], line: str) -> list[QWidget]:
    made: list[QWidget] = []
    for each in rows:
        made += [hairline(look, line), each] if made else [each]
    return made
