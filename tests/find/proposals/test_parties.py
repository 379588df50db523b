"""Who offers a proposal, to whom and through whom, out of frozen parses."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.clauses import is_to_be_kept, parties, party


def texts(spans: object) -> list[str]:
    return [span.text for span in spans]  # type: ignore[attr-defined]


def test_a_mediator_who_puts_a_plan_forward_has_made_it(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("mediator-offers")
    assert (texts(plan.by), texts(plan.through)) == (["The mediator"], [])


def test_a_role_that_words_name_is_not_marked_as_implied(found) -> None:  # type: ignore[no-untyped-def]
    assert found("laid-before")[0].rule == "bargain:plan"


def test_who_refuses_to_observe_a_truce_has_not_made_it(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("refuses-to-observe")
    assert texts(truce.by) == []
    assert [(s.party.text, s.stance) for s in truce.stances] == [("Norland", "rejects")]


def test_a_resolution_is_made_to_whom_it_calls_on(found) -> None:  # type: ignore[no-untyped-def]
    (resolution,) = found("calls-on")
    assert texts(resolution.to) == ["the rebels"]


def test_what_is_offered_has_one_maker(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("one-maker")
    assert texts(offer.by) == ["Norland"]


def test_an_accord_is_put_to_those_who_are_asked_to_join_it(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("asked-to-join")
    assert (texts(accord.by), texts(accord.to)) == ([], ["Norland", "Suvria"])


def test_who_only_announces_an_accord_has_not_made_it(found) -> None:  # type: ignore[no-untyped-def]
    assert found("announced-accord")[0].by == ()


def test_who_studies_an_agreement_has_not_made_it(found) -> None:  # type: ignore[no-untyped-def]
    (agreement,) = found("studies")
    assert texts(agreement.by) == []


def test_a_plan_is_of_who_proposed_it_whatever_name_it_bears(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("proposed-by-another")
    assert texts(plan.by) == ["The bishop"]


def test_any_party_is_none_that_an_ultimatum_is_put_to(found) -> None:  # type: ignore[no-untyped-def]
    (ultimatum,) = found("any-party")
    assert (texts(ultimatum.by), texts(ultimatum.to)) == (["Norland"], [])


@pytest.mark.parametrize(
    ("name", "makers", "to", "through"),
    [
        ("sides-of-terms", ["Elders", "rebels"], [], []),
        ("states-of-mediators", ["Norland", "Suvria"], [], ["Oman", "Qatar"]),
        ("negotiated-between", ["Norland", "Suvria"], [], ["the bishop"]),
        ("under-the-eyes", ["Norland", "Suvria"], [], ["Oman"]),
        ("truce-declared-dead", ["Norland", "the rebels"], [], []),
        ("hyphened-name", ["Norland", "The rebels of the SPLM-IO"], [], []),
        ("sent-back", [], ["Oman"], []),
    ],
)  # fmt: skip
def test_the_verb_tells_who_makes_takes_and_carries(found, name, makers, to, through) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    roles = (proposal.by, proposal.to, proposal.through)
    assert [texts(r) for r in roles] == [makers, to, through]


JOINED = """
    The DET 2 det
    government NOUN 10 nsubj
    of ADP 4 case
    Suvria PROPN 2 nmod Location
    and CCONJ 7 cc
    14 NUM 7 nummod
    groups NOUN 4 conj
    have AUX 10 aux
    all ADV 10 advmod
    agreed VERB 0 root
"""


def test_who_is_joined_to_a_name_within_a_party_unlike_it_is_another_party() -> None:
    doc = parsed(JOINED)
    assert texts(parties(doc, doc[1])) == ["The government of Suvria", "14 groups"]


def test_names_of_one_kind_within_a_party_stay_together() -> None:
    alike = JOINED.replace("14 NUM 7 nummod", "North PROPN 7 compound Location")
    doc = parsed(alike.replace("groups NOUN 4 conj", "Norland PROPN 4 conj Location"))
    assert texts(parties(doc, doc[1])) == ["The government of Suvria and North Norland"]


def test_a_name_right_behind_who_it_is_goes_with_it() -> None:
    doc = parsed("""
    The DET 2 det
    queen NOUN 7 nsubj
    and CCONJ 5 cc
    her PRON 5 nmod:poss
    foe NOUN 2 conj
    Bo PROPN 2 conj Person
    signed VERB 0 root
    """)
    found = party(doc, doc[4])
    assert found is not None and found.text == "her foe Bo"


KEPT = """
Egypt PROPN 2 nsubj Location
{verb} VERB 0 root
a DET 4 det
plan NOUN 2 obj
to PART 6 mark
extend VERB 4 {joint}
the DET 8 det
truce NOUN {over} obj
between ADP 10 case
Norland PROPN 8 nmod Location
and CCONJ 12 cc
Suvria PROPN 10 conj Location
"""


@pytest.mark.parametrize(("over", "kept"), [(6, True), (2, False)])
def test_a_truce_that_a_plan_would_extend_is_not_its_makers(over: int, kept: bool) -> None:
    doc = parsed(KEPT.format(verb="drafted", joint="acl", over=over))
    assert is_to_be_kept(doc[7]) is kept
