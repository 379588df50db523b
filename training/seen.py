"""Marked reports to what rules and an encoder make of the proposals in them, beside what is right.

What ``second.py`` learns from the encoder's vectors, and ``whole.py`` end to end.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from offers import ROLES, TOLD_ON, UNKNOWN, Look, Offer, Seen, Side
from sayso.evaluate.gold import read_gold, read_texts
from sayso.evaluate.proposals import pair_proposals, same_party
from sayso.find.events.events import find_events
from sayso.find.proposals.bargainers import places
from sayso.find.proposals.evidence import Evidence, Report, of_parties, of_state
from sayso.find.proposals.judged import sides, state_numbers
from sayso.find.proposals.proposals import drafted, find_proposals, told_state
from sayso.find.statements.statements import find_statements
from sayso.parse.document import parse
from sayso.parse.model import Model
from sayso.parse.tokens import paragraph_starts
from sayso.record.findings import Proposal
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES
from texts import HELD_OUT

MARKS = Path(__file__).parent / "marks"
#: Reports of these sets are learned from; ``train`` are the gold items.
SETS = ("bargains", "agencies", "offers", "train", "negotiations", "reports", "dispatches")
#: So many places of a party are looked at in training.
MOST = 12


def marked(name: str, data: Path) -> list[tuple[str, str, Reading]]:
    """Return (id, text, marks) of the reports of a set that have proposals; none where it is not.

    ``data`` is the folder with gold/train.
    """
    folder = data / "gold" if name == "train" else MARKS
    if not (folder / f"{name}.texts.jsonl").exists():
        return []
    told = read_texts(folder / f"{name}.texts.jsonl")
    golds = read_gold(folder / f"{name}.gold.jsonl", told)
    return [(i, told[i]["text"], g) for i, g in golds.items() if g.proposals and i not in HELD_OUT]


def third(data: Path, part: int | None) -> frozenset[str]:
    """Return the ids of one third (0, 1 or 2) of the reports that can be told on; of None none."""
    ids = sorted(id for id, *_ in marked(TOLD_ON, data))
    return frozenset(id for n, id in enumerate(ids) if n % 3 == part)


def seen_in(name: str, data: Path, using: Model) -> Iterator[Seen]:
    """Yield the reports of a set in which something was found on the table, and somebody named.

    Who makes a deal with others, and it is accepted, accepts it: some of the marks say so, some
    leave it to the state.
    """
    for id, text, gold in marked(name, data):
        doc = parse(text, using)
        statements = find_statements(doc)
        events = find_events(doc, statements)
        drafts = drafted(doc, statements, events)
        if not drafts:
            continue
        proposals, _ = find_proposals(doc, statements, events)
        pairs = {f.id: g for g, f in pair_proposals(gold.proposals, proposals)}
        report = Report(doc, drafts, events, statements)
        some = places(doc, statements, report.telling)
        if not some:
            continue
        looked = of_parties(report, some, drafts)
        offers = []
        for n, (draft, found) in enumerate(zip(drafts, proposals, strict=True)):
            right, state = pairs.get(found.id), told_state(draft)
            own = [
                Side(side.places[:MOST], np.concatenate([side.numbers, report.size]),
                     _answer(right, [some[k].name for k in side.places]))
                for side in sides(draft, state, some)
            ]  # fmt: skip
            own_look = of_state(report, n, statements)
            told = np.concatenate([state_numbers(draft, state, own_look), report.size])
            known = UNKNOWN if right is None else PROPOSAL_STATES.index(right.state)
            offers.append(
                Offer(right is not None, known, own, looked[n].numbers, _look(own_look), told)
            )
        words, breaks = [t.text for t in doc], list(paragraph_starts(doc))
        vectors = np.asarray(doc.tensor, dtype=np.float16)
        yield Seen(id, name, words, breaks, _look(looked[0]), offers, vectors)


def _look(evidence: Evidence) -> Look:
    """Return evidence whose arrays have their columns, also where there is nothing to see."""
    rows = len(evidence.words)
    return Look(evidence.words.reshape(rows, 3), evidence.ranges.reshape(rows, 2, 2),
                evidence.numbers.reshape(rows, -1))  # fmt: skip


def _answer(right: Proposal | None, names: list[Span]) -> list[int]:
    """Whether a party has each role in what is marked, and its stance, 0 for none."""
    if right is None:
        return [0] * (len(ROLES) + 1)

    def meant(party: Span) -> bool:
        return any(same_party(party, name) for name in names)

    roles = [int(any(map(meant, getattr(right, role)))) for role in ROLES]
    stands = [s.stance for s in right.stances if meant(s.party)]
    if not stands and right.state == "accepted" and roles[0] and right.by[1:]:
        stands = ["accepts"]
    return [*roles, 1 + STANCES.index(stands[0]) if stands else 0]
