"""Pages over a project: each can be read without scripts, and has JSON and CSV twins."""
