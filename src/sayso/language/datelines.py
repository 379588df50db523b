"""The place, day and agency that open a report before a dash, and the words behind them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import lower_of

DASHES = frozenset({"-", "--", "–", "—"})


def is_dateline(word: Token) -> bool:
    """Tell whether a name opens a paragraph before a dash: "GENEVA - Iran has agreed"."""
    doc, at = word.doc, word.i
    ahead = lower_of(doc)[at + 1 : at + 9]
    if DASHES.isdisjoint(ahead):
        return False
    dash = next(n for n, word in enumerate(ahead) if word in DASHES)
    while at and not doc[at - 1].is_space and doc[at - 1].lower_ not in DASHES:
        at -= 1
    if at and not doc[at - 1].is_space:
        return False
    upper = doc[at].is_upper and len(doc[at]) > 2
    return upper and not any(t.pos_ == "VERB" for t in doc[at : word.i + dash])


def behind_dateline(doc: Doc, start: int, end: int) -> int:
    """Return the start of a name without the dateline that the parse has drawn into it."""
    if DASHES.isdisjoint(lower_of(doc)[start : end - 1]):
        return start
    parts = (i for i in range(start, end - 1) if doc[i].text in DASHES)
    apart = (i for i in parts if doc[i].text != "-" or doc[i - 1].whitespace_)  # not "SPLM-IO"
    dashes = [i for i in apart if doc[i - 1].is_upper]
    closed = [i for i in range(start, end - 1) if doc[i].text in DASHES and doc[i - 1].text == ")"]
    placed = [i for i in range(start, end - 1) if doc[i].text == "--"]
    return max([start, *(i + 1 for i in dashes + closed + placed)])
