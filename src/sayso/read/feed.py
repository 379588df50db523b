"""An RSS or Atom feed to Articles: one an entry, its fullest text without mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_tz
from html.parser import HTMLParser
from io import BufferedReader, BytesIO
from typing import cast

from sayso.read.dates import Day, read_day
from sayso.read.text import read_whole
from sayso.record.reading import Article, Problem, text_id

#: Elements that end a paragraph, and elements whose content is no text.
_BLOCKS = """address article blockquote br dd div dt figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre
section table td th tr ul"""
BLOCKS = frozenset(_BLOCKS.split())
SILENT = frozenset({"script", "style", "noscript", "template"})
_SPACE, _BREAKS = re.compile(r"[ \t\r\n\xa0]+"), re.compile(r" ?\n[ \n]*")
Entry = Mapping[str, object]


def read_feed(stream: BufferedReader, name: str) -> Iterator[Article]:
    """Yield an article an entry, in order; a file without entries gives one with "no-text"."""
    raw, problems = read_whole(stream, name)
    if problems:
        yield Article(id=name, text="", problems=problems)
        return
    import feedparser

    found = feedparser.parse(BytesIO(raw))
    publisher = _word(found.feed.get("title"))
    if not found.entries:
        reason = f"{name} is no feed with entries in it"
        yield Article(id=name, text="", problems=(Problem("no-text", reason),))
    for entry in found.entries:
        yield _article(entry, publisher)
    if found.entries and _is_cut(raw):
        reason = f"{name} is cut off before its end; the entries before were read"
        yield Article(id=f"{name}:end", text="", problems=(Problem("truncated", reason),))


def _article(entry: Entry, publisher: str | None) -> Article:
    text = _text(entry)
    published, problems = _day(_word(entry.get("published")) or _word(entry.get("updated")))
    return Article(
        id=_word(entry.get("id")) or _word(entry.get("link")) or text_id(text),
        text=text,
        title=_word(entry.get("title")),
        url=_word(entry.get("link")),
        publisher=publisher,
        published=published,
        problems=problems,
    )


def _text(entry: Entry) -> str:
    """The longest of the contents, else the summary."""
    contents = cast(list[Entry], entry.get("content") or [])
    written = [_without_marks(str(c.get("value") or "")) for c in contents]
    return max(written, key=len, default="") or _without_marks(str(entry.get("summary") or ""))


def _day(written: str | None) -> Day:
    """The day as written, of "Tue, 06 Feb 2024 23:30:00 -0500" or of an ISO date."""
    if written and (found := parsedate_tz(written)) and not written[:4].isdigit():
        return read_day(f"{found[0]:04}-{found[1]:02}-{found[2]:02}")
    return read_day(written)


def _without_marks(markup: str) -> str:
    parser = _Words()
    parser.feed(markup)
    parser.close()
    return _BREAKS.sub("\n", "".join(parser.found)).strip()


class _Words(HTMLParser):
    """The words of a piece of HTML, a line a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(_SPACE.sub(" ", data))


def _is_cut(raw: bytes) -> bool:
    """A feed that does not end with the end of its root was cut off."""
    return not re.search(rb"</(\w+:)?(rss|feed|rdf)\s*>\s*(<!--.*?-->\s*)*\Z", raw[-2000:], re.I)


def _word(value: object) -> str | None:
    return _SPACE.sub(" ", value).strip() or None if isinstance(value, str) else None
