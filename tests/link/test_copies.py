"""Copies: families of one report, and the words that changed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.planting import plant_copies, score_families
from sayso.link.copies import families, link_copies
from sayso.link.versions import edits
from sayso.record.reading import Article

WORDS = [f"{a}{b}{c}" for a in ("ka", "lo", "mi", "ter", "sun") for b in ("ra", "ven", "dol", "pi")
         for c in ("", "n", "st", "mo", "lek")]  # fmt: skip


def report(draw: random.Random, number: int) -> Article:
    """A report of made-up words, in sentences."""
    words = [draw.choice(WORDS) for _ in range(draw.randrange(120, 400))]
    return Article(f"r{number}", " ".join(words), published="2024-02-06")


def test_planted_copies_with_edits_are_found_and_no_two_reports_are_mixed() -> None:
    draw = random.Random(5)
    planted = plant_copies([report(draw, n) for n in range(80)], draw)
    tally, mixed = score_families(planted)
    assert tally.recall >= 99
    assert mixed == 0


def test_the_oldest_member_names_the_family() -> None:
    text = " ".join(random.Random(1).choices(WORDS, k=90))
    articles = [
        Article("late", text, published="2024-02-07"),
        Article("early", text, published="2024-02-06"),
        Article("other", " ".join(random.Random(2).choices(WORDS, k=90))),
    ]
    links = link_copies(articles)
    assert [(link.a, link.b, link.score) for link in links] == [("late", "early", 1.0)]
    (family,) = families(articles, links)
    assert (family.id, family.members) == ("early", ("early", "late"))


def test_a_stock_phrase_makes_no_family() -> None:
    stock = "The ministry did not answer questions. The claim could not be verified."
    draw = random.Random(3)
    articles = [Article(str(n), report(draw, n).text + " " + stock) for n in range(20)]
    assert link_copies(articles) == []


def test_the_same_formula_on_other_days_makes_no_family() -> None:
    one = "Shelling in the valley killed seven people on Tuesday, the rescue service said at noon."
    two = one.replace("seven", "nine")
    articles = [
        Article("a", one, published="2024-02-06"),
        Article("b", two, published="2024-03-06"),
    ]
    assert link_copies(articles) == []


def test_edits_name_what_changed_and_whether_it_is_a_number() -> None:
    old, new = "At least 12 people died, police said.", "At least 15 people died, the police said."
    found = [
        (e.kind, e.old and e.old.text, e.new and e.new.text, e.number) for e in edits(old, new)
    ]
    assert found == [("replaced", "12", "15", True), ("added", None, "the", False)]


@given(st.text(max_size=80), st.text(max_size=80))
def test_edits_are_verbatim_and_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    for edit in edits(old, new):
        assert edit.old is None or edit.old.is_verbatim(old)
        assert edit.new is None or edit.new.is_verbatim(new)
        assert edit.old is not None or edit.new is not None
    if old == new:
        assert list(edits(old, new)) == []


@pytest.mark.parametrize("text", ["", "...", "a", "word " * 3])
def test_texts_of_few_words_are_no_trouble(text: str) -> None:
    assert len(link_copies([Article("a", text), Article("b", text)])) <= 1
