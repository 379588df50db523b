"""Token ranges become spans of phrases: no stray edges, whole names, pieces put together."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span as Range

from parsed import parsed
from sayso.language.spans import (
    head_of,
    joined,
    phrase,
    sentence_at,
    span_of,
    text_of,
    token_at,
    trimmed,
    whole,
)
from sayso.parse.tokens import tokenise

GUARDS = """
Two NUM 3 nummod
border NOUN 3 compound
guards NOUN 0 root
from ADP 5 case
Israeli ADJ 7 amod
and CCONJ 7 cc
Lebanese ADJ 8 amod
posts NOUN 3 nmod
"""


def test_a_noun_takes_the_words_before_it_that_belong_to_it() -> None:
    doc = parsed(GUARDS)
    assert doc[slice(*whole(doc, 2, 3))].text == "Two border guards"


def test_a_name_takes_the_title_before_it() -> None:
    doc = parsed("""
        Premier NOUN 2 compound
        Ruiz PROPN 0 root
    """)
    assert whole(doc, 1, 2) == (0, 2)


STRIKES = """
Alleged ADJ 2 amod
members NOUN 7 obl
of ADP 6 case
the DET 6 det
Orla PROPN 6 compound
Front PROPN 2 nmod
fled VERB 0 root
Israeli ADJ 9 amod
strikes NOUN 7 obj
"""


def test_a_piece_that_says_nothing_alone_stands_for_its_noun() -> None:
    doc = parsed(STRIKES)
    assert doc[slice(*whole(doc, 3, 4))].text == "the Orla Front"
    assert doc[slice(*whole(doc, 4, 5))].text == "the Orla Front"


def test_an_adjective_that_names_the_doer_stands_alone() -> None:
    doc = parsed(STRIKES)
    assert whole(doc, 7, 8) == (7, 8)


def test_an_adjective_of_a_title_stands_for_nobody_but_that_of_a_people_does() -> None:
    doc = parsed("""
        met VERB 0 root
        Norlander ADJ 4 amod NORP
        Foreign ADJ 4 amod
        Minister PROPN 5 nmod:desc
        Roe PROPN 1 obj Person
    """)
    assert whole(doc, 1, 2) == (1, 2)
    assert doc[slice(*whole(doc, 2, 3))].text == "Norlander Foreign Minister"


def test_a_part_of_the_name_of_a_place_is_the_whole_name() -> None:
    doc = parsed("""
        flew VERB 0 root
        to ADP 4 case
        New ADJ 4 amod
        Orla PROPN 1 obl
        Bay PROPN 4 flat
    """)
    doc.set_ents([Range(doc, 2, 5, label="Location")])
    assert whole(doc, 2, 3) == (2, 5)


def test_the_trigger_is_no_noun_of_its_own_parts() -> None:
    doc = parsed(STRIKES.replace("Israeli ADJ 9 amod", "the DET 9 det"))
    assert whole(doc, 7, 8) == (7, 9)
    assert whole(doc, 7, 8, range(8, 9)) == (7, 8)


def test_pieces_of_one_phrase_are_put_together() -> None:
    doc = parsed(GUARDS.replace("Israeli ADJ 7", "Israeli ADJ 8"))
    assert joined(doc, [(4, 5), (6, 8)]) == [(4, 8)]


def test_two_phrases_stay_two() -> None:
    doc = parsed("""
        Rebels NOUN 4 nsubj
        and CCONJ 3 cc
        troops NOUN 1 conj
        fought VERB 0 root
    """)
    assert joined(doc, [(0, 1), (2, 3)]) == [(0, 1), (2, 3)]


def test_stray_punctuation_and_joining_words_go_from_the_edges() -> None:
    doc = tokenise("said , and the rebels , that")
    found = phrase(doc, 1, len(doc))
    assert found is not None
    assert found.text == "the rebels"


def test_a_phrase_ends_with_its_line() -> None:
    doc = tokenise("- 2 freed on 11 March\n- 412 cases")
    found = phrase(doc, 3, 8)
    assert found is not None and found.text == "on 11 March"


def test_a_bracket_stays_with_its_partner() -> None:
    doc = tokenise("the Front (FDLR) fled")
    assert doc[slice(*trimmed(doc, 0, 5))].text == "the Front (FDLR)"


def test_a_phrase_ends_behind_the_mark_that_closes_one_within_it() -> None:
    def told(text: str, end: int) -> str | None:
        found = phrase(tokenise(text), 0, end)
        return found and found.text

    assert told("the Front (FDLR) fled", 4) == "the Front (FDLR)"
    assert told('the "dark fleet" fled', 4) == 'the "dark fleet"'
    assert told('the "dark" fleet" fled', 5) == 'the "dark" fleet'
    assert told("the Front) fled", 2) == "the Front"


@given(st.text(min_size=1), st.data())
def test_spans_are_verbatim_whatever_the_text(text: str, data: st.DataObject) -> None:
    doc = tokenise(text)
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    assert span_of(doc, start, end).is_verbatim(text)
    assert text_of(doc) == text


TWO = """
Rain NOUN 2 nsubj
fell VERB 0 root
. PUNCT 2 punct
Roads NOUN 5 nsubj
closed VERB 0 root
"""


def test_every_token_is_told_the_sentence_that_it_stands_in() -> None:
    doc = parsed(TWO)
    told = [(token.sent.start, token.sent.end) for token in doc]
    assert [sentence_at(doc, token.i) for token in doc] == told == [(0, 3)] * 3 + [(3, 5)] * 2


def test_the_head_of_a_range_is_the_root_of_its_words() -> None:
    doc = parsed(GUARDS)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            assert head_of(doc, start, end) == doc[start:end].root


def test_white_space_counts_to_the_token_before_it() -> None:
    doc = parsed(TWO)
    at = [token_at(doc, character) for character in range(len(text_of(doc)))]
    assert at == [0] * 5 + [1] * 5 + [2] * 2 + [3] * 6 + [4] * 6
