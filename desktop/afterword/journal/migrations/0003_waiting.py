"""What waiting needs: a day to be reminded on, and how anxious one look a day is."""

STAMPS = "created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT"


def up(_migrator, db):
    db.execute_sql(
        f"CREATE TABLE reminder (id INTEGER PRIMARY KEY, {STAMPS}, "
        'application_id INTEGER NOT NULL REFERENCES application(id), "on" TEXT NOT NULL) STRICT'
    )
    db.execute_sql("CREATE INDEX reminder_application ON reminder(application_id)")
    db.execute_sql(
        f"CREATE TABLE look (id INTEGER PRIMARY KEY, {STAMPS}, at TEXT NOT NULL, anxiety INTEGER) STRICT"
    )
