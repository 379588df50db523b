"""The kind of a speaker that its own words show."""

from dataclasses import replace

import pytest

from parsed import parsed
from sayso.find.statements.speakers import known, typed
from sayso.language.spans import span_of
from sayso.record.findings import Statement


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
