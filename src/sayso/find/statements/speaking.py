"""Where the tree tells better than the encoder who speaks: who is quoted, whose clause it is."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.statements.clauses import QUOTES, SUBJECTS, quoted_as, subject
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import BEFORE, head_of

#: Verbs of what things tell.
SHOWS = frozenset({"demonstrate", "indicate", "mean", "prove", "show", "signal", "suggest"})


def quoted(verb: Token, end: int) -> Token | None:
    """Return who is quoted, for the verb behind "as" or for a cue up to ``end`` that holds it:
    "*He* was quoted as saying"."""
    inner = (c for c in verb.children if verb.i < c.i < end)
    told = next((q for v in (verb, *inner) if (q := quoted_as(v)) is not None), None)
    if told is not None or verb.lower_ not in QUOTES:
        return told
    if any(c.dep_ == "obl:agent" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)


def outweighed(verb: Token, source: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Return the range of who speaks, where the source at the tokens ``source`` is another than
    the tree lets stand, or but a piece of it; None where it may stand."""
    told = quoted(verb, end)
    if told is not None:
        if told.pos_ == "PRON" and head_of(verb.doc, *source).dep_ == "nmod:poss":
            return None  # "*Ann's* office quoted her"
        return None if source[0] <= told.i < source[1] else phrase_of(told)
    doer = subject(verb)
    if doer is None or doer.dep_ == "expl":
        return None
    phrase, head = phrase_of(doer), head_of(verb.doc, *source)
    if head == doer:
        return None
    if doer.dep_ == "obl:agent" and doer.head == verb and verb.lower_ in QUOTES:
        return phrase  # "Doctors were quoted by *the Post*"
    if head.dep_ == "conj" and head.head == doer and phrase[1] <= source[0]:
        return phrase[0], source[1]  # the last name alone of several that are joined
    if head.dep_ == "appos" and head.head == doer and phrase[1] == source[0] - 1:
        return phrase[0], source[1]  # "*One*, Ann Roe, said"
    if _is_piece(source, head, phrase, doer) or _is_above(source, head, verb, phrase):
        return phrase
    if _is_own(verb, doer) or _shows(verb, doer):
        return phrase if phrase[1] <= source[0] or source[1] <= phrase[0] else None
    if _is_agent_above(verb, head, doer):
        return phrase
    aside = _is_of_aside(verb, head, doer)
    return phrase if aside or _stands_between(verb, source, head, doer) else None


def phrase_of(noun: Token) -> tuple[int, int]:
    """Return the range of a noun's phrase, a pronoun's the word alone."""
    return (noun.i, noun.i + 1) if noun.pos_ == "PRON" else noun_phrase(noun)


def _is_piece(source: tuple[int, int], head: Token, phrase: tuple[int, int], doer: Token) -> bool:
    """Tell whether a source is but a word before the noun that speaks: "*state* media"."""
    inside = phrase[0] <= source[0] and source[1] <= phrase[1]
    return inside and head.dep_ in BEFORE and head.head == doer


def _is_above(source: tuple[int, int], head: Token, verb: Token, phrase: tuple[int, int]) -> bool:
    """Tell whether a source takes in what the clause of its cue is about: "*a claim* Oslo
    disputes"."""
    inside = source[0] < phrase[0] and phrase[1] <= source[1]
    if inside and verb.doc[phrase[0] - 1].head == head and head.right_edge.i < phrase[0]:
        return False  # "*Ann's* spokesman": the tree parts the owner from the noun
    return inside and (
        (verb.dep_ == "acl:relcl" and head == verb.head)
        or (head.dep_ == "nsubj" and head.head == verb)
    )


def _is_agent_above(verb: Token, head: Token, doer: Token) -> bool:
    """Tell whether a source is but who does something to the subject of its cue, or above it:
    "She was warned by *Orla* and said", "asked by *Orla* whether she thought"."""
    passive = head.head
    if head.dep_ != "obl:agent" or passive == verb or passive not in verb.ancestors:
        return False
    own = doer.head == verb and doer.dep_ == "nsubj" and doer.i > head.i
    return own or (doer.dep_ == "nsubj:pass" and doer.head == passive)


def _is_own(verb: Token, doer: Token) -> bool:
    """Tell whether a participle has a noun for subject of its own: "with *Oslo* saying"."""
    own = doer.head == verb and doer.dep_ == "nsubj" and doer.i < verb.i
    return own and doer.pos_ != "PRON" and verb.dep_ != "root" and verb.lower_.endswith("ing")


def _shows(verb: Token, doer: Token) -> bool:
    return doer.pos_ == "NOUN" and verb.lemma_.lower() in SHOWS


def _is_of_aside(verb: Token, head: Token, doer: Token) -> bool:
    """Tell whether a source is the subject of a relative clause that a comma closes before the
    joined verb of its cue: "Orla blamed Norland, which *Oslo* regretted, and said so"."""
    clause = head.head
    if verb.dep_ != "conj" or head.dep_ != "nsubj" or clause.dep_ != "acl:relcl":
        return False
    joint = min([verb.i, *(c.i for c in verb.children if c.dep_ == "cc")])
    apart = verb.head != clause and clause.i < joint and verb.doc[joint - 1].text == ","
    return apart and doer.dep_ == "nsubj" and doer.i < clause.i


def _stands_between(verb: Token, source: tuple[int, int], head: Token, doer: Token) -> bool:
    """Tell whether a source is but named in the clause that a participle goes on, whose subject
    speaks: "Oslo left the pact with *Bergen*, saying it was void"."""
    at = verb.head if verb.dep_ == "conj" else verb
    if at.dep_ != "advcl" or "VerbForm=Part" not in str(at.morph):
        return False
    main = doer.head
    before = doer.dep_ == "nsubj" and doer.i < main.i and main == at.head
    return before and main.i < source[0] and source[1] <= verb.i and head.dep_ not in SUBJECTS
