"""What a figure's own clause tells goes before what another sentence does."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Span

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
HURT = """
Rebels rebel NOUN 2 nsubj
shelled shell VERB 0 root
Tarim Tarim PROPN 2 obj
. . PUNCT 2 punct
Two two NUM 6 nummod
drivers driver NOUN 8 nsubj:pass
were be AUX 8 aux:pass
hurt hurt VERB 0 root
when when ADV 15 advmod
a a DET 11 det
bridge bridge NOUN 15 nsubj:pass
in in ADP 13 case
Sadda Sadda PROPN 11 nmod
was be AUX 15 aux:pass
hit hit VERB 8 advcl
by by ADP 17 case
mortars mortar NOUN 15 obl:agent
. . PUNCT 8 punct
"""


def test_a_place_in_its_own_clause_goes_before_that_of_another_sentence(
    doc_of: Make, anchor: Mark
) -> None:
    roles = [Role("place", 2, 3, 0.9), Role("by", 0, 1, 0.9)]
    doc = doc_of(HURT, [anchor(4, 5, "injured", roles=roles)])
    doc.ents = [Span(doc, 12, 13, label="Location")]
    (figure,) = find_figures(doc, (), ())
    assert figure.place is not None and figure.place.text == "Sadda"
    assert figure.by is None  # the clause tells what hit the bridge


def test_a_place_of_another_sentence_stays_where_its_own_tells_none(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(HURT, [anchor(4, 5, "injured", roles=[Role("place", 2, 3, 0.9)])])
    (figure,) = find_figures(doc, (), ())
    assert figure.place is not None and figure.place.text == "Tarim"


def _doer(doc_of: Make, anchor: Mark, verb: str, lemma: str) -> str | None:
    table = f"""
    Marines marine NOUN 2 nsubj
    {verb} {lemma} VERB 0 root
    four four NUM 4 nummod
    men man NOUN 2 obj
    . . PUNCT 2 punct
    """
    by = [Role("by", 0, 1, 0.9)]
    (figure,) = find_figures(doc_of(table, [anchor(2, 3, "killed", roles=by)]), (), ())
    return figure.by.text if figure.by else None


def test_who_loses_or_finds_the_dead_is_not_their_killer(doc_of: Make, anchor: Mark) -> None:
    assert _doer(doc_of, anchor, "lost", "lose") is None
    assert _doer(doc_of, anchor, "recovered", "recovere") is None
    assert _doer(doc_of, anchor, "shot", "shoot") == "Marines"


def test_a_figure_in_a_condition_is_possible(doc_of: Make, anchor: Mark) -> None:
    table = """
    If if SCONJ 5 mark
    a a DET 3 det
    guard guard NOUN 5 nsubj:pass
    is be AUX 5 aux:pass
    killed kill VERB 7 advcl
    Paris Paris PROPN 7 nsubj
    leaves leave VERB 0 root
    . . PUNCT 7 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(1, 2, "killed")]), (), ())
    assert figure.status == "possible"


def test_who_remains_in_captivity_is_held(doc_of: Make, anchor: Mark) -> None:
    table = """
    Forty forty NUM 2 nummod
    captives captive NOUN 3 nsubj
    remain remain VERB 0 root
    in in ADP 5 case
    captivity captivity NOUN 3 obl
    . . PUNCT 3 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(0, 1, "freed")]), (), ())
    assert figure.measure == "held"


def test_people_turned_back_are_counted_without_the_encoder(doc_of: Make) -> None:
    table = """
    Sixty sixty NUM 2 nummod
    migrants migrant NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    turned turn VERB 0 root
    back back ADV 4 advmod
    . . PUNCT 4 punct
    """
    (figure,) = find_figures(doc_of(table), (), ())
    assert (figure.quantity.text, figure.measure, figure.rule) == ("Sixty", "other", "turned_back")


def test_two_figures_of_one_clause_have_the_scope_that_since_a_day_tells(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    Clinics clinic NOUN 2 nsubj
    received receive VERB 0 root
    nine nine NUM 4 nummod
    dead dead ADJ 2 obj
    and and CCONJ 7 cc
    forty forty NUM 7 nummod
    injured injured NOUN 4 conj
    since since ADP 9 case
    Monday Monday PROPN 2 obl
    . . PUNCT 2 punct
    """
    marks = [anchor(2, 3, "killed"), anchor(5, 6, "injured", scope="total")]
    assert [f.scope for f in find_figures(doc_of(table, marks), (), ())] == ["window", "window"]


def test_people_who_shelter_are_present(doc_of: Make, anchor: Mark) -> None:
    table = """
    Ninety ninety NUM 2 nummod
    villagers villager NOUN 4 nsubj
    are be AUX 4 aux
    sheltering shelter VERB 0 root
    in in ADP 6 case
    caves cave NOUN 4 obl
    . . PUNCT 4 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(0, 1, "displaced")]), (), ())
    assert figure.measure == "present"


def test_who_frees_some_in_return_for_others_does_not_free_those(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    Rebels rebel NOUN 2 nsubj
    freed free VERB 0 root
    two two NUM 4 nummod
    pilots pilot NOUN 2 obj
    in in ADP 6 case
    return return NOUN 2 obl
    for for ADP 9 case
    ten ten NUM 9 nummod
    fighters fighter NOUN 6 nmod
    . . PUNCT 2 punct
    """
    by = [Role("by", 0, 1, 0.9)]
    marks = [anchor(2, 3, "freed", roles=by), anchor(7, 8, "freed", roles=by)]
    two, ten = find_figures(doc_of(table, marks), (), ())
    assert (two.by and two.by.text, ten.by) == ("Rebels", None)


TWO_PLACES = """
Gunmen gunman NOUN 2 nsubj
killed kill VERB 0 root
a a DET 4 det
monk monk NOUN 2 obj
in in ADP 6 case
Tarim Tarim PROPN 4 nmod
and and CCONJ 9 cc
a a DET 9 det
nun nun NOUN 4 conj
in in ADP 11 case
Sadda Sadda PROPN 9 nmod
. . PUNCT 2 punct
"""
ARMED = """
Guards guard NOUN 2 nsubj
arrested arrest VERB 0 root
22 22 NUM 4 nummod
men man NOUN 2 obj
while while SCONJ 12 mark
looters looter NOUN 12 nsubj
, , PUNCT 8 punct
some some DET 11 nsubj
of of ADP 10 case
them they PRON 8 nmod
armed armed ADJ 6 acl
burnt burn VERB 2 advcl
two two NUM 14 nummod
shops shop NOUN 12 obj
. . PUNCT 2 punct
"""


def test_of_two_places_each_figure_has_that_of_its_own_noun(doc_of: Make, anchor: Mark) -> None:
    roles = [Role("place", 5, 6, 0.8), Role("place", 10, 11, 0.9)]
    doc = doc_of(TWO_PLACES, [anchor(n, n + 1, "killed", roles=roles) for n in (2, 7)])
    places = [f.place and f.place.text for f in find_figures(doc, (), ())]
    assert places == ["Tarim", "Sadda"]


def test_the_object_of_another_clause_is_no_part_of_a_list(doc_of: Make, anchor: Mark) -> None:
    roles = [Role("by", 0, 1, 0.9), Role("by", 5, 6, 0.8)]
    doc = doc_of(ARMED, [anchor(2, 3, "arrested"), anchor(12, 13, "destroyed", roles=roles)])
    told = [(f.measure, f.part_of, f.by and f.by.text) for f in find_figures(doc, (), ())]
    assert told == [("arrested", None, None), ("destroyed", None, "looters")]


def test_who_is_only_charged_has_come_to_no_harm(doc_of: Make, anchor: Mark) -> None:
    table = """
    Two two NUM 2 nummod
    men man NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    {} VERB 0 root
    . . PUNCT 4 punct
    """

    def found(verb: str) -> int:
        return len(find_figures(doc_of(table.format(verb), [anchor(0, 1, "killed")]), (), ()))

    assert not found("charged charge")
    assert found("killed kill")


TOTAL = """
Jets jet NOUN 2 nsubj
struck strike VERB 0 root
Tarim Tarim PROPN 2 obj
on on ADP 5 case
Monday Monday PROPN 2 obl
. . PUNCT 2 punct
Some some DET 8 advmod
300 300 NUM 9 nummod
civilians civilian NOUN 11 nsubj
have have AUX 11 aux
died die VERB 0 root
in in ADP 14 case
the the DET 14 det
war war NOUN 11 obl
. . PUNCT 11 punct
"""


def test_a_running_total_is_not_of_the_one_happening_told_before_it(
    doc_of: Make, anchor: Mark
) -> None:
    roles = [Role("place", 2, 3, 0.9), Role("by", 0, 1, 0.9), Role("time", 4, 5, 0.9)]
    doc = doc_of(TOTAL, [anchor(7, 8, "killed", roles=roles, scope="total")])
    (figure,) = find_figures(doc, (), ())
    assert (figure.scope, figure.place, figure.by, figure.time) == ("total", None, None, None)
    doc = doc_of(TOTAL, [anchor(7, 8, "killed", roles=roles, scope="event")])
    (figure,) = find_figures(doc, (), ())
    assert figure.place is not None and figure.time is not None


def test_a_bare_number_that_shelters_is_present(doc_of: Make, anchor: Mark) -> None:
    table = """
    They they PRON 2 nsubj
    fled flee VERB 0 root
    , , PUNCT 5 punct
    90 90 NUM 5 nummod
    sheltering shelter VERB 2 advcl
    in in ADP 7 case
    caves cave NOUN 5 obl
    . . PUNCT 2 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(3, 4, "displaced")]), (), ())
    assert figure.measure == "present"
