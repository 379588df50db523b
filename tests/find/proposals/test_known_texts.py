"""What is told of a treaty and of the offer to extend it, and texts that are known by a number."""

from __future__ import annotations

from parsed import report
from sayso.find.proposals.joined import join
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import LINKS
from sayso.record.findings import Proposal

EXTEND_1 = """
Norland PROPN 3 nsubj Location
has AUX 3 aux _ Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
offered VERB 0 root _ Tense=Past|VerbForm=Part
to PART 5 mark
extend VERB 3 xcomp _ VerbForm=Inf
the DET 7 det
treaty NOUN 5 obj
by ADP 10 case
a DET 10 det
year NOUN 5 obl
·. PUNCT 3 punct
"""
EXTEND_2 = """
Suvria PROPN 2 nsubj Location
rejected VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
the DET 4 det
offer NOUN 2 obj
·. PUNCT 2 punct
"""
EXTEND_3 = """
Under ADP 3 case
the DET 3 det
treaty NOUN 7 obl
each DET 5 det
side NOUN 7 nsubj
may AUX 7 aux _ VerbForm=Fin
keep VERB 0 root _ VerbForm=Inf
ten NUM 9 nummod
ships NOUN 7 obj
·. PUNCT 7 punct
"""
#: "Norland and Suvria signed a treaty in May. The treaty expires in June."
LAPSES_1 = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
signed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
a DET 6 det
treaty NOUN 4 obj
in ADP 8 case
May PROPN 4 obl Date
·. PUNCT 4 punct
"""
#: and the next.
LAPSES_2 = """
The DET 2 det
treaty NOUN 3 nsubj
expires VERB 0 root _ Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
in ADP 5 case
June PROPN 3 obl Date
·. PUNCT 3 punct
"""
#: "We welcome the adoption of Resolution 88 by the council."
NUMBERED = """
We PRON 2 nsubj
welcome VERB 0 root _ Number=Plur|Person=1|Tense=Pres|VerbForm=Fin
the DET 4 det
adoption NOUN 2 obj
of ADP 6 case
Resolution PROPN 4 nmod Misc
88 NUM 6 flat
by ADP 10 case
the DET 10 det
council NOUN 4 nmod
·. PUNCT 2 punct
"""
UNDER = """
Norland PROPN 3 nsubj Location
must AUX 3 aux _ VerbForm=Fin
free VERB 0 root _ VerbForm=Inf
the DET 5 det
crew NOUN 3 obj
·, PUNCT 7 punct
consistent ADJ 3 advmod
with ADP 10 case
its PRON 10 nmod:poss
obligations NOUN 7 obl
under ADP 14 case
the DET 14 det
June PROPN 14 compound Date
agreement NOUN 10 nmod
with ADP 16 case
Suvria PROPN 14 nmod Location
·. PUNCT 3 punct
"""
#: "The pact must still be approved by the parliament of Suvria."
RATIFIED = """
The DET 2 det
pact NOUN 6 nsubj:pass
must AUX 6 aux _ VerbForm=Fin
still ADV 6 advmod
be AUX 6 aux:pass _ VerbForm=Inf
approved VERB 0 root _ Tense=Past|VerbForm=Part|Voice=Pass
by ADP 9 case
the DET 9 det
parliament NOUN 6 obl:agent
of ADP 11 case
Suvria PROPN 9 nmod Location
·. PUNCT 6 punct
"""

#: "Norland has drafted a proposal to save the treaty with Suvria."
SAVE = """
Norland PROPN 3 nsubj Location
has AUX 3 aux _ Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
drafted VERB 0 root _ Tense=Past|VerbForm=Part
a DET 5 det
proposal NOUN 3 obj
to PART 7 mark
save VERB 5 acl _ VerbForm=Inf
the DET 9 det
treaty NOUN 7 obj
with ADP 11 case
Suvria PROPN 9 nmod Location
·. PUNCT 3 punct
"""
#: "It would give Suvria two ports if it returned."
WOULD = """
It PRON 3 nsubj
would AUX 3 aux _ VerbForm=Fin
give VERB 0 root _ VerbForm=Inf
Suvria PROPN 3 iobj Location
two NUM 6 nummod
ports NOUN 3 obj
if SCONJ 9 mark
it PRON 9 nsubj
returned VERB 3 advcl _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
·. PUNCT 3 punct
"""

#: "Norland and Suvria signed a pact on the river. Under the pact both sides must free ten men."
DUTY_1 = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
signed VERB 0 root _ Number=Sing|Person=3|Tense=Past|VerbForm=Fin
a DET 6 det
pact NOUN 4 obj
on ADP 9 case
the DET 9 det
river NOUN 6 nmod
·. PUNCT 4 punct
"""
#: and the next.
DUTY_2 = """
Under ADP 3 case
the DET 3 det
pact NOUN 7 obl
both DET 5 det
sides NOUN 7 nsubj
must AUX 7 aux _ VerbForm=Fin
free VERB 0 root _ VerbForm=Inf
ten NUM 9 nummod
men NOUN 7 obj
·. PUNCT 7 punct
"""
#: "Both sides must implement the pact."
DONE = """
Both DET 2 det
sides NOUN 4 nsubj
must AUX 4 aux _ VerbForm=Fin
implement VERB 0 root _ VerbForm=Inf
the DET 6 det
pact NOUN 4 obj
·. PUNCT 4 punct
"""


def found(*sentences: str) -> tuple[Proposal, ...]:
    return find_proposals(report(*sentences), (), ())[0]


def test_an_offer_to_extend_a_treaty_is_one_thing_and_the_treaty_another() -> None:
    by_name = {p.name.text: p for p in found(EXTEND_1, EXTEND_2, EXTEND_3) if p.name}
    assert set(by_name) == {"the offer", "the treaty"}
    offer, treaty = by_name["the offer"], by_name["the treaty"]
    assert [t.what.text for t in offer.terms] == ["extend the treaty by a year"]
    assert [t.what.text for t in treaty.terms] == ["keep ten ships"]
    assert ([s.stance for s in offer.stances], treaty.stances) == (["rejects"], ())


def test_a_treaty_that_expires_on_a_day_to_come_is_in_force() -> None:
    assert found(LAPSES_1, LAPSES_2)[0].state == "in-force"
    assert found(LAPSES_1, LAPSES_2.replace("expires", "expired"))[0].state == "expired"


def test_a_resolution_with_a_number_is_on_the_table_by_its_state_alone() -> None:
    (resolution,) = found(NUMBERED)
    assert (resolution.name.text, resolution.state) == ("Resolution 88", "accepted")
    assert found(NUMBERED.replace("88 NUM", "text NOUN")) == ()


def test_an_agreement_that_lays_obligations_on_somebody_is_in_force() -> None:
    (agreement,) = found(UNDER)
    assert agreement.state == "in-force"


def test_that_a_pact_must_be_approved_is_no_term_of_it() -> None:
    assert all(not p.terms for p in found(RATIFIED))


def test_what_it_would_do_is_of_the_proposal_and_not_of_the_treaty_that_it_is_to_save() -> None:
    doc = report(SAVE, WOULD)
    it, treaty = (next(t.i for t in doc if t.text == word) for word in ("It", "treaty"))
    doc.user_data[LINKS] = {"coref": {it: (treaty, 0.9)}}
    proposal = join(doc, find_mentions(doc))[0]
    assert [m.head.text for m in proposal.mentions] == ["proposal", "It"]


def test_to_implement_a_pact_is_no_term_of_it() -> None:
    (pact,) = found(DUTY_1, DUTY_2, DONE)
    assert [t.what.text for t in pact.terms] == ["free ten men"]
