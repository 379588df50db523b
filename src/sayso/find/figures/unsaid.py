"""Numbers that are not told: what nobody spoke of, and shares of people that count nobody.

"He did not mention any injuries" leaves open whether there were any. "Four in ten families" are not
four families.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.find.figures.classes import is_people
from sayso.find.figures.governed import is_one_of
from sayso.language.numbers import Quantity
from sayso.language.spans import text_of, token_at

_SAYS = frozenset(
    {"acknowledge", "address", "announce", "comment", "confirm", "detail", "disclose", "discuss",
     "give", "indicate", "know", "mention", "note", "provide", "refer", "report", "say", "specify",
     "speak", "state", "tell"}
)  # fmt: skip
#: "made no *mention* of any losses".
_WORDS = frozenset({"comment", "detail", "information", "mention", "word"})
_DENIALS = frozenset({"neither", "never", "no", "nor", "not", "n't", "n’t", "without"})
_CLIMB = 6
#: "Four in ten" cuts the whole into few parts, or into ten, a hundred or a thousand.
_PARTS = range(2, 11)
_ROUND = frozenset({10, 20, 100, 1_000})
#: People are told at most so many words behind.
_NEAR = 4
_GROUPS = frozenset({"adult", "family", "household", "citizen", "voter"})


def is_unsaid(noun: Token) -> bool:
    """Tell whether a noun is what somebody does not speak of: "did not mention any losses"."""
    token = noun
    for _ in range(_CLIMB):
        if token.head == token:
            return False
        token = token.head
        speaks = is_one_of(token, _SAYS) if token.pos_ in ("VERB", "AUX") else _is_word(token)
        if speaks and any(c.lower_ in _DENIALS for c in token.children):
            return True
    return False


def _is_word(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _WORDS


def without_shares(doc: Doc, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities without both numbers of a share of people: "four in ten families"."""
    shares = [pair for pair in pairwise(quantities) if _is_share(doc, *pair)]
    return [q for q in quantities if not any(q in pair for pair in shares)]


def _is_share(doc: Doc, one: Quantity, two: Quantity) -> bool:
    link = text_of(doc)[one.end : two.start].removesuffix("every ").strip()
    if link not in ("in", "out of") or two.kind != "count" or two.low is None:
        return False
    some = one.high if one.high is not None else one.low
    whole = two.low == two.high and (two.low in _ROUND or (link == "in" and two.low in _PARTS))
    return whole and some is not None and some < two.low and _of_people(doc, two)


def _of_people(doc: Doc, whole: Quantity) -> bool:
    """Tell whether people stand behind the whole, or no noun: "four in ten have fled"."""
    behind = token_at(doc, whole.end - 1) + 1
    noun: Token | None = None
    for token in doc[behind : behind + _NEAR]:
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif noun is None and (token.pos_ in ("VERB", "AUX") or token.lower_ == "of"):
            return True
        elif noun is not None or token.pos_ != "ADJ":
            break
    return noun is not None and (
        noun.pos_ == "PROPN" or is_people(noun) or noun.lemma_.lower() in _GROUPS
    )
