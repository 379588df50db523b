"""A paragraph and an item of a list begin where they begin."""

from __future__ import annotations

from sayso.language.lines import is_item, opening

TEXT = "The week:\n- Tarim was shelled.\n- Two drivers were hurt\non the road.\n\nNo more."


def test_an_item_of_a_list_and_a_paragraph_have_openings_of_their_own() -> None:
    starts = [opening(TEXT, TEXT.index(word)) for word in ("week", "Tarim", "Two", "road", "No")]
    items = [TEXT.index("- Tarim"), TEXT.index("- Two")]
    assert starts == [0, items[0], items[1], items[1], TEXT.index("No")]
    assert [is_item(TEXT, start) for start in starts] == [False, True, True, True, False]
