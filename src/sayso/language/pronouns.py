"""Which name a pronoun stands for: the nearest fitting one before it, by encoder and by form."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.anchors import antecedents
from sayso.language.word_lists import words_of

#: Pronouns for whoever speaks: only the statement that they stand in can tell.
FIRST = frozenset({"i", "me", "my", "our", "us", "we"})
THIRD = frozenset({"he", "her", "him", "his", "it", "its", "she", "their", "them", "they"})
RELATIVE = frozenset({"which", "who", "whom"})
PERSONAL = FIRST | THIRD | RELATIVE
SINGULAR_PERSON = frozenset({"he", "her", "him", "his", "she"})
PLURAL = frozenset({"their", "them", "they"})
THING = frozenset({"it", "its"})
PERSON = frozenset({"Person", "PERSON"})
GROUPS = frozenset({"Organization", "ORG", "NORP", "Location"})
#: A pronoun seldom reaches back over more sentences than this.
SENTENCES = 4
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
ROLE_WORDS_DEPS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj", "obl", "nmod", "appos"})


def is_pronoun(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a token range is a lone personal or relative pronoun."""
    return end - start == 1 and doc[start].lower_ in PERSONAL


def antecedent(doc: Doc, at: int) -> tuple[int, int] | None:
    """Return the token range of the name that the pronoun at token ``at`` stands for, or None.

    None for the first person: who "we" are is told by the statement, not by the nearest name.
    """
    pronoun = doc[at].lower_
    if pronoun in FIRST:
        return None
    if pronoun in RELATIVE:
        return _relative(doc[at])
    linked = antecedents(doc, "coref").get(at)
    if linked is not None and linked[1] >= 0.5:
        target = linked[0]
        if doc[target].pos_ == "PRON" and target < at:
            return antecedent(doc, target) if doc[target].lower_ in PERSONAL else None
        if doc[target].pos_ in ("NOUN", "PROPN") and fits(doc[target], pronoun):
            return noun_phrase(doc[target])
    return _nearest(doc, at, pronoun)


def fits(noun: Token, pronoun: str) -> bool:
    """Tell whether a noun can be meant by a pronoun, by number and by kind of name."""
    plural = "Number=Plur" in str(noun.morph)
    if pronoun in SINGULAR_PERSON:
        return not plural and noun.ent_type_ not in ("Location", "Date", "Money", "Facility")
    if pronoun in THING:
        return not plural and noun.ent_type_ not in PERSON
    return plural or noun.ent_type_ in GROUPS or pronoun not in PLURAL


def noun_phrase(noun: Token) -> tuple[int, int]:
    """Return the range of a noun with what stands before and behind it as part of its phrase.

    Relative clauses, appositions behind a comma, and conjuncts stay out.
    """
    out = ("acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "case", "acl")
    start = end = noun.i
    for child in noun.children:
        if child.dep_ in out:
            continue
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i)
    return start, end + 1


def _relative(pronoun: Token) -> tuple[int, int] | None:
    """The noun that a relative clause is about: "the men *who* fled"."""
    verb = pronoun.head
    if verb.dep_ != "acl:relcl" or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    return noun_phrase(verb.head)


def _nearest(doc: Doc, at: int, pronoun: str) -> tuple[int, int] | None:
    """Subjects of the same and of earlier sentences first, then any fitting name, nearest first."""
    sentence = doc[at].sent
    seen = 0
    while seen < SENTENCES:
        stop = min(at, sentence.end)
        names = [t for t in doc[sentence.start : stop] if _is_name_head(t) and fits(t, pronoun)]
        names = [t for t in names if pronoun not in SINGULAR_PERSON or _can_speak(t)]
        subjects = [t for t in names if t.dep_ in SUBJECTS]
        pick = subjects[-1:] or names[-1:]
        if pick:
            return noun_phrase(pick[0])
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
        seen += 1
    return None


def _is_name_head(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "flat", "nmod:poss"):
        return False
    return token.dep_ in ROLE_WORDS_DEPS or token.ent_type_ != ""


def _can_speak(token: Token) -> bool:
    """A person's name, or a noun for a person (an official, a witness)."""
    return token.ent_type_ in PERSON or token.lemma_.lower() in words_of("person_nouns", "person")
