"""The invented letters that reading is measured by: loaded, made into messages, split by a fixed rule."""

from __future__ import annotations

import hashlib
import html
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "corpus"
NEWS = ("no", "yes", "neither")
FACTS = ("company", "role", "person", "number", "place", "work_mode", "meeting", "said", "reason")


@dataclass(frozen=True)
class Case:
    """One letter of the corpus, and what is true of it."""

    id: str
    language: str
    kind: str
    right: tuple[str, ...]  # every kind that is right
    news: str
    text: str
    subject: str = ""
    sender: str = ""
    sent: str = ""
    html: bool = False
    trap: int = 0
    turn: str = ""
    also: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def reported(self) -> bool:
        """Whether it is only reported, never tuned on."""
        return int(hashlib.sha256(self.id.encode()).hexdigest()[0], 16) % 2 == 1

    def raw(self) -> bytes:
        """The letter as it would travel."""
        message = EmailMessage()
        message["From"] = self.sender or "news@fernhill.example"
        message["To"] = "sam@home.example"
        message["Subject"] = self.subject
        message["Date"] = format_datetime(datetime.fromisoformat(self.sent or "2025-04-01T10:00:00+02:00"))
        message["Message-ID"] = f"<{self.id}@corpus.example>"
        if self.html:
            message.set_content(_as_html(self.text), subtype="html")
        else:
            message.set_content(self.text)
        return bytes(message)


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every letter, in a fixed order. Raises ValueError for one that does not say what it is."""
    for file in sorted(folder.glob("*/*.toml")):
        for each in tomllib.loads(file.read_text(encoding="utf-8")).get("letter", []):
            yield _case(each, file)


def _case(each: dict[str, Any], file: Path) -> Case:
    missing = [name for name in ("id", "kind", "news", "text") if not each.get(name)]
    if missing or each["news"] not in NEWS:
        raise ValueError(f"{file}: {each.get('id', 'a letter')}: {', '.join(missing) or 'news'}")
    facts = {name: each[name] for name in (*FACTS, "money", "dates") if each.get(name)}
    return Case(
        id=each["id"], language=file.parent.name, kind=each["kind"], right=tuple(each.get("right", [each["kind"]])),
        news=each["news"], text=each["text"], subject=each.get("subject", ""), sender=each.get("from", ""),
        sent=str(each.get("sent", "")), html=bool(each.get("html")), trap=int(each.get("trap", 0)),
        turn=each.get("turn", ""), also=tuple(each.get("also", [])), facts=facts,
    )  # fmt: skip


def _as_html(text: str) -> str:
    paragraphs = "".join(
        f"<p>{html.escape(each).replace(chr(10), '<br>')}</p>" for each in text.strip().split("\n\n")
    )
    return f"<html><head><style>p {{ margin: 0 0 1em }}</style></head><body><div>{paragraphs}</div></body></html>"
