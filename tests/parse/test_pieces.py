"""Words to pieces: greedy, lower-cased, bounded, and never empty."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import pieces
from sayso.parse.pieces import WordPieces, shape

VOCABULARY = [
    "[PAD]",
    "[unused1]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "cease",
    "##fire",
    "fire",
    "u",
    "s",
    ".",
    "a",
    "##a",
]
CODER = WordPieces(VOCABULARY)


def named(word: str) -> list[str]:
    return [VOCABULARY[n] for n in CODER.of(word)[0]]


def test_the_longest_piece_is_taken_first() -> None:
    assert named("Ceasefire") == ["cease", "##fire"]


def test_punctuation_inside_a_word_stands_alone() -> None:
    assert named("U.S.") == ["u", ".", "s", "."]


def test_accents_are_dropped() -> None:
    assert named("á") == ["a"]


def test_a_word_without_pieces_is_unknown() -> None:
    assert named("xyz") == ["[UNK]"]


def test_white_space_is_a_break() -> None:
    assert named("\n\n") == ["[unused1]"]


def test_a_word_of_a_hundred_thousand_letters_is_one_unknown() -> None:
    assert named("a" * 100_000) == ["[UNK]"]


@given(st.lists(st.text(min_size=1), max_size=20))
def test_every_word_has_a_first_piece_in_the_window(words: list[str]) -> None:
    coded = CODER.encode(words)
    assert len(coded.ids) == len(coded.shapes)
    assert coded.first == sorted(set(coded.first))
    assert len(coded.first) == len(words)
    assert all(0 < f < len(coded.ids) - 1 for f in coded.first)
    assert all(len(CODER.of(w)[0]) <= pieces.MOST_PIECES for w in words)


def test_shapes_keep_the_case_that_the_pieces_lose() -> None:
    words = ["troops", "Rafah", "UN", "McKay", "27,585", "—", "A"]
    wanted = [
        pieces.LOWER,
        pieces.TITLE,
        pieces.UPPER,
        pieces.MIXED,
        pieces.DIGIT,
        pieces.OTHER,
        pieces.TITLE,
    ]
    assert [shape(w) for w in words] == wanted
