"""Terms with their whole sense and nothing beside it, and whom they bind, out of frozen parses."""

from __future__ import annotations

from parsed import report
from sayso.find.proposals.clauses import parties
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.parties import offering
from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Proposal

#: "Norland and Suvria signed a pact. Both parliaments have to ratify the pact."
OWED_1 = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
signed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
a DET 6 det
pact NOUN 4 obj
·. PUNCT 4 punct
"""
#: and the next.
OWED_2 = """
Both DET 2 det
parliaments NOUN 3 nsubj
have VERB 0 root _ Number=Plur|Person=3|Tense=Pres|VerbForm=Fin
to PART 5 mark
ratify VERB 3 xcomp _ VerbForm=Inf
the DET 7 det
pact NOUN 5 obj
·. PUNCT 3 punct
"""
#: "The pact would have Norland leave the port and Suvria free ten men."
HAVE = """
The DET 2 det
pact NOUN 4 nsubj
would AUX 4 aux _ VerbForm=Fin
have VERB 0 root _ VerbForm=Inf
Norland PROPN 6 nsubj Location
leave VERB 4 xcomp _ VerbForm=Inf
the DET 8 det
port NOUN 6 obj
and CCONJ 10 cc
Suvria PROPN 5 conj Location
free VERB 6 conj _ VerbForm=Inf
ten NUM 13 nummod
men NOUN 11 obj
·. PUNCT 4 punct
"""
#: "Under the pact the rebels would not fire on ships or take taxes."
RULED_OUT = """
Under ADP 3 case
the DET 3 det
pact NOUN 8 obl
the DET 5 det
rebels NOUN 8 nsubj
would AUX 8 aux _ VerbForm=Fin
not PART 8 advmod
fire VERB 0 root _ VerbForm=Inf
on ADP 10 case
ships NOUN 8 obl
or CCONJ 12 cc
take VERB 8 conj _ VerbForm=Inf
taxes NOUN 12 obj
·. PUNCT 8 punct
"""
#: "An earlier draft, under which Norland was to own the port, was rejected by Suvria."
UNDER = """
An DET 3 det
earlier ADJ 3 amod
draft NOUN 15 nsubj:pass
·, PUNCT 10 punct
under ADP 6 case
which PRON 10 obl
Norland PROPN 10 nsubj Location
was AUX 10 aux _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
to PART 10 mark
own VERB 3 acl:relcl _ VerbForm=Inf
the DET 12 det
port NOUN 10 obj
·, PUNCT 3 punct
was AUX 15 aux:pass _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
rejected VERB 0 root _ Tense=Past|VerbForm=Part|Voice=Pass
by ADP 17 case
Suvria PROPN 15 obl:agent Person
·. PUNCT 15 punct
"""
#: "Norland and Suvria agreed not to harm the crew."
NOT_TO = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
agreed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
not PART 7 advmod
to PART 7 mark
harm VERB 4 xcomp _ VerbForm=Inf
the DET 9 det
crew NOUN 7 obj
·. PUNCT 4 punct
"""
#: "Norland offered Suvria the port if it ended its boycott."
IF_IT = """
Norland PROPN 2 nsubj Location
offered VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
Suvria PROPN 2 iobj Location
the DET 5 det
port NOUN 2 obj
if SCONJ 8 mark
it PRON 8 nsubj
ended VERB 2 advcl _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
its PRON 10 nmod:poss
boycott NOUN 8 obj
·. PUNCT 2 punct
"""
#: "Norland and Suvria agreed to guard the border, a deal that the rebels refused."
APPOSED = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
agreed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
to PART 6 mark
guard VERB 4 xcomp _ VerbForm=Inf
the DET 8 det
border NOUN 6 obj
·, PUNCT 11 punct
a DET 11 det
deal NOUN 6 obj
that PRON 15 obj
the DET 14 det
rebels NOUN 15 nsubj
refused VERB 11 acl:relcl _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
·. PUNCT 4 punct
"""
#: "The bondholders were offered new notes in a plan to cut debts."
GIVEN = """
The DET 2 det
bondholders NOUN 4 nsubj:pass
were AUX 4 aux:pass _ Number=Plur|Person=3|Tense=Past|VerbForm=Fin
offered VERB 0 root _ Tense=Past|VerbForm=Part|Voice=Pass
new ADJ 6 amod
notes NOUN 4 obj
in ADP 9 case
a DET 9 det
plan NOUN 4 obl
to PART 11 mark
cut VERB 9 acl _ VerbForm=Inf
debts NOUN 11 obj
·. PUNCT 4 punct
"""
#: "A Norwegian offer would open the port. Oslo's offer would free ten men."
OWN_1 = """
A DET 3 det
Norwegian ADJ 3 amod NORP
offer NOUN 5 nsubj
would AUX 5 aux _ VerbForm=Fin
open VERB 0 root _ VerbForm=Inf
the DET 7 det
port NOUN 5 obj
·. PUNCT 5 punct
"""
#: and the next.
OWN_2 = """
Oslo PROPN 3 nmod:poss Location
·'s PART 1 case
offer NOUN 5 nsubj
would AUX 5 aux _ VerbForm=Fin
free VERB 0 root _ VerbForm=Inf
ten NUM 7 nummod
men NOUN 5 obj
·. PUNCT 5 punct
"""
#: "Norland agreed to open the port. In return, Suvria will free ten men as soon as possible."
TURN_1 = """
Norland PROPN 2 nsubj Location
agreed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
to PART 4 mark
open VERB 2 xcomp _ VerbForm=Inf
the DET 6 det
port NOUN 4 obj
·. PUNCT 2 punct
"""
#: and the next.
TURN_2 = """
In ADP 2 case
return NOUN 6 obl
·, PUNCT 2 punct
Suvria PROPN 6 nsubj Location
will AUX 6 aux _ VerbForm=Fin
free VERB 0 root _ VerbForm=Inf
ten NUM 8 nummod
men NOUN 6 obj
as ADV 10 advmod
soon ADV 6 advmod
as SCONJ 12 mark
possible ADJ 10 advcl
·. PUNCT 6 punct
"""


def found(*sentences: str) -> tuple[Proposal, ...]:
    return find_proposals(report(*sentences), (), ())[0]


def terms(proposal: Proposal) -> list[tuple[str, str | None]]:
    return [(t.what.text, t.party.text if t.party else None) for t in proposal.terms]


def test_who_has_yet_to_ratify_has_not_accepted() -> None:
    (pact,) = found(OWED_1, OWED_2)
    assert [s.party.text for s in pact.stances] == ["Norland", "Suvria"]


def test_each_of_two_has_his_own_act_though_the_parse_joins_their_names() -> None:
    (pact,) = found(HAVE)
    assert terms(pact) == [("leave the port", "Norland"), ("free ten men", "Suvria")]


def test_what_is_ruled_out_is_told_with_its_not_and_as_one() -> None:
    (pact,) = found(RULED_OUT)
    assert terms(pact) == [("not fire on ships or take taxes", "the rebels")]
    (deal,) = found(NOT_TO)
    assert terms(deal) == [("not to harm the crew", "Norland and Suvria")]


def test_a_term_ends_before_what_its_own_clause_hangs_on() -> None:
    (draft,) = found(UNDER)
    assert terms(draft) == [("own the port", "Norland")]


def test_a_term_ends_before_what_it_is_called_behind_a_comma() -> None:
    assert ("guard the border", "Norland and Suvria") in terms(found(APPOSED)[0])


def test_whom_something_is_offered_must_do_what_it_hangs_on() -> None:
    doc = report(IF_IT)
    assert [s.text for s in parties(doc, doc[6])] == ["Suvria"]


def test_who_is_offered_something_in_a_plan_has_not_made_it() -> None:
    doc = report(GIVEN)
    (plan,) = find_mentions(doc)
    assert [(role, s.text) for role, s in offering(doc, plan)] == [("to", "The bondholders")]


def test_an_offer_of_a_state_by_another_of_its_names_is_one() -> None:
    (offer,) = found(OWN_1, OWN_2)
    assert [t for t, _ in terms(offer)] == ["open the port", "free ten men"]
    other = OWN_2.replace("Oslo", "Paris")
    assert len(found(OWN_1, other)) == 2


def test_an_agreement_that_the_other_side_gives_for_in_return_is_a_deal() -> None:
    (deal,) = found(TURN_1, TURN_2)
    assert terms(deal) == [
        ("open the port", "Norland"), ("free ten men as soon as possible", "Suvria"),
    ]  # fmt: skip
    assert all(t.condition is None for t in deal.terms)
    assert found(TURN_1) == ()
