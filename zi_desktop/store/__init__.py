"""The file on disk: one SQLite file, plain or encrypted. The only home of SQLModel and its migrations."""
