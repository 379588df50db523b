"""An Article to the same Article, ready to be read, or with the problem that forbids it."""

from __future__ import annotations

from dataclasses import replace

from sayso.read.language import detect
from sayso.read.problems import is_failed
from sayso.read.text import LONGEST
from sayso.record.reading import Article, Problem


def fit(article: Article) -> Article:
    """Return the article with its language, and "empty", "too-long" or "not-english" where due."""
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


def _failed(article: Article, code: str, reason: str) -> Article:
    return replace(article, problems=(*article.problems, Problem(code, reason)))
