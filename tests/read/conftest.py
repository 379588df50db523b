"""What the tests of the readers share: the articles of bytes, by any reader."""

from __future__ import annotations

from collections.abc import Callable
from io import BufferedReader, BytesIO

import pytest

from sayso.read.formats import named
from sayso.record.reading import Article


@pytest.fixture
def articles() -> Callable[[str, bytes], list[Article]]:
    """Read bytes with the reader of a format, as the file "in"."""

    def read(form: str, raw: bytes) -> list[Article]:
        return list(named(form).reader(BufferedReader(BytesIO(raw)), "in"))

    return read
