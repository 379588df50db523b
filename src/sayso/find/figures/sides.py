"""Doers of harm that the harmed speak against: those of their own kind, and who but fights them.

"Insurgents attacked the post; eight *insurgents* were killed": not by insurgents. "Six were hurt in
the *fighting*": between two sides nobody is told to have done it (guide, settled case 18).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.figures.against import subject_verb
from sayso.find.figures.classes import class_of_word
from sayso.find.figures.clause import HARM, path_of, settings_of
from sayso.language.spans import case_of, head_of, tokens_of
from sayso.record.findings import Figure

_FIGHTS = frozenset(
    {"battle", "clash", "combat", "crossfire", "fight", "fighting", "firefight", "gunfight",
     "shootout", "skirmish"}
)  # fmt: skip
_FORCES = frozenset({"fighter", "gunman", "police", "soldier"})
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
    force = class_of_word(doer)
    if force == "police" and noun.lower_ in _OFFICERS:
        return True
    return doer.lower_ == noun.lower_ or (force in _FORCES and force == class_of_word(noun))
