"""Steps, ranges, bars and outlines: where things lie, and what is not told stays open."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.store.questions import FigureRow
from sayso.web.draw.bars import draw_bars, ends_of
from sayso.web.draw.outlines import View, bounds_of, country_paths, view_of
from sayso.web.draw.ranges import ranges
from sayso.web.draw.steps import SERIES, draw_steps

BOUND = st.none() | st.integers(0, 100_000)


def figure(day: str | None, low: int | None, high: int | None) -> FigureRow:
    values: dict[str, object] = dict.fromkeys(f.name for f in fields(FigureRow))
    given = {"report": "r", "id": "f1", "as_of": day, "low": low, "high": high,
             "quantity": "some", "measure": "killed", "scope": "total"}  # fmt: skip
    return FigureRow(**values | given)  # type: ignore[arg-type]


def test_a_higher_count_lies_higher_and_a_later_one_further_right() -> None:
    told = [("a", figure("2024-02-01", 10, 10)), ("a", figure("2024-02-05", 20, 20))]
    chart = draw_steps(told)
    assert chart is not None
    first, second = chart.series[0].points
    assert second.x > first.x and second.y < first.y
    assert chart.series[0].path == f"M{first.x} {first.y}H{second.x}V{second.y}"


def test_at_least_is_open_above_and_up_to_is_open_below() -> None:
    rows = [figure("2024-02-01", 10, None), figure("2024-02-02", None, 30)]
    chart = draw_steps([("a", row) for row in rows])
    assert chart is not None
    least, most = chart.series[0].points
    assert (least.open_above, least.open_below) == (True, False)
    assert (most.open_above, most.open_below) == (False, True)
    assert least.high < least.y and most.low > most.y


def test_claimants_without_a_shape_are_named_and_not_drawn() -> None:
    told = [(f"claimant {n}", figure("2024-02-01", n, n)) for n in range(SERIES + 3)]
    chart = draw_steps(told)
    assert chart is not None
    assert len(chart.series) == SERIES and len(chart.left_out) == 3


def test_figures_without_a_day_or_a_bound_make_no_drawing() -> None:
    assert draw_steps([("a", figure(None, 1, 1)), ("a", figure("2024-02-01", None, None))]) is None


@given(st.lists(st.tuples(BOUND, BOUND), min_size=1, max_size=20))
def test_ranges_stay_on_their_scale_and_say_where_they_are_open(
    bounds: list[tuple[int | None, int | None]],
) -> None:
    for (low, high), bar in zip(bounds, ranges(bounds), strict=True):
        assert bar.x >= 0 and bar.width > 0 and bar.x <= 100
        assert (bar.open_below, bar.open_above) == (low is None, high is None)


def test_bars_cover_their_days_and_what_has_no_day_has_no_bar() -> None:
    line = draw_bars([
        ("2024-02-01", "2024-02-10", "2024-02-11"), ("2024-02-05", None, None), (None, None, None),
    ])  # fmt: skip
    long, short, none = line.bars
    assert long is not None and short is not None and none is None
    assert long.x == 0 and long.width > short.width
    assert long.told is not None and long.told > long.x + long.width - 1
    assert short.told is None


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=1, max_size=8))
def test_a_view_holds_every_place(places: list[tuple[float, float]]) -> None:
    view = view_of(places)
    for lon, lat in places:
        x, y = view.point(lon, lat)
        assert -1 <= x <= 961 and -1 <= y <= view.height + 1


def test_outlines_are_drawn_only_where_they_can_be_seen() -> None:
    around_gaza = dict(country_paths(View(33.5, 30.8, 35.5, 32.0)))
    assert {"PSE", "ISR", "EGY"} <= around_gaza.keys()
    assert "FRA" not in around_gaza
    world = dict(country_paths(view_of([])))
    assert len(world) > 200


def test_no_outline_runs_across_the_whole_world() -> None:
    for code in ("RUS", "FJI", "USA", "NZL", "ATA"):
        box = bounds_of(code)
        assert box is not None
        west, _, east, _ = box
        assert east - west < 170 or code == "ATA", code
    assert bounds_of("ZZZ") is None


def test_counts_of_two_happenings_are_not_joined_by_a_line() -> None:
    def of(day: str, event: str, incident: str | None = None) -> FigureRow:
        return replace(figure(day, 5, 5), scope="event", event=event, incident=incident)

    apart = draw_steps([("a", of("2024-02-01", "e1")), ("a", of("2024-02-05", "e2"))])
    one = draw_steps([("a", of("2024-02-01", "e1", "i1")), ("a", of("2024-02-05", "e2", "i1"))])
    assert apart is not None and one is not None
    assert "H" not in apart.series[0].path and apart.series[0].path.count("M") == 2
    assert "H" in one.series[0].path


def test_a_stretch_of_more_than_a_year_is_cut_and_does_not_squeeze_the_days() -> None:
    day, next_week = ("2024-03-01", "2024-03-01", None), ("2024-03-08", "2024-03-08", None)
    years = ("2024-03-05", "2029-03-05", "2024-03-05")
    alone, among = draw_bars([day, next_week]), draw_bars([day, next_week, years])
    assert among.bars[:2] == alone.bars
    cut = among.bars[2]
    assert cut is not None and cut.x + cut.width == 100


def test_a_long_stretch_alone_has_the_whole_line() -> None:
    (bar,) = draw_bars([("2020-01-01", "2024-01-01", None)]).bars
    assert bar is not None and (bar.x, bar.width) == (0, 100)


def test_bars_on_a_given_line_are_cut_to_it_and_do_not_lengthen_it() -> None:
    day, before = ("2024-03-01", "2024-03-10", None), ("2023-01-01", "2024-03-05", None)
    line = draw_bars([day, before], ends_of([day]))
    assert line.bars[:1] == draw_bars([day]).bars
    cut = line.bars[1]
    assert cut is not None and (cut.x, cut.width) == (0, 50)


def test_a_stretch_of_a_year_does_not_squeeze_the_days_and_what_lies_far_off_has_no_bar() -> None:
    day, next_week = ("2024-03-01", "2024-03-01", "2024-03-02"), ("2024-03-08",) * 3
    this_year = ("2024-01-01", "2024-12-31", "2024-03-02")
    long_ago = ("2019-06-01", "2019-06-30", "2024-03-08")
    line = draw_bars([day, next_week, this_year, long_ago])
    assert line.bars[:2] == draw_bars([day, next_week]).bars
    assert line.bars[2] is not None and line.bars[2].width == 100
    assert line.bars[3] is None


def test_a_line_of_the_past_alone_is_not_cut() -> None:
    first, second = ("1995-05-01", "1995-05-01", "2024-03-02"), ("1996-05-01",) * 2 + (None,)
    assert None not in draw_bars([first, second]).bars
