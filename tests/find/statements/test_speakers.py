"""The kind of a speaker that its own words show."""

import pytest

from parsed import parsed
from sayso.find.statements.speakers import typed
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
