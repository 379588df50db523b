"""The tense in which a stretch of text is told: past, present, future, or not to be told."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import token_at

#: "would" stands for "will" in what somebody is said to have said.
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
#: Beginnings of words that put what they govern ahead: "expected to", "due to", "promised to".
AHEAD = ("plan", "expect", "schedul", "set", "due", "intend", "promis", "vow", "threaten")
#: Those that as a passive put their own times ahead: "is expected on Friday".
AWAITED = ("expect", "schedul", "plan", "due", "slated")

BE = frozenset({"is", "are", "was", "were"})
HAVE = frozenset({"has", "have", "had"})
#: What a condition names has not come yet, whatever its verb: "if no deal was reached by May".
CONDITIONS = frozenset({"if", "unless"})


def tense_at(doc: Doc, character: int) -> str | None:
    """Return the tense of the clause at a character, by the nearest verb that governs it."""
    token = doc[token_at(doc, character)]
    for _ in range(len(doc)):
        if token.pos_ in ("VERB", "AUX"):
            return _tense(token)
        if token.head == token:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> str | None:
    children = list(verb.children)
    helpers = [c for c in children if c.dep_ in ("aux", "aux:pass", "cop")]
    if any(h.lower_ in FUTURE for h in helpers):
        return "future"
    if _is_ahead(verb, children, helpers):
        return "future"
    forms = [str(t.morph) for t in (*helpers, verb)]
    if any("Tense=Past" in f for f in forms):
        return "past"
    return "present" if any("Tense=Pres" in f for f in forms) else None


def _is_ahead(verb: Token, children: list[Token], helpers: list[Token]) -> bool:
    """Tell what lies ahead: "is *to meet*", "due *to fly*", "is *expected*", "if it *fails*"."""
    marks = {c.lower_ for c in children if c.dep_ == "mark"}
    if marks & CONDITIONS and not any(h.lower_ in HAVE for h in helpers):
        return True
    is_passive = any(h.dep_ == "aux:pass" for h in helpers) or verb.dep_ == "acl"
    if is_passive and verb.lower_.startswith(AWAITED):
        return True
    if "VerbForm=Inf" not in str(verb.morph):
        return False
    is_to = "to" in marks and any(h.lower_ in BE and h.dep_ in ("aux", "cop") for h in helpers)
    due = any(c.lower_ == "due" for c in children)
    return is_to or due or (verb.head != verb and verb.head.lower_.startswith(AHEAD))
