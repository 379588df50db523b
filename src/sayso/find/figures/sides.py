"""Doers of harm that the harmed speak against: those of their own kind, and who but fights them.

"Insurgents attacked the post; eight *insurgents* were killed": not by insurgents. "Six were hurt in
the *fighting*": between two sides nobody is told to have done it (guide, settled case 18).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.against import subject_verb
from sayso.find.figures.classes import class_of_word
from sayso.find.figures.clause import HARM, path_of, settings_of
from sayso.language.spans import case_of, head_of, sentence_at, tokens_of
from sayso.record.findings import Figure

_FIGHTS = frozenset(
    {"battle", "clash", "combat", "crossfire", "fight", "fighting", "firefight", "gunfight",
     "shootout", "skirmish"}
)  # fmt: skip
_FORCES = frozenset({"fighter", "gunman", "police", "soldier"})
_STATE_FORCES = frozenset({"army", "forces", "military"})
_REBELS = frozenset({"guerrilla", "insurgent", "militant", "opposition", "rebel", "separatist"})
#: Those whom a clause without a name of their force tells of beside their police.
_OFFICERS = frozenset({"officer", "officers"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_IN = frozenset({"amid", "during", "in"})


def is_of_other_side(doc: Doc, figure: Figure) -> bool:
    """Tell whether a figure of harm cannot have the doer that it has: he is one of those harmed, or
    they came to harm in a fight, and he is not the subject of its verb nor behind "by"."""
    if figure.by is None or figure.measure not in HARM:
        return False
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    doer = head_of(doc, *tokens_of(doc, figure.by))
    if _acts(doer, path):
        return False
    return _is_own_kind(doer, path[0]) or any(
        noun.lemma_.lower() in _FIGHTS and case_of(noun) in _IN for noun in settings_of(path)
    )


def as_wholes(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, parts without a doer from another sentence that their whole has not:
    "Six soldiers, among them *a captain*, died"."""
    by_id = {f.id: f for f in figures}

    def fits(part: Figure) -> bool:
        whole = by_id.get(part.part_of or "")
        if part.by is None or whole is None or whole.by is not None:
            return True
        sentence = sentence_at(doc, tokens_of(doc, part.quantity)[0])
        inside = sentence[0] <= tokens_of(doc, part.by)[0] < sentence[1]
        return inside or whole.measure != part.measure

    return [f if fits(f) else replace(f, by=None) for f in figures]


def _acts(doer: Token, path: list[Token]) -> bool:
    """Tell whether a doer is the subject of the verb of a path, or is told behind "by"; not of one
    that a clause with a subject of its own is joined to: "*police* fired and three were hurt"."""
    last = next((t for t in path if any(c.dep_ in _SUBJECTS for c in t.children)), path[-1])
    verb = subject_verb(last)
    own = doer.dep_ == "nsubj" and doer.head in (last, verb)
    return own or (case_of(doer) == "by" and doer.head in path)


def _is_own_kind(doer: Token, noun: Token) -> bool:
    """Tell whether a doer and those counted are told by one noun or are of one force: "*insurgents*
    attacked; eight *insurgents* died"; not where those have a name ("two *Orlan* soldiers")."""
    if noun.pos_ != "NOUN" or any(c.pos_ in ("ADJ", "PROPN") for c in noun.children):
        return False
    force = "soldier" if _is_state_force(doer) else class_of_word(doer)
    if force == "police" and noun.lower_ in _OFFICERS:
        return True
    return doer.lower_ == noun.lower_ or (force in _FORCES and force == class_of_word(noun))


def _is_state_force(doer: Token) -> bool:
    """Tell whether a doer is an army or security forces without a name of their own: "*troops* of
    the Orla Front" and "rebel *forces*" are none."""
    words = {doer.lower_, *(c.lower_ for c in doer.children)}
    return doer.pos_ == "NOUN" and doer.lower_ in _STATE_FORCES and words.isdisjoint(_REBELS)
