"""What holds, is to be ended, is done still or has been done since some time goes on."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.statuses import status_told
from sayso.record.vocabulary import Status

HOLDS = """
Truces NOUN 3 nsubj
{aux} AUX 3 aux
{verb} VERB 0 root
"""
AN_END = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
for ADP 5 case
an DET 5 det
end NOUN 2 obl
to ADP 7 case
raids NOUN 5 nmod
"""
TO_END = """
Orla PROPN 2 nsubj Location
urged VERB 0 root
Lund PROPN 2 iobj Location
to PART 5 mark
{verb} VERB 2 xcomp
its PRON 7 nmod:poss
raids NOUN 5 obj
"""
ENDED = """
Truckers NOUN 3 nsubj
{aux} AUX 3 aux
ended VERB 0 root _ Tense=Past|VerbForm=Fin
their PRON 5 nmod:poss
blockade NOUN 3 obj
"""
STILL = """
Two NUM 2 nsubj
{still} ADV 3 advmod
recognise VERB 0 root _ Tense=Pres|VerbForm=Fin
Orla PROPN 3 obj Location
"""
SINCE = """
Roads NOUN 4 nsubj:pass
{aux} AUX 4 aux
been AUX 4 aux:pass
{verb} VERB 0 root
{when} ADP 6 case
May PROPN 4 obl
"""
KEPT = """
Rebels NOUN 2 nsubj
{verb} VERB 0 root
nurses NOUN 2 obj
held VERB 3 acl
since ADP 6 case
May PROPN 4 obl
"""


def status(table: str, at: int, given: Status, **words: str) -> Status:
    return status_told(parsed(table.format(**words)), at, at + 1, given)


@pytest.mark.parametrize(
    ("aux", "verb", "told"),
    [
        ("have", "held", "ongoing"),
        ("are", "holding", "ongoing"),
        ("had", "held", "happened"),
        ("could", "hold", "happened"),
    ],
)
def test_a_truce_that_holds_goes_on(aux: str, verb: str, told: Status) -> None:
    assert status(HOLDS, 0, "happened", aux=aux, verb=verb) == told


@pytest.mark.parametrize(("verb", "told"), [("called", "ongoing"), ("left", "happened")])
def test_what_somebody_wants_an_end_to_goes_on(verb: str, told: Status) -> None:
    assert status(AN_END, 6, "happened", verb=verb) == told


@pytest.mark.parametrize(
    ("verb", "given", "told"),
    [
        ("end", "happened", "ongoing"),
        ("cease", "possible", "ongoing"),
        ("stop", "happened", "ongoing"),
        ("stop", "possible", "possible"),
        ("repel", "happened", "happened"),
    ],
)
def test_what_somebody_is_urged_to_end_goes_on(verb: str, given: Status, told: Status) -> None:
    assert status(TO_END, 6, given, verb=verb) == told


@pytest.mark.parametrize(("aux", "told"), [("_", "happened"), ("might", "ongoing")])
def test_what_somebody_ended_is_over(aux: str, told: Status) -> None:
    table = ENDED if aux != "_" else ENDED.replace("{aux} AUX 3 aux", "then ADV 3 advmod")
    assert status(table, 4, "ongoing", aux=aux) == told


@pytest.mark.parametrize(("still", "told"), [("still", "ongoing"), ("once", "happened")])
def test_what_is_still_done_goes_on(still: str, told: Status) -> None:
    assert status(STILL, 2, "happened", still=still) == told


@pytest.mark.parametrize(
    ("aux", "verb", "when", "told"),
    [
        ("have", "shut", "since", "ongoing"),
        ("had", "shut", "since", "happened"),
        ("have", "bombed", "since", "happened"),
        ("have", "shut", "in", "happened"),
    ],
)
def test_what_has_been_shut_since_some_day_still_is(
    aux: str, verb: str, when: str, told: Status
) -> None:
    assert status(SINCE, 3, "happened", aux=aux, verb=verb, when=when) == told


@pytest.mark.parametrize(("verb", "told"), [("showed", "ongoing"), ("freed", "happened")])
def test_who_has_been_held_since_some_day_still_is_unless_freed(verb: str, told: Status) -> None:
    assert status(KEPT, 3, "happened", verb=verb) == told
