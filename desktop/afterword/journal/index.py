"""Indexes that the database keeps by itself: what the table shows with its numbers, and what can be found.

All are made of triggers on the content tables, so that they are right after an undo and a redo too, and
stay outside the undo's changesets. They hold nothing that cannot be made again: `rebuild`.
"""

from __future__ import annotations

import hashlib
from typing import Any

# One row for each interview, and one for each application that has none (yet).
ENTRY = """
SELECT i.id AS id, 'interview' AS kind, a.id AS application_id, a.search_id AS search_id, c.name AS company,
  a.title AS title, i.stage_type AS stage, COALESCE(i.held_at, i.planned_at, '') AS at, a.status AS status,
  a.status_since AS status_since,
  CASE WHEN i.cancelled THEN 'cancelled'
    WHEN EXISTS (SELECT 1 FROM interview n WHERE n.application_id = a.id AND n.deleted_at IS NULL
      AND NOT n.cancelled AND n.round_no > i.round_no) THEN 'passed'
    WHEN a.status IN ('offer', 'accepted', 'offer_declined') THEN 'offer'
    WHEN a.status = 'offer_rescinded' THEN 'rescinded' WHEN a.status = 'rejected' THEN 'no'
    WHEN a.status = 'ghosted' THEN 'silent' WHEN a.status = 'withdrawn' THEN 'withdrew'
    WHEN a.status = 'closed' THEN 'closed' ELSE 'wait' END AS outcome,
  CASE WHEN EXISTS (SELECT 1 FROM reflection r WHERE r.interview_id = i.id AND r.deleted_at IS NULL
      AND r.completed_at IS NOT NULL) THEN 2
    WHEN EXISTS (SELECT 1 FROM reflection r WHERE r.interview_id = i.id AND r.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM question q WHERE q.interview_id = i.id AND q.deleted_at IS NULL) THEN 1
    ELSE 0 END AS debrief,
  COALESCE((SELECT l.text FROM lesson_evidence e JOIN lesson l ON l.id = e.lesson_id
      WHERE e.interview_id = i.id AND e.stance = 'for' AND e.deleted_at IS NULL AND l.deleted_at IS NULL
      ORDER BY e.id DESC LIMIT 1), '') AS lesson,
  EXISTS (SELECT 1 FROM reflection r WHERE r.interview_id = i.id AND r.deleted_at IS NULL
    AND r.nothing_to_learn) AS no_lesson
FROM interview i JOIN application a ON a.id = i.application_id JOIN company c ON c.id = a.company_id
WHERE i.deleted_at IS NULL AND a.deleted_at IS NULL
UNION ALL
SELECT a.id, 'application', a.id, a.search_id, c.name, a.title, '', COALESCE(a.applied_on, ''), a.status,
  a.status_since,
  CASE a.status WHEN 'offer' THEN 'offer' WHEN 'accepted' THEN 'offer' WHEN 'offer_declined' THEN 'offer'
    WHEN 'offer_rescinded' THEN 'rescinded' WHEN 'rejected' THEN 'no' WHEN 'ghosted' THEN 'silent'
    WHEN 'withdrawn' THEN 'withdrew' WHEN 'closed' THEN 'closed' ELSE 'wait' END,
  -1, '', 0
FROM application a JOIN company c ON c.id = a.company_id
WHERE a.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.application_id = a.id AND i.deleted_at IS NULL)
"""

# The section of the default grouping; the first two are told apart by the clock, when asked.
RANK = """CASE WHEN kind = 'application' THEN 6 WHEN outcome = 'wait' THEN 1
  WHEN outcome IN ('no', 'silent', 'rescinded') THEN 2 WHEN outcome = 'offer' THEN 3
  WHEN outcome = 'passed' THEN 4 ELSE 5 END"""

FIELDS = (
    "id, kind, application_id, search_id, company, title, stage, at, status, status_since, outcome, debrief, "
    "lesson, no_lesson"
)

# table → (key of the application a row belongs to, columns whose change matters; none: all)
_LISTED = {
    "application": ("{row}.id", ""),
    "interview": ("{row}.application_id", ""),
    "reflection": ("{row}.application_id", "OF completed_at, nothing_to_learn, deleted_at, interview_id"),
    "lesson_evidence": ("{row}.application_id", ""),
}

# table → (text, application, interview): what can be found, and where it leads.
_FOUND = {
    "application": (
        "(SELECT c.name FROM company c WHERE c.id = {row}.company_id) || char(10) || {row}.title || char(10) || "
        "{row}.location || char(10) || {row}.people || char(10) || {row}.notes || char(10) || {row}.ad_text "
        "|| char(10) || {row}.reason_text || char(10) || {row}.requisition",
        "{row}.id",
        "NULL",
    ),
    "interview": ("{row}.people || char(10) || {row}.notes", "{row}.application_id", "{row}.id"),
    "question": (
        "{row}.text || char(10) || {row}.answer_gist || char(10) || {row}.better_answer",
        "(SELECT i.application_id FROM interview i WHERE i.id = {row}.interview_id)",
        "{row}.interview_id",
    ),
    "reflection_answer": (
        "{row}.text",
        "(SELECT r.application_id FROM reflection r WHERE r.id = {row}.reflection_id)",
        "(SELECT r.interview_id FROM reflection r WHERE r.id = {row}.reflection_id)",
    ),
    "check_in": ("{row}.words", "{row}.application_id", "{row}.interview_id"),
    "factor": (
        "{row}.text",
        "(SELECT r.application_id FROM reflection r WHERE r.id = {row}.reflection_id)",
        "(SELECT r.interview_id FROM reflection r WHERE r.id = {row}.reflection_id)",
    ),
    "lesson_evidence": (
        "(SELECT l.text FROM lesson l WHERE l.id = {row}.lesson_id)",
        "{row}.application_id",
        "{row}.interview_id",
    ),
    "letter": ("{row}.subject || char(10) || {row}.sender_name || char(10) || {row}.sender || char(10) || {row}.text",
               "{row}.application_id", "{row}.interview_id"),
    "attachment": ("{row}.name", "{row}.application_id", "{row}.interview_id"),
}  # fmt: skip

_TABLES = (
    f"CREATE VIEW entry AS {ENTRY}",
    """CREATE TABLE listing (id INTEGER PRIMARY KEY, kind TEXT, application_id INTEGER, search_id INTEGER,
      company TEXT COLLATE NOCASE, title TEXT COLLATE NOCASE, stage TEXT, at TEXT, status TEXT,
      status_since TEXT, outcome TEXT, debrief INTEGER, lesson TEXT, no_lesson INTEGER,
      rank INTEGER, month TEXT, unwritten INTEGER, first INTEGER) STRICT""",
    # Each index holds all that `rows` asks of it, so that an order never looks at the table itself.
    "CREATE INDEX listing_application ON listing(application_id, search_id)",
    "CREATE INDEX listing_rank ON listing(rank, at DESC, id, search_id, outcome, stage, unwritten)",
    "CREATE INDEX listing_month ON listing(month DESC, at DESC, id, search_id, rank, outcome, stage)",
    "CREATE INDEX listing_company ON listing(company, at DESC, id, search_id, rank)",
    "CREATE INDEX listing_title ON listing(title, at DESC, id, search_id, rank)",
    "CREATE INDEX listing_stage ON listing(stage, at DESC, id, search_id, rank)",
    "CREATE INDEX listing_lesson ON listing(lesson, at DESC, id, search_id, rank)",
    "CREATE INDEX listing_debrief ON listing(debrief, at DESC, id, search_id, rank)",
    # The sums of the listing: what is counted is never walked.
    """CREATE TABLE tally (search_id INTEGER, outcome TEXT, rank INTEGER, unwritten INTEGER, count INTEGER,
      applications INTEGER, PRIMARY KEY (search_id, outcome, rank, unwritten)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE passage (id INTEGER PRIMARY KEY, application_id INTEGER, interview_id INTEGER, kind TEXT) STRICT",
    """CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1,
      tokenize="unicode61 remove_diacritics 2", prefix='2 3')""",
)

# An interview without a debrief that could have one; the clock, which no index knows, is asked later.
UNWRITTEN = "debrief BETWEEN 0 AND 1 AND NOT no_lesson AND outcome <> 'cancelled'"

# One row of each application stands for it, when applications are counted.
FIRST = """kind = 'application' OR id = (SELECT min(i.id) FROM interview i
  WHERE i.application_id = entry.application_id AND i.deleted_at IS NULL)"""

_FILL_LISTING = (
    f"INSERT INTO listing SELECT {FIELDS}, {RANK}, substr(at, 1, 7), {UNWRITTEN}, {FIRST} FROM entry"
)

_FILL_TALLY = """INSERT INTO tally SELECT search_id, outcome, rank, unwritten, count(*), sum(first)
FROM listing GROUP BY search_id, outcome, rank, unwritten"""


def _refresh(application: str) -> str:
    return (
        f"DELETE FROM listing WHERE application_id = {application}; "
        f"{_FILL_LISTING} WHERE application_id = {application};"
    )


def _listing_triggers() -> list[str]:
    made = []
    for table, (application, columns) in _LISTED.items():
        for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            when = f"UPDATE {columns}" if event == "UPDATE" else event
            made.append(
                f"CREATE TRIGGER listing_{table}_{event.lower()} AFTER {when} ON {table} BEGIN "
                f"{_refresh(application.format(row=row))} END"
            )
    made.append(
        "CREATE TRIGGER listing_company_update AFTER UPDATE OF name ON company BEGIN "
        "UPDATE listing SET company = new.name WHERE application_id IN "
        "(SELECT id FROM application WHERE company_id = new.id); END"
    )
    for event, row in (("INSERT", "new"), ("UPDATE OF deleted_at", "new"), ("DELETE", "old")):
        application = f"(SELECT application_id FROM interview WHERE id = {row}.interview_id)"
        made.append(
            f"CREATE TRIGGER listing_question_{event.split()[0].lower()} AFTER {event} ON question BEGIN "
            f"{_refresh(application)} END"
        )
    taught = "(SELECT application_id FROM lesson_evidence WHERE lesson_id = new.id)"
    made.append(
        "CREATE TRIGGER listing_lesson_update AFTER UPDATE OF text, deleted_at ON lesson BEGIN "
        f"DELETE FROM listing WHERE application_id IN {taught}; "
        f"{_FILL_LISTING} WHERE application_id IN {taught}; END"
    )
    return made


def _counting_triggers() -> list[str]:
    """Each row that comes to the listing, or goes from it, is counted."""
    made = []
    for event, row, by in (("INSERT", "new", "+"), ("DELETE", "old", "-")):
        made.append(
            f"CREATE TRIGGER tally_{event.lower()} AFTER {event} ON listing BEGIN INSERT INTO tally VALUES "
            f"({row}.search_id, {row}.outcome, {row}.rank, {row}.unwritten, {by}1, {by}{row}.first) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count, "
            "applications = applications + excluded.applications; END"
        )
    return made


def _find(table: str, row: str, source: str = "") -> str:
    """Index one row (in a trigger), or every row of a table (`source`)."""
    text, application, interview = (part.format(row=row) for part in _FOUND[table])
    tail = f" FROM {source} WHERE {row}.deleted_at IS NULL" if source else f" WHERE {row}.deleted_at IS NULL"
    return (
        f"INSERT INTO words(rowid, text) SELECT {row}.id, {text}{tail}; "
        f"INSERT INTO passage SELECT {row}.id, {application}, {interview}, '{table}'{tail};"
    )


def _forget(key: str) -> str:
    return f"DELETE FROM words WHERE rowid = {key}; DELETE FROM passage WHERE id = {key};"


def _finding_triggers() -> list[str]:
    made = []
    for table in _FOUND:
        made.append(f"CREATE TRIGGER find_{table}_insert AFTER INSERT ON {table} BEGIN {_find(table, 'new')} END")
        made.append(
            f"CREATE TRIGGER find_{table}_update AFTER UPDATE ON {table} BEGIN "
            f"{_forget('old.id')} {_find(table, 'new')} END"
        )
        made.append(f"CREATE TRIGGER find_{table}_delete AFTER DELETE ON {table} BEGIN {_forget('old.id')} END")
    for table, owner, column, link in (
        ("application", "company", "name", "company_id"),
        ("lesson_evidence", "lesson", "text", "lesson_id"),
    ):
        alive = "t.deleted_at IS NULL"
        every = _find(table, "t", f"{table} t").replace(alive, f"{alive} AND t.{link} = new.id")
        gone = f"(SELECT id FROM {table} WHERE {link} = new.id)"
        made.append(
            f"CREATE TRIGGER find_{owner}_update AFTER UPDATE OF {column} ON {owner} BEGIN "
            f"DELETE FROM words WHERE rowid IN {gone}; DELETE FROM passage WHERE id IN {gone}; {every} END"
        )
    return made


def _triggers() -> list[str]:
    return _listing_triggers() + _counting_triggers() + _finding_triggers()


def stamp() -> str:
    """Names this version of the indexes, so that an older one is noticed and made again."""
    return hashlib.sha256("\n".join((*_TABLES, *_triggers())).encode()).hexdigest()[:16]


INDEX_TABLES = frozenset({"listing", "tally", "passage", "words", "meta"})


def in_undo(table: str) -> bool:
    """Whether a table belongs into the changesets of the undo."""
    return table not in INDEX_TABLES and not table.startswith("words_") and not table.startswith("_")


def ready(db: Any) -> bool:
    """Whether the indexes are there, of this version, with all their triggers."""
    execute = db.execute_sql
    execute("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) STRICT")
    row = execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
    count = execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    return bool(row and row[0] == stamp() and count == len(_triggers()))


def rebuild(db: Any) -> None:
    """Make all indexes anew from the content tables, in one transaction."""
    with db.atomic():
        names = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            db.execute_sql(f"DROP TRIGGER {name}")
        db.execute_sql("DROP VIEW IF EXISTS entry")
        for name in ("listing", "tally", "passage", "words"):
            db.execute_sql(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES:
            db.execute_sql(statement)
        db.execute_sql(_FILL_LISTING)
        db.execute_sql(_FILL_TALLY)
        for table in _FOUND:
            for statement in _find(table, "t", f"{table} t").split("; INSERT"):
                db.execute_sql(statement if statement.startswith("INSERT") else f"INSERT{statement}")
        for statement in _triggers():
            db.execute_sql(statement)
        db.execute_sql("INSERT OR REPLACE INTO meta VALUES ('index', ?)", (stamp(),))
