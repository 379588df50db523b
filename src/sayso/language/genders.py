"""Who can be "he", "she", "it" or "they": by number, kind of name and plain gendered nouns."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.language.word_lists import words_of

SINGULAR_PERSON = frozenset({"he", "her", "him", "his", "she"})
PLURAL = frozenset({"their", "them", "they"})
THING = frozenset({"it", "its"})
PERSON = frozenset({"Person", "PERSON"})
GROUPS = frozenset({"Organization", "ORG", "NORP", "Location"})
#: What a name is that no person has.
NO_PERSONS = frozenset({"Location", "Date", "Money", "Facility", "Organization", "ORG"})
#: The other one of "he" and "she", for each form of them.
OTHER = {"he": "she", "him": "she", "his": "she", "she": "he", "her": "he"}
#: How a title or a noun hangs on the name that it goes with: "*Queen* Ann", "Ann Roe, a *nun*".
TITLES = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod:unmarked"})
#: Words before a noun that make it each, all or none of several.
SEVERAL = frozenset({"all", "any", "both", "each", "either", "every", "neither", "no"})
JOINED = frozenset({"NOUN", "PROPN"})


def fits(noun: Token, pronoun: str, *, person: bool = False) -> bool:
    """Tell whether a noun can be meant by a pronoun, by number, kind of name and gender; who is
    known to be a ``person`` has a person's name."""
    plural = "Number=Plur" in str(noun.morph)
    if pronoun in SINGULAR_PERSON:
        named = noun.ent_type_ in NO_PERSONS and not (person or is_person(noun))
        return not plural and not named and not _is_of(OTHER[pronoun], noun)
    if pronoun in THING:
        return not plural and not _is_someone(noun) and not is_joined(noun)
    body = noun.ent_type_ in GROUPS and not is_person(noun)
    return plural or is_joined(noun) or body or pronoun not in PLURAL


def is_person(noun: Token) -> bool:
    """A person's name, or a noun for a person (an official, a witness)."""
    lemma = noun.lemma_.lower()
    return noun.ent_type_ in PERSON or lemma in words_of("person_nouns", "person")


def _is_someone(noun: Token) -> bool:
    """Tell whether a noun can be no thing: a person, or so many of several ("*neither* side")."""
    return is_person(noun) or any(
        c.dep_.startswith("det") and c.lower_ in SEVERAL for c in noun.children
    )


def is_joined(noun: Token) -> bool:
    """Tell whether another noun is joined to one: "*Oslo* and Bergen"."""
    return any(c.dep_ == "conj" and c.pos_ in JOINED for c in noun.children)


def _is_of(gender: str, noun: Token) -> bool:
    """Tell whether a noun, or a title or noun that goes with it, tells the gender."""
    told = words_of("gendered_nouns", gender)
    beside = (noun.head,) if noun.dep_ == "appos" else ()  # "his *mother*, Ann Roe"
    words = (noun, *beside, *(c for c in noun.children if c.dep_ in TITLES))
    return any(t.lemma_.lower() in told or t.lower_.rstrip(".") in told for t in words)
