"""What a person has set: one JSON file, one dataclass, instant apply."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

FEELINGS = (
    "hopeful", "calm", "curious", "tense", "blank", "anxious", "embarrassed", "angry", "flat", "sad",
    "relieved it’s over",
)  # fmt: skip


_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "density": ("comfortable", "compact"),
    "group": ("outcome", "month", "company", "stage", "none"),
    "sort": ("", "at", "company", "title", "stage", "outcome", "lesson", "debrief"),
    "debrief": ("quick", "full"),
    "paper": ("", "A4", "Letter"),
}
_LISTED: dict[str, type] = {"columns": str, "feelings": str, "splitter": int}


@dataclass
class Preferences:
    """One field a setting. A field that cannot be read keeps its default."""

    theme: str = "system"  # system, light, dark
    text_scale: int = 100  # per cent, 90 to 150
    density: str = "comfortable"  # comfortable, compact
    language: str = ""  # empty: the system's
    group: str = "outcome"
    sort: str = ""
    descending: bool = False
    columns: list[str] = field(default_factory=lambda: ["stage", "date", "left", "mark"])
    search: int = 0  # the job search looked at; 0: all
    feelings: list[str] = field(default_factory=lambda: list(FEELINGS))
    debrief: str = "quick"  # quick, full: which one opens after an interview
    paper: str = ""  # A4, Letter; empty: the locale's
    geometry: str = ""
    splitter: list[int] = field(default_factory=list)
    sidebar: bool = True
    detail: bool = True


def load(path: Path) -> Preferences:
    """Read the settings; what is missing or of the wrong type keeps its default."""
    try:
        raw: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError) as error:
        log.info("settings could not be read, using defaults: %s", error)
        return Preferences()
    known = Preferences()
    if isinstance(raw, dict):
        for each in fields(Preferences):
            value = raw.get(each.name)
            if type(value) is type(getattr(known, each.name)) and _can_be(each.name, value):
                setattr(known, each.name, value)
    known.text_scale = min(150, max(90, known.text_scale))
    return known


def _can_be(name: str, value: Any) -> bool:
    """Whether this version knows such a value: a newer one may have written it, or a hand."""
    if name in _CHOICES:
        return value in _CHOICES[name]
    return name not in _LISTED or all(type(each) is _LISTED[name] for each in value)


def save(path: Path, preferences: Preferences) -> None:
    """Write beside, then replace, so that a cut in the middle leaves the old settings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(asdict(preferences), indent=2, ensure_ascii=False), encoding="utf-8")
    part.replace(path)
