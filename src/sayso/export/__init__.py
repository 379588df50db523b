"""Readings to the files that others use, one file a format."""
