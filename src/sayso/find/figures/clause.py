"""A number to its clause: the words that govern it, and what they tell of place, cause and doer."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.figures.governed import counted
from sayso.language.spans import case_of, lower_of, sentence_at

#: Measures of harm that a happening does, and that may be found and counted long after it.
HARM = frozenset({"killed", "injured", "missing"})
_CLIMB = 8
_SETTING = frozenset({"obl", "nmod", "obl:agent"})
#: Clauses that tell in which happening somebody came to harm: "hurt when a wall fell".
_WHEN = frozenset({"when", "after", "as"})
_HOURS = frozenset(
    {"afternoon", "dawn", "day", "dusk", "evening", "midday", "midnight", "morning", "night",
     "nightfall", "noon"}
)  # fmt: skip
#: "in return for": its words stand at most so many tokens before a number.
_RETURN_NEAR = 6
_IF = frozenset({"if", "unless"})


def path_of(doc: Doc, at: int) -> list[Token]:
    """Return the number's own word and what governs it, up to the first verb and those that the
    verb is coordinated with, the nearest first."""
    token = counted(doc[at])
    path = [token]
    while token.head != token and len(path) < _CLIMB:
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "conj":
            break
        token = token.head
        path.append(token)
    return path


def settings_of(path: list[Token]) -> list[Token]:
    """Return the nouns with a preposition that hang on the words of a path, in text order."""
    return sorted(
        (
            c
            for t in path
            for c in t.children
            if c.dep_ in _SETTING and c not in path and case_of(c)
        ),
        key=lambda t: t.i,
    )


def when_clauses(path: list[Token]) -> list[Token]:
    """Return the verbs of the clauses that tell when or after what the harm was done."""
    return [
        c
        for t in path
        for c in t.children
        if c.dep_ == "advcl" and any(m.lower_ in _WHEN for m in c.children)
    ]


def is_time(noun: Token) -> bool:
    """Tell whether a noun names a day or an hour: "by midday", "since Friday"."""
    return noun.ent_type_ == "Date" or noun.lemma_.lower() in _HOURS


def is_conditional(path: list[Token]) -> bool:
    """Tell whether the clause of a path is a condition: "if a guard is hurt", "should two die"."""
    verb = path[-1]
    words = [c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")]
    inverted = verb.dep_ == "advcl" and verb.left_edge.lower_ == "should"
    return inverted or not _IF.isdisjoint(words)


def is_in_return(doc: Doc, at: int) -> bool:
    """Tell whether a number is what is given for another: "in exchange for *ten* captives"."""
    words = lower_of(doc)[max(sentence_at(doc, at)[0], at - _RETURN_NEAR) : at]
    return any(
        words[n : n + 3] in (("in", "return", "for"), ("in", "exchange", "for"))
        for n in range(len(words))
    )
