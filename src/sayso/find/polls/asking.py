"""Who asked whom, when and what: the words of a sentence that tell of a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.language.pronouns import noun_phrase
from sayso.language.spans import classes_of, lower_of, phrase, text_of, tokens_of
from sayso.language.word_lists import words_of
from sayso.record.span import Span as Words

ORGANISED = frozenset({"Organization", "ORG"})
#: Common nouns for who asks: "the firm", "the center interviewed 504 people".
ASKERS = frozenset({"firm", "institute", "center", "centre", "agency", "pollster", "organisation",
                    "organization", "university", "company", "newspaper", "weekly"})  # fmt: skip
PEOPLE = frozenset({"adult", "citizen", "household", "person", "resident", "student", "voter"})
#: An organisation's name begins within so many words behind "by".
NEAR = 5
_OUT = frozenset({"published", "released", "printed", "commissioned", "said"})
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)(?: \d{1,2})?(?:,? \d{4})?"
)
_TIME = re.compile(
    rf"\b(?:(?:between|from) {_DAY} (?:and|to) (?:{_DAY}|\d{{1,2}})|"
    rf"(?:on|in|during|early in|late in) {_DAY}(?: (?:and|to) (?:{_DAY}|\d{{1,2}}))?|"
    r"(?:last|this|earlier this) (?:week|month|year|weekend|spring|summer|autumn|fall|winter)|"
    r"in the (?:first|second) half of the (?:month|year))"
)
#: How what belongs to a noun hangs on it.
NOMINAL = frozenset({"acl", "acl:relcl", "appos", "conj", "flat", "nmod"})
#: What a share is compared with has a time of its own: "up *from* 39 percent last year".
COMPARING = frozenset({"from", "than"})
QUESTIONS = frozenset({"whether", "if", "whom", "who", "what", "which", "how"})
NAMES = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True)
class Asking:
    """What one sentence tells of a poll; each part may be missing."""

    pollster: Words | None = None
    population: Words | None = None
    time: Words | None = None
    question: Words | None = None
    cue: bool = False


def asking_in(doc: Doc, sentence: Span) -> Asking:
    """Return what a sentence tells of a poll; ``cue`` says whether it speaks of one at all."""
    words, classes = lower_of(doc), classes_of(doc)
    inside = range(sentence.start, sentence.end)
    nouns = [doc[i] for i in inside if classes[i] in NAMES and _is_poll(words[i])]
    verbs = [doc[i] for i in inside if classes[i] == "VERB" and _is_asking(doc[i])]
    asked = not words_of("poll_words", "asked").isdisjoint(words[inside.start : inside.stop])
    if not (nouns or verbs or asked):
        return Asking()
    pollster = next((w for t in [*verbs, *nouns] for w in _pollsters(doc, t)), None)
    pollster = pollster or (_by_name(doc, sentence) if nouns else None)
    population = next((w for t in [*verbs, *nouns] for w in _populations(doc, t)), None)
    time = next((w for t in [*verbs, *nouns] for w in _times(doc, t)), None)
    dated = _dated(doc, sentence)
    if time is None or (dated is not None and dated.covers(time)):
        time = dated
    question = next((w for t in verbs for w in _questions(doc, t)), None)
    return Asking(pollster, population, time, question, True)


def _is_poll(word: str) -> bool:
    return word in words_of("poll_words", "noun") or word == "surveys"


def _is_asking(token: Token) -> bool:
    """A verb of asking with a number of people: "interviewed 504 people", "Asked whom they ..."."""
    known = words_of("poll_words", "asking")
    word = token.lower_
    base = {word, token.lemma_.lower(), word.removesuffix("ed"), word.removesuffix("d")}
    if not base & known:
        return False
    counted = any(t.pos_ == "NUM" or t.like_num for c in token.children for t in c.subtree
                  if c.dep_ in ("obj", "nsubj:pass", "iobj", "obl"))  # fmt: skip
    opens = token.text[0].isupper() and token.dep_ in ("advcl", "acl", "amod", "root")
    those = token.dep_ in ("acl", "acl:relcl") and token.head.lower_ in (
        "those",
        "people",
        "voters",
    )
    polled = any(_is_poll(c.lower_) for c in token.children if c.dep_ in ("obl", "obl:agent"))
    return counted or opens or those or (polled and _asked(token) is not None)


def _asked(verb: Token) -> Token | None:
    """Who is asked: "*Voters* were asked in a survey"."""
    return next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)


def _pollsters(doc: Doc, token: Token) -> Iterator[Words]:
    """ "a survey *by the Gesher Center*", "*The firm X* interviewed", "a *Gallup* poll"."""
    if token.pos_ == "VERB":
        for child in token.children:
            if child.dep_ in ("nsubj", "obl:agent") and _asks(child):
                yield from _named(doc, child)
    for child in token.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in ("nmod", "obl", "obl:agent") and "by" in case:
            yield from _named(doc, child)
        elif child.dep_ in ("acl", "acl:relcl"):
            yield from _agents(doc, child)
        elif child.dep_ in ("compound", "nmod:poss", "amod") and child.ent_type_ in ORGANISED:
            yield from _named(doc, child)


def _by_name(doc: Doc, sentence: Span) -> Words | None:
    """The first organisation behind "by" in a sentence that speaks of a poll."""
    for token in sentence:
        if token.lower_ != "by":
            continue
        start = token.i + 1
        named = next((t.i for t in doc[start : start + NEAR] if t.ent_type_ in ORGANISED), None)
        if named is not None:
            end = named + 1
            while end < len(doc) and doc[end].ent_type_ in ORGANISED:
                end += 1
            while end < len(doc) and doc[end].lower_ in ASKERS:
                end += 1
            return phrase(doc, start, end)
    return None


def _agents(doc: Doc, verb: Token) -> Iterator[Words]:
    for child in _agents_of(verb):
        yield from _named(doc, child)


def _agents_of(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in ("obl:agent", "obl") and "by" in case and _asks(child):
            yield child


def _asks(word: Token) -> bool:
    inside = list(word.subtree)
    return any(t.ent_type_ in ORGANISED or t.lower_ in ASKERS for t in inside)


def _named(doc: Doc, word: Token) -> Iterator[Words]:
    start, end = noun_phrase(word)
    cut = (
        c.left_edge.i for c in word.children if c.dep_ == "nmod" and c.i > word.i and _is_aside(c)
    )
    by = (i for i in range(word.i + 1, end) if doc[i].lower_ == "by")
    end = min([end, *cut, *by])
    apposed = next((c for c in word.children if c.dep_ == "appos" and c.left_edge.i == end), None)
    found = phrase(doc, start, apposed.right_edge.i + 1 if apposed is not None else end)
    if found is not None:
        yield found


def _is_aside(word: Token) -> bool:
    """ "for the weekly", "by the institute", "on Tuesday" behind a name are no part of it."""
    return any(
        c.dep_ == "case" and c.lower_ in ("for", "by", "between", "on") for c in word.children
    )


def _populations(doc: Doc, token: Token) -> Iterator[Words]:
    """ "interviewed *504 people*", "a survey *of 400 residents*", "*1,234 adults* polled by"."""
    if token.dep_ == "acl" and any(c.pos_ == "NUM" or c.like_num for c in token.head.children):
        yield from _named(doc, token.head)
    for child in token.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        counted = any(t.like_num or t.pos_ == "NUM" for t in child.subtree)
        by_verb = token.pos_ == "VERB" and child.dep_ in ("obj", "iobj", "nsubj:pass", "obl")
        by_noun = token.pos_ != "VERB" and child.dep_ == "nmod" and bool(case & {"of", "among"})
        dated = child.ent_type_ in ("Date", "DATE")
        people = counted or _are_people(child)
        if people and not dated and (by_noun or (by_verb and not case - {"to", "of"})):
            yield from _named(doc, child)


def _are_people(noun: Token) -> bool:
    """ "a poll of *Norland's voters*", "a survey among *Sylvans*"."""
    several = noun.morph.to_dict().get("Number") == "Plur"
    return several and (noun.ent_type_ == "NORP" or noun.lemma_.lower() in PEOPLE or any(
        c.ent_type_ == "NORP" for c in noun.children if c.dep_ in ("amod", "compound")
    ))  # fmt: skip


def _times(doc: Doc, token: Token) -> Iterator[Words]:
    """When people were asked: a date of the asking, not of the publishing."""
    if token.pos_ == "VERB":
        verbs = [token]
    else:
        verbs = [c for c in token.children if c.dep_ in ("acl", "acl:relcl") and not _published(c)]
        verbs += [token]
    for verb in verbs:
        for child in verb.children:
            dated = child.ent_type_ in ("Date", "DATE") or any(
                t.ent_type_ in ("Date", "DATE") for t in child.children
            )
            if child.dep_ in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod") and dated:
                found = phrase(doc, child.left_edge.i, child.right_edge.i + 1, leading=frozenset())
                if found is not None:
                    yield found


def _dated(doc: Doc, sentence: Span) -> Words | None:
    """A time told with its preposition that no word of publishing stands before."""
    text = text_of(doc)
    for match in _TIME.finditer(text, sentence.start_char, sentence.end_char):
        before = text[sentence.start_char : match.start()]
        out = {w.lower() for w in before.split()[-2:]} & _OUT
        compared = {w.lower() for w in before.rpartition(",")[2].split()} & COMPARING
        found = Words.of(text, *match.span())
        if not out and not compared and _is_of_asking(doc, found):
            return found
    return None


def _is_of_asking(doc: Doc, time: Words) -> bool:
    """Tell whether a time hangs on a poll or its asking, not on what people think will be:
    "a deal would be signed *this year*"."""
    start, end = tokens_of(doc, time)
    word = doc[start]
    while start <= word.i < end and word.head != word:
        word = word.head
    asking = words_of("poll_words", "asking")
    while word.dep_ in NOMINAL and not _is_poll(word.lower_) and word.lemma_.lower() not in asking:
        word = word.head
    if word.dep_ in ("obj", "obl") and word.head.lemma_.lower() in asking:
        word = word.head
    if _is_poll(word.lower_) or word.lemma_.lower() in asking:
        return True
    subjects = (c for c in word.children if c.dep_ in ("nsubj", "nsubj:pass"))
    return word.lower_ not in _OUT and any(_is_poll(c.lower_) for c in subjects)


def _published(verb: Token) -> bool:
    return verb.lower_ in _OUT


def _questions(doc: Doc, verb: Token) -> Iterator[Words]:
    """ "asked *whether the talks should go on*"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and child.i > verb.i:
            first = doc[child.left_edge.i].lower_
            if first in QUESTIONS:
                inside = doc[child.left_edge.i : child.right_edge.i + 1]
                commas = [t.i for t in inside if t.text == "," and doc[t.i + 1].like_num]
                end = min([child.right_edge.i + 1, *commas])
                found = phrase(doc, child.left_edge.i, end, leading=frozenset())
                if found is not None:
                    yield found
