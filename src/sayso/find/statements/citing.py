"""Whom a reporter goes by: "The Post, *citing* two envoys, said that the talks had failed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import cue_verb
from sayso.find.statements.speakers import DOCUMENTS
from sayso.language.genders import GROUPS, is_person
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import lower_of, span_of, tokens_of
from sayso.record.findings import Statement
from sayso.record.span import Span

CITING = frozenset({"citing", "quoting"})
#: The same in a clause on who cites: "the Post, which *cited* two envoys".
CITED = frozenset({"cited", "cites", "quoted", "quotes"})
#: What is cited beside people, bodies and documents.
SOURCES = frozenset({"agency", "army", "medium", "newspaper", "police", "source"})
#: That of other rules beside the encoder.
CONFIDENCE = 0.85


def cited(doc: Doc) -> Iterator[Statement]:
    """Whom a reporter goes by, in an aside: "The Post, *citing* two envoys, said talks failed",
    "the Post, which *cited* two envoys, said talks failed".

    Fires on verbs of citing with a person, body or paper for object, where the verb that they
    hang on has a clause behind it, which is what is said.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in CITING | CITED):
        thing, said = _whom(verb), _told(verb)
        if thing is None or said is None:
            continue
        yield Statement(
            id="",
            source=span_of(doc, *noun_phrase(thing)),
            cue=span_of(doc, verb.i, verb.i + 1),
            content=(said,),
            act="states",
            rule="verb:cited",
            confidence=CONFIDENCE,
        )


def by_cited(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with whom its cue cites as source, and with what the citing verb hangs
    on tells as what is said: "Citing *a memo*, the Post said *that talks had failed*".

    Who quotes in an aside ("the army, quoted by *MENA*, said") passes on what is said behind. A
    reason that is cited ("citing the weather") is what its citer says, and stays so.
    """
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    if verb is not None and verb.dep_ == "acl" and verb.lower_ in CITED:
        told = _told(verb) if any(c.dep_ == "obl:agent" for c in verb.children) else None
        return replace(statement, content=(told,)) if told is not None else statement
    thing = _whom(verb) if verb is not None and verb.lower_ in CITING else None
    said = _told(verb) if verb is not None and thing is not None else None
    if thing is None or said is None:
        return statement
    source = span_of(doc, *noun_phrase(thing))
    own = any(c.overlaps(source) for c in statement.content)
    if source == statement.source and not own:
        return statement
    return replace(
        statement,
        source=source,
        content=(said,) if own else statement.content,
        source_type=statement.source_type if source == statement.source else "unknown",
        anonymous=statement.anonymous and source == statement.source,
    )


def _whom(verb: Token) -> Token | None:
    """The noun behind a verb of citing, if it is somebody or something that tells."""
    thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    return thing if thing is not None and _can_tell(thing) else None


def _told(verb: Token) -> Span | None:
    """What the verb behind tells that a citing verb hangs on, by itself or on its subject."""
    teller = next((t for t in verb.ancestors if t.pos_ == "VERB" and t.i > verb.i), None)
    if teller is None or not verb.head.dep_.startswith(("nsubj", "root")):
        return None
    if verb.lower_ in CITED and verb.dep_ not in ("acl", "acl:relcl"):
        return None
    said = next((c for c in teller.children if c.dep_ == "ccomp" and c.i > teller.i), None)
    if said is None:
        return None
    mark = said.left_edge
    start = mark.i + (mark.lower_ == "that" and mark.dep_ == "mark")
    return span_of(verb.doc, start, said.right_edge.i + 1)


def _can_tell(noun: Token) -> bool:
    """Tell whether a noun is a person, a body or a source."""
    known = {noun.lower_, noun.lemma_.lower()}
    told = is_person(noun) or noun.ent_type_ in GROUPS
    return told or not known.isdisjoint(DOCUMENTS | SOURCES)
