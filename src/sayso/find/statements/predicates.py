"""What a bare predicate is said of: "two men are *feared* dead", "a step that some *call* rash"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import cue_verb
from sayso.language.pronouns import RELATIVE, noun_phrase
from sayso.language.spans import lower_of, span_of, tokens_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Participles that with a predicate behind them report and do nothing else.
FEARED = frozenset({"feared", "presumed"})
#: On texts that the encoder was not trained on, 6 of 6 that it had not marked were statements.
CONFIDENCE = 0.9


def feared(doc: Doc) -> Iterator[Statement]:
    """A passive cue with a bare predicate: "Two men *are feared* dead."

    Fires on "feared" and "presumed" with a subject and an adjective or participle behind.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)[:-1]) if word in FEARED):
        helpers = [c.i for c in verb.children if c.dep_ == "aux:pass" and c.i < verb.i]
        if not helpers or not _is_predicate(doc[verb.i + 1], verb):
            continue
        said = Statement(
            id="",
            source=None,
            cue=span_of(doc, helpers[0], verb.i + 1),
            content=(span_of(doc, verb.i + 1, verb.i + 2),),
            act="believes",
            rule="passive:feared",
            confidence=CONFIDENCE,
        )
        if (whole := with_subject(doc, said)) != said:
            yield whole


def with_subject(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with what a bare predicate is said of in front of it: the subject of a
    passive cue, or the noun of a relative clause ("a step that some call *unlawful*")."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    if verb is None or not statement.content or statement.content[0].start < statement.cue.end:
        return statement
    first = doc[tokens_of(doc, statement.content[0])[0]]
    subject = _subject(verb) if _is_predicate(first, verb) else None
    if subject is None and verb.dep_ == "acl:relcl" and _is_word(doc, statement.content):
        subject = _relative_object(verb)
    if subject is None or subject.pos_ == "PRON":
        return statement
    span = span_of(doc, *noun_phrase(subject))
    if span.end > statement.cue.start:
        return statement
    return replace(statement, content=(span, *statement.content))


def _is_word(doc: Doc, content: tuple[Span, ...]) -> bool:
    """Tell whether all that is said is a word that is no object, or "as" and a word."""
    inside = doc[slice(*tokens_of(doc, content[0]))]
    words = [t for t in inside if not t.is_punct and t.lower_ != "as"]
    return len(content) == len(words) == 1 and words[0].dep_ != "obj"


def _relative_object(verb: Token) -> Token | None:
    """The noun that a relative clause with a subject of its own is about."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    own = subject is not None and subject.lower_ not in RELATIVE | {"that"}
    return verb.head if own else None


def _is_predicate(word: Token, verb: Token) -> bool:
    return word.head == verb and (word.pos_ == "ADJ" or "VerbForm=Part" in str(word.morph))


def _subject(verb: Token) -> Token | None:
    """What a passive verb is said of; the noun where that is a relative pronoun or the verb hangs
    on the noun itself."""
    own = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if own is None:
        return verb.head if verb.dep_ == "acl" and "Tense=Past" in str(verb.morph) else None
    return verb.head if own.pos_ == "PRON" and verb.dep_ == "acl:relcl" else own
