"""A figure and what its teller goes on to say of another happening.

"The mayor put the toll at 18 and said troops had killed nine rebels near Orla": the 18 are no
victims of the troops, nor of Orla. What is said in the same breath goes with the number: "put the
toll at 18, saying troops had shelled Orla".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.clause import HARM, path_of
from sayso.language.spans import head_of, sentence_at, span_of, tokens_of
from sayso.record.findings import Figure, Statement
from sayso.record.span import Span

#: From a word to the verb of its clause there are but a few steps.
_CLIMB = 6


def sayings_apart(doc: Doc, figure: Figure, statements: Sequence[Statement]) -> list[Statement]:
    """Return what the teller of a figure says in a saying of its own behind it: "put the toll at
    18 and *said* ...", not "put the toll at 18, *saying* ..."."""
    sentence = span_of(doc, *sentence_at(doc, tokens_of(doc, figure.quantity)[0]))
    teller = next((s for s in statements if s.id == figure.statement), None)
    if teller is None or teller.source is None:
        return []
    return [
        s
        for s in statements
        if s != teller
        and (s.within, s.source) == (teller.within, teller.source)
        and figure.quantity.end <= s.cue.start < sentence.end
        and not is_within(figure.quantity, [s])
        and not _goes_with(s.cue)
    ]


def _goes_with(cue: Span) -> bool:
    """Tell whether a cue behind a number opens what is said in the same breath: "*saying* troops
    had shelled Orla"; who is "*adding* that they had" tells another thing."""
    first = cue.text.split()[0].lower()
    return first.endswith("ing") and first != "adding"


def is_within(span: Span, sayings: Sequence[Statement]) -> bool:
    """Tell whether words stand in the content of one of several statements."""
    return any(content.covers(span) for s in sayings for content in s.content)


def is_joined_apart(doc: Doc, figure: Figure, told: Span) -> bool:
    """Tell whether words stand in a clause of its own that is joined on behind the one that tells
    harm: "40 had died, and *the army* shelled the town"."""
    if figure.measure not in HARM:
        return False
    verb = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)[-1]
    other = head_of(doc, *tokens_of(doc, told))
    for _ in range(_CLIMB):
        if other.pos_ in ("VERB", "AUX") or other.head == other:
            break
        other = other.head
    behind = other.dep_ == "conj" and other.head == verb and other.i > verb.i
    return behind and verb.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in other.children)


def without_others(doc: Doc, figure: Figure, statements: Sequence[Statement]) -> Figure:
    """Return the figure without a doer, place or time that its teller tells of another happening:
    "put the toll at 18 and said troops had killed nine rebels near Orla"."""
    apart = sayings_apart(doc, figure, statements)

    def own(told: Span | None) -> Span | None:
        return None if told is not None and is_within(told, apart) else told

    if figure.by is not None and is_joined_apart(doc, figure, figure.by):
        figure = replace(figure, by=None)
    return replace(figure, by=own(figure.by), place=own(figure.place), time=own(figure.time))
