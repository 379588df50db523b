"""A measure or doer that the construction speaks against: shot at, on alert, fed, broken up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from tests.parsed import parsed

from sayso.extract import extract
from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.reading import Article

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
UNDER = """
She she PRON 2 nsubj
{did} {verb} VERB 0 root
{thing} {thing} NOUN 2 obj
{case} {case} ADP 6 case
two two NUM 6 nummod
{noun} {lemma} NOUN 2 obl
. . PUNCT 2 punct
"""
OBJECT = """
She she PRON 2 nsubj
{did} {verb} VERB 0 root
30 30 NUM 4 nummod
{noun} {noun} NOUN 2 obj
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("case", "noun", "lemma", "measure"),
    [
        ("at", "boats", "boat", "struck"),
        ("at", "others", "other", "struck"),
        ("at", "miners", "miner", "other"),
        ("with", "boats", "boat", "launched"),
    ],
)
def test_what_is_shot_at_is_not_launched(
    doc_of: Make, anchor: Mark, case: str, noun: str, lemma: str, measure: str
) -> None:
    table = UNDER.format(
        did="fired", verb="fire", thing="flares", case=case, noun=noun, lemma=lemma
    )
    (figure,) = find_figures(doc_of(table, [anchor(4, 5, "launched")]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(("verb", "measure"), [("gave", "other"), ("left", "displaced")])
def test_who_is_given_food_is_not_thereby_displaced(
    doc_of: Make, anchor: Mark, verb: str, measure: str
) -> None:
    lemma = {"gave": "give", "left": "leave"}[verb]
    table = UNDER.format(
        did=verb, verb=lemma, thing="bread", case="to", noun="weavers", lemma="weaver"
    )
    (figure,) = find_figures(doc_of(table, [anchor(4, 5, "displaced")]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(
    ("did", "verb", "noun", "measure"),
    [
        ("put", "put", "staff", "other"),
        ("put", "put", "soldier", "deployed"),
        ("sent", "send", "doctor", "deployed"),
        ("deployed", "deploy", "staff", "deployed"),
    ],
)
def test_who_is_no_force_is_deployed_only_where_a_verb_says_so(
    doc_of: Make, anchor: Mark, did: str, verb: str, noun: str, measure: str
) -> None:
    doc = doc_of(OBJECT.format(did=did, verb=verb, noun=noun), [anchor(2, 3, "deployed")])
    (figure,) = find_figures(doc, (), ())
    assert figure.measure == measure


def test_who_took_those_freed_is_not_who_frees_them(doc_of: Make, anchor: Mark) -> None:
    table = """
    Two two NUM 2 nummod
    potters potter NOUN 7 nsubj:pass
    abducted abduct VERB 2 acl
    by by ADP 5 case
    outlaws outlaw NOUN 3 obl:agent
    were be AUX 7 aux:pass
    freed free VERB 0 root
    by by ADP 9 case
    scouts scout NOUN 7 obl:agent
    . . PUNCT 7 punct
    """
    for start, doer in ((4, None), (8, "scouts")):
        mark = anchor(0, 1, "freed", roles=[Role("by", start, start + 1, 0.9)])
        (figure,) = find_figures(doc_of(table, [mark]), (), ())
        assert (figure.by and figure.by.text) == doer


def test_who_breaks_a_crowd_up_is_not_its_doer(doc_of: Make, anchor: Mark) -> None:
    mark = anchor(2, 3, "present", roles=[Role("by", 0, 1, 0.9)])
    table = OBJECT.format(did="dispersed", verb="disperse", noun="marcher").replace("She", "Guards")
    (figure,) = find_figures(doc_of(table, [mark]), (), ())
    assert (figure.measure, figure.by) == ("present", None)


@pytest.mark.parametrize(("noun", "measure"), [("students", "other"), ("lorries", "struck")])
def test_hundreds_who_are_shot_at_are_not_struck(
    doc_of: Make, anchor: Mark, noun: str, measure: str
) -> None:
    lemma = {"students": "student", "lorries": "lorry"}[noun]
    table = f"""
    Police police NOUN 2 nsubj
    fired fire VERB 0 root
    gas gas NOUN 2 obj
    at at ADP 5 case
    hundreds hundred NOUN 2 obl
    of of ADP 7 case
    {noun} {lemma} NOUN 5 nmod
    . . PUNCT 2 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(4, 5, "struck")]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(
    ("did", "verb", "noun", "lemma", "marked", "measure"),
    [
        ("liberated", "liberate", "villages", "village", "freed", "other"),
        ("liberated", "liberate", "captives", "captive", "freed", "freed"),
        ("saw", "see", "shells", "shell", "injured", "launched"),
        ("saw", "see", "monks", "monk", "injured", "injured"),
    ],
)
def test_places_are_not_freed_nor_weapons_hurt(
    doc_of: Make, anchor: Mark, did: str, verb: str, noun: str, lemma: str, marked: str,
    measure: str,
) -> None:  # fmt: skip
    table = OBJECT.replace("{noun} {noun}", "{noun} {lemma}")
    doc = doc_of(table.format(did=did, verb=verb, noun=noun, lemma=lemma), [anchor(2, 3, marked)])
    (figure,) = find_figures(doc, (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(("down", "measure"), [("down", "intercepted"), ("off", "launched")])
def test_weapons_that_are_shot_down_are_intercepted(
    doc_of: Make, anchor: Mark, down: str, measure: str
) -> None:
    table = f"""
    Seventy seventy NUM 2 nummod
    drones drone NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    shot shoot VERB 0 root
    {down} {down} ADP 4 compound:prt
    . . PUNCT 4 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(0, 1, "launched")]), (), ())
    assert figure.measure == measure


DOWN = """
They they PRON 2 nsubj
{did} {verb} VERB 0 root
down down ADP 2 compound:prt
20 20 NUM 5 nummod
{noun} {lemma} NOUN 2 obj
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("did", "verb", "noun", "lemma", "label", "measure"),
    [
        ("burnt", "burn", "houses", "house", "destroyed", "destroyed"),
        ("shot", "shoot", "rockets", "rocket", "launched", "intercepted"),
    ],
)
def test_what_is_burnt_down_is_not_shot_down(
    doc_of: Make, anchor: Mark, did: str, verb: str, noun: str, lemma: str, label: str,
    measure: str,
) -> None:  # fmt: skip
    table = DOWN.format(did=did, verb=verb, noun=noun, lemma=lemma)
    (figure,) = find_figures(doc_of(table, [anchor(3, 4, label)]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(("score", "found"), [(0.8, ["40", "90"]), (0.6, [])])
def test_an_unsure_number_stands_in_a_row_with_a_sure_one(
    doc_of: Make, anchor: Mark, score: float, found: list[str]
) -> None:
    table = """
    They they PRON 2 nsubj
    saw see VERB 0 root
    40 40 NUM 4 nummod
    monks monk NOUN 2 obj
    and and CCONJ 7 cc
    90 90 NUM 7 nummod
    nuns nun NOUN 4 conj
    . . PUNCT 2 punct
    """
    marks = [anchor(2, 3, "other", score=score), anchor(5, 6, "other", score=0.5)]
    assert [f.quantity.text for f in find_figures(doc_of(table, marks), (), ())] == found


def test_a_place_keeps_its_whole_word_with_a_hyphen(anchor: Mark) -> None:
    table = """
    Nine NOUN 2 nsubj
    died VERB 0 root
    in ADP 7 case
    rebel NOUN 6 compound
    ·- PUNCT 4 punct
    ·held VERB 7 amod
    Orla PROPN 2 obl
    """
    mark = anchor(0, 1, "killed", roles=[Role("place", 4, 7, 0.9)])
    (figure,) = find_figures(parsed(table, {"figure": [mark]}), (), ())
    assert figure.place is not None and figure.place.text == "rebel-held Orla"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("At least 400 people were killed on both sides in May.", "At least 400"),
        ("Clashes cost 60 lives on the two sides.", "60"),
    ],
)
def test_sides_are_no_place(text: str, number: str) -> None:
    reading = extract(Article(id="x", text=text))
    (figure,) = [f for f in reading.figures if f.quantity.text == number]
    assert figure.place is None


def test_a_bomb_is_not_hurt_and_who_is_held_is_not_hurt() -> None:
    text = "Two men were killed and four wounded when two bombs went off outside a bus terminal."
    measures = {f.quantity.text: f.measure for f in extract(Article(id="x", text=text)).figures}
    assert measures.get("two") not in ("killed", "injured")
    text = "One shot dead, 41 held as tax protests spread"
    assert [f.measure for f in extract(Article(id="x", text=text)).figures] == ["killed", "held"]


def test_detained_people_who_are_exchanged_are_freed() -> None:
    text = (
        "The Parties agreed to exchange the remaining five detained citizens before the New Year."
    )
    (figure,) = extract(Article(id="x", text=text)).figures
    assert (figure.measure, figure.status) == ("freed", "planned")


REACHED = """
Orla Orla PROPN 2 nsubj
reached reach VERB 0 root
900 900 NUM 4 nummod
people people NOUN 2 obj
"""


@pytest.mark.parametrize("measure", ["displaced", "evacuated"])
def test_people_whom_aid_reaches_have_not_gone(doc_of: Make, anchor: Mark, measure: str) -> None:
    (figure,) = find_figures(doc_of(REACHED, [anchor(2, 3, measure)]), (), ())
    assert figure.measure == "other"
