"""Who says the headline of a report, behind its last mark: "Five killed in raid *-* state TV"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.statements.speakers import is_speaking
from sayso.language.genders import GROUPS, is_person
from sayso.language.spans import head_of, span_of, text_of, token_at, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: The first line of a report, without a full stop, up to its last dash or colon and behind it.
DASHED = re.compile(r"\s*([^\n]+[^\s\n:])( [-–—]{1,2}|:) ([^\n–—]{2,40}[^\s\n.!?])[ \t]*(?:\n|$)")
#: So many words at most stand behind such a dash.
WIDEST = 5
#: What one does who speaks in the report below.
SPEAKS = frozenset(
    ["added", "announced", "confirmed", "denied", "reported", "said", "says", "stated", "told",
     "warned", "wrote"]
)  # fmt: skip
#: That of other rules beside the encoder.
CONFIDENCE = 0.85


def dashed(doc: Doc) -> Iterator[Statement]:
    """Who says a headline, behind a mark: "Five killed in raid *-* state TV", "... in raid*:* TV".

    Fires on the first line of a report, if it tells something with a verb and a noun for somebody
    who can speak ends it, or a name that speaks below: "- Example News" is but where it stood.
    """
    match = DASHED.match(text_of(doc))
    if match is None:
        return
    told, label = (Span.of(text_of(doc), *match.span(n)) for n in (1, 3))
    mark = token_at(doc, match.end(2) - 1)
    start, end = tokens_of(doc, label)
    said = trimmed(doc, *tokens_of(doc, told), quotes=True)
    words = doc[start:end]
    if said is None or end - start > WIDEST or any(_is_of_clause(t) for t in words):
        return
    head = head_of(doc, start, end)
    common = head.pos_ == "NOUN" and (is_speaking(head, many=True) or head.lower_ == "tv")
    tells = any(_is_predicate(t) for t in doc[slice(*said)])
    if tells and (common or speaks_below(doc, head)):
        yield Statement(
            id="",
            source=label,
            cue=span_of(doc, mark, mark + 1),
            content=(span_of(doc, *said),),
            act="states",
            rule="dash:headed",
            confidence=CONFIDENCE,
        )


def speaks_below(doc: Doc, name: Token) -> bool:
    """Tell whether a name in the first line says something in a later one."""
    if name.pos_ != "PROPN" or not (is_person(name) or name.ent_type_ in GROUPS):
        return False
    line = text_of(doc).find("\n", name.idx)
    rest = doc[token_at(doc, line) :] if line >= 0 else ()
    same = (t for t in rest if t.text == name.text)
    return any(_speaker_of(t).lower_ in SPEAKS for t in same)


def _speaker_of(name: Token) -> Token:
    """The verb that a name, or the name that it is a part of, is the subject of, else itself; a
    country in the name of a body, "the *Norland* Red Cross", is not who speaks."""
    while name.dep_ in ("appos", "compound", "flat", "nmod:desc"):
        if name.dep_ == "compound" and name.head.ent_type_ == "Organization":
            break
        name = name.head
    return name.head if name.dep_ == "nsubj" else name


def _is_predicate(word: Token) -> bool:
    return word.pos_ in ("AUX", "VERB") or (word.pos_ == "ADJ" and word.dep_ == "root")


def _is_of_clause(word: Token) -> bool:
    return word.pos_ in ("ADV", "AUX", "PRON", "SCONJ", "VERB")
