"""Answers that do not name the proposal to stances: "Hamas accepted.", "Oslo did not reply"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import bases, is_refused, is_verb, subject
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.silent import has_no_comment, is_asked
from sayso.find.proposals.stances import condition_in, is_wished, kind_of_verb, may_take, takers
from sayso.language.spans import classes_of, sentence_at, span_of
from sayso.record.findings import Stance, Statement
from sayso.record.say_so import innermost
from sayso.record.vocabulary import StanceKind

#: How many sentences behind the last name of a proposal an answer may stand.
REACH = 8
VERBS = frozenset({"VERB", "AUX"})
#: What an answer may have behind its verb: "said no", "gave no answer", "took no position".
NOUNS = frozenset({"answer", "reply", "response", "position", "side", "sides", "stance", "decision",
                   "mind", "comment"})  # fmt: skip
#: Verbs whose denial leaves a proposal unanswered.
ANSWERING = frozenset({"reply", "respond", "answer", "decide", "react"})
HOLDING = frozenset({"give", "take", "make", "announce", "offer"})
SAYING = frozenset({"say", "explain"})
#: Verbs that take a side alone, without naming the proposal.
ALONE = frozenset({"accept", "reject", "refuse", "decline", "agree", "join", "sign", "abstain"})
#: Complements that make such a verb speak of something else.
OTHER = frozenset({"obj", "ccomp", "xcomp", "iobj"})
DENIED = frozenset({"not", "n't", "never", "no", "neither", "without"})


def answers(
    doc: Doc, drafts: Sequence[Draft], statements: Sequence[Statement]
) -> Iterator[tuple[Draft, Stance]]:
    """Yield the stances of clauses that answer the proposal named last before them."""
    for verb in words_near(doc, drafts, VERBS):
        if not _may_answer(verb):
            continue
        draft = last_named(doc, verb, drafts)
        doer = subject(verb)
        if draft is None or doer is None or doer.dep_ == "nsubj:pass" or is_wished(verb):
            continue
        kind = _kind(verb, doer) if not asks_else(verb) else None
        condition = condition_in(doc, verb) if kind in ("accepts", "undecided") else None
        if kind is None or not (may_take(doer) or _is_neither(doer)):
            continue
        if kind == "accepts" and condition is not None:
            kind = "conditional"
        said = innermost(statements, span_of(doc, verb.i, verb.i + 1))
        silent = kind == "undecided" and has_no_comment(verb)
        for span in takers(doc, doer, said, statements):
            if silent and not is_asked(draft, span):
                continue
            yield draft, Stance(span, kind, condition, said)


def _may_answer(verb: Token) -> bool:
    """Verbs of taking sides that stand alone, and those of answering with a denial beside them."""
    plain = bases(verb)
    if plain & ALONE:
        return not any(c.dep_ in OTHER for c in verb.children if c.i > verb.i) and not _to(verb)
    if not plain & (SAYING | ANSWERING | HOLDING):
        return False
    denied = _is_denied(verb)
    held = any(c.dep_ == "obj" and c.lower_ in NOUNS for c in verb.children)
    if plain & SAYING and denied:
        return any(t.lower_ in ("whether", "where") for t in verb.subtree if t.i > verb.i)
    return denied and (bool(plain & ANSWERING) or (bool(plain & HOLDING) and held))


def asks_else(verb: Token) -> bool:
    """ "has not decided *whether to donate the shells*": what is open is not the answer itself."""
    asked = (t.head for t in verb.subtree if t.i > verb.i and t.lower_ in ("whether", "if"))
    return any(not bases(a) & (ALONE | {"take"}) and not is_verb(a, "accept") for a in asked)


def _kind(verb: Token, doer: Token) -> StanceKind | None:
    if bases(verb) & {"abstain"}:
        return "undecided"
    if is_refused(verb):
        return "rejects"
    if bases(verb) & ALONE:
        kind = kind_of_verb(verb)
        return "undecided" if _is_neither(doer) else kind
    return "undecided"


def words_near(
    doc: Doc, drafts: Sequence[Draft], kinds: frozenset[str], *, before: int = 0
) -> Iterator[Token]:
    """Yield the words of some parts of speech from ``before`` tokens before a name of a proposal to
    where an answer to it may stand, in text order."""
    near: set[int] = set()
    for at in (m.head.i for d in drafts for m in d.mentions):
        end = sentence_at(doc, at)[1]
        for _ in range(REACH):
            end = sentence_at(doc, end)[1] if end < len(doc) else end
        near.update(range(max(0, at - before), end))
    told = classes_of(doc)
    yield from (doc[i] for i in sorted(near) if told[i] in kinds)


def last_named(doc: Doc, verb: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The proposal named last before a verb, in its sentence or the seven before it."""
    first = sentence_at(doc, verb.i)[0]
    for _ in range(REACH):
        first = sentence_at(doc, first - 1)[0] if first else 0
    near: list[tuple[int, Draft]] = []
    for draft in drafts:
        at = [m.head.i for m in draft.mentions if first <= m.head.i < verb.i]
        if at:
            near.append((max(at), draft))
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _to(verb: Token) -> bool:
    """ "agreed to the truce", "signed on Friday": what is named behind it is a proposal's own."""
    behind = [c for c in verb.children if c.dep_ == "obl" and c.i > verb.i]
    return any(g.lower_ in ("to", "on", "with", "against") for c in behind for g in c.children
               if g.dep_ == "case" and c.ent_type_ not in ("Date", "DATE"))  # fmt: skip


def _is_denied(verb: Token) -> bool:
    held = [c for c in verb.children if c.dep_ == "obj" and c.lower_ in NOUNS]
    near = [*verb.children, *(g for c in held for g in c.children)]
    doer = subject(verb)
    return any(t.lower_ in DENIED for t in near) or (doer is not None and _is_neither(doer))


def _is_neither(doer: Token) -> bool:
    """ "*Neither government* has replied"."""
    return doer.lower_ == "neither" or any(c.lower_ == "neither" for c in doer.children)
