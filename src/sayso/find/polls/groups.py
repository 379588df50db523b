"""A share to the group that alone was asked: "71 percent of women", "among those under 30"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from sayso.find.polls.shares import ASKED, Share, are_people
from sayso.language.pronouns import noun_phrase
from sayso.language.word_lists import words_of

Range = tuple[int, int]
#: Words before a share that is set against another: ", *against* 44 percent of over-60s".
AGAINST = frozenset({"against", "versus"})
_AGED = re.compile(r"^(?:aged|over|under)$|^(?:over|under)-?\d", re.IGNORECASE)
IN = frozenset({"in", "across"})


def group_of(doc: Doc, sentence: Span, share: Share, past: int) -> Range | None:
    """Return the tokens of the group that a share is of; None for all who were asked.

    ``past`` is where the share before it ends.
    """
    if share.of is not None and _is_group(doc, share.of[0] + 1, share.of[1]):
        return share.of[0] + 1, share.of[1]
    behind = _among(doc, share.end, min(share.end + 6, sentence.end))
    if behind is not None and not any(t.is_punct for t in doc[share.end : behind[0]]):
        return behind
    return _among(doc, past, share.start) or _aged(doc, past, share.start)


def leads_on(doc: Doc, shares: list[Share], n: int) -> bool:
    """Tell whether a share is of the group of the share before it: no clause stands between."""
    between = doc[shares[n - 1].end : shares[n].start]
    return not any(t.text == ";" or t.lower_ in AGAINST for t in between)


def fronted(doc: Doc, sentence: Span, share: Share) -> Range | None:
    """Return the tokens of the place that opens the clause of a share: "In *the south*, 70 percent
    ...; in *the north* only 30"."""
    before = doc[sentence.start : share.start]
    first = doc[max([sentence.start, *(t.i + 1 for t in before if t.text == ";")])]
    if first.lower_ not in IN or first.head.i <= first.i:
        return None
    noun = first.head
    timed = noun.like_num or any(t.ent_type_ in ("Date", "DATE") for t in noun.subtree)
    polled = words_of("poll_words", "noun") | words_of("poll_words", "again")
    if timed or noun.lower_ in polled:
        return None
    end = next((t.i for t in doc[noun.i : share.start] if t.text == ","), noun.i + 1)
    return (first.i + 1, end) if end <= noun.right_edge.i + 1 else None


def placed(doc: Doc, share: Share, past: int) -> Range | None:
    """Return the tokens of the place whose clause tells a share: "lower in *the east*, where 37
    percent ..."; a clause between ("which borders Norland") is of the same place."""
    place = next((t for t in reversed(doc[past : share.start]) if t.lower_ == "where"), None)
    if place is None:
        return None
    verb = place.head
    while verb.dep_ not in ("acl", "acl:relcl") and verb.head != verb:
        verb = verb.head
    noun = verb.head
    above = next((t for t in noun.ancestors if t.dep_ == "acl:relcl"), None)
    if above is not None and any(c.lower_ == "which" for c in above.lefts):
        noun = above.head
    if verb.dep_ == verb.head.dep_ or noun.i >= place.i or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    start, end = noun_phrase(noun)
    return (start, end) if end <= place.i else None


def is_best(sentence: Span) -> bool:
    """Tell whether a sentence speaks of where an opinion is strongest, and so of parts alone."""
    opinions = words_of("poll_words", "opinion")
    said = any(t.lower_ in opinions for t in sentence)
    return said and any(_is_most(t) for t in sentence)


def _is_most(token: Token) -> bool:
    predicate = token.dep_ in ("root", "conj", "acomp", "xcomp") or token.head == token
    most = token.lower_.endswith("est") or any(c.lower_ in ("most", "least") for c in token.lefts)
    return token.pos_ == "ADJ" and predicate and most


def _among(doc: Doc, start: int, end: int) -> Range | None:
    """ "among women": not "a survey among 900 voters", which is of all who were asked."""
    for token in doc[start:end]:
        if token.lower_ != "among" or token.head.i <= token.i:
            continue
        noun = token.head
        asking = words_of("poll_words", "noun") | words_of("poll_words", "again")
        above = noun.head
        verb = above.lemma_.lower() in words_of("poll_words", "asking")
        if above.lower_ in asking or verb or above.dep_ in ("acl", "acl:relcl"):
            continue
        stop = noun_phrase(noun)[1]
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.left_edge.i == stop:
                stop = child.right_edge.i + 1
        return token.i + 1, stop
    return None


def _aged(doc: Doc, start: int, end: int) -> Range | None:
    """ "*Respondents aged 18 to 29* were split, with 41 percent ..."."""
    for token in doc[start:end]:
        if token.dep_ in ("nsubj", "nsubj:pass") and are_people(doc, token.i, token.i + 1):
            bounds = token.left_edge.i, token.right_edge.i + 1
            if any(_AGED.match(t.text) for t in doc[token.i : bounds[1]]):
                return bounds
    return None


def _is_group(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the people behind "of" are only a part of those who were asked."""
    inside = [t.lower_ for t in doc[start:end]]
    if not ASKED.isdisjoint(inside):
        return False
    lemmas = {t.lemma_.lower() for t in doc[start:end]} | set(inside)
    if lemmas & words_of("poll_words", "group") or any(_AGED.match(t) for t in inside):
        return True
    return inside[:1] == ["those"] and end - start > 1
