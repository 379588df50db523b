"""Cues that report nothing."""

import pytest

from parsed import parsed
from sayso.find.statements.silent import is_silent
from sayso.language.anchors import Anchor
from sayso.language.spans import span_of
from sayso.record.findings import Statement

REPORTS = """
There PRON 2 expl
were VERB 0 root
{word} DET 4 det
reports NOUN 2 nsubj
of ADP 6 case
looting NOUN 4 nmod
"""
OPEN = """
It PRON 4 nsubj
did AUX 4 aux
{word} PART 4 advmod
say VERB 0 root
{mark} SCONJ 7 mark
boats NOUN 7 nsubj
sank VERB 4 ccomp
"""


@pytest.mark.parametrize(("word", "silent"), [("no", True), ("many", False)])
def test_no_reports_report_nothing(word: str, silent: bool) -> None:
    doc = parsed(REPORTS.format(word=word))
    said = Statement("", None, span_of(doc, 3, 4), (span_of(doc, 5, 6),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(
    ("word", "mark", "silent"),
    [("not", "whether", True), ("not", "that", False), ("also", "whether", False)],
)
def test_who_did_not_say_whether_said_nothing(word: str, mark: str, silent: bool) -> None:
    doc = parsed(OPEN.format(word=word, mark=mark))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 2, 4), (span_of(doc, 4, 7),))
    assert is_silent(doc, said) is silent


def test_what_words_refer_to_is_not_said() -> None:
    doc = parsed("referring VERB 0 root\nto ADP 3 case\nfloods NOUN 1 obl")
    said = Statement("", None, span_of(doc, 0, 1), (span_of(doc, 2, 3),))
    assert is_silent(doc, said)


@pytest.mark.parametrize(("word", "silent"), [("No", True), ("One", False)])
def test_what_nobody_says_is_not_said(word: str, silent: bool) -> None:
    doc = parsed(f"{word} DET 2 det\ngroup NOUN 3 nsubj\nsaid VERB 0 root\nso ADV 3 advmod")
    said = Statement("", span_of(doc, 0, 2), span_of(doc, 2, 3), (span_of(doc, 3, 4),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(("verb", "silent"), [("denies", True), ("recalls", False)])
def test_what_one_denies_to_have_promised_is_not_promised(verb: str, silent: bool) -> None:
    doc = parsed(f"""
        Oslo PROPN 2 nsubj
        {verb} VERB 0 root
        having AUX 4 aux
        promised VERB 2 ccomp
        boats NOUN 4 obj
    """)
    said = Statement("", None, span_of(doc, 3, 4), (span_of(doc, 4, 5),))
    assert is_silent(doc, said) is silent


SHOWED = """
Ann PROPN 2 nsubj Person
said VERB 0 root
the DET 4 det
{noun} NOUN 5 nsubj
showed VERB 2 ccomp
it PRON 7 nsubj
burned VERB 5 ccomp
"""


@pytest.mark.parametrize(
    ("noun", "source", "event", "silent"),
    [
        ("raid", (2, 4), True, True),
        ("mood", (2, 4), False, False),
        ("mood", (0, 1), False, True),
        ("footage", (0, 1), False, False),
        ("envoy", (0, 1), False, False),
    ],
)
def test_what_happens_shows_nothing_nor_does_a_thing_that_is_not_the_source(
    noun: str, source: tuple[int, int], event: bool, silent: bool
) -> None:
    marks = [Anchor("event", 3, 4, "ASSAULT", 0.9, (), {})] if event else []
    table = SHOWED.format(noun=noun).replace("showed VERB", "show VERB")
    doc = parsed(table, {"event": marks, "statement": []})
    said = Statement("", span_of(doc, *source), span_of(doc, 4, 5), (span_of(doc, 5, 7),))
    assert is_silent(doc, said) is silent


def test_it_shows_nothing_in_what_somebody_says() -> None:
    table = SHOWED.format(noun="raid").replace("raid NOUN", "that PRON").replace("showed", "show")
    doc = parsed(table)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 4, 5), (span_of(doc, 5, 7),))
    assert is_silent(doc, said)


@pytest.mark.parametrize(("cue", "silent"), [("expected", True), ("quick", False)])
def test_what_somebody_is_expected_to_say_is_not_said(cue: str, silent: bool) -> None:
    doc = parsed(f"""
        Ann PROPN 3 nsubj
        is AUX 3 cop
        {cue} ADJ 0 root
        to PART 5 mark
        say VERB 3 xcomp
        so ADV 5 advmod
    """)
    said = Statement("", None, span_of(doc, 1, 5), (span_of(doc, 5, 6),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(("particle", "silent"), [("off", True), ("up", False)])
def test_what_is_called_off_is_not_said(particle: str, silent: bool) -> None:
    doc = parsed(f"""
        Oslo PROPN 2 nsubj
        call VERB 0 root
        {particle} ADP 2 compound:prt
        drills NOUN 2 obj
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 3, 4),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(("relation", "silent"), [("obl", True), ("obl:agent", False)])
def test_how_a_thing_is_named_is_not_said_but_by_somebody(relation: str, silent: bool) -> None:
    doc = parsed(f"""
        a DET 2 det
        base NOUN 0 root
        called VERB 2 acl _ VerbForm=Part
        Oak PROPN 3 xcomp
        by ADP 6 case
        Orla PROPN 3 {relation}
    """)
    doc[2].lemma_ = "call"
    said = Statement("", None, span_of(doc, 2, 3), (span_of(doc, 3, 4),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(
    ("noun", "what", "silent"),
    [("future", "obj", True), ("envoy", "obj", False), ("future", "xcomp", False)],
)
def test_a_thing_promises_nothing(noun: str, what: str, silent: bool) -> None:
    doc = parsed(f"{noun} NOUN 2 nsubj\npromise VERB 0 root\ngrowth NOUN 2 {what}")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert is_silent(doc, said) is silent


@pytest.mark.parametrize(
    ("said", "silent"), [("raids NOUN 2 obl", True), ("fell VERB 2 ccomp", False)]
)
def test_what_somebody_comments_on_is_not_what_he_says(said: str, silent: bool) -> None:
    doc = parsed(f"Oslo PROPN 2 nsubj\ncomment VERB 0 root\non ADP 4 case\n{said}")
    told = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 3, 4),))
    assert is_silent(doc, told) is silent
