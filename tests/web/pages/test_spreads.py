"""The spread of the figures of an incident: what is counted together, and between which bounds."""

from __future__ import annotations

from dataclasses import fields

import pytest

from sayso.store.questions import FigureRow, ReportRow
from sayso.web.pages.incident import _spreads


def figure(low: int | None, high: int | None, **told: object) -> FigureRow:
    values: dict[str, object] = dict.fromkeys(f.name for f in fields(FigureRow))
    given = {"report": "r", "id": "f1", "measure": "killed", "scope": "event"}
    return FigureRow(**values | given | {"low": low, "high": high} | told)  # type: ignore[arg-type]


def spreads(*figures: FigureRow) -> list[tuple[object, ...]]:
    bare: dict[str, object] = dict.fromkeys(f.name for f in fields(ReportRow))
    report = ReportRow(**bare | {"report": "r"})  # type: ignore[arg-type]
    return [(s.measure, s.counted, s.scope, s.accounts, s.least, s.most, s.open)
            for s in _spreads(figures, {"r": report})]  # fmt: skip


def test_the_dead_are_one_count_by_whatever_noun_they_are_told() -> None:
    told = spreads(figure(7, 7, counted="people"), figure(11, 11), figure(9, 9, counted="sailors"))
    assert told == [("killed", "", "event", 3, 7, 11, False)]


def test_a_stated_class_and_things_are_counted_apart() -> None:
    told = spreads(figure(7, 7), figure(2, 2, class_="child"),
                   figure(3, 3, measure="destroyed", counted="tanks"),
                   figure(5, 5, measure="destroyed", counted="houses"))  # fmt: skip
    assert [(measure, counted) for measure, counted, *_ in told] == [
        ("killed", ""), ("killed", "child"), ("destroyed", "tanks"), ("destroyed", "houses"),
    ]  # fmt: skip


def test_running_totals_stand_apart_from_the_dead_of_the_happening() -> None:
    assert len(spreads(figure(7, 7), figure(900, 900, scope="total"))) == 2


@pytest.mark.parametrize(
    ("bounds", "spread"),
    [
        ([(7, 7), (8, None)], (7, 8, True)),
        ([(8, None)], (8, 8, True)),
        ([(None, 30)], (None, 30, False)),
        ([(7, 7), (5, 11)], (5, 11, False)),
    ],
)
def test_a_spread_ends_at_the_highest_bound_that_is_told(
    bounds: list[tuple[int | None, int | None]], spread: tuple[object, ...]
) -> None:
    (told,) = spreads(*(figure(*pair) for pair in bounds))
    assert told[4:] == spread
