"""Names for files that came from outside: no way out of a folder, nothing invisible, nothing a system reserves."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120  # characters; leaves room for a folder on every file system

_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Categories that show nothing or turn the reading direction: control, format, surrogate, private, unassigned.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(name: str, instead: str = "file") -> str:
    """The last part of `name` in a form that every system can keep, never empty; `instead` when nothing is left."""
    last = re.split(r"[/\\]", name[:4096])[-1]
    seen = "".join(" " if c.isspace() else c for c in last if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    plain = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", seen))
    plain = re.sub(r"\s+", " ", plain).strip(" .").lstrip("~-")
    plain = _short(plain.strip(" ."))
    if not plain.strip("_ ."):
        return instead
    stem = plain.split(".", 1)[0].strip()
    return f"_{plain}" if _RESERVED.fullmatch(stem) else plain


def _short(name: str) -> str:
    """Cut in the middle, so that the ending stays; counted in bytes too, as file systems do."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 12:
        stem, dot, ending = name, "", ""
    while len(stem) + len(dot + ending) > LONGEST or len((stem + dot + ending).encode()) > 2 * LONGEST:
        stem = stem[:-1]
    return stem.rstrip(" .") + dot + ending
