"""The second reading with weights made by hand: what it adds, what it keeps, what it takes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.bargainers import places
from sayso.find.proposals.evidence import (
    LONG,
    MANY,
    Evidence,
    Floats,
    Report,
    of_parties,
    of_state,
)
from sayso.find.proposals.joined import Draft
from sayso.find.proposals.judged import (
    DOUBT,
    LEAST,
    ROLES,
    STANCE,
    judge,
    same,
    sides,
    state_numbers,
)
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import Anchor
from sayso.language.spans import span_of
from sayso.record.findings import Stance, Statement
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES

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
    """A report with word vectors of one number, all zero, and its one proposal."""
    doc = report(*(sentences or (OFFER, ANSWER)))
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
        "party": len(sides(draft, "offered", found)[0].numbers) + len(looked.size),
        "state": len(state_numbers(draft, "offered", own)) + len(looked.size),
    }
    seen = {"party": party.numbers.shape[1], "state": own.numbers.shape[1]}
    out = {}
    for kind in told:
        out |= {
            f"{kind}.words": np.zeros((5, 1)), f"{kind}.words.bias": np.zeros(1),
            f"{kind}.own": np.zeros((seen[kind], 1)),
            f"{kind}.inner": np.zeros((2 + told[kind], 1)), f"{kind}.inner.bias": np.zeros(1),
            f"{kind}.out": np.zeros((1, len(biases[kind]))), f"{kind}.out.bias": biases[kind],
        }  # fmt: skip
    return {name: np.array(values, dtype=np.float32) for name, values in out.items()}


def texts(spans: list[Span]) -> list[str]:
    return [s.text for s in spans]


def stood(draft: Draft) -> list[tuple[str, str]]:
    told = sorted(draft.stances, key=lambda s: s.party.start)
    return [(s.party.text, s.stance) for s in told]


def score(probability: float) -> float:
    """The score of a role that has a probability."""
    return float(np.log(probability / (1 - probability)))


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_the_net_is_sure_of_is_given_to_whoever_has_it(role: str) -> None:
    doc, draft = asked()
    judge(doc, [draft], ["offered"], (), weights(doc, draft, roles={role: YES}))
    told = {r: texts(getattr(draft, r)) for r in ROLES}
    assert told == {r: [] for r in ROLES} | {role: ["Norland", "Suvria"]}


def test_whom_the_net_sees_no_part_of_is_taken_out_of_a_role() -> None:
    doc, draft = asked()
    draft.by, draft.to = [span_of(doc, *NORLAND)], [span_of(doc, *AGAIN)]
    judge(doc, [draft], ["offered"], (), weights(doc, draft, roles={"to": YES}))
    assert (texts(draft.by), texts(draft.to)) == ([], ["Suvria"])


@pytest.mark.parametrize(("more", "makers"), [(0.02, ["Norland"]), (-0.02, [])])
def test_a_party_stays_in_a_role_while_it_is_not_too_unlikely(
    more: float, makers: list[str]
) -> None:
    doc, draft = asked()
    draft.by = [span_of(doc, *NORLAND)]
    judge(doc, [draft], ["offered"], (), weights(doc, draft, roles={"by": score(DOUBT + more)}))
    assert texts(draft.by) == makers


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("more", "given"), [(0.02, ["Norland", "Suvria"]), (-0.02, [])])
def test_a_role_is_given_over_its_least_probability(
    role: str, more: float, given: list[str]
) -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={role: score(LEAST[role] + more)})
    judge(doc, [draft], ["offered"], (), told)
    assert texts(getattr(draft, role)) == given


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_somebody_is_left_in_is_given_to_nobody_else(role: str) -> None:
    doc, draft = asked()
    known = span_of(doc, *AGAIN)
    getattr(draft, role).append(known)
    judge(doc, [draft], ["offered"], (), weights(doc, draft, roles={role: YES}))
    assert getattr(draft, role) == [known]


def test_a_role_that_was_emptied_is_given_to_who_has_it() -> None:
    doc, draft = asked()
    draft.by = [span_of(doc, *SUVRIA)]
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0] = 1
    told["party.out"][0, ROLES.index("by")] = 2 * YES
    doc.tensor[NORLAND[0]] = 1
    judge(doc, [draft], ["offered"], (), told)
    assert draft.by == [span_of(doc, *NORLAND)]


def test_a_party_in_the_name_of_the_proposal_stays_in_its_role() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    owned, alone = asked(OWN)
    alone.by = [span_of(owned, *NORLAND)]
    judge(owned, [alone], ["offered"], (), told)
    assert texts(alone.by) == ["Norland"]


def test_a_party_that_the_net_does_not_see_stays_as_the_rules_told_it() -> None:
    doc, draft = asked()
    guns = span_of(doc, *GUNS)
    draft.through, draft.stances = [guns], [Stance(guns, "undecided")]
    judge(doc, [draft], ["offered"], (), weights(doc, draft, stance="rejects"))
    assert draft.through == [guns]
    assert stood(draft) == [("Norland", "rejects"), ("Suvria", "rejects"), ("guns", "undecided")]


@pytest.mark.parametrize("stance", STANCES)
def test_a_stance_that_the_net_is_sure_of_is_added(stance: str) -> None:
    doc, draft = asked()
    judge(doc, [draft], ["offered"], (), weights(doc, draft, stance=stance))
    assert stood(draft) == [("Norland", stance), ("Suvria", stance)]


@pytest.mark.parametrize(("more", "count"), [(0.02, 2), (-0.02, 0)])
def test_a_stance_is_added_over_its_least_probability(more: float, count: int) -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="accepts")
    odds = (STANCE + more) / (1 - STANCE - more)  # against all others, of score nought
    told["party.out.bias"][len(ROLES) + STANDS.index("accepts")] = np.log(odds * len(STANCES))
    judge(doc, [draft], ["offered"], (), told)
    assert stood(draft) == [("Norland", "accepts"), ("Suvria", "accepts")][:count]


@pytest.mark.parametrize("stance", STANDS)
def test_a_stance_that_a_rule_told_stays_whatever_the_net_sees(stance: str | None) -> None:
    doc, draft = asked()
    known = Stance(span_of(doc, *AGAIN), "accepts", span_of(doc, 10, 13), "s7")
    draft.stances = [known]
    judge(doc, [draft], ["offered"], (), weights(doc, draft, stance=stance))
    assert [s for s in draft.stances if s.party.text == "Suvria"] == [known]
    others = [(s.party.text, s.stance) for s in draft.stances if s is not known]
    assert others == ([("Norland", stance)] if stance else [])


def test_a_new_party_or_stance_has_the_first_name_of_its_party() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="accepts", roles={"to": YES})
    told["party.words"][0] = told["party.inner"][0] = 1
    told["party.out"][0, len(ROLES) + STANDS.index("accepts")] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (), told)
    first = [span_of(doc, *NORLAND), span_of(doc, *SUVRIA)]
    assert ([s.party for s in draft.stances], draft.to) == (first, first)


def test_a_new_stance_on_a_condition_has_the_condition_of_its_clause() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="conditional")
    told["party.words"][0] = 1
    told["party.inner"][0] = 1
    told["party.out"][0, 4 + STANCES.index("conditional")] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (), told)
    conditions = {s.party.text: s.condition and s.condition.text for s in draft.stances}
    assert conditions == {"Norland": None, "Suvria": "if guns rest"}


def test_a_new_stance_is_told_by_the_statement_at_the_place_that_tells_most_of_it() -> None:
    doc, draft = asked()
    first = Statement("s1", None, span_of(doc, 1, 2), (span_of(doc, 2, 6),))
    second = Statement("s2", None, span_of(doc, 9, 10), (span_of(doc, 7, 13),))
    told = weights(doc, draft, stance="accepts")
    told["party.words"][0] = 1
    told["party.inner"][0] = 1
    told["party.out"][0, 4 + STANCES.index("accepts")] = 1
    for at, wanted in ((SUVRIA, "s1"), (AGAIN, "s2")):
        draft.stances = []
        doc.tensor[:] = 0
        doc.tensor[at[0]] = 2
        judge(doc, [draft], ["offered"], (first, second), told)
        assert {s.party.text: s.statement for s in draft.stances}["Suvria"] == wanted


def test_a_stance_of_who_speaks_is_in_what_he_says() -> None:
    doc, draft = asked()
    said = Statement("s1", span_of(doc, *AGAIN), span_of(doc, 9, 10), (span_of(doc, 10, 13),))
    told = weights(doc, draft, stance="accepts")
    told["party.words"][0] = told["party.inner"][0] = 1
    told["party.out"][0, 4] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (said,), told)
    assert [s.statement for s in draft.stances] == [None, "s1"]


@pytest.mark.parametrize("state", PROPOSAL_STATES)
def test_the_state_is_the_one_that_the_net_tells(state: str) -> None:
    doc, draft = asked()
    assert judge(doc, [draft], ["offered"], (), weights(doc, draft, state=state)) == [state]


def test_the_vector_of_one_place_of_a_party_is_enough() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0] = 1
    told["party.out"][0, 0] = 2 * YES
    doc.tensor[AGAIN[0]] = 1
    judge(doc, [draft], ["offered"], (), told)
    assert texts(draft.by) == ["Suvria"]


def test_the_numbers_of_a_place_are_seen() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.own"][0] = told["party.inner"][0] = 1  # a subject; Suvria is one behind
    told["party.out"][0, 0] = 2 * YES
    judge(doc, [draft], ["offered"], (), told)
    assert texts(draft.by) == ["Norland", "Suvria"]
    other, alone = asked(OFFER)
    judge(other, [alone], ["offered"], (), told)
    assert texts(alone.by) == ["Norland"]


def test_the_vectors_behind_a_name_count_for_its_state() -> None:
    doc, draft = asked()
    told = weights(doc, draft, state="offered")
    told["state.words"][0] = told["state.inner"][0] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 2
    assert judge(doc, [draft], ["offered"], (), told) == ["offered"]
    doc.tensor[9] = 1  # "sign", the head of the sentence behind
    assert judge(doc, [draft], ["offered"], (), told) == ["in-force"]


@pytest.mark.parametrize("state", ["offered", "accepted"])
def test_what_the_rules_told_of_a_state_is_seen(state: str) -> None:
    doc, draft = asked()
    told = weights(doc, draft, state="unknown")
    at = 2 + len(PROPOSAL_STATES) + PROPOSAL_STATES.index("accepted")
    told["state.inner"][at] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 2
    wanted = "in-force" if state == "accepted" else "unknown"
    assert judge(doc, [draft], [state], (), told) == [wanted]


def test_a_state_is_told_by_the_stances_of_the_rules_and_not_by_those_that_are_added() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="accepts", state="unknown")
    told["state.inner"][2 + 2 * len(PROPOSAL_STATES) + STANCES.index("accepts")] = 1
    told["state.out"][0, PROPOSAL_STATES.index("in-force")] = 4
    assert judge(doc, [draft], ["offered"], (), told) == ["unknown"]
    assert len(draft.stances) == 2  # which a further reading takes for those of rules
    assert judge(doc, [draft], ["offered"], (), told) == ["in-force"]


def sized(doc: Doc, draft: Draft, at: int, over: float) -> dict[str, Floats]:
    """A net that tells a maker and "in-force" where one of the last numbers is over a bound."""
    told = weights(doc, draft, state="unknown")
    for kind, column in (
        ("party", ROLES.index("by")),
        ("state", PROPOSAL_STATES.index("in-force")),
    ):
        told[kind + ".inner"][at], told[kind + ".inner.bias"][0] = 1, -over
        told[kind + ".out"][0, column] = 1000
    return told


def test_the_number_of_sentences_is_seen() -> None:
    doc, draft = asked()
    told = sized(doc, draft, -2, 1.5 / LONG)
    other, alone = asked(OFFER)
    assert judge(other, [alone], ["offered"], (), told) == ["unknown"]
    assert judge(doc, [draft], ["offered"], (), told) == ["in-force"]
    assert (texts(alone.by), texts(draft.by)) == ([], ["Norland", "Suvria"])


def test_the_number_of_proposals_is_seen() -> None:
    doc, draft = asked()
    told = sized(doc, draft, -1, 1.5 / MANY)
    assert judge(doc, [draft], ["offered"], (), told) == ["unknown"]
    assert draft.by == []
    two = [draft, Draft(draft.mentions)]
    assert judge(doc, two, ["offered", "offered"], (), told) == ["in-force", "in-force"]
    assert [texts(d.by) for d in two] == [["Norland", "Suvria"]] * 2


def test_without_weights_all_stays_as_it_was() -> None:
    doc, draft = asked()
    draft.by, draft.stances = [span_of(doc, *SUVRIA)], [Stance(span_of(doc, *NORLAND), "rejects")]
    assert judge(doc, [draft], ["expired"], (), {}) == ["expired"]
    assert (texts(draft.by), stood(draft)) == (["Suvria"], [("Norland", "rejects")])


def test_without_word_vectors_all_stays_as_it_was() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"by": YES}, state="broken")
    doc.tensor = np.zeros(0, dtype=np.float16)
    assert judge(doc, [draft], ["expired"], (), told) == ["expired"]
    assert draft.by == []


def test_where_nobody_is_named_the_state_alone_is_told() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"by": YES}, state="broken")
    empty, alone = asked("A DET 2 det\ntruce NOUN 3 nsubj\nfailed VERB 0 root")
    assert judge(empty, [alone], ["offered"], (), told) == ["broken"]
    assert alone.by == []


def test_the_record_holds_what_the_second_reading_tells() -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={"through": YES}, stance="undecided", state="expired")
    (plain,), _ = find_proposals(doc, (), ())
    (truce,), _ = find_proposals(doc, (), (), told)
    assert texts(list(truce.through)) == ["Norland", "Suvria"]
    stances = [(s.party.text, s.stance) for s in truce.stances]
    assert [(s.party.text, s.stance) for s in plain.stances] == stances[1:]
    assert (truce.state, stances[0]) == ("expired", ("Norland", "undecided"))
    assert (plain.state, plain.through) == ("under-negotiation", ())


def test_a_side_has_its_places_and_what_the_rules_told_of_it() -> None:
    doc, draft = asked()
    draft.to, draft.implied = [span_of(doc, *SUVRIA)], {"to"}
    draft.stances = [Stance(span_of(doc, *AGAIN), "accepts")]
    norland, suvria = sides(draft, "accepted", places(doc, []))
    assert (norland.places, suvria.places) == ([0], [1, 2])
    stands = [float(s == "accepts") for s in STANCES]
    assert suvria.numbers[:10].tolist() == [0, 1, 0, 0, 1, 0, *stands]
    assert not norland.numbers[:10].any()
    assert suvria.numbers[10:].tolist() == pytest.approx([2 / 6, 1, 1, 0, 1, 0, 1, 1])


def test_a_name_within_the_name_of_the_proposal_is_no_side() -> None:
    doc, draft = asked(OWN)
    (place,) = places(doc, [])
    assert (place.name.text, draft.mentions[0].span.text) == ("Norland", "Norland's truce")
    assert sides(draft, "offered", [place]) == []


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
