"""Statuses of what is ruled out, bound by a deal, called, aimed at or spoken of as any such act."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.statuses import is_refusal, status_told
from sayso.record.vocabulary import Status

RULED_OUT = """
Orla PROPN 2 nsubj
ruled VERB 0 root
out ADP 2 compound:prt
selling VERB 2 xcomp
mines NOUN 4 obj
"""
NOT_RULED_OUT = """
Orla PROPN 4 nsubj
has AUX 4 aux
not PART 4 advmod
ruled VERB 0 root
out ADP 4 compound:prt
selling VERB 4 xcomp
mines NOUN 6 obj
"""
RULED = """
Judges NOUN 2 nsubj
ruled VERB 0 root
him PRON 4 nsubj
guilty ADJ 2 xcomp
"""
UNDER_DEAL = """
Under ADP 3 case
the DET 3 det
pact NOUN 6 obl
guards NOUN 6 nsubj
must AUX 6 aux
leave VERB 0 root
once SCONJ 9 mark
miners NOUN 9 nsubj
disarm VERB 6 advcl
"""
CALLED_STRIKE = """
Nurses NOUN 2 nsubj
called VERB 0 root
a DET 4 det
strike NOUN 2 obj
"""
CALLED_CRIME = """
Nurses NOUN 2 nsubj
called VERB 0 root
the DET 4 det
raid NOUN 2 obj
a DET 6 det
crime NOUN 2 xcomp
"""
SO_THAT = """
They PRON 2 nsubj
work VERB 0 root
so SCONJ 6 mark
that SCONJ 3 fixed
thieves NOUN 6 nsubj:pass
tried VERB 2 advcl
"""
SO_THAT_WERE = """
They PRON 2 nsubj
worked VERB 0 root
so SCONJ 7 mark
that SCONJ 3 fixed
thieves NOUN 7 nsubj:pass
were AUX 7 aux:pass _ VerbForm=Fin|Tense=Past
tried VERB 2 advcl
"""
ANY = """
opposition NOUN 0 root
to ADP 4 case
any DET 4 det
eviction NOUN 1 nmod
"""
PLANS = """
Brest PROPN 2 nsubj
plans VERB 0 root
to PART 4 mark
cut VERB 2 xcomp
pay NOUN 4 obj
"""
NOT_ACCEPT = """
Brest PROPN 4 nsubj
would AUX 4 aux
not PART 4 advmod
accept VERB 0 root
it PRON 4 obj
"""


@pytest.mark.parametrize(
    ("table", "word", "given", "told"),
    [
        (RULED_OUT, 3, "planned", "negated"),
        (NOT_RULED_OUT, 5, "negated", "possible"),
        (RULED, 3, "happened", "happened"),
        (UNDER_DEAL, 5, "demanded", "planned"),
        (UNDER_DEAL, 8, "demanded", "planned"),
        (UNDER_DEAL.replace("the DET 3 det", "draft NOUN 3 compound"), 5, "demanded", "demanded"),
        (UNDER_DEAL.replace("pact", "plan"), 5, "demanded", "demanded"),
        (CALLED_STRIKE, 3, "happened", "planned"),
        (CALLED_CRIME, 3, "happened", "happened"),
        (SO_THAT, 5, "happened", "planned"),
        (SO_THAT_WERE, 6, "happened", "happened"),
        (ANY, 3, "happened", "possible"),
        (ANY.replace("any", "the"), 3, "happened", "happened"),
        (PLANS, 3, "threatened", "planned"),
    ],
)
def test_what_is_left_open_bound_called_or_aimed_at_has_the_status_that_says_so(
    table: str, word: int, given: Status, told: Status
) -> None:
    assert status_told(parsed(table), word, word + 1, given) == told


def test_an_assent_denied_is_a_refusal() -> None:
    assert is_refusal(parsed(NOT_ACCEPT), 3, 4)
    assert is_refusal(parsed(NOT_ACCEPT), 1, 4)
    assert not is_refusal(parsed(NOT_ACCEPT.replace("accept", "refuse")), 3, 4)
    assert not is_refusal(parsed(NOT_ACCEPT.replace("not PART", "now ADV")), 3, 4)
