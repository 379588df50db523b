"""Journeys have a lane of their own above the events of the timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Client


def lanes(client: Client, asked: str = "") -> list[str]:
    page = client.get(f"/timeline{asked}").text
    return re.findall(r'<li class="journey">(.*?)</li>', page, re.S)


def test_a_journey_has_a_bar_for_each_stop_and_says_what_is_announced(travelled: Client) -> None:
    (lane,) = lanes(travelled, "?until=2024-03-31")
    stops = re.findall(r"<title>(.*?)</title>", lane)
    assert stops == ["Homs, 2024-03-01", "Aleppo, 2024-03-02", "Damascus, 2024-03-05"]
    assert lane.count("announced") == 1 and lane.count('<rect class="stop unreal"') == 1
    assert '/report?id=first#w-e2"' in lane


def test_stops_on_other_days_than_the_page_shows_are_only_counted(travelled: Client) -> None:
    (lane,) = lanes(travelled, "?since=2024-05-01")
    assert "Latakia" in lane and "Homs" not in lane
    (lane,) = lanes(travelled, "?until=2024-03-01&place=Homs")
    assert "Aleppo" in lane and "Damascus" not in lane and "1 more stop<" in lane


def test_a_filter_that_no_visit_fits_leaves_no_lane(travelled: Client) -> None:
    assert lanes(travelled, "?status=negated") == []
    assert lanes(travelled, "?place=Geneva") == []
    assert len(lanes(travelled)) == 2
