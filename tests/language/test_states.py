"""The names of states are those by which a report may call one, and the seats of governments."""

from __future__ import annotations

import pytest

from sayso.language.states import is_seat, state_names, state_of, state_rows


def test_names_aliases_and_seats_are_names_of_states_and_peoples_are_not() -> None:
    names = state_names()
    assert {"Mali", "Burma", "Bamako"} <= names
    assert not {"Malian", "Malians", "MLI", "name", ""} & names


def test_every_row_has_all_columns() -> None:
    assert {len(row) for row in state_rows()} == {9}


def test_a_state_is_known_by_its_name_its_adjective_its_seat_and_its_government() -> None:
    names = ("norway", "norwegian", "oslo", "norway s government", "norwegian side")
    assert {state_of(n.split()) for n in names} == {"NOR"}
    assert state_of(["norway", "s", "army"]) is None
    assert state_of(["government"]) is None


@pytest.mark.parametrize(("name", "seat"), [("Doha", True), ("Qatar", False), ("Monaco", False)])
def test_a_seat_is_the_name_of_no_state(name: str, seat: bool) -> None:
    assert is_seat(name) is seat
