"""Who asked whom, when and what: the words of a sentence that tell of a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from sayso.find.polls.pollsters import by_name, by_trade, finder, named, pollsters, teller
from sayso.find.polls.shares import tells_of_earlier
from sayso.language.spans import classes_of, lower_of, phrase, text_of, tokens_of
from sayso.language.word_lists import words_of
from sayso.record.span import Span as Words

_OUT = frozenset({"published", "released", "printed", "commissioned", "said"})
#: Words before a noun for a poll that has not been told of yet.
_NEW = frozenset({"a", "an", "another", "second", "separate"})
#: Verbs of a poll with the day on which it came out: "showed *on Friday*".
_TOLD = frozenset({"find", "indicate", "put", "reveal", "say", "show", "suggest"})
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)(?: \d{1,2})?(?:,? \d{4})?"
)
_TIME = re.compile(
    rf"\b(?:(?:between|from) {_DAY} (?:and|to) (?:{_DAY}|\d{{1,2}})|"
    rf"{_DAY}\s?[-–]\s?\d{{1,2}}|"
    rf"in the (?:first|second|third|last) (?:half|week) of (?:the month|the year|{_DAY})|"
    rf"(?:on|in|during|early in|late in) {_DAY}(?:(?: and | to |\s?[-–]\s?)(?:{_DAY}|\d{{1,2}}))?|"
    r"(?:last|this|earlier this) (?:week|month|year|weekend|spring|summer|autumn|fall|winter))"
)
#: What would be voted in an election that nobody has called, and what people say once told of
#: something: questions that are worded by a clause.
_SUPPOSED = re.compile(
    r"\b(?:if|were|should|had)\b[^,.;]*\b(?:elections?|plebiscite|referendum|vote|ballot)\b"
    r"(?:[^,.;](?!\bwhile\b))*?\b(?:held|called)\b(?: [\w']+){0,2}?(?=[,.;]|\s+(?:while|and)\b|$)|"
    r"(?-i:\bTold that\b)[^,.;]*|"
    r"\b(?:if|once|when)\s+(?:\w+\s+(?:are|were)\s+)?(?:told|informed|reminded)\b[^,.;]*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A poll "on Monday" came out then.
_WEEKDAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
#: A poll is what is taken or answered on a day.
_TAKEN = ("nsubj", "nsubj:pass", "obj")
#: How what belongs to a noun hangs on it.
NOMINAL = frozenset({"acl", "acl:relcl", "appos", "conj", "flat", "nmod"})
#: What a share is compared with has a time of its own: "up *from* 39 percent last year".
COMPARING = frozenset({"from", "than"})
QUESTIONS = frozenset({"whether", "if", "whom", "who", "what", "which", "how"})
NAMES = frozenset({"NOUN", "PROPN"})
RELATIVES = frozenset({"acl", "acl:relcl"})
#: Fewer people that somebody spoke to are no poll: "the envoy spoke to 20 reporters".
MANY = 100


@dataclass(frozen=True)
class Asking:
    """What one sentence tells of a poll; each part may be missing.

    ``published`` says that the pollster is only told as who has published the poll; ``cue``
    whether the sentence speaks of a poll at all, ``again`` whether it may speak of a known one,
    ``new`` whether it brings one in ("a survey by").
    """

    pollster: Words | None = None
    population: Words | None = None
    time: Words | None = None
    question: Words | None = None
    cue: bool = False
    again: bool = False
    published: bool = False
    new: bool = False


def asking_in(doc: Doc, sentence: Span) -> Asking:
    """Return what a sentence tells of a poll; ``cue`` says whether it speaks of one at all."""
    words, classes = lower_of(doc), classes_of(doc)
    inside = range(sentence.start, sentence.end)
    said = frozenset(words[inside.start : inside.stop])
    verbs = [doc[i] for i in inside if classes[i] == "VERB" and _is_asking(doc[i])]
    nouns = [doc[i] for i in inside if classes[i] in NAMES and _is_poll(words[i])]
    asked = not words_of("poll_words", "asked").isdisjoint(said)
    supposed = _supposed(doc, sentence)
    cue = bool(nouns or verbs or asked or supposed)
    again = [doc[i] for i in inside if words[i] in words_of("poll_words", "again")]
    finds = None if cue else finder(doc, sentence)
    if not cue and not again and finds is None:
        return Asking()
    results = [doc[i] for i in inside if words[i] in words_of("poll_words", "result")]
    told = [*verbs, *nouns, *again, *results]
    pollster = next((w for t in told for w in pollsters(doc, t)), None)
    pollster = pollster or by_trade(doc, sentence) or finds
    pollster = pollster or (by_name(doc, sentence) if nouns else None)
    pollster = pollster or (teller(doc, sentence) if verbs else None)
    population = next((w for t in told for w in _populations(doc, t)), None)
    time = next((w for t in told for w in _times(doc, t)), None)
    dated = _dated(doc, sentence)
    if time is None or (dated is not None and dated.covers(time)):
        time = dated
    if tells_of_earlier(sentence):
        time = None
    question = next((w for t in verbs for w in _questions(doc, t)), supposed)
    if population is not None and time is not None and time.start > population.start:
        population = _until(population, time)
    published = pollster is not None and _is_published(doc, sentence, pollster)
    new = any(c.lower_ in _NEW for t in nouns for c in t.children if c.dep_ in ("det", "amod"))
    return Asking(pollster, population, time, question, cue, bool(again or finds), published, new)


def _until(words: Words, stop: Words) -> Words:
    """Words but for those of a time at their end."""
    text = words.text[: max(0, stop.start - words.start)].rstrip()
    whole = stop.start >= words.end or not text
    return words if whole else Words(words.start, words.start + len(text), text)


def _supposed(doc: Doc, sentence: Span) -> Words | None:
    text = text_of(doc)
    match = _SUPPOSED.search(text, sentence.start_char, sentence.end_char)
    return Words.of(text, *match.span()) if match else None


def _is_published(doc: Doc, sentence: Span, pollster: Words) -> bool:
    start, _ = tokens_of(doc, pollster)
    before = doc[max(sentence.start, start - 4) : max(sentence.start, start)]
    return any(t.lower_ in _OUT for t in before)


def _is_poll(word: str) -> bool:
    return word in words_of("poll_words", "noun")


def _is_asking(token: Token) -> bool:
    """A verb of asking with a number of people: "interviewed 504 people", "Asked whom they ..."."""
    known, word = words_of("poll_words", "asking"), token.lower_
    base = {word, token.lemma_.lower(), word.removesuffix("ed"), word.removesuffix("d")}
    if not base & known:
        return _is_speaking(token)
    counted = any(t.pos_ == "NUM" or t.like_num for c in token.children for t in c.subtree
                  if c.dep_ in ("obj", "nsubj:pass", "iobj", "obl"))  # fmt: skip
    opens = token.text[0].isupper() and token.dep_ in ("advcl", "acl", "amod", "root")
    those = token.dep_ in RELATIVES and (
        token.head.lower_ in ("those", "people", "voters") or _is_counted(token.head)
    )
    polled = any(_is_poll(c.lower_) for c in token.children if c.dep_ in ("obl", "obl:agent"))
    return counted or opens or those or (polled and _asked(token) is not None)


def _is_counted(noun: Token) -> bool:
    numbers = (c for c in noun.children if c.dep_ == "nummod" and (c.pos_ == "NUM" or c.like_num))
    return any(_YEAR.fullmatch(n.text) is None for n in numbers)


def _is_speaking(verb: Token) -> bool:
    """ "spoke to 850 registered voters", "put the question to 1,500 adults"."""
    put = any(c.dep_ == "obj" and c.lemma_ == "question" for c in verb.children)
    if not put and verb.lemma_.lower() not in words_of("poll_words", "speaking"):
        return False
    return any(_many(c) for c in verb.children if c.dep_ == "obl")


def _many(noun: Token) -> bool:
    numbers = (c.text.replace(",", "") for c in noun.children if c.dep_ == "nummod")
    return any(n.isdecimal() and int(n) >= MANY for n in numbers)


def _asked(verb: Token) -> Token | None:
    """Who is asked: "*Voters* were asked in a survey"."""
    return next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)


def _populations(doc: Doc, token: Token) -> Iterator[Words]:
    """ "interviewed *504 people*", "a survey *of 400 residents*", "*1,234 adults* polled by"."""
    if token.dep_ in RELATIVES and _is_counted(token.head):
        yield named(doc, token.head)
    if token.dep_ == "obj" and token.head.dep_ in RELATIVES and _many(token.head.head):
        yield named(doc, token.head.head)
    for child in token.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        counted = _is_counted(child) or child.like_num or child.pos_ == "NUM"
        by_verb = token.pos_ == "VERB" and child.dep_ in ("obj", "iobj", "nsubj:pass", "obl")
        by_noun = token.pos_ != "VERB" and child.dep_ == "nmod" and (
            bool(case & {"of", "among"}) or (_many(child) and "with" in case)
        )  # fmt: skip
        dated = child.ent_type_ in ("Date", "DATE")
        people = counted or _are_people(child)
        if people and not dated and (by_noun or (by_verb and not case - {"to", "of", "with"})):
            yield named(doc, child)
        elif child.dep_ in RELATIVES:
            yield from _taking_part(doc, child)


def _taking_part(doc: Doc, verb: Token) -> Iterator[Words]:
    """ "a poll in which *900 people* took part", "carried out among *1,020 residents*"."""
    for child in verb.children:
        case = {c.lower_ for c in child.children if c.dep_ == "case"}
        if _many(child) and (child.dep_ == "nsubj" or "among" in case):
            yield named(doc, child)


def _are_people(noun: Token) -> bool:
    """ "a poll of *Norland's voters*", "a survey among *Sylvans*"."""
    several = noun.morph.to_dict().get("Number") == "Plur"
    people = words_of("poll_words", "people")
    return several and (noun.ent_type_ == "NORP" or noun.lemma_.lower() in people or any(
        c.ent_type_ == "NORP" for c in noun.children if c.dep_ in ("amod", "compound")
    ))  # fmt: skip


def _times(doc: Doc, token: Token) -> Iterator[Words]:
    """When people were asked: a date of the asking, not of the publishing."""
    if token.pos_ == "VERB":
        verbs = [token]
    else:
        verbs = [c for c in token.children if c.dep_ in RELATIVES and c.lower_ not in _OUT]
        verbs += [token]
    for verb in verbs:
        for child in verb.children:
            dated = child.ent_type_ in ("Date", "DATE") or any(
                t.ent_type_ in ("Date", "DATE") for t in child.children
            )
            if child.dep_ in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod") and dated:
                found = phrase(doc, child.left_edge.i, child.right_edge.i + 1, leading=frozenset())
                told = verb is token and _WEEKDAY.fullmatch(found.text) if found else None
                if found is not None and not told:
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
    asking = words_of("poll_words", "asking") | words_of("poll_words", "speaking")
    while word.dep_ in NOMINAL and not _is_poll(word.lower_) and word.lemma_.lower() not in asking:
        word = word.head
    if _is_poll(word.lower_) and word.pos_ != "VERB":
        return _WEEKDAY.fullmatch(time.text) is None
    above = word
    while above.dep_ in ("obj", "obl", "advcl", "xcomp") and above.lemma_.lower() not in asking:
        above = above.head
    if above.lemma_.lower() in asking:
        return True
    subjects = (c for c in word.children if c.dep_ in _TAKEN)
    told = word.lower_ in _OUT or word.lemma_.lower() in _TOLD or _WEEKDAY.fullmatch(time.text)
    return not told and any(_is_poll(c.lower_) for c in subjects)


def _questions(doc: Doc, verb: Token) -> Iterator[Words]:
    """ "asked *whether the talks should go on*"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and child.i > verb.i:
            first = doc[child.left_edge.i].lower_
            if first in QUESTIONS:
                inside = doc[child.left_edge.i : child.right_edge.i + 1]
                commas = [
                    t.i
                    for t in inside
                    if t.text == "," and t.i + 1 < len(doc) and doc[t.i + 1].like_num
                ]
                end = min([child.right_edge.i + 1, *commas])
                found = phrase(doc, child.left_edge.i, end, leading=frozenset())
                if found is not None:
                    yield found
