"""The board: journeys follow the filters, and its JSON twin holds all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Client


def test_the_json_twin_holds_the_journeys(travelled: Client) -> None:
    journey, _ = travelled.get("/table.json").json()["about"]["journeys"]
    assert journey["name"] == "Ana Brand"
    assert [s["place"] for s in journey["stops"]][:2] == ["Homs", "Aleppo"]


def test_journeys_follow_the_filters_of_the_board(travelled: Client) -> None:
    assert "Ana Brand" in travelled.get("/table?party=Brand").text
    assert "Ana Brand" not in travelled.get("/table?until=2024-01-01").text
