"""The codes of what can go wrong with a report on its way in, and which of them lose it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.record.reading import Problem

#: Nothing of the report could be read: code, and what its reader can do about it.
FAILURES: dict[str, str] = {
    "bad-line": 'write one JSON object a line, with at least {"text": ...}',
    "bad-record": "fetch the file again; what could be read of it was read",
    "bomb": "unpack the file yourself, if it can be trusted, and give that",
    "crashed": "this is a fault of the program: please report it with the text",
    "empty": "check that the file holds the report's text",
    "html-timeout": "save the page as plain text and read that",
    "html-unreadable": "save the page as plain text and read that",
    "no-column": "name the column that holds the text, as --columns text=NAME",
    "no-text": "save the report as plain text, HTML or JSON lines",
    "not-english": "only reports in English are read",
    "out-of-memory": "run it apart with more --memory, or leave it out",
    "out-of-time": "run it apart with more --seconds, or leave it out",
    "too-long": "split the file into its reports",
    "truncated": "fetch the file again; what came before its end was read",
    "unreadable": "check the path and the permissions of the file",
}
#: The report was read all the same, but something about it was left out or changed.
NOTES: dict[str, str] = {
    "bad-date": "give the day of publication as 2024-02-06",
    "odd-characters": "characters that stand for nothing were written as U+FFFD",
}


def is_failed(problems: Sequence[Problem]) -> bool:
    """Tell whether one of the problems means that the report was not read."""
    return any(p.code in FAILURES for p in problems)
