"""What letters bring along: a job's own number, a calendar entry's name, and what was corrected once."""

STAMPS = "created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT"


def up(_migrator, db):
    db.execute_sql("ALTER TABLE application ADD COLUMN requisition TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE interview ADD COLUMN calendar_uid TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE interview ADD COLUMN calendar_sequence INTEGER NOT NULL DEFAULT 0")
    # kind: sender → company, phrase → label. `key` is the address, the domain or the sentence in plain form.
    db.execute_sql(
        f"CREATE TABLE correction (id INTEGER PRIMARY KEY, {STAMPS}, kind TEXT NOT NULL, key TEXT NOT NULL, "
        "value TEXT NOT NULL, example TEXT NOT NULL DEFAULT '', UNIQUE (kind, key)) STRICT"
    )
    db.execute_sql("CREATE INDEX interview_calendar ON interview(calendar_uid) WHERE calendar_uid <> ''")
