"""Which name a pronoun stands for."""

import pytest

from parsed import parsed
from sayso.language.pronouns import antecedent, joined_names

TWO = """
The DET 2 det
envoy NOUN 3 nsubj _ Number=Sing
{verb} VERB 0 root
the DET 5 det
minister NOUN {arc} _ Number=Sing
on ADP 7 case
Norway PROPN 3 obl Location Number=Sing
·. PUNCT 3 punct
They PRON 10 nsubj
agreed VERB 0 root
"""


def test_who_they_are_stays_open_behind_one_who_did_something_to_another() -> None:
    doc = parsed(TWO.format(verb="briefed", arc="3 obj"))
    assert antecedent(doc, 8) is None


def test_they_are_all_that_are_joined() -> None:
    doc = parsed("""
        Oslo PROPN 4 nsubj Location Number=Sing
        and CCONJ 3 cc
        Bergen PROPN 1 conj Location Number=Sing
        met VERB 0 root
        in ADP 6 case
        Malmo PROPN 4 obl Location Number=Sing
        ·. PUNCT 4 punct
        They PRON 9 nsubj
        agreed VERB 0 root
    """)
    assert antecedent(doc, 7) == (0, 3)


def test_they_are_no_single_place() -> None:
    doc = parsed("""
        Rain NOUN 2 nsubj _ Number=Sing
        hit VERB 0 root
        Malmo PROPN 2 obj Location Number=Sing
        ·. PUNCT 2 punct
        They PRON 6 nsubj
        fled VERB 0 root
    """)
    assert antecedent(doc, 4) is None


BLAME = """
Orlan PROPN 2 nsubj Organization Number=Sing
left VERB 0 root
·. PUNCT 2 punct
The DET 5 det
army NOUN 6 nsubj _ Number=Sing
blamed VERB 0 root
it PRON 6 {dep}
"""


def test_no_object_is_the_subject_of_its_own_verb() -> None:
    assert antecedent(parsed(BLAME.format(dep="obj")), 6) == (0, 1)
    assert antecedent(parsed(BLAME.format(dep="obl")), 6) == (3, 5)


FAR = """
Miller PROPN 2 nsubj Person Number=Sing
spoke VERB 0 root
·. PUNCT 2 punct
The DET 5 det
envoy NOUN 6 nsubj _ Number=Sing
nodded VERB 0 root
·. PUNCT 6 punct
He PRON 9 nsubj
left VERB 0 root
"""


def test_a_doubtful_link_does_not_reach_over_a_subject() -> None:
    assert antecedent(parsed(FAR, links={"coref": {7: (0, 0.6)}}), 7) == (3, 5)
    assert antecedent(parsed(FAR, links={"coref": {7: (0, 0.9)}}), 7) == (0, 1)


INSISTS = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
that SCONJ 5 mark
it PRON 5 nsubj
disarm VERB 2 ccomp
"""
SIDES = """
{det} DET 2 det
side NOUN 3 nsubj
wrote VERB 0 root
texts NOUN 3 obj _ Number=Plur
They PRON 6 nsubj
burnt VERB 0 root
it PRON 6 obj
"""
WHERE = """
Shots NOUN 2 nsubj _ Number=Plur
fell VERB 0 root
at ADP 4 case
nightfall NOUN 2 obl
Monks NOUN 6 nsubj
approved VERB 0 root
it PRON 6 obj
"""
JOINED = """
Oslo PROPN 4 nsubj Location
and CCONJ 3 cc
Bergen PROPN 1 conj Location
trade VERB 0 root
as SCONJ 7 mark
they PRON 7 nsubj
quarrel VERB 4 advcl
"""


def test_who_insists_that_it_do_something_does_not_do_it() -> None:
    assert antecedent(parsed(INSISTS.format(verb="insists")), 3) is None
    assert antecedent(parsed(INSISTS.format(verb="says")), 3) == (0, 1)


def test_it_is_no_person_and_not_one_of_several() -> None:
    assert antecedent(parsed(SIDES.format(det="Neither")), 6) is None
    assert antecedent(parsed(SIDES.format(det="The")), 6) == (0, 2)
    assert antecedent(parsed(SIDES.format(det="The").replace("side", "envoy")), 6) is None


def test_it_stays_open_where_names_only_say_when() -> None:
    assert antecedent(parsed(WHERE), 6) is None
    assert antecedent(parsed(WHERE.replace("2 obl", "2 obj")), 6) == (3, 4)


def test_they_are_all_of_a_row_of_which_one_is_linked() -> None:
    doc = parsed(JOINED, links={"coref": {5: (2, 0.9)}})
    assert antecedent(doc, 5) == (0, 3)


def test_names_that_are_joined_stand_together() -> None:
    doc = parsed("Oslo PROPN 4 nsubj\nand CCONJ 3 cc\nBergen PROPN 1 conj\nleft VERB 0 root")
    assert joined_names(doc[0]) == (0, 3)
    assert joined_names(doc[2]) == (2, 3)


@pytest.mark.parametrize(("entity", "found"), [("Person", (3, 5)), ("Location", None)])
def test_who_behind_a_name_and_a_comma_is_that_person_whatever_the_tree(
    entity: str, found: tuple[int, int] | None
) -> None:
    doc = parsed(f"""
        Plans NOUN 2 nsubj:pass
        fell VERB 0 root
        by ADP 4 case
        Ann PROPN 2 obl {entity}
        Oak PROPN 4 flat {entity}
        ·, PUNCT 8 punct
        who PRON 8 nsubj
        slept VERB 2 conj
    """)
    assert antecedent(doc, 6) == found


VISITS = """
Envoys NOUN 2 nsubj _ Number=Plur
left VERB 0 root
after ADP 4 case
visits NOUN 2 obl _ Number=Plur
to ADP 6 case
Oslo PROPN 4 nmod Location Number=Sing
and CCONJ 8 cc
Bergen PROPN 6 conj Location Number=Sing
·. PUNCT 2 punct
Rebels NOUN 11 nsubj _ Number=Plur
accuse VERB 0 root
them PRON 11 obj
"""


def test_they_are_neither_visits_nor_the_towns_visited() -> None:
    assert antecedent(parsed(VISITS), 11) == (0, 1)
