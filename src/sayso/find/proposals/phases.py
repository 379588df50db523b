"""Words to the phase of a plan that they name: "in a second", "phase two", "the third stage"."""

from __future__ import annotations

import re

from sayso.record.span import Span

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_LATER = ("final", "last", "later", "next")
_STAGE = r"(?:phase|stage|step|part)"
_ORDINAL = "|".join([*_ORDINALS, *_LATER])
_PHASE = re.compile(
    rf"\b(?:in|during|for) (?:a|an|the|its)?\s*"
    rf"(?P<bare>{_ORDINAL})(?= ?[,;.]| {_STAGE}\b| one\b|$)|"
    rf"\b(?P<ordinal>{_ORDINAL}) {_STAGE}\b|"
    rf"\b{_STAGE} (?P<number>[1-9]|{'|'.join(_NUMBERS)})\b",
    re.IGNORECASE,
)

#: The same at the end of a term.
_AT_END = re.compile(
    rf"(?<=\w),? (?:in|during) (?:a|the|its) (?:{_ORDINAL})(?: {_STAGE})?$", re.IGNORECASE
)


def phase_in(text: str) -> int | None:
    """Return the number of the phase that a text names last; 0 for one without a number."""
    found = None
    for match in _PHASE.finditer(text):
        word = (match["bare"] or match["ordinal"] or match["number"]).lower()
        found = int(word) if word.isdigit() else {**_ORDINALS, **_NUMBERS}.get(word, 0)
    return found


def without_phase(words: Span) -> Span:
    """Return a term without the phase at its end: "quit the port *in the first phase*"."""
    cut = _AT_END.search(words.text)
    return (
        words
        if cut is None
        else Span(words.start, words.start + cut.start(), cut.string[: cut.start()])
    )


def begins_phase(text: str) -> bool:
    """Tell whether a sentence begins with a phase: "In a second, ...", "Only in the third ..."."""
    match = _PHASE.search(text[:60])
    return match is not None and len(text[: match.start()].split()) <= 1
