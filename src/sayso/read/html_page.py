"""A worker of its own process: pages on standard input, their main text on standard output.

Both ways a message is four bytes of length and as many bytes: the page in UTF-8, and JSON with
the keys text, title, date, publisher and url. The worker ends with its input.
"""

from __future__ import annotations

import json
import sys
from typing import IO

#: Address space of the worker, in bytes.
MEMORY = 1_000_000_000


def main() -> None:
    """Answer page after page until the input ends."""
    pages, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a word printed by a library must not reach the answers
    _limit_memory()
    while (page := receive(pages)) is not None:
        send(answers, json.dumps(main_text(page.decode("utf-8"))).encode())


def main_text(page: str) -> dict[str, str | None]:
    """Return what a page tells of itself; all empty where it holds no article."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict):
        return {}
    return {
        "text": found.text,
        "title": found.title,
        "date": found.date,
        "publisher": found.sitename,
        "url": found.url,
    }


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(4, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next message, or None where the stream ends first."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    length = int.from_bytes(head, "big")
    message = stream.read(length)
    return message if len(message) == length else None


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
