"""A source ends before an aside and takes in all of a clause that goes on it without a comma."""

import pytest

from parsed import parsed
from sayso.find.statements.bounds import bounded

NAME = """
Ann PROPN {head} nsubj Person
Oak PROPN 1 flat Person
"""
KNOWS = (
    NAME.format(head=15)
    + """
·, PUNCT 5 punct
a DET 5 det
fellow NOUN 1 appos
at ADP 9 case
the DET 9 det
Elm PROPN 9 compound
Institute PROPN 5 nmod
·, PUNCT 12 punct
who PRON 12 nsubj
knows VERB 5 acl:relcl
them PRON 12 obj
·, PUNCT 1 punct
said VERB 0 root
"""
)
NAMELESS = (
    NAME.format(head=11)
    + """
·, PUNCT 5 punct
who PRON 5 nsubj
asked VERB 1 acl:relcl
not PART 9 advmod
to PART 9 mark
be AUX 9 aux:pass
named VERB 5 xcomp
·, PUNCT 1 punct
said VERB 0 root
"""
)
SLEPT = """
A DET 2 det
driver NOUN 8 nsubj
who PRON 4 nsubj
slept VERB 2 acl:relcl
in ADP 7 case
his PRON 7 nmod:poss
car NOUN 4 obl
said VERB 0 root
"""
JOINED = """
Oslo PROPN 10 nsubj
·, PUNCT 4 punct
which PRON 4 nsubj
guards VERB 1 acl:relcl
it PRON 4 obj
·, PUNCT 1 punct
and CCONJ 8 cc
Bergen PROPN 1 conj
have AUX 10 aux
spoken VERB 0 root
"""


@pytest.mark.parametrize("end", [11, 12, 13])
def test_a_clause_behind_a_comma_is_left_out_whatever_of_it_was_marked(end: int) -> None:
    doc = parsed(KNOWS)
    assert doc[slice(*bounded(doc, 0, end, 14))].text == "Ann Oak, a fellow at the Elm Institute"


def test_a_clause_that_withholds_a_name_stays() -> None:
    doc = parsed(NAMELESS)
    assert bounded(doc, 0, 4, 10) == bounded(doc, 0, 9, 10) == (0, 9)


@pytest.mark.parametrize("end", [2, 3, 4, 6])
def test_a_clause_without_a_comma_is_taken_in_whole(end: int) -> None:
    doc = parsed(SLEPT)
    assert bounded(doc, 0, end, 7) == (0, 7)


def test_a_clause_that_reaches_into_what_is_said_is_left_out() -> None:
    doc = parsed(SLEPT)
    assert bounded(doc, 0, 3, 5) == (0, 2)


def test_an_aside_between_joined_names_cuts_off_none_of_them() -> None:
    doc = parsed(JOINED)
    assert bounded(doc, 0, 8, 9) == (0, 8)


HEAD = """
the DET 2 det
head NOUN 10 nsubj
of ADP 5 case
the DET 5 det
port NOUN 2 nmod
·, PUNCT 7 punct
Ann PROPN {named} appos Person
Oak PROPN 7 flat Person
·, PUNCT 2 punct
spoke VERB 0 root
"""


@pytest.mark.parametrize("named", [2, 5])
def test_a_source_begins_where_the_phrase_begins_that_its_name_is_told_with(named: int) -> None:
    doc = parsed(HEAD.format(named=named))
    assert bounded(doc, 3, 8, 9) == (0, 8)
    assert bounded(doc, 6, 8, 9) == (6, 8)


def test_a_source_ends_before_whom_it_speaks_of() -> None:
    topic = "of ADP 5 case\nher PRON 5 nmod:poss\nson NOUN 1 nmod\nsaid VERB 0 root"
    doc = parsed(NAME.format(head=6) + topic)
    assert bounded(doc, 0, 5, 6) == (0, 2)


def test_a_name_with_a_hyphen_is_whole() -> None:
    doc = parsed("""
        Omar PROPN 6 nsubj Person
        al PROPN 1 flat Person
        ·- PUNCT 4 punct
        ·Oak PROPN 1 flat Person
        - PUNCT 6 punct
        said VERB 0 root
    """)
    assert bounded(doc, 0, 2, 4) == bounded(doc, 0, 4, 5) == (0, 4)


@pytest.mark.parametrize(("head", "end"), [(1, 4), (5, 2)])
def test_a_source_that_stops_behind_a_preposition_goes_on_to_its_noun(head: int, end: int) -> None:
    doc = parsed(f"""
        men NOUN 5 nsubj
        on ADP 4 case
        the DET 4 det
        road NOUN {head} nmod
        said VERB 0 root
    """)
    assert bounded(doc, 0, 2, 4) == (0, end)


@pytest.mark.parametrize(("kind", "end"), [("Location", 2), ("Organization", 5)])
def test_where_somebody_speaks_is_no_part_of_a_source(kind: str, end: int) -> None:
    place = f"·, PUNCT 5 punct\nin ADP 5 case\nElm PROPN 1 nmod {kind}\nsaid VERB 0 root"
    assert bounded(parsed(NAME.format(head=6) + place), 0, 5, 5) == (0, end)


@pytest.mark.parametrize(("kind", "end"), [("Location", 3), ("Person", 1)])
def test_a_name_that_is_joined_to_another_of_its_kind_goes_with_it(kind: str, end: int) -> None:
    doc = parsed(f"""
        Oslo PROPN 4 nsubj Location
        and CCONJ 3 cc
        Orla PROPN 1 conj {kind}
        spoke VERB 0 root
    """)
    assert bounded(doc, 0, 1, 3) == (0, end)
