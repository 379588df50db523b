"""A text becomes a Doc: nothing is lost, nothing raises, and the time stays bounded."""

import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.language.anchors import TELLING, Anchor, Role, anchors
from sayso.parse.document import ATTRIBUTES, _moved, _set_spaces, _signed, parse
from sayso.parse.model import model
from sayso.parse.tokens import tokenise

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


def test_an_anchor_moves_with_its_roles_and_its_window() -> None:
    likely = np.full((4, 1), 0.5, dtype=np.float32)
    labels = {"state": {"offered": 1.0}}
    mark = Anchor("proposal", 3, 4, "NAME", 0.9, (Role("by", 1, 2, 0.8),), labels, 1, likely)
    moved = _moved(mark, 10)
    roles = (Role("by", 11, 12, 0.8),)
    assert moved == Anchor("proposal", 13, 14, "NAME", 0.9, roles, labels, 11)
    assert moved.chances is likely
    assert _moved(mark, 0) == mark


def test_a_word_below_white_space_alone_becomes_a_root() -> None:
    doc = tokenise("Guns fell\n\nMen fled")
    add = doc.vocab.strings.add
    rows = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.int64)
    rows[:, 0] = [1, 0, 0, 1, -2]  # "fled" hangs on the break, as a root
    rows[:, 1] = [_signed(add(d)) for d in ("nsubj", "root", "root", "nsubj", "conj")]
    _set_spaces(doc, rows)
    assert rows[:, 0].tolist() == [1, 0, -1, 1, 0]
    labels = [doc.vocab.strings[int(code) % 2**64] for code in rows[:, 1]]
    assert labels == ["nsubj", "root", "dep", "nsubj", "root"]


def test_every_word_has_its_vector_in_half_precision() -> None:
    doc = parse(REPORT, model())
    assert doc.tensor.dtype == np.float16
    assert len(doc.tensor) == len(doc)
    assert doc.tensor.ndim == 2
    assert np.isfinite(doc.tensor).all()


def test_the_vector_of_a_word_is_the_one_that_the_encoder_gives_it() -> None:
    doc = parse(REPORT, model())
    pieces = [model().pieces.of(t.text) for t in doc]
    words, _, _ = model().run(model().pieces.joined(pieces))
    assert np.array_equal(doc.tensor, words.astype(np.float16))


def test_words_of_all_windows_have_vectors_in_text_order() -> None:
    alone = parse(REPORT, model())
    many = parse("\n\n".join([REPORT] * 60), model())
    assert len(many.tensor) == len(many)
    last = [t.i for t in many if t.text == "blame"][-1]
    first = next(t.i for t in alone if t.text == "blame")
    close = np.corrcoef(many.tensor[last].astype(float), alone.tensor.astype(float))[0, 1:]
    assert close.argmax() == first


def test_what_words_tell_of_stances_and_states_has_a_row_a_word() -> None:
    doc = parse(REPORT, model())
    told = doc.user_data[TELLING]
    assert set(told) <= {"stand", "fate"}
    assert all(len(rows) == len(doc) for rows in told.values())


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
