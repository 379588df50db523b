"""Whom the terms of a proposal bind, out of frozen parses."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.obliged import bound_to, obliged_terms


@pytest.mark.parametrize(
    ("name", "duties"),
    [
        (
            "obliges-two",
            [
                ("Norland", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("the rebels", "burying their mines"),
                ("the rebels", "giving up their guns"),
            ],
        ),
        (
            "would-require",
            [
                ("Suvria", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("Suvria", "open the road"),
            ],
        ),
        (
            "in-return-duties",
            [
                ("Norland", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("The rebels", "bury their mines"),
            ],
        ),
        (
            "would-have-had",
            [("the rebels", "bury their mines"), ("the rebels", "free ten prisoners")],
        ),
        (
            "listed-gerunds",
            [("the rebels", "stop kidnapping, mining roads and taking tolls")],
        ),
    ],
)
def test_who_must_act(found, name: str, duties: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert [(t.party and t.party.text, t.what.text) for t in proposal.terms] == duties


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("may-do", ["leave the port", "keep its guns", "mine the road", "have a flag"]),
        ("becomes-of-it", ["free ten prisoners", "leave the port"]),
        ("ends-the-war", ["free ten prisoners"]),
    ],
)
def test_what_is_laid_down(found, name: str, terms: list[str]) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert [t.what.text for t in proposal.terms] == terms


def test_both_may_be_committed_to_a_thing() -> None:
    doc = parsed(
        """
        It PRON 2 nsubj
        commits VERB 0 root
        both DET 4 det
        parties NOUN 2 obj
        to ADP 7 case
        an DET 7 det
        end NOUN 2 obl
        of ADP 9 case
        fighting NOUN 7 nmod
        """.replace("commits", "commit")
    )
    (found,) = bound_to(doc, doc[1])
    assert (found.what.text, found.party and found.party.text) == (
        "an end of fighting",
        "both parties",
    )


def test_a_clause_with_a_subject_and_a_modal_of_its_own_is_no_duty_of_the_first() -> None:
    doc = parsed(
        """
        It PRON 2 nsubj
        oblige VERB 0 root
        Norland PROPN 2 obj Location
        to PART 5 mark
        open VERB 2 xcomp
        ports NOUN 5 obj
        and CCONJ 11 cc
        Suvria PROPN 11 nsubj Location
        would AUX 11 aux
        be AUX 11 cop
        free ADJ 5 conj
        """
    )
    (found,) = obliged_terms(doc, doc[1], 11)
    assert found.what.text == "open ports"
