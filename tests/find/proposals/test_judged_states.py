"""The second reading with weights made by hand: states, and what the net is given to see."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from spacy.tokens import Doc

from sayso.find.proposals import judged
from sayso.find.proposals.bargainers import places
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import (
    LONG,
    MANY,
    Evidence,
    Floats,
)
from sayso.find.proposals.judged import (
    DOUBTED,
    DOUBTED_AGAIN,
    EVEN,
    ROLES,
    TALKED,
    same,
    sides,
    state_numbers,
)
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import Anchor
from sayso.language.spans import span_of
from sayso.record.findings import Stance, Term
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES
from second_reading import (
    AGAIN,
    NORLAND,
    OFFER,
    OWN,
    SUVRIA,
    YES,
    again,
    asked,
    both,
    judge,
    score,
    stood,
    texts,
    weights,
)

pytestmark = pytest.mark.usefixtures("read_whatever_its_length")


@pytest.mark.parametrize("state", PROPOSAL_STATES)
def test_the_state_is_the_one_that_the_net_tells(state: str) -> None:
    doc, draft = asked()
    told = weights(doc, draft, state=state)
    told["state.out.bias"] *= 3
    assert judge(doc, [draft], ["offered"], (), (), told) == [state]


@pytest.mark.parametrize("more", [-0.1, 0.1])
def test_that_it_is_under_negotiation_must_be_likelier_than_the_rest(more: float) -> None:
    doc, draft = asked()
    told = weights(doc, draft, state="offered")
    told["state.out.bias"][:] = -YES
    told["state.out.bias"][PROPOSAL_STATES.index("offered")] = 1
    told["state.out.bias"][TALKED] = 1 + DOUBTED_AGAIN + more
    wanted = "under-negotiation" if more > 0 else "offered"
    assert judge(doc, [draft], ["offered"], (), (), told) == [wanted]


@pytest.mark.parametrize(
    ("talked", "wanted"), [(DOUBTED + YES, "under-negotiation"), (DOUBTED - YES, "offered")]
)
def test_a_state_that_the_first_reading_is_sure_of_stands(talked: float, wanted: str) -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["state.out.bias"][:] = -2 * YES
    told["state.out.bias"][PROPOSAL_STATES.index("offered")] = 0
    told["state.out.bias"][TALKED] = talked
    nets = both(told)
    nets["again.state.out.bias"] = np.zeros_like(told["state.out.bias"])

    def read(marks: npt.NDArray[np.int8], needed: npt.NDArray[np.bool_]) -> Floats:
        raise AssertionError("nothing was open")

    assert judged.judge(doc, [draft], ["offered"], (), (), nets, read) == [wanted]


@pytest.mark.parametrize(("more", "times"), [(EVEN / 2, 1), (-EVEN / 2, 1), (2 * EVEN, 0)])
def test_the_report_is_read_again_where_a_part_is_as_likely_as_not(more: float, times: int) -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"to": score(0.5 + more)})
    told["state.out.bias"] = YES * np.eye(len(PROPOSAL_STATES), dtype=np.float32)[0] * 2
    seen = []

    def read(marks: npt.NDArray[np.int8], needed: npt.NDArray[np.bool_]) -> Floats:
        seen.append(marks)
        return np.asarray(doc.tensor, dtype=np.float32)

    judged.judge(doc, [draft], ["offered"], (), (), both(told), read)
    assert len(seen) == times


def test_the_vector_of_one_place_of_a_party_is_enough() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, 0] = 2 * YES
    doc.tensor[AGAIN[0]] = 1
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == ["Suvria"]


def test_the_vector_of_the_first_name_of_a_proposal_is_seen() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.name"][0] = told["party.inner"][0, -1] = 1
    told["party.out"][0, 0] = 2 * YES
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == []
    doc.tensor[draft.mentions[0].head.i] = 1
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == ["Norland", "Suvria"]


def test_the_numbers_of_a_place_are_seen() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.own"][0] = told["party.inner"][0, 0] = 1  # a subject; Suvria is one behind
    told["party.out"][0, 0] = 2 * YES
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == ["Norland", "Suvria"]
    other, alone = asked(OFFER)
    judge(other, [alone], ["offered"], (), (), told)
    assert texts(alone.by) == ["Norland"]


def test_the_vectors_behind_a_name_count_for_its_state() -> None:
    doc, draft = asked()
    told = weights(doc, draft, state="offered")
    told["state.words"][0] = told["state.inner"][0, 0] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 2
    assert judge(doc, [draft], ["offered"], (), (), told) == ["offered"]
    doc.tensor[9] = 1  # "sign", the head of the sentence behind
    assert judge(doc, [draft], ["offered"], (), (), told) == ["in-force"]


@pytest.mark.parametrize("state", ["offered", "accepted"])
def test_what_the_rules_told_of_a_state_is_seen(state: str) -> None:
    doc, draft = asked()
    told = weights(doc, draft, state="unknown")
    at = 2 + len(PROPOSAL_STATES) + PROPOSAL_STATES.index("accepted")
    told["state.inner"][0, at] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 2
    wanted = "in-force" if state == "accepted" else "unknown"
    assert judge(doc, [draft], [state], (), (), told) == [wanted]


def test_a_state_is_told_by_the_stances_of_the_rules_and_not_by_those_that_are_added() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="accepts", state="unknown")
    told["state.inner"][0, 2 + 2 * len(PROPOSAL_STATES) + STANCES.index("accepts")] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 4
    assert judge(doc, [draft], ["offered"], (), (), told) == ["unknown"]
    assert len(draft.stances) == 2  # which a further reading takes for those of rules
    assert judge(doc, [draft], ["offered"], (), (), told) == ["in-force"]


def sized(doc: Doc, draft: Draft, at: int, over: float) -> dict[str, Floats]:
    """A net that tells a maker and "in-force" where one of the last numbers is over a bound; for
    parties one of the proposal's name stands behind them.
    """
    told = weights(doc, draft, state="unknown")
    for kind, column, seat in (
        ("party", ROLES.index("by"), at - 1),
        ("state", PROPOSAL_STATES.index("in-force"), at),
    ):
        told[kind + ".inner"][0, seat], told[kind + ".inner.bias"][0] = 1, -over
        told[kind + ".out"][0, column] = 1000
    return told


def test_the_number_of_sentences_is_seen() -> None:
    doc, draft = asked()
    told = sized(doc, draft, -2, 1.5 / LONG)
    other, alone = asked(OFFER)
    assert judge(other, [alone], ["offered"], (), (), told) == ["unknown"]
    assert judge(doc, [draft], ["offered"], (), (), told) == ["in-force"]
    assert (texts(alone.by), texts(draft.by)) == ([], ["Norland", "Suvria"])


def test_the_number_of_proposals_is_seen() -> None:
    doc, draft = asked()
    told = sized(doc, draft, -1, 1.5 / MANY)
    assert judge(doc, [draft], ["offered"], (), (), told) == ["unknown"]
    assert draft.by == []
    two = [draft, Draft(draft.mentions)]
    assert judge(doc, two, ["offered", "offered"], (), (), told) == ["in-force", "in-force"]
    assert [texts(d.by) for d in two] == [["Norland", "Suvria"]] * 2


def test_without_weights_all_stays_as_it_was() -> None:
    doc, draft = asked()
    draft.by, draft.stances = [span_of(doc, *SUVRIA)], [Stance(span_of(doc, *NORLAND), "rejects")]
    assert judge(doc, [draft], ["expired"], (), (), {}) == ["expired"]
    assert (texts(draft.by), stood(draft)) == (["Suvria"], [("Norland", "rejects")])


def test_without_word_vectors_all_stays_as_it_was() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"by": YES}, state="broken")
    doc.tensor = np.zeros(0, dtype=np.float16)
    assert judge(doc, [draft], ["expired"], (), (), told) == ["expired"]
    assert draft.by == []


def test_where_nobody_is_named_the_state_alone_is_told() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"by": YES}, state="broken")
    empty, alone = asked("A DET 2 det\ntruce NOUN 3 nsubj\nfailed VERB 0 root")
    assert judge(empty, [alone], ["offered"], (), (), told) == ["broken"]
    assert alone.by == []


def test_the_record_holds_what_the_second_reading_tells() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"through": YES}, stance="undecided", state="expired")
    (plain,), _ = find_proposals(doc, (), ())
    (truce,), _ = find_proposals(doc, (), (), both(told), again(doc))
    assert texts(list(truce.through)) == ["Norland", "Suvria"]
    stances = [[(s.party.text, s.stance) for s in found.stances] for found in (plain, truce)]
    assert stances[0] == [("Suvria", "conditional")]
    assert stances[1] == [("Norland", "undecided"), ("Suvria", "undecided")]
    assert truce.state == "expired"
    assert (plain.state, plain.through) == ("under-negotiation", ())


@pytest.mark.parametrize("state", ["accepted", "in-force", "broken", "expired"])
def test_those_who_made_a_deal_accept_it_whatever_came_of_it(state: str) -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"by": YES}, stance="accepts", state=state)
    (truce,), _ = find_proposals(doc, (), (), both(told), again(doc))
    assert texts(list(truce.by)) == ["Norland", "Suvria"]
    assert [(s.party.text, s.stance) for s in truce.stances] == [
        ("Norland", "accepts"), ("Suvria", "accepts"),
    ]  # fmt: skip


def test_a_side_has_its_places_and_what_the_rules_told_of_it() -> None:
    doc, draft = asked()
    draft.to, draft.implied = [span_of(doc, *SUVRIA)], {"to"}
    draft.stances = [Stance(span_of(doc, *AGAIN), "accepts")]
    norland, suvria = sides(draft, "accepted", places(doc, []))
    assert (norland.places, suvria.places) == ([0], [1, 2])
    stands = [float(s == "accepts") for s in STANCES]
    assert suvria.numbers[:10].tolist() == [0, 1, 0, 0, 1, 0, *stands]
    assert not norland.numbers[:10].any()
    assert suvria.numbers[10:].tolist() == pytest.approx([2 / 6, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0])


def test_who_must_do_the_terms_is_seen() -> None:
    doc, draft = asked()
    draft.terms = [Term(span_of(doc, 2, 4), span_of(doc, *SUVRIA)), Term(span_of(doc, 8, 10))]
    norland, suvria = sides(draft, "offered", places(doc, []))
    assert suvria.numbers[-4:].tolist() == [1, 0, 1, 1]  # some, not all, of terms that name a doer
    assert norland.numbers[-4:].tolist() == [0, 0, 1, 1]
    draft.terms = draft.terms[:1]
    assert sides(draft, "offered", places(doc, []))[1].numbers[-4:].tolist() == [1, 1, 1, 1]


def test_who_is_named_in_the_name_of_the_proposal_is_a_side_and_the_name_itself_is_none() -> None:
    doc, draft = asked(OWN)
    (place,) = places(doc, [])
    assert (place.name.text, draft.mentions[0].span.text) == ("Norland", "Norland's truce")
    assert [side.places for side in sides(draft, "offered", [place])] == [[0]]
    assert sides(draft, "offered", [replace(place, name=draft.mentions[0].span)]) == []


def test_a_state_is_told_with_what_the_encoder_and_the_stances_say() -> None:
    doc, draft = asked()
    mark = Anchor("proposal", 3, 4, "NAME", 0.9, (), {"state": {"broken": 0.75}})
    marked = Draft([replace(draft.mentions[0], anchor=mark)])
    marked.stances = [Stance(span_of(doc, *NORLAND), "rejects")] * 3
    none = Evidence(np.zeros((0, 3)), np.zeros((0, 2, 2)), np.zeros((0, 1)))
    numbers = state_numbers(marked, "accepted", none)
    n = len(PROPOSAL_STATES)
    assert numbers[:n].tolist() == [0.75 * (s == "broken") for s in PROPOSAL_STATES]
    assert numbers[n : 2 * n].tolist() == [float(s == "accepted") for s in PROPOSAL_STATES]
    assert numbers[2 * n :].tolist() == [*(float(s == "rejects") for s in STANCES), 0]


def test_two_names_are_the_same_by_place_or_by_words() -> None:
    oslo, again, rome = Span(0, 4, "Oslo"), Span(20, 24, "OSLO"), Span(30, 34, "Rome")
    assert same(oslo, again)
    assert same(Span(2, 8, "lo and"), oslo)
    assert not same(oslo, rome)


def test_a_report_of_few_sentences_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, draft = asked()
    net = weights(doc, draft, roles={"to": YES}, state="broken")
    monkeypatch.setattr(judged, "SHORT", 2)
    assert judge(doc, [draft], ["offered"], (), (), net) == ["offered"]
    assert draft.to == []
    monkeypatch.setattr(judged, "SHORT", 1)
    assert judge(doc, [draft], ["offered"], (), (), net) == ["broken"]
    assert draft.to != []
