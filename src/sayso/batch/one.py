"""One Article to its Reading, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable

from sayso.errors import SaysoError
from sayso.read.problems import is_failed
from sayso.record.reading import Article, Problem, Reading, text_hash

Hall = Callable[[Article], Reading]
Pair = tuple[Article, Reading]


def read_one(article: Article, *, hall: Hall | None = None) -> Reading:
    """Return an article's reading; a fault of the program becomes the problem "crashed"."""
    if is_failed(article.problems):
        return unread(article)
    try:
        return (hall or _extraction())(article)
    except SaysoError:
        raise
    except Exception as fault:  # one report must not stop the others
        reason = f"the program failed on it: {type(fault).__name__}: {fault!s:.200}"
        return unread(article, Problem("crashed", reason))


def unread(article: Article, *problems: Problem) -> Reading:
    """Return the reading of a report that could not be read: its head and what went wrong."""
    return Reading(
        id=article.id,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        language=article.language,
        sha256=text_hash(article.text),
        problems=(*article.problems, *problems),
    )


def _extraction() -> Hall:
    """The hall, loaded when the first report that can be read comes in."""
    from sayso.extract import extract

    return extract
