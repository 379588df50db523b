"""Names of places that the encoder took for doers, by how else the report speaks of them."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.find.events.destinations import named_at
from sayso.language.spans import lower_of
from sayso.language.states import state_names

#: What stands before the name of a place where something is.
THERE = frozenset({"around", "at", "in", "near", "outside"})
#: Parts of a place: "Aden *North*".
QUARTERS = frozenset({"Central", "East", "North", "South", "West"})


def is_place_hit(doc: Doc, trigger: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether the doer at tokens ``start`` to ``end`` is only where the event took place.

    "*Brest* shelling" tells of a place, where the name stands right before the trigger, is no
    state's, and the report says elsewhere what happened "in Brest".
    """
    if end != trigger[0]:
        return False
    name = doc[start:end]
    if any(t.ent_type_ != "Location" or t.pos_ != "PROPN" for t in name):
        return False
    if name.text in state_names() or named_at(doc, start) != (start, end):
        return False
    words, size = lower_of(doc), end - start
    mine = words[start:end]
    return any(
        words[i - 1] in THERE and words[i : i + size] == mine for i in range(1, len(doc) - size + 1)
    )


def is_quarter(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words at tokens ``start`` to ``end`` are but a part of a place named right
    before them: "in Aden *North*"."""
    alone = end - start == 1 and doc[start].text in QUARTERS
    return alone and start > 0 and doc[start - 1].ent_type_ == "Location"
