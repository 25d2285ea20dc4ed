"""Opening a journal: ours opens whole, everything else is refused in words and stays as it is."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from afterword.journal import applications, rows, store
from afterword.journal.change import Changes
from afterword.journal.store import open_journal
from afterword.trouble import Trouble

JOURNALS = Path(__file__).resolve().parent.parent / "journals"
DESKTOP = Path(store.__file__).resolve().parents[2]


def filled(path: Path) -> Path:
    with open_journal(path) as journal:
        changes = Changes(journal)
        for number in range(60):
            changes.do(applications.add, f"Company {number}", notes="A few words. " * 40)
    return path


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("pattern") / "mine.afterword")


@pytest.fixture
def mine(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(pattern, tmp_path / "mine.afterword"))


def refused(path: Path, **options: bool) -> Trouble:
    """Open it, expecting words; and not one byte changed, not one file beside it."""
    before = path.read_bytes() if path.is_file() else b""
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(Trouble) as found:
        open_journal(path, **options)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert (sorted(path.parent.iterdir()) if path.parent.is_dir() else []) == beside
    assert found.value.sentence and found.value.remedy
    return found.value


@contextlib.contextmanager
def a_plain_user(mode: int = 0o777) -> Iterator[Path]:
    """A folder, and no rights beyond those of its files: root may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(mode)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o777)


def test_a_new_journal_is_whole_and_opens_again(tmp_path):
    path = filled(tmp_path / "mine.afterword")
    assert path.read_bytes()[68:72] == b"AFTW"
    with open_journal(path) as journal:
        assert len(rows.order(journal).ids) == 60
        assert store.check(journal) == []


@pytest.mark.parametrize("journal", sorted(JOURNALS.glob("*.afterword")), ids=lambda path: path.stem)
def test_every_journal_ever_released_opens(journal, tmp_path):
    path = Path(shutil.copy(journal, tmp_path))
    with open_journal(path) as opened:
        assert store.check(opened) == []
        found = rows.order(opened)
        assert sum(group.count for group in found.groups) == len(found.ids) > 0
        assert len(rows.page(opened, found.ids)) == len(found.ids)


def test_there_is_a_released_journal():
    assert (JOURNALS / "first.afterword").is_file()


def test_an_empty_file_becomes_a_journal(tmp_path):
    path = tmp_path / "mine.afterword"
    path.touch()
    with open_journal(path) as journal:
        assert store.check(journal) == []


def test_a_folder_is_no_journal(tmp_path):
    assert "folder" in refused(tmp_path).sentence


def test_nothing_there(tmp_path):
    assert "no journal" in refused(tmp_path / "mine.afterword", create=False).sentence
    assert "does not exist" in refused(tmp_path / "nowhere" / "mine.afterword").sentence


def test_a_text_file_is_no_journal(tmp_path):
    path = tmp_path / "mine.afterword"
    path.write_text("Dear diary, " * 50)
    assert "not an Afterword journal" in refused(path).sentence


@pytest.mark.parametrize("application_id", [0, 77])
def test_another_programs_database_is_left_alone(tmp_path, application_id):
    path = tmp_path / "recipes.db"
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA application_id = {application_id}; CREATE TABLE recipe (name)")
    connection.close()
    assert "another program" in refused(path).sentence


def test_a_newer_journal_is_left_alone(mine):
    connection = apsw.Connection(str(mine))
    (table,) = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%migration%'").fetchone()
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    row = dict(zip(columns, connection.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    row |= {"name": "9999_later"} | ({"id": 9999} if "id" in row else {})
    connection.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", tuple(row.values()))
    connection.close()
    assert "newer" in refused(mine).sentence


def test_a_truncated_journal_is_refused(mine):
    mine.write_bytes(mine.read_bytes()[:6000])
    assert "damaged" in refused(mine).sentence


@pytest.mark.parametrize("at", [100, 4096, 8192])
def test_a_damaged_journal_never_crashes(mine, at):
    data = bytearray(mine.read_bytes())
    data[at : at + 4000] = b"\xa5" * 4000
    mine.write_bytes(data)
    try:
        with open_journal(mine) as journal:
            assert store.check(journal), "damage that nobody notices"
    except Trouble as trouble:
        assert trouble.sentence


def test_a_journal_nobody_may_read():
    with a_plain_user() as folder:
        path = filled(folder / "mine.afterword")
        path.chmod(0)
        with pytest.raises(Trouble, match=r"cannot be read"):
            open_journal(path)
        path.chmod(0o600)


def test_a_folder_nobody_may_write_in():
    with a_plain_user(0o555) as folder, pytest.raises(Trouble, match="cannot be written"):
        open_journal(folder / "mine.afterword")


def test_a_journal_nobody_may_write():
    with a_plain_user() as folder:
        path = filled(folder / "mine.afterword")
        before = path.read_bytes()
        path.chmod(0o444)
        with pytest.raises(Trouble, match="cannot be written"), open_journal(path) as journal:
            Changes(journal).do(applications.add, "Halden Bank")
        assert path.read_bytes() == before
        path.chmod(0o600)


def test_nothing_that_was_done_is_lost_when_the_program_is_killed(tmp_path):
    path = tmp_path / "mine.afterword"
    program = (
        "import os, sys; from pathlib import Path\n"
        "from afterword.journal import applications; from afterword.journal.change import Changes\n"
        "from afterword.journal.store import open_journal\n"
        f"changes = Changes(open_journal(Path({str(path)!r})))\n"
        "for n in range(20): changes.do(applications.add, f'Company {n}')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(DESKTOP)}, check=False)
    assert ended.returncode == -9
    with open_journal(path) as journal:
        assert len(rows.order(journal).ids) == 20
        assert store.check(journal) == []


def test_nobody_else_may_read_a_journal(tmp_path):
    path = tmp_path / "mine.afterword"
    with open_journal(path) as journal:
        Changes(journal).do(applications.add, "Halden Bank")
        if os.name == "posix":
            assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}
    path.chmod(0o644)  # as an earlier version made it
    with open_journal(path) as journal:
        assert len(rows.order(journal).ids) == 1
        if os.name == "posix":
            assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_what_is_said_of_one_journal_never_goes_into_another_that_was_opened_meanwhile(tmp_path):
    with open_journal(tmp_path / "mine.afterword") as mine:
        changes = Changes(mine)
        changes.do(applications.add, "Halden Bank")
        with open_journal(tmp_path / "sample.afterword") as sample:
            changes.do(applications.add, "Tessera Maps")
            assert len(rows.order(sample).ids) == 0
        changes.do(applications.add, "Quayside Analytics")
        assert len(rows.order(mine).ids) == 3
