"""Frozen parses of invented reports: what the encoder made of them once, so that rules can rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from sayso.language.anchors import KEY, Anchor
from sayso.parse.tokens import blank

PARSES = Path(__file__).parents[1] / "parses"
Frozen = Callable[..., Doc]


def read_frozen(path: Path) -> dict[str, tuple[str, list[list[str]]]]:
    """Return the texts and rows of a file of frozen parses, by name."""
    blocks = path.read_text(encoding="utf-8").split("\n# ")[1:]
    return {name: (text, rows) for name, text, rows in map(_block, blocks)}


def _block(block: str) -> tuple[str, str, list[list[str]]]:
    name, *lines = block.strip("\n").split("\n")
    text = "\n".join(line[2:] for line in lines if line.startswith("= ") or line == "=")
    rows = [line.split("\t") for line in lines if "\t" in line]
    return name, text, rows


def build(text: str, rows: list[list[str]]) -> Doc:
    """Return the Doc of a text and the rows of its parse."""
    words = [row[0].replace("\\n", "\n") for row in rows]
    doc = Doc(
        blank().vocab, words=words, spaces=list(_spaces(text, words)),
        lemmas=[row[1].replace("\\n", "\n") for row in rows], pos=[row[2] for row in rows],
        heads=[i if row[3] == "0" else int(row[3]) - 1 for i, row in enumerate(rows)],
        deps=[row[4] for row in rows], ents=[row[5] for row in rows],
        morphs=["" if row[6] == "_" else row[6] for row in rows],
    )  # fmt: skip
    assert doc.text == text
    return doc


def _spaces(text: str, words: list[str]) -> Iterator[bool]:
    at = 0
    for word in words:
        at = text.index(word, at) + len(word)
        yield text[at : at + 1] == " "


@pytest.fixture(scope="session")
def frozen() -> Frozen:
    """Give the maker of frozen Docs: ``frozen("negotiations", "exchange")``."""

    def make(file: str, name: str, *marks: Anchor) -> Doc:
        doc = build(*read_frozen(PARSES / f"{file}.tsv")[name])
        doc.user_data[KEY] = {"proposal": list(marks)}
        return doc

    return make
