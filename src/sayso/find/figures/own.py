"""A figure to the place and doer that its own sentence tells, before those of another sentence.

"A patrol was shelled near *Tarim*. Two drivers were hurt when a bridge in *Sadda* was hit.": the
drivers came to harm in Sadda, and not by who shelled the patrol.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import (
    HARM,
    is_in_return,
    is_time,
    path_of,
    settings_of,
    when_clauses,
)
from sayso.find.figures.governed import is_one_of, measure_of
from sayso.language.lines import opening
from sayso.language.spans import (
    case_of,
    head_of,
    phrase,
    sentence_at,
    span_of,
    text_of,
    tokens_of,
    whole,
)
from sayso.record.findings import Figure
from sayso.record.span import Span

_IN = frozenset({"across", "around", "at", "in", "near", "off", "on", "outside"})
_TAKEN = frozenset({"arrested", "held", "taken"})
_FINDS = frozenset(
    {"admit", "bury", "collect", "confirm", "count", "discover", "exhume", "find", "identify",
     "list", "lose", "mourn", "pull", "receive", "record", "recover", "report", "retrieve", "see",
     "suffer", "treat", "verify"}
)  # fmt: skip


def with_own_roles(doc: Doc, figure: Figure) -> Figure:
    """Return the figure without a place or doer from elsewhere where its own clause tells one, and
    without a doer who only lost, found or counted those who came to harm, or took those freed."""
    start, end = tokens_of(doc, figure.quantity)
    sentence = span_of(doc, *sentence_at(doc, start))
    path = path_of(doc, end - 1)
    when = when_clauses(path)
    figure = replace(figure, place=_place(doc, figure, sentence, [*path, *when]))
    if figure.by is None:
        return figure
    if is_in_return(doc, start) and figure.by.end <= figure.quantity.start:
        return replace(figure, by=None)  # who gives one thing does not give what it gets for it
    if figure.measure == "freed" and _is_taker(doc, figure.by, path):
        return replace(figure, by=None)
    if figure.measure not in HARM:
        return figure
    foreign = not sentence.covers(figure.by) and _tells_agent([*path, *when])
    if foreign or _is_finder(doc, figure.by, path):
        return replace(figure, by=None)
    return figure


def _place(doc: Doc, figure: Figure, sentence: Span, told: list[Token]) -> Span | None:
    """Return the figure's place, that of its own clause where it has none from its sentence."""
    place = figure.place
    if place is None or sentence.covers(place):
        return place
    own = _own_place(doc, told)
    if own is not None:
        return own
    text = text_of(doc)
    return place if opening(text, place.start) == opening(text, sentence.start) else None


def _own_place(doc: Doc, told: list[Token]) -> Span | None:
    """Return the first named place that hangs on the words of a clause, or on its subject."""
    subjects = [c for t in told for c in t.children if c.dep_ in ("nsubj", "nsubj:pass")]
    for noun in settings_of([*told, *subjects]):
        if noun.ent_type_ == "Location" and noun.pos_ == "PROPN" and case_of(noun) in _IN:
            return phrase(doc, *whole(doc, noun.i, noun.i + 1))
    return None


def _tells_agent(told: list[Token]) -> bool:
    """Tell whether a clause tells by what the harm was done."""
    return any(case_of(noun) == "by" and not is_time(noun) for noun in settings_of(told))


def _is_taker(doc: Doc, by: Span, path: list[Token]) -> bool:
    """Tell whether a doer only took those freed: "two cooks *seized by a gang* were freed"."""
    verb = head_of(doc, *tokens_of(doc, by)).head
    return verb not in path and measure_of(verb, "obj") in _TAKEN


def _is_finder(doc: Doc, by: Span, path: list[Token]) -> bool:
    """Tell whether a doer is the subject of a verb of losing, finding or counting."""
    start, end = tokens_of(doc, by)
    return any(
        c.dep_ == "nsubj" and start <= c.i < end and is_one_of(t, _FINDS)
        for t in path
        for c in t.children
    )
