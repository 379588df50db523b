"""The whole that a part is taken out of keeps a measure of its own."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.reading import Article


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Eight of the 22 crew died.", ["killed", "present"]),
        ("Three of its 12 sailors were injured.", ["injured", "present"]),
        ("Rebels killed four of the nine hostages.", ["killed", "held"]),
        ("40 of its 80 patients fled.", ["displaced", "present"]),
        ("Nine of the 14 dead were children.", ["killed", "killed"]),
        ("They freed 100 of the 315 students abducted in May.", ["freed", "held"]),
    ],
)
def test_what_was_done_to_some_was_not_done_to_all(text: str, measures: list[str]) -> None:
    part, whole = extract(Article(id="x", text=text)).figures
    assert [part.measure, whole.measure] == measures
    assert part.part_of == whole.id
