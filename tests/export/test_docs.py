"""The page on exports names every format and holds the table of codes."""

from __future__ import annotations

from pathlib import Path

from sayso.export.crosswalk import crosswalk
from sayso.export.formats import names

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_is_in_the_document() -> None:
    assert all(f"`{name}`" in PAGE for name in names())


def test_the_table_of_codes_is_that_of_the_program() -> None:
    for (type, mode), codes in crosswalk().items():
        kept = "yes" if codes.acled_kept else "no"
        cells = (type, mode or "-", codes.cameo_root, codes.cameo, codes.acled_event,
                 codes.acled_sub_event, kept)  # fmt: skip
        assert f"| {' | '.join(cells)} |" in PAGE
