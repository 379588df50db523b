"""Nobody has killed those of his own side."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.reading import Article


def _doers(text: str) -> dict[str, str | None]:
    figures = extract(Article(id="x", text=text)).figures
    return {f.quantity.text: f.by.text if f.by else None for f in figures}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Norwegian security forces killed at least 23 rebels in the north, where one soldier "
            "also died, the ministry said.",
            {"at least 23": "Norwegian security forces", "one": None},
        ),
        (
            "Norway's army said security forces had killed 58 militants in two operations in Lund. "
            "Six soldiers, including a captain, lost their lives, it added.",
            {"58": "security forces", "Six": None, "a": None},
        ),
        (
            "Oslo says Pakistani air strikes killed 37 civilians; Pakistan, which lost 23 soldiers "
            "by its own count, denied it.",
            {"37": "Pakistani", "23": None},
        ),
    ],
)
def test_nobody_killed_those_of_his_own_side(text: str, doers: dict[str, str | None]) -> None:
    assert _doers(text) == doers


def test_those_whose_bodies_are_told_of_are_dead() -> None:
    text = (
        "The rebels killed 15 soldiers, wounded 34 and handed over the bodies of three of them to "
        "the Red Cross."
    )
    figures = {f.quantity.text: f.measure for f in extract(Article(id="x", text=text)).figures}
    assert figures["three"] == "killed"
