"""Where the parties stand towards a proposal: accepts, rejects, on a condition, undecided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import is_party, is_verb, parties, subject
from sayso.find.proposals.details import CONDITION, condition_of
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import governing
from sayso.language.spans import text_of
from sayso.record.findings import Stance, Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span
from sayso.record.vocabulary import StanceKind

#: Particle verbs and set phrases, by their words.
PHRASES: tuple[tuple[str, StanceKind], ...] = (
    ("turn down", "rejects"),
    ("rule out", "rejects"),
    ("vote against", "rejects"),
    ("object to", "rejects"),
    ("put name to", "accepts"),
    ("say yes", "accepts"),
    ("say no", "rejects"),
)
#: What a party has not yet given: "has not given his answer", "has not said whether it would".
OPEN_WORDS = frozenset({"answer", "reply", "respond", "decide", "accept", "say", "comment", "sign"})


def stance_of(doc: Doc, mention: Mention, statements: Sequence[Statement]) -> Iterator[Stance]:
    """Yield the stances in the clause of a mention: "*Hamas rejected* the plan outright"."""
    verb = mention.head if mention.is_verb else governing(mention.head)
    if verb is None:
        return
    kind = kind_of_verb(verb)
    if kind is None:
        return
    doer = agent_of(verb, mention)
    if doer is None or not is_party(doer):
        return
    condition = condition_in(doc, verb)
    if kind == "accepts" and condition is not None:
        kind = "conditional"
    for span in parties(doc, doer):
        yield Stance(span, kind, condition, innermost(statements, _span(doc, verb)))


def kind_of_verb(verb: Token) -> StanceKind | None:
    """Return the stance that a verb takes, its negation and its hedges counted in."""
    lemma = verb.lemma_.lower()
    kind: StanceKind | None = None
    if is_verb(verb, "reject"):
        kind = "rejects"
    elif is_verb(verb, "accept"):
        kind = "accepts"
    elif is_verb(verb, "weigh"):
        kind = "undecided"
    for words, told in PHRASES:
        first, rest = words.split(" ", 1)
        near = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
        if lemma == first and near.startswith(rest):
            kind = told
    if any(c.dep_ == "advmod" and c.lower_ in ("not", "n't", "never") for c in verb.children):
        perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children)
        if kind == "accepts":
            return "undecided" if perfect else "rejects"
        return "undecided" if kind is None and perfect and lemma in OPEN_WORDS else None
    return kind


def agent_of(verb: Token, mention: Mention) -> Token | None:
    """Return who takes the stance: the subject, or "by" whom it is taken in the passive."""
    doer = subject(verb)
    if doer is not None and doer.dep_ == "nsubj:pass":
        doer = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
    if doer is None or doer == mention.head:
        return None
    return doer


def condition_in(doc: Doc, verb: Token) -> Span | None:
    """Return the condition of a stance: "on condition that ...", "only if ...", "provided ..."."""
    found = condition_of(doc, verb, verb.i)
    if found is not None:
        return found
    start, stop = verb.idx, _stop(verb)
    hit = CONDITION.search(text_of(doc), start, stop)
    if hit is None:
        return None
    told = re.split(r"[.;]|, (?:and|but|which|who)\b", text_of(doc)[hit.start() : stop])[0].rstrip(
        " ,"
    )
    return Span.of(text_of(doc), hit.start(), hit.start() + len(told))


def _stop(verb: Token) -> int:
    """Where the clause of a verb ends: before a verb joined to it, else with its last word."""
    joined = [
        c.left_edge.i for c in verb.children if c.dep_ in ("conj", "parataxis") and c.i > verb.i
    ]
    last = verb.doc[min([verb.right_edge.i + 1, *joined]) - 1]
    return max(last.idx + len(last), verb.idx + len(verb))


def _span(doc: Doc, token: Token) -> Span:
    return Span.of(text_of(doc), token.idx, token.idx + len(token))
