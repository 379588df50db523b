"""An adverb of hearsay and the verb that the encoder took for one cue with it are two cues."""

from parsed import parsed
from sayso.find.statements.hearsay import hearsay_apart
from sayso.find.statements.statements import find_statements
from sayso.language.anchors import Anchor, Role

TOLD = """
Orla PROPN 4 nsubj Location
has AUX 4 aux
reportedly ADV 4 advmod
told VERB 0 root
Lund PROPN 4 iobj
it PRON 8 nsubj
will AUX 8 aux
pay VERB 4 ccomp
·. PUNCT 4 punct
"""
HEARD = Anchor("statement", 2, 4, "", 0.9,
               (Role("content", 0, 2, 0.9), Role("content", 4, 8, 0.9)),
               {"act": {"states": 1.0}})  # fmt: skip
HELPER = Anchor("statement", 1, 2, "", 0.9,
                (Role("source", 0, 1, 0.9), Role("to", 4, 5, 0.9), Role("content", 5, 8, 0.9)),
                {"act": {"states": 1.0}, "speaker": {"state": 1.0}, "withheld": {"no": 1.0}},
               )  # fmt: skip


def test_what_is_reportedly_told_is_two_statements_one_in_the_other() -> None:
    heard, told = find_statements(parsed(TOLD, {"statement": [HELPER, HEARD]}))
    assert (heard.source, heard.cue.text) == (None, "reportedly")
    assert [c.text for c in heard.content] == ["Orla has", "told Lund it will pay"]
    assert told.source is not None and told.to is not None
    assert (told.source.text, told.cue.text, told.to.text) == ("Orla", "told", "Lund")
    assert [c.text for c in told.content] == ["it will pay"]
    assert (heard.within, told.within) == (None, heard.id)


def test_without_a_mark_at_the_helping_verb_its_subject_speaks() -> None:
    heard, told = find_statements(parsed(TOLD, {"statement": [HEARD]}))
    assert told.source is not None and told.source.text == "Orla"
    assert told.within == heard.id


def test_a_verb_that_is_marked_itself_is_not_marked_twice() -> None:
    doc = parsed(TOLD, {"statement": [HEARD, Anchor("statement", 3, 4, "", 0.8)]})
    assert [(a.start, a.end) for a in hearsay_apart(doc)] == [(2, 3), (3, 4)]


def test_another_adverb_stays_with_its_verb() -> None:
    table = TOLD.replace("reportedly", "already")
    assert list(hearsay_apart(parsed(table, {"statement": [HEARD]}))) == [HEARD]
