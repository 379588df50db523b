"""One SQLite file that holds readings and links, and named questions with typed answers."""
