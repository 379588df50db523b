"""One verb's numbers in a list to one measure: "destroyed six stills, three caches"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.governed import counted, is_one_of, measure_of, measures
from sayso.language.lines import opening
from sayso.language.spans import lower_of, sentence_at, text_of, tokens_of
from sayso.record.findings import Figure

#: What stands between two numbers of one list.
_BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "PART", "NUM"})
_JOINTS = frozenset({",", "and"})
_COMPARED = frozenset({("compared", "to"), ("compared", "with"), ("down", "from"), ("up", "from")})
#: What one does who only says how many.
_SAYS = frozenset({"cite", "claim", "give", "list", "record", "report", "say"})
#: Behind the last number its noun, and then no verb, within so many tokens.
_NEAR = 5
#: Kinds of harm that numbers side by side may well tell apart: "two dead and five wounded".
_THINGS = frozenset({"launched", "intercepted", "destroyed", "struck"})


def with_lists(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, in text order, those of a list of things with the measure of its first.

    A doer that is told of the first is told of all. A number that another is compared with has
    the measure of that one, and so has a bare number that another gives for the same.
    """
    out: list[Figure] = []
    for figure in figures:
        before = out[-1] if out else None
        if before is not None and _in_list(doc, before, figure):
            figure = replace(figure, measure=before.measure, by=figure.by or before.by)
        elif before is not None and (
            _is_compared(doc, before, figure) or _is_retold(doc, before, figure)
        ):
            figure = replace(figure, measure=before.measure)
        out.append(figure)
    return out


def _is_compared(doc: Doc, before: Figure, figure: Figure) -> bool:
    """Tell whether a bare number is what the one before is compared with: "up from 40"."""
    start, last = tokens_of(doc, figure.quantity)
    words = lower_of(doc)[max(start - 2, 0) : start]
    if words not in _COMPARED or sentence_at(doc, start)[0] > tokens_of(doc, before.quantity)[0]:
        return False
    return counted(doc[last - 1]).i < last


def _is_retold(doc: Doc, before: Figure, figure: Figure) -> bool:
    """Tell whether a bare number is all that somebody says right behind another number: "Orla
    counts 20 dead; Oslo *gives 9*"."""
    start, end = tokens_of(doc, figure.quantity)
    first = sentence_at(doc, start)[0]
    last = first and sentence_at(doc, first - 1)[0]
    if tokens_of(doc, before.quantity)[0] < last or counted(doc[end - 1]).i >= end:
        return False
    text = text_of(doc)
    if opening(text, before.quantity.start) != opening(text, figure.quantity.start):
        return False
    ends = end == len(doc) or doc[end].is_punct or doc[end].lower_ == "and"
    return ends and doc[start - 1].pos_ == "VERB" and is_one_of(doc[start - 1], _SAYS)


def _in_list(doc: Doc, before: Figure, figure: Figure) -> bool:
    """Tell whether but nouns and joints stand between two numbers, no verb behind the second."""
    if not {before.measure, figure.measure} <= _THINGS:
        return False
    start, end = tokens_of(doc, before.quantity)[1], tokens_of(doc, figure.quantity)[0]
    between = doc[start:end]
    if sentence_at(doc, end)[0] > start or any(t.pos_ not in _BETWEEN for t in between):
        return False
    if not any(t.lower_ in _JOINTS for t in between) or any(t.text in ";:." for t in between):
        return False
    last = tokens_of(doc, figure.quantity)[1]
    noun = counted(doc[last - 1])
    if noun.i < last or measure_of(noun, "noun") is not None:
        return False
    for token in doc[last : last + _NEAR]:
        if token.is_punct or token.pos_ in ("CCONJ", "ADP"):
            break
        if token.pos_ in ("VERB", "AUX") or token.lower_ in measures("state"):
            return False
    return True
