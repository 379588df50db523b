"""Where the tree rules out who the encoder took for the speaker, or shows but a piece of them."""

from parsed import parsed
from sayso.find.statements.speaking import outweighed

LEFT = """
Norland PROPN 2 nsubj Location
left VERB 0 root
a DET 4 det
pact NOUN 2 obj
with ADP 6 case
Orla PROPN 4 nmod Location
·, PUNCT 8 punct
saying VERB 2 advcl _ Tense=Pres|VerbForm=Part
it PRON 11 nsubj
was AUX 11 cop
void ADJ 8 ccomp
"""
FELL = """
Quiet NOUN 2 nsubj
fell VERB 0 root
·, PUNCT 6 punct
the DET 5 det
mayor NOUN 6 nsubj
said VERB 2 parataxis
·, PUNCT 8 punct
adding VERB 2 advcl _ Tense=Pres|VerbForm=Part
ships NOUN 10 nsubj
left VERB 8 ccomp
"""
QUOTED = """
State NOUN 2 compound
media NOUN 3 nsubj
quoted VERB 0 root
Oak PROPN 3 obj Person
as SCONJ 6 mark
saying VERB 3 advcl _ Tense=Pres|VerbForm=Part
ships NOUN 8 nsubj
left VERB 6 ccomp
"""
WAS_QUOTED = """
Oak PROPN 3 nsubj:pass Person
was AUX 3 aux:pass
quoted VERB 0 root _ VerbForm=Part|Voice=Pass
by ADP 5 case
Radio PROPN 3 obl:agent
as SCONJ 7 mark
saying VERB 3 advcl _ Tense=Pres|VerbForm=Part
ships NOUN 9 nsubj
left VERB 7 ccomp
"""
CLAIM = """
a DET 2 det
claim NOUN 0 root
envoys NOUN 6 nsubj
in ADP 5 case
Orla PROPN 3 nmod
dispute VERB 2 acl:relcl
"""


def test_the_subject_speaks_on_in_a_participle_and_not_whom_its_clause_but_names() -> None:
    doc = parsed(LEFT)
    assert outweighed(doc[7], (5, 6), 8) == (0, 1)
    assert outweighed(doc[7], (0, 1), 8) is None


def test_who_is_the_subject_of_a_clause_between_may_speak_on() -> None:
    doc = parsed(FELL)
    assert outweighed(doc[7], (3, 5), 8) is None


def test_who_is_quoted_as_saying_says_it() -> None:
    doc = parsed(QUOTED)
    assert outweighed(doc[5], (0, 2), 6) == (3, 4)
    doc = parsed(WAS_QUOTED)
    assert outweighed(doc[6], (4, 5), 7) == (0, 1)
    assert outweighed(doc[2], (4, 5), 7) == (0, 1)
    assert outweighed(doc[2], (4, 5), 3) is None


def test_a_word_before_the_noun_that_speaks_is_but_a_piece_of_it() -> None:
    doc = parsed(QUOTED)
    assert outweighed(doc[2], (0, 1), 3) == (0, 2)


def test_a_claim_is_no_part_of_who_disputes_it() -> None:
    doc = parsed(CLAIM)
    assert outweighed(doc[5], (0, 5), 6) == (2, 5)


def test_the_last_of_joined_names_speaks_with_the_others() -> None:
    table = """
        Oslo PROPN 4 nsubj
        and CCONJ 3 cc
        Bergen PROPN 1 conj
        spoke VERB 0 root
    """
    doc = parsed(table)
    assert outweighed(doc[3], (2, 3), 4) == (0, 3)


def test_a_participle_with_a_noun_before_it_has_it_for_subject() -> None:
    table = """
        Orla PROPN 3 nsubj Location
        has AUX 3 aux
        left VERB 0 root
        with SCONJ 6 mark
        Oslo PROPN 6 nsubj Location
        saying VERB 3 advcl _ Tense=Pres|VerbForm=Part
        so ADV 6 advmod
    """
    doc = parsed(table)
    assert outweighed(doc[5], (0, 1), 6) == (4, 5)
    assert outweighed(doc[5], (4, 5), 6) is None


def test_the_subject_of_a_clause_that_a_comma_closes_does_not_speak_on_behind_it() -> None:
    table = """
        Orla PROPN 2 nsubj Location
        blamed VERB 0 root
        Norland PROPN 2 obj Location
        ·, PUNCT 7 punct
        which PRON 7 obj
        Oslo PROPN 7 nsubj Location
        regretted VERB 3 acl:relcl
        {mark} PUNCT 10 punct
        and CCONJ 10 cc
        said VERB {head} conj
        so ADV 10 advmod
    """
    doc = parsed(table.format(mark="·,", head=2))
    assert outweighed(doc[9], (5, 6), 10) == (0, 1)
    doc = parsed(table.format(mark="·,", head=7))
    assert outweighed(doc[9], (5, 6), 10) is None


def test_a_name_behind_a_comma_is_told_with_the_noun_before_it() -> None:
    doc = parsed("""
        One NUM 5 nsubj
        ·, PUNCT 3 punct
        Oak PROPN 1 appos Person
        ·, PUNCT 1 punct
        said VERB 0 root
        so ADV 5 advmod
    """)
    assert outweighed(doc[4], (2, 3), 5) == (0, 3)
