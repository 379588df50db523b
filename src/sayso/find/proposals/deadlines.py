"""Time that one side gives another to act: "*gave the rebels until Friday* to leave the port"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import is_party, subject, whole_party
from sayso.find.proposals.listed import infinitives, is_infinitive
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import Role
from sayso.language.spans import lower_of, sentence_at, span_of
from sayso.record.findings import Term
from sayso.record.span import Span

GIVING = frozenset({"give", "gave", "given", "gives", "giving", "grant", "granted", "grants"})
UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "hour", "day", "week", "month"})
#: Acts that are no demand: "gave them a week *to think*".
FREE = frozenset({"answer", "comment", "consider", "decide", "reflect", "reply", "respond",
                  "study", "think"})  # fmt: skip
#: How far behind the verb its time and the act may stand.
NEAR = 16


def set_deadlines(doc: Doc, named: Sequence[Mention]) -> list[Mention]:
    """Return the verbs that give somebody until a time to act, each as an ultimatum.

    Where what gives it is a thing on the table ("the plan gives them a week"), it is no one's.
    """
    known = {m.head.i for m in named}
    out: list[Mention] = []
    for i, word in enumerate(lower_of(doc)):
        if word in GIVING and i not in known and _act(doc[i]) is not None:
            given = _given(doc[i])
            doer = _doer(doc[i])
            if given is not None and doer is not None and doer.i not in known:
                span = span_of(doc, i, i + 1)
                out.append(Mention(doc[i], "ultimatum", span, definite=False, marks=frozenset()))
    return out


def deadline_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "gave the rebels a week *to leave the port* and *free ten men*": what they must do."""
    if mention.head.lower_ not in GIVING:
        return
    to, given = _act(mention.head), _given(mention.head)
    if to is not None and given is not None:
        yield from infinitives(doc, to, mention.sentence[1], by=whole_party(doc, given))


def deadline_parties(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """Yield who gives the time, and to whom."""
    if mention.head.lower_ not in GIVING:
        return
    for role, token in (("by", _doer(mention.head)), ("to", _given(mention.head))):
        span = whole_party(doc, token) if token is not None else None
        if span is not None:
            yield role, span  # type: ignore[misc]


def due_act(verb: Token) -> Token | None:
    """Return the verb of the act that must be done by a time, or None."""
    to = _act(verb)
    behind = verb.doc[to + 1 : to + 4] if to is not None else ()
    return next((t for t in behind if t.pos_ == "VERB"), None)


def _doer(verb: Token) -> Token | None:
    doer = subject(verb)
    return doer if doer is not None and doer.dep_ == "nsubj" and is_party(doer) else None


def _given(verb: Token) -> Token | None:
    """Whom the time is given to."""
    held = (c for c in verb.children if c.dep_ in ("iobj", "obj") and c.i > verb.i)
    return next((c for c in held if is_party(c)), None)


def _act(verb: Token) -> int | None:
    """The "to" of the act that must be done by a time which stands between, or None."""
    doc = verb.doc
    words, end = lower_of(doc), min(sentence_at(doc, verb.i)[1] - 1, verb.i + NEAR)
    timed = False
    for i in range(verb.i + 1, end):
        timed = timed or words[i] == "until" or (words[i] in UNITS and doc[i - 1].pos_ != "VERB")
        if is_infinitive(doc, i):
            return i if timed and words[i + 1] not in FREE else None
    return None
