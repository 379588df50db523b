"""Readings and their texts to one self-contained HTML page: text and record, linked both ways."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from sayso.export import wording
from sayso.export.marks import HEADS, Mark, Stretch, cut
from sayso.record.reading import Reading

FOLDER = Path(__file__).parent
#: Layers of the page: the letter of their classes, and the role that heads their findings.
LAYERS = {"cue": "s", "trigger": "e", "quantity": "f", "name": "p", "pollster": "p"}
#: Roles whose words belong to a proposal or a poll without heading it.
TERMS = ("term", "answer")
#: Shades for statements within statements; deeper ones share the last.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as the page shows it.

    ``anchors`` are the ids that lead here, ``href`` the entry that it leads to, ``findings`` the
    entries that it belongs to, narrowest first, ``labels`` the ids of findings whose head ends.
    """

    text: str
    anchors: tuple[str, ...] = ()
    href: str | None = None
    findings: str = ""
    classes: str = ""
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One report on the page: its number, its title, its reading, its text in pieces.

    ``entries`` gives the page's own id of each finding, ``places`` those of its words in the text.
    """

    number: int
    title: str
    reading: Reading
    pieces: tuple[Piece, ...]
    entries: dict[str, str]


def write_page(pairs: Iterable[tuple[str, Reading]], *, title: str) -> Iterator[str]:
    """Yield the page of texts and their readings, in pieces of HTML.

    The page asks for nothing from outside, runs only its own script, and can be read without it.
    """
    sections = [_section(n, text, reading) for n, (text, reading) in enumerate(pairs, 1)]
    style, script = _file("page.css"), _file("page.js")
    return _template().generate(
        title=title,
        sections=sections,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _section(number: int, text: str, reading: Reading) -> Section:
    ids = [f.id for f in reading.figures]
    ids += [e.id for e in reading.events]
    ids += [s.id for s in reading.statements]
    ids += [p.id for p in reading.proposals]
    ids += [q.id for q in reading.polls]
    entries = {id: f"r{number}-{n}" for n, id in enumerate(ids, 1)}
    pieces = tuple(_piece(stretch, entries) for stretch in cut(text, reading))
    return Section(number, wording.title(text, reading), reading, pieces, entries)


def _piece(stretch: Stretch, entries: dict[str, str]) -> Piece:
    heads = [m for m in stretch.marks if m.role in HEADS]
    ids = dict.fromkeys(entries[m.finding] for m in stretch.marks)
    return Piece(
        text=wording.printable(stretch.text),
        anchors=tuple(entries[m.finding] + "-t" for m in stretch.begins if m.role in HEADS),
        href=f"#{entries[heads[0].finding]}" if heads else None,
        findings=" ".join(ids),
        classes=" ".join(sorted({c for m in stretch.marks for c in _classes(m)})),
        labels=" ".join(m.finding for m in heads if m.span.end == stretch.end),
    )


def _classes(mark: Mark) -> Iterator[str]:
    if mark.role in LAYERS:
        yield LAYERS[mark.role]
    elif mark.role == "content":
        yield f"c{min(mark.depth, DEEPEST)}"
    elif mark.role == "source":
        yield "who"
    elif mark.role in TERMS:
        yield "term"


def _hash(content: str) -> str:
    """The source of a Content-Security-Policy that allows this content and no other."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        bounds=wording.bounds,
        scope=wording.scope,
        area=wording.area,
        days=wording.days,
        is_unsure=wording.is_unsure,
        named=wording.named,
        party=wording.party,
        say_so=wording.say_so,
    )
    environment.filters["line"] = wording.one_line
    return environment.get_template("page.html")
