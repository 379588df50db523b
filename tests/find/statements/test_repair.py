"""What a verb joined to the cue says is no longer what is reported."""

import pytest

from parsed import parsed
from sayso.find.statements.repair import mended
from sayso.language.spans import span_of
from sayso.record.findings import Statement

NOW = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
JOINED = """
Parliament NOUN 2 nsubj
rules VERB 0 root _ {now}
levies NOUN 4 nsubj
harm VERB 2 ccomp _ Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin
trade NOUN 4 obj
and CCONJ 7 cc
{word} VERB {head} conj _ {form}
them PRON 7 obj
"""


@pytest.mark.parametrize("head", [2, 4])
def test_a_joined_verb_of_the_cue_s_own_form_ends_what_is_said_whatever_the_tree(head: int) -> None:
    doc = parsed(JOINED.format(now=NOW, word="halts", head=head, form=NOW))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 8),))
    assert [c.text for c in mended(doc, said).content] == ["levies harm trade"]


def test_a_joined_verb_of_the_form_of_what_is_said_goes_on_it() -> None:
    form = NOW.replace("Sing", "Plur")
    doc = parsed(JOINED.format(now=NOW, word="slow", head=4, form=form))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 8),))
    assert [c.text for c in mended(doc, said).content] == ["levies harm trade and slow them"]
