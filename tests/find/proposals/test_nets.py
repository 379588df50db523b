"""What two readings by small nets make of a party together, and each net by itself."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from sayso.find.proposals import judged
from sayso.find.proposals.evidence import Floats
from sayso.find.proposals.judged import PART, ROLES
from sayso.find.proposals.pointed import NAME
from sayso.record.vocabulary import PROPOSAL_STATES
from second_reading import (
    NORLAND,
    SUVRIA,
    YES,
    again,
    asked,
    both,
    judge,
    score,
    take,
    texts,
    weights,
)

pytestmark = pytest.mark.usefixtures("read_whatever_its_length")


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize(("most", "given"), [(2 * PART + 0.02, True), (2 * PART - 0.02, False)])
def test_parties_are_told_by_the_mean_of_two_readings(first: int, most: float, given: bool) -> None:
    doc, draft = asked()
    one, other = (weights(doc, draft, roles={"to": score(p)}) for p in (most, 1e-6))
    take(one, accepts=most)
    take(other, accepts=1e-6)
    nets = (one, other) if first else (other, one)
    told = both(nets[0])
    told |= {k: v for k, v in both(nets[1]).items() if k.startswith("again.")}
    judged.judge(doc, [draft], ["offered"], (), (), told, again(doc))
    assert (draft.to != [], draft.stances != []) == (given, given)


def test_the_second_reading_sees_the_report_read_again_with_the_proposal_pointed_at() -> None:
    doc, draft = asked()
    told = both(weights(doc, draft, state="offered"))
    told["again.state.words"] = np.ones((5, 1), dtype=np.float32)
    told["again.state.inner"][0, 0] = 1
    told["again.state.out"][0, PROPOSAL_STATES.index("broken")] = YES
    seen = []

    def read(marks: npt.NDArray[np.int8], needed: npt.NDArray[np.bool_]) -> Floats:
        seen.append([doc[i].text for i in np.flatnonzero(marks == NAME)])
        return np.full((len(doc), 1), 1.0, dtype=np.float32)

    assert judged.judge(doc, [draft], ["offered"], (), (), told, again(doc)) == ["offered"]
    assert judged.judge(doc, [draft], ["offered"], (), (), told, read) == ["broken"]
    assert seen == [["a", "truce"]]


@pytest.mark.parametrize(
    ("norland", "suvria", "makers"),
    [(1, 0, ["Norland", "Suvria"]), (0, 1, ["Norland", "Suvria"]), (0.5, 0.5, [])],
)
def test_the_most_that_is_made_of_any_party_counts_for_all(
    norland: float, suvria: float, makers: list[str]
) -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][1, ROLES.index("by")] = 1.5 * YES
    doc.tensor[[NORLAND[0], SUVRIA[0]], 0] = norland, suvria
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == makers


def test_what_is_made_of_a_party_itself_counts_for_nobody_else() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, ROLES.index("to")] = told["party.out"][1, ROLES.index("by")] = 2 * YES
    doc.tensor[SUVRIA[0]] = 1
    judge(doc, [draft], ["offered"], (), (), told)
    assert (texts(draft.to), texts(draft.by)) == (["Suvria"], ["Norland", "Suvria"])


def test_two_nets_side_by_side_see_nothing_of_each_other() -> None:
    doc, draft = asked()
    one = weights(doc, draft)  # the one looks at a place's own word, the other at its predicate
    one["party.words"] = np.eye(5, 2, dtype=np.float32)
    one["party.words.bias"], one["party.inner.bias"] = np.zeros(2), np.zeros(2)
    one["party.own"] = np.repeat(one["party.own"], 2, axis=1)
    inputs = one["party.inner"].shape[1]
    one["party.inner"] = np.zeros((2, inputs, 1), dtype=np.float32)
    one["party.out"] = np.zeros((4, len(one["party.out.bias"])), dtype=np.float32)
    one["party.inner"][:, 0] = 1  # the most of its own places in each
    one["party.out"][0, ROLES.index("by")] = one["party.out"][1, ROLES.index("to")] = 2 * YES
    doc.tensor[NORLAND[0]], doc.tensor[1] = 1, 0
    judge(doc, [draft], ["offered"], (), (), one)
    assert (texts(draft.by), texts(draft.to)) == (["Norland"], [])
    doc.tensor[NORLAND[0]], doc.tensor[1] = 0, 1
    draft.by = []
    judge(doc, [draft], ["offered"], (), (), one)
    assert (draft.by, texts(draft.to)) == ([], ["Norland", "Suvria"])  # who share a predicate
