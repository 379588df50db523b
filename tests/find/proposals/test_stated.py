"""Parties by the names that say who they are, out of frozen parses."""

from __future__ import annotations

from parsed import parsed, report
from sayso.find.proposals.proposals import find_proposals

AMERICAN = """
Norland PROPN 2 nsubj Location Number=Sing
rejected VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
an DET 5 det
American ADJ 5 amod NORP
proposal NOUN 2 obj _ Number=Sing
·. PUNCT 2 punct
"""
PAYS = """
Washington PROPN 3 nsubj Location Number=Sing
would AUX 3 aux _ VerbForm=Fin
pay VERB 0 root _ VerbForm=Inf
Norland PROPN 3 iobj Location Number=Sing
·. PUNCT 3 punct
"""
LEADER = """
Its PRON 2 nmod:poss _ Number=Sing
president NOUN 6 nsubj _ Number=Sing
·, PUNCT 4 punct
Ada PROPN 2 appos Person Number=Sing
·, PUNCT 2 punct
rejected VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
the DET 9 det
truce NOUN 9 compound _ Number=Sing
offer NOUN 6 obj _ Number=Sing
·. PUNCT 6 punct
"""


def test_a_state_that_stands_before_a_noun_goes_by_its_own_name() -> None:
    ((named,), _) = find_proposals(report(AMERICAN, PAYS), (), ())
    assert [s.text for s in named.by] == ["Washington"]
    ((alone,), _) = find_proposals(parsed(AMERICAN), (), ())
    assert [s.text for s in alone.by] == ["American"]


def test_an_office_has_the_name_that_stands_beside_it() -> None:
    ((offer,), _) = find_proposals(parsed(LEADER), (), ())
    assert [s.party.text for s in offer.stances] == ["Its president, Ada"]


GROUP = """
A DET 3 det
smaller ADJ 3 amod
group NOUN 8 nsubj _ Number=Sing
·, PUNCT 6 punct
the DET 6 det
Front PROPN 3 appos Organization Number=Sing
·, PUNCT 3 punct
rejected VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
the DET 11 det
truce NOUN 11 compound _ Number=Sing
offer NOUN 8 obj _ Number=Sing
·. PUNCT 8 punct
"""


def test_a_kind_of_body_has_the_name_that_stands_beside_it() -> None:
    ((offer,), _) = find_proposals(parsed(GROUP), (), ())
    assert [s.party.text for s in offer.stances] == ["A smaller group, the Front"]
