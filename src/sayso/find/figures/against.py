"""Harm to those who attack, and weapons shot down: both are done by the other side.

"The army repelled an attack by rebels, killing nine": the army killed the nine. "Norland fired 30
rockets. The air force said it downed 22": whoever downed them, Norland did not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import HARM, path_of
from sayso.find.figures.governed import counted, is_one_of, measure_of, verb_of
from sayso.language.pronouns import antecedent
from sayso.language.spans import head_of, phrase, sentence_at, span_of, tokens_of, whole
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

#: What one does to an attack who is attacked.
_WARDS_OFF = frozenset(
    {"answer", "beat", "block", "counter", "defeat", "disrupt", "fend", "foil", "halt", "prevent",
     "rebuff", "repel", "repulse", "resist", "respond", "retaliate", "stop", "thwart", "withstand"}
)  # fmt: skip
_ATTACKS = frozenset(
    {"advance", "ambush", "assault", "attack", "attempt", "incursion", "infiltration", "offensive",
     "operation", "push", "raid", "strike"}
)  # fmt: skip
_CLIMB = 4
#: Clauses without a subject of their own share that of the verb they hang on.
_SHARES = frozenset({"advcl", "conj", "xcomp"})


def defender(doc: Doc, figure: Figure) -> Span | None:
    """Return who wards off an attack and does harm by it, or None: "*troops* repelled a raid by
    rebels, killing nine", "*troops* foiled a raid and killed nine"."""
    verb, relation = verb_of(counted(doc[tokens_of(doc, figure.quantity)[1] - 1]))
    if figure.measure not in HARM or relation != "obj" or measure_of(verb, "obj") is None:
        return None
    above = subject_verb(verb)
    if above == verb or not is_one_of(above, _WARDS_OFF) or not _faces_attack(above):
        return None
    subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.pos_ == "PRON":
        found = antecedent(doc, subject.i)  # "the army said *it* had repelled a raid"
        return span_of(doc, *found) if found is not None else None
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    return phrase(doc, *whole(doc, subject.i, subject.i + 1))


def _faces_attack(verb: Token) -> bool:
    """Tell whether what a verb is about is an attack: not "a blast *halted* trains"."""
    about = (c for c in verb.children if c.dep_ in ("obj", "obl"))
    return any(c.lemma_.lower() in _ATTACKS for c in about)


def with_defender(doc: Doc, figure: Figure, events: Sequence[Event]) -> Figure:
    """Return the figure with who warded off an attack as its doer, and without the event of that
    attack."""
    by = defender(doc, figure)
    if by is None:
        return figure
    event = next((e for e in events if e.id == figure.event), None)
    if event is None or any(a.overlaps(by) for a in event.actor):
        return replace(figure, by=by)
    return replace(figure, by=by, event=None)


def with_interceptors(doc: Doc, figures: Sequence[Figure], events: Sequence[Event]) -> list[Figure]:
    """Return the figures, in text order, those of weapons shot down without who launched them; a
    second number of one clause has the doer of the first: "it downed 87 drones and *five*"."""
    launchers = [f.by for f in figures if f.measure == "launched" and f.by is not None]
    launchers += [a for e in events if e.type == "ASSAULT" for a in e.actor]
    out: list[Figure] = []
    for figure in figures:
        if _is_of(launchers, figure.by) and _is_shot_down(doc, figure):
            by = figure.by if _shoots(doc, figure) else _beside(doc, out, figure)
            figure = replace(figure, by=by)
        out.append(figure)
    return out


def _is_shot_down(doc: Doc, figure: Figure) -> bool:
    """Tell whether weapons are counted that were brought down: "destroyed *20* drones"."""
    if figure.measure == "destroyed":
        noun = counted(doc[tokens_of(doc, figure.quantity)[1] - 1])
        return measure_of(noun, "weapon") is not None
    return figure.measure == "intercepted"


def _is_of(launchers: Iterable[Span], by: Span | None) -> bool:
    return by is not None and any(a.overlaps(by) for a in launchers)


def _shoots(doc: Doc, figure: Figure) -> bool:
    """Tell whether a doer is told to shoot down: as the subject of the verb, or in its sentence
    where that is a pronoun."""
    verb, relation = verb_of(counted(doc[tokens_of(doc, figure.quantity)[1] - 1]))
    if relation != "obj" or figure.by is None:
        return False
    subject = next((c for c in subject_verb(verb).children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.pos_ == "PRON":
        return span_of(doc, *sentence_at(doc, verb.i)).covers(figure.by)
    start, end = tokens_of(doc, figure.by)
    return start <= subject.i < end or head_of(doc, start, end).head == subject


def _beside(doc: Doc, before: Sequence[Figure], figure: Figure) -> Span | None:
    """Return the doer of the weapons shot down that the same clause counts before a figure."""
    verb = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)[-1]
    for other in reversed(before):
        if other.measure == "intercepted":
            same = path_of(doc, tokens_of(doc, other.quantity)[1] - 1)[-1] == verb
            return other.by if same else None
    return None


def subject_verb(verb: Token) -> Token:
    """Return the verb whose subject a verb without one shares: "*repelled* a raid, killing"."""
    for _ in range(_CLIMB):
        if verb.dep_ not in _SHARES or any(
            c.dep_ in ("nsubj", "nsubj:pass") for c in verb.children
        ):
            break
        verb = verb.head
    return verb
