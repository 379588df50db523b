"""The answers of the parties to what they add to the state of a proposal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.record.findings import Stance
from sayso.record.span import Span

#: What a stance adds to a state; a refusal by whom it was offered to says most.
TOLD = {
    "rejects": "rejected",
    "undecided": "under-negotiation",
    "conditional": "under-negotiation",
    "accepts": "accepted",
}
STANCE, ANSWERED, UNTAKEN = 0.3, 1.0, 0.4
#: Kinds that are open until somebody takes them up.
OFFERED = frozenset({"offer", "plan", "ultimatum", "offered", "weak", "pronoun", "refer"})

PUT = frozenset({"offer", "plan", "ultimatum", "offered"})


def answered(
    stances: Sequence[Stance], asked: Sequence[Span], kinds: set[str], told: set[str]
) -> Iterator[tuple[str, float]]:
    """What the answers add: a refusal counts in full where it comes from one who was asked."""
    refused = [s.party for s in stances if s.stance == "rejects"]
    answers = {s.stance for s in stances}
    is_open = _is_open(kinds, told)
    if is_open and "conditional" in answers and not _have_refused(refused, asked):
        yield "under-negotiation", ANSWERED
    elif is_open and "undecided" in answers and not answers & {"conditional", "rejects"}:
        yield "offered", STANCE  # one has yet to answer
    elif is_open and _have_all("accepts", stances, asked):
        yield "accepted", ANSWERED
    else:
        for stance in answers - {"rejects"}:
            yield TOLD[stance], STANCE
    if not refused:
        return
    first = min(stances, key=lambda s: s.party.start).stance
    alone = not asked and first == "rejects" and "accepts" not in answers
    if is_open and (_have_refused(refused, asked) or alone):
        yield "rejected", ANSWERED
    elif "broken" in told and not is_open:
        yield "broken", STANCE  # a deal that one side calls off
    elif not is_outvoted(stances, asked):
        yield "rejected", STANCE if is_open and first == "undecided" else STANCE * 2


def _is_open(kinds: set[str], told: set[str]) -> bool:
    """Tell whether it may still be taken up: offered, and neither made, nor held, nor over."""
    if told & {"in-force", "broken", "expired"}:
        return False
    made = "accepted" in told and not kinds & PUT
    return "offered" in told or bool(kinds & OFFERED and not made)


def _have_refused(refused: Sequence[Span], asked: Sequence[Span]) -> bool:
    """Tell whether it was turned down by one of two who were asked, or by all of more."""
    by_asked = [a for a in asked if any(_same(r, a) for r in refused)]
    return bool(by_asked) and (len(asked) <= 2 or len(by_asked) == len(asked))


def _have_all(kind: str, stances: Sequence[Stance], asked: Sequence[Span]) -> bool:
    """Tell whether all who were asked have taken one stance."""
    taken = [s.party for s in stances if s.stance == kind]
    return bool(asked) and all(any(_same(t, a) for t in taken) for a in asked)


def is_outvoted(stances: Sequence[Stance], asked: Sequence[Span]) -> bool:
    """Tell whether only those refuse who were not asked, and another takes or would take it."""
    refused = [s.party for s in stances if s.stance == "rejects"]
    others = {s.stance for s in stances} & {"accepts", "conditional"}
    if not asked:
        return "conditional" in others
    return bool(others) and not any(_same(r, a) for r in refused for a in asked)


def _same(a: Span, b: Span) -> bool:
    return a.overlaps(b) or a.text.lower() in b.text.lower() or b.text.lower() in a.text.lower()


def unaccepted(weights: dict[str, float], answers: Collection[str], told: set[str]) -> None:
    """Take back that a pact is accepted where nobody is told to accept it, but others answer
    otherwise: "Norland will not sign *the accord*"."""
    if answers and "accepts" not in answers and "accepted" not in told:
        weights.pop("accepted", None)
        weights.setdefault("rejected" if "rejects" in answers else "offered", UNTAKEN)
