"""A WARC file, as news crawls write it, to Articles: one a page that was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO

from sayso.read.html import read_html
from sayso.read.packed import RECORD, is_bomb
from sayso.read.warc_records import records
from sayso.record.reading import Article, Problem

PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)


def read_warc(stream: BufferedReader, name: str) -> Iterator[Article]:
    """Yield an article for every page that was fetched whole (status 200) or kept as a resource.

    Requests, other kinds of file and other answers are no reports. A broken record gives an
    article with "bad-record", "truncated" or "bomb", and the records behind it are read.
    ``url`` is the address that was fetched; the day is the page's own, never the crawl's.
    """
    for number, record in enumerate(records(stream, name), 1):
        if isinstance(record, Problem):
            yield Article(id=f"{name}:{number}", text="", problems=(record,))
        else:
            yield from _record(record, f"record {number} of {name}", f"{name}:{number}")


def _record(raw: bytes, where: str, id: str) -> Iterator[Article]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = next(iter(ArchiveIterator(BytesIO(raw))), None)
        kind = _page(record)
        if record is None or kind is None:
            return
        page = record.content_stream().read(RECORD + 1)
    except (ArchiveLoadFailed, AttributeError, EOFError, OSError, TypeError, ValueError) as fault:
        # warcio takes heads at their word: a broken one ends in any of these
        reason = f"{where} is broken: {str(fault)[:100]}"
        yield Article(id=id, text="", problems=(Problem("bad-record", reason),))
        return
    if len(page) > RECORD or is_bomb(len(raw), len(page)):
        reason = f"{where} unpacks to more than 100:1 or {RECORD:,} bytes"
        yield Article(id=id, text="", problems=(Problem("bomb", reason),))
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    known = (record.rec_headers.get_header("WARC-Record-ID") or "").strip("<> ") or id
    charset = _CHARSET.search(kind)
    told = charset[1] if charset else None
    for article in read_html(BufferedReader(BytesIO(page)), url or where, charset=told):
        yield replace(article, id=known, url=url or article.url)


def _page(record: object) -> str | None:
    """The content type of a record that is a page, else None."""
    if record is None:
        return None
    kind, http = record.rec_type, record.http_headers  # type: ignore[attr-defined]
    if kind == "response" and http is not None and http.get_statuscode() == "200":
        found = http.get_header("Content-Type")
    elif kind == "resource":
        found = record.rec_headers.get_header("Content-Type")  # type: ignore[attr-defined]
    else:
        return None
    return found if (found or "").partition(";")[0].strip().lower() in PAGES else None
