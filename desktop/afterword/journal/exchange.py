"""A whole journal as plain values, and back: everything, so that nothing is lost on the way.

The form is described in docs/journal.md. Keys are text, since 63 bits do not survive every reader of JSON; bytes are
base64. What was deleted is in it too: the trash is part of a journal.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import apsw

from afterword.journal import rounds, sealing
from afterword.journal.change import verb
from afterword.journal.keys import new_key
from afterword.journal.records import RECORDS, utc_now
from afterword.journal.store import Journal
from afterword.journal.terms import Status
from afterword.trouble import Trouble
from afterword.words import N_, _

VERSION = 1
BY_HAND = 2**40  # smaller keys were written by hand: unlike within a table only; ours are unlike everywhere
# Rows that say the same although their keys differ: by these columns.
_SAME = {
    "company": ("name",), "skill": ("name",), "skill_alias": ("alias",), "content": ("sha256",),
    "correction": ("kind", "key"), "insight_state": ("key", "subject"),
}  # fmt: skip
_ANY = "→ any"  # a key that may be of several tables


def tables() -> dict[str, dict[str, str]]:
    """Every table with its columns: for each its kind, text, number, bytes or the table that it points into."""
    found = {}
    for record in RECORDS:
        columns = {}
        for field in record._meta.sorted_fields:
            target = getattr(field, "rel_model", None)
            kind = {"TextField": "text", "IntegerField": "number", "BlobField": "bytes"}.get(type(field).__name__, "")
            columns[field.column_name] = f"→ {target._meta.table_name}" if target else kind
        columns["id"] = "key"
        if "subject_id" in columns:
            columns["subject_id"] = _ANY
        found[record._meta.table_name] = columns
    return found


def give(journal: Journal) -> dict[str, Any]:
    """The whole journal."""
    given: dict[str, list[dict[str, Any]]] = {}
    for table, columns in tables().items():
        names = ", ".join(f'"{name}"' for name in columns)
        rows = journal.rows(f'SELECT {names} FROM "{table}" ORDER BY id')
        given[table] = [_plain(dict(zip(columns, row, strict=True)), columns) for row in rows]
    return {"afterword": VERSION, "tables": given}


def _plain(row: dict[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """A row for JSON. What is empty and needs no saying is left out."""
    plain: dict[str, Any] = {}
    for name, value in row.items():
        if value is None:
            continue
        if columns[name] == "key" or columns[name].startswith("→"):
            value = str(value)
        elif isinstance(value, bytes | memoryview):
            value = base64.b64encode(bytes(value)).decode()
        plain[name] = value
    return plain


@verb(N_("import"))
def take(journal: Journal, given: Any) -> dict[str, int]:
    """Add what was given, and count what was new by table. Raises Trouble, and has changed nothing then."""
    rows = _checked(given)
    mapped: dict[tuple[str, str], int] = {}
    added: dict[str, int] = {}
    journal.connection.execute("PRAGMA defer_foreign_keys = 1")
    for table, columns in tables().items():
        for number, row in enumerate(rows.get(table, [])):
            where = f"{table} {number + 1}"
            key, fresh = _key(journal, table, row, where)
            if "id" in row:
                mapped[table, str(row["id"])] = mapped["any", str(row["id"])] = key
            if fresh:
                _insert(journal, table, columns, row, key, mapped, where)
                added[table] = added.get(table, 0) + 1
    _complete(journal, {mapped["application", str(each["id"])] for each in rows.get("application", []) if "id" in each})
    broken = journal.rows("PRAGMA foreign_key_check")
    if broken:
        raise Trouble(
            _("A row of {table} points to one that is not there.").format(table=broken[0][0]), _("Nothing has changed.")
        )
    return added


def _checked(given: Any) -> dict[str, list[dict[str, Any]]]:
    version = given.get("afterword") if isinstance(given, dict) else None
    if not isinstance(version, int) or not isinstance(given.get("tables"), dict):
        raise Trouble(_("This is no journal that Afterword could read."), _("docs/journal.md describes the form."))
    if version > VERSION:
        raise Trouble(_("It was written by a newer Afterword."), _("Install the newest version to read it."))
    known = tables()
    for table, rows in given["tables"].items():
        if table not in known or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise Trouble(_("It has a part “{name}” that is not known.").format(name=table), _("Nothing has changed."))
        for number, row in enumerate(rows):
            unknown = set(row) - set(known[table])
            if unknown:
                told = _("{table} {n} has a field “{name}” that is not known.")
                raise Trouble(told.format(table=table, n=number + 1, name=min(unknown)), _("Nothing has changed."))
    return given["tables"]


def _key(journal: Journal, table: str, row: dict[str, Any], where: str) -> tuple[int, bool]:
    """The key a row has here, and whether it is to be added."""
    if same := _SAME.get(table):
        condition = " AND ".join(f'"{name}" = ?' for name in same)
        found = journal.row(f'SELECT id FROM "{table}" WHERE {condition}', *(row.get(name, "") for name in same))
        if found:
            return int(found[0]), False
    try:
        key = int(row["id"]) if "id" in row else new_key()
    except (TypeError, ValueError):
        raise Trouble(_("{where}: its id is no whole number.").format(where=where), _("Nothing has changed.")) from None
    if not BY_HAND < key < 2**63 or journal.row(f'SELECT 1 FROM "{table}" WHERE id = ?', key):
        key = new_key()
    return key, True


def _insert(
    journal: Journal, table: str, columns: Mapping[str, str], row: dict[str, Any], key: int,
    mapped: Mapping[tuple[str, str], int], where: str,
) -> None:  # fmt: skip
    now = utc_now()
    values: dict[str, Any] = {"created_at": now, "updated_at": now, **_defaults(table, row), "id": key}
    for name, value in row.items():
        if name != "id" and value is not None:
            values[name] = _value(columns[name], value, mapped, f"{where}: {name}")
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _name in values)
    try:
        journal.connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))
    except (apsw.ConstraintError, apsw.MismatchError) as error:
        raise Trouble(
            _("{where} cannot be: {error}.").format(where=where, error=error), _("Nothing has changed.")
        ) from None


def _value(kind: str, value: Any, mapped: Mapping[tuple[str, str], int], where: str) -> Any:
    refused = Trouble(_("{where} cannot be read.").format(where=where), _("Nothing has changed."))
    if kind.startswith("→"):
        try:
            return mapped.get((kind.removeprefix("→ "), str(value)), int(value))
        except (TypeError, ValueError):
            raise refused from None
    if kind == "bytes":
        try:
            return base64.b64decode(value, validate=True)
        except (TypeError, ValueError, binascii.Error):
            raise refused from None
    if kind == "number" and not isinstance(value, int):
        raise refused
    if kind == "text" and not isinstance(value, str):
        raise refused
    return int(value) if kind == "number" else value


def _defaults(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What a hand-written file may leave out, because it follows from the rest."""
    if table == "application":
        since = row.get("applied_on") or utc_now()[:10]
        return {"status": str(Status.APPLIED), "status_since": row.get("status_since", f"{since[:10]}T00:00:00")}
    if table == "event":
        return {"recorded_at": utc_now()}
    return {"round_no": 0, "position": 0} if table == "interview" else {"position": 0} if table == "question" else {}


def _complete(journal: Journal, applications: set[int]) -> None:
    """Events, rounds and seals that a hand-written file left out."""
    for key in applications:
        if not journal.row("SELECT 1 FROM event WHERE application_id = ?", key):
            _make_events(journal, key)
        if journal.row("SELECT 1 FROM interview WHERE application_id = ? AND round_no = 0", key):
            rounds.arrange(journal, key)
            sealing.reseal(journal, key)


def _make_events(journal: Journal, key: int) -> None:
    from afterword.journal.records import Event

    status, since, applied = journal.row(
        "SELECT status, status_since, applied_on FROM application WHERE id = ?", key
    ) or ("", "", None)
    first = str(Status.DRAFT if status == Status.DRAFT else Status.APPLIED)
    began = f"{applied}T00:00:00" if applied else since
    Event.add(application_id=key, kind="created", at=min(began, since), to_status=first, source="import")
    for interview, at in journal.rows(
        "SELECT id, COALESCE(held_at, planned_at, ?) FROM interview WHERE application_id = ? ORDER BY 2, 1", since, key
    ):
        Event.add(application_id=key, interview_id=interview, kind="interview", at=at, source="import")
    if status != first:
        Event.add(application_id=key, kind="status", at=since, from_status=first, to_status=status, source="import")
