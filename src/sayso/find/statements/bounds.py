"""Where a source begins and ends: a clause on its noun is whole or, as an aside, left out."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import QUOTES
from sayso.find.statements.sources import is_withheld
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import (
    PLACE,
    WIDEST,
    classes_of,
    heads_of,
    lower_of,
    relations_of,
)

#: What goes on a noun behind it.
GOING_ON = frozenset({"acl:relcl", "flat", "nmod"})
DASHES = frozenset({"--", "–", "—"})
MARKS = DASHES | {","}
#: What leads to where somebody speaks.
WHERE = frozenset({"at", "in", "near", "outside"})
#: Whose it is that somebody speaks of.
OWN = frozenset({"her", "his", "their"})
HYPHENS = frozenset({"-", "‑"})
#: What a clause on a noun begins with, alone or as in "both of *whom*", "under *whose* plan".
RELATIVES = frozenset({"which", "who", "whom", "whose"})
#: From such a word to the verb of its clause, over at most so many arcs.
REACH = 4


def bounded(doc: Doc, start: int, end: int, limit: int) -> tuple[int, int]:
    """A source up to an aside ("the port, *which is shut*"), but with words that withhold a name,
    and with the phrase that goes on it without a mark ("elders *who met*", "women *in Bar*").

    What goes on a source stops before the token ``limit``.
    """
    words = lower_of(doc)
    topic = _before_topic(doc, start, end)
    if topic < end:
        return start, topic
    end = _uncut(doc, start, end)
    if not MARKS.isdisjoint(words[start + 1 : end]):
        start = _from_left(doc, start, end)
        for word in doc[start + 1 : end]:
            mark = word.left_edge
            if mark.i > start and _is_aside(word, mark):
                return start, mark.i
    for i in range(start + 1, end):
        if words[i] in RELATIVES:
            return _to_clause(doc, start, end, i, limit)
    return _with_phrase(doc, start, end)


def _before_topic(doc: Doc, start: int, end: int) -> int:
    """Where a name ends before whom it speaks of: "Ann Roe *of her brother*"."""
    words, classes = lower_of(doc), classes_of(doc)
    topics = (i for i in range(start + 1, end - 1) if words[i] == "of" and words[i + 1] in OWN)
    return next((i for i in topics if classes[i - 1] == "PROPN"), end)


def _uncut(doc: Doc, start: int, end: int) -> int:
    """Where a source ends that stops in a word with a mark in it ("Omar al*-Anbari*") or behind
    the word that leads on ("men on *the road*")."""
    last = doc[end - 1]
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not last.whitespace_:
        if doc[end].whitespace_:
            break
        end += 2
        last = doc[end - 1]
    if last.dep_ == "case" and end <= last.head.i < end + WIDEST and last.head.head.i >= start:
        return last.head.right_edge.i + 1 if last.head.head.i < end - 1 else end
    return end


def _from_left(doc: Doc, start: int, end: int) -> int:
    """Where the phrase begins whose end and name a source is: "*the head of the* port, Ann Oak"."""
    relations = relations_of(doc)
    for name in (doc[i] for i in range(start + 1, end) if relations[i] == "appos"):
        told = name.pos_ == "PROPN" and name.nbor(-1).text == ","
        noun = name.head if told else name
        if noun.dep_ == "nmod" and noun.i >= start:
            noun = noun.head
        if told and noun.i < start:
            first = noun_phrase(noun)[0]
            return first if start - first <= WIDEST else start
    return start


def _with_phrase(doc: Doc, start: int, end: int) -> tuple[int, int]:
    heads, last = heads_of(doc), min(end + WIDEST, len(doc))
    following = next((i for i in range(end, last) if start <= heads[i] < end), None)
    if following is None:
        return start, end
    after = doc[following]
    if _is_joined_name(after) and after.left_edge.lower_ == "and" and after.left_edge.i == end:
        return start, after.right_edge.i + 1
    if after.dep_ not in GOING_ON or after.left_edge.i != end:
        return start, end
    return (start, end) if doc[end].is_punct else (start, after.right_edge.i + 1)


def _is_joined_name(word: Token) -> bool:
    """Tell whether a name is joined to another of its kind: "Oslo and *Bergen*"."""
    names = word.pos_ == word.head.pos_ == "PROPN"
    return names and word.dep_ == "conj" and word.ent_type_ == word.head.ent_type_


def _is_aside(word: Token, mark: Token) -> bool:
    """Tell whether a clause that a mark opens is an aside: behind a comma one that reduces
    ("asked again", "citing two envoys"), behind a dash any."""
    if mark.text in DASHES:
        return word.dep_ in ("acl", "acl:relcl", "appos", "parataxis")
    cites = word.dep_ == "advcl" and word.lower_ in QUOTES
    return mark.text == "," and (word.dep_ == "acl" or cites or _is_where(word, mark))


def _is_where(word: Token, mark: Token) -> bool:
    """Tell whether a phrase behind a comma only says where: "Ann Roe, 27, *in Oak Square*"."""
    there = word.dep_ in ("nmod", "obl") and word.ent_type_ == PLACE
    return there and mark.nbor(1).lower_ in WHERE


def _to_clause(doc: Doc, start: int, end: int, at: int, limit: int) -> tuple[int, int]:
    """The source before the clause that the word at ``at`` begins, if a comma stands before it and
    the clause withholds no name; else with all of the clause."""
    verb = _clause_of(doc[at])
    first = verb.left_edge.i if verb is not None else at
    first += doc[first].text == ","
    if first <= start + 1:
        return start, end
    last = verb.right_edge.i + 1 if verb is not None else at + 1
    if doc[first - 1].text == ",":
        if verb is not None and last < end - 1:  # a joined name stands behind the aside
            return start, end
        withheld = is_withheld(doc, first, last)
        return (start, last if end < last <= limit else end) if withheld else (start, first - 1)
    if last <= end and end - 1 > at:
        told = verb is not None or any(t.pos_ in ("VERB", "AUX") for t in doc[at:end])
        return (start, end) if told else (start, first)
    return (start, max(end, last)) if at + 1 < last <= limit else (start, first)


def _clause_of(pronoun: Token) -> Token | None:
    """The verb of the clause that a relative pronoun begins."""
    word = pronoun
    for _ in range(REACH):
        if word.dep_ == "acl:relcl":
            return word
        word = word.head
    return None
