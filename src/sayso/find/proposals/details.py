"""A clause to a term: what, by whom, in which phase, on what condition, how much, by when."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import (
    SUBJECTS,
    duty,
    end_of,
    is_condition,
    is_party,
    party,
    subject,
)
from sayso.language.numbers import find_quantities
from sayso.language.spans import LEADING, phrase, span_of, text_of, trimmed
from sayso.record.findings import Term
from sayso.record.span import Span

STAGES = frozenset({"phase", "stage", "step", "part"})
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "final": 0, "later": 0}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
#: "in exchange for", "in return for": the noun between the two prepositions.
EXCHANGE = frozenset({"exchange", "return"})
CONDITION = re.compile(
    r"\b(?:only )?(?:if|unless|provided(?: that)?|providing(?: that)?|on (?:the )?condition that|"
    r"as long as|so long as|once|until|as soon as|in (?:exchange|return) for|only (?:when|after)|"
    r"in case|assuming(?: that)?)\b",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\b(?:within|no later than|not later than|by|before)\b[^,;.]*?"
    r"(?:\d|day|week|month|hour|year|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"noon|midnight|evening|end of)[^,;.]*",
    re.IGNORECASE,
)
AMOUNTS = frozenset({"duration", "money", "count", "percent", "measure"})


def clause_term(doc: Doc, verb: Token, *, by: Span | None = None) -> Term | None:
    """Return the term that a finite clause or infinitive states, or None where nothing is left."""
    act = duty(verb)
    doer = subject(verb)
    passive = any(c.dep_ == "aux:pass" for c in act.children)
    agent = next((c for c in act.children if c.dep_ == "obl:agent"), None)
    if agent is not None:
        doer_span = party(doc, agent)
    elif doer is not None and is_party(doer) and not passive:
        doer_span = whole_party(doc, doer)
    else:
        doer_span = None if doer is not None and doer.dep_ in SUBJECTS else by
    start = act.i
    if doer is not None and (passive or not is_party(doer)) and doer.head in (act, verb):
        start = min(doer.left_edge.i, act.i)
    return term(doc, start, end_of(act), verb=act, by=doer_span)


def noun_term(doc: Doc, noun: Token, *, by: Span | None = None) -> Term | None:
    """Return the term that a noun phrase names: "an end to attacks in a first phase"."""
    start, end = noun.left_edge.i, noun.i + 1
    for child in noun.children:
        if child.dep_ == "conj" or child.dep_ == "parataxis" or is_condition(child):
            continue
        if child.dep_ in ("cc", "punct", "case") and (child.i > noun.i or child.dep_ == "case"):
            if child.dep_ == "case" and child.i < noun.i:
                start = max(start, child.i + 1)
            continue
        if child.i > noun.i:
            end = max(end, child.right_edge.i + 1)
    stops = [
        c.left_edge.i for c in noun.children if c.i > noun.i and c.dep_ in ("conj", "parataxis")
    ]
    end = min([end, *(s for s in stops if s > noun.i)])
    return term(doc, start, end, verb=noun, by=by)


def whole_party(doc: Doc, word: Token) -> Span | None:
    """Return a party with those joined to it as one span, or the name behind a pronoun."""
    joined = [c for c in word.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    own = party(doc, word)
    if own is None or not joined:
        return own
    end = max(party_end(doc, c) for c in joined)
    if end <= own.end or word.pos_ == "PRON":
        return own
    return Span.of(text_of(doc), own.start, end)


def party_end(doc: Doc, word: Token) -> int:
    found = party(doc, word)
    return found.end if found else 0


def term(doc: Doc, start: int, end: int, *, verb: Token, by: Span | None) -> Term | None:
    """Return the term of a range of tokens, its condition cut off and its details read."""
    found = trimmed(doc, start, end)
    while found and found[1] - found[0] > 1 and doc[found[0]].lower_ in LEADING:
        found = trimmed(doc, found[0] + 1, found[1])
    if found is None:
        return None
    start, end = found
    condition = condition_of(doc, verb, start)
    words = span_of(doc, start, end)
    cut = CONDITION.search(words.text)
    if cut and cut.start() > 0:
        inner = Span.of(text_of(doc), words.start + cut.start(), words.end)
        condition = condition or inner
        kept = text_of(doc)[words.start : words.start + cut.start()].rstrip(" ,;-–—")
        kept = re.sub(r"[ ,]+(?:and|but|or)$", "", kept)
        if not kept:
            return None
        words = Span.of(text_of(doc), words.start, words.start + len(kept))
    return Term(
        what=words,
        party=by,
        phase=phase_of(verb),
        condition=condition,
        exchange=exchange_of(condition),
        amount=amount_of(words),
        deadline=deadline_of(words),
    )


def condition_of(doc: Doc, verb: Token, start: int) -> Span | None:
    """Return the clause that states the condition of an act: behind it, or before its subject."""
    for child in verb.children:
        if child.dep_ in ("advcl", "obl", "obl:unmarked") and is_condition(child):
            first, last = child.left_edge.i, child.right_edge.i + 1
            if first > 0 and doc[first - 1].lower_ in ("only", "but") and first - 1 > verb.i:
                first -= doc[first - 1].lower_ == "only"
            return phrase(doc, first, last, leading=frozenset({"and", "but"}))
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.i > start:
        return None
    return None


def exchange_of(condition: Span | None) -> Span | None:
    """Return what is given for a term: the words behind "in exchange for"."""
    if condition is None:
        return None
    found = re.match(r"(?:only )?in (?:exchange|return) for ", condition.text, re.IGNORECASE)
    if found is None or found.end() == len(condition.text):
        return None
    return Span(condition.start + found.end(), condition.end, condition.text[found.end() :])


def amount_of(words: Span) -> Span | None:
    """Return the first duration, sum or number of a term, with the word that it counts."""
    for q in find_quantities(words.text):
        if q.kind in AMOUNTS:
            start, end = q.start, q.end
            if q.kind == "money" and start and words.text[start - 1] in "$€£":
                start -= 1
            behind = re.match(r"[-–\s]?(?:%|[^\W\d_]+)", words.text[end:])
            if behind and q.kind != "money":
                end += behind.end()
            return Span(words.start + start, words.start + end, words.text[start:end])
    return None


def deadline_of(words: Span) -> Span | None:
    """Return the words that say until when: "within 24 hours", "by the end of the year"."""
    found = DEADLINE.search(words.text)
    if found is None:
        return None
    told = found[0].rstrip()
    return Span(words.start + found.start(), words.start + found.start() + len(told), told)


def phase_of(verb: Token) -> int | None:
    """Return the number of the phase that a clause stands in: "in a second, Israel would leave"."""
    for word in verb.subtree:
        number = _stage(word)
        if number is not None:
            return number or None
    return None


def _stage(word: Token) -> int | None:
    """0 stands for a phase without number."""
    low = word.lower_
    if low in STAGES:
        for near in word.children:
            if near.lower_ in ORDINALS:
                return ORDINALS[near.lower_]
            if near.lower_ in NUMBERS and near.i > word.i:
                return NUMBERS[near.lower_]
            if near.is_digit and near.i > word.i and len(near.text) < 3:
                return int(near.text)
    if low in ORDINALS and word.dep_ in ("obl", "nmod", "advmod"):
        cased = [c for c in word.children if c.dep_ == "case" and c.lower_ == "in"]
        return ORDINALS[low] if cased else None
    return None


def is_staged(sentence_start: Token) -> bool:
    """Tell whether a sentence begins with a phase: "In a second, ..."."""
    doc = sentence_start.doc
    first = doc[sentence_start.i : sentence_start.i + 6]
    words = [t.lower_ for t in first]
    return "in" in words[:2] and (bool(set(words) & set(ORDINALS)) or bool(set(words) & STAGES))
