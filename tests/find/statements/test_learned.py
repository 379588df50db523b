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
