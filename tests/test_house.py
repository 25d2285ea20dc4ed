"""The rules of the house that no linter checks, read from the source itself."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

import afterword
from afterword.journal import store

HOUSE = Path(__file__).resolve().parents[1]
PROGRAM = HOUSE / "desktop" / "afterword"
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
NO_ROOM = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "controller", "misc"}
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "requests", "httpx", "aiohttp",
    "webbrowser",
}  # fmt: skip
QT_NETWORK = {"QLocalServer", "QLocalSocket"}  # between windows on one computer; nothing else of QtNetwork
SHOUTING = re.compile("[!\u2014]")


@dataclass(frozen=True)
class Module:
    """One file of the program, read and parsed."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Where to look: file and line."""
        return f"{self.path.relative_to(HOUSE)}:{getattr(node, 'lineno', 1)}"

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call, with its name as written: `_`, `dialog.exec`, `QMessageBox.question`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def imports(self) -> Iterator[tuple[str, ast.stmt]]:
        """Every name imported, in full: `PySide6.QtNetwork.QLocalServer`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def _parse(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path, text, ast.parse(text))


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    found = [_parse(path) for path in sorted(PROGRAM.rglob("*.py"))]
    assert len(found) > 10
    return found


def test_no_file_is_longer_than_anyone_wants_to_read(modules: list[Module]) -> None:
    lines = {module.at(module.tree): module.text.count("\n") for module in modules}
    long = [f"{where}: {count} lines" for where, count in lines.items() if count > LONGEST_FILE]
    assert not long, "\n".join(long)


def test_no_function_is_longer_than_a_screen(modules: list[Module]) -> None:
    long = []
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{module.at(node)} {node.name}: {lines} lines")
    assert not long, "\n".join(long)


def _is_a_list(node: ast.ClassDef) -> bool:
    """A record's fields, an enumeration's values, say what it is."""
    return any(ast.unparse(base) in ("Record", "Term", "StrEnum", "IntEnum", "Enum") for base in node.bases)


def test_every_module_and_public_class_says_what_it_is(modules: list[Module]) -> None:
    silent = [module.at(module.tree) for module in modules if not ast.get_docstring(module.tree)]
    for module in modules:
        for node in module.tree.body:
            public = isinstance(node, ast.ClassDef) and not node.name.startswith("_")
            if public and not _is_a_list(node) and not ast.get_docstring(node):
                silent.append(f"{module.at(node)} {node.name}")
    assert not silent, "\n".join(silent)


def test_no_drawer_for_things_without_a_room() -> None:
    drawers = [path for path in PROGRAM.rglob("*") if path.stem.lower() in NO_ROOM]
    assert drawers == []


def test_every_folder_of_the_program_is_a_package() -> None:
    folders = sorted({path.parent for path in PROGRAM.rglob("*.py")})
    bare = [str(folder.relative_to(HOUSE)) for folder in folders if not (folder / "__init__.py").is_file()]
    assert not bare, "\n".join(bare)


def test_no_dialog_stops_the_world(modules: list[Module]) -> None:
    stops = []
    for module in modules:
        for name, call in module.calls():
            owner, _dot, last = name.rpartition(".")
            loops = last in ("exec", "exec_") and owner.rpartition(".")[2] not in ("application", "app")
            static = owner.endswith(("QMessageBox", "QInputDialog", "QFileDialog")) and not last.startswith("set")
            if loops or static or last == "processEvents":
                stops.append(f"{module.at(call)} {name}")
    assert not stops, "\n".join(stops)


def test_the_program_knows_no_network(modules: list[Module]) -> None:
    abroad = []
    for module in modules:
        for name, node in module.imports():
            python = any(name == each or name.startswith(each + ".") for each in NETWORK)
            qt = name.startswith("PySide6.QtNetwork") and name.rpartition(".")[2] not in QT_NETWORK
            if python or qt:
                abroad.append(f"{module.at(node)} {name}")
    assert not abroad, "\n".join(abroad)


def _spoken(module: Module) -> Iterator[tuple[ast.Call, str]]:
    for name, call in module.calls():
        if name.rpartition(".")[2] in ("_", "N_", "n_"):
            for argument in call.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield call, argument.value


def test_nothing_said_to_people_shouts(modules: list[Module]) -> None:
    spoken = [(module.at(call), text) for module in modules for call, text in _spoken(module)]
    assert len(spoken) > 50
    loud = [f"{where} {text}" for where, text in spoken if SHOUTING.search(text)]
    assert not loud, "\n".join(loud)


def test_what_is_translated_is_a_plain_text(modules: list[Module]) -> None:
    """An f-string cannot be looked up in a catalogue: it would stay English for ever."""
    glued = []
    for module in modules:
        for name, call in module.calls():
            if name in ("_", "N_", "n_") and any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in call.args[:2]):
                glued.append(module.at(call))
    assert not glued, "\n".join(glued)


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == afterword.__version__
    assert f"## [{afterword.__version__}]" in (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8") or (
        "## [Unreleased]" in (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8")
    )


LOCKS = sorted((HOUSE / "packaging").glob("*.lock"))
PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*==[0-9][0-9a-z.]*( ; [a-z_]+ [!=<>]+ '[A-Za-z0-9_.]+')?( and .*)? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_names_versions_and_hashes_only(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not (PINNED.fullmatch(line) or HASH.fullmatch(line))]
    assert lines
    assert strange == []


def test_what_the_program_needs_is_pinned() -> None:
    assert [lock.name for lock in LOCKS] == ["requirements-build.lock", "requirements-dev.lock", "requirements.lock"]
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", LOCKS[-1].read_text(encoding="utf-8"), re.MULTILINE))
    wanted = {re.split("[~>=<]", each)[0].lower() for each in project["dependencies"]}
    assert wanted <= pinned


def test_qt_gives_back_every_none_it_borrows(qapp: object) -> None:
    """PySide6 6.12.0 lost one reference in each call that returns nothing, and aborted after some 5,000 of them."""
    from PySide6.QtCore import QTimer

    timer = QTimer()
    before = sys.getrefcount(None)
    for interval in range(20_000):
        timer.setInterval(interval)
    assert abs(sys.getrefcount(None) - before) < 1_000
    assert timer.interval() == 19_999


def test_the_database_is_new_enough_to_lose_nothing() -> None:
    assert tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) >= store.OLDEST_SQLITE
