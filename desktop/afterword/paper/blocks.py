"""What a printed page is made of: frozen blocks, each kept whole on paper, each able to say its words in order.

Blocks, not HTML: a rich text document cannot keep a block whole over a page break, and text from
elsewhere must never be read as markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.words import N_, _

MARKS = {"good": N_("went well"), "ok": N_("all right"), "stuck": N_("got stuck")}


@dataclass(frozen=True)
class Include:
    """What a person wants on the paper besides the rest."""

    feelings: bool = True
    names: bool = True  # the people met
    letters: bool = False  # their emails, word for word
    salary: bool = False
    debriefs: bool = False  # in the whole search: every debrief in full


class Block:
    """One thing on the page."""

    def words(self) -> Iterator[str]:
        """The printed text, in reading order."""
        yield from ()


@dataclass(frozen=True)
class Title(Block):
    """The name of what is printed, once, at its top."""

    text: str

    def words(self) -> Iterator[str]:
        yield self.text


@dataclass(frozen=True)
class Line(Block):
    """A paragraph in the program's voice."""

    text: str
    tone: str = "soft"  # "", soft, faint, taught, confirmed

    def words(self) -> Iterator[str]:
        yield self.text


@dataclass(frozen=True)
class Milestone:
    """A stop on the road; `span` stands on the dashed line before it."""

    label: str
    day: str
    offset: int  # days since the first stop
    tone: str = ""
    span: str = ""
    waited: bool = False


@dataclass(frozen=True)
class Road(Block):
    """The stages of one application, drawn to scale."""

    stops: tuple[Milestone, ...]

    def words(self) -> Iterator[str]:
        for stop in self.stops:
            yield from (text for text in (stop.span, stop.label, stop.day) if text)


@dataclass(frozen=True)
class Quote(Block):
    """A person's own words that matter most, with a bar beside them."""

    heading: str
    text: str
    tone: str = "taught"  # taught, confirmed, quiet
    large: bool = True

    def words(self) -> Iterator[str]:
        yield self.heading
        yield self.text


@dataclass(frozen=True)
class Heading(Block):
    """Stays with what follows. `legend`: the marks explained at the right."""

    text: str
    tone: str = ""
    legend: tuple[str, ...] = ()  # keys of MARKS

    def words(self) -> Iterator[str]:
        yield self.text
        yield from (_(MARKS[mark]) for mark in self.legend)


@dataclass(frozen=True)
class Question(Block):
    """What was asked, and what was answered beside what would be answered now."""

    mark: str  # good, ok, stuck, or empty
    text: str
    note: str = ""
    said: str = ""
    now: str = ""
    brief: bool = False  # only what would be said now, without its label

    def answers(self) -> list[tuple[str, str]]:
        """Label and text of each answer there is."""
        if self.brief:
            return [("", self.now)] if self.now else []
        both = ((_("What I said"), self.said), (_("What I would say now"), self.now))
        return [(label, text) for label, text in both if text.strip()]

    def words(self) -> Iterator[str]:
        yield self.text
        if self.note:
            yield self.note
        for label, text in self.answers():
            yield from (each for each in (label, text) if each)


@dataclass(frozen=True)
class Pairs(Block):
    """A label and its value on each line."""

    rows: tuple[tuple[str, str], ...]

    def words(self) -> Iterator[str]:
        for row in self.rows:
            yield from row


@dataclass(frozen=True)
class Prose(Block):
    """What a person wrote (serif), or what was written to them (sans), under a small label."""

    label: str
    text: str
    mine: bool = True

    def words(self) -> Iterator[str]:
        if self.label:
            yield self.label
        yield self.text


@dataclass(frozen=True)
class Columns(Block):
    """Two short stacks of blocks side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]

    def words(self) -> Iterator[str]:
        for block in (*self.left, *self.right):
            yield from block.words()


@dataclass(frozen=True)
class Numbered(Block):
    """A sentence to remember, with where it comes from."""

    number: int
    text: str
    source: str = ""

    def words(self) -> Iterator[str]:
        yield str(self.number)
        yield self.text
        if self.source:
            yield self.source


@dataclass(frozen=True)
class Figures(Block):
    """The numbers on the cover, each over what it counts."""

    numbers: tuple[tuple[str, str], ...]

    def words(self) -> Iterator[str]:
        for number, label in self.numbers:
            yield number
            yield label


@dataclass(frozen=True)
class TableLine(Block):
    """One interview in one line: day, company over role and stage, what it left, and the outcome."""

    day: str
    name: str
    detail: str
    lesson: str
    outcome: str
    tone: str = ""

    def words(self) -> Iterator[str]:
        yield from (each for each in (self.day, self.name, self.detail, self.lesson, self.outcome) if each)


@dataclass(frozen=True)
class Ruled(Block):
    """Lines to write on by hand: as many as the page has room for, never a page more."""

    lines: int


@dataclass(frozen=True)
class NewPage(Block):
    """What follows starts on a page of its own."""


@dataclass(frozen=True)
class Document:
    """One printed thing. `empty`: there is nothing of the person's own on it yet."""

    title: str
    blocks: tuple[Block, ...]
    footer: str
    empty: bool = False
    file_name: str = ""  # without ending, safe on every system; empty: made from the title


def tidy(text: str) -> str:
    """Text as it can be printed: one kind of line end, composed accents, no control characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", "    ")
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cs") and each != "\n" else each for each in text)


def plain(document: Document) -> str:
    """All printed words in reading order, without what stands on the margins of each page."""
    return "\n".join(tidy(text) for block in document.blocks for text in block.words())
