"""The word lists of proposals and polls: sorted, sourced, without doubles, in known kinds."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.language.word_lists import rows

KINDS = {
    "bargain_nouns": {"truce", "deal", "offer", "plan", "ultimatum", "weak", "refer", "party"},
    "bargain_verbs": {
        "provide", "bind", "offer", "agree", "accept", "reject", "weigh", "break", "mediate",
        "lapse", "deal", "propose", "wish", "set",
        "side", "carry", "do",
    },
    "bargain_states": {
        "accepted:holds", "broken:holds", "broken:object", "broken:subject", "expired:holds",
        "expired:subject", "in-force:holds", "in-force:object", "in-force:subject",
        "offered:object", "offered:subject", "rejected:holds", "rejected:object",
        "rejected:subject",
        "under-negotiation:holds", "under-negotiation:object",
    },
    "term_topics": {"captives", "pause", "prisoners", "remains", "withdrawal"},
    "poll_words": {
        "again", "asked", "asking", "change", "finding", "group", "manner", "noun", "opinion",
        "people", "result", "speaking", "trade", "winning",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_a_list_is_sorted_and_says_where_it_comes_from(name: str) -> None:
    path = files("sayso.language").joinpath("data", f"{name}.tsv")
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ") and "written for this project" in head
    assert lines == sorted(set(lines))
    assert all(len(row) == 2 and row[0] == row[0].lower() for row in rows(name))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_a_list_is_one_that_the_rules_ask_for(name: str) -> None:
    assert {kind for _, kind in rows(name)} == KINDS[name]
