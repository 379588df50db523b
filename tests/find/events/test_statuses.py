from __future__ import annotations

from typing import get_args

import pytest
from tests.parsed import parsed

from sayso.find.events.statuses import GOVERNED, status_told
from sayso.language.word_lists import rows
from sayso.record.vocabulary import Status

DENIED_VERB = """
The DET 2 det
army NOUN 5 nsubj
has AUX 5 aux
not PART 5 advmod
returned VERB 0 root
fire NOUN 5 obj
"""
NO_SUBJECT = """
No DET 2 det
convoy NOUN 4 nsubj
has AUX 4 aux
reached VERB 0 root
Orla PROPN 4 obj
"""
REFUSED = """
Roe PROPN 2 nsubj
refused VERB 0 root
to PART 4 mark
meet VERB 2 xcomp
him PRON 4 obj
"""
CANCELLED = """
The DET 2 det
visit NOUN 4 nsubj:pass
was AUX 4 aux:pass
cancelled VERB 0 root
"""
THREATENED = """
They PRON 2 nsubj
threatened VERB 0 root
to PART 4 mark
storm VERB 2 xcomp
Orla PROPN 4 obj
"""
NOT_IMPOSED = """
The DET 2 det
tariffs NOUN 6 nsubj:pass
will AUX 6 aux
not PART 6 advmod
be AUX 6 aux:pass
imposed VERB 0 root
"""
TOLD = """
Gunmen NOUN 2 nsubj
attacked VERB 0 root
Orla PROPN 2 obj
"""


CLAIMED = """
Orla PROPN 2 nsubj
claims VERB 0 root
to PART 4 mark
strike VERB 2 xcomp
ships NOUN 4 obj
"""
DENIED = """
Orla PROPN 2 nsubj
denies VERB 0 root
it PRON 4 nsubj
shelled VERB 2 ccomp
Brest PROPN 4 obj
"""
CALLED_OFF = """
Unions NOUN 2 nsubj
called VERB 0 root
off ADP 2 compound:prt
a DET 5 det
strike NOUN 2 obj
"""
CALLED = """
Unions NOUN 2 nsubj
called VERB 0 root
a DET 4 det
strike NOUN 2 obj
"""
MAY = """
Orla PROPN 3 nsubj
may AUX 3 aux
close VERB 0 root
camps NOUN 3 obj
and CCONJ 6 cc
expel VERB 3 conj
aid NOUN 8 compound
workers NOUN 6 obj
"""
NOW = """
Troops NOUN 3 nsubj
are AUX 3 aux
leaving VERB 0 root _ VerbForm=Part|Tense=Pres
Orla PROPN 3 obj
"""
BEING = """
Monks NOUN 4 nsubj:pass
are AUX 4 aux
being AUX 4 aux:pass
jailed VERB 0 root _ VerbForm=Part|Tense=Past
"""
BEGAN = """
Police NOUN 2 nsubj
began VERB 0 root
to PART 4 mark
search VERB 2 xcomp
homes NOUN 4 obj
"""
WHETHER = """
Orla PROPN 2 nsubj
weighs VERB 0 root
whether SCONJ 5 mark
to PART 5 mark
leave VERB 2 ccomp
"""
POTENTIAL = """
A DET 3 det
potential ADJ 3 amod
summit NOUN 0 root
"""
SHORT = """
Orla PROPN 2 nsubj
stopped VERB 0 root
short ADV 2 advmod
of SCONJ 5 mark
leaving VERB 2 advcl
"""
SHORT_OF_NOUN = """
Orla PROPN 2 nsubj
stopped VERB 0 root
short ADV 2 advmod
of ADP 7 case
a DET 7 det
full ADJ 7 amod
embargo NOUN 2 obl
"""
CONTINUE = """
Airstrikes NOUN 2 nsubj
continue VERB 0 root
"""
AWAITS = """
Roe PROPN 2 nsubj
awaits VERB 0 root
extradition NOUN 2 obj
"""
UNDER = """
Orla PROPN 4 nsubj
is AUX 4 cop
under ADP 4 case
lockdown NOUN 0 root
"""
WARRANT = """
The DET 3 det
extradition NOUN 3 compound
warrant NOUN 0 root
"""
ROUND = """
A DET 3 det
potential ADJ 3 amod
round NOUN 0 root
of ADP 5 case
talks NOUN 3 nmod
"""
WILL_HOLD = """
They PRON 3 nsubj
will AUX 3 aux
hold VERB 0 root
talks NOUN 3 obj
"""
HOLD_OFF = """
They PRON 3 nsubj
will AUX 3 aux
hold VERB 0 root
off ADP 3 compound:prt
attacks NOUN 3 obj
"""
REFUSES_TO_OBSERVE = """
They PRON 2 nsubj
refuse VERB 0 root
to PART 4 mark
observe VERB 2 xcomp
truces NOUN 4 obj
"""
STRIKE_CANCELS = """
Strikes NOUN 2 nsubj
cancelled VERB 0 root
flights NOUN 2 obj
"""
PUSHED_FOR = """
They PRON 2 nsubj
pushed VERB 0 root
for ADP 4 case
round NOUN 2 obl
of ADP 6 case
talks NOUN 4 nmod
"""
NOT_BEGUN = """
Police NOUN 4 nsubj
have AUX 4 aux
not PART 4 advmod
begun VERB 0 root
to PART 6 mark
search VERB 4 xcomp
"""


@pytest.mark.parametrize(
    ("table", "word", "given", "told"),
    [
        (DENIED_VERB, 4, "happened", "negated"),
        (NO_SUBJECT, 3, "happened", "negated"),
        (REFUSED, 3, "planned", "negated"),
        (CANCELLED, 1, "happened", "negated"),
        (NOT_IMPOSED, 1, "planned", "negated"),
        (THREATENED, 3, "planned", "threatened"),
        (TOLD, 1, "happened", "happened"),
        (DENIED_VERB, 4, "possible", "possible"),
        (CLAIMED, 3, "negated", "happened"),
        (DENIED, 3, "happened", "negated"),
        (CALLED_OFF, 4, "planned", "negated"),
        (CALLED, 3, "planned", "planned"),
        (MAY, 2, "planned", "possible"),
        (MAY, 5, "planned", "possible"),
        (MAY, 2, "threatened", "threatened"),
        (NOW, 2, "happened", "ongoing"),
        (BEING, 3, "happened", "ongoing"),
        (BEGAN, 3, "planned", "ongoing"),
        (NOT_BEGUN, 5, "planned", "negated"),
        (WHETHER, 4, "planned", "possible"),
        (POTENTIAL, 2, "planned", "possible"),
        (SHORT, 4, "happened", "negated"),
        (SHORT_OF_NOUN, 6, "happened", "negated"),
        (CONTINUE, 0, "happened", "ongoing"),
        (AWAITS, 2, "happened", "planned"),
        (UNDER, 3, "happened", "ongoing"),
        (WARRANT, 1, "happened", "demanded"),
        (WARRANT, 2, "happened", "demanded"),
        (WARRANT, 2, "negated", "negated"),
        (ROUND, 4, "planned", "possible"),
        (WILL_HOLD, 2, "happened", "planned"),
        (WILL_HOLD, 3, "happened", "planned"),
        (WILL_HOLD, 3, "negated", "negated"),
        (STRIKE_CANCELS, 0, "happened", "happened"),
        (PUSHED_FOR, 5, "planned", "demanded"),
        (HOLD_OFF, 4, "happened", "happened"),
        (REFUSES_TO_OBSERVE, 4, "possible", "negated"),
    ],
)
def test_words_that_plainly_say_the_status_go_before_the_answer_of_the_encoder(
    table: str, word: int, given: str, told: str
) -> None:
    assert status_told(parsed(table), word, word + 1, given) == told  # type: ignore[arg-type]


def test_the_words_that_tell_the_status_of_what_they_govern_are_sorted_and_told_once() -> None:
    table = rows("status_governors")
    assert list(table) == sorted(set(table))
    assert len({row[:2] for row in table}) == len(table)
    assert {row[1] for row in table} <= GOVERNED
    assert {row[2] for row in table} <= set(get_args(Status))


UNDONE = """
Guards NOUN 2 nsubj
refrained VERB 0 root
from SCONJ 4 mark
firing VERB 2 advcl
"""
CANCELLATION = """
The DET 2 det
cancellation NOUN 0 root
of ADP 5 case
the DET 5 det
visit NOUN 2 nmod
"""
COUP = """
A DET 4 det
failed VERB 4 amod
coup NOUN 4 compound
attempt NOUN 0 root
"""
YET = """
Orla PROPN 2 nsubj
has VERB 0 root
yet ADV 2 advmod
to PART 5 mark
sign VERB 2 xcomp
"""
NOBODY = """
Nobody PRON 2 nsubj
fired VERB 0 root
"""
NEVER_PLEDGED = """
Orla PROPN 3 nsubj
never ADV 3 advmod
pledged VERB 0 root
to PART 5 mark
attack VERB 3 xcomp
"""
NOT_CONDEMNED = """
Orla PROPN 4 nsubj
did AUX 4 aux
not PART 4 advmod
condemn VERB 0 root
the DET 6 det
raid NOUN 4 obj
"""


@pytest.mark.parametrize(
    ("table", "word"),
    [
        (UNDONE, 3), (CANCELLATION, 4), (COUP, 2), (COUP, 3), (YET, 4), (NOBODY, 1),
        (NEVER_PLEDGED, 4),
    ],
)  # fmt: skip
def test_what_is_kept_from_called_off_only_tried_or_done_by_nobody_is_negated(
    table: str, word: int
) -> None:
    assert status_told(parsed(table), word, word + 1, "happened") == "negated"


def test_what_somebody_does_not_speak_of_has_happened_all_the_same() -> None:
    assert status_told(parsed(NOT_CONDEMNED), 5, 6, "happened") == "happened"


IS_TO = """
Guards NOUN 5 nsubj:pass
are AUX 5 aux
to PART 5 mark
be AUX 5 aux:pass
placed VERB 0 root
"""
FOR_TO = """
calls NOUN 0 root
for SCONJ 6 mark
guards NOUN 6 nsubj:pass
to PART 6 mark
be AUX 6 aux:pass
placed VERB 1 acl
"""
SHOULD = """
They PRON 3 nsubj
should AUX 3 aux
leave VERB 0 root
"""
SHOULD_THEY = """
should AUX 3 aux
they PRON 3 nsubj
leave VERB 5 advcl
we PRON 5 nsubj
wait VERB 0 root
"""


def test_what_is_to_be_done_is_planned_and_what_should_be_done_demanded() -> None:
    assert status_told(parsed(IS_TO), 4, 5, "happened") == "planned"
    assert status_told(parsed(FOR_TO), 5, 6, "happened") == "happened"
    assert status_told(parsed(SHOULD), 2, 3, "possible") == "demanded"
    assert status_told(parsed(SHOULD), 2, 3, "negated") == "negated"
    assert status_told(parsed(SHOULD_THEY), 2, 3, "possible") == "possible"
