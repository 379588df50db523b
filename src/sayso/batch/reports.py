"""Reports to Readings: one, or many in the order of the input, constant in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sayso.batch.one import Hall, Pair, read_one
from sayso.errors import InputError, UsageError
from sayso.read.dates import read_day
from sayso.read.files import find_files, read_bytes, read_files
from sayso.read.fitness import fit
from sayso.record.reading import Article, Reading, text_id


def read(source: str | Path | bytes | Article, *, published: str | None = None) -> Reading:
    """Return the record of one report: a path, the bytes of a file, or an Article.

    ``published`` is the ISO day of publication where the file does not tell it. What cannot be
    read gives a Reading with a problem. Raises InputError where there is no such file, and
    UsageError where it holds more than one report.
    """
    day = day_of(published)
    if isinstance(source, Article):
        articles: Iterable[Article] = (fit(source),)
    elif isinstance(source, bytes):
        articles = read_bytes(source, published=day)
    else:
        articles = read_files(find_files([source]), published=day)
    found = list(islice(articles, 2))
    if not found:
        raise InputError(f"{source!s:.200} holds no report", "give a file with a report in it")
    if len(found) > 1:
        raise UsageError(f"{source!s:.200} holds more than one report", "use sayso.stream for it")
    return read_one(found[0])


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """Return the record of a report's text; every span counts the characters of ``text``.

    ``published`` is an ISO date, from which "Tuesday" is counted; UsageError where it is none.
    """
    day = day_of(published)
    article = Article(id or text_id(text), text, title, url, publisher, day)
    return read_one(fit(article))


def stream(inputs: str | Path | Iterable[str | Path], *, jobs: int = 1) -> Iterator[Reading]:
    """Yield a reading for every report of files and folders, in their order.

    With ``jobs`` above 1 as many processes read side by side and the same readings come out; a
    script then needs its ``if __name__ == "__main__":``. Raises InputError where a path does not
    exist.
    """
    paths = [inputs] if isinstance(inputs, (str, Path)) else inputs
    pairs = read_all(read_files(find_files(paths)), jobs=jobs)
    return (reading for _, reading in pairs)


def read_all(
    articles: Iterable[Article], *, jobs: int = 1, hall: Hall | None = None
) -> Iterator[Pair]:
    """Yield every article with its reading, in order; ``hall`` takes the place of the extraction.

    Raises UsageError where ``jobs`` is below 1.
    """
    if jobs < 1:
        raise UsageError(f"{jobs} jobs cannot be started", "give a number of 1 or more")
    if jobs == 1:
        return ((article, read_one(article, hall=hall)) for article in articles)
    from sayso.batch.pool import read_side_by_side

    return read_side_by_side(articles, jobs, hall)


def day_of(published: str | None) -> str | None:
    """Return a given day of publication as an ISO date; UsageError where it is none."""
    day, problems = read_day(published)
    if problems:
        raise UsageError(problems[0].reason, "give the day of publication as 2024-02-06")
    return day
