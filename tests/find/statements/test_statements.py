"""Statements of a whole text: what each one says is its own."""

from parsed import parsed
from sayso.find.statements.statements import find_statements
from sayso.language.anchors import Anchor, Role

TWO = """
Gunmen NOUN 2 nsubj
fled VERB 5 ccomp
by ADP 4 case
night NOUN 2 obl
wrote VERB 0 root
Petro PROPN 5 nsubj
·. PUNCT 5 punct
Troops NOUN 9 nsubj
came VERB 11 ccomp
aides NOUN 11 nsubj
said VERB 0 root
"""
LABELS = {"act": {"states": 1.0}, "speaker": {"person": 1.0}, "withheld": {"no": 1.0}}


def test_a_scrap_of_what_another_said_before_is_left_out() -> None:
    marked = [
        Anchor("statement", 4, 5, "", 0.9,
               (Role("content", 0, 4, 0.9), Role("source", 5, 6, 0.9)), LABELS),
        Anchor("statement", 10, 11, "", 0.9,
               (Role("content", 2, 4, 0.6), Role("content", 7, 9, 0.9),
                Role("source", 9, 10, 0.9)), LABELS),
    ]  # fmt: skip
    first, second = find_statements(parsed(TWO, {"statement": marked}))
    assert [c.text for c in first.content] == ["Gunmen fled by night"]
    assert [c.text for c in second.content] == ["Troops came"]


ACCOUNT = """
Miners NOUN 2 nsubj
rejected VERB 0 root
that DET 4 det
account NOUN 2 obj
·, PUNCT 7 punct
in ADP 7 case
Bonn PROPN 2 obl
"""


def test_that_before_a_noun_is_kept_and_a_lone_preposition_at_the_end_is_not() -> None:
    roles = (Role("content", 2, 6, 0.9), Role("source", 0, 1, 0.9))
    marked = [Anchor("statement", 1, 2, "", 0.9, roles, LABELS)]
    (found,) = find_statements(parsed(ACCOUNT, {"statement": marked}))
    assert [c.text for c in found.content] == ["that account"]


HOPE = """
“ PUNCT 3 punct
·We PRON 3 nsubj
hope VERB 8 ccomp
Petro PROPN 5 nsubj Person
wins VERB 3 ccomp
·, PUNCT 8 punct
·” PUNCT 8 punct
said VERB 0 root
Orlan PROPN 8 nsubj Person
"""


def test_we_in_a_quote_is_whoever_is_named_behind_it() -> None:
    marked = [
        Anchor("statement", 2, 3, "", 0.9,
               (Role("source", 1, 2, 0.9), Role("content", 3, 5, 0.9)), LABELS),
        Anchor("statement", 7, 8, "", 0.9,
               (Role("content", 0, 5, 0.9), Role("source", 8, 9, 0.9)), LABELS),
    ]  # fmt: skip
    hoped, said = find_statements(parsed(HOPE, {"statement": marked}))
    assert (hoped.source, hoped.within) == (said.source, said.id)


GOES_ON = """
Orlan PROPN 2 nsubj Person
said VERB 0 root
it PRON 4 nsubj
rained VERB 2 ccomp
and CCONJ 6 cc
promised VERB 4 conj
boats NOUN 6 obj
"""


def test_what_the_same_source_goes_on_to_say_is_no_part_of_what_it_said_before() -> None:
    source = Role("source", 0, 1, 0.9)
    marked = [
        Anchor("statement", 1, 2, "", 0.9, (source, Role("content", 2, 7, 0.9)), LABELS),
        Anchor("statement", 5, 6, "", 0.9, (source, Role("content", 6, 7, 0.9)), LABELS),
    ]
    said, promised = find_statements(parsed(GOES_ON, {"statement": marked}))
    assert [c.text for c in said.content] == ["it rained"]
    assert ([c.text for c in promised.content], promised.within) == (["boats"], None)
