"""People who come from where they fled, as figures of the displaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.figures.classes import class_of_word
from sayso.find.figures.constructions import built, is_plain
from sayso.find.figures.governed import counted, is_one_of, verb_of
from sayso.language.lines import opening
from sayso.language.numbers import Quantity
from sayso.language.spans import lower_of, sentence_at, text_of, token_at
from sayso.record.findings import Figure

_COMES = frozenset({"arrive"})
_ANYBODY = frozenset({"person", "people", "family", "man", "woman", "child"})
#: Words that tell of flight.
_FLIGHT = frozenset(
    {"asylum", "displaced", "exodus", "fled", "flee", "fleeing", "migrant", "migrants", "refugee",
     "refugees"}
)  # fmt: skip


def arrivals(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Those who fled and come to a place: "*Some 700* refugees arrived at the frontier."

    Fires on a count of refugees, or of people where the paragraph tells of flight before them or
    in their sentence.
    """
    for q in quantities:
        if q.kind not in ("count", "several"):
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        verb, relation = verb_of(noun)
        if noun.i <= number.i or relation != "nsubj" or not is_one_of(verb, _COMES):
            continue
        if is_plain(verb) and _fled(doc, noun):
            yield built(doc, q, noun, "displaced", "arrivals")


def _fled(doc: Doc, noun: Token) -> bool:
    if class_of_word(noun) == "refugee":
        return True
    if noun.lemma_.lower() not in _ANYBODY:
        return False
    last = sentence_at(doc, noun.i)[1]
    first = token_at(doc, opening(text_of(doc), noun.idx))
    return not _FLIGHT.isdisjoint(lower_of(doc)[first:last])
