"""Bytes to Articles: one file a format, and what must hold before an article can be read."""
