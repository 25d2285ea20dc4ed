"""What the documents show exists: commands, options, files, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from afterword import cli

HOUSE = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
MADE = ("build/", ".venv/")  # appear when a command runs
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def _read(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def _code(text: str) -> list[str]:
    """Every piece of code shown, line by line."""
    return [line.strip() for block, inline in CODE.findall(text) for line in (block or inline).splitlines()]


def _help(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        cli.main([*arguments, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


def test_the_readme_opens_with_the_two_commands() -> None:
    first = _code(_read("README.md"))[:2]
    assert _read("README.md").startswith("```")
    assert [line.split("#")[0].strip() for line in first] == ["make run", "make test"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_shown_is_there(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):(?!=)", _read("Makefile"), re.MULTILINE))
    shown = {name for line in _code(_read(document)) for name in re.findall(r"\bmake ([a-z-]+)", line)}
    assert shown
    assert shown <= targets


def test_make_help_names_every_command_for_people() -> None:
    makefile = _read("Makefile")
    shown = {name for line in _code(_read("README.md")) for name in re.findall(r"\bmake ([a-z-]+)", line)}
    assert {name for name in shown if f'"make {name} ' not in makefile} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_shown_is_there(document: str) -> None:
    text = _read(document)
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    paths = [line for line in _code(text) if re.fullmatch(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]*)+", line)]
    rooms = [HOUSE, HOUSE / "desktop" / "afterword"]
    missing = [
        path
        for path in (*links, *paths)
        if not path.startswith(MADE) and not any((room / path).exists() for room in rooms)
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_afterword_command_shown_is_there(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in _code(_read(document)):
        if not line.startswith("afterword "):
            continue
        words = line.split()[1:]
        command = words[0] if words[0].isalpha() and words[0].islower() else ""
        assert not command or command in cli.COMMANDS, line
        known = _help(capsys, *([command] if command else []))
        for option in (word for word in words if word.startswith("--")):
            assert re.search(rf"{option}\b", known), f"{line}: {option}"


def test_every_command_there_is_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    readme, opening = _code(_read("README.md")), _help(capsys)
    for command in cli.COMMANDS:
        assert any(line.startswith(f"afterword {command}") for line in readme), command
        assert re.search(rf"\b{command}\b", opening), command
        assert "--journal" in _help(capsys, command), command


def test_the_manual_page_knows_every_command() -> None:
    manual = _read("packaging/linux/afterword.1")
    for command in cli.COMMANDS:
        assert f"afterword {command}" in manual and f".B {command}\n" in manual, command
