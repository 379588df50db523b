"""Tests of the page for the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from sayso.cli.terminal import show
from sayso.record.findings import Answer, Event, Poll, Proposal, Stance, Statement, Term
from sayso.record.reading import Problem, Reading
from sayso.record.span import Span

TEXT = "The envoy offered Ruritania a truce if it left the isles. Most people, 61%, were for it."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_offers_and_polls_are_shown_with_their_terms() -> None:
    proposal = Proposal(
        "p1", at("a truce"), (at("The envoy"),), (at("Ruritania"),), state="offered",
        terms=(Term(at("left the isles"), at("Ruritania"), condition=at("if")),),
        stances=(Stance(at("Ruritania"), "undecided"),),
    )  # fmt: skip
    poll = Poll("q1", None, at("Most people"), answers=(Answer(at("for it"), 61.0),))
    told = show(TEXT, Reading("r", proposals=(proposal,), polls=(poll,)), to=io.StringIO())
    for words in (
        "a truce  offered",
        "by The envoy · to Ruritania",
        "· Ruritania: left the isles, on condition: if",
        "Ruritania undecided",
        "no pollster named",
        "61%  for it",
    ):
        assert words in told


def test_an_event_is_shown_with_its_trigger_and_a_word_where_it_is_not_sure() -> None:
    sure = Event("e1", at("offered"), "AGREE", actor=(at("The envoy"),), target=(at("Ruritania"),))
    event = replace(sure, id="e2", actor=(), confidence=0.3)
    told = show(TEXT, Reading("r", events=(sure, event)), to=io.StringIO())
    assert "e1    AGREE  happened\n      The envoy “offered” → Ruritania\n" in told
    assert "e2    AGREE  happened  unsure\n      “offered” → Ruritania\n" in told


def test_the_lines_of_an_entry_keep_their_indent() -> None:
    long = "The envoy of the isles, " * 8
    source = Span.of(long, 0, len(long) - 2)
    statement = Statement("s1", source, source, (source,), anonymous=True)
    told = show(long, Reading("r", title="t", statements=(statement,)), to=io.StringIO())
    entry = told.partition("s1    ")[2].splitlines()
    assert len(entry) > 3 and all(line[:6] in ("", " " * 6) for line in entry[1:])
    assert "name withheld" in " ".join(told.split())


def test_a_report_without_findings_says_so_and_a_failed_one_says_why() -> None:
    assert "Nothing was found" in show("", Reading("r"), to=io.StringIO())
    failed = show(
        "", Reading("r", problems=(Problem("empty", "it holds no words"),)), to=io.StringIO()
    )
    assert "empty: it holds no words" in failed
    assert "Nothing was found" not in failed


def test_a_terminal_gets_colours_unless_it_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    reading = Reading("r", problems=(Problem("empty", "no words"),))
    assert "\x1b[31m" in show("", reading, to=Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in show("", reading, to=Terminal())
