"""A statement's source: the name behind a pronoun, and the words that withhold a name."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.pronouns import antecedent, is_pronoun
from sayso.language.spans import span_of, text_of, tokens_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: "who asked not to be named", "speaking on condition of anonymity", "declined to be identified".
WITHHELD = re.compile(
    r"""
      (?:(?:who\ )?sp(?:ea|o)k\w*\ )?on\ (?:the\ )?conditions?\ of\ anonymity
    | (?:who\ |and\ )?(?:ask|request|insist|want|prefer|would|did|does|do|could|can)\w*
      \ not\ (?:to\ )?(?:be\ (?:named|identified)|give\ (?:his|her|their)\ names?)
    | (?:who\ |and\ )?(?:declin|refus)\w+
      \ to\ (?:be\ (?:named|identified)|give\ (?:his|her|their)\ names?)
    | (?:who\ |and\ )?(?:request\w*|ask\w*\ for)\ anonymity
    | (?:who\ |and\ )?(?:(?:was|were|is|are)\ )?not\ (?:being\ )?authori[sz]ed
      \ to\ (?:speak|talk|brief)[^.,;]*
    | speaking\ anonymously
    | whose\ names?\ (?:was|were)\ not\ (?:given|released)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def named(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with its source's pronoun replaced by the name that it stands for."""
    if statement.source is None:
        return statement
    start, end = tokens_of(doc, statement.source)
    if not is_pronoun(doc, start, end):
        return statement
    found = antecedent(doc, start)
    if found is None:
        return statement
    return replace(statement, source=span_of(doc, *found), source_written=statement.source)


def withholding(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the words in its sentence that withhold the source's name."""
    sentence = doc[tokens_of(doc, statement.cue)[0]].sent
    text = text_of(doc)
    found = WITHHELD.search(text, sentence.start_char, sentence.end_char)
    if found is None or statement.source is None or statement.source_type in ("person", "state"):
        return statement
    words = Span.of(text, found.start(), found.end())
    if any(c.covers(words) for c in statement.content):
        return statement
    return replace(statement, withheld=words, anonymous=True)
