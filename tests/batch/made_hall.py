"""A small extraction, in a file that other processes can load, and reports that do it harm."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import replace
from pathlib import Path

from sayso.batch.one import unread
from sayso.errors import ModelError
from sayso.record.findings import Event, Figure, Statement
from sayso.record.grounding import Place, Where
from sayso.record.reading import Article, Reading
from sayso.record.span import Span

#: The folder in which a hall leaves its marks, told by the environment.
MARKS = "SAYSO_TEST_MARKS"


def made(article: Article) -> Reading:
    """Find "said", "killed", "Rafah" and numerals by their letters alone."""
    text = article.text
    return replace(
        unread(article),
        statements=tuple(
            Statement(f"s{n}", Span.of(text, *m.span(1)), Span.of(text, *m.span(2)), ())
            for n, m in enumerate(re.finditer(r"(\w+) (said)", text), 1)
        ),
        events=tuple(
            Event(f"e{n}", Span.of(text, *m.span()), "ASSAULT", confidence=1 / n)
            for n, m in enumerate(re.finditer("killed", text), 1)
        ),
        figures=tuple(
            Figure(f"f{n}", Span.of(text, *m.span()), int(m[0]), None, "killed")
            for n, m in enumerate(re.finditer("[0-9]+", text), 1)
        ),
        places=tuple(
            Place("p1", Span.of(text, *m.span()), Where("Rafah", lat=31.3, lon=34.25))
            for m in re.finditer("Rafah", text)
        ),
    )


def harmed(article: Article) -> Reading:
    """The same; some words in a report harm the process that reads it."""
    if "deadly" in article.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "endless" in article.text:
        time.sleep(600)
    if "hungry" in article.text:
        bytearray(3_000_000_000)
    if "faulty" in article.text:
        raise LookupError("no such thing")
    return made(article)


def counted(article: Article) -> Reading:
    """The same as ``made``; every report that is read leaves a line."""
    with (Path(os.environ[MARKS]) / "read").open("a") as stream:
        stream.write(article.id + "\n")
    return made(article)


def slow(article: Article) -> Reading:
    """The same as ``counted``, but it takes its time."""
    time.sleep(0.02)
    return counted(article)


def murderous(article: Article) -> Reading:
    """The same as ``made``, but the first report 7 ends the process that gave it."""
    mark = Path(os.environ[MARKS]) / "murder"
    if article.id == "7" and not mark.exists():
        mark.touch()
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(600)
    return made(article)


def after_another(article: Article) -> Reading:
    """The same as ``made``, but a report "second" cannot be read where one was read before."""
    before = Path(os.environ[MARKS]) / str(os.getpid())
    if "second" in article.text and before.exists():
        os._exit(5)
    before.touch()
    return made(article)


def without_model(article: Article) -> Reading:
    """Nothing: the weights are missing."""
    raise ModelError("the weights are gone", "get them")
