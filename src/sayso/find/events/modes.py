"""The mode of an event by the words in and beside its trigger, where the encoder saw none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from sayso.language.spans import head_of, lower_of, tokens_of
from sayso.language.word_lists import rows
from sayso.record.span import Span

BESIDE = frozenset({"compound", "amod", "nummod", "nmod:poss", "obl", "nmod", "obl:agent"})
#: What is sent, yielded or shut tells the mode as well; what is attacked does not.
OBJECTS = frozenset({"obj", "nsubj:pass"})
BLOWING = frozenset({"blew", "blow", "blowing", "blown", "blows", "detonated", "exploded"})
SELF = frozenset({"herself", "himself", "itself", "themselves"})
STRIKES = frozenset({"strike", "strikes", "struck"})
#: Of several words the more telling one goes first: a suicide bombing is a suicide attack.
FIRST = ("suicide-attack", "drone", "aerial", "heavy-weapons", "explosives", "firearms")


def mode_of(
    doc: Doc, start: int, end: int, event_type: str, doers: Iterable[Token] = ()
) -> str | None:
    """Return the mode that the trigger at tokens ``start`` to ``end`` names, or a modifier, or who
    does it ("gunmen")."""
    root = head_of(doc, start, end)
    own = [_mode(doc[i], event_type) for i in range(start, end)]
    blown = event_type == "ASSAULT" and not BLOWING.isdisjoint(lower_of(doc)[start:end])
    if blown and any(c.lower_ in SELF for c in root.children):
        own.append("suicide-attack")
    near = BESIDE if event_type == "ASSAULT" else BESIDE | OBJECTS
    beside = [_mode(t, event_type) for t in root.children if t.dep_ in near]
    found = [m for m in (*own, *beside, *(_mode(t, event_type) for t in doers)) if m is not None]
    return next((m for m in FIRST if m in found), found[0] if found else None)


def _mode(token: Token, event_type: str) -> str | None:
    """The mode of a word; lemmas lose an e at times ("ston")."""
    lemma, modes = token.lemma_.lower(), _modes()
    return modes.get((lemma, event_type)) or modes.get((lemma + "e", event_type))


@cache
def _modes() -> dict[tuple[str, str], str]:
    return {(lemma, kind): mode for lemma, kind, mode in rows("mode_words")}


def is_mixed(doc: Doc, start: int, end: int, event_type: str) -> bool:
    """Tell whether words in a row beside a trigger name two modes: "drone and missile strikes"."""
    for child in head_of(doc, start, end).children:
        if child.dep_ in ("compound", "amod"):
            row = [child, *(c for c in child.children if c.dep_ == "conj")]
            if len({m for m in (_mode(t, event_type) for t in row) if m}) > 1:
                return True
    return False


def is_aimed(doc: Doc, start: int, end: int, targets: Sequence[Span]) -> bool:
    """Tell whether a trigger is a strike at one known person: "a strike on *Colonel Roe*"."""
    if len(targets) != 1 or head_of(doc, start, end).lower_ not in STRIKES:
        return False
    name = head_of(doc, *tokens_of(doc, targets[0]))
    return name.pos_ == "PROPN" and name.ent_type_ == "Person"
