"""What is asked in a reflection: sets of prompts, kept as data, each with a number of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword import places

FOLDER = "prompts"  # in the bundled resources
WORDS = "words-1"  # two sentences for when words do not come


@dataclass(frozen=True)
class Prompt:
    """One question to the person. `text` and `hint` are translated when they are shown."""

    key: str
    text: str
    hint: str = ""
    part: str = ""


@dataclass(frozen=True)
class PromptSet:
    """The prompts of one kind of reflection, as they were asked under this id."""

    id: str
    kind: str
    title: str
    intro: str
    prompts: tuple[Prompt, ...]
    version: int = 1

    def part(self, name: str) -> tuple[Prompt, ...]:
        """The prompts of one part, in order."""
        return tuple(prompt for prompt in self.prompts if prompt.part == name)


def load(folder: Path, language: str = "") -> dict[str, PromptSet]:
    """Every set by its id, from `folder`/en.toml; a file of another language replaces the sets it has."""
    sets = _read(folder / "en.toml")
    own = folder / f"{language}.toml"
    if language and language != "en" and own.is_file():
        sets |= _read(own)
    return sets


def newest(sets: dict[str, PromptSet], kind: str) -> PromptSet:
    """The set that is asked now for this kind of reflection."""
    return max((each for each in sets.values() if each.kind == kind), key=lambda each: each.version)


def newest_id(kind: str) -> str:
    """The id of the set that is asked now, by the bundled files."""
    return newest(load(places.resources() / FOLDER), kind).id


def _read(file: Path) -> dict[str, PromptSet]:
    import tomllib  # on first use: starting needs no prompts

    found: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {each["id"]: _set(each) for each in found["set"]}


def _set(each: dict[str, Any]) -> PromptSet:
    prompts = tuple(
        Prompt(prompt["key"], prompt["text"], prompt.get("hint", ""), prompt.get("part", ""))
        for prompt in each.get("prompt", ())
    )
    return PromptSet(each["id"], each["kind"], each["title"], each.get("intro", ""), prompts, each["version"])
