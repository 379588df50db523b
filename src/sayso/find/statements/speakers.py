"""What kind of speaker a source is, where its own words leave no doubt: a paper, a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.spans import classes_of, head_of, lower_of, tokens_of
from sayso.language.word_lists import words_of
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import SourceType

_DOCUMENTS = frozenset(
    ["annex", "audit", "book", "bulletin", "communique", "communiqué", "diary", "document",
     "dossier", "edict", "email", "filing", "indictment", "law", "letter", "memo", "memorandum",
     "newsletter", "notice", "poll", "release", "report", "resolution", "ruling", "statement",
     "study", "survey", "telegram", "verdict"]
)  # fmt: skip
_MEDIA = frozenset(
    ["broadcaster", "daily", "media", "newspaper", "newspapers", "outlet", "outlets", "radio",
     "television", "tv", "weekly"]
)  # fmt: skip
#: Names of papers end so; "the Post" too.
_PAPERS = frozenset(
    ["Chronicle", "Gazette", "Guardian", "Herald", "Journal", "News", "Newspaper", "Observer",
     "Post", "Radio", "TV", "Telegraph", "Television", "Times", "Tribune"]
)  # fmt: skip
#: What a name of an entity is as a speaker.
NAMES: dict[str, SourceType] = {
    "Location": "state",
    "Organization": "organisation",
    "Person": "person",
}


def typed(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the type of its source that the source's head word shows."""
    found = _type(doc, statement)
    return replace(statement, source_type=found) if found else statement


def known(doc: Doc, statement: Statement, before: Sequence[Statement]) -> Statement:
    """Return the statement with a type for a source that has none: the one that the same source
    had before, or else what its head word is."""
    if statement.source is None or statement.source_type != "unknown":
        return statement
    earlier = (s.source_type for s in before if s.source == statement.source)
    found = next((kind for kind in earlier if kind != "unknown"), None)
    return replace(statement, source_type=found or _kind(doc, statement.source))


def _kind(doc: Doc, source: Span) -> SourceType:
    head = head_of(doc, *tokens_of(doc, source))
    if head.pos_ == "PROPN" and head.ent_type_ in NAMES:
        return NAMES[head.ent_type_]
    if _is_person(head):
        return "role"
    return "unknown"


def _is_person(noun: Token) -> bool:
    """Tell whether a noun is one for a person and stands for one."""
    one = noun.pos_ == "NOUN" and "Number=Plur" not in str(noun.morph)
    return one and noun.lemma_.lower() in words_of("person_nouns", "person")


def _type(doc: Doc, statement: Statement) -> SourceType | None:
    if statement.source is None:
        return None
    start, end = tokens_of(doc, statement.source)
    head = head_of(doc, start, end)
    if head.pos_ == "NOUN" and {head.lower_, head.lemma_.lower()} & _DOCUMENTS:
        return "document"
    if statement.source_type in ("organisation", "document", "state") and _is_person(head):
        return "role"
    if head.lower_ in _MEDIA or lower_of(doc)[max(start, end - 2) : end] == ("news", "agency"):
        return "media"
    last = doc[end - 1]
    if last.text in _PAPERS and last.pos_ == "PROPN" and head in (last, last.head):
        return "media"
    if statement.source_type in ("person", "document", "organisation", "unknown") and _is_place(
        doc, start, end
    ):
        return "state"
    return None


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the source is the bare name of a place, as a capital stands for its state."""
    classes, words = classes_of(doc), lower_of(doc)
    names = [i for i in range(start, end) if words[i] != "the"]
    return bool(names) and all(
        classes[i] == "PROPN" and doc[i].ent_type_ == "Location" and doc[i].text[0].isupper()
        for i in names
    )
