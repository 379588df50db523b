"""The tense in which a stretch of text is told: past, present, future, or not to be told."""

from __future__ import annotations

from spacy.tokens import Doc, Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
#: Verbs that put what they govern ahead.
AHEAD = frozenset({"plan", "expect", "schedule", "set", "due", "intend", "promise", "vow"})


def tense_at(doc: Doc, character: int) -> str | None:
    """Return the tense of the clause at a character, by the nearest verb that governs it."""
    span = doc.char_span(character, character + 1, alignment_mode="expand")
    if span is None:
        return None
    token = span[0]
    for _ in range(len(doc)):
        if token.pos_ in ("VERB", "AUX"):
            return _tense(token)
        if token.head == token:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> str | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]
    if any(h.lower_ in FUTURE for h in helpers):
        return "future"
    if "VerbForm=Inf" in str(verb.morph) and verb.head.lemma_ in AHEAD:
        return "future"
    forms = [str(t.morph) for t in (*helpers, verb)]
    if any("Tense=Past" in f for f in forms):
        return "past"
    return "present" if any("Tense=Pres" in f for f in forms) else None
