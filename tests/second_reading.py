"""A small report, and nets made by hand that give everybody the same roles, stance and state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals import judged
from sayso.find.proposals.bargainers import places
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import (
    Floats,
    Report,
    of_parties,
    of_state,
)
from sayso.find.proposals.judged import (
    ROLES,
    sides,
    state_numbers,
)
from sayso.find.proposals.names import find_mentions
from sayso.language.anchors import TELLING
from sayso.record.findings import Event, Statement
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES, ProposalState

OFFER = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
a DET 4 det
truce NOUN 2 obj
to ADP 6 case
Suvria PROPN 2 obl Location
·. PUNCT 2 punct
"""
ANSWER = """
Suvria PROPN 3 nsubj Location
will AUX 3 aux
sign VERB 0 root
if SCONJ 6 mark
guns NOUN 6 nsubj
rest VERB 3 advcl
·. PUNCT 3 punct
"""
OWN = """
Norland PROPN 3 nmod:poss Location
·'s PART 1 case
truce NOUN 4 nsubj
failed VERB 0 root
·. PUNCT 4 punct
"""
NORLAND, SUVRIA, GUNS, AGAIN = (0, 1), (5, 6), (11, 12), (7, 8)
YES, NO = 4.0, -4.0
STANDS = (None, *STANCES)


def asked(*sentences: str) -> tuple[Doc, Draft]:
    """A report with word vectors of one number, all zero, and its one proposal.

    Any word may tell a state: every sentence is looked at.
    """
    doc = report(*(sentences or (OFFER, ANSWER)))
    doc.user_data[TELLING] = {"fate": np.full((len(doc), len(PROPOSAL_STATES)), 0.2)}
    doc.tensor = np.zeros((len(doc), 1), dtype=np.float16)
    (mention,) = (m for m in find_mentions(doc) if m.kind == "truce")
    return doc, Draft([mention])


def weights(
    doc: Doc, draft: Draft, *, roles: Mapping[str, float] | None = None, stance: str | None = None,
    state: str = "offered",
) -> dict[str, Floats]:  # fmt: skip
    """A net of zeros whose last biases give everybody the roles and the stance, and the state."""
    looked, found = Report(doc, [draft]), places(doc, [])
    (party,), own = of_parties(looked, found, [draft]), of_state(looked, 0, [])
    stands = [YES if s == stance else 0.0 for s in STANDS]
    biases = {
        "party": [*((roles or {}).get(r, NO) for r in ROLES), *stands],
        "state": [float(s == state) for s in PROPOSAL_STATES],
    }
    told = {
        "party": len(sides(draft, "offered", found)[0].numbers) + len(looked.size) + 1,
        "state": len(state_numbers(draft, "offered", own)) + len(looked.size),
    }
    seen = {"party": party.numbers.shape[1], "state": own.numbers.shape[1]}
    out: dict[str, object] = {"party.name": np.zeros((1, 1))}
    for kind in told:
        out |= {
            f"{kind}.axes": np.eye(5), f"{kind}.words": np.zeros((5, 1)),
            f"{kind}.words.bias": np.zeros(1),
            f"{kind}.own": np.zeros((seen[kind], 1)),
            f"{kind}.inner": np.zeros((1, 2 + told[kind], 1)), f"{kind}.inner.bias": np.zeros(1),
            f"{kind}.out": np.zeros((1 + (kind == "party"), len(biases[kind]))),
            f"{kind}.out.bias": biases[kind],
        }  # fmt: skip
    return {name: np.array(values, dtype=np.float32) for name, values in out.items()}


def both(told: dict[str, Floats]) -> dict[str, Floats]:
    """Return the nets of ``weights`` as those of both readings; the second sees no name."""
    out = told | {f"again.{k}": v for k, v in told.items() if k != "party.name"}
    inner = told["party.inner"]
    return out | {"again.party.inner": inner[:, :-1]}


def judge(
    doc: Doc, drafts: Sequence[Draft], states: Sequence[ProposalState],
    statements: Sequence[Statement], events: Sequence[Event], told: dict[str, Floats],
) -> list[ProposalState]:  # fmt: skip
    """Judge with the same nets and the same vectors in both readings."""
    weights = both(told) if told else {}
    return judged.judge(doc, drafts, states, statements, events, weights, again(doc))


def again(doc: Doc) -> judged.Reread:
    """A second reading that gives the vectors of the first, whatever is pointed at."""

    def vectors(marks: npt.NDArray[np.int8], needed: npt.NDArray[np.bool_]) -> Floats:
        assert len(marks) == len(needed) == len(doc)
        return np.asarray(doc.tensor, dtype=np.float32)

    return vectors


def take(told: dict[str, Floats], **likely: float) -> None:
    """Make a net give everybody some stances with a probability; what is left is shared alike."""
    rest = (1 - sum(likely.values())) / (len(STANDS) - len(likely))
    told["party.out.bias"][len(ROLES) :] = np.log([likely.get(s or "", rest) for s in STANDS])


def texts(spans: list[Span]) -> list[str]:
    return [s.text for s in spans]


def stood(draft: Draft) -> list[tuple[str, str]]:
    told = sorted(draft.stances, key=lambda s: s.party.start)
    return [(s.party.text, s.stance) for s in told]


def score(probability: float) -> float:
    """The score of a role that has a probability."""
    return float(np.log(probability / (1 - probability)))
