"""What is kept: records, verbs, questions, search, undo. The database lives here, and only here."""
