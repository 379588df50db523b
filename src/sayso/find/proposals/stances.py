"""Where the parties stand towards a proposal: accepts, rejects, on a condition, undecided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import (
    SUBJECTS,
    bases,
    is_nobody,
    is_party,
    is_person,
    is_refused,
    is_verb,
    parties,
    speakers,
    subject,
)
from sayso.find.proposals.details import CONDITION, EXCHANGE
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import BEYOND, case_of, governors
from sayso.language.pronouns import FIRST, THIRD
from sayso.language.spans import sentence_at, text_of
from sayso.record.findings import Stance, Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span
from sayso.record.vocabulary import StanceKind

#: Particle verbs and set phrases, by their words.
PHRASES: tuple[tuple[str, str, StanceKind], ...] = (
    ("turn", "down", "rejects"),
    ("rule", "out", "rejects"),
    ("vote", "against", "rejects"),
    ("object", "to", "rejects"),
    ("put", "name to", "accepts"),
    ("vote", "for", "accepts"),
    ("vote", "down", "rejects"),
    ("vote", "on", "undecided"),
    ("agree", "to", "accepts"),
    ("tear", "up", "rejects"),
    ("withdraw", "from", "rejects"),
    ("pull", "out of", "rejects"),
    ("brush", "aside", "rejects"),
    ("wave", "aside", "rejects"),
    ("push", "aside", "rejects"),
    ("shrug", "off", "rejects"),
    ("throw", "out", "rejects"),
    ("balk", "at", "rejects"),
    ("walk", "out of", "rejects"),
    ("walk", "away from", "rejects"),
    ("stand", "behind", "accepts"),
    ("sign", "up to", "accepts"),
    ("sign", "off on", "accepts"),
    ("go", "along with", "accepts"),
    ("consent", "to", "accepts"),
    ("assent", "to", "accepts"),
    ("accede", "to", "accepts"),
    ("subscribe", "to", "accepts"),
    ("say", "yes", "accepts"),
    ("take", "up", "accepts"),
    ("bow", "to", "accepts"),
    ("acquiesce", "in", "accepts"),
    ("abide", "by", "accepts"),
    ("comply", "with", "accepts"),
    ("shoot", "down", "rejects"),
    ("shot", "down", "rejects"),
    ("pour", "scorn on", "rejects"),
    ("slam", "the door on", "rejects"),
    ("back", "out of", "rejects"),
    ("place", "on hold", "undecided"),
    ("put", "on hold", "undecided"),
    ("say", "no", "rejects"),
)
#: What a party has not yet given: "has not given his answer", "has not said whether it would".
#: A clause about the proposal itself: its conditions are terms, not the stance's.
#: What makes a stance that has been taken hang on something: "backs the plan, *provided* ...".
BINDING = ("only", "on cond", "provided", "on the understanding", "as long", "so long")
BARRING = frozenset({"unless", "until"})
ASIDE = re.compile(r"\b(?:under which|in which|whereby|that would|which)\b")
AHEAD = frozenset({"will", "would", "can", "could", "may", "might", "'ll"})
DENIED = frozenset({"not", "n't", "never"})
#: What stands before its subject where a clause is only supposed: "*should* Oslo agree".
TURNED = frozenset({"should", "had", "were"})
#: What puts an answer off, with "to" behind it: "*are* to sign", "*hopes* to clinch".
BEING = frozenset({"is", "are", "was", "were", "due"})
HOPING = frozenset({"hope", "try", "seek", "aim", "expect", "wish", "attempt", "plan", "due"})
OWING = frozenset({"have", "need"})
#: Verbs of keeping what has been made.
KEEPING = frozenset({"observe", "honor", "honour", "respect", "uphold", "abide", "comply"})
#: "declared the truce dead".
DECLARING = frozenset({"declare", "pronounce", "consider", "call"})
DEAD = frozenset({"dead", "void", "null", "invalid", "finished"})
FAILING = frozenset({"unable", "unlikely", "fail", "fails", "failed", "failing", "reluctant"})
RESERVED = frozenset({"reservation", "reservations", "caveats", "amendments", "misgivings"})
OPEN_WORDS = frozenset(
    {"answer", "answered", "reply", "replied", "respond", "responded", "decide", "decided",
     "accept", "accepted", "say", "said", "comment", "commented", "sign", "signed"}
)  # fmt: skip


def stance_of(
    doc: Doc, mention: Mention, statements: Sequence[Statement]
) -> Iterator[tuple[Stance, bool]]:
    """Yield the stances in the clause of a mention: "*Hamas rejected* the plan outright".

    With each stands whether it is an answer; those who only welcome or oppose a proposal may be
    anybody.
    """
    if mention.head.dep_.startswith("obl") and case_of(mention.head) & BEYOND:
        return
    for verb in governors(mention):
        yield from _between(doc, verb, mention, statements)
        kind = kind_of_verb(verb)
        open_ = _open_verb(verb)
        doer = agent_of(open_ or verb, mention)
        if open_ is not None:
            kind = "undecided"
        if kind is not None and is_refused(verb):
            kind = "rejects"
        if kind is None or doer is None or not may_take(doer) or is_wished(verb):
            continue
        if is_nobody(doer) and kind == "accepts":
            kind = "undecided"  # "*neither side* has signed"
        if kind == "accepts" and _is_yet(verb):
            kind = "undecided"
        if kind == "accepts" and (_is_ahead(verb) or _is_kept(verb) or _is_owed(verb)):
            continue
        condition = condition_in(doc, verb, mention.head)
        if kind == "rejects" and (barred := barred_until(doc, verb)) is not None:
            kind, condition = "conditional", condition or barred
        if kind in ("accepts", "undecided") and condition is not None:
            kind = "conditional"
        if kind == "accepts" and _is_reserved(verb):
            kind = "conditional"
        said = innermost(statements, _span(doc, verb))
        for span in (*takers(doc, doer, said, statements), *_co_signers(doc, verb, mention)):
            yield Stance(span, kind, condition, said), not is_verb(verb, "side")


def _is_reserved(verb: Token) -> bool:
    """ "approved the plan *with reservations*"."""
    return any(t.lower_ in RESERVED and "with" in case_of(t) for t in verb.subtree if t.i > verb.i)


def _between(
    doc: Doc, verb: Token, mention: Mention, statements: Sequence[Statement]
) -> Iterator[tuple[Stance, bool]]:
    """ "the agreement reached *between Oslo and Rome*": both have accepted it."""
    if not bases(verb) & {"reach", "agree", "sign", "conclude", "strike"}:
        return
    said = innermost(statements, _span(doc, verb))
    for child in (*verb.children, *mention.head.children):
        if "between" in case_of(child) and is_party(child):
            yield from ((Stance(span, "accepts", None, said), True) for span in parties(doc, child))


def may_take(doer: Token) -> bool:
    """Tell whether a subject can take a stance: a party, a person, "*its* deputies"."""
    return is_party(doer) or is_person(doer) or _is_their_own(doer)


def takers(
    doc: Doc, doer: Token, said: str | None, statements: Sequence[Statement]
) -> Iterator[Span]:
    """Yield who takes a stance: the parties that a subject names, or who speaks of himself.

    "Oslo said *it* would sign", "said *its deputies* would back it", "*we* accept": Oslo does.
    """
    source = next((s.source for s in statements if s.id == said), None)
    own = doer.lower_ in THIRD or _is_their_own(doer)
    if source is not None and (doer.lower_ in FIRST or (own and is_near(doc, source, doer))):
        several = speakers(doc, source)
        yield from parties(doc, several[0]) if several[1:] else (source,)
    elif is_party(doer) or not _is_their_own(doer):
        yield from parties(doc, doer)


def _is_their_own(doer: Token) -> bool:
    return any(c.dep_ == "nmod:poss" and c.lower_ in THIRD for c in doer.children)


def is_near(doc: Doc, source: Span, doer: Token) -> bool:
    """Tell whether a source stands before a word in its sentence."""
    start = doc[sentence_at(doc, doer.i)[0]].idx
    return start <= source.start < doer.idx


def _co_signers(doc: Doc, verb: Token, mention: Mention) -> Iterator[Span]:
    """ "signed a contract *with Oslo*": who signs it with the subject."""
    if not is_verb(verb, "agree") or is_verb(verb, "side") or bases(verb) & {"announce", "declare"}:
        return
    for child in (*verb.children, *mention.head.children):
        if child.dep_ in ("obl", "nmod") and "with" in case_of(child) and is_party(child):
            yield from parties(doc, child)


def _open_verb(verb: Token) -> Token | None:
    """ "has *not said* whether it would respect the truce": the verb that leaves it open."""
    up = verb.head
    for _ in range(2):
        denied = any(c.lower_ in DENIED for c in up.children)
        if up != verb and denied and up.lower_ in OPEN_WORDS:
            return up
        up = up.head
    return None


def is_wished(verb: Token) -> bool:
    """Tell whether a verb says what is only wanted, or not done: "unable to agree on a truce"."""
    if _is_supposed(verb):
        return True
    up = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or up == verb:
        return False
    return is_verb(up, "wish") or up.lower_ in FAILING


def _is_supposed(verb: Token) -> bool:
    """ "*should* Oslo agree", "*had* Oslo signed it", "*if* Oslo accepts"."""
    near = [c for c in verb.children if c.i < verb.i]
    doer = next((c.i for c in near if c.dep_ in SUBJECTS), None)
    turned = any(c.lower_ in TURNED and doer is not None and c.i < doer for c in near)
    return turned or any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in near)


def _is_ahead(verb: Token) -> bool:
    """ "*are to* initial the treaty", "hopes *to clinch* a deal": nobody has taken it yet."""
    if not any(c.lower_ == "to" for c in verb.children if c.i < verb.i):
        return False
    up = verb.head
    if any(c.lower_ in BEING and c.dep_ in ("cop", "aux") for c in verb.children):
        return True
    return verb.dep_ in ("xcomp", "ccomp", "advcl") and bool(bases(up) & HOPING)


def _is_owed(verb: Token) -> bool:
    """ "both parliaments *have to ratify* it", "*must* approve it": nobody has taken it yet."""
    owed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in OWING
    return owed or any(c.lower_ == "must" and c.dep_ == "aux" for c in verb.children)


def _is_kept(verb: Token) -> bool:
    """ "are *observing* the truce": it holds, which is no answer to it, as "will observe" is."""
    ahead = any(c.lower_ in AHEAD for c in verb.children) or verb.dep_ == "xcomp"
    return bool(bases(verb) & KEEPING) and not ahead


def _is_yet(verb: Token) -> bool:
    """ "has *yet to* sign off on the loan", "*must still* approve it"."""
    up = verb.head
    near = (*verb.children, *up.children)
    yet = any(c.lower_ in ("yet", "still") and c.i < verb.i for c in near)
    owed = verb.dep_ == "xcomp" and bool(bases(up) & {"have", "need"})
    return yet and (owed or any(c.lower_ == "must" for c in verb.children))


def kind_of_verb(verb: Token) -> StanceKind | None:
    """Return the stance that a verb takes, its negation and its hedges counted in."""
    plain = bases(verb)
    kind: StanceKind | None = None
    if _is_neither_nor(verb):
        return "undecided"
    if is_verb(verb, "reject") or is_declared_dead(verb):
        kind = "rejects"
    elif is_verb(verb, "accept"):
        kind = "accepts"
    elif is_verb(verb, "weigh"):
        kind = "undecided"
    for first, rest, told in PHRASES:
        if first not in plain:
            continue
        near = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
        parts = {c.lower_ for c in verb.children if c.dep_ in ("compound:prt", "advmod")}
        if near.startswith(rest) or rest in parts:
            kind = told
    if any(c.dep_ == "advmod" and c.lower_ in DENIED for c in verb.children):
        perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children)
        if kind == "accepts":
            return "undecided" if perfect else "rejects"
        return "undecided" if kind is None and perfect and verb.lower_ in OPEN_WORDS else None
    return kind


def _is_neither_nor(verb: Token) -> bool:
    """ "*neither* endorses *nor* refuses it"."""
    pair = verb.head if verb.dep_ == "conj" else verb
    if not any(c.lower_ == "neither" and c.i < pair.i for c in pair.children):
        return False
    return any(g.lower_ == "nor" for c in pair.children if c.dep_ == "conj" for g in c.children)


def is_declared_dead(verb: Token) -> bool:
    """ "*declared* the pact *dead*", "pronounced it void"."""
    return bool(bases(verb) & DECLARING) and any(
        t.lower_ in DEAD for t in verb.subtree if t.i > verb.i
    )


def agent_of(verb: Token, mention: Mention) -> Token | None:
    """Return who takes the stance: the subject, or "by" whom it is taken in the passive."""
    doer = subject(verb)
    if doer is not None and doer.dep_ == "nsubj:pass":
        doer = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
    if doer is None or doer == mention.head:
        return None
    return doer


def condition_in(doc: Doc, verb: Token, name: Token | None = None) -> Span | None:
    """Return the condition of a stance: "on condition that ...", "only if ...", "provided ..."."""
    start, stop = verb.idx, _stop(verb)
    aside = ASIDE.search(text_of(doc), start, stop)
    hit = CONDITION.search(text_of(doc), start, aside.start() if aside else stop)
    if hit is None or hit[0].lower() == "while" or not _is_own(doc, verb, hit, name):
        return None
    told = re.split(r"[.;]|, (?:and|but|which|who)\b", text_of(doc)[hit.start() : stop])[0].rstrip(
        " ,"
    )
    return Span.of(text_of(doc), hit.start(), hit.start() + len(told))


def barred_until(doc: Doc, verb: Token) -> Span | None:
    """The condition of a refusal: "refuses to sign *unless the siege ends*"."""
    for clause in verb.subtree if not is_refused(verb) else verb.head.subtree:
        if clause.dep_ != "advcl" or clause.head not in (verb, verb.head):
            continue
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in BARRING]
        if marks and marks[0].i > verb.i:
            end = doc[clause.right_edge.i]
            return Span.of(text_of(doc), marks[0].idx, end.idx + len(end))
    return None


def _is_own(doc: Doc, verb: Token, hit: re.Match[str], name: Token | None) -> bool:
    """Tell whether a condition is one of the stance, not of the terms told behind the name.

    What is done ("signed", "agreed a loan") hangs on nothing more, unless it is "only if".
    """
    if EXCHANGE.match(hit[0] + " ") and name is not None:
        return False
    words = doc.char_span(hit.start(), hit.end(), alignment_mode="expand")
    if name is not None and words is not None and words[0].is_ancestor(name) is False:
        inside = any(c.is_ancestor(words[0]) for c in name.children if c.dep_.startswith("acl"))
        if inside:
            return False
    ahead = any(c.lower_ in AHEAD for c in verb.children) or bool(
        bases(verb) & {"accept", "consent"}
    )
    return ahead or hit[0].lower().startswith(BINDING)


def _stop(verb: Token) -> int:
    """Where the clause of a verb ends: before a verb joined to it, else with its last word.

    Who says so may stand inside it: "has agreed, *the council announced*, as long as ...".
    """
    behind = [c for c in verb.children if c.i > verb.i]
    clauses = [c.i for c in behind if c.dep_ == "advcl"]
    joined = [
        c.left_edge.i
        for c in behind
        if c.dep_ == "conj" or (c.dep_ == "parataxis" and c.i > max(clauses, default=0))
    ]
    last = verb.doc[min([verb.right_edge.i + 1, *joined]) - 1]
    return max(last.idx + len(last), verb.idx + len(verb))


def _span(doc: Doc, token: Token) -> Span:
    return Span.of(text_of(doc), token.idx, token.idx + len(token))
