"""A toll to the event of an earlier sentence that it comes from: "The attack killed *nine*."

A toll often stands a sentence behind the happening: "Gunmen raided the market. At least nine
people were killed." It goes to the one event before it that fits, in its paragraph or else in the
one right before (farther back where it is pointed at: "the toll", "in the raid"); to none where
several fit, or where its own clause tells another place, day or cause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import (
    HARM,
    is_time,
    path_of,
    settings_of,
    when_clauses,
)
from sayso.find.figures.governed import governed_measure, measure_of
from sayso.find.figures.parts import is_sum
from sayso.language.lines import is_item, opening
from sayso.language.spans import case_of, lower_of, sentence_at, span_of, text_of, tokens_of
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

_REAL = frozenset({"happened", "ongoing"})
_WORD = re.compile(r"\w+")
#: Nouns that stand for whatever violent happening was told before.
_ANY = frozenset({"assault", "attack", "incident", "violence"})
#: A noun that takes up the act that was told: "the strike", "the shooting".
_ACTS = _ANY | frozenset(
    {"airstrike", "ambush", "battle", "blast", "bombardment", "bombing", "clash", "explosion",
     "fighting", "massacre", "raid", "shelling", "shooting", "stabbing", "strike"}
)  # fmt: skip
#: Definite places that stand for the one told before.
_THERE = frozenset(
    {"area", "building", "camp", "city", "debris", "district", "market", "rubble", "scene",
     "site", "town", "village"}
)  # fmt: skip
#: What says nothing of where or how the harm came about.
_MUTE = frozenset({"all", "condition", "hospital", "injury", "them", "they", "total", "wound"})
_MUTE_CASES = frozenset({"of", "to", "according", "than", "with", "among", "including"})
#: What a number is the sum of: "put the *toll* at 35".
_SUMS = frozenset({"casualties", "dead", "toll", "wounded"})
_WHICH = frozenset({"that", "which"})
_SMALL = frozenset({"the", "a", "an", "of", "in", "on", "at", "near", "and"})


def earlier_event(doc: Doc, figure: Figure, events: Sequence[Event]) -> Event | None:
    """Return the one event of an earlier sentence that a toll can come from, or None.

    ``events`` are those of a fitting type, in text order.
    """
    start, end = tokens_of(doc, figure.quantity)
    if not _is_toll(doc, figure):
        return None
    sentence = span_of(doc, *sentence_at(doc, start))
    before = [
        e
        for e in events
        if e.type == "ASSAULT" and e.status in _REAL and e.trigger.end <= sentence.start
    ]
    path = path_of(doc, end - 1)
    if not before or when_clauses(path) or _is_own_act(path):
        return None
    first = opening(text_of(doc), sentence.start)
    near = [e for e in before if e.trigger.start >= first]
    fitting = [e for e in near or before if _fits(doc, figure, e, path)]
    found = _one(doc, fitting) or _pointed(figure, fitting, sentence)
    if near or found is None or _goes_back(doc, figure, found, path):
        return found
    return None


def _goes_back(doc: Doc, figure: Figure, event: Event, path: Sequence[Token]) -> bool:
    """Tell whether a toll may go back to an event of another paragraph: one that its clause points
    back to, by an act or a place, or that of the paragraph right before; not from an item of a
    list, which stands alone, and not by a bare number ("he says 40")."""
    start, end = tokens_of(doc, figure.quantity)
    before = lower_of(doc)[sentence_at(doc, start)[0] : start]
    nouns = (*settings_of(list(path)), *_acts_of(path))
    if not _SUMS.isdisjoint(before) or not all(_is_mute(noun) for noun in nouns):
        return True
    text = text_of(doc)
    first = opening(text, figure.quantity.start)
    told = figure.of is not None or governed_measure(doc, end - 1) is not None
    near = event.trigger.start >= opening(text, max(first - 1, 0))
    return told and near and not is_item(text, first)


def _is_mute(noun: Token) -> bool:
    """Tell whether a noun says nothing of where or how the harm came about."""
    return case_of(noun) in _MUTE_CASES or noun.lemma_.lower() in _MUTE or is_time(noun)


def _acts_of(path: Sequence[Token]) -> list[Token]:
    """Return the subject of a clause where it takes up an act: "*the raid* killed nine"."""
    return [s for s in _subjects(path[-1]) if _takes_up(s)]


def _subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb, for "which" the act that it stands for, also over the noun
    between: "claimed *the attack* on a bus, *which* killed 12"."""
    return [_meant(c) if c.lower_ in _WHICH else c for c in verb.children if c.dep_ == "nsubj"]


def _meant(relative: Token) -> Token:
    noun = relative.head.head if relative.head.dep_ == "acl:relcl" else relative
    over = noun
    while over.dep_ == "nmod" and over.lemma_.lower() not in _ACTS:
        over = over.head
    return over if over.lemma_.lower() in _ACTS else noun


def _is_toll(doc: Doc, figure: Figure) -> bool:
    """Tell whether a figure counts those harmed in one happening that is real."""
    one = figure.scope == "event" or is_sum(doc, figure)
    return figure.measure in HARM and figure.status in _REAL and one


def _is_own_act(path: Sequence[Token]) -> bool:
    """Tell whether the clause tells its own act of harm: "troops shot four of them"."""
    verb = path[-1]
    if verb.pos_ != "VERB" or measure_of(verb, "obj") is None:
        return False
    subjects = [s for s in _subjects(verb) if s not in path]
    return any(not _takes_up(s) for s in subjects)


def _takes_up(noun: Token) -> bool:
    """Tell whether a noun is a definite one for an act: "the strike", "this attack"."""
    definite = any(c.lower_ in ("the", "this", "that") for c in noun.children if c.dep_ == "det")
    return definite and noun.lemma_.lower() in _ACTS


def _fits(doc: Doc, figure: Figure, event: Event, path: list[Token]) -> bool:
    """Tell whether nothing in the figure's clause speaks against the event."""
    own = span_of(doc, *sentence_at(doc, tokens_of(doc, figure.quantity)[0]))
    time = figure.time if figure.time and own.covers(figure.time) else None
    if time and (event.time is None or not _words(time) & _words(event.time)):
        return False
    nouns = (*settings_of(path), *_acts_of(path))
    return all(_agrees(doc, figure, event, noun) for noun in nouns)


def _agrees(doc: Doc, figure: Figure, event: Event, noun: Token) -> bool:
    """Tell whether a noun of the figure's clause is silent on the happening or means this event."""
    lemma = noun.lemma_.lower()
    if _is_mute(noun):
        return True
    here = span_of(doc, noun.i, noun.i + 1)
    if figure.time is not None and figure.time.overlaps(here):
        return True
    if _takes_up(noun):
        act = event.trigger.text.lower()
        anything = lemma in _ANY or act.startswith(tuple(_ANY))
        return anything or lemma in act or act.rstrip("s") in lemma
    told = [s for s in (event.place, *event.target) if s is not None]
    if any(noun.lower_ in _words(s) for s in told):
        return True
    return (
        noun.pos_ == "NOUN" and lemma in _THERE and not any(c.pos_ == "PROPN" for c in noun.subtree)
    )


def _one(doc: Doc, events: Sequence[Event]) -> Event | None:
    """Return the one happening that events tell: in one word and not of two places, or in one
    sentence and of one doer; None where they differ."""
    words = {e.trigger.text.lower().rstrip("s") for e in events}
    places = {e.place.text for e in events if e.place}
    if len(words) == 1 and len(places) <= 1:
        return events[-1]
    sentences = {sentence_at(doc, tokens_of(doc, e.trigger)[0]) for e in events}
    doers = {e.actor for e in events if e.actor}
    return events[0] if len(sentences) == 1 and len(doers) == 1 else None


def _pointed(figure: Figure, events: Sequence[Event], sentence: Span) -> Event | None:
    """Return the one event whose doer the figure has from an earlier sentence."""
    by = figure.by
    if by is None or by.end > sentence.start:
        return None
    found = [e for e in events if any(a.overlaps(by) for a in e.actor)]
    return found[0] if len(found) == 1 else None


def _words(span: Span) -> set[str]:
    return {w.lower() for w in _WORD.findall(span.text)} - _SMALL
