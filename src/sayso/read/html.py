"""An HTML page to one Article: main text, title, day and publisher, taken out in a killable child.

A page may take 10 seconds and 1 GB of memory; the child that oversteps is ended and the next page
gets a fresh one.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from io import BufferedReader

from sayso.read.dates import read_day
from sayso.read.encoding import decode
from sayso.read.html_page import receive, send
from sayso.read.text import read_whole
from sayso.record.reading import Article, Problem, text_id

#: Seconds that one page may take, the start of the child included.
SECONDS = 10.0
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)


def read_html(
    stream: BufferedReader, name: str, *, charset: str | None = None
) -> Iterator[Article]:
    """Yield the one article of a page; the text is the page's main text, not its mark-up.

    ``charset`` is the encoding that came with the page, which counts before the one it declares.
    """
    raw, problems = read_whole(stream, name)
    page = ""
    if not problems:
        declared = _CHARSET.search(raw[:4096])
        told = charset or (declared[1].decode() if declared else None)
        page, problems = decode(raw, name, declared=told)
    found: dict[str, str | None] = {}
    if page.strip():
        found, fault = worker().main_text(page, name)
        problems = (*problems, *fault)
    text = found.get("text") or ""
    published, odd_day = read_day(found.get("date"))
    yield Article(
        id=text_id(text) if text else name,
        text=text,
        title=found.get("title"),
        url=found.get("url"),
        publisher=found.get("publisher"),
        published=published,
        problems=(*problems, *odd_day),
    )


class Worker:
    """The child process that takes main texts out of pages, started when first needed."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def main_text(self, page: str, name: str) -> tuple[dict[str, str | None], tuple[Problem, ...]]:
        """Return what the page tells, or nothing and "html-timeout" or "html-unreadable"."""
        child = self._child = self._child or _start()
        was_late = threading.Event()
        clock = threading.Timer(self.seconds, _end, (child, was_late))
        clock.start()
        answer = _ask(child, page)
        clock.cancel()
        if answer is not None:
            return json.loads(answer), ()
        self.close()
        if was_late.is_set():
            reason = f"the main text of {name} was not found within {self.seconds:g} seconds"
            return {}, (Problem("html-timeout", reason),)
        return {}, (Problem("html-unreadable", f"no main text could be taken out of {name}"),)

    def close(self) -> None:
        """End the child; the next page starts a new one."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


@cache
def worker() -> Worker:
    """Return the worker of this process, which ends with it."""
    made = Worker()
    atexit.register(made.close)
    return made


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "sayso.read.html_page"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


def _ask(child: subprocess.Popen[bytes], page: str) -> bytes | None:
    assert child.stdin is not None and child.stdout is not None
    try:
        send(child.stdin, page.encode("utf-8", "replace"))
    except OSError:  # the child has ended
        return None
    return receive(child.stdout)


def _end(child: subprocess.Popen[bytes], was_late: threading.Event) -> None:
    was_late.set()
    child.kill()
