"""Who travels, who receives, and the visits that the tree alone tells."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.events import find_events
from sayso.find.events.learned import learned_events, told_visits
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Statement
from sayso.record.span import Span

RECEIVED = """
Roe PROPN 3 nsubj:pass Person
was AUX 3 aux:pass
received VERB 0 root
in ADP 5 case
Orla PROPN 3 obl Location
by ADP 8 case
Minister NOUN 8 nmod:desc
Lund PROPN 3 obl:agent Person
on ADP 10 case
Monday PROPN 3 obl Date
"""
ACTIVE = """
Lund PROPN 2 nsubj Person
hosted VERB 0 root
Roe PROPN 2 obj Person
in ADP 5 case
Orla PROPN 2 obl Location
"""
DUE = """
Orla PROPN 4 nsubj Location
Roe PROPN 4 nsubj Person
is AUX 4 cop
due ADJ 0 root
in ADP 6 case
Brest PROPN 4 obl Location
"""
TO_SIGN = """
Roe PROPN 3 nsubj:pass Person
is AUX 3 aux:pass
expected VERB 0 root
in ADP 5 case
Brest PROPN 3 obl Location
to PART 7 mark
sign VERB 3 xcomp
"""
END = """
Roe PROPN 3 nsubj Person
will AUX 3 aux
end VERB 0 root
her PRON 5 nmod:poss
trip NOUN 3 obj
in ADP 7 case
Orla PROPN 5 nmod Location
next ADJ 9 amod
week NOUN 3 obl:unmarked
"""
ONWARD = """
Roe PROPN 2 nsubj Person
held VERB 0 root
talks NOUN 2 obj
before SCONJ 5 mark
flying VERB 2 advcl _ VerbForm=Part|Tense=Pres
on ADV 5 compound:prt
to ADP 8 case
Orla PROPN 5 obl Location
"""
TOOK = """
A DET 2 det
tour NOUN 10 nsubj
that PRON 4 nsubj
took VERB 2 acl:relcl
Roe PROPN 4 obj Person
from ADP 7 case
Orla PROPN 4 obl Location
to ADP 9 case
Brest PROPN 4 obl Location
ended VERB 0 root
"""
WHO_MET = """
Roe PROPN 6 nsubj Person
·, PUNCT 3 punct
who PRON 4 nsubj
met VERB 1 acl:relcl
Lund PROPN 4 obj Person
flew VERB 0 root
to ADP 8 case
Orla PROPN 6 obl Location
with ADP 10 case
Grane PROPN 6 obl Person
"""
HE = """
He PRON 2 nsubj
came VERB 6 ccomp
to ADP 4 case
Orla PROPN 2 obl Location
Roe PROPN 6 nsubj Person
said VERB 0 root
"""

TO_SEE = """
In ADP 2 case
Orla PROPN 6 obl Location
Roe PROPN 6 nsubj Person
is AUX 6 aux
to PART 6 mark
see VERB 0 root
Lund PROPN 6 obj Person
"""
ON_HIS_WAY = """
Roe PROPN 2 nsubj Person
met VERB 0 root
Lund PROPN 2 obj Person
and CCONJ 8 cc
was AUX 8 cop
on ADP 8 case
his PRON 8 nmod:poss
way NOUN 2 conj
to ADP 10 case
Orla PROPN 8 nmod Location
"""
WHERE = """
Roe PROPN 2 nsubj Person
left VERB 0 root
Orla PROPN 2 obj Location
on ADP 5 case
Monday PROPN 2 obl Date
·, PUNCT 10 punct
where ADV 10 advmod
he PRON 10 nsubj:pass
was AUX 10 aux:pass
hosted VERB 3 acl:relcl
by ADP 12 case
Lund PROPN 10 obl:agent Person
"""
CAPITAL = """
Roe PROPN 3 nsubj:pass Person
was AUX 3 aux:pass
received VERB 0 root
in ADP 7 case
the DET 7 det
Suvrian ADJ 7 amod NORP
capital NOUN 3 obl
by ADP 9 case
Lund PROPN 3 obl:agent Person
"""
DATELINE = """
BREST PROPN 4 nsubj Location
- PUNCT 1 punct
Roe PROPN 4 nsubj Person
flew VERB 0 root
to ADP 6 case
Orla PROPN 4 obl Location
"""
FROM = """
Roe PROPN 2 nsubj Person
arrived VERB 0 root
from ADP 4 case
Orla PROPN 2 obl Location
"""

BEEN = """
Roe PROPN 4 nsubj Person
was AUX 4 cop
in ADP 4 case
Orla PROPN 0 root Location
on ADP 6 case
Monday PROPN 4 obl Date
and CCONJ 11 cc
will AUX 11 aux
be AUX 11 cop
in ADP 11 case
Brest PROPN 4 conj Location
on ADP 13 case
Friday PROPN 11 obl Date
"""
TOOK_IN = """
Her PRON 2 nmod:poss
tour NOUN 4 nsubj
will AUX 4 aux
take VERB 0 root
in ADP 6 case
Orla PROPN 4 obl Location
and CCONJ 8 cc
Brest PROPN 6 conj Location
"""
CONTINUES = """
Roe PROPN 2 nsubj Person
continues VERB 0 root _ Tense=Pres|VerbForm=Fin
to ADP 4 case
Orla PROPN 2 obl Location
on ADP 6 case
Monday PROPN 2 obl Date
"""
DETOUR = """
a DET 2 det
detour NOUN 9 nsubj
to ADP 4 case
Orla PROPN 2 nmod Location
is AUX 9 cop
not PART 9 advmod
on ADP 9 case
the DET 9 det
cards NOUN 0 root
"""


def anchor(at: int, *roles: Role, label: str = "CONSULT", status: str = "happened") -> Anchor:
    labels = {"status": {status: 1.0}, "mode": {"CONSULT/visit": 1.0}}
    return Anchor("event", at, at + 1, label, 0.9, roles, labels)


def learned(table: str, marked: Anchor) -> Event:
    (event,) = learned_events(parsed(table, {"event": [marked]}))
    return event


def parts(event: Event) -> tuple[list[str], list[str], str | None]:
    place = event.place.text if event.place else None
    return [s.text for s in event.actor], [s.text for s in event.target], place


def told(table: str, *marked: Anchor) -> list[tuple[str, str, str | None, str, str | None]]:
    found = told_visits(parsed(table, {"event": list(marked)}))
    return [
        (e.trigger.text, e.actor[0].text, e.place and e.place.text, e.status,
         e.time.text if e.time else None)
        for e in found
    ]  # fmt: skip


def test_whoever_is_received_travels_and_whoever_receives_is_visited() -> None:
    marked = anchor(2, Role("actor", 7, 8, 0.9), Role("place", 4, 5, 0.9))
    assert parts(learned(RECEIVED, marked)) == (["Roe"], ["Minister Lund"], "Orla")
    marked = anchor(1, Role("actor", 0, 1, 0.9), Role("actor", 2, 3, 0.9))
    assert parts(learned(ACTIVE, marked))[:2] == (["Roe"], ["Lund"])


def test_a_person_welcomed_at_a_place_is_on_a_visit_there_whatever_else_it_was_taken_for() -> None:
    marked = anchor(2, Role("target", 0, 1, 0.9), Role("place", 4, 5, 0.9), label="SUPPORT")
    event = learned(RECEIVED.replace("received", "welcomed"), marked)
    assert (event.type, event.mode, parts(event)[0]) == ("CONSULT", "visit", ["Roe"])


def test_a_reception_that_nothing_marks_is_told_by_the_tree() -> None:
    assert told(RECEIVED) == [("received", "Roe", "Orla", "happened", "on Monday")]
    assert told(RECEIVED.replace("Orla PROPN 3 obl Location", "Orla PROPN 3 obl")) == []
    assert told(RECEIVED.replace("Roe PROPN 3 nsubj:pass Person", "Grain NOUN 3 nsubj:pass")) == []


def test_a_person_expected_in_a_place_will_visit_it_but_one_expected_to_act_there_will_not() -> (
    None
):
    assert told(DUE) == [("due", "Roe", "Brest", "planned", None)]
    assert told(TO_SIGN) == []


def test_a_trip_that_will_end_in_a_place_leads_there() -> None:
    assert told(END) == [("trip", "Roe", "Orla", "planned", "next week")]
    assert learned(END, anchor(4, Role("actor", 0, 1, 0.9))).status == "planned"


def test_the_way_on_after_talks_is_a_visit_as_sure_as_they_are() -> None:
    assert told(ONWARD) == []
    for status in ("happened", "planned"):
        found = told(ONWARD, anchor(2, status=status))
        assert found == [("flying", "Roe", "Orla", status, None)]


def test_a_tour_that_takes_somebody_from_one_place_to_another_leads_to_both() -> None:
    marked = anchor(1, Role("target", 4, 5, 0.9))
    assert parts(learned(TOOK, marked)) == (["Roe"], ["Orla", "Brest"], None)


def test_whom_a_clause_about_the_traveller_names_does_not_go_along() -> None:
    marked = anchor(5, *(Role("actor", i, i + 1, 0.9) for i in (0, 4, 9)))
    assert parts(learned(WHO_MET, marked))[0] == ["Roe", "Grane"]


def test_he_is_the_person_who_says_so_where_nobody_stands_before_him() -> None:
    for table, who in ((HE, "Roe"), (HE.replace("Person", "Organization"), "He")):
        doc = parsed(table, {"event": [anchor(1, Role("actor", 0, 1, 0.9))]})
        at, content = doc.text.index("Roe"), Span(0, 15, doc.text[:15])
        said = Statement("s1", Span(at, at + 3, "Roe"), Span(at + 4, at + 8, "said"), (content,))
        (event,) = find_events(doc, [said])
        assert [s.text for s in event.actor] == [who]


def test_whom_a_visit_is_paid_to_does_not_travel() -> None:
    marked = anchor(5, Role("actor", 2, 3, 0.9), Role("actor", 6, 7, 0.9), status="planned")
    assert parts(learned(TO_SEE, marked))[:2] == (["Roe"], ["Lund"])
    marked = anchor(5, Role("actor", 6, 7, 0.9), status="planned")
    assert parts(learned(TO_SEE, marked))[:2] == (["Roe"], ["Lund"])


def test_who_is_met_before_the_way_on_does_not_go_along() -> None:
    marked = anchor(7, Role("actor", 0, 1, 0.9), Role("actor", 2, 3, 0.9))
    assert parts(learned(ON_HIS_WAY, marked))[0] == ["Roe"]


def test_where_stands_for_the_place_named_just_before_it() -> None:
    assert told(WHERE) == [("hosted", "Roe", "Orla", "happened", None)]
    assert parts(learned(WHERE, anchor(9)))[2] == "Orla"


def test_the_capital_of_a_state_is_a_named_place() -> None:
    assert told(CAPITAL) == [("received", "Roe", "the Suvrian capital", "happened", None)]
    assert told(CAPITAL.replace("Suvrian ADJ 7 amod NORP", "old ADJ 7 amod")) == []


def test_a_dateline_before_the_subject_does_nothing() -> None:
    assert parts(learned(DATELINE, anchor(3))) == (["Roe"], [], "Orla")


def test_the_place_that_one_comes_from_is_not_where_a_visit_is() -> None:
    assert parts(learned(FROM, anchor(1, Role("place", 3, 4, 0.9))))[2] is None


def test_who_is_told_to_be_in_a_place_on_a_day_is_on_a_visit_there() -> None:
    assert told(BEEN) == [
        ("was", "Roe", "Orla", "happened", "on Monday"),
        ("be", "Roe", "Brest", "planned", "on Friday"),
    ]  # fmt: skip
    assert told(BEEN.replace("Roe PROPN 4 nsubj Person", "Grain NOUN 4 nsubj")) == []
    assert [t[0] for t in told(BEEN.replace("Monday PROPN 4 obl Date", "foot NOUN 4 obl"))] == [
        "be"
    ]


def test_who_goes_to_a_place_on_a_day_is_on_a_visit_there_though_nothing_marks_it() -> None:
    assert told(CONTINUES) == [("continues", "Roe", "Orla", "happened", "on Monday")]
    assert told(CONTINUES.replace("Monday PROPN 2 obl Date", "foot NOUN 2 obl")) == []


def test_a_tour_that_will_take_somebody_to_places_is_yet_to_come() -> None:
    assert learned(TOOK, anchor(1)).status == "happened"
    assert (
        learned(TOOK.replace("that PRON 4 nsubj", "will AUX 4 aux"), anchor(1)).status == "planned"
    )


def test_a_tour_that_takes_in_several_places_leads_to_all() -> None:
    (event,) = told_visits(parsed(TOOK_IN))
    assert parts(event)[:2] == (["Her"], ["Orla", "Brest"])
    assert event.status == "planned"


def test_a_detour_that_is_not_on_the_cards_is_a_visit_that_will_not_be() -> None:
    for table in (DETOUR, DETOUR.replace("not PART 9 advmod", "off ADP 9 case")):
        event = learned(table, anchor(1, label="COERCE", status="ongoing"))
        assert (event.type, event.mode, event.status) == ("CONSULT", "visit", "negated")
