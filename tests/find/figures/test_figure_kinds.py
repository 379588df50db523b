"""Figures of frozen parses: verbs of their own, scraps, lists, strikes, crews, places."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.language.spans import span_of
from sayso.record.findings import Event

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]


def test_a_verb_with_a_number_of_its_own_does_not_share_the_other_s(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(
        """
        Seven seven NUM 2 nummod
        people people NOUN 4 nsubj:pass
        were be AUX 4 aux:pass
        killed kill VERB 0 root
        and and CCONJ 7 cc
        34 34 NUM 7 obj
        wounded wound VERB 4 conj
        . . PUNCT 4 punct
        """,
        [anchor(0, 1, "killed"), anchor(5, 6, "injured")],
    )
    assert [f.measure for f in find_figures(doc, (), ())] == ["killed", "injured"]


def test_a_part_with_a_verb_of_its_own_keeps_what_that_verb_says(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(
        """
        It it PRON 2 nsubj
        received receive VERB 0 root
        179 179 NUM 4 nummod
        wounded wounded NOUN 2 obj
        , , PUNCT 9 punct
        23 23 NUM 9 nsubj
        of of ADP 8 case
        whom who PRON 6 nmod
        died die VERB 4 acl:relcl
        . . PUNCT 2 punct
        """,
        [anchor(2, 3, "injured"), anchor(5, 6, "injured")],
    )
    whole, part = find_figures(doc, (), ())
    assert (part.part_of, whole.measure, part.measure) == (whole.id, "injured", "killed")


def test_a_linked_whole_is_not_less_than_its_part(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        Drones drone NOUN 2 nsubj
        hit hit VERB 0 root
        36 36 NUM 4 nummod
        towns town NOUN 2 obj
        and and CCONJ 6 cc
        fired fire VERB 2 conj
        77 77 NUM 8 nummod
        rockets rocket NOUN 6 obj
        . . PUNCT 2 punct
        """,
        [anchor(2, 3, "struck"), anchor(6, 7, "launched")],
        {6: (2, 0.95)},
    )
    assert [f.part_of for f in find_figures(doc, (), ())] == [None, None]


def test_a_scrap_of_a_role_is_made_its_whole_phrase(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        On on ADP 2 case
        Friday Friday PROPN 4 obl
        shelling shelling NOUN 4 nsubj
        killed kill VERB 0 root
        12 12 NUM 8 nummod
        of of ADP 8 case
        the the DET 8 det
        miners miner NOUN 4 obj
        in in ADP 11 case
        six six NUM 11 nummod
        towns town NOUN 4 obl
        . . PUNCT 4 punct
        """,
        [
            anchor(
                4,
                5,
                "killed",
                roles=[
                    Role("time", 0, 1, 0.6),
                    Role("of", 6, 7, 0.7),
                    Role("place", 10, 11, 0.7),
                ],
            )
        ],
    )
    (found,) = find_figures(doc, (), ())
    assert (found.time, found.of, found.place) == (
        span_of(doc, 0, 2),
        span_of(doc, 6, 8),
        span_of(doc, 9, 11),
    )


def test_things_of_one_list_have_the_measure_of_its_first(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        Jets jet NOUN 2 nsubj
        destroyed destroy VERB 0 root
        six six NUM 4 nummod
        stills still NOUN 2 obj
        , , PUNCT 7 punct
        three three NUM 7 nummod
        caches cache NOUN 4 conj
        and and CCONJ 10 cc
        two two NUM 10 nummod
        bridges bridge NOUN 4 conj
        . . PUNCT 2 punct
        """,
        [anchor(2, 3, "destroyed"), anchor(5, 6, "struck"), anchor(8, 9, "launched")],
    )
    assert [f.measure for f in find_figures(doc, (), ())] == ["destroyed"] * 3


STRIKES = """
Two two NUM 3 nummod
{} {} {} 3 compound
strikes strike NOUN 4 nsubj
closed close VERB 0 root
the the DET 6 det
depot depot NOUN 4 obj
. . PUNCT 4 punct
"""


def test_armed_strikes_are_counted_and_those_of_workers_are_not(doc_of: Make) -> None:
    (found,) = find_figures(doc_of(STRIKES.format("drone", "drone", "NOUN")), (), ())
    assert (found.measure, found.rule) == ("launched", "counted_strikes")
    assert find_figures(doc_of(STRIKES.format("dock", "dock", "NOUN")), (), ()) == ()


def test_a_crewed_craft_that_is_shot_down_is_destroyed(doc_of: Make, anchor: Mark) -> None:
    table = """
        Gunners gunner NOUN 2 nsubj
        downed down VERB 0 root
        two two NUM 4 nummod
        {} {} NOUN 2 obj
        . . PUNCT 2 punct
        """
    for name, measure in (("jet", "destroyed"), ("drone", "intercepted")):
        doc = doc_of(table.format(f"{name}s", name), [anchor(2, 3, "intercepted")])
        assert [f.measure for f in find_figures(doc, (), ())] == [measure]


def test_those_who_take_part_are_present(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        15,000 15,000 NUM 2 nsubj
        took take VERB 0 root
        part part NOUN 2 obj
        . . PUNCT 2 punct
        """,
        [anchor(0, 1, "displaced", score=0.6)],
    )
    assert [f.measure for f in find_figures(doc, (), ())] == ["present"]


def test_an_arrest_over_deaths_is_not_what_killed(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        Police police NOUN 2 nsubj
        arrested arrest VERB 0 root
        Amal Amal PROPN 2 obj
        over over ADP 7 case
        the the DET 7 det
        ferry ferry NOUN 7 compound
        sinking sinking NOUN 2 obl
        that that PRON 9 nsubj
        killed kill VERB 7 acl:relcl
        38 38 NUM 9 obj
        . . PUNCT 2 punct
        """,
        [anchor(9, 10, "killed")],
    )
    arrest = Event("e1", span_of(doc, 1, 2), "COERCE", mode="arrest", actor=(span_of(doc, 0, 1),))
    (found,) = find_figures(doc, (), (arrest,))
    assert (found.event, found.by) == (None, None)


def test_a_place_right_behind_a_bare_number_is_its_place(doc_of: Make, anchor: Mark) -> None:
    table = """
        Crews crew NOUN 2 nsubj
        downed down VERB 0 root
        58 58 NUM 4 nummod
        drones drone NOUN 2 obj
        , , PUNCT 6 punct
        22 22 NUM 4 appos
        over over ADP 8 case
        Mardin Mardin PROPN 6 nmod
        . . PUNCT 2 punct
        """
    doc = doc_of(table, [anchor(5, 6, "intercepted", roles=[Role("place", 0, 1, 0.5)])])
    doc[7].ent_type_ = "Location"
    found = find_figures(doc, (), ())[-1]
    assert found.place == span_of(doc, 7, 8)


def test_what_a_number_is_compared_with_has_its_measure(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(
        """
        40 40 NUM 2 nummod
        people people NOUN 3 nsubj
        drowned drown VERB 0 root
        , , PUNCT 7 punct
        compared compare VERB 7 case
        with with ADP 7 case
        90 90 NUM 3 obl
        before before ADV 7 advmod
        . . PUNCT 3 punct
        """,
        [anchor(0, 1, "killed"), anchor(6, 7, "displaced")],
    )
    assert [f.measure for f in find_figures(doc, (), ())] == ["killed", "killed"]


def test_an_operation_to_arrest_somebody_is_planned_and_a_search_for_somebody_is_none(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    An an DET 2 det
    operation operation NOUN 7 nsubj
    {a} {b} {c} 2 acl
    {d} {e} {f} 3 obl
    a a DET 6 det
    leader leader NOUN 4 obj
    failed fail VERB 0 root
    . . PUNCT 7 punct
    """
    aim = table.format(a="to", b="to", c="PART", d="arrest", e="arrest", f="VERB")
    search = table.format(a="searching", b="search", c="VERB", d="for", e="for", f="ADP")
    (planned,) = find_figures(doc_of(aim, [anchor(4, 5, "arrested")]), (), ())
    assert planned.status == "planned"
    assert not find_figures(doc_of(search, [anchor(4, 5, "arrested")]), (), ())


def test_the_detention_of_some_is_an_arrest(doc_of: Make, anchor: Mark) -> None:
    table = """
    The the DET 2 det
    detention detention NOUN 5 nsubj
    of of ADP 4 case
    nine nine NUM 2 nmod
    ended end VERB 0 root
    . . PUNCT 5 punct
    """
    assert find_figures(doc_of(table, [anchor(3, 4, "killed")]), (), ())[0].measure == "arrested"


def test_killed_and_injured_behind_a_number_is_other(doc_of: Make, anchor: Mark) -> None:
    table = """
    Sixty sixty NUM 2 nummod
    villagers villager NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    killed kill VERB 0 root
    and and CCONJ 6 cc
    injured injure VERB 4 conj
    there there ADV 4 advmod
    . . PUNCT 4 punct
    """
    doc = doc_of(table, [anchor(0, 1, "killed")])
    assert [f.measure for f in find_figures(doc, (), ())] == ["other"]


def test_an_article_that_counts_nobody_is_no_figure(doc_of: Make, anchor: Mark) -> None:
    table = """
    The the DET 2 det
    woman woman NOUN 4 nsubj:pass
    was be AUX 4 aux:pass
    detained detain VERB 0 root
    . . PUNCT 4 punct
    """
    assert not find_figures(doc_of(table, [anchor(0, 1, "arrested")]), (), ())


def test_a_number_that_a_toll_is_put_at_counts_the_dead(doc_of: Make) -> None:
    doc = doc_of("""
        Medics medic NOUN 2 nsubj
        put put VERB 0 root
        the the DET 4 det
        toll toll NOUN 2 obj
        at at ADP 6 case
        35 35 NUM 2 obl
    """)
    (figure,) = find_figures(doc, (), ())
    assert (figure.low, figure.high, figure.measure, figure.rule) == (
        35,
        35,
        "killed",
        "stated_toll",
    )
