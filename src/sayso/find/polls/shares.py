"""A sentence of a poll to its answers: each share in per cent with the words that it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.language.numbers import find_quantities
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import phrase, text_of, tokens_of
from sayso.language.word_lists import words_of
from sayso.record.findings import Answer
from sayso.record.span import Span as Words

_SIGN = re.compile(r"\s*(?:%|per ?cent\b|percent\b)", re.IGNORECASE)
#: A share that is compared with, not an answer: "up from 39 percent in July".
COMPARED = frozenset({"from", "than", "error"})
#: Words that may stand between two answers.
JOINTS = frozenset({",", ";", "and", "while", "but", "whereas"})
#: "the support *of* 28 percent", "put support *at* 53 percent": the answer stands before.
AFTER = frozenset({"of", "at", "by"})
#: "said (that) they" before an answer is no part of it.
TOLD = frozenset({"said", "say", "that", "they"})
#: Verbs that say whose words these are: ", the institute said".
SAYING = frozenset({"said", "says", "showed", "shows", "found", "according", "reported", "added"})
VOTES = frozenset({"ballot", "election", "elections", "plebiscite", "referendum", "runoff"})
BALLOTS = frozenset({"ballots", "seats", "vote", "votes"})
TO_COME = frozenset({"'d", "could", "intend", "may", "will", "would", "’d"})
#: What goes on with the name of those who were asked.
BEHIND = frozenset({"acl", "nmod", "flat", "conj", "compound"})
#: Hedges before a number belong to the number.
NEAR = 4


@dataclass(frozen=True)
class Share:
    """A share with its token range (number, sign) and the tokens of the "of ..." behind it."""

    value: float
    start: int
    end: int
    of: tuple[int, int] | None


def shares_in(doc: Doc, sentence: Span) -> list[Share]:
    """Return the shares in per cent of a sentence, in text order; comparisons stay out."""
    out = []
    text = sentence.text
    for q in find_quantities(text):
        if q.kind != "percent" or q.low is None or q.low != q.high or not 0 <= q.low <= 100:
            continue
        sign = _SIGN.match(text, q.end)
        end = sign.end() if sign else q.end
        first = sentence.start_char
        at = tokens_of(doc, Words.of(text_of(doc), first + q.start, first + end))
        before = doc[at[0] - 1].lower_ if at[0] > sentence.start else ""
        if before in COMPARED or _is_margin(doc, at[1]):
            continue
        out.append(Share(float(q.low), *at, _of(doc, at[1], sentence.end)))
    return out


def answers_in(doc: Doc, sentence: Span, shares: list[Share]) -> Iterator[Answer]:
    """Yield the answers of a sentence: the words behind a share, else those before it."""
    for n, share in enumerate(shares):
        following = shares[n + 1].start if n + 1 < len(shares) else None
        start = share.of[1] if share.of else share.end
        past = shares[n - 1].end if n else sentence.start
        if doc[share.start - 1].lower_ in AFTER and share.start > sentence.start:
            found = _before(doc, past, share)
        else:
            found = _behind(doc, start, sentence.end, following) or _before(doc, past, share)
        if found is not None:
            yield Answer(found, share.value)


def is_of_vote(sentence: Span) -> bool:
    """Tell whether a sentence tells the outcome of a vote: "65 percent backed it *in a
    referendum*", "won 30 percent *of the vote*"; what people *would* do in one is an answer."""
    if any(t.lower_ in TO_COME for t in sentence):
        return False
    for token in sentence:
        case = {c.lower_ for c in token.children if c.dep_ == "case"}
        if (token.lower_ in VOTES and case & {"in", "at"}) or (
            token.lower_ in BALLOTS and "of" in case
        ):
            return True
    return False


def _is_margin(doc: Doc, end: int) -> bool:
    """ "a margin of error of 3 percent", "4.5 percentage points"."""
    near = [t.lower_ for t in doc[max(0, end - 8) : min(len(doc), end + 2)]]
    return "margin" in near or "points" in near or "point" in near


def _of(doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """The tokens of "of those questioned" behind a share."""
    if at >= end or doc[at].lower_ != "of":
        return None
    head = doc[at].head
    if head.i <= at:
        return at, min(end, at + 2)
    stop = head.i + 1
    for child in head.children:
        if child.dep_ in BEHIND and child.left_edge.i == stop:
            stop = child.right_edge.i + 1
    return at, min(stop, end)


def _behind(doc: Doc, start: int, end: int, following: int | None) -> Words | None:
    """The words behind a share, up to the next answer, a comparison, or who says so."""
    stop = following if following is not None else end
    if following is not None:
        while stop > start and not _is_joint(doc[stop - 1]) and following - stop < NEAR:
            stop -= 1
        if stop == start or not _is_joint(doc[stop - 1]):
            stop = following
        while stop > start and _is_joint(doc[stop - 1]):
            stop -= 1
    for i in range(start, stop):
        if doc[i].text in (",", ";") and (_is_said(doc, i, stop) or _is_compared(doc, i)):
            stop = i
            break
        if doc[i].text == ";":
            stop = i
            break
    while stop - start > 1 and doc[start].lower_ in TOLD:
        start += 1
    found = phrase(doc, start, stop) if start < stop else None
    return found if found and any(c.isalpha() for c in found.text) else None


def _before(doc: Doc, past: int, share: Share) -> Words | None:
    """ "The mayor had the support of *28 percent*": the subject before the share, or all words."""
    verbs = [t for t in doc[past : share.start] if t.pos_ == "VERB"]
    subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj" and c.i >= past]
    polls = words_of("poll_words", "noun")
    if subjects and subjects[-1].lower_ in polls:
        subjects = [c for c in subjects[-1].head.children if c.dep_ == "obj" and c.i < share.start]
    if subjects:
        start, end = noun_phrase(subjects[-1])
        return phrase(doc, start, end)
    return phrase(doc, past, share.start - 1) if past < share.start - 1 else None


def _is_joint(token: Token) -> bool:
    return token.lower_ in JOINTS


def _is_said(doc: Doc, at: int, stop: int) -> bool:
    words = [t.lower_ for t in doc[at + 1 : min(stop, at + 12)]]
    polled = not words_of("poll_words", "noun").isdisjoint(words[:NEAR])
    return any(w in SAYING for w in words[: None if polled else 6])


def _is_compared(doc: Doc, at: int) -> bool:
    words = [t.lower_ for t in doc[at + 1 : at + 4]]
    return words[:2] in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"])
