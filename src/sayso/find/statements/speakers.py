"""What kind of speaker a source is, where its own words leave no doubt: a paper, a state."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.spans import tokens_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import SourceType

_DOCUMENTS = frozenset(
    ["communique", "communiqué", "document", "dossier", "filing", "indictment", "law", "letter",
     "memo", "memorandum", "poll", "release", "report", "resolution", "ruling", "statement",
     "study", "survey", "verdict"]
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


def typed(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the type of its source that the source's head word shows."""
    found = _type(doc, statement)
    return replace(statement, source_type=found) if found else statement


def _type(doc: Doc, statement: Statement) -> SourceType | None:
    if statement.source is None:
        return None
    start, end = tokens_of(doc, statement.source)
    head = doc[start:end].root
    words = [t.lower_ for t in doc[start:end]]
    if head.pos_ == "NOUN" and head.lower_ in _DOCUMENTS:
        return "document"
    if head.lower_ in _MEDIA or " ".join(words[-2:]) == "news agency":
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
    names = [t for t in doc[start:end] if t.lower_ != "the"]
    return bool(names) and all(
        t.pos_ == "PROPN" and t.ent_type_ == "Location" and t.text[0].isupper() for t in names
    )
