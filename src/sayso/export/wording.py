"""Findings to the plain words that every page says them in: bounds, scope, say-so, context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.grounding import Actor, Party, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span

UNNAMED = "a source that is not named"
SCOPES = {"event": "in one happening", "window": "in a stated period", "total": "running total"}
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE = re.compile("[\r\n]")
_SPACES = re.compile(r"\s+")
#: Below this confidence a finding is called unsure; a confidence of 0 is none.
SURE = 0.6
#: The most characters of a text's first line that stand for a title.
TITLE = 100
Finding = Event | Figure | Poll | Proposal | Statement


def title(text: str, reading: Reading) -> str:
    """Return the title of a report, the first line of its text where it has none, else its id."""
    return one_line(reading.title) if reading.title else first_line(text) or one_line(reading.id)


def first_line(text: str) -> str:
    """Return the first line of a text that holds words, cut where it is long; "" without one."""
    first = one_line(next((line for line in text.splitlines() if line.strip()), ""))
    if len(first) > TITLE:
        first = first[:TITLE].rpartition(" ")[0].rstrip(",;:") + " …"
    return first


def is_unsure(finding: Finding) -> bool:
    """Tell whether a finding has a confidence, and a low one."""
    return 0 < finding.confidence < SURE


def bounds(low: int | float | None, high: int | float | None) -> str:
    """Return "12", "12 or more", "up to 12" or "7 to 11"; "not told" where neither is known."""
    if low is None and high is None:
        return "not told"
    if low is None or high is None:
        return f"{low:,} or more" if low is not None else f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def scope(figure: Figure) -> str:
    """Return what stretch a figure counts over, with its first and last day where told."""
    days = [f"since {figure.since}"] if figure.since else []
    days += [f"until {figure.until}"] if figure.until else []
    return " ".join([SCOPES[figure.scope], *days])


def days(when: When | None) -> str:
    """Return the days that a time covers: "1999-09-20", "1999-09-20 or later"; "" if none."""
    if when is None or when.kind == "unresolved":
        return ""
    if when.earliest == when.latest:
        return when.earliest or ""
    if when.earliest is None or when.latest is None:
        return f"{when.earliest} or later" if when.earliest else f"up to {when.latest}"
    return f"{when.earliest} to {when.latest}"


def area(where: Where | None) -> str:
    """Return where a place lies and how exact that is: "Rafah, PSE (city)"; "" if not known."""
    if where is None or where.precision is None:
        return ""
    country = f", {where.country}" if where.country else ""
    return one_line(f"{where.name}{country} ({where.precision})")


def party(actor: Actor) -> str:
    """Return who a name stands for, with country and PLOVER sector where known."""
    return one_line(" ".join([actor.name, *filter(None, (actor.country, actor.sector))]))


def names_in(parties: Iterable[Party]) -> Callable[[Span], str]:
    """Return what tells the name of the party that a span of a report stands for.

    It is the grounded name where the span, but for "the", is a mention of a party: "the group" is
    the rebels that it stands for. Else it is the words of the text, and so it is where the party
    has no name but what it is ("government" of "his government").
    """
    known = {
        (party.span.start, party.span.end): party.actor.name
        for party in parties
        if party.actor is not None and not party.actor.name[:1].islower()
    }

    def name(span: Span) -> str:
        starts = (span.start, span.start + 4 * span.text.lower().startswith("the "))
        return next((known[s, span.end] for s in starts if known.get((s, span.end))), span.text)

    return name


def named(statement: Statement) -> str:
    """Return who a statement is from: the name, and the pronoun that stood for it."""
    if statement.source is None:
        return UNNAMED
    name = one_line(statement.source.text)
    written = statement.source_written
    return f"{name} (written “{one_line(written.text)}”)" if written else name


def say_so(reading: Reading, finding: Finding) -> tuple[str, ...]:
    """Return on whose word a finding rests, the report's outlet first, the nearest source last.

    A poll rests on the outlet alone: its pollster is a field of it. Whoever passes on words of
    their own ("he said he hoped") is told once.
    """
    outlet = one_line(reading.publisher) if reading.publisher else "the report"
    chain = () if isinstance(finding, Poll) else reading.chain(finding)
    outer = [s for s, inner in zip(chain[1:], chain, strict=False) if not _is_same(s, inner)]
    return (outlet, *(named(s) for s in reversed([*chain[:1], *outer])))


def _is_same(outer: Statement, inner: Statement) -> bool:
    """Tell whether both statements are of one named source."""
    return outer.source is not None and outer.source == inner.source


def context(text: str, span: Span, *, around: int = 90) -> tuple[str, str, str]:
    """Return the words before a span, the span, and those after it, within its paragraph.

    ``around`` is the most characters on either side; words are not cut, and "…" stands for what
    is left out.
    """
    before = _LINE.split(text[max(0, span.start - around) : span.start])[-1]
    after = _LINE.split(text[span.end : span.end + around])[0]
    if span.start > len(before) and text[span.start - len(before) - 1] not in "\r\n":
        before = "… " + before.partition(" ")[2]
    if span.end + len(after) < len(text) and text[span.end + len(after)] not in "\r\n":
        after = after.rpartition(" ")[0] + " …"
    return tuple(_SPACES.sub(" ", printable(s)) for s in (before, span.text, after))  # type: ignore[return-value]


def one_line(words: str) -> str:
    """Return words on one line, without characters that steer a screen."""
    return _SPACES.sub(" ", printable(words)).strip()


def printable(words: str) -> str:
    """Return words with every character that steers a screen or turns its direction as U+FFFD."""
    return _CONTROLS.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))
