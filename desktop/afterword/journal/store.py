"""The journal file: opened with the pragmas that lose nothing, migrated, checked, closed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from afterword.journal import index, records
from afterword.trouble import Trouble
from afterword.words import _

APPLICATION_ID = 0x41465457  # "AFTW"
OLDEST_SQLITE = (3, 51, 3)  # before it, a reset of the write-ahead log could corrupt the file
MIGRATIONS = Path(__file__).with_name("migrations")

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "wal_autocheckpoint": 200,
}


class _Database(APSWDatabase):
    """apsw refuses dates; they become ISO text on the way in."""

    def _connect(self) -> Any:
        connection = super()._connect()
        connection.convert_binding = lambda _cursor, _number, value: value.isoformat()
        return connection


class Journal:
    """One open journal, and the clock that everything in it is asked with."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self.clock = clock
        self.database = _Database(str(path), pragmas=PRAGMAS, autoconnect=False)
        records.bind(self.database)

    @property
    def connection(self) -> Any:
        """The apsw connection below peewee: for changesets, backup and the like."""
        return self.database.connection()

    @property
    def closed(self) -> bool:
        return bool(self.database.is_closed())

    def now(self) -> datetime:
        """The wall clock, to the second."""
        return self.clock().replace(microsecond=0)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask in SQL; for questions that paint many rows."""
        return list(self.connection.execute(sql, values))

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        for found in self.connection.execute(sql, values):
            return tuple(found)
        return None

    def close(self) -> None:
        if not self.database.is_closed():
            self.database.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.close()


def open_journal(
    path: Path, clock: Callable[[], datetime] = datetime.now, *, create: bool = True
) -> Journal:
    """Open, or make, the journal at `path`.

    Raises Trouble when the file is no journal, is damaged, was written by a newer Afterword, or cannot be written.
    """
    if tuple(map(int, apsw.sqlite_lib_version().split("."))) < OLDEST_SQLITE:  # pragma: no cover - the wheel is pinned
        raise Trouble(_("This program was built with a database library that is too old to be safe."))
    with real_errors(path):
        _refuse_what_is_no_journal(path, create)
        _peek(path)
        _for_its_owner_only(path)
    journal = Journal(path, clock)
    try:
        with real_errors(path):
            journal.database.connect()
            _migrate(journal, path)
    except BaseException:
        journal.close()
        raise
    return journal


def _refuse_what_is_no_journal(path: Path, create: bool) -> None:
    if path.is_dir():
        raise Trouble(_("{path} is a folder, not a journal.").format(path=path), _("Name a file."))
    if not path.exists():
        if not create:
            raise Trouble(_("There is no journal at {path}.").format(path=path), _("Check the name."))
        if not path.parent.is_dir():
            raise Trouble(_("The folder {path} does not exist.").format(path=path.parent), _("Make it first."))
        return
    with path.open("rb") as file:
        head = file.read(72)
    if head and not head.startswith(b"SQLite format 3\x00"):
        raise Trouble(
            _("{name} is not an Afterword journal.").format(name=path.name),
            _("It has not been changed. Open another file."),
        )
    if len(head) == 72 and head[68:72] not in (APPLICATION_ID.to_bytes(4, "big"), b"\0\0\0\0"):
        raise Trouble(
            _("{name} belongs to another program.").format(name=path.name), _("It has not been changed.")
        )


def _peek(path: Path) -> None:
    """Refuse a file that is not ours to open before a single byte of it could change.

    Immutable: the write-ahead log is not looked at, so what is asked here is asked again once it is open.
    """
    if not path.exists() or not path.stat().st_size:
        return
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(f"{path.resolve().as_uri()}?immutable=1", flags=flags)
    try:
        _applied(connection, path)
    finally:
        connection.close()


def _for_its_owner_only(path: Path) -> None:
    """Make the file if it is not there, for nobody else to read; the log beside it gets the same rights."""
    with contextlib.suppress(OSError):  # a place where nothing can be made, or another's file: opening says so
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(path.stat().st_mode & 0o700)


def _steps() -> set[str]:
    steps = {step.stem for step in MIGRATIONS.glob("[0-9]*.py")}
    if not steps:
        raise Trouble(_("The program's own files are incomplete."), _("Install Afterword again."))
    return steps


def _applied(connection: Any, path: Path) -> set[str]:
    """The steps this file has behind it. Raises Trouble when it is another program's, or a newer version's."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    history = next((name for name in sorted(tables) if "migration" in name), None)
    applied = {str(name) for (name,) in connection.execute(f'SELECT name FROM "{history}"')} if history else set()
    if not applied and tables - {"meta", history}:
        raise Trouble(_("{name} belongs to another program.").format(name=path.name), _("It has not been changed."))
    if applied - _steps():
        raise Trouble(
            _("This journal was written by a newer Afterword."),
            _("Install the newest version to open it. It has not been changed."),
        )
    return applied


def _migrate(journal: Journal, path: Path) -> None:
    db = journal.database
    applied = _applied(journal.connection, path)
    if _steps() - applied:
        from playhouse.migrations import Runner  # on first use: most openings have nothing to migrate

        if applied:
            _copy_aside(journal, path)
        Runner(db, str(MIGRATIONS)).up()
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        broken = journal.rows("PRAGMA foreign_key_check")
        if broken:
            raise Trouble(_("The journal could not be brought to this version."), _("A copy lies beside it."))
    if not index.ready(db):
        index.rebuild(db)


def _copy_aside(journal: Journal, path: Path) -> None:
    """A copy before a migration; by the database, since a plain copy can miss the newest words."""
    copy = path.with_name(f"{path.stem} before {journal.now():%Y-%m-%d %H.%M.%S}{path.suffix}")
    _for_its_owner_only(copy)
    journal.connection.execute("VACUUM INTO ?", (str(copy),))


def check(journal: Journal) -> list[str]:
    """What is wrong with the file: sentences, none when all is well."""
    wrong = [str(row[0]) for row in journal.rows("PRAGMA quick_check") if row[0] != "ok"]
    wrong += [f"{row[0]}: row {row[1]} points to nothing" for row in journal.rows("PRAGMA foreign_key_check")]
    mismatch = journal.row(
        "SELECT count(*) FROM application a WHERE a.deleted_at IS NULL AND a.status IS NOT "
        "(SELECT e.to_status FROM event e WHERE e.application_id = a.id AND e.to_status IS NOT NULL "
        "ORDER BY e.id DESC LIMIT 1)"
    )
    if mismatch and mismatch[0]:
        wrong.append(f"{mismatch[0]} applications whose status is not their last event")
    return wrong


def can_encrypt(path: Path) -> bool:
    """Whether this database library encrypts: makes a locked file, and fails to read it without the key."""
    locked = apsw.Connection(str(path))
    locked.pragma("key", "a passphrase")
    locked.execute("CREATE TABLE secret (word TEXT)")
    locked.close()
    try:
        apsw.Connection(str(path)).execute("SELECT * FROM secret").fetchall()
    except apsw.NotADBError:
        return True
    return False


@contextlib.contextmanager
def real_errors(path: Path) -> Iterator[None]:
    """Turn what the database says about disks, locks and damage into Trouble."""
    try:
        yield
    except Trouble:
        raise
    except Exception as error:
        chain = []
        each: BaseException | None = error
        while each is not None:
            chain.append(each)
            each = each.__cause__ or each.__context__
        for found in chain:
            trouble = _as_trouble(found, path)
            if trouble is not None:
                raise trouble from error
        raise


def _as_trouble(error: BaseException, path: Path) -> Trouble | None:
    kind = type(error)
    if kind is PermissionError:
        return Trouble(_("{path} cannot be read.").format(path=path), _("Check that you may open it."))
    if kind is apsw.FullError:
        return Trouble(_("The disk is full."), _("Your text is still here. Make some room, then save again."))
    if kind in (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError):
        return Trouble(
            _("{path} cannot be written.").format(path=path),
            _("Check that the folder exists and that you may write in it."),
        )
    if kind in (apsw.BusyError, apsw.LockedError):
        return Trouble(_("Another program is using this journal."), _("Close it there, then try again."))
    if kind in (apsw.CorruptError, apsw.NotADBError):
        return Trouble(
            _("{name} is damaged, or is not an Afterword journal.").format(name=path.name),
            _("It has not been changed."),
        )
    if kind is apsw.IOError:
        return Trouble(_("The disk did not answer."), _("Your text is still here. Try again."))
    return None
