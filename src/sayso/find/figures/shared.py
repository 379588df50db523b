"""One number under two verbs: "abducted and killed 70 people", "27 were killed or wounded"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.governed import (
    OBJECTS,
    counted,
    is_coordinated,
    measure_of,
    token_before,
    verb_of,
)
from sayso.language.spans import sentence_at, tokens_of
from sayso.record.findings import Figure
from sayso.record.vocabulary import Measure

#: Dead and hurt in one number are casualties, not told which (guide, settled case 12).
_CASUALTIES: set[str] = {"killed", "injured"}
#: What is shot down is destroyed; what is damaged or destroyed was hit at least.
_ONE_ACT: dict[frozenset[str], Measure] = {
    frozenset({"intercepted", "destroyed"}): "intercepted",
    frozenset({"struck", "destroyed"}): "struck",
}
#: "killed and (badly) wounded": no more stands between two verbs that share a number.
_BESIDE = 3
#: "60 civilians were killed and injured": the verbs stand at most so many tokens behind.
_BEHIND = 8
_OBJECT_STARTS = frozenset({"NUM", "DET", "NOUN", "ADJ", "PROPN", "PRON"})
_OWN = OBJECTS | {"nsubj"}


def with_two_measures(doc: Doc, figure: Figure) -> Iterator[Figure]:
    """Yield the figure, and a second one where two verbs share its number.

    With "or", or with dead and hurt together, the measure of both is "other".
    """
    second = _second(doc, figure)
    if second is None:
        yield figure
        return
    measure, joint = second
    pair = frozenset({measure, figure.measure})
    if pair in _ONE_ACT:
        yield replace(figure, measure=_ONE_ACT[pair])
    elif joint == "or" or pair == _CASUALTIES:
        yield replace(figure, measure="other", rule=f"{figure.rule}+shared")
    else:
        yield figure
        yield replace(figure, measure=measure, rule=f"{figure.rule}+shared")


def _second(doc: Doc, figure: Figure) -> tuple[Measure, str] | None:
    """Return the measure of the other verb that the number belongs to, and the word between."""
    at = tokens_of(doc, figure.quantity)[1] - 1
    middle = token_before(doc, at) - 1 if is_coordinated(doc, at) else _joint_behind(doc, at)
    if middle is not None:
        both = [measure_of(doc[i], "obj") for i in (middle - 1, middle + 1)]
        others = [m for m in both if m is not None and m != figure.measure]
        return (others[0], doc[middle].lower_) if None not in both and others else None
    noun = counted(doc[at])
    verb, relation = verb_of(noun)
    if relation not in OBJECTS:
        participle = [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i]
        verb = participle[0] if participle else verb
        if not participle:
            return None
    for other in _coordinated(verb):
        found = measure_of(other, "obj")
        joint = next((c.lower_ for c in max(verb, other, key=lambda t: t.i).children
                      if c.dep_ == "cc"), "")  # fmt: skip
        if found and found != figure.measure and joint in ("and", "or"):
            return found, joint
    return None


def _joint_behind(doc: Doc, at: int) -> int | None:
    """Return the "and" or "or" between two verbs behind a number: "60 were killed and injured"."""
    for i in range(at + 2, min(at + _BEHIND, sentence_at(doc, at)[1] - 2)):
        if doc[i].is_punct:
            break
        if doc[i].lower_ in ("and", "or") and doc[i + 2].pos_ not in _OBJECT_STARTS:
            both = measure_of(doc[i - 1], "obj") and measure_of(doc[i + 1], "obj")
            return i if both else None
    return None


def _has_number(verb: Token, other: Token) -> bool:
    """Tell whether the second of two verbs has a number of its own: "killed and *34* wounded"."""
    first, second = sorted((verb.i, other.i))
    return any(t.pos_ == "NUM" or t.like_num for t in verb.doc[first + 1 : second])


def _coordinated(verb: Token) -> list[Token]:
    """Return the verbs right beside this one that have no object or subject of their own."""
    near = [c for c in verb.children if c.dep_ == "conj"]
    near += [verb.head] if verb.dep_ == "conj" else []
    return [
        v
        for v in near
        if v.pos_ == "VERB"
        and abs(v.i - verb.i) <= _BESIDE
        and not _has_number(verb, v)
        and not any(c.dep_ in _OWN for c in v.children if c.i > min(v.i, verb.i))
    ]
