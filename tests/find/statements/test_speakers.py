"""The kind of a speaker that its own words show."""

from dataclasses import replace

import pytest

from parsed import parsed
from sayso.find.statements.speakers import known, typed
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import SourceType


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("the DET 2 det\nstatement NOUN 3 nsubj\nsaid VERB 0 root", "document"),
        ("state NOUN 2 compound\ntelevision NOUN 3 nsubj\nsaid VERB 0 root", "media"),
        ("Evening PROPN 2 compound\nTribune PROPN 3 nsubj\nsaid VERB 0 root", "media"),
        ("the DET 2 det\nNetherlands PROPN 3 nsubj Location\nsaid VERB 0 root", "state"),
        ("the DET 2 det\nministry NOUN 3 nsubj\nsaid VERB 0 root", "organisation"),
    ],
)
def test_a_source_has_the_type_of_its_head_word(table: str, wanted: str) -> None:
    doc = parsed(table)
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="organisation")
    assert typed(doc, said).source_type == wanted


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("the DET 2 det\nactivist NOUN 3 nsubj\nsaid VERB 0 root", "role"),
        ("Petro PROPN 2 compound\nOrlan PROPN 3 nsubj Person\nsaid VERB 0 root", "person"),
        ("the DET 2 det\nheron NOUN 3 nsubj\nsaid VERB 0 root", "unknown"),
        ("the DET 2 det\ncrowd NOUN 3 nsubj\nsaid VERB 0 root", "group"),
    ],
)
def test_a_source_without_a_type_has_that_of_its_word(table: str, wanted: str) -> None:
    doc = parsed(table)
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="unknown")
    assert known(doc, said, []).source_type == wanted


def test_a_source_that_spoke_before_has_the_type_that_it_had() -> None:
    doc = parsed("the DET 2 det\nheron NOUN 3 nsubj\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="unknown")
    assert known(doc, said, [replace(said, source_type="media")]).source_type == "media"


def test_a_noun_for_a_person_is_no_organisation() -> None:
    doc = parsed("the DET 2 det\nactivist NOUN 3 nsubj\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="organisation")
    assert typed(doc, said).source_type == "role"


TOLD = """
Sara PROPN 7 nsubj Person
Lund PROPN 1 flat Person
·, PUNCT 6 punct
a DET 6 det
union NOUN 6 compound
{noun} NOUN 1 appos
said VERB 0 root
"""


@pytest.mark.parametrize(
    ("noun", "kind", "wanted"),
    [
        ("charity", "person", "organisation"), ("service", "organisation", "organisation"),
        ("official", "person", "person"), ("newspaper", "media", "media"),
    ],
)  # fmt: skip
def test_a_name_told_to_be_a_body_is_no_person(noun: str, kind: SourceType, wanted: str) -> None:
    doc = parsed(TOLD.format(noun=noun))
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 6, 7), (), source_type=kind)
    assert typed(doc, said).source_type == wanted


MR = "Mr PROPN 2 nmod:desc\nOrlan PROPN 3 nsubj Person\nsaid VERB 0 root"
SPOKESMAN = """
Ann PROPN 3 nmod:poss Person
·'s PART 1 case
{noun} NOUN 4 nsubj
said VERB 0 root
"""
TITLED = """
spokesman NOUN 2 nsubj
Petro PROPN 3 {relation} Person
said VERB 0 root
"""


@pytest.mark.parametrize("kind", ["role", "unknown"])
def test_who_is_named_is_a_person_and_never_anonymous(kind: SourceType) -> None:
    doc = parsed(MR)
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), kind, anonymous=True)
    found = typed(doc, said)
    assert (found.source_type, found.anonymous) == ("person", False)


def test_a_spokesman_is_not_the_person_whose_spokesman_he_is() -> None:
    doc = parsed(SPOKESMAN.format(noun="spokesman"))
    said = Statement("", span_of(doc, 0, 3), span_of(doc, 3, 4), (), source_type="person")
    assert typed(doc, said).source_type == "role"


def test_a_spokesman_with_a_name_of_his_own_stays_a_person() -> None:
    doc = parsed(TITLED.format(relation="nsubj"))
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="person")
    assert typed(doc, said).source_type == "person"


def test_data_are_a_document_whoever_reviewed_them() -> None:
    doc = parsed(
        "Data NOUN 5 nsubj\nreviewed VERB 1 acl\nby ADP 4 case\n"
        "Petro PROPN 2 obl:agent Person\nshowed VERB 0 root"
    )
    said = Statement("", span_of(doc, 0, 4), span_of(doc, 4, 5), (), source_type="person")
    assert typed(doc, said).source_type == "document"


def test_a_surname_told_in_full_elsewhere_is_a_person_and_no_place() -> None:
    doc = parsed(
        "Petro PROPN 3 nsubj Person\nOrlan PROPN 1 flat Person\nleft VERB 0 root\n"
        "Orlan PROPN 5 nsubj Location\nwaved VERB 0 root"
    )
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (), source_type="state")
    assert typed(doc, said).source_type == "person"


def test_a_pronoun_has_the_type_of_whom_it_stands_for() -> None:
    doc = parsed("A DET 2 det\nstatement NOUN 3 nsubj\nsaid VERB 0 root\nIt PRON 3 obj")
    first = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="document")
    said = replace(first, source_written=span_of(doc, 3, 4), source_type="media", anonymous=True)
    found = known(doc, said, [first])
    assert (found.source_type, found.anonymous) == ("document", False)


def test_sources_of_no_known_type_are_anonymous() -> None:
    doc = parsed("Port NOUN 2 compound\nsources NOUN 3 nsubj\nsaid VERB 0 root")
    found = known(doc, Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), ()), [])
    assert (found.source_type, found.anonymous) == ("role", True)


@pytest.mark.parametrize(("word", "withheld"), [("residents", False), ("sources", True)])
def test_people_who_are_many_are_not_anonymous_but_for_sources(word: str, withheld: bool) -> None:
    doc = parsed(f"two NUM 2 nummod\n{word} NOUN 3 nsubj _ Number=Plur\nsaid VERB 0 root")
    said = Statement(
        "", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="group", anonymous=True
    )
    assert typed(doc, said).anonymous is withheld


@pytest.mark.parametrize(
    ("before", "noun", "wanted"),
    [
        ("the DET 3 det\ncoast", "guard", "organisation"),
        ("a DET 3 det\nborder", "guard", "role"),
        ("a DET 3 det\nwar", "monitor", "organisation"),
    ],
)
def test_a_guard_of_a_coast_is_a_body_and_one_guard_is_not(
    before: str, noun: str, wanted: SourceType
) -> None:
    doc = parsed(f"{before} NOUN 3 compound\n{noun} NOUN 4 nsubj\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 3), span_of(doc, 3, 4), (), source_type="role")
    assert typed(doc, said).source_type == wanted


def test_the_name_of_a_body_is_no_state() -> None:
    doc = parsed("Elm PROPN 2 compound\nLeague PROPN 3 nsubj Organization\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="state")
    assert typed(doc, said).source_type == "organisation"


@pytest.mark.parametrize(
    ("noun", "number", "wanted"),
    [
        ("junta", "Sing", "organisation"),
        ("activist", "Plur", "group"),
        ("herons", "Plur", "unknown"),
    ],
)
def test_bodies_and_people_who_are_many_have_their_type_by_their_noun(
    noun: str, number: str, wanted: SourceType
) -> None:
    doc = parsed(f"the DET 2 det\n{noun} NOUN 3 nsubj _ Number={number}\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="unknown")
    assert known(doc, said, []).source_type == wanted


@pytest.mark.parametrize("taken", ["media", "organisation"])
def test_a_whole_name_of_a_person_is_a_person(taken: SourceType) -> None:
    doc = parsed("Ann PROPN 3 nsubj Person\nRoe PROPN 1 flat Person\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type=taken)
    assert typed(doc, said).source_type == "person"


def test_an_office_that_a_person_has_is_a_body() -> None:
    table = "Roe PROPN 3 nmod:poss Person\n·'s PART 1 case\noffice NOUN 4 nsubj\nsaid VERB 0 root"
    doc = parsed(table)
    said = Statement("", span_of(doc, 0, 3), span_of(doc, 3, 4), (), source_type="person")
    assert typed(doc, said).source_type == "organisation"


@pytest.mark.parametrize("taken", ["group", "document"])
def test_officials_and_sources_are_roles(taken: SourceType) -> None:
    doc = parsed("two NUM 2 nummod\nsources NOUN 3 nsubj\nsaid VERB 0 root")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type=taken)
    assert typed(doc, said).source_type == "role"


@pytest.mark.parametrize(
    ("word", "more", "wanted"),
    [
        ("SOHR", "it", "organisation"),
        ("SOHR", "Sohr", "person"),
        ("MBS", "it", "person"),
        ("Sohr", "it", "person"),
    ],
)
def test_one_word_in_capitals_is_a_body(word: str, more: str, wanted: str) -> None:
    doc = parsed(f"{word} PROPN 2 nsubj Person\nsaid VERB 0 root\n{more} PRON 2 obj")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (), source_type="person")
    assert typed(doc, said).source_type == wanted
