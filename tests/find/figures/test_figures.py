"""Figures of frozen parses: bounds, measures, parts, scope, doubt, class and event."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import RULES, find_figures
from sayso.find.figures.told import with_dates
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Figure, Statement
from sayso.record.grounding import When
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


def test_the_dates_of_a_window_come_from_its_grounded_time() -> None:
    figure = Figure(
        id="f1", quantity=Span(0, 2, "12"), low=12, high=12, scope="window",
        when=When("2024-03-01", "2024-03-02"),
    )  # fmt: skip
    assert (with_dates(figure).since, with_dates(figure).until) == ("2024-03-01", "2024-03-02")


def test_every_rule_says_what_it_finds_with_an_example() -> None:
    for rule in RULES:
        assert rule.__doc__ and '"' in rule.__doc__
