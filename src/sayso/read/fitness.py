"""An Article to the same Article, ready to be read, or with the problem that forbids it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.read.language import detect
from sayso.read.problems import is_failed
from sayso.read.text import LONGEST
from sayso.record.reading import Article, Problem

#: The fields of an article that hold text.
WRITTEN = ("id", "text", "title", "url", "publisher", "published", "language")
_HALF = re.compile("[\ud800-\udfff]")


def fit(article: Article) -> Article:
    """Return the article with its language, and "empty", "too-long" or "not-english" where due."""
    article = _without_halves(article)
    if is_failed(article.problems):
        return article
    name = article.title or article.id
    if not any(c.isalpha() for c in article.text):
        return _failed(article, "empty", f"the report {name!r:.80} holds no words")
    if len(article.text) > LONGEST:
        length = f"{len(article.text):,} characters, the limit is {LONGEST:,}"
        return _failed(article, "too-long", f"the report {name!r:.80} has {length}")
    language = detect(article.text, given=article.language)
    article = replace(article, language=language)
    if language is None or language.partition("-")[0] == "en":
        return article
    reason = f"the report {name!r:.80} is in another language ({language}), not in English"
    return _failed(article, "not-english", reason)


def _without_halves(article: Article) -> Article:
    """Halves of characters, which no file can hold, as U+FFFD; noted where the text had any."""
    values = {name: getattr(article, name) for name in WRITTEN}
    whole = {name: _HALF.sub("\ufffd", value) for name, value in values.items() if value}
    if all(values[name] == value for name, value in whole.items()):
        return article
    problem = Problem("odd-characters", f"{whole.get('title') or whole['id']!r:.80} had some")
    return replace(article, problems=(*article.problems, problem), **whole)


def _failed(article: Article, code: str, reason: str) -> Article:
    return replace(article, problems=(*article.problems, Problem(code, reason)))
