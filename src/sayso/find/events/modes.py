"""The mode of an event by the words in and beside its trigger, where the encoder saw none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from sayso.language.word_lists import rows

BESIDE = frozenset({"compound", "amod", "nummod", "nmod:poss", "obl", "nmod", "obl:agent"})
#: Of several words the more telling one goes first: a suicide bombing is a suicide attack.
FIRST = ("suicide-attack", "drone", "aerial", "heavy-weapons", "explosives", "firearms")


def mode_of(
    doc: Doc, start: int, end: int, event_type: str, doers: Iterable[Token] = ()
) -> str | None:
    """Return the mode that the trigger at tokens ``start`` to ``end`` names, or a modifier, or who
    does it ("gunmen")."""
    own = [_modes().get((t.lemma_.lower(), event_type)) for t in doc[start:end]]
    root = doc[start:end].root
    beside = [
        _modes().get((t.lemma_.lower(), event_type)) for t in root.children if t.dep_ in BESIDE
    ]
    doing = [_modes().get((t.lemma_.lower(), event_type)) for t in doers]
    found = [m for m in (*own, *beside, *doing) if m is not None]
    return next((m for m in FIRST if m in found), found[0] if found else None)


@cache
def _modes() -> dict[tuple[str, str], str]:
    return {(lemma, kind): mode for lemma, kind, mode in rows("mode_words")}
