"""Figures that a sure construction shows, whether or not the encoder marked them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.figures.classes import is_people
from sayso.find.figures.governed import (
    OBJECTS,
    adjacent_measure,
    counted,
    is_aim,
    is_one_of,
    is_strike,
    measure_of,
    measures,
    token_before,
    verb_of,
)
from sayso.find.figures.unsaid import is_unsaid
from sayso.language.numbers import Quantity
from sayso.language.spans import (
    lower_of,
    phrase,
    sentence_at,
    span_of,
    text_of,
    token_at,
)
from sayso.record.findings import Figure
from sayso.record.span import Span
from sayso.record.vocabulary import Measure

#: How far a rule is trusted, beside the probabilities of the encoder.
_TRUST = 0.6
#: A denial stands at most so many tokens before "any".
_DENIED_NEAR = 8
_DENIALS = frozenset({"not", "n't", "n’t", "without", "never"})
_NOUN_NEAR = 3
#: "Toll" stands at most so many tokens before its number, with one of these words between.
_TOLL_NEAR = 7
_TOLL_LINKS = frozenset({"at", "of", "to"})
_TURNS = frozenset({"push", "turn"})
#: Measures of harm to people, the ones that a verb shows without knowing the rest.
_HARM = frozenset({"killed", "injured", "missing", "taken", "arrested", "freed"})


def counted_object(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """People as the object of a verb of harm: "The blast wounded *35* passers-by."

    Fires on a count whose noun names people, under a plain verb: no "may", "not" or "if".
    """
    for q in quantities:
        noun = _people(doc, q)
        if noun is None:
            continue
        last = token_at(doc, q.end - 1)
        verb, relation = verb_of(noun)
        measure = measure_of(verb, "obj") if relation in OBJECTS else None
        if measure is None:
            measure = adjacent_measure(doc, last)
            verb = doc[token_before(doc, last)]
        if measure in _HARM and is_plain(verb) and not is_aim(doc, last):
            yield built(doc, q, noun, measure, "counted_object")


def counted_state(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """A number with a word of state right behind it: "The raid left *14* dead."

    Fires on a count without a noun of its own.
    """
    for q in quantities:
        if q.kind != "count":
            continue
        end = token_at(doc, q.end - 1) + 1
        word = doc[end].lower_ if end < len(doc) else ""
        measure = measures("state").get(word)
        follower = doc[end + 1].pos_ if end + 1 < len(doc) else ""
        if measure in _HARM and follower not in ("NOUN", "PROPN", "ADJ"):
            yield built(doc, q, None, measure, "counted_state")


def counted_noun(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """A number before a noun of harm itself: "There were *no* casualties." "*12* deaths".

    Fires on a count, or on a word for none, right before such a noun.
    """
    for q in quantities:
        if q.kind not in ("count", "none", "several"):
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        measure = measure_of(noun, "noun")
        if measure is not None and noun is not number and noun.i - number.i <= _NOUN_NEAR:
            yield built(doc, q, noun, measure, "counted_noun")


def stated_toll(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """A number that a toll is put at: "The ministry put the toll at *35*."

    Fires on a count behind "toll" and "at", "to" or "of", without a noun of its own.
    """
    for q in quantities:
        if q.kind != "count":
            continue
        number = token_at(doc, q.end - 1)
        before = lower_of(doc)[max(0, number - _TOLL_NEAR) : number]
        behind = before[before.index("toll") + 1 :] if "toll" in before else ()
        if _TOLL_LINKS & set(behind) and not {",", ".", ";"} & set(behind):
            noun = counted(doc[number])
            yield built(doc, q, noun if noun.i > number else None, "killed", "stated_toll")


def hitting_weapons(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Weapons, more than one, that hit or are shot down: "*Three* drones struck the port."

    Fires on a count of weapons as the subject of a verb of hitting, or under "intercept".
    """
    for q in quantities:
        if q.kind not in ("count", "several") or q.high == 1:
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        if noun is number or measure_of(noun, "weapon") is None:
            continue
        verb, relation = verb_of(noun)
        role = "hits" if relation == "nsubj" else "obj" if relation in OBJECTS else ""
        measure = measure_of(verb, role) if role else None
        if measure in ("launched", "intercepted") and is_plain(verb):
            yield built(doc, q, noun, measure, "hitting_weapons")


def counted_strikes(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """A number of armed strikes that do something: "*Ten* airstrikes destroyed the depot."

    Fires on a count of strikes as the subject of a verb.
    """
    for q in quantities:
        if q.kind != "count":
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        if noun.i > number.i and noun.dep_ == "nsubj" and is_strike(noun):
            yield built(doc, q, noun, "launched", "counted_strikes")


def turned_back(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Those who are not let in: "*Sixty* migrants were turned back at the frontier."

    Fires on a count that is the object, or passive subject, of "turn" or "push" with "back" or
    "away", under a plain verb.
    """
    for q in quantities:
        if q.kind not in ("count", "several"):
            continue
        number = doc[token_at(doc, q.end - 1)]
        verb, relation = verb_of(counted(number))
        if relation not in OBJECTS or not is_one_of(verb, _TURNS) or not is_plain(verb):
            continue
        if any(c.lower_ in ("back", "away") for c in verb.children):
            noun = counted(number)
            yield built(doc, q, noun if noun.i > number.i else None, "other", "turned_back")


def no_harm(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Harm that is denied with "any": "The shelling did not cause *any* casualties." """
    for token in (doc[i] for i, word in enumerate(lower_of(doc)) if word == "any"):
        noun = token.head
        measure = measure_of(noun, "noun")
        if measure is None or is_unsaid(noun):
            continue
        first = max(sentence_at(doc, token.i)[0], token.i - _DENIED_NEAR)
        if not _DENIALS.isdisjoint(lower_of(doc)[first : token.i]):
            span = span_of(doc, token.i, token.i + 1)
            of = phrase(doc, token.i + 1, noun.i + 1) if noun.i > token.i else None
            yield Figure(
                id="", quantity=span, low=0, high=0, measure=measure, of=of, rule="no_harm",
                confidence=_TRUST,
            )  # fmt: skip


def _people(doc: Doc, q: Quantity) -> Token | None:
    """Return the noun for people that a count stands before, by the tree or by order, or None."""
    if q.kind not in ("count", "several"):
        return None
    end = token_at(doc, q.end - 1) + 1
    noun = counted(doc[end - 1])
    if noun.i >= end and is_people(noun):
        return noun
    for token in doc[end : end + _NOUN_NEAR + 1]:
        if token.pos_ == "NOUN" and is_people(token):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB"):
            break
    return None


def is_plain(verb: Token) -> bool:
    """Tell whether a verb stands for itself: without "may", "not", "if" and the like."""
    unsure = {"aux", "mark", "neg"}
    words = {c.lemma_.lower() for c in verb.children if c.dep_ in unsure or c.dep_ == "advmod"}
    return not words & {"may", "might", "could", "would", "will", "not", "if", "to", "never", "can"}


def built(doc: Doc, q: Quantity, noun: Token | None, measure: Measure, rule: str) -> Figure:
    """Return the figure of a quantity that counts a noun, as a rule found it."""
    of = None
    if noun is not None:
        left = min((t.i for t in noun.subtree if t.i <= noun.i), default=noun.i)
        number = token_at(doc, q.end - 1) + 1
        of = phrase(doc, max(left, number), noun.i + 1)
    return Figure(
        id="", quantity=Span.of(text_of(doc), q.start, q.end), low=q.low, high=q.high,
        measure=measure, of=of, rule=rule, confidence=_TRUST,
    )  # fmt: skip
