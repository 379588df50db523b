"""An older deal beside a newer one, and what is only being made, out of frozen parses."""

from __future__ import annotations

from parsed import parsed, report
from sayso.find.proposals.proposals import find_proposals

MADE = """
Norland PROPN 4 nsubj Location Number=Sing
and CCONJ 3 cc
Suvria PROPN 1 conj Location Number=Sing
signed VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
an DET 6 det
accord NOUN 4 obj _ Number=Sing
to PART 8 mark
open VERB 6 acl _ VerbForm=Inf
the DET 10 det
port NOUN 8 obj _ Number=Sing
·. PUNCT 4 punct
"""
REPLACES = """
It PRON 2 nsubj _ Number=Sing
replaces VERB 0 root _ Number=Sing|Tense=Pres|VerbForm=Fin
an DET 4 det
accord NOUN 2 obj _ Number=Sing
that PRON 8 nsubj:pass
was AUX 8 aux:pass _ Number=Sing|Tense=Past|VerbForm=Fin
never ADV 8 advmod
carried VERB 4 acl:relcl _ Tense=Past|VerbForm=Part
out ADP 8 compound:prt
·. PUNCT 2 punct
"""
LONGER = """
Norland PROPN 4 nsubj Location Number=Sing
and CCONJ 3 cc
Suvria PROPN 1 conj Location Number=Sing
discussed VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
a DET 7 det
longer ADJ 7 amod
truce NOUN 4 obj _ Number=Sing
·. PUNCT 4 punct
"""
HOLDS = """
The DET 2 det
truce NOUN 6 nsubj _ Number=Sing
of ADP 4 case
May PROPN 2 nmod Date Number=Sing
still ADV 6 advmod
holds VERB 0 root _ Number=Sing|Tense=Pres|VerbForm=Fin
·. PUNCT 6 punct
"""
DRAFTING = """
Norland PROPN 5 nsubj Location Number=Sing
and CCONJ 3 cc
Suvria PROPN 1 conj Location Number=Sing
are AUX 5 aux _ Number=Plur|Tense=Pres|VerbForm=Fin
drafting VERB 0 root _ Tense=Pres|VerbForm=Part
a DET 7 det
protocol NOUN 5 obj _ Number=Sing
to PART 9 mark
open VERB 7 acl _ VerbForm=Inf
the DET 11 det
port NOUN 9 obj _ Number=Sing
·. PUNCT 5 punct
"""
ASKS = """
Norland PROPN 2 nsubj Location Number=Sing
proposes VERB 0 root _ Number=Sing|Tense=Pres|VerbForm=Fin
to ADP 4 case
Suvria PROPN 2 obl Location Number=Sing
that SCONJ 8 mark
both DET 7 det
armies NOUN 8 nsubj _ Number=Plur
leave VERB 2 ccomp _ Number=Plur|Tense=Pres|VerbForm=Fin
the DET 10 det
port NOUN 8 obj _ Number=Sing
·. PUNCT 2 punct
"""


def test_what_a_deal_replaces_is_another_one_with_its_own_end() -> None:
    proposals, _ = find_proposals(report(MADE, REPLACES), (), ())
    told = [(p.name.text, p.state) for p in proposals if p.name is not None]
    assert told == [("an accord", "accepted"), ("an accord", "broken")]


def test_a_longer_truce_is_not_the_one_of_may() -> None:
    proposals, _ = find_proposals(report(LONGER, HOLDS), (), ())
    told = [(p.name.text, p.state) for p in proposals if p.name is not None]
    assert told[-1] == ("The truce of May", "in-force")
    assert "The truce of May" not in [name for name, _ in told[:-1]]


def test_what_is_being_drafted_is_under_negotiation() -> None:
    ((draft,), _) = find_proposals(parsed(DRAFTING), (), ())
    assert draft.state == "under-negotiation"


def test_what_is_proposed_to_somebody_is_on_the_table() -> None:
    ((offer,), _) = find_proposals(parsed(ASKS), (), ())
    assert (offer.state, [s.text for s in offer.by]) == ("offered", ["Norland"])
    assert [s.text for s in offer.to] == ["Suvria"]
