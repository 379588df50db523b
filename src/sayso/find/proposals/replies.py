"""Set phrases of answering to stances: "Oslo *has yet to reply*", "Rome *calls it a surrender*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.answers import asks_else, last_named, words_near
from sayso.find.proposals.clauses import subject
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.reply_phrases import REPLIES
from sayso.find.proposals.silent import has_no_comment, is_asked
from sayso.find.proposals.stances import condition_in, is_wished, may_take, takers
from sayso.language.spans import heads_of, lower_of, relations_of, sentence_at, span_of
from sayso.record.findings import Stance, Statement
from sayso.record.say_so import innermost
from sayso.record.vocabulary import StanceKind

PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PRON"})
#: What shows that a word is a predicate of its own.
OWN = frozenset({"nsubj", "nsubj:pass", "cop"})
BEFORE = frozenset({"aux", "aux:pass", "cop", "advmod"})
#: What makes a clause one that is only supposed or asked.
SUPPOSED = frozenset({"if", "whether", "unless", "should", "until", "once", "when"})
#: How far behind its verb the name of what is spoken of may stand.
NEAR = 6
BREAKS = frozenset({";", ":"})


def replies(
    doc: Doc, drafts: Sequence[Draft], told: Sequence[Draft], statements: Sequence[Statement]
) -> Iterator[tuple[Draft, Stance]]:
    """Yield the stances that set phrases tell towards a proposal that they name, or the last told.

    Of two that a party takes to one proposal the last counts: "calls it fair but withholds ...".
    """
    found: dict[tuple[int, str], tuple[Draft, Stance]] = {}
    relations, heads, words = relations_of(doc), heads_of(doc), lower_of(doc)
    with_own = {h for h, r in zip(heads, relations, strict=True) if r in OWN}
    supposed = {h for h, r, w in zip(heads, relations, words, strict=True)
                if r == "mark" and w in SUPPOSED}  # fmt: skip
    for head in words_near(doc, drafts, PREDICATES, before=NEAR):
        if head.i in supposed or not (head.i in with_own or relations[head.i] == "conj"):
            continue
        doer = _doer(head)
        kind = _kind(doc, doer, head) if doer is not None else None
        if doer is None or kind is None or is_wished(head):
            continue
        draft = _named(head, drafts) or last_named(doc, head, told)
        if draft is None:
            continue
        if kind == "undecided" and asks_else(head):
            continue
        condition = condition_in(doc, head) if kind in ("accepts", "conditional") else None
        kind = "conditional" if condition is not None else kind
        said = innermost(statements, span_of(doc, head.i, head.i + 1))
        silent = kind == "undecided" and has_no_comment(head)
        for span in takers(doc, doer, said, statements):
            if silent and not is_asked(draft, span):
                continue
            stance = Stance(span, kind, condition, said)
            found[id(draft), stance.party.text] = draft, stance
    yield from found.values()


def _named(head: Token, drafts: Sequence[Draft]) -> Draft | None:
    """ "calls *the pact* a surrender": the proposal named behind the verb itself."""
    near = range(head.i + 1, head.i + NEAR)
    return next((d for d in drafts if any(m.head.i in near for m in d.mentions)), None)


def _doer(head: Token) -> Token | None:
    """The party that a predicate is said of."""
    doer = subject(head)
    if doer is None or doer.i > head.i or not may_take(doer):
        return None
    return doer


def _kind(doc: Doc, doer: Token, head: Token) -> StanceKind | None:
    near = doer.i if head.dep_ != "conj" else head.head.i
    helping = [c.i for c in head.children if c.dep_ in BEFORE and near < c.i < head.i]
    told = " ".join(lower_of(doc)[min([head.i, *helping]) : _stop(doc, head)])
    return next((kind for pattern, kind in REPLIES if pattern.match(told)), None)


def _stop(doc: Doc, head: Token) -> int:
    """Where the clause of a predicate ends: at a semicolon, or with its sentence."""
    end = sentence_at(doc, head.i)[1]
    words = lower_of(doc)
    return next((i for i in range(head.i, end) if words[i] in BREAKS), end)
