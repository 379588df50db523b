"""The second reading with weights made by hand: roles and stances, what it adds and keeps."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.judged import (
    PART,
    ROLES,
    STANCE,
    UNSAID,
    of_states,
    whole,
)
from sayso.language.spans import span_of
from sayso.parse.tokens import blank
from sayso.record.findings import Stance, Statement
from sayso.record.span import Span
from sayso.record.vocabulary import STANCES, StanceKind
from second_reading import (
    AGAIN,
    ANSWER,
    GUNS,
    NO,
    NORLAND,
    OFFER,
    OWN,
    STANDS,
    SUVRIA,
    YES,
    asked,
    judge,
    score,
    stood,
    take,
    texts,
    weights,
)

pytestmark = pytest.mark.usefixtures("read_whatever_its_length")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_the_net_is_sure_of_is_given_to_whoever_has_it(role: str) -> None:
    doc, draft = asked()
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={role: YES}))
    told = {r: texts(getattr(draft, r)) for r in ROLES}
    assert told == {r: [] for r in ROLES} | {role: ["Norland", "Suvria"]}


def test_whom_the_net_sees_no_part_of_is_taken_out_of_a_role() -> None:
    doc, draft = asked()
    draft.by, draft.to = [span_of(doc, *NORLAND)], [span_of(doc, *AGAIN)]
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={"to": score(PART - 0.02)}))
    assert (texts(draft.by), texts(draft.to)) == ([], [])


@pytest.mark.parametrize(("more", "left"), [(0.02, [AGAIN]), (-0.02, [])])
def test_a_party_stays_in_a_role_while_it_is_not_too_unlikely(
    more: float, left: list[tuple[int, int]]
) -> None:
    doc, draft = asked()
    draft.to = [span_of(doc, *AGAIN)]
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={"to": score(PART + more)}))
    assert [s for s in draft.to if s.text == "Suvria"] == [span_of(doc, *at) for at in left]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("more", "given"), [(0.02, ["Norland", "Suvria"]), (-0.02, [])])
def test_a_role_is_given_over_its_least_probability(
    role: str, more: float, given: list[str]
) -> None:
    doc, draft = asked()
    told = weights(doc, draft, roles={role: score(PART + more)})
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(getattr(draft, role)) == given


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_somebody_is_left_in_is_given_to_others_too(role: str) -> None:
    doc, draft = asked()
    getattr(draft, role).append(span_of(doc, *AGAIN))
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={role: score(PART + 0.02)}))
    assert getattr(draft, role) == [span_of(doc, *at) for at in (NORLAND, AGAIN)]


def test_what_is_made_of_a_party_to_another_proposal_counts_for_nobody() -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    told["party.inner"][0, 2 + ROLES.index("to")] = (
        1  # behind what is seen: whom rules gave the role
    )
    told["party.out"][1, ROLES.index("by")] = 2 * YES
    two = [draft, Draft(draft.mentions)]
    draft.to = [span_of(doc, *SUVRIA)]
    judge(doc, two, ["offered", "offered"], (), (), told)
    assert [texts(d.by) for d in two] == [["Norland", "Suvria"], []]


def test_a_role_that_was_emptied_is_given_to_who_has_it() -> None:
    doc, draft = asked()
    draft.by = [span_of(doc, *SUVRIA)]
    told = weights(doc, draft)
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, ROLES.index("by")] = 2 * YES
    doc.tensor[NORLAND[0]] = 1
    judge(doc, [draft], ["offered"], (), (), told)
    assert draft.by == [span_of(doc, *NORLAND)]


def test_a_party_in_the_name_of_the_proposal_is_judged_like_any_other() -> None:
    owned, alone = asked(OWN, ANSWER, ANSWER)
    for sure, kept in ((YES, ["Norland"]), (NO, [])):
        alone.by = [span_of(owned, *NORLAND)]
        judge(owned, [alone], ["offered"], (), (), weights(owned, alone, roles={"by": sure}))
        assert [n for n in texts(alone.by) if n == "Norland"] == kept


def test_a_party_that_the_net_does_not_see_stays_as_the_rules_told_it() -> None:
    doc, draft = asked()
    guns = span_of(doc, *GUNS)
    draft.through, draft.stances = [guns], [Stance(guns, "undecided")]
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, stance="rejects"))
    assert draft.through == [guns]
    assert stood(draft) == [("Norland", "rejects"), ("Suvria", "rejects"), ("guns", "undecided")]


@pytest.mark.parametrize("stance", STANCES)
def test_a_stance_that_the_net_is_sure_of_is_added(stance: str) -> None:
    doc, draft = asked()
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, stance=stance))
    assert stood(draft) == [("Norland", stance), ("Suvria", stance)]


@pytest.mark.parametrize(("more", "count"), [(0.02, 2), (-0.02, 0)])
def test_a_stance_is_added_over_its_least_probability(more: float, count: int) -> None:
    doc, draft = asked()
    told = weights(doc, draft)
    take(told, accepts=STANCE + more)
    judge(doc, [draft], ["offered"], (), (), told)
    assert stood(draft) == [("Norland", "accepts"), ("Suvria", "accepts")][:count]


@pytest.mark.parametrize("kind", STANCES)
@pytest.mark.parametrize(("more", "count"), [(0.02, 1), (-0.02, 0)])
def test_a_stance_that_a_rule_told_stays_while_it_is_not_too_unlikely(
    kind: StanceKind, more: float, count: int
) -> None:
    doc, draft = asked()
    known = Stance(span_of(doc, *AGAIN), kind, span_of(doc, 10, 13), "s7")
    draft.stances = [known]
    told = weights(doc, draft)
    take(told, **{kind: UNSAID + more})
    judge(doc, [draft], ["offered"], (), (), told)
    assert draft.stances == [known][:count]


def test_a_stance_of_another_kind_takes_the_place_of_one_that_is_too_unlikely() -> None:
    doc, draft = asked()
    draft.stances = [Stance(span_of(doc, *AGAIN), "accepts", span_of(doc, 10, 13), "s7")]
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, stance="rejects"))
    assert stood(draft) == [("Norland", "rejects"), ("Suvria", "rejects")]


def test_a_stance_that_stays_is_joined_by_none_of_a_likelier_kind() -> None:
    doc, draft = asked()
    known = Stance(span_of(doc, *AGAIN), "accepts", span_of(doc, 10, 13), "s7")
    draft.stances = [known]
    told = weights(doc, draft)
    take(told, accepts=UNSAID + 0.02, rejects=STANCE + 0.2)
    judge(doc, [draft], ["offered"], (), (), told)
    assert [s for s in draft.stances if s.party.text == "Suvria"] == [known]
    assert stood(draft) == [("Norland", "rejects"), ("Suvria", "accepts")]


@pytest.mark.parametrize("who", [NORLAND, SUVRIA])
def test_a_stance_of_two_at_once_stays_where_either_is_likely_to_take_it(
    who: tuple[int, int],
) -> None:
    doc, draft = asked()
    both = Stance(span_of(doc, NORLAND[0], SUVRIA[1]), "accepts")
    draft.stances = [both]
    told = weights(doc, draft)
    take(told, accepts=0.01)
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, len(ROLES) + STANDS.index("accepts")] = 2 * YES
    doc.tensor[who[0]] = 1
    judge(doc, [draft], ["offered"], (), (), told)
    assert draft.stances == [both]


def test_a_new_party_has_its_first_name_and_a_new_stance_the_name_where_it_is_told() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="accepts", roles={"to": YES})
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, len(ROLES) + STANDS.index("accepts")] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (), (), told)
    norland, first, again = (span_of(doc, *at) for at in (NORLAND, SUVRIA, AGAIN))
    assert draft.to == [norland, first]
    assert [s.party for s in draft.stances] == [norland, again]


def test_a_new_stance_on_a_condition_has_the_condition_of_its_clause() -> None:
    doc, draft = asked()
    told = weights(doc, draft, stance="conditional")
    told["party.words"][0] = 1
    told["party.inner"][0, 0] = 1
    told["party.out"][0, 4 + STANCES.index("conditional")] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (), (), told)
    conditions = {s.party.text: s.condition and s.condition.text for s in draft.stances}
    assert conditions == {"Norland": None, "Suvria": "if guns rest"}


def test_a_new_stance_is_told_by_the_statement_at_the_place_that_tells_most_of_it() -> None:
    doc, draft = asked()
    first = Statement("s1", None, span_of(doc, 1, 2), (span_of(doc, 2, 6),))
    second = Statement("s2", None, span_of(doc, 9, 10), (span_of(doc, 7, 13),))
    told = weights(doc, draft, stance="accepts")
    told["party.words"][0] = 1
    told["party.inner"][0, 0] = 1
    told["party.out"][0, 4 + STANCES.index("accepts")] = 1
    for at, wanted in ((SUVRIA, "s1"), (AGAIN, "s2")):
        draft.stances = []
        doc.tensor[:] = 0
        doc.tensor[at[0]] = 2
        judge(doc, [draft], ["offered"], (first, second), (), told)
        assert {s.party.text: s.statement for s in draft.stances}["Suvria"] == wanted


def test_a_stance_of_who_speaks_is_in_what_he_says() -> None:
    doc, draft = asked()
    said = Statement("s1", span_of(doc, *AGAIN), span_of(doc, 9, 10), (span_of(doc, 10, 13),))
    told = weights(doc, draft, stance="accepts")
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, 4] = 1
    doc.tensor[AGAIN[0]] = 2
    judge(doc, [draft], ["offered"], (said,), (), told)
    assert [s.statement for s in draft.stances] == [None, "s1"]


def test_names_of_one_state_have_a_role_together_and_the_likeliest_is_told() -> None:
    text = "Oslo Norway Rome"
    oslo, norway, rome = (Span.of(text, *at) for at in ((0, 4), (5, 11), (12, 16)))
    parts = np.array([[0.25, 0.5, 0.1], [0.3, 0.1, 0.7], [0.3, 0.2, 0.1]], dtype=np.float32)
    told = of_states(parts, [[oslo], [norway], [rome]])
    assert told.tolist() == [
        pytest.approx([0, 0.6, 0]), pytest.approx([0.55, 0, 0.8]), pytest.approx([0.3, 0.2, 0.1]),
    ]  # fmt: skip
    assert np.array_equal(of_states(parts, [[oslo], [rome], [rome]])[0], parts[0])


MADE = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
a DET 4 det
truce NOUN 2 obj
to ADP 7 case
Talvian ADJ 7 amod
rebels NOUN 2 obl
·. PUNCT 2 punct
"""
SIGNED = """
Rebels NOUN 3 nsubj
will AUX 3 aux
sign VERB 0 root
·. PUNCT 3 punct
"""


def test_who_has_a_role_by_a_later_name_is_not_given_it_again_but_told_by_the_fullest() -> None:
    doc, draft = asked(MADE, SIGNED)
    draft.to = [span_of(doc, 8, 9)]
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={"to": YES}))
    (norland, rebels) = draft.to
    assert (norland.text, rebels) == ("Norland", span_of(doc, 5, 7))


def test_a_role_that_is_given_beside_an_implied_one_is_implied_no_longer() -> None:
    doc, draft = asked()
    draft.to, draft.implied = [span_of(doc, *SUVRIA)], {"to"}
    judge(doc, [draft], ["offered"], (), (), weights(doc, draft, roles={"to": YES}))
    assert draft.implied == set()


def test_a_role_that_nobody_else_is_given_stays_implied() -> None:
    doc, draft = asked(OFFER)
    draft.to, draft.implied = [span_of(doc, *SUVRIA)], {"to"}
    told = weights(doc, draft, roles={"to": YES})
    told["party.words"][0] = told["party.inner"][0, 0] = 1
    told["party.out"][0, ROLES.index("to")] = -2 * YES
    doc.tensor[NORLAND[0]] = 2
    judge(doc, [draft], ["offered"], (), (), told)
    assert (texts(draft.to), draft.implied) == (["Suvria"], {"to"})


GUARDED = """
Norland PROPN 4 nmod:poss Location
·'s PART 1 case
border NOUN 4 compound
guards NOUN 6 nsubj
will AUX 6 aux
sign VERB 0 root
·. PUNCT 6 punct
"""


def test_who_is_named_more_closely_by_another_party_has_no_role_beside_it() -> None:
    doc, draft = asked(OFFER, GUARDED)
    told = weights(doc, draft, roles={"by": YES})
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == ["Suvria", "Norland's border guards"]
    draft.by = [span_of(doc, *NORLAND)]
    judge(doc, [draft], ["offered"], (), (), told)
    assert texts(draft.by) == ["Suvria", "Norland's border guards"]


ENVOYS = """
The DET 2 det
envoy NOUN 6 nsubj
or CCONJ 5 cc
UN PROPN 5 compound Organization
envoy NOUN 2 conj
came VERB 0 root
"""


def test_somebody_is_told_by_his_fullest_name_with_the_same_head() -> None:
    doc = parsed(ENVOYS)
    envoy, fuller, other = span_of(doc, 0, 2), span_of(doc, 3, 5), span_of(doc, 3, 4)
    assert whole(doc, envoy, [(envoy, fuller)]) == fuller
    assert whole(doc, envoy, [(envoy, other)]) == envoy
    assert whole(doc, envoy, [(envoy,), (fuller,)]) == envoy


def test_somebody_is_told_by_a_name_of_the_text_and_not_of_the_headline() -> None:
    words = ["Niger", "junta", "pulls", "out", "\n\n", "The", "junta", "left", "."]
    doc = Doc(
        blank().vocab, words, [True, True, True, False, False, True, True, False, False],
        pos=["PROPN", "NOUN", "VERB", "ADP", "SPACE", "DET", "NOUN", "VERB", "PUNCT"],
        heads=[1, 2, 2, 2, 2, 6, 7, 7, 7],
        deps=["compound", "nsubj", "root", "compound:prt", "dep", "det", "nsubj", "root", "punct"],
    )  # fmt: skip
    above, below = span_of(doc, 0, 2), span_of(doc, 5, 7)
    assert whole(doc, above, [(above, below)]) == below
    assert whole(doc, below, [(above, below)]) == below
    assert whole(doc, above, [(above,)]) == above
