"""A figure to the place and doer that its own sentence tells, before those of another sentence.

"A patrol was shelled near *Tarim*. Two drivers were hurt when a bridge in *Sadda* was hit.": the
drivers came to harm in Sadda, and not by who shelled the patrol.
"""

from __future__ import annotations

from collections.abc import Sequence
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


#: What one does who only tells a number, and who is found not to have done it.
_TELLS = frozenset(
    {"announce", "cite", "compile", "give", "issue", "provide", "publish", "quote", "release",
     "report"}
)  # fmt: skip
_SHARING = frozenset({"advcl", "ccomp", "xcomp"})
_CLEARS = frozenset({"absolve", "acquit", "clear", "exonerate"})
_LOSSES = frozenset({"casualty", "dead", "death", "fatality", "loss", "toll"})


def with_own_roles(doc: Doc, figure: Figure, others: Sequence[Figure] = ()) -> Figure:
    """Return the figure without a place or doer from elsewhere where its own clause tells one, nor
    the place of another figure in a later sentence, nor, where it is a running total, what is told
    of one happening before it, and without a doer who only lost, found or counted those who came
    to harm, or took those freed."""
    start, end = tokens_of(doc, figure.quantity)
    sentence = span_of(doc, *sentence_at(doc, start))
    if figure.scope == "total":
        figure = _without_earlier(figure, sentence)
    path = path_of(doc, end - 1)
    when = when_clauses(path)
    place = _place(doc, figure, sentence, [*path, *when])
    if place is not None and _is_of_later(doc, place, sentence, others):
        place = None
    figure = replace(figure, place=place)
    if figure.by is None:
        return figure
    if is_in_return(doc, start) and figure.by.end <= figure.quantity.start:
        return replace(figure, by=None)  # who gives one thing does not give what it gets for it
    freer = head_of(doc, *tokens_of(doc, figure.by)).head
    if figure.measure == "held" and measure_of(freer, "obj") in ("evacuated", "freed"):
        return replace(figure, by=None)
    if figure.measure == "freed" and _is_taker(doc, figure.by, path):
        return replace(figure, by=None)
    if figure.measure not in HARM:
        return figure
    foreign = not sentence.covers(figure.by) and _tells_agent([*path, *when])
    if foreign or is_counter(doc, figure):
        return replace(figure, by=None)
    return figure


def _without_earlier(figure: Figure, sentence: Span) -> Figure:
    """Return a running total without the place, day and doer of a happening told before it: "Jets
    struck *Lund* on *Monday*. Some 300 have died in the war." """

    def own(told: Span | None) -> Span | None:
        return None if told is not None and told.end <= sentence.start else told

    since = figure.time is not None and figure.time.text.lower().startswith("since")
    time = figure.time if since else own(figure.time)
    return replace(figure, place=own(figure.place), by=own(figure.by), time=time)


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


def _is_of_later(doc: Doc, place: Span, sentence: Span, others: Sequence[Figure]) -> bool:
    """Tell whether a place is that of another figure of a later sentence: "Two guards were among
    the dead. On Monday six died in *Lund*"."""
    if place.start < sentence.end:
        return False
    later = span_of(doc, *sentence_at(doc, tokens_of(doc, place)[0]))
    return any(later.covers(f.quantity) and f.place == place for f in others)


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


def is_counter(doc: Doc, figure: Figure) -> bool:
    """Tell whether a figure's doer but lost, found or counted those harmed, is whose losses they
    are, or is cleared of the harm."""
    if figure.by is None:
        return False
    start, end = tokens_of(doc, figure.by)
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    return _is_finder(path, start, end) or _is_teller(head_of(doc, start, end), path)


def _is_finder(path: list[Token], start: int, end: int) -> bool:
    """Tell whether a doer at the tokens from ``start`` to ``end`` is the subject of a verb of
    losing, finding or counting, if only over the verb that it is joined to: "it hit three and
    *lost* two"."""
    finds = False
    for token in path:
        subjects = [c for c in token.children if c.dep_ == "nsubj"]
        finds = is_one_of(token, _FINDS) or (finds and token.pos_ == "VERB")
        if finds and any(start <= c.i < end for c in subjects):
            return True
        finds = finds and not subjects
    above = (
        path[-1].head if finds and path[-1].dep_ in _SHARING else None
    )  # "admitted *losing* two"
    return above is not None and any(
        c.dep_ == "nsubj" and start <= c.i < end for c in above.children
    )


def _is_teller(doer: Token, path: list[Token]) -> bool:
    """Tell whether a doer gives the number ("the toll given by *Orla*"), bears the losses ("*Orlan*
    losses of two") or is acquitted ("cleared *a guard* of killing two")."""
    above = doer.head
    if doer.dep_ == "obl:agent" and is_one_of(above, _TELLS):
        return True
    if any(c.lemma_.lower() == "loss" for t in path for c in (t, *t.children)):
        return doer.dep_ != "obl:agent"
    if doer.i < above.i and above.lemma_.lower() in _LOSSES and doer.dep_ not in ("nsubj", "obj"):
        return True
    return is_one_of(above, _CLEARS) and any(t.head in (above, doer) for t in path)
