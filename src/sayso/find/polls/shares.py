"""A sentence to its shares: each number in per cent, and whether it may answer a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from sayso.find.polls.fractions import fractions_in
from sayso.language.numbers import find_quantities
from sayso.language.spans import text_of, tokens_of
from sayso.language.word_lists import rows, words_of
from sayso.record.span import Span as Words

_SIGN = re.compile(r"\s*(?:%|per ?cent\b|percent\b)", re.IGNORECASE)
#: A share that is compared with, not an answer: "up from 39 percent in July".
COMPARED = frozenset({"from", "than", "error"})
COMPARING = frozenset({"compared", "compares", "comparing"})
#: What may stand between two numbers that are compared with: "with *38 and* 51 percent".
BETWEEN = frozenset({"%", "about", "and", "around", "cent", "just", "nearly", "only", "or", "per",
                     "percent", "some"})  # fmt: skip
#: Words of another time before a share: "a month *ago* it stood at 55 percent".
EARLIER = frozenset({"ago", "previous", "previously"})
LAST = ("last", "year")
SPANS = frozenset({"month", "months", "week", "weeks", "year", "years"})
MARGINS = frozenset({"margin", "margins"})
POINTS = frozenset({"minus", "point", "points"})
#: Words that may stand between two answers.
JOINTS = frozenset({",", ";", "and", "while", "but", "whereas", "with"})
VOTES = frozenset({"ballot", "election", "elections", "plebiscite", "referendum", "runoff"})
BALLOTS = frozenset({"ballots", "seats", "vote", "votes"})
#: An exit poll tells of a vote what those who have voted said.
EXIT = "exit"
#: What tells a poll of before from the new one, the second only with a time of its own.
FORMER = frozenset({"earlier", "former", "previous", "prior"})
LIKE = frozenset({"comparable", "like", "same", "similar"})
#: A time of a poll begins at most so many words behind it.
TIMED = 3
TO_COME = frozenset({"'d", "could", "intend", "may", "will", "would", "’d"})
#: Words with which those who were asked are all of them: "of those questioned".
ASKED = frozenset({"asked", "interviewed", "polled", "questioned", "surveyed", "sampled"})
ALL = frozenset({"those", "them", "us", "all", "whom"})
#: What goes on with the name of those who were asked.
BEHIND = frozenset({"acl", "nmod", "flat", "conj", "compound"})
#: Endings of nouns for people who do or hold something: "viewers", "nationalists".
_WHO = re.compile(r"(?:ers|ors|ists|goers|\d0s)$")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True)
class Share:
    """A share with its token range (number, sign) and the tokens of the "of ..." behind it; of
    "six in *ten voters*" those that begin with the number.

    ``is_answer`` is false for what a share is compared with, and for shares of other things;
    ``is_bare`` says that it is a number in a list of shares, without a sign of its own.
    """

    value: float
    start: int
    end: int
    of: tuple[int, int] | None = None
    is_answer: bool = True
    is_bare: bool = False


def shares_in(doc: Doc, sentence: Span, *, told: bool = True) -> list[Share]:
    """Return the shares of a sentence, in text order.

    ``told`` says that the sentence itself speaks of a poll; in others a share answers only where
    it is one of people, or of what people think.
    """
    out: list[Share] = []
    text = sentence.text
    for q in find_quantities(text):
        sign = _SIGN.match(text, q.end)
        if q.kind != "percent" and sign is None:
            continue
        if q.low is None or q.low != q.high or not 0 <= q.low <= 100:
            continue
        end = sign.end() if sign else q.end
        first = sentence.start_char
        at = tokens_of(doc, Words.of(text_of(doc), first + q.start, first + end))
        if _is_margin(doc, sentence, at[1]):
            continue
        share = Share(float(q.low), *at, _of(doc, at[1], sentence.end))
        past = out[-1].end if out else sentence.start
        out.append(replace(share, is_answer=_may_answer(doc, sentence, share, past, told)))
    out += [s for s in _in_words(doc, sentence, told) if not any(_is_exact(doc, s, o) for o in out)]
    out.sort(key=lambda s: s.start)
    return sorted([*out, *_bare(doc, sentence, out)], key=lambda s: s.start)


def _in_words(doc: Doc, sentence: Span, told: bool) -> Iterator[Share]:
    """The shares of people that are told in words: "*two thirds* of Israelis", "*six in ten*
    voters", "a quarter prefer"; others are parts of things."""
    past, listed = sentence.start, False
    for a, b, value in fractions_in(sentence.text):
        first = sentence.start_char
        start, end = tokens_of(doc, Words.of(text_of(doc), first + a, first + b))
        of = _of(doc, end, sentence.end) or _counted(doc, end, sentence.end)
        share = Share(value, start, end, of)
        thing = end < sentence.end and doc[end].pos_ in ("DET", "NOUN", "PROPN")
        subject = not thing and (listed or any(t.dep_ in _SUBJECTS for t in doc[start:end]))
        people = are_people(doc, of[0] + 1, of[1]) if of is not None else told and subject
        if people and not _is_margin(doc, sentence, end):
            yield replace(share, is_answer=_may_answer(doc, sentence, share, past, told))
            past, listed = end, True


def _is_exact(doc: Doc, said: Share, share: Share) -> bool:
    """Tell whether a share in brackets tells one in words to the point: "six in ten men (59%)"."""
    end = said.of[1] if said.of is not None else said.end
    return end <= share.start <= end + 2 and doc[share.start - 1].text == "("


def _counted(doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """The people behind "six in ten", with the word before them, as behind "of"."""
    for stop in range(at + 1, min(at + 3, end)):
        if are_people(doc, stop - 1, stop):
            return at - 1, stop
    return None


def is_of_vote(sentence: Span) -> bool:
    """Tell whether a sentence tells the outcome of a vote: "65 percent backed it *in a
    referendum*", "won 30 percent *of the vote*"; what people *would* do in one is an answer, and
    so is what an exit poll tells.
    """
    to_come = any(t.lower_ in TO_COME and t.pos_ != "PROPN" for t in sentence)
    if to_come or _is_exit_poll(sentence):
        return False
    for token in sentence:
        case = {c.lower_ for c in token.children if c.dep_ == "case"}
        if (token.lower_ in VOTES and case & {"in", "at"}) or (
            token.lower_ in BALLOTS and "of" in case
        ):
            return True
    return False


def _is_exit_poll(sentence: Span) -> bool:
    polls = words_of("poll_words", "noun")
    return any(a.lower_ == EXIT and b.lower_ in polls for a, b in pairwise(sentence))


def are_people(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a range of tokens names people who can be asked."""
    head = next((t for t in doc[start:end] if not start <= t.head.i < end and t.lower_ != "of"),
                doc[end - 1])  # fmt: skip
    lemma = head.lemma_.lower()
    known = lemma in words_of("poll_words", "people") or lemma in words_of("poll_words", "group")
    if head.lower_ in ALL or head.ent_type_ == "NORP" or known:
        return True
    return bool(_WHO.search(head.lower_)) or any(row[0] == lemma for row in rows("figure_classes"))


def _may_answer(doc: Doc, sentence: Span, share: Share, past: int, told: bool) -> bool:
    if _is_compared(doc, share.start, past) or _is_change(doc, share):
        return False
    to_come = any(t.lower_ in TO_COME and t.pos_ != "PROPN" for t in sentence)
    if share.of is not None and not are_people(doc, share.of[0] + 1, share.of[1]):
        would = any(c.lower_ in TO_COME for c in doc[share.end - 1].head.children)
        return (would or _is_exit_poll(sentence)) and doc[share.of[1] - 1].lower_ in BALLOTS
    return told or to_come or _is_of_people(doc, sentence, share)


def _is_compared(doc: Doc, start: int, past: int) -> bool:
    """ "from 41 percent", "compared with 38 and 51 percent", "a month ago it stood at 55"."""
    i = start - 1
    first = doc[start].sent.start
    while i > first and (doc[i].pos_ == "NUM" or doc[i].lower_ in BETWEEN):
        i -= 1
    if i >= first and (
        doc[i].lower_ in COMPARED
        or (doc[i].lower_ in ("with", "to") and doc[i - 1].lower_ in COMPARING)
    ):
        return True
    if tells_of_earlier(doc[past:start]):
        return True
    before = [t.lower_ for t in doc[past:start]]
    if not words_of("poll_words", "noun").isdisjoint(before):
        return "previous" in before
    ago = any((a in SPANS and b == "earlier") or (a, b) == LAST for a, b in pairwise(before))
    return ago or not EARLIER.isdisjoint(before)


def tells_of_earlier(words: Span) -> bool:
    """Tell whether words bring in a poll of before: "an *earlier* poll", "a *similar* survey in
    May"."""
    polls = words_of("poll_words", "noun")
    for token in words:
        if token.lower_ not in polls:
            continue
        told = {c.lower_ for c in token.lefts}
        if told & FORMER or (told & LIKE and _has_time(token, words.end)):
            return True
    return False


def _has_time(poll: Token, end: int) -> bool:
    """Tell whether a time stands right behind a noun for a poll: "survey *in May*"."""
    behind = poll.doc[poll.i + 1 : min(poll.i + 1 + TIMED, end)]
    return any(t.ent_type_ in ("Date", "DATE") for t in behind)


def _is_change(doc: Doc, share: Share) -> bool:
    """ "cut *by 15 percent*": how much, and not how many."""
    if share.start == 0 or doc[share.start - 1].lower_ != "by":
        return False
    return doc[share.end - 1].head.lemma_.lower() in words_of("poll_words", "change")


def _is_of_people(doc: Doc, sentence: Span, share: Share) -> bool:
    """A share in a sentence that speaks of no poll: who does or thinks, or how many approve."""
    noun = doc[share.end - 1]
    opinions = words_of("poll_words", "opinion")
    if share.of is not None or noun.dep_ in _SUBJECTS or noun.dep_ == "obl:agent":
        return True
    if any(t.lower_ in opinions for t in doc[sentence.start : share.start]):
        return True
    verb = noun.head
    found = verb.lemma_.lower() in words_of("poll_words", "finding")
    measured = any(c.dep_ in _SUBJECTS and c.i < share.start for c in verb.children)
    behind = doc[share.end].lower_ if share.end < sentence.end else "."
    return behind not in (".", ",", "of") and (found or not measured)


def _is_margin(doc: Doc, sentence: Span, end: int) -> bool:
    """ "a margin of error of 3 percent", "4.5 percentage points"."""
    before = {t.lower_ for t in doc[max(sentence.start, end - 8) : end]}
    behind = doc[end : min(sentence.end, end + 4)]
    stop = next((t.i for t in behind if t.is_punct and t.text != "-"), behind.end)
    return bool(before & MARGINS or {t.lower_ for t in doc[end:stop]} & (MARGINS | POINTS))


def _of(doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """The tokens of "of those questioned" behind a share."""
    if at >= end or doc[at].lower_ != "of":
        return None
    head = doc[at].head
    if head.i <= at:
        return at, min(end, at + 2)
    stop = head.i + 1
    for child in head.children:
        if (child.dep_ in BEHIND or _is_of_asked(child)) and child.left_edge.i == stop:
            stop = child.right_edge.i + 1
    if head.lower_ in ALL and stop < end and doc[stop].lower_ in ASKED:
        stop += 1
    elif head.lower_ in ALL and stop < end and doc[stop].pos_ == "ADP" and doc[stop].head.i > stop:
        stop = doc[stop].head.i + 1
    return at, min(stop, end)


def _is_of_asked(clause: Token) -> bool:
    """ "of those *who vote for him*", "of 2,300 refugees *it had surveyed*"."""
    asking = clause.lemma_.lower() in words_of("poll_words", "asking")
    return clause.dep_ == "acl:relcl" and (asking or clause.head.lower_ == "those")


def _bare(doc: Doc, sentence: Span, shares: list[Share]) -> Iterator[Share]:
    """ "would take 31 percent, the Reform List *28* and the Greens *6*"."""
    first = next((s for s in shares if s.is_answer and _is_won(doc, s)), None)
    if first is None:
        return
    held = {i for s in shares for i in range(s.start, s.end)}
    for token in doc[first.end : sentence.end]:
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else token
        if token.i in held or not token.text.isdecimal() or not 0 <= int(token.text) <= 100:
            continue
        named = doc[token.i - 1].pos_ in ("NOUN", "PROPN")
        if named and (behind.is_punct or behind.lower_ in JOINTS or behind.is_space):
            yield Share(float(token.text), token.i, token.i + 1, is_bare=True)


def _is_won(doc: Doc, share: Share) -> bool:
    """Tell whether a share is what somebody would win."""
    noun: Token = doc[share.end - 1]
    return noun.dep_ == "obj" and noun.head.lemma_.lower() in words_of("poll_words", "winning")
