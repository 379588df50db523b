"""What is only due, feared, talked of, seen to or said to be possible."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.find.events.statuses import status_told
from sayso.language.anchors import Anchor
from sayso.record.vocabulary import Status

DUE = """
Strikes NOUN 4 nsubj
{be} AUX 4 cop
to PART 4 mark
{verb} VERB 0 root
"""
FEAR = """
Roe PROPN 2 nsubj Person
fled VERB 0 root
in ADP 4 case
{noun} NOUN 2 obl
of ADP 6 case
arrest NOUN 4 nmod
"""
TRUCE = """
Truces NOUN 2 nsubj
remained VERB 0 root
{how} ADJ 2 xcomp
"""
DISCUSS = """
Roe PROPN 2 nsubj Person
{verb} VERB 0 root
truces NOUN 2 obj
"""
COMMENT = """
Roe PROPN 2 nsubj Person
declined VERB 0 root
to PART 4 mark
{verb} VERB 2 xcomp
on ADP 6 case
claims NOUN 4 obl
that SCONJ 9 mark
police NOUN 9 nsubj
shot VERB 6 acl
monks NOUN 9 obj
"""
ENSURE = """
Roe PROPN 2 nsubj Person
urged VERB 0 root
Orla PROPN 2 iobj
to PART 5 mark
{verb} VERB 2 xcomp
thieves NOUN 8 nsubj:pass
are AUX 8 aux:pass
tried VERB 5 ccomp
"""
VISIT = """
Roe PROPN 5 nsubj Person
{be} AUX 5 cop
on ADP 5 case
a DET 5 det
visit NOUN 0 root
"""
URGED = """
Roe PROPN 2 nsubj Person
{verb} VERB 0 root
monks NOUN 2 iobj
not PART 6 advmod
to PART 6 mark
fight VERB 2 xcomp
"""


CRIME = """
{det} DET 2 det
raids NOUN 4 nsubj
may AUX 4 aux
{verb} VERB 0 root
crimes NOUN 4 obj
"""
PLAN = """
the DET 2 det
{noun} NOUN 0 root
to PART 4 mark
leave VERB 2 acl
"""
PLANNING = """
Rebels NOUN 2 nsubj
{verb} VERB 0 root
{det} DET 4 det
attacks NOUN 2 obj
"""
PREPARING = """
Rebels NOUN 3 nsubj
{aux} AUX 3 aux
preparing VERB 0 root
attacks NOUN 3 obj
"""
APART = """
{det} DET 2 det
truce NOUN 6 nsubj:pass
signed VERB 2 acl _ Tense=Past|VerbForm=Part
was AUX 6 aux:pass
{never} ADV 6 advmod
observed VERB 0 root
"""
HOPES = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
to PART 4 mark
leave VERB 2 xcomp
"""
PLANNED = """
a DET 3 det
{how} ADJ 3 amod
visit NOUN 0 root
"""
NEITHER = """
Neither DET 2 det
side NOUN 3 nsubj
kept VERB 0 root
"""
DAY = """
Roe PROPN 2 nsubj Person
called VERB 0 root
for ADP 5 case
a DET 5 det
{day} NOUN 2 obl
of ADP 7 case
strikes NOUN 5 nmod
"""
IF = """
Roe PROPN 3 nsubj Person
{would} AUX 3 aux
quit VERB 0 root
{mark} SCONJ 6 mark
it PRON 6 nsubj
agreed VERB 3 advcl
"""
FEARED = """
Monks NOUN 2 nsubj
{fear} VERB 0 root
that SCONJ 6 mark
raids NOUN 6 nsubj
{could} AUX 6 aux
spread VERB 2 ccomp
"""
AWAITED = """
Roe PROPN 3 nsubj:pass Person
is AUX 3 aux:pass
{verb} VERB 0 root
in ADP 5 case
Orla PROPN 3 obl Location
"""
TO_HAVE = """
truces NOUN 5 nsubj
{were} AUX 5 aux
to PART 5 mark
have AUX 5 aux
lapsed VERB 0 root
"""
EXPECTED = """
Orla PROPN 3 nsubj:pass Location
is AUX 3 aux:pass
{verb} VERB 0 root
to PART 5 mark
bomb VERB 3 xcomp
Lund PROPN 5 obj Location
"""


@pytest.mark.parametrize(
    ("table", "at", "status", "told"),
    [
        (DUE.format(be="are", verb="resume"), 0, "ongoing", "planned"),
        (DUE.format(be="had", verb="resume"), 0, "happened", "happened"),
        (DUE.format(be="are", verb="harm"), 0, "happened", "happened"),
        (FEAR.format(noun="fear"), 5, "happened", "possible"),
        (FEAR.format(noun="time"), 5, "happened", "happened"),
        (TRUCE.format(how="possible"), 0, "planned", "possible"),
        (TRUCE.format(how="impossible"), 0, "planned", "planned"),
        (DISCUSS.format(verb="discuss"), 2, "planned", "possible"),
        (DISCUSS.format(verb="discussed"), 2, "happened", "happened"),
        (DISCUSS.format(verb="sign"), 2, "planned", "planned"),
        (COMMENT.format(verb="comment"), 8, "negated", "happened"),
        (COMMENT.format(verb="rule"), 8, "negated", "negated"),
        (ENSURE.format(verb="ensure"), 7, "happened", "demanded"),
        (ENSURE.format(verb="report"), 7, "happened", "happened"),
        (VISIT.format(be="is"), 4, "planned", "ongoing"),
        (VISIT.format(be="was"), 4, "happened", "happened"),
        (
            CRIME.format(det="such", verb="constitute").replace("det", "amod"),
            1,
            "happened",
            "possible",
        ),
        (CRIME.format(det="the", verb="constitute"), 1, "happened", "happened"),
        (PLAN.format(noun="pledge"), 3, "happened", "planned"),
        (PLAN.format(noun="decision"), 3, "happened", "happened"),
        (PLANNING.format(verb="planned", det="some"), 3, "happened", "planned"),
        (PLANNING.format(verb="planned", det="the"), 3, "happened", "happened"),
        (PLANNING.format(verb="launched", det="some"), 3, "happened", "happened"),
        (PLANNING.format(verb="preparing", det="the"), 3, "ongoing", "planned"),
        (PREPARING.format(aux="is"), 3, "possible", "planned"),
        (PREPARING.format(aux="may"), 3, "possible", "possible"),
        (APART.format(det="the", never="never"), 2, "negated", "happened"),
        (APART.format(det="no", never="ever"), 2, "negated", "negated"),
        (APART.format(det="the", never="ever"), 2, "negated", "negated"),
        (HOPES.format(verb="hopes"), 3, "planned", "possible"),
        (HOPES.format(verb="plans"), 3, "planned", "planned"),
        (PLAN.format(noun="way"), 3, "happened", "happened"),
        (PLANNED.format(how="planned"), 2, "happened", "planned"),
        (PLANNED.format(how="short"), 2, "happened", "happened"),
        (NEITHER, 2, "happened", "negated"),
        (DAY.format(day="day"), 6, "happened", "demanded"),
        (DAY.format(day="list"), 6, "happened", "happened"),
        (URGED.format(verb="urged"), 5, "threatened", "negated"),
        (URGED.format(verb="saw"), 5, "threatened", "threatened"),
        (URGED.format(verb="told"), 5, "demanded", "negated"),
        (URGED.format(verb="told"), 5, "negated", "negated"),
        (URGED.format(verb="saw"), 5, "demanded", "demanded"),
        (IF.format(would="would", mark="if"), 5, "happened", "possible"),
        (IF.format(would="has", mark="if"), 5, "happened", "happened"),
        (IF.format(would="would", mark="since"), 5, "happened", "happened"),
        (IF.format(would="will", mark="if"), 5, "demanded", "demanded"),
        (FEARED.format(fear="fear", could="could"), 3, "ongoing", "possible"),
        (FEARED.format(fear="warned", could="would"), 3, "happened", "possible"),
        (FEARED.format(fear="warned", could="had"), 3, "happened", "happened"),
        (FEARED.format(fear="said", could="would"), 3, "happened", "happened"),
        (AWAITED.format(verb="expected"), 2, "ongoing", "planned"),
        (AWAITED.format(verb="welcomed"), 2, "happened", "happened"),
        (TO_HAVE.format(were="were"), 4, "happened", "negated"),
        (TO_HAVE.format(were="seem"), 4, "happened", "happened"),
        (EXPECTED.format(verb="expected"), 4, "threatened", "planned"),
        (EXPECTED.format(verb="urged"), 4, "threatened", "threatened"),
    ],
)
def test_words_over_or_beside_a_trigger_say_how_far_it_has_come(
    table: str, at: int, status: Status, told: Status
) -> None:
    assert status_told(parsed(table), at, at + 1, status) == told


CONDITION = """
Orla PROPN 3 nsubj Location
{aux} AUX 3 aux
quit VERB 0 root
{even} ADV 7 advmod
{mark} SCONJ 7 mark
Lund PROPN 7 nsubj Location
called VERB 3 advcl
"""


@pytest.mark.parametrize(
    ("aux", "even", "mark", "status", "told"),
    [
        ("would", "only", "if", "planned", "possible"),
        ("will", "only", "if", "planned", "possible"),
        ("will", "even", "if", "planned", "planned"),
        ("will", "only", "when", "planned", "planned"),
        ("would", "only", "if", "threatened", "threatened"),
    ],
)
def test_what_would_follow_under_a_condition_is_possible(
    aux: str, even: str, mark: str, status: Status, told: Status
) -> None:
    doc = parsed(CONDITION.format(aux=aux, even=even, mark=mark))
    assert status_told(doc, 2, 3, status) == told


@pytest.mark.parametrize(
    ("kind", "told"), [("REQUEST", "possible"), ("RETREAT", "demanded"), ("CONCEDE", "demanded")]
)
def test_a_demand_that_is_a_condition_is_possible_and_what_is_asked_for_demanded(
    kind: str, told: Status
) -> None:
    labels = {"status": {"demanded": 1.0}, "mode": {"none": 1.0}}
    mark = Anchor("event", 6, 7, kind, 0.9, (), labels)
    table = CONDITION.format(aux="would", even="only", mark="if")
    (found,) = learned_events(parsed(table, {"event": [mark]}))
    assert found.status == told


@pytest.mark.parametrize(
    ("verb", "kind", "told"),
    [
        ("collapsed", "RETREAT", "negated"),
        ("held", "RETREAT", "happened"),
        ("collapsed", "ASSAULT", "happened"),
    ],
)
def test_a_truce_that_collapsed_is_negated(verb: str, kind: str, told: Status) -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    mark = Anchor("event", 1, 2, kind, 0.9, (), labels)
    table = f"truces NOUN 2 nsubj\n{verb} VERB 0 root"
    (found,) = learned_events(parsed(table, {"event": [mark]}))
    assert found.status == told
