"""A joined verb that goes on what is said is inside of it, and said of whom that tells."""

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.statements.carried import carried
from sayso.find.statements.statements import find_statements
from sayso.language.anchors import Anchor, Role
from sayso.language.spans import span_of
from sayso.record.findings import Statement

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
NOW = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
SAID = """
Mayors NOUN 2 nsubj
{said} VERB 0 root _ {then}
{doer} NOUN 5 nsubj _ Number=Sing
{has} AUX 5 aux
come VERB 2 ccomp
and CCONJ 8 cc
{aux}
{verb} VERB 5 conj _ {form}
{what}
"""
THEN, HAD = "then ADV 8 advmod", "had AUX 8 aux"
MONEY, HIM = "money NOUN 8 obj", "him PRON 8 obj"


def read(
    verb: str, *, said: str = "said", doer: str = "gunman", has: str = "had",
    aux: str = THEN, form: str = PAST, what: str = MONEY,
) -> tuple[Doc, list[Statement]]:  # fmt: skip
    then = PAST if said == "said" else NOW.replace("Sing", "Plur")
    doc = parsed(SAID.format(said=said, then=then, doer=doer, has=has, aux=aux,
                             verb=verb, form=form, what=what))  # fmt: skip
    first = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 5),))
    joined = Statement("", span_of(doc, 0, 1), span_of(doc, 7, 8), (span_of(doc, 8, 9),))
    return doc, carried(doc, [first, joined])


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        (read("demanded"), "gunman had come and then demanded money"),
        (read("agreed", doer="envoy", aux=HAD), "envoy had come and had agreed money"),
        (read("wants", doer="party", has="has", form=NOW),
         "party has come and then wants money"),
        (read("wants", said="say", doer="party", has="has", form=NOW),
         "party has come and then wants money"),
    ],
)  # fmt: skip
def test_a_verb_whose_form_or_force_is_not_that_of_who_tells_it_goes_on_what_is_said(
    found: tuple[Doc, list[Statement]], whole: str
) -> None:
    doc, (first, joined) = found
    assert [c.text for c in first.content] == [whole]
    assert joined.source == span_of(doc, 2, 3)


@pytest.mark.parametrize(
    "found",
    [
        read("promised"),
        read("demanded", doer="talks"),
        read("demanded", has="have"),
        read("threatened", what=HIM),
        read("want", said="say", has="have", form=NOW.replace("Sing", "Plur")),
    ],
)
def test_else_who_tells_it_goes_on(found: tuple[Doc, list[Statement]]) -> None:
    doc, (first, joined) = found
    assert [c.text for c in first.content] == [doc[2:5].text]
    assert joined.source == span_of(doc, 0, 1)


READY = """
Orla PROPN 2 nsubj
said VERB 0 root _ Tense=Past|VerbForm=Fin
it PRON 5 nsubj
was AUX 5 cop
ready ADJ 2 ccomp
and CCONJ 8 cc
had AUX 8 aux
agreed VERB {head} conj _ Tense=Past|VerbForm=Part
to PART 10 mark
talk VERB 8 xcomp
"""
LABELS = {"act": {"states": 1.0}, "speaker": {"state": 1.0}, "withheld": {"no": 1.0}}


@pytest.mark.parametrize("head", [2, 5])
def test_what_one_says_one_had_done_is_in_what_one_says(head: int) -> None:
    marked = [
        Anchor("statement", cue, cue + 1, "", 0.9,
               (Role("source", 0, 1, 0.9), Role("content", *said, 0.9)), LABELS)
        for cue, said in ((1, (2, 10)), (7, (8, 10)))
    ]  # fmt: skip
    doc = parsed(READY.format(head=head), {"statement": marked})
    first, joined = find_statements(doc)
    assert [c.text for c in first.content] == ["it was ready and had agreed to talk"]
    assert joined.within == first.id


def test_a_comma_before_a_joined_verb_gives_it_back_to_who_tells_it() -> None:
    table = SAID.format(said="said", then=PAST, doer="gunman", has="had", aux=THEN,
                        verb="demanded", form=PAST, what=MONEY)  # fmt: skip
    doc = parsed(table.replace("then ADV 8 advmod", "").replace(
        "come VERB 2 ccomp", "come VERB 2 ccomp\n·, PUNCT 8 punct"))  # fmt: skip
    first = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 5),))
    joined = Statement("", span_of(doc, 0, 1), span_of(doc, 7, 8), (span_of(doc, 8, 9),))
    assert carried(doc, [first, joined]) == [first, joined]
