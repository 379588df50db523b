"""Cues that the encoder marked become statements, but for words that only go with another."""

import pytest

from parsed import parsed
from sayso.find.statements.learned import learned_statements
from sayso.language.anchors import Anchor, Role

TABLE = """
The DET 2 det
envoy NOUN 4 nsubj
has AUX 4 aux
denied VERB 0 root
the DET 7 det
{} {} 7 amod
role NOUN 4 obj
"""


@pytest.mark.parametrize("before", ["alleged ADJ", "reported VERB"])
@pytest.mark.parametrize(("word", "is_cue"), [(3, True), (2, False), (5, False)])
def test_an_auxiliary_and_an_adjective_before_a_noun_are_no_cues(
    word: int, is_cue: bool, before: str
) -> None:
    roles = (Role("content", 6, 7, 0.9),)
    labels = {"act": {"states": 1.0}, "speaker": {"role": 1.0}, "withheld": {"no": 1.0}}
    cue = Anchor("statement", word, word + 1, "CUE", 0.9, roles, labels)
    assert (
        len(list(learned_statements(parsed(TABLE.format(*before.split()), {"statement": [cue]}))))
        == is_cue
    )


@pytest.mark.parametrize(
    ("to", "wanted"),
    [
        ((4, 5), "his nightly address"),
        ((5, 6), "his nightly address"),
        ((6, 7), "his nightly address"),
    ],
)
def test_an_addressee_is_a_whole_phrase_whatever_of_it_was_marked(
    to: tuple[int, int], wanted: str
) -> None:
    table = """
        Ann PROPN 2 nsubj
        said VERB 0 root
        so ADV 2 advmod
        in ADP 7 case
        his PRON 7 nmod:poss
        nightly ADJ 7 amod
        address NOUN 2 obl
    """
    assert addressee(table, to) == wanted


def test_a_channel_takes_in_what_its_clause_leads_to_and_its_name() -> None:
    table = """
        Ann PROPN 2 nsubj
        said VERB 0 root
        so ADV 2 advmod
        in ADP 6 case
        a DET 6 det
        film NOUN 2 obl
        shown VERB 6 acl
        on ADP 10 case
        the DET 10 det
        channel NOUN 7 obl
        Elm PROPN 10 appos
    """
    assert addressee(table, (4, 8)) == "a film shown on the channel"
    assert addressee(table, (8, 10)) == "the channel Elm"


def addressee(table: str, to: tuple[int, int]) -> str | None:
    roles = (Role("content", 2, 3, 0.9), Role("to", *to, 0.9))
    labels = {"act": {"states": 1.0}}
    cue = Anchor("statement", 1, 2, "CUE", 0.9, roles, labels)
    found = next(iter(learned_statements(parsed(table, {"statement": [cue]})))).to
    return found.text if found else None


@pytest.mark.parametrize(
    ("that", "wanted"), [("SCONJ 6 mark", "was a lie"), ("PRON 6 nsubj", "that was a lie")]
)
def test_that_is_left_out_where_it_opens_a_clause_and_kept_as_its_subject(
    that: str, wanted: str
) -> None:
    table = f"""
        Ann PROPN 2 nsubj
        said VERB 0 root
        that {that}
        was AUX 6 cop
        a DET 6 det
        lie NOUN 2 ccomp
    """
    roles = (Role("content", 2, 6, 0.9),)
    cue = Anchor("statement", 1, 2, "CUE", 0.9, roles, {"act": {"states": 1.0}})
    (found,) = learned_statements(parsed(table, {"statement": [cue]}))
    assert [c.text for c in found.content] == [wanted]


@pytest.mark.parametrize(
    ("comma", "verb", "parts"),
    [(",", "denied", 2), (",", "liked", 1), ("now", "denied", 1)],
)
def test_who_answers_in_a_clause_behind_a_comma_answers_what_was_told_before_it(
    comma: str, verb: str, parts: int
) -> None:
    table = f"""
        Orla PROPN 2 nsubj
        accused VERB 0 root
        Oslo PROPN 2 obj
        of ADP 5 case
        theft NOUN 2 obl
        ·{comma} PUNCT 9 punct
        which PRON 9 obj
        it PRON 9 nsubj
        {verb} VERB 5 acl:relcl
    """
    labels = {"act": {"accuses": 1.0}, "speaker": {"state": 1.0}, "withheld": {"no": 1.0}}
    told = Anchor("statement", 1, 2, "CUE", 0.9, (Role("content", 2, 5, 0.9),), labels)
    answer = Anchor("statement", 8, 9, "CUE", 0.9, (Role("source", 7, 8, 0.9),), labels)
    found = list(learned_statements(parsed(table, {"statement": [told, answer]})))
    assert [[c.text for c in s.content] for s in found] == [["Oslo of theft"]] * parts


def test_a_relative_pronoun_at_the_end_of_a_part_is_left_out() -> None:
    table = """
        a DET 2 det
        law NOUN 0 root
        that PRON 6 nsubj _ PronType=Rel
        Ann PROPN 5 nsubj
        says VERB 2 acl:relcl
        fails VERB 5 ccomp
    """
    roles = (Role("content", 0, 3, 0.9), Role("source", 3, 4, 0.9), Role("content", 5, 6, 0.9))
    labels = {"act": {"states": 1.0}, "speaker": {"person": 1.0}, "withheld": {"no": 1.0}}
    cue = Anchor("statement", 4, 5, "CUE", 0.9, roles, labels)
    (found,) = learned_statements(parsed(table, {"statement": [cue]}))
    assert [c.text for c in found.content] == ["a law", "fails"]


def test_which_stands_for_what_was_told_before_it_whatever_the_tree() -> None:
    table = """
        Orla PROPN 2 nsubj
        accused VERB 0 root
        them PRON 2 obj
        of ADP 5 case
        theft NOUN 2 obl
        ·, PUNCT 9 punct
        which PRON 5 obj
        they PRON 9 nsubj
        deny VERB 2 parataxis
    """
    labels = {"act": {"accuses": 1.0}, "speaker": {"group": 1.0}, "withheld": {"no": 1.0}}
    first = Anchor("statement", 1, 2, "CUE", 0.9, (Role("content", 2, 5, 0.9),), labels)
    roles = (Role("content", 6, 7, 0.9),)
    second = Anchor("statement", 8, 9, "CUE", 0.9, roles, labels)
    found = list(learned_statements(parsed(table, {"statement": [first, second]})))
    assert [c.text for s in found for c in s.content] == ["them of theft", "them of theft"]


@pytest.mark.parametrize(("word", "is_cue"), [("Said", False), ("said", True)])
def test_a_surname_says_nothing(word: str, is_cue: bool) -> None:
    table = f"""
        Omar PROPN 2 nsubj
        {word} VERB 0 root
        so ADV 2 advmod
    """
    roles = (Role("content", 2, 3, 0.9),)
    cue = Anchor("statement", 1, 2, "CUE", 0.9, roles, {"act": {"states": 1.0}})
    found = list(learned_statements(parsed(table, {"statement": [cue]})))
    assert bool(found) is is_cue


@pytest.mark.parametrize(("to", "wanted"), [((5, 6), "a film"), ((6, 7), None)])
def test_where_somebody_speaks_is_a_noun_and_nobody_but_one_who_is_named(
    to: tuple[int, int], wanted: str | None
) -> None:
    table = """
        Ann PROPN 2 nsubj
        said VERB 0 root
        so ADV 2 advmod
        a DET 5 det
        film NOUN 2 obl
        posted VERB 5 acl
        who PRON 2 obl
    """
    assert addressee(table, to) == wanted
