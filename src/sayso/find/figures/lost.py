"""Those that a side has lost: they came to harm, and not by who lost them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.against import subject_verb
from sayso.find.figures.classes import is_people
from sayso.find.figures.constructions import built, is_plain
from sayso.find.figures.governed import OBJECTS, counted, is_one_of, measure_of, verb_of
from sayso.language.booty import is_weapon
from sayso.language.numbers import Quantity
from sayso.language.pronouns import antecedent
from sayso.language.spans import case_of, head_of, token_at, tokens_of
from sayso.language.states import state_of
from sayso.record.findings import Figure
from sayso.record.vocabulary import Measure

_LOSE = ("lose", "losing", "lost")
#: What a side may lose that was not destroyed: "lost *three* friends to the border guard".
_FORCE = frozenset({"fighter", "guard", "man", "people", "personnel", "serviceman", "soldier",
                    "troop", "troops"})  # fmt: skip

_ARMS = frozenset({"armour", "boat", "ship", "tank", "vehicle", "warship"})


def is_lost(noun: Token) -> bool:
    """Tell whether those counted are lost by somebody: "lost *12 soldiers*", "*three tanks* were
    lost"."""
    verb, relation = verb_of(noun)
    return relation in OBJECTS and is_one_of(verb, _LOSE)


def is_of_losses(number: Token) -> bool:
    """Tell whether a bare number is what losses come to: "its losses had reached *410,000*"."""
    if number.pos_ != "NUM":
        return False
    told = (c.lemma_.lower() for c in number.head.children if c.dep_ == "nsubj")
    return any(lemma in ("casualty", "loss") for lemma in told)


def counted_losses(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Men and arms that a force has lost: "The enemy lost *940* soldiers and *eight* tanks."

    Fires on a count of men of a force, weapons or vehicles under a plain verb of losing.
    """
    for q in quantities:
        if q.kind not in ("count", "score"):  # "lost 940" may be a score, but not of men
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        measure = _measure(noun)
        if noun is number or measure is None or not is_lost(noun):
            continue
        if is_plain(verb_of(noun)[0]):
            yield built(doc, q, noun, measure, "counted_losses")


def _measure(noun: Token) -> Measure | None:
    if noun.lemma_.lower() in _FORCE or noun.lower_ in _FORCE:
        return "killed"
    arms = is_weapon(noun) or noun.lemma_.lower() in _ARMS
    things = arms or measure_of(noun, "craft") is not None
    return "destroyed" if things and not is_people(noun) else None


def without_loser(doc: Doc, figure: Figure) -> Figure:
    """Return the figure of what is lost without who lost it as its doer, nor, in the passive, any
    doer but one behind "by"; what killed the two whom "a trader lost" stays."""
    noun = counted(doc[tokens_of(doc, figure.quantity)[1] - 1])
    if figure.by is None or not is_lost(noun):
        return figure
    doer = head_of(doc, *tokens_of(doc, figure.by))
    verb, relation = verb_of(noun)
    if relation == "nsubj:pass":
        own = case_of(doer) != "by"
    else:
        subjects = [c for c in subject_verb(verb).children if c.dep_ == "nsubj"]
        own = any(doer in (s, _meant(s)) or _is_one_state(doer, _meant(s)) for s in subjects)
    return replace(figure, by=None) if own else figure


def _is_one_state(doer: Token, loser: Token) -> bool:
    """Tell whether a doer and who lost are one state: "*Norlandic* jets"; "Norland lost nine"."""
    state = state_of([doer.lower_])
    return state is not None and state == state_of([loser.lower_])


def _meant(subject: Token) -> Token:
    """Return the head of what a pronoun stands for: "the army said *it* had lost ten"."""
    found = antecedent(subject.doc, subject.i) if subject.pos_ == "PRON" else None
    return subject if found is None else head_of(subject.doc, *found)
