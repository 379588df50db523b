"""A text becomes a Doc: nothing is lost, nothing raises, and the time stays bounded."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.language.anchors import anchors
from sayso.parse.document import lemma, parse
from sayso.parse.model import model

REPORT = (
    "Gunmen killed at least 12 people in the border town on Tuesday, the army said. "
    "A rebel spokesman denied that his men were to blame."
)


def test_sentences_trees_and_entities_are_set() -> None:
    doc = parse(REPORT, model())
    assert len(list(doc.sents)) == 2
    assert all(sum(t.head == t for t in s) == 1 for s in doc.sents)
    assert next(t for t in doc if t.text == "killed").lemma_ == "kill"
    assert next(t for t in doc if t.text == "Gunmen").dep_ == "nsubj"


def test_anchors_of_every_kind_are_kept_with_the_doc() -> None:
    doc = parse(REPORT, model())
    assert [doc[a.start].text for a in anchors(doc, "statement")] == ["said", "denied"]
    assert "killed" in [doc[a.start].text for a in anchors(doc, "event")]
    assert [a.label for a in anchors(doc, "figure")] == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "a",
        "x" * 100_000,
        "的" * 2000,
        "قال الجيش",
        "1" * 3000,
        "( [ “ ”",
        "e\u0301" * 500,
    ],
)
def test_strange_texts_give_a_doc_of_the_same_text(text: str) -> None:
    assert parse(text, model()).text == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_no_text_raises_or_is_changed(text: str) -> None:
    doc = parse(text, model())
    assert doc.text == text
    assert all(0 <= t.head.i < len(doc) for t in doc)


def test_a_sentence_of_two_thousand_words_is_read_whole_in_bounded_time() -> None:
    text = "The army said that " + "troops and tanks moved on and " * 330 + "the town fell."
    begun = time.process_time()
    doc = parse(text, model())
    assert doc.text == text
    assert all(t.dep_ for t in doc)
    assert time.process_time() - begun < 20


def test_the_same_text_parses_the_same_beside_others() -> None:
    alone = [(t.head.i, t.dep_) for t in parse(REPORT, model())]
    parse(REPORT * 5, model())
    assert [(t.head.i, t.dep_) for t in parse(REPORT, model())] == alone


@pytest.mark.parametrize(
    ("word", "script", "upos", "wanted"),
    [
        ("killed", "2:", "VERB", "kill"),
        ("Went", "4:go", "VERB", "go"),
        ("Americans", "9:American", "NOUN", "American"),
        ("Argentine", "7:Spanish", "ADJ", "Argentine"),
        ("Gaza", "0:", "PROPN", "Gaza"),
        ("a", "1:", "DET", "a"),
    ],
)
def test_a_lemma_script_strips_and_adds(word: str, script: str, upos: str, wanted: str) -> None:
    assert lemma(word, script, upos) == wanted
