"""The whole that a part is taken out of: "four of the nine *hostages* were killed"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.classes import is_people
from sayso.find.figures.governed import counted, governed_measure, measures
from sayso.language.spans import text_of, tokens_of
from sayso.record.findings import Figure
from sayso.record.vocabulary import Measure

#: What the whole is, where a part of it had something done to it.
_WHOLES: dict[Measure, Measure] = {"intercepted": "launched", "freed": "held"}
#: Those to whom it is done by a verb that speaks of some of them alone.
_DONE: frozenset[Measure] = frozenset(
    {"arrested", "displaced", "evacuated", "injured", "killed", "missing"}
)
_BODIES = frozenset({"crew", "passenger", "staff"})
_CAPTIVES = frozenset({"captive", "detainee", "hostage", "prisoner"})
#: What tells the state of a noun for people: "the 14 *wounded*", "the nine *killed* in May".
_TELLING = frozenset({"acl", "acl:relcl", "amod"})


def of_whole(doc: Doc, part: Figure, whole: Figure) -> Figure:
    """The part with the noun of its whole: "five of its 21 *crew*", "of the ship's 21 *crew*"."""
    if part.of is None or whole.of is None:
        return part
    between = text_of(doc)[part.quantity.end : part.of.start].split()
    if between != ["of"] or part.of.start > whole.quantity.start:
        return part
    return replace(part, of=whole.of, of_class=whole.of_class)


def left_whole(doc: Doc, whole: Figure, part: Figure) -> Figure:
    """The whole with a measure of its own, and without the doer of what was done to the part."""
    measure = _WHOLES.get(part.measure)
    if measure is None and whole.measure == part.measure and _is_spared(doc, whole, part):
        captive = whole.of is not None and not _CAPTIVES.isdisjoint(_lemmas(doc, whole))
        measure = "held" if captive else "present"
    if measure is None:
        return whole
    by = None if part.by == whole.by else whole.by
    return replace(
        whole, measure=measure if whole.measure == part.measure else whole.measure, by=by
    )


def _is_spared(doc: Doc, whole: Figure, part: Figure) -> bool:
    """Tell whether a verb says of a part alone what was done to it: "*eight* of the 22 crew died",
    not "eight of the 22 dead were women"."""
    if part.measure not in _DONE:
        return False
    own = governed_measure(doc, tokens_of(doc, part.quantity)[1] - 1)
    noun = counted(doc[tokens_of(doc, whole.quantity)[1] - 1])
    states = measures("state")
    told = noun.lower_ in states or any(c.dep_ in _TELLING for c in noun.children)
    people = is_people(noun) or not _BODIES.isdisjoint((noun.lower_, noun.lemma_.lower()))
    saved = own is None and part.measure == "evacuated"  # "pulled from the water"
    return (saved or own == part.measure) and people and not told


def _lemmas(doc: Doc, figure: Figure) -> frozenset[str]:
    span = figure.of
    assert span is not None
    return frozenset(t.lemma_.lower() for t in doc[slice(*tokens_of(doc, span))])
