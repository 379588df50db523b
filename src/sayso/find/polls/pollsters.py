"""A word of a poll in a Doc to who asked: the name behind "by", before "poll", of who asks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from sayso.language.pronouns import antecedent, noun_phrase
from sayso.language.spans import classes_of, lower_of, phrase, span_of
from sayso.language.word_lists import words_of
from sayso.record.span import Span as Words

ORGANISED = frozenset({"Organization", "ORG"})
PERSON = frozenset({"Person", "PERSON"})
#: Common nouns for who asks: "the firm", "the center interviewed 504 people".
ASKERS = frozenset({"firm", "institute", "center", "centre", "agency", "pollster", "organisation",
                    "organization", "university", "company", "newspaper", "weekly"})  # fmt: skip
#: An organisation's name begins within so many words behind "by".
NEAR = 5
#: Who pays for a poll has not asked.
PAYING = frozenset({"commissioned", "paid", "ordered"})
RELATIVE = frozenset({"which", "who", "whose"})
NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
#: "the *latest*, by the Orlo Institute, has 63 percent for it".
NEXT = frozenset({"another", "latest", "one", "other", "second", "third"})
OWNING = frozenset({"'s", "’s"})


def pollsters(doc: Doc, token: Token) -> Iterator[Words]:
    """Yield who asked, told with one noun of a poll or verb of asking, the likeliest first:
    "a survey *by the Gesher Center*", "*The firm X* interviewed", "a *Gallup* poll"."""
    if token.pos_ == "VERB":
        yield from _askers(doc, token)
    elif token.pos_ == "PROPN" and token.ent_type_ in ORGANISED:
        yield named(doc, _head_of_name(token))
        return
    for child in token.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in ("nmod", "obl", "obl:agent") and "by" in case and _may_ask(child):
            yield named(doc, child)
        elif child.dep_ in ("acl", "acl:relcl") and child.lower_ not in PAYING:
            yield from (named(doc, c) for c in _agents_of(child))
        elif child.dep_ == "nmod:poss" and child.pos_ == "PRON":
            yield from _stood_for(doc, child)
        elif child.dep_ in ("compound", "nmod:poss", "amod") and _is_name(child):
            yield _before(doc, child, token)


def _askers(doc: Doc, verb: Token) -> Iterator[Words]:
    """Who interviews; "it" and "which" give way to the name that they stand for."""
    for child in verb.children:
        if child.dep_ not in ("nsubj", "obl:agent"):
            continue
        if child.pos_ == "NOUN" and child.lower_ in words_of("poll_words", "noun"):
            continue
        whose = next((c for c in child.children if c.lower_ in RELATIVE), None)
        if verb.dep_ == "acl:relcl" and (whose is not None or child.lower_ in RELATIVE):
            if verb.head.pos_ == "PROPN" or verb.head.lower_ in ASKERS:
                yield named(doc, verb.head)
        elif child.pos_ == "PRON":
            yield from _stood_for(doc, child)
        elif _may_ask(child):
            yield named(doc, child)


def _stood_for(doc: Doc, pronoun: Token) -> Iterator[Words]:
    """The organisation that "it" or "its" stands for: "*its* survey of 900 families"."""
    found = antecedent(doc, pronoun.i)
    if found is not None and any(t.ent_type_ in ORGANISED for t in doc[slice(*found)]):
        words = phrase(doc, *found)
        if words is not None:
            yield words


def finder(doc: Doc, sentence: Span) -> Words | None:
    """Who found what in a sentence: "*The Orlo Institute*, whose ... , had found 58 percent"."""
    words, kinds = lower_of(doc), classes_of(doc)
    for i in range(sentence.start, sentence.end):
        if words[i] in NEXT and doc[i + 1 : i + 3].text.lower() == ", by":
            return by_name(doc, doc[i : sentence.end])
        if kinds[i] == "VERB" and doc[i].lemma_.lower() in words_of("poll_words", "finding"):
            for child in doc[i].lefts:
                if child.dep_ == "nsubj" and child.pos_ == "PROPN" and _asks(child):
                    return named(doc, child)
    return None


def teller(doc: Doc, sentence: Span) -> Words | None:
    """The institute whose word a sentence about a poll rests on: ", *the Orlo Institute* said"."""
    for token in sentence:
        if token.lemma_.lower() == "say":
            for child in token.children:
                name = doc[child.left_edge.i : child.i + 1]
                if child.dep_ == "nsubj" and any(t.lower_ in ASKERS for t in name):
                    return named(doc, child)
    return None


def by_name(doc: Doc, sentence: Span) -> Words | None:
    """The first organisation behind "by" in a sentence that speaks of a poll."""
    for token in sentence:
        if token.lower_ != "by" or token.head.head.lower_ in PAYING:
            continue
        start = token.i + 1
        near = doc[start : start + NEAR]
        at = next((t.i for t in near if t.ent_type_ in ORGANISED), None)
        if at is not None and not any(t.like_num or t.pos_ == "NUM" for t in doc[start:at]):
            return phrase(doc, start, _end_of_name(doc, at + 1))
    return None


def by_trade(doc: Doc, sentence: Span) -> Words | None:
    """Who is called a pollster: "*the pollster Verax*", "*The Brandt Group*, a polling firm"."""
    trade = words_of("poll_words", "trade")
    for token in sentence:
        if token.lower_ == "polling" and token.dep_ == "compound":
            token = token.head
            if token.lower_ not in ASKERS:
                continue
        elif token.lower_ not in trade:
            continue
        if token.dep_ == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
            return named(doc, token.head)
        end = token.i + 1
        while end < sentence.end and doc[end].pos_ == "PROPN":
            end += 1
        person = end > token.i + 2 and doc[token.i + 1].ent_type_ in PERSON
        if end > token.i + 1 and not person:
            first = min((c.i for c in token.lefts if c.dep_ == "det"), default=token.i)
            return phrase(doc, first, end)
    return None


def named(doc: Doc, word: Token) -> Words:
    """The whole name that a word is the head of: "the University of Sarn's Institute for Law"."""
    start, end = noun_phrase(word)
    start = max([start, *(c.i + 1 for c in word.lefts if c.dep_ == "case")])
    cut = (
        c.left_edge.i for c in word.children if c.dep_ == "nmod" and c.i > word.i and _is_aside(c)
    )
    by = (i for i in range(word.i + 1, end) if doc[i].lower_ == "by")
    end = _end_of_name(doc, min([end, *cut, *by]))
    apposed = next((c for c in word.children if c.dep_ == "appos" and c.left_edge.i == end), None)
    if apposed is not None and apposed.left_edge.is_punct:
        apposed = None
    found = phrase(doc, start, apposed.right_edge.i + 1 if apposed is not None else end)
    return found if found is not None else span_of(doc, word.i, word.i + 1)


def _head_of_name(word: Token) -> Token:
    """The word that a word of a name stands before: "the Norland *Polling* Centre"."""
    while word.dep_ == "compound" and word.head.ent_type_ in ORGANISED:
        word = word.head
    return word


def _end_of_name(doc: Doc, end: int) -> int:
    """The end of the name that may go on at a token: words of it, and what its first part owns."""
    owned = doc[end - 1].lower_ in OWNING
    while end < len(doc):
        token = doc[end]
        owns = token.lower_ in OWNING and end + 1 < len(doc) and doc[end + 1].pos_ in NAMING
        common = token.lower_ in ASKERS and doc[end - 1].ent_type_ in ORGANISED
        more = token.ent_type_ in ORGANISED or (owned and token.pos_ in NAMING)
        more = more or (token.pos_ == "PROPN" and token.ent_type_ == "" and doc[end - 1].is_title)
        if not (owns or common or more):
            break
        owned = owned or owns
        end += 1
    return end


def _before(doc: Doc, word: Token, noun: Token) -> Words:
    """ "a *Focus Data* poll": all words in capitals before the noun that the name is of."""
    start, end = word.left_edge.i, word.i + 1
    while end < noun.i and _is_capital(doc[end]):
        end += 1
    while start > noun.left_edge.i and _is_capital(doc[start - 1]):
        start -= 1
    found = phrase(doc, start, end)
    return found if found is not None else named(doc, word)


def _is_capital(word: Token) -> bool:
    return word.text == "/" or (word.pos_ != "DET" and word.text[0].isupper())


def _agents_of(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in ("obl:agent", "obl") and "by" in case and _asks(child):
            yield child


def _asks(word: Token) -> bool:
    return any(t.ent_type_ in ORGANISED or t.lower_ in ASKERS for t in word.subtree)


def _is_name(word: Token) -> bool:
    inside = any(t.ent_type_ in ORGANISED for t in word.subtree)
    named = word.pos_ == "PROPN" and word.text[0].isupper()
    return inside or (named and word.ent_type_ in ("", "Misc"))


def _may_ask(word: Token) -> bool:
    """A name that is no place and no day asks too, whatever it is a name of: "a poll by Allens"."""
    return _asks(word) or (word.pos_ == "PROPN" and word.ent_type_ not in ("Location", "Date"))


def _is_aside(word: Token) -> bool:
    """ "for the weekly", "by the institute", "on Tuesday" behind a name are no part of it."""
    aside = words_of("poll_words", "manner")
    return any(
        c.dep_ == "case" and (c.lower_ in ("for", "by", "between", "on") or word.lower_ in aside)
        for c in word.children
    )
