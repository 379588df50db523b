"""The second reading: who offers what to whom, who stands where and how it ends, over the report.

Rules and the encoder see a sentence or a window. Small nets (nets.py) see for each party, or for a
proposal's state, every place of the report that tells of it: each place by itself, then the most
and the mean over all of them, beside what the rules made of it and what is made of the other
parties. They see the vectors that the report was parsed with. Where that leaves something open, an
encoder reads the report again, the proposal's names and terms pointed at (pointed.py), and nets of
its own tell the state; parties are then told by the mean of both. Without weights the rules stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from typing import cast

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from sayso.find.proposals.bargainers import Place, groups, places, plain
from sayso.find.proposals.clauses import is_on_offer, party
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import (
    Evidence,
    Floats,
    Report,
    of_parties,
    of_state,
    running,
    vectors,
)
from sayso.find.proposals.joined import OPEN_KINDS
from sayso.find.proposals.names import is_headline
from sayso.find.proposals.nets import Heard, Net, Weights, odds, sure
from sayso.find.proposals.parties import case_of
from sayso.find.proposals.pointed import looked_at, pointed
from sayso.find.proposals.stances import condition_in, may_take
from sayso.language.spans import head_of, span_of, tokens_of
from sayso.language.states import state_of
from sayso.record.findings import Event, Stance, Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES, ProposalState, StanceKind

ROLES = ("by", "to", "through")
#: A party that is named oftener counts no more.
OFTEN = 6
#: How likely it must be that somebody has a role, whether or not the rules gave it to him.
PART = 0.4
#: How likely a stance that the rules told must be to stay, and another one to be added.
UNSAID = 0.2
STANCE = 0.4
#: The texts that the net learned from tell of talks oftener than reports do: by how much surer (in
#: log odds) it must be that something is under negotiation, in the one reading and in the other.
TALKED, DOUBTED, DOUBTED_AGAIN = PROPOSAL_STATES.index("under-negotiation"), 2.0, 0.5
#: The report is read again where the first reading is less sure of the state, or where somebody's
#: part or stance is as near to one half.
SETTLED, EVEN = 0.8, 0.02
OPEN, CLOSED = frozenset({"offered", "under-negotiation"}), frozenset({"accepted", "in-force"})
#: Kinds of names of places and peoples.
PLACES = frozenset({"Location", "NORP"})
#: A report of one sentence lies open to rules and encoder, who read it better.
SHORT = 1
#: The words of a Doc (words,) with marks, and which are needed, to vectors (words, width).
Reread = Callable[[npt.NDArray[np.int8], npt.NDArray[np.bool_]], Floats]


@dataclass(frozen=True)
class Side:
    """A party to a proposal as the rules see it: its places, and numbers of what they told."""

    places: list[int]
    numbers: Floats


def sides(
    draft: Draft, state: str, found: Sequence[Place], together: Sequence[list[int]] | None = None
) -> list[Side]:
    """Return everybody who may have a part in a proposal; its own names are nobody.

    ``together`` are the groups of the places, where they are known.
    """
    out = []
    told_of = [(k, span) for k, role in enumerate(ROLES) for span in getattr(draft, role)]
    told_of += [(len(ROLES) + STANCES.index(s.stance), s.party) for s in draft.stances]
    for numbers in groups(found) if together is None else together:
        names = [*{found[n].name: None for n in numbers}]
        if all(any(n.start <= m.head.idx < n.end for m in draft.mentions) for n in names):
            continue
        own = {k for k, span in told_of if _is_among(span, names)}
        roles = [k in own for k in range(len(ROLES))]
        stands = [len(ROLES) + k in own for k in range(len(STANCES))]
        does = [t.party is not None and _is_among(t.party, names) for t in draft.terms]
        told = [
            *roles, *(r and role in draft.implied for r, role in zip(roles, ROLES, strict=True)),
            *stands, min(len(numbers), OFTEN) / OFTEN, any(roles), any(stands),
            state in OPEN, state in CLOSED, bool(draft.by), bool(draft.to), bool(draft.stances),
            any(does), any(does) and all(does), bool(does), any(t.party for t in draft.terms),
        ]  # fmt: skip
        out.append(Side(numbers, np.array(told, dtype=np.float32)))
    return out


def state_numbers(draft: Draft, state: str, seen: Evidence) -> Floats:
    """Return what the encoder and the rules say of a proposal's state."""
    labels = [m.anchor.labels.get("state", {}) for m in draft.mentions if m.anchor is not None]
    told = [max((k.get(s, 0.0) for k in labels), default=0.0) for s in PROPOSAL_STATES]
    stands = [min(2, sum(s.stance == kind for s in draft.stances)) / 2 for kind in STANCES]
    numbers = [*told, *(state == s for s in PROPOSAL_STATES), *stands, len(seen.words) > 0]
    return np.array(numbers, dtype=np.float32)


def same(a: Span, b: Span) -> bool:
    """Tell whether two names share words of the text, or say the same."""
    return _is_among(a, (b,))


def _is_among(name: Span, names: Sequence[Span]) -> bool:
    """Tell whether a name is the same as any of several."""
    start, end, text = name.start, name.end, name.text.lower()
    return any((n.start < end and start < n.end) or n.text.lower() == text for n in names)


def judge(
    doc: Doc,
    drafts: Sequence[Draft],
    states: Sequence[ProposalState],
    statements: Sequence[Statement],
    events: Sequence[Event],
    weights: Weights,
    again: Reread | None,
) -> list[ProposalState]:
    """Set the parties and stances of proposals as the whole report tells them; return their states.

    ``states`` are those that the rules tell, ``weights`` the arrays of the nets, ``again`` gives
    the vectors of the report's words with what is pointed at.
    """
    if not weights or again is None or not drafts or len(doc.tensor) != len(doc):
        return list(states)
    report = Report(doc, drafts, events, statements)
    if len(report.starts) <= SHORT:
        return list(states)
    words = np.asarray(doc.tensor, dtype=np.float32)
    found = places(doc, statements, report.telling)
    seen = of_parties(report, found, drafts)
    together, first, ends = groups(found), Net(weights, "party"), Net(weights, "state")
    before = running(words)
    once = first.seen(vectors(seen[0], words, before)) if found else None
    out: list[ProposalState] = []
    for n, (draft, state) in enumerate(zip(drafts, states, strict=True)):
        own = of_state(report, n, statements)
        numbers = np.concatenate([state_numbers(draft, state, own), report.size])
        some = sides(draft, state, found, together)
        heard: list[Heard] = []
        if once is not None and some:
            told = np.concatenate([report.size, report.name(n, words) @ first["name"]])
            heard.append(_heard(first, once, seen[n], some, told))
        scores = _ends(ends, own, vectors(own, words, before), numbers, DOUBTED)
        if _is_open(scores, heard):
            afresh = again(pointed(doc, drafts, n), looked_at(len(doc), (seen[n], own)))
            sums = running(afresh)
            if heard:
                other = Net(weights, "again.party")
                rows = other.seen(vectors(seen[n], afresh, sums))
                heard.append(_heard(other, rows, seen[n], some, report.size))
            other = Net(weights, "again.state")
            scores = _ends(other, own, vectors(own, afresh, sums), numbers, DOUBTED_AGAIN)
        if heard:
            _set_parties(report, draft, some, heard, found, statements)
        out.append(cast(ProposalState, PROPOSAL_STATES[int(scores.argmax())]))
    return out


def _ends(net: Net, own: Evidence, seen: Floats, numbers: Floats, doubted: float) -> Floats:
    """The scores of the states; ``numbers`` are what the encoder and the rules say of them."""
    rows = net.rows(net.seen(seen), own.numbers)
    scores = net.answers(net.inner(rows, [[*range(len(rows))]], numbers[None]))[0]
    scores[TALKED] -= doubted
    return np.asarray(scores)


def _is_open(scores: Floats, heard: Sequence[Heard]) -> bool:
    """Tell whether the first reading leaves the state of a proposal open, or somebody's part."""
    if odds(scores).max() < SETTLED:
        return True
    return any(
        (np.abs(sure(h.scores[:, : len(ROLES)]) - 0.5) < EVEN).any()
        or (np.abs(odds(h.scores[:, len(ROLES) :])[:, 1:].max(1) - 0.5) < EVEN).any()
        for h in heard
    )


def _heard(net: Net, seen: Floats, of: Evidence, some: Sequence[Side], told: Floats) -> Heard:
    """What a net makes of the parties; ``told`` are numbers of the report and of the proposal."""
    numbers = np.array([np.concatenate([side.numbers, told]) for side in some])
    return Heard(net, net.rows(seen, of.numbers), [side.places for side in some], numbers)


def _set_parties(
    report: Report,
    draft: Draft,
    some: Sequence[Side],
    heard: Sequence[Heard],
    found: Sequence[Place],
    statements: Sequence[Statement],
) -> None:
    """Leave out whom the report as a whole tells no part of and whose stance it does not tell; add
    who has a part in a proposal, and who takes a side where nothing is told of him.
    """
    named = [[found[n].name for n in side.places] for side in some]
    parts = of_states(np.mean([sure(h.scores[:, : len(ROLES)]) for h in heard], axis=0), named)
    stands = np.mean([odds(h.scores[:, len(ROLES) :]) for h in heard], axis=0)

    def best(n: int, column: int) -> int:
        """The place of a party that tells its part or its stance most."""
        scores = np.mean([h.alone(n)[:, column] for h in heard], axis=0)
        return some[n].places[int(scores.argmax())]

    for k, role in enumerate(ROLES):
        spans: list[Span] = getattr(draft, role)
        doubted = {n.text.lower() for n in chain(*compress(named, parts[:, k] < PART))}
        spans[:] = [s for s in spans if s.text.lower() not in doubted]
        only = role == "by" and spans and draft.kinds <= OPEN_KINDS and role not in draft.implied
        likely = np.flatnonzero(parts[:, k] > PART).tolist() if not only else []  # one maker
        likely = [n for n in likely if not any(_is_among(s, named[n]) for s in spans)]
        more = [found[best(n, k)].name for n in likely]
        more = [n for n in more if not _names_part_of(n, [*spans, *more])]
        if more or not spans:
            draft.implied.discard(role)
        spans[:] = [s for s in spans if not _names_part_of(s, more)] + more
        spans.sort(key=lambda s: s.start)
    draft.stances[:] = [s for s in draft.stances if _stands(s, named, stands)]
    kinds = stands[:, 1:].argmax(1)
    for n in np.flatnonzero(stands[:, 1:].max(1) > STANCE).tolist():
        names, kind = named[n], int(kinds[n])
        if any(_is_among(s.party, names) for s in draft.stances):
            continue
        place = found[best(n, 1 + len(ROLES) + kind)]
        stance = _stance(report, place, STANCES[kind], statements)
        if not any(same(stance.party, s.party) for s in draft.stances):
            draft.stances.append(stance)
    for role in ROLES:
        spans = getattr(draft, role)
        spans[:] = [whole(report.doc, s, named) for s in _once(spans, named)]
    draft.stances[:] = [replace(s, party=whole(report.doc, s.party, named)) for s in draft.stances]


def of_states(parts: Floats, named: Sequence[Sequence[Span]]) -> Floats:
    """Return how likely each party (parties, roles) has each role, those of one state taken as one:
    "Suvria", "the Suvrian government" and its seat. The likeliest of their names has it as likely
    as all of them together, the others do not have it.
    """
    alike: dict[str, set[int]] = {}
    for n, names in enumerate(named):
        for code in filter(None, {state_of(plain(name)) for name in names}):
            alike.setdefault(code, set()).add(n)
    out = parts.copy()
    for own in (sorted(a) for a in alike.values() if len(a) > 1):
        most, total = out[own].argmax(0), out[own].sum(0)
        out[own] = 0
        for role, k in enumerate(most.tolist()):
            out[own[k], role] = min(total[role], 1)
    return out


def whole(doc: Doc, name: Span, named: Sequence[Sequence[Span]]) -> Span:
    """The fullest name of somebody: "Aoun" is "President Joseph Aoun", "the envoy" "the UN envoy";
    places have one name each; a name of the headline gives way to one below it. What has another
    name altogether is for the grounding to tell.
    """
    own = next((names for names in named if _is_among(name, names)), ())
    body = [n for n in own if not is_headline(head_of(doc, *tokens_of(doc, n)))]
    if body and is_headline(head_of(doc, *tokens_of(doc, name))):
        name = next((n for n in body if plain(n) == plain(name)), body[0])
    own = body or own
    head = head_of(doc, *tokens_of(doc, name))
    if head.ent_type_ in PLACES:
        return name
    words = set(plain(name))
    fuller = [n for n in own if words < set(plain(n)) and plain(n)[-1] in words]
    if head.ent_type_ != "Person":
        fuller = [n for n in fuller if head_of(doc, *tokens_of(doc, n)).lower_ == head.lower_]
    return max(fuller, key=lambda n: (len(plain(n)), -n.start), default=name)


def _once(spans: Sequence[Span], named: Sequence[Sequence[Span]]) -> list[Span]:
    """Each party once, by its fullest name: "the African Union" and "the AU"."""
    if len(spans) < 2:
        return list(spans)
    homes = {plain(name): n for n, names in reversed([*enumerate(named)]) for name in names}
    out: dict[int, Span] = {}
    for span in sorted(spans, key=lambda s: -len(plain(s))):
        out.setdefault(homes.get(plain(span), -1 - span.start), span)
    return sorted(out.values(), key=lambda s: s.start)


def _stands(stance: Stance, named: Sequence[Sequence[Span]], stands: Floats) -> bool:
    """Tell whether a stance that the rules told is likely enough; one of nobody seen stays."""
    kind = 1 + STANCES.index(stance.stance)
    told = [own[kind] for own, names in zip(stands, named, strict=True)
            if _is_among(stance.party, names)]  # fmt: skip
    return not told or max(told) >= UNSAID


def _names_part_of(name: Span, others: Iterable[Span]) -> bool:
    """ "Mali" beside "Mali's military government": the other says more closely who it is."""
    return any(set(plain(name)) < set(plain(o)) for o in others)


def _stance(report: Report, place: Place, kind: str, statements: Sequence[Statement]) -> Stance:
    """The stance of somebody at a place, with its condition and the statement that tells it."""
    doc, word = report.doc, place.word
    on = condition_in(doc, report.above(word)) if kind == "conditional" else None
    said = place.said[0].id if place.said else None
    told = said or innermost(statements, span_of(doc, word.i, word.i + 1))
    return Stance(_whole_name(doc, place), cast(StanceKind, kind), on, told)


def _whole_name(doc: Doc, place: Place) -> Span:
    """The name of whom somebody is named for, where that one may bargain: "*India*'s unions",
    "the party of *Ada Lund*".
    """
    word, head = place.word, place.word.head
    of = word.dep_ == "nmod" and word.ent_type_ == "Person" and case_of(word) == {"of"}
    named = of or (word.dep_ == "nmod:poss" and word.pos_ != "PRON")
    if not named or is_on_offer(head) or not may_take(head):
        return place.name
    return party(doc, head) or place.name
