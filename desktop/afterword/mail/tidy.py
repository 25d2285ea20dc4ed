"""Text as it is kept: one kind of line end, nothing invisible, paragraphs not broken at column 72."""

from __future__ import annotations

import re

LIMIT = 1024 * 1024  # characters of text that are kept

# Zero-width characters, soft hyphens, bidi controls, byte order marks, and controls but tab and line feed.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")


def tidy(text: str) -> str:
    """Invisible characters out, odd spaces made plain, never more than two blank lines, at most 1 MB."""
    text = text[: 2 * LIMIT].replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x0c\x85\u2028\u2029]", "\n", text)
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text))
    text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates become question marks
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip("\n")[:LIMIT]


def one_line(text: str) -> str:
    """A header or a name, without anything invisible."""
    return re.sub(r"\s+", " ", tidy(text[:8192])).strip()


def unflow(text: str, delete_space: bool = False) -> str:
    """format=flowed (RFC 3676) with its soft line ends taken out."""
    out: list[str] = []
    open_depth = -1  # quote depth of the line that flows on, -1 when none does
    for raw in text.replace("\r\n", "\n").split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:]
        line = line[1:] if line.startswith(" ") else line
        flows = line.endswith(" ") and line != "-- "
        if flows and delete_space:
            line = line[:-1]
        if out and depth == open_depth and line != "-- ":
            out[-1] += line
        else:
            out.append((">" * depth + " " if depth else "") + line)
        open_depth = depth if flows else -1
    return "\n".join(out)


def unwrap(text: str) -> str:
    """Hard-wrapped paragraphs joined: only where the next line's first word would not have fitted."""
    lines = text.split("\n")
    width = max((len(line) for line in lines if len(line) <= 80), default=0)
    if width < 50 or sum(len(line) > 110 for line in lines) > len(lines) // 4:
        return text
    out: list[str] = []
    previous = ""
    for line in lines:
        first = line.split(" ", 1)[0]
        goes_on = 45 <= len(previous) <= 80 and len(previous) + 1 + len(first) > width - 4
        if out and goes_on and line and line[:1] not in " >-*•|=_#+" and not previous.startswith(">"):
            out[-1] += " " + line
        else:
            out.append(line)
        previous = line
    return "\n".join(out)
