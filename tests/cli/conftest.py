"""What the tests of the command line share: a small extraction, and a way to run a command."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from sayso.batch.one import unread
from sayso.cli.main import main
from sayso.record.findings import Event, Figure, Statement
from sayso.record.reading import Article, Reading
from sayso.record.span import Span


def plain_hall(article: Article) -> Reading:
    """Find "NAME said", "killed" and numerals by their letters alone, to be shown and written."""
    text = article.text
    statements = [
        Statement(
            f"s{n}",
            Span.of(text, *m.span(1)),
            Span.of(text, *m.span(2)),
            (Span.of(text, *m.span(3)),),
        )
        for n, m in enumerate(re.finditer(r"(\w+) (said) ([^.\r\n]+)", text), 1)
    ]
    events = [
        Event(f"e{n}", Span.of(text, *m.span()), "ASSAULT", statement=_of(statements, m.start()))
        for n, m in enumerate(re.finditer("killed", text), 1)
    ]
    figures = [
        Figure(
            f"f{n}",
            Span.of(text, *m.span()),
            int(m[0]),
            int(m[0]),
            "killed",
            statement=_of(statements, m.start()),
        )
        for n, m in enumerate(re.finditer(r"[0-9]+", text), 1)
    ]
    return replace(
        unread(article),
        statements=tuple(statements),
        events=tuple(events),
        figures=tuple(figures),
    )


def _of(statements: list[Statement], at: int) -> str | None:
    return next((s.id for s in statements if s.content[0].start <= at < s.content[0].end), None)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command with the small extraction; ``input`` is its standard input."""

    def run_command(*words: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(words), input=input, obj=plain_hall)

    return run_command
