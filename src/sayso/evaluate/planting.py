"""Articles to articles with copies planted among them, and the families that must come out."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.evaluate.tally import Tally
from sayso.link.copies import families, link_copies
from sayso.record.reading import Article

#: Share of words that the heaviest copy-editor changes.
HEAVY = 0.15


def plant_copies(
    articles: Sequence[Article], draw: random.Random, copies: int = 3
) -> dict[str, list[Article]]:
    """Return, by the id of each article, the article and its edited copies."""
    words = sorted({word for a in articles for word in a.text.split()})
    return {
        article.id: [
            article,
            *(_copy(article, EDITS[draw.randrange(len(EDITS))], n, draw, words)
              for n in range(copies)),
        ]
        for article in articles
    }  # fmt: skip


def score_families(planted: dict[str, list[Article]]) -> tuple[Tally, int]:
    """Return the tally of pairs found in one family, and how many families mix two originals."""
    articles = [article for group in planted.values() for article in group]
    origin = {article.id: id for id, group in planted.items() for article in group}
    found = families(articles, link_copies(articles))
    tally, mixed = Tally(), 0
    tally.gold = sum(len(g) * (len(g) - 1) // 2 for g in planted.values())
    for family in found:
        sources = [origin[member] for member in family.members]
        tally.found += len(sources) * (len(sources) - 1) // 2
        tally.hit += sum(a == b for n, a in enumerate(sources) for b in sources[:n])
        mixed += len(set(sources)) > 1
    return tally, mixed


Edit = Callable[[list[str], random.Random, list[str]], list[str]]


def _copy(
    article: Article, edit: Edit, number: int, draw: random.Random, words: list[str]
) -> Article:
    text = " ".join(edit(article.text.split(), draw, words))
    return replace(article, id=f"{article.id}+{number}", text=text)


def _same(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    return ["TOWN,", "Feb", "6", "(Wire)", "-", *text]


def _changed(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    share = draw.uniform(0.01, HEAVY)
    return [draw.choice(words) if draw.random() < share else word for word in text]


def _cut(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    kept = max(int(len(text) * draw.uniform(0.3, 0.9)), min(40, len(text)))
    return text[:kept]


def _longer(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    return text + [draw.choice(words) for _ in range(len(text) // 2)]


def _numbers(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    return [re.sub(r"\d+", str(draw.randrange(2, 90)), word) for word in text]


def _lead(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    return [draw.choice(words) for _ in range(12)] + text[8:]


def _thinned(text: list[str], draw: random.Random, words: list[str]) -> list[str]:
    """Leave out stretches of a dozen words, as a sub-editor does."""
    return [w for n, w in enumerate(text) if (n // 12) % draw.randrange(4, 6) != 1]


EDITS: tuple[Edit, ...] = (_same, _changed, _cut, _longer, _numbers, _lead, _thinned)
