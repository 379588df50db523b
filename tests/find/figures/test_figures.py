"""Figures of frozen parses: bounds, measures, parts, scope, doubt, class and event."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import RULES, find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Statement
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
KILLED = """
Shelling shelling NOUN 2 nsubj
killed kill VERB 0 root
at at ADP 4 case
least least ADJ 5 advmod
14 14 NUM 6 nummod
people people NOUN 2 obj
and and CCONJ 8 cc
wounded wound VERB 2 conj
35 35 NUM 10 nummod
others other NOUN 8 obj
, , PUNCT 13 punct
including include VERB 13 case
two two NUM 15 nummod
police police NOUN 15 compound
officers officer NOUN 10 nmod
. . PUNCT 2 punct
"""
BRINGING = """
Four four NUM 3 nummod
more more ADJ 3 amod
guards guard NOUN 5 nsubj:pass
were be AUX 5 aux:pass
killed kill VERB 0 root
, , PUNCT 7 punct
bringing bring VERB 5 advcl
the the DET 9 det
toll toll NOUN 7 obj
to to ADP 11 case
17 17 NUM 7 obl
. . PUNCT 5 punct
"""
TAKEN = """
Raiders raider NOUN 2 nsubj
abducted abduct VERB 0 root
and and CCONJ 4 cc
{verb} {lemma} VERB 2 conj
70 70 NUM 6 nummod
villagers villager NOUN 2 obj
. . PUNCT 2 punct
"""
DOUBT = """
Militants militant NOUN 2 nsubj
killed kill VERB 0 root
nine nine NUM 4 nummod
soldiers soldier NOUN 2 obj
. . PUNCT 2 punct
The the DET 7 det
claim claim NOUN 11 nsubj:pass
could could AUX 11 aux
not not PART 11 advmod
be be AUX 11 aux:pass
verified verify VERB 0 root
. . PUNCT 11 punct
"""


def test_two_verbs_give_two_measures_and_the_part_hangs_on_the_nearer_figure(
    doc_of: Make, anchor: Mark
) -> None:
    of = Role("of", 5, 6, 0.9)
    doc = doc_of(
        KILLED,
        [anchor(2, 5, "killed", roles=[of]), anchor(8, 9, "injured"), anchor(12, 13, "injured")],
    )
    killed, hurt, police = find_figures(doc, (), ())
    assert (killed.quantity.text, killed.low, killed.high) == ("at least 14", 14, None)
    assert killed.of is not None and killed.of.text == "people"
    assert (hurt.measure, hurt.part_of) == ("injured", None)
    assert (police.low, police.part_of) == (2, hurt.id)
    assert [killed.id, hurt.id, police.id] == ["f1", "f2", "f3"]


def test_people_under_a_verb_of_harm_are_found_without_the_encoder(doc_of: Make) -> None:
    killed, hurt = find_figures(doc_of(KILLED), (), ())
    assert (killed.measure, killed.rule) == ("killed", "counted_object")
    assert (hurt.measure, hurt.low) == ("injured", 35)


def test_a_weak_measure_gives_way_to_the_construction(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(KILLED, [anchor(8, 9, "killed", score=0.4)])
    assert {f.low: f.measure for f in find_figures(doc, (), ())}[35] == "injured"


def test_what_a_toll_is_brought_to_is_a_total_that_holds_the_new_ones(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(BRINGING, [anchor(0, 1, "killed"), anchor(10, 11, "killed")])
    new, total = find_figures(doc, (), ())
    assert (new.low, new.scope, new.part_of) == (4, "event", total.id)
    assert (total.low, total.scope, total.part_of) == (17, "total", None)


def test_a_number_of_abducted_and_killed_is_two_figures(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(TAKEN.format(verb="killed", lemma="kill"), [anchor(4, 5, "taken")])
    assert [f.measure for f in find_figures(doc, (), ())] == ["taken", "killed"]


def test_a_number_of_abducted_or_killed_is_other(doc_of: Make, anchor: Mark) -> None:
    table = TAKEN.replace("and and", "or or").format(verb="killed", lemma="kill")
    assert [f.measure for f in find_figures(doc_of(table, [anchor(4, 5, "taken")]), (), ())] == [
        "other"
    ]


def test_a_number_of_dead_and_hurt_is_other(doc_of: Make, anchor: Mark) -> None:
    table = TAKEN.replace("abducted abduct", "killed kill").format(verb="wounded", lemma="wound")
    assert [f.measure for f in find_figures(doc_of(table, [anchor(4, 5, "killed")]), (), ())] == [
        "other"
    ]


def test_an_age_is_no_figure_whatever_the_encoder_says(doc_of: Make, anchor: Mark) -> None:
    table = """
    Amal amal PROPN 4 nsubj:pass
    , , PUNCT 3 punct
    34 34 NUM 1 appos
    , , PUNCT 3 punct
    died die VERB 0 root
    . . PUNCT 5 punct
    """
    assert not find_figures(doc_of(table, [anchor(2, 3, "killed")]), (), ())


def test_half_of_a_whole_is_read_from_the_whole(doc_of: Make, anchor: Mark) -> None:
    table = """
    half half NOUN 5 nsubj:pass
    of of ADP 4 case
    the the DET 4 det
    59 59 NUM 1 nmod
    left leave VERB 0 root
    """
    (figure,) = find_figures(doc_of(table, [anchor(0, 1, "freed")]), (), ())
    assert (figure.low, figure.high) == (29, 30)


def test_a_doubt_in_the_next_sentence_is_noted_on_the_figure(doc_of: Make, anchor: Mark) -> None:
    (figure,) = find_figures(doc_of(DOUBT, [anchor(2, 3, "killed")]), (), ())
    assert figure.unverified is not None and figure.unverified.text == "could not be verified"


def test_what_is_counted_has_a_class(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(DOUBT, [anchor(2, 3, "killed", roles=[Role("of", 3, 4, 0.9)])])
    assert find_figures(doc, (), ())[0].of_class == "soldier"


def test_a_figure_points_to_the_event_and_statement_that_it_comes_from(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(DOUBT, [anchor(2, 3, "killed")])
    text = doc.text
    event = Event(
        id="e1", trigger=Span.of(text, 10, 16), type="ASSAULT",
        actor=(Span.of(text, 0, 9),), target=(Span.of(text, 17, 30),),
    )  # fmt: skip
    said = Statement(
        id="s1", source=None, cue=Span.of(text, 0, 9), content=(Span.of(text, 10, 30),)
    )
    (figure,) = find_figures(doc, (said,), (event,))
    assert (figure.event, figure.statement) == ("e1", "s1")
    assert figure.by is not None and figure.by.text == "Militants"


def test_no_event_of_a_fitting_kind_gives_no_event(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(DOUBT, [anchor(2, 3, "killed")])
    event = Event(id="e1", trigger=Span.of(doc.text, 10, 16), type="CONSULT")
    assert find_figures(doc, (), (event,))[0].event is None


def test_every_rule_says_what_it_finds_with_an_example() -> None:
    for rule in RULES:
        assert rule.__doc__ and '"' in rule.__doc__


def test_the_verb_right_before_a_number_outweighs_the_encoder(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(KILLED, [anchor(8, 9, "killed", score=0.9)])
    assert {f.low: f.measure for f in find_figures(doc, (), ())}[35] == "injured"


def test_those_who_are_only_targeted_are_no_figure_of_harm(doc_of: Make, anchor: Mark) -> None:
    table = """
    Troops troop NOUN 2 nsubj
    targeted target VERB 0 root
    two two NUM 4 nummod
    commanders commander NOUN 2 obj
    . . PUNCT 2 punct
    """
    assert not find_figures(doc_of(table, [anchor(2, 3, "killed")]), (), ())


def test_a_list_of_parts_goes_on_but_a_clause_of_its_own_does_not(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    Nine nine NUM 2 nummod
    people people NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    killed kill VERB 0 root
    , , PUNCT 8 punct
    including include VERB 8 case
    three three NUM 8 nummod
    nurses nurse NOUN 2 nmod
    and and CCONJ 11 cc
    two two NUM 11 nummod
    children child NOUN 8 conj
    , , PUNCT 16 punct
    and and CCONJ 16 cc
    six six NUM 16 nsubj:pass
    were be AUX 16 aux:pass
    injured injure VERB 4 conj
    . . PUNCT 4 punct
    """
    marks = [(0, "killed"), (6, "killed"), (9, "injured"), (13, "injured")]
    doc = doc_of(table, [anchor(at, at + 1, measure) for at, measure in marks])
    found = find_figures(doc, (), ())
    assert [f.part_of for f in found] == [None, "f1", "f1", None]
    assert [f.measure for f in found] == ["killed", "killed", "killed", "injured"]


def test_what_the_next_sentence_brings_the_toll_to_holds_the_new_ones(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    Four four NUM 2 nsubj
    died die VERB 0 root
    . . PUNCT 2 punct
    This this PRON 5 nsubj
    brings bring VERB 0 root
    the the DET 7 det
    toll toll NOUN 5 obj
    to to ADP 9 case
    17 17 NUM 5 obl
    . . PUNCT 5 punct
    """
    doc = doc_of(table, [anchor(0, 1, "killed"), anchor(8, 9, "killed")])
    assert [f.part_of for f in find_figures(doc, (), ())] == ["f2", None]


def test_a_risen_toll_holds_the_one_it_rose_by(doc_of: Make, anchor: Mark) -> None:
    table = """
    The the DET 2 det
    toll toll NOUN 3 nsubj
    rises rise VERB 0 root
    to to ADP 5 case
    six six NUM 3 obl
    after after SCONJ 9 mark
    a a DET 8 det
    woman woman NOUN 9 nsubj
    dies die VERB 3 advcl
    . . PUNCT 3 punct
    """
    doc = doc_of(table, [anchor(4, 5, "killed"), anchor(6, 7, "killed")])
    assert [f.part_of for f in find_figures(doc, (), ())] == [None, "f1"]


def test_six_of_the_14_are_a_part_of_them(doc_of: Make, anchor: Mark) -> None:
    table = """
    Six six NUM 5 nsubj
    of of ADP 4 case
    the the DET 4 det
    14 14 NUM 1 nmod
    died die VERB 0 root
    . . PUNCT 5 punct
    """
    doc = doc_of(table, [anchor(0, 1, "killed"), anchor(3, 4, "held")])
    assert [f.part_of for f in find_figures(doc, (), ())] == ["f2", None]


def test_a_link_of_the_encoder_is_followed_when_it_is_sure(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(2, 5, "killed"), anchor(8, 9, "injured")]
    sure = find_figures(doc_of(KILLED, marks, {8: (2, 0.9)}), (), ())
    unsure = find_figures(doc_of(KILLED, marks, {8: (2, 0.6)}), (), ())
    assert [f.part_of for f in sure[:2]] == [None, "f1"]
    assert [f.part_of for f in unsure[:2]] == [None, None]


def test_a_recent_stretch_of_time_makes_a_window_and_a_start_a_total(
    doc_of: Make, anchor: Mark
) -> None:
    window = """
    Nine nine NUM 2 nsubj
    died die VERB 0 root
    in in ADP 6 case
    the the DET 6 det
    past past ADJ 6 amod
    week week NOUN 2 obl
    . . PUNCT 2 punct
    """
    total = window.replace("in in ADP", "since since ADP").replace(
        "past past ADJ", "start start ADJ"
    )
    for table, scope in ((window, "window"), (total, "total")):
        assert find_figures(doc_of(table, [anchor(0, 1, "killed")]), (), ())[0].scope == scope


def test_the_day_of_a_single_attack_makes_no_total(doc_of: Make, anchor: Mark) -> None:
    table = """
    Nine nine NUM 2 nsubj
    died die VERB 0 root
    in in ADP 7 case
    last last ADJ 5 amod
    week week NOUN 7 nmod:poss
    's 's PART 5 case
    raid raid NOUN 2 obl
    . . PUNCT 2 punct
    """
    for told, scope in ((table, "event"), (table.replace("raid", "fighting"), "window")):
        mark = anchor(0, 1, "killed", scope="total", roles=[Role("time", 3, 5, 0.9)])
        assert find_figures(doc_of(told, [mark]), (), ())[0].scope == scope


def test_those_feared_dead_are_possible(doc_of: Make, anchor: Mark) -> None:
    table = """
    Forty forty NUM 2 nummod
    people people NOUN 4 nsubj:pass
    are be AUX 4 aux:pass
    feared fear VERB 0 root
    dead dead ADJ 4 xcomp
    . . PUNCT 4 punct
    """
    assert find_figures(doc_of(table, [anchor(0, 1, "killed")]), (), ())[0].status == "possible"


def test_weapons_that_hit_and_harm_that_is_denied_are_found_without_the_encoder(
    doc_of: Make,
) -> None:
    table = """
    Three three NUM 2 nummod
    drones drone NOUN 3 nsubj
    hit hit VERB 0 root
    it it PRON 3 obj
    without without ADP 7 case
    any any DET 7 det
    casualties casualty NOUN 3 obl
    . . PUNCT 3 punct
    """
    drones, none = find_figures(doc_of(table), (), ())
    assert (drones.measure, drones.low, drones.rule) == ("launched", 3, "hitting_weapons")
    assert (none.measure, none.low, none.high, none.rule) == ("other", 0, 0, "no_harm")


def test_a_number_of_deaths_and_a_bare_number_of_dead_are_found(doc_of: Make) -> None:
    table = """
    It it PRON 2 nsubj
    caused cause VERB 0 root
    12 12 NUM 4 nummod
    deaths death NOUN 2 obj
    and and CCONJ 6 cc
    left leave VERB 2 conj
    20 20 NUM 6 obj
    missing missing ADJ 6 xcomp
    . . PUNCT 2 punct
    """
    found = find_figures(doc_of(table), (), ())
    assert [(f.low, f.measure) for f in found] == [(12, "killed"), (20, "missing")]


def test_what_is_counted_keeps_its_phrase_with_of(doc_of: Make, anchor: Mark) -> None:
    table = """
    Two two NUM 2 nummod
    members member NOUN 6 nsubj
    of of ADP 5 case
    the the DET 5 det
    council council NOUN 2 nmod
    died die VERB 0 root
    . . PUNCT 6 punct
    """
    doc = doc_of(table, [anchor(0, 1, "killed", roles=[Role("of", 1, 2, 0.9)])])
    of = find_figures(doc, (), ())[0].of
    assert of is not None and of.text == "members of the council"


def test_damaged_or_destroyed_is_struck_and_shot_down_is_intercepted(
    doc_of: Make, anchor: Mark
) -> None:
    damaged = TAKEN.replace("abducted abduct", "damaged damage").replace("and and", "or or")
    downed = TAKEN.replace("abducted abduct", "intercepted intercept")
    for table, measure in ((damaged, "struck"), (downed, "intercepted")):
        doc = doc_of(table.format(verb="destroyed", lemma="destroy"), [anchor(4, 5, measure)])
        assert [f.measure for f in find_figures(doc, (), ())] == [measure]
