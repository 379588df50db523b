"""Which name a pronoun stands for."""

from parsed import parsed
from sayso.language.pronouns import antecedent

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
