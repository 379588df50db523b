"""A joined verb that goes on what is said, and not who says it: "Ann said the rebels had taken
the port *and threatened to burn it*", "said it was ready *and had agreed*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.find.statements.speakers import is_speaking, typed
from sayso.language.genders import PLURAL, SINGULAR_PERSON, is_joined, is_person
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import span_of, token_at, tokens_of, trimmed
from sayso.language.word_lists import words_of
from sayso.record.findings import Statement

#: What those do who bear arms, more than those who tell of them.
FORCES = frozenset({"demand", "demanded", "demands", "threaten", "threatened", "threatens"})
ARMED = frozenset({"fighter", "guard", "gunman", "man", "soldier"})
CAPTORS = frozenset({"abductor", "captor", "kidnapper", "pirate", "robber"})
#: From a joined verb to the first of those that it is joined to, over at most so many arcs.
REACH = 3
#: Between what is said and a joined verb stand at most so many words.
JOINT = 3
OBJECTS = frozenset({"iobj", "obj", "obl"})
#: What a pronoun hangs on or stands in: "crush *them*", "bomb *their* camps".
OWN = frozenset({"iobj", "nmod:poss", "obj"})


def carried(doc: Doc, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, a joined one with who does what is said for source, and what is said
    with all that is joined to it."""
    out = list(statements)
    for n, joined in enumerate(out):
        verb = cue_verb(doc, *tokens_of(doc, joined.cue))
        clause = clause_before(verb) if verb is not None else None
        if verb is None or clause is None:
            continue
        end = max([verb.right_edge.i + 1, *(tokens_of(doc, c)[1] for c in joined.content)])
        for m, outer in enumerate(out):
            if cue_verb(doc, *tokens_of(doc, outer.cue)) == clause.head and m != n:
                out[m] = _up_to(doc, outer, verb, end)
        out[n] = _told_of(doc, joined, clause)
    return out


def clause_before(verb: Token) -> Token | None:
    """Return the verb of the clause that somebody tells and a joined verb goes on, where the forms
    or the words leave no doubt; None where who tells it may go on."""
    above = verb
    for _ in range(REACH):
        if above.dep_ != "conj":
            break
        above = above.head
    if above == verb or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    said = [c for c in (above, *above.children) if c.dep_ == "ccomp" and c.i < verb.i]
    clause = next((c for c in said if c.head.i < c.i), None)
    if clause is None:
        return None
    told = _is_late(verb, clause.head) or _is_other(verb, clause.head)
    return clause if told or (not _is_parted(verb) and _is_of_force(verb, clause)) else None


def _is_parted(verb: Token) -> bool:
    """Tell whether a comma parts a joined verb from what it is joined to."""
    joint = min([verb.i, *(c.i for c in verb.children if c.dep_ == "cc")])
    return joint > 0 and verb.doc[joint - 1].text == ","


def _is_late(verb: Token, teller: Token) -> bool:
    """Tell whether a verb has "had" and who tells it has not: "*said* it ... and *had agreed*"."""
    return _had(verb) and not _had(teller) and "Tense=Past" in str(teller.morph)


def _had(verb: Token) -> bool:
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _is_other(verb: Token, teller: Token) -> bool:
    """Tell whether a verb is of now and who tells it spoke before, or of one where many tell it:
    "they *say* the army has left *and refuses* to return"."""
    now, then = str(verb.morph), str(teller.morph)
    one = "Tense=Pres" in now and "Number=Sing" in now and verb.lower_.endswith("s")
    if not one or "VerbForm=Fin" not in then:
        return False
    helped = any(c.dep_ == "aux" for c in (*verb.children, *teller.children))
    many = "Tense=Pres" in then and not teller.lower_.endswith("s")
    return not helped and ("Tense=Past" in then or many)


def _is_of_force(verb: Token, clause: Token) -> bool:
    """Tell whether armed people had done something, and by force do more."""
    doer = _doer(clause)
    if doer is None or not _had(clause) or verb.lower_ not in FORCES:
        return False
    lemma = doer.lemma_.lower()
    armed = lemma in CAPTORS or any(lemma in words_of("figure_classes", kind) for kind in ARMED)
    return armed and not _is_against(verb, clause, doer)


def _is_against(verb: Token, clause: Token, doer: Token) -> bool:
    """Tell whether a verb is about those who did what is said, by a pronoun that means nobody else
    in it: "militants had crossed the line and threatened *to crush them*"."""
    many = _is_many(doer)
    others = (c for c in clause.children if c.dep_ in OBJECTS and c.i > clause.i)
    if any(_is_many(c) == many for c in others):
        return False
    forms = PLURAL if many else SINGULAR_PERSON
    return any(t.lower_ in forms and t.dep_ in OWN for t in verb.subtree)


def _is_many(noun: Token) -> bool:
    return "Number=Plur" in str(noun.morph) or is_joined(noun)


def _doer(clause: Token) -> Token | None:
    return next((c for c in clause.children if c.dep_ in SUBJECTS), None)


def _told_of(doc: Doc, joined: Statement, clause: Token) -> Statement:
    """The statement as that of the subject of the clause before, where that is somebody."""
    doer = _doer(clause)
    can_speak = doer is not None and (is_person(doer) or is_speaking(doer, many=True))
    if doer is None or not (can_speak or doer.ent_type_ == "Location"):
        return joined
    source = span_of(doc, *noun_phrase(doer))
    if source == joined.source or source.end > joined.cue.start:
        return joined
    kind = replace(joined, source=source, source_type="unknown", anonymous=False)
    return typed(doc, kind)


def _up_to(doc: Doc, outer: Statement, verb: Token, end: int) -> Statement:
    """What is said, to the end of what a verb right behind it is joined to say."""
    content = []
    for part in outer.content:
        last = token_at(doc, part.end - 1)
        near = last < verb.i <= last + 1 + JOINT and part.start > outer.cue.start
        whole = trimmed(doc, tokens_of(doc, part)[0], end, quotes=True) if near else None
        content.append(span_of(doc, *whole) if whole is not None else part)
    return replace(outer, content=tuple(content))
