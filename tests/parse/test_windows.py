"""Windows cover all words in order, each of bounded length."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.parse.windows import WINDOW, cut


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", ".", "b"]), st.integers(1, 16), st.booleans()),
        min_size=1,
        max_size=400,
    )
)
def test_windows_cover_every_word_once_in_order(words: list[tuple[str, int, bool]]) -> None:
    lengths = [n for _, n, _ in words]
    ranges = cut([w for w, _, _ in words], lengths, [b for _, _, b in words])
    assert [i for r in ranges for i in r] == list(range(len(words)))
    assert all(sum(lengths[r.start : r.stop]) <= WINDOW for r in ranges)


def test_paragraphs_that_fit_are_not_parted() -> None:
    words = ["w"] * 300
    breaks = [i % 100 == 0 for i in range(300)]
    assert cut(words, [1] * 300, breaks) == [range(100), range(100, 200), range(200, 300)]


def test_a_long_paragraph_is_parted_behind_a_full_stop() -> None:
    words = ["."] * 1 + ["w"] * 149 + ["."] + ["w"] * 100
    assert cut(words, [1] * 251, [True] + [False] * 250)[0] == range(151)


def test_a_text_without_a_full_stop_is_parted_all_the_same() -> None:
    ranges = cut(["w"] * 1000, [1] * 1000, [True] + [False] * 999)
    assert all(len(r) <= WINDOW for r in ranges)
    assert sum(len(r) for r in ranges) == 1000
