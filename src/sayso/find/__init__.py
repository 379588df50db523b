"""Findings in a parsed Doc; the sisters in here do not import each other."""
