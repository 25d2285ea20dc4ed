"""How letters word what they state, read from data files: a language is a file in resources/facts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Names as they are written: words with capitals, with a few small words between.
_ROLE = (
    r"(?P<role>[A-ZÀ-Þ][\w+#.'’-]*(?:[&/][A-Z][\w+#.-]*)*(?:(?:,? (?:of|and|for|in|to|the|&|-|–|/|\||de) |, |[ /]| ?\()"
    r"(?:[A-Z0-9][\w+#'’.-]*(?:[&/][A-Z][\w+#.-]*)*|\([\w/ .-]{1,20}\))\)?){0,7})"
)
_SMALL_ROLE = r"(?P<role>[a-z][\w+#/-]+(?: (?:of |and )?[A-Za-z][\w+#/-]+){0,3})"
_COMPANY = (
    r"(?P<company>(?:[A-ZÀ-Þ0-9][\w&'’+-]*(?:\.[a-z]{2,4}\b)?|[a-z]+[A-Z]\w*)"
    r"(?:(?: (?:of|and|the|&|de|for) | |-|&)(?:[A-ZÀ-Þ0-9&][\w&'’+-]*))"
    r"{0,4}(?:,? (?:Inc|Ltd|LLC|GmbH|AG|SE|SA|SAS|BV|Corp|Co|PLC|plc|Limited)\b\.?)?)"
)


@dataclass(frozen=True)
class Words:
    """The wording of one language."""

    language: str
    named: tuple[re.Pattern[str], ...] = field(repr=False)  # with groups "role" and "company", in order of trust


def load(folder: Path) -> tuple[Words, ...]:
    """Every <language>.toml of a folder; a language that has none states nothing that we could read."""
    files = sorted(folder.glob("*.toml"))
    return tuple(_words(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)


def _words(language: str, told: dict[str, Any]) -> Words:
    return Words(language, tuple(_shaped(each) for each in told.get("named", ())))


def _shaped(say: str) -> re.Pattern[str]:
    return re.compile(say.replace("{R}", _ROLE).replace("{r}", _SMALL_ROLE).replace("{C}", _COMPANY))
