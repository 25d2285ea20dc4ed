"""The same content as Markdown: PDFs made here carry no tags, so this is what a screen reader reads best."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from afterword.paper import blocks
from afterword.paper.blocks import MARKS, Block, Document, tidy
from afterword.words import _

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST_START = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")


def markdown(document: Document) -> str:
    """The document as Markdown, ending with its footer."""
    parts = [part for block in document.blocks if (part := _of(block))]
    parts += ["---", escape(document.footer)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text of a person, so that no sign in it is read as markup."""
    text = _SIGNS.sub(r"\\\1", tidy(text).strip())
    return _LIST_START.sub(_stop_list, text)


def _stop_list(found: re.Match[str]) -> str:
    # "1." starts a list, and "1\." does not; "-" needs the backslash before it.
    start = found.group(2)
    return f"{found.group(1)}{start}\\" if start.isdigit() else f"{found.group(1)}\\{start}"


def _lines(text: str, before: str = "") -> str:
    """Line breaks are kept: two blanks at the end of each line."""
    lines = escape(text).split("\n")
    return "\n".join(f"{before}{line.rstrip()}  " if line.strip() else before.rstrip() for line in lines).rstrip()


def _of(block: Block) -> str:
    write = _WRITERS.get(type(block))
    return write(block) if write else ""


def _road(block: blocks.Road) -> str:
    return "\n".join(
        f"- {escape(stop.day)}: {escape(stop.label)}" + (f" ({escape(stop.span)})" if stop.span else "")
        for stop in block.stops
    )


def _quote(block: blocks.Quote) -> str:
    return f"## {escape(block.heading)}\n\n{_lines(block.text, '> ')}"


def _question(block: blocks.Question) -> str:
    mark = f" ({_(MARKS[block.mark])})" if block.mark in MARKS else ""
    parts = [f"### {_one(block.text)}{mark}"]
    if block.note:
        parts.append(f"*{_one(block.note)}*")
    for label, text in block.answers():
        parts += ([f"**{escape(label)}**"] if label else []) + [_lines(text, "> ")]
    return "\n\n".join(parts)


def _one(text: str) -> str:
    """On one line: headings, list items and cells end at the first line break."""
    return " ".join(escape(text).split())


def _pairs(block: blocks.Pairs) -> str:
    return "\n".join(f"- {_one(label)}: {_one(value)}" for label, value in block.rows)


def _prose(block: blocks.Prose) -> str:
    label = f"**{_one(block.label)}**\n\n" if block.label else ""
    return f"{label}{_lines(block.text, '> ' if block.mine else '')}"


def _columns(block: blocks.Columns) -> str:
    return "\n\n".join(part for each in (*block.left, *block.right) if (part := _of(each)))


def _numbered(block: blocks.Numbered) -> str:
    return f"{block.number}. {_one(block.text)}" + (f"  \n   {_one(block.source)}" if block.source else "")


def _figures(block: blocks.Figures) -> str:
    return "\n".join(f"- {_one(label)}: {_one(number)}" for number, label in block.numbers)


def _table_line(block: blocks.TableLine) -> str:
    head = ", ".join(_one(each) for each in (block.day, block.name, block.detail, block.outcome) if each)
    return f"- {head}" + (f"  \n  {_one(block.lesson)}" if block.lesson else "")


_WRITERS: dict[type[Block], Callable[[Any], str]] = {
    blocks.Title: lambda block: f"# {_one(block.text)}",
    blocks.Line: lambda block: _lines(block.text),
    blocks.Road: _road,
    blocks.Quote: _quote,
    blocks.Heading: lambda block: f"## {_one(block.text)}",
    blocks.Question: _question,
    blocks.Pairs: _pairs,
    blocks.Prose: _prose,
    blocks.Columns: _columns,
    blocks.Numbered: _numbered,
    blocks.Figures: _figures,
    blocks.TableLine: _table_line,
}
