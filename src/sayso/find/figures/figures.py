"""A Doc to its figures, in text order: quantities, what they measure, their parts and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.against import with_defender, with_interceptors
from sayso.find.figures.apart import without_others
from sayso.find.figures.arrivals import arrivals
from sayso.find.figures.booty import counted_booty
from sayso.find.figures.classes import class_of
from sayso.find.figures.constructions import (
    counted_noun,
    counted_object,
    counted_state,
    counted_strikes,
    hitting_weapons,
    no_harm,
    stated_toll,
    turned_back,
)
from sayso.find.figures.described import with_described, without_dead
from sayso.find.figures.doers import with_told_doer
from sayso.find.figures.happening import with_events
from sayso.find.figures.learned import learned_figures
from sayso.find.figures.listed import with_lists
from sayso.find.figures.lost import counted_losses, without_loser
from sayso.find.figures.own import with_own_roles
from sayso.find.figures.parts import with_parts
from sayso.find.figures.shared import with_two_measures
from sayso.find.figures.sick import counted_cases, without_doer
from sayso.find.figures.sides import as_wholes
from sayso.find.figures.told import (
    is_told,
    with_condition,
    with_doubts,
    with_exception,
    with_fear,
    with_scope,
    with_talks,
    with_window,
)
from sayso.find.figures.unsaid import without_shares
from sayso.language.numbers import Quantity, find_quantities
from sayso.language.spans import text_of
from sayso.record.findings import Event, Figure, Statement
from sayso.record.say_so import innermost

#: Each rule yields figures without ids; the first to claim a quantity keeps it.
RULES: tuple[Callable[[Doc, Sequence[Quantity]], Iterator[Figure]], ...] = (
    learned_figures,
    counted_object,
    counted_state,
    counted_noun,
    stated_toll,
    hitting_weapons,
    counted_strikes,
    turned_back,
    counted_booty,
    counted_cases,
    counted_losses,
    arrivals,
    no_harm,
)


def find_figures(
    doc: Doc, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[Figure, ...]:
    """Return the figures of a Doc with ids, each under the innermost statement that tells it,
    with its whole, its event, and the words that leave it unverified."""
    told = (
        with_talks(
            doc, with_condition(doc, with_exception(doc, with_fear(doc, with_scope(doc, f))))
        )
        for f in with_lists(doc, with_described(doc, _claimed(doc)))
    )
    found = (without_dead(f) for first in told for f in with_two_measures(doc, first))
    numbered = [
        replace(
            f, id=f"f{n}", of_class=class_of(doc, f.of), statement=innermost(statements, f.quantity)
        )
        for n, f in enumerate(found, 1)
    ]
    whole = with_doubts(doc, [with_window(doc, f) for f in with_parts(doc, numbered)])
    own = [without_others(doc, with_own_roles(doc, f, whole), statements) for f in whole]
    linked = with_events(doc, [without_doer(doc, f) for f in own], events, statements)
    blamed = as_wholes(doc, [with_told_doer(doc, f, statements, events) for f in linked])
    against = [with_defender(doc, without_loser(doc, f), events) for f in blamed]
    return tuple(with_interceptors(doc, against, events))


def _claimed(doc: Doc) -> list[Figure]:
    """Return what the rules yield, in text order, one figure a quantity."""
    told = [q for q in find_quantities(text_of(doc)) if is_told(doc, q)]
    quantities = without_shares(doc, told)
    found: list[Figure] = []
    for rule in RULES:
        for figure in rule(doc, quantities):
            if not any(f.quantity.overlaps(figure.quantity) for f in found):
                found.append(figure)
    return sorted(found, key=lambda f: (f.quantity.start, f.quantity.end))
