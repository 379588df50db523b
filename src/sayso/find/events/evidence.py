"""The words that show an event's status: auxiliaries, negation, marks, and what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from sayso.language.spans import head_of, span_of
from sayso.language.word_lists import rows
from sayso.record.span import Span

#: A governing word stands at most this many arcs above the trigger.
REACH = 4
#: "would" and "could" carry the plans and threats of reported speech as well as possibility.
SHIFTED = {"would": {"planned", "threatened", "demanded"}, "could": {"threatened"},
           "will": {"threatened", "demanded"}, "vow": {"planned"}, "warn": {"possible"},
           "threaten": {"possible"}, "offer": {"possible"}, "plan": {"demanded"},
           "agree": {"demanded"}, "until": {"demanded"}, "if": {"threatened"}}  # fmt: skip
AUXILIARIES = frozenset({"aux", "aux:pass", "advmod", "det", "amod", "cop", "cc:preconj"})
MARKS = frozenset({"mark", "case"})


def status_evidence(doc: Doc, start: int, end: int, status: str) -> tuple[Span, ...]:
    """Return the words that show ``status`` for the event at tokens ``start`` to ``end``.

    None for what plainly happened: there the tense alone speaks.
    """
    if status == "happened":
        return ()
    head = head_of(doc, start, end)
    found = {t.i for t, place in _witnesses(head) if _shows(t, place, status)}
    return tuple(span_of(doc, i, i + 1) for i in sorted(found))


def _witnesses(head: Token) -> Iterator[tuple[Token, str]]:
    at = head
    for step in range(REACH + 1):
        for child in at.children:
            if child.dep_ in AUXILIARIES:
                yield child, "aux"
            elif child.dep_ in MARKS:
                yield child, "mark"
        if step:
            yield at, "over"
        if at.head == at:
            return
        at = at.head


@cache
def _table() -> dict[tuple[str, str], frozenset[str]]:
    out: dict[tuple[str, str], set[str]] = {}
    for lemma, status, place in rows("status_words"):
        out.setdefault((lemma, place), set()).update({status} | SHIFTED.get(lemma, set()))
    return {k: frozenset(v) for k, v in out.items()}


def _shows(token: Token, place: str, status: str) -> bool:
    lemma = "not" if token.lower_ in ("n't", "n’t") else token.lemma_.lower()
    return status in _table().get((lemma, place), ())
