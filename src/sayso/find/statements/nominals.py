"""Nouns that hold what somebody says: "*allegations* of fraud", "Peru's *request* to join"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.pronouns import joined_names, noun_phrase
from sayso.language.spans import lower_of, span_of
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import Act

#: Such nouns and what they do. In the singular they are as often a suit or a title to a thing.
TOLD: dict[str, Act] = {
    "accusations": "accuses",
    "allegations": "accuses",
    "claims": "states",
    "complaints": "accuses",
    "rumors": "states",
    "rumours": "states",
}
#: Nouns that somebody has, and what one does who has them, where what to do stands behind.
OWNED: dict[str, Act] = {
    "demand": "demands",
    "desire": "believes",
    "offer": "offers",
    "pledge": "promises",
    "promise": "promises",
    "proposal": "asks",
    "refusal": "rejects",
    "request": "asks",
    "threat": "threatens",
    "vow": "promises",
    "wish": "believes",
}
#: Who does so with a claim or an accusation makes it.
MAKES = frozenset(["exchange", "exchanged", "exchanging", "hurled", "leveled", "levelled", "made",
                   "makes", "making", "trade", "traded", "trading"])  # fmt: skip
#: How an infinitive hangs on a noun.
TO_DO = frozenset({"acl", "ccomp", "xcomp"})
NAMES = frozenset({"NOUN", "PROPN"})
#: What parts a dateline from its sentence: "OSLO (AP) - ".
DATELINE = frozenset({"(", ")", "-", "--", "–", "—"})
#: What leads to what is said.
LEADING = frozenset({"about", "of", "regarding", "that"})
#: On texts that the encoder was not trained on, 6 of 7 that it had not marked were statements
#: (7 of 8 of those with an owner).
CONFIDENCE = 0.85


def told(doc: Doc) -> Iterator[Statement]:
    """A noun with what is said behind it: "The court weighed *allegations* of fraud."

    Fires on the nouns of ``TOLD`` before "of", "about" or "that" with a phrase or a clause.
    """
    for noun in (doc[i] for i, word in enumerate(lower_of(doc)[:-2]) if word in TOLD):
        said = _said(noun) if noun.pos_ == "NOUN" else None
        if said is not None:
            content = span_of(doc, noun.i + 2, said.right_edge.i + 1)
            source = _maker(noun)
            yield _statement(noun, content, TOLD[noun.lower_], "nominal:told", source)


def owned(doc: Doc) -> Iterator[Statement]:
    """A noun with whose it is before it and what to do behind: "Peru's *request* to join."

    Fires on the nouns of ``OWNED`` with an owner or a name before them, or one behind "by", and an
    infinitive behind.
    """
    for noun in (doc[i] for i, word in enumerate(lower_of(doc)[:-2]) if word in OWNED):
        by = _by(noun) if noun.pos_ == "NOUN" else None
        said = _to_do(noun, by) if noun.pos_ == "NOUN" and (by or _has_owner(noun)) else None
        if said is not None:
            content = span_of(doc, said.left_edge.i, said.right_edge.i + 1)
            source = span_of(doc, *noun_phrase(by)) if by is not None else _whose(noun)
            yield _statement(noun, content, OWNED[noun.lower_], "nominal:owned", source)


def disclaimed(doc: Doc) -> Iterator[Statement]:
    """What somebody's denial denies: "Peru's *denial* of any role".

    Fires on "denial" with an owner or a name before it and "of" or "that" behind.
    """
    for noun in (doc[i] for i, word in enumerate(lower_of(doc)[:-2]) if word == "denial"):
        said = _said(noun) if noun.pos_ == "NOUN" and _has_owner(noun) else None
        if said is not None:
            content = span_of(doc, noun.i + 2, said.right_edge.i + 1)
            yield _statement(noun, content, "denies", "nominal:disclaimed", _whose(noun))


def _statement(
    noun: Token, content: Span, act: Act, rule: str, source: Span | None = None
) -> Statement:
    """A statement whose cue is the noun; who said it is told here only by what is behind it."""
    cue = span_of(noun.doc, noun.i, noun.i + 1)
    return Statement("", source, cue, (content,), act=act, rule=rule, confidence=CONFIDENCE)


def _maker(noun: Token) -> Span | None:
    """Who makes what a noun tells of: "*Oslo and Bergen* traded accusations of theft"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lower_ not in MAKES:
        return None
    doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if doer is None or doer.pos_ not in NAMES:
        return None
    start, end = joined_names(doer)
    headed = any(t.text in DATELINE for t in noun.doc[start : verb.i])
    return None if headed else span_of(noun.doc, start, end)


def _whose(noun: Token) -> Span | None:
    """The noun that "whose" stands for before another: "*bishops* whose offer to help"."""
    own = next((c for c in noun.children if c.lower_ == "whose" and c.dep_ == "nmod:poss"), None)
    clause = noun.head if own is not None else noun
    above = clause.head if clause.dep_ == "acl:relcl" and clause != noun else None
    return span_of(noun.doc, *noun_phrase(above)) if above is not None else None


def _by(noun: Token) -> Token | None:
    """The name or person behind "by" right behind a noun: "the threat by *Ann Oak*"."""
    by = next((c for c in noun.children if c.dep_ == "nmod" and c.left_edge.i == noun.i + 1), None)
    return by if by is not None and noun.nbor(1).lower_ == "by" and by.pos_ in NAMES else None


def _has_owner(noun: Token) -> bool:
    before = (c for c in noun.children if c.i < noun.i)
    return any(c.dep_ == "nmod:poss" or (c.dep_ == "compound" and c.ent_type_) for c in before)


def _to_do(noun: Token, by: Token | None) -> Token | None:
    """The infinitive right behind a noun, or behind whose it is."""
    behind = [c for n in (noun, by) if n is not None for c in n.children if c.dep_ in TO_DO]
    last = by.right_edge if by is not None else noun
    leading = last.nbor(1) if last.i + 1 < len(noun.doc) else last
    return next((c for c in behind if c.left_edge == leading and leading.lower_ == "to"), None)


def _said(noun: Token) -> Token | None:
    """The phrase or clause that the word behind a noun leads to, if it hangs on the noun."""
    leading = noun.nbor(1)
    said = next((c for c in noun.children if c.left_edge == leading), None)
    return said if said is not None and leading.lower_ in LEADING and said != leading else None
