"""Acts that a condition asks another's act for: "would free them *if the army left the pass*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import SUBJECTS, is_party, party, subject, whole_party
from sayso.find.proposals.details import term, with_context
from sayso.find.proposals.listed import joined_terms, list_end
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import Role
from sayso.language.spans import head_of, lower_of, phrase, sentence_at, span_of, tokens_of
from sayso.record.findings import Event, Statement, Term
from sayso.record.say_so import innermost
from sayso.record.span import Span

#: What opens a condition that asks for an act.
OPENERS = frozenset({"if", "once", "provided", "providing", "long", "soon", "condition"})
#: Types of acts that one side may ask another for, and of those that nobody offers.
ASKED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HARM = frozenset({"ASSAULT", "THREATEN", "ACCUSE", "REJECT", "PROTEST"})
#: How sure an act is that hangs on a condition.
AHEAD = frozenset({"planned", "possible", "demanded"})
WOULD = frozenset({"would", "will", "'ll", "could", "can"})
READY = frozenset({"ready", "willing", "prepared"})
PROVIDING = frozenset({"provided", "providing"})
DENIED = frozenset({"not", "n't", "never"})
#: Subjects of what people tell a pollster: nobody offers it.
POLLED = frozenset({"majority", "minority", "percent", "%", "half", "third", "quarter", "most",
                    "many", "respondents", "voters"})  # fmt: skip


def conditional_offers(
    doc: Doc, events: Sequence[Event], named: Sequence[Mention]
) -> list[Mention]:
    """Return the acts that are offered for another's act, before anything on the table is named.

    Behind the first name of a proposal such an act may be an answer to it.
    """
    names = [m.head.i for m in named if m.kind != "pronoun"]
    found: dict[int, Mention] = {}
    asked = [c for e in events if (c := _asking(doc, e)) is not None]
    for clause in (*asked, *_provided(doc)):
        act = _offered(clause, doc, events, sure=clause in asked)
        if act is None or act.i in found or any(i < sentence_at(doc, act.i)[1] for i in names):
            continue
        span = span_of(doc, act.i, act.i + 1)
        found[act.i] = Mention(act, "offered", span, definite=False, marks=frozenset())
    return list(found.values())


def _asking(doc: Doc, event: Event) -> Token | None:
    """The verb of the condition that asks for an act, where the event is one that it asks for."""
    if event.status != "demanded" or event.type not in ASKED:
        return None
    verb = head_of(doc, *tokens_of(doc, event.trigger))
    while verb.dep_ in ("conj", "ccomp", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        if _is_opened(verb):
            break
        verb = verb.head
    return verb if _is_opened(verb) or verb.lower_ in PROVIDING else None


def _provided(doc: Doc) -> Iterator[Token]:
    """The verbs "provided" and "providing" of conditions: what they ask for is asked in words."""
    for i, word in enumerate(lower_of(doc)):
        if word in PROVIDING and doc[i].dep_ == "advcl":
            yield doc[i]


def _is_opened(verb: Token) -> bool:
    """Tell whether "if" or another such word stands before a clause."""
    marks = (g for c in verb.children if c.dep_ in ("mark", "advmod") for g in c.subtree)
    return verb.dep_ == "advcl" and any(g.lower_ in OPENERS for g in marks)


def _offered(clause: Token, doc: Doc, events: Sequence[Event], *, sure: bool) -> Token | None:
    """The act that hangs on a condition, under "would" or behind "is ready to"."""
    act = clause.head
    while act.dep_ in ("conj", "xcomp") and act.head.pos_ == "VERB" and not _would(act):
        act = act.head
    ready = act.dep_ in ("xcomp", "ccomp") and act.head.lower_ in READY
    if not (_would(act) or ready) or any(c.lower_ in DENIED for c in act.children):
        return None
    told = [e for e in events if act.i in range(*tokens_of(doc, e.trigger))]
    meant = any(e.type not in HARM and e.status in AHEAD for e in told)
    doer = subject(act)
    if not sure and not told:
        meant = doer is not None and (is_party(doer) or doer.pos_ == "PRON")
    return act if meant and doer is not None and doer.lower_ not in POLLED else None


def _would(act: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in WOULD for c in act.children)


def given_terms(doc: Doc, mention: Mention, statements: Sequence[Statement]) -> Iterator[Term]:
    """ "would *lift the siege* and *free ten men* if ...": each on the same condition."""
    if not mention.is_act:
        return
    act, doer = mention.head, subject(mention.head)
    clause = _clause(act)
    if doer is None or clause is None:
        return
    by = _maker(doc, mention, statements) if _acts(doer) else None
    opened, end = clause.left_edge.i, mention.sentence[1]
    behind = opened > act.i
    found = list(joined_terms(doc, act.i, opened if behind else end, by=by))
    if by is None and found and doer.i < act.i:  # "*the captives* would walk free"
        first = term(doc, doer.left_edge.i, tokens_of(doc, found[0].what)[1], by=None)
        found[0] = replace(found[0], what=first.what) if first is not None else found[0]
    stop = _end(doc, clause, end) if behind else clause.right_edge.i + 1
    condition = phrase(doc, opened, stop, leading=frozenset())
    yield from (with_context(t, t.phase, condition) for t in found)


def givers(
    doc: Doc, mention: Mention, statements: Sequence[Statement]
) -> Iterator[tuple[Role, Span]]:
    """Yield who offers the act, and whose act is asked for it."""
    clause = _clause(mention.head) if mention.is_act else None
    if clause is None:
        return
    maker = _maker(doc, mention, statements)
    if maker is not None:
        yield "by", maker
    inner = [c for c in clause.children if c.dep_ == "ccomp"]  # "provided that *the army* leaves"
    for verb in (clause, *inner):
        other = subject(verb) if any(c.dep_ in SUBJECTS for c in verb.children) else None
        span = party(doc, other) if other is not None and is_party(other) else None
        if span is not None:
            yield "to", span


def _maker(doc: Doc, mention: Mention, statements: Sequence[Statement]) -> Span | None:
    """Who does the act, by name; else who says that it will be done."""
    doer = subject(mention.head)
    if doer is not None and doer.pos_ != "PRON" and _acts(doer):
        return whole_party(doc, doer)
    known = innermost(statements, mention.span)
    said = next((s for s in statements if s.id == known), None)
    if said is not None and said.source is not None:
        return party(doc, head_of(doc, *tokens_of(doc, said.source)))
    return party(doc, doer) if doer is not None and is_party(doer) else None


def _acts(doer: Token) -> bool:
    """Tell whether a subject is somebody who acts: a party, or whoever is ready to."""
    return is_party(doer) or doer.head.lower_ in READY


def _clause(act: Token) -> Token | None:
    """The verb of the condition that an act hangs on, or one joined to it or held by it."""
    for verb in _governed(act):
        for child in verb.children:
            if child.dep_ == "advcl" and (_is_opened(child) or child.lower_ in PROVIDING):
                return child
    return None


def _end(doc: Doc, clause: Token, end: int) -> int:
    """Where a condition ends: with its clause, or with what "and" joins to it."""
    behind = clause.right_edge.i + 1
    stop = max(behind, list_end(doc, clause.left_edge.i, end))
    return next((i for i in range(behind, stop) if doc[i].text == ","), stop)


def _governed(act: Token) -> Iterator[Token]:
    yield act
    for child in act.children:
        if child.dep_ in ("conj", "xcomp"):
            yield from _governed(child)
