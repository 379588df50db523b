"""A reading to a page for the terminal: who says what, what happened, how many, with the words."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.export import wording
from sayso.export.wording import one_line
from sayso.record.findings import Event, Figure, Poll, Proposal, Statement, Term
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

#: Columns of a page that goes to a file or a pipe, and the most on a terminal.
WIDTH, WIDEST = 100, 110
SAYS, EVENT, FIGURE, TABLED = "dodger_blue1", "dark_orange3", "green4", "magenta"
SOFT = "bright_black"
INDENT = 6


def show(text: str, reading: Reading, *, to: IO[str]) -> str:
    """Return the page of a reading, with colours where ``to`` is a terminal that wants them."""
    screen = Console(file=to)
    width = min(screen.width, WIDEST) if screen.is_terminal else WIDTH
    page = Console(
        file=StringIO(),
        width=width,
        force_terminal=screen.is_terminal,
        no_color=screen.no_color,
        color_system="256" if screen.is_terminal else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in _page(text, reading):
        page.print(part)
    written = page.file
    assert isinstance(written, StringIO)
    return "\n".join(line.rstrip() for line in written.getvalue().split("\n"))


def _page(text: str, reading: Reading) -> Iterator[RenderableType]:
    yield Text(wording.title(text, reading), "bold")
    about = [one_line(w) for w in (reading.publisher, reading.published) if w]
    yield Text(" · ".join([*about, one_line(reading.id)]), SOFT)
    for problem in reading.problems:
        yield Text(f"{one_line(problem.code)}: {one_line(problem.reason)}", "red")
    yield Text()
    if reading.statements:
        yield _title("Who says what", SAYS)
        yield from (_statement(text, reading, s) for s in reading.statements)
    if reading.events:
        yield _title("What happened, and what did not", EVENT)
        yield from (_event(text, reading, e) for e in reading.events)
    if reading.figures:
        yield _title("How many, by whose count", FIGURE)
        yield from (_figure(text, reading, f) for f in reading.figures)
    if reading.proposals or reading.polls:
        yield _title("On the table, and what people were asked", TABLED)
        yield from (_proposal(reading, p) for p in reading.proposals)
        yield from (_poll(q) for q in reading.polls)
    findings = (reading.statements, reading.events, reading.figures, reading.proposals)
    if not (any(findings) or reading.polls or reading.problems):
        yield Text("Nothing was found in this report.\n", SOFT)


def _title(words: str, colour: str) -> RenderableType:
    return Rule(Text(words, f"bold {colour}"), align="left", style=SOFT)


def _entry(id: str, colour: str, *lines: Text) -> RenderableType:
    grid = Table.grid(padding=0)
    grid.add_column(width=max(INDENT, len(id) + 1))
    grid.add_column()
    grid.add_row(Text(one_line(id), colour), Group(*(line for line in lines if line), Text()))
    return grid


def _head(head: Text, finding: wording.Finding) -> Text:
    """The first line of an entry, with a word where the finding is not sure."""
    if wording.is_unsure(finding):
        head.append("  ").append("unsure", "italic")
    return head


def _statement(text: str, reading: Reading, s: Statement) -> RenderableType:
    who = Text(wording.named(s), "bold")
    if s.anonymous:
        who.append("  name withheld", "italic")
    facts = [s.source_type, f"{s.act}, {s.manner}"]
    facts += [f"to {one_line(s.to.text)}"] if s.to else []
    facts += [f"passed on in {s.within}"] if s.within else []
    content = " … ".join(one_line(c.text) for c in s.content)
    said = Text.assemble((one_line(s.cue.text), f"bold {SAYS}"), f": {content}")
    return _entry(s.id, SAYS, _head(who, s), said, Text(" · ".join(facts), SOFT))


def _event(text: str, reading: Reading, e: Event) -> RenderableType:
    kind = Text(" ".join([e.type, *([e.mode] if e.mode else [])]), "bold")
    kind.append("  ").append(e.status, "" if e.status in REAL_STATUSES else "italic reverse")
    did = Text(f"{_names(e.actor)} " if e.actor else "")
    did.append(f"“{one_line(e.trigger.text)}”", f"bold {EVENT}")
    did.append(f" → {_names(e.target)}" if e.target else "")
    return _entry(
        e.id,
        EVENT,
        _head(kind, e),
        did,
        Text(" · ".join(_place_and_time(e))),
        _words(text, e.trigger, EVENT),
        _rests_on(reading, e),
    )


def _figure(text: str, reading: Reading, f: Figure) -> RenderableType:
    count = Text(wording.bounds(f.low, f.high), "bold")
    count.append(f" {one_line(f.of.text)}" if f.of else "").append(f", {f.measure}")
    if f.status != "happened":
        count.append("  ").append(f.status, "italic reverse")
    facts = [
        f"“{one_line(f.quantity.text)}”",
        wording.scope(f),
        *([f"by {one_line(f.by.text)}"] if f.by else []),
    ]
    facts += [*_place_and_time(f), *([f"part of {f.part_of}"] if f.part_of else [])]
    facts += [f"not verified: “{one_line(f.unverified.text)}”"] if f.unverified else []
    words = _words(text, f.quantity, FIGURE)
    return _entry(
        f.id, FIGURE, _head(count, f), Text(" · ".join(facts)), words, _rests_on(reading, f)
    )


def _proposal(reading: Reading, p: Proposal) -> RenderableType:
    head = Text(one_line(p.name.text) if p.name else "terms without a name", "bold")
    head.append(f"  {p.state}", "italic")
    parties = [f"{word} {_names(s)}" for word, s in (("by", p.by), ("to", p.to)) if s]
    parties += [f"through {_names(p.through)}"] if p.through else []
    lines = [Text(f"· {_term(t)}") for t in p.terms]
    lines += [Text(f"{one_line(s.party.text)} {s.stance}{_on(s.condition)}") for s in p.stances]
    return _entry(
        p.id, TABLED, _head(head, p), Text(" · ".join(parties)), *lines, _rests_on(reading, p)
    )


def _term(t: Term) -> str:
    party = f"{one_line(t.party.text)}: " if t.party else ""
    phase = f"in phase {t.phase}: " if t.phase else ""
    return phase + party + one_line(t.what.text) + _on(t.condition)


def _on(condition: Span | None) -> str:
    return f", on condition: {one_line(condition.text)}" if condition else ""


def _poll(q: Poll) -> RenderableType:
    head = Text(one_line(q.pollster.text) if q.pollster else "no pollster named", "bold")
    asked = " · ".join(one_line(s.text) for s in (q.population, q.time, q.question) if s)
    shares = [Text(f"{a.share:g}%  {one_line(a.answer.text)}") for a in q.answers]
    return _entry(q.id, TABLED, _head(head, q), Text(asked), *shares)


def _names(spans: tuple[Span, ...]) -> str:
    return ", ".join(one_line(s.text) for s in spans)


def _place_and_time(finding: Event | Figure) -> list[str]:
    told = (
        (finding.place, wording.area(finding.where)),
        (finding.time, wording.days(finding.when)),
    )
    return [one_line(s.text) + (f" = {known}" if known else "") for s, known in told if s]


def _words(text: str, span: Span, colour: str) -> Text:
    """The words around a span, the span in colour."""
    before, words, after = wording.context(text, span)
    return Text.assemble("“", before, (words, f"bold {colour}"), after, "”")


def _rests_on(reading: Reading, finding: Event | Figure | Proposal) -> Text:
    path = " › ".join(wording.say_so(reading, finding))
    voice = f" ({finding.statement})" if finding.statement else ", in its own voice"
    return Text(f"reported by {path}{voice}", SOFT)
