"""What a bare predicate is said of: "two men are *feared* dead", "a step that some *call* rash"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import FEARED, SUBJECTS, about, cue_verb, is_predicate
from sayso.language.pronouns import RELATIVE, noun_phrase
from sayso.language.spans import lower_of, span_of, tokens_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Cues whose object is whom they are about.
BLAMES = frozenset({"accuse", "accused", "accuses", "blame", "blamed", "blames", "suspect",
                    "suspected", "suspects"})  # fmt: skip
#: Passive cues with an infinitive behind that tell what is so, not what to do.
HELD = frozenset({"alleged", "assumed", "believed", "feared", "presumed", "reported", "rumored",
                  "rumoured", "said", "suspected", "thought", "understood"})  # fmt: skip
#: On texts that the encoder was not trained on, 6 of 6 that it had not marked were statements.
CONFIDENCE = 0.9


def feared(doc: Doc) -> Iterator[Statement]:
    """A passive cue with a bare predicate: "Two men *are feared* dead."

    Fires on "feared" and "presumed" with a subject and an adjective or participle behind.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)[:-1]) if word in FEARED):
        helpers = [c.i for c in verb.children if c.dep_ == "aux:pass" and c.i < verb.i]
        if not helpers or not is_predicate(doc[verb.i + 1], verb):
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
    passive cue, or the noun of a relative clause ("a step that some call *unlawful*", "a town that
    Oslo says *will fall*")."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    if verb is None or not statement.content:
        return statement
    statement = _with_antecedent(doc, verb, statement)
    if statement.content[0].start < statement.cue.end:
        return statement
    first = doc[tokens_of(doc, statement.content[0])[0]]
    bare = is_predicate(first, verb) or _is_told_of(first, verb)
    subject = _subject(verb) if bare else None
    if subject is None and verb.dep_ == "acl:relcl":
        bare = _is_word(doc, statement.content) or _lacks_subject(verb, first)
        bare = bare or _lacks_object(verb, first)
        subject = _relative_object(verb) if bare else None
    if subject is None or subject.pos_ == "PRON":
        return statement
    span = _phrase(subject)
    if span.end > statement.cue.start:
        return statement
    return replace(statement, content=(span, *statement.content))


def _with_antecedent(doc: Doc, verb: Token, statement: Statement) -> Statement:
    """Return the statement with the noun of a relative clause for the pronoun that stands for it
    in what is said: "a town *which* Oslo says will fall"."""
    first, *rest = statement.content
    if not rest or first.text.lower() not in RELATIVE or verb.dep_ != "acl:relcl":
        return statement
    noun = _phrase(verb.head)
    return replace(statement, content=(noun, *rest)) if noun.end <= first.start else statement


def _phrase(noun: Token) -> Span:
    """The phrase of a noun without what it is told of: "it was *a step*"."""
    start, end = noun_phrase(noun)
    copula = (c.i + 1 for c in noun.children if c.dep_ == "cop" and c.i < noun.i)
    return span_of(noun.doc, max(copula, default=start), end)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in verb.children)


def _is_told_of(first: Token, verb: Token) -> bool:
    """Tell whether what is said behind a passive cue lacks whom it is about: "is accused *of
    theft*", "is said *to be ill*"."""
    if not _is_passive(verb) or any(
        t.i > verb.i
        for t in verb.children
        if t.i < first.i and t.dep_ not in ("obl:agent", "advmod")
    ):
        return False
    if verb.lower_ in BLAMES:
        return first.lower_ in ("as", "for", "of")
    return verb.lower_ in HELD and first.lower_ == "to" and first.head.dep_ == "xcomp"


def _is_word(doc: Doc, content: tuple[Span, ...]) -> bool:
    """Tell whether all that is said is a word that is no object, or "as" and a word."""
    inside = doc[slice(*tokens_of(doc, content[0]))]
    words = [t for t in inside if not t.is_punct and t.lower_ != "as"]
    return len(content) == len(words) == 1 and words[0].dep_ != "obj"


def _lacks_subject(verb: Token, first: Token) -> bool:
    """Tell whether what is said is a clause whose subject stands before the cue, if only as a
    pronoun: "a town (that) Oslo says *will fall*"."""
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i >= first.i), None)
    if said is None:
        return False
    parts = [c for c in said.children if c.i >= first.i]
    begins = min([said.i, *(c.left_edge.i for c in parts)])
    return begins == first.i and not any(c.dep_ in SUBJECTS for c in parts)


def _lacks_object(verb: Token, first: Token) -> bool:
    """Tell whether what is said begins behind a cue whose object is the noun before its clause:
    "men whom Oslo accuses *of theft*", "men Oslo accuses *of theft*"."""
    objects = [c for c in verb.children if c.dep_ in ("ccomp", "iobj", "obj")]
    before = all(c.lower_ in RELATIVE | {"that"} and c.i < verb.i for c in objects)
    behind = first.i == verb.i + 1 and first.lower_ in ("as", "for", "of", "to")
    whom = any(c.lower_ in RELATIVE for c in objects)
    if any(g.lower_ == "whose" for c in verb.children for g in c.children):
        return False
    return before and behind and (whom or verb.lower_ in BLAMES)


def _relative_object(verb: Token) -> Token | None:
    """The noun that a relative clause with a subject of its own is about."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    own = subject is not None and subject.lower_ not in RELATIVE | {"that"}
    return verb.head if own else None


def _subject(verb: Token) -> Token | None:
    """What a passive verb is said of; the noun where that is a relative pronoun or the verb hangs
    on the noun itself."""
    own = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if own is None and (verb.lower_ in FEARED or (verb.dep_ == "conj" and _is_passive(verb))):
        return about(verb)
    if own is None:
        return verb.head if verb.dep_ == "acl" and "Tense=Past" in str(verb.morph) else None
    return verb.head if own.pos_ == "PRON" and verb.dep_ == "acl:relcl" else own
