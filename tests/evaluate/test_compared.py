"""How often two sets of weights read a word otherwise."""

from __future__ import annotations

from dataclasses import replace

from sayso.evaluate.compared import read_otherwise
from sayso.parse.model import model

TEXT = "Gunmen killed two men.\n\nThe army denied it."


def test_the_same_weights_read_no_word_otherwise() -> None:
    assert read_otherwise([TEXT], model(), model()) == (10, {})


def test_a_layer_in_which_two_differ_is_counted_word_by_word() -> None:
    upos = [f"{name}" if name != "VERB" else "NOUN" for name in model().tags["upos"]]
    other = replace(model(), tags=model().tags | {"upos": upos})
    words, differ = read_otherwise([TEXT], model(), other)
    assert (words, differ["part of speech"]) == (10, 2)
    assert differ["head"] == differ["entity"] == 0
