"""Marked words of a party made a whole phrase: no cut edges, no open ends."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import case_of, classes_of, heads_of, lower_of, relations_of

#: What makes a bound of a number behind "at", and what a bare one of them hangs on.
BOUNDS = frozenset({"least", "most"})
#: Words that open a clause or a phrase of which nothing else is in the span.
OPENING = frozenset({"that", "what", "where", "which", "who", "whom", "whose"})
#: How a clause hangs on its noun, what opens one, and nouns that say nothing without theirs.
CLAUSES = frozenset({"acl", "acl:relcl"})
RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
THOSE = frozenset({"all", "anyone", "everyone", "one", "ones", "people", "those"})
LONGEST = 12
#: Classes of words that no phrase of a party ends in, but for a whole clause.
OPEN_ENDED = frozenset({"ADP", "ADV", "AUX", "PRON", "VERB"})
LOOSE = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "AUX"})
#: Nouns that say nothing without what they are "of".
KINDS = frozenset({"act", "acts", "form", "forms", "kind", "kinds", "manner", "sort", "sorts"})
#: Nouns of several places, told by their names in a row.
PLACES = frozenset(
    ["areas", "cities", "counties", "departments", "districts", "governorates", "provinces",
     "regions", "states", "towns", "villages"]
)  # fmt: skip
#: How a word stands before its noun as part of it, and at most how far.
PIECES = frozenset({"amod", "nummod"})
NEAR = 3
#: Classes of words that name a party.
NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})


def unbroken(doc: Doc, start: int, end: int, closed: range) -> tuple[int, int]:
    """Return a marked range with the words at its edges that its phrase needs, none that it lacks.

    "least seven people" to "*at* least seven people", "one of its posts" to "*all but* one of its
    posts", "49" to "49 other *states*", "all forms" to "all forms *of violence*", "the regions of
    Orla" to "the regions of Orla *and Lund*"; "all children *who*", "waters *off what*" lose their
    ends. No word of ``closed`` (the trigger) is taken in.
    """
    found = _ended(doc, *_begun(doc, start, end, closed), closed)
    return found if set(closed).isdisjoint(range(*found)) else (start, end)


def with_row(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a range with the second name of places in a row: "the towns of Orla *and Lund*"."""
    words = lower_of(doc)
    name = doc[end - 1]
    noun = name.head
    if name.dep_ not in ("nmod", "flat") or not start <= noun.i < end or name.pos_ != "PROPN":
        return start, end
    if words[noun.i] not in PLACES:
        return start, end
    names = [c for c in name.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i >= end]
    last = names[-1] if names and not any(case_of(c) for c in names) else None
    return (start, end) if last is None else (start, last.i + 1)


def _begun(doc: Doc, start: int, end: int, closed: range) -> tuple[int, int]:
    words = lower_of(doc)
    if start > 0 and words[start] in BOUNDS and words[start - 1] == "at":
        if end - start == 1:
            end = max(end, _noun_of(doc[start], closed).i + 1)
        start -= 1
    but = start if words[start] == "but" else start - 1
    if but > 0 and words[but - 1 : but + 1] == ("all", "but"):
        start = but - 1
    return start, end


def _ended(doc: Doc, start: int, end: int, closed: range) -> tuple[int, int]:
    words = lower_of(doc)
    end = _clause_whole(doc, start, end, closed)
    while end - start > 1 and (words[end - 1] in OPENING or doc[end - 1].pos_ in LOOSE):
        end -= 1
    last, noun = doc[end - 1], doc[heads_of(doc)[end - 1]]
    cut = relations_of(doc)[end - 1] in PIECES and 0 < noun.i - last.i <= NEAR
    lone = end - start == 1 and last.pos_ != "NUM"
    if cut and not lone and noun.pos_ in ("NOUN", "PROPN") and noun.i not in closed:
        end = noun.i + 1
    if words[end - 1] in KINDS:
        of = [c for c in doc[end - 1].children if c.dep_ == "nmod" and case_of(c) == "of"]
        end = of[0].i + 1 if of and of[0].left_edge.i == end else end
    return with_row(doc, start, end)


def _clause_whole(doc: Doc, start: int, end: int, closed: range) -> int:
    """The end of a range with no piece of a clause about its noun: "gangs *known locally*" ends in
    "gangs", "a bus *that was travelling*" in "a bus"; "those who attack" goes to its end."""
    relations, words = relations_of(doc), lower_of(doc)
    if classes_of(doc)[end - 1] not in OPEN_ENDED:
        return end
    for i in range(start + 1, end):
        if relations[i] not in CLAUSES and words[i] not in RELATIVE:
            continue
        verb = doc[i] if relations[i] in CLAUSES else doc[heads_of(doc)[i]]
        if verb.dep_ not in CLAUSES or not start <= verb.head.i < i:
            continue
        last = verb.right_edge.i + 1
        if last <= end:
            return end
        while last > end and doc[last - 1].is_punct:
            last -= 1
        if words[verb.head.i] in THOSE and last - end <= LONGEST:
            return last if set(closed).isdisjoint(range(end, last)) else end
        first = max(verb.left_edge.i, start + 1)
        while first - start > 1 and doc[first - 1].is_punct:
            first -= 1
        return min(first, i)
    return end


def _noun_of(word: Token, closed: range) -> Token:
    """The noun that a bound of a number belongs to."""
    while word.head.i > word.i and word.pos_ not in ("NOUN", "PROPN") and word.head.i not in closed:
        word = word.head
    return word


def around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The nouns on both sides where "of" alone is marked: "A family *of* three"; the noun where
    what it does is: "a van *carrying* arms"."""
    noun = doc[start].head
    if end - start == 1 and doc[start].dep_ == "acl" and noun.pos_ in NOMINAL:
        return noun.i, noun.i + 1
    if end - start > 1 or doc[start].lower_ != "of" or noun.dep_ != "nmod" or noun.head.i > start:
        return start, end
    return noun.head.i, noun.i + 1


def piece_of(word: Token) -> Token | None:
    """The noun that a noun before it is but a piece of: "*health* workers"."""
    noun = word.head
    piece = word.dep_ == "compound" and word.pos_ == noun.pos_ == "NOUN"
    return noun if piece and noun.i > word.i else None


def with_name(doc: Doc, end: int) -> int:
    """The end of a phrase with the name behind a title that it ends in: "*President* Ana Roe"."""
    title, name = doc[end - 1], doc[end - 1].head
    if title.dep_ != "nmod:desc" or name.i != end or name.ent_type_ != "Person":
        return end
    return 1 + max([name.i, *(c.i for c in name.children if c.dep_ == "flat")])
