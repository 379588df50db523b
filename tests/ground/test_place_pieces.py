"""A marked piece of a place's name is read as the whole name."""

import pytest

from sayso.ground.place_pieces import whole_names
from sayso.record.span import Span


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("Gangs burnt Port-au-Prince's market", "Port", "Port-au-Prince"),
        ("Gangs burnt Port-au-Prince's market", "au", "Port-au-Prince"),
        ("The Central African Republic voted", "Republic", "Central African Republic"),
        ("The Democratic Republic of Congo", "Congo", "Democratic Republic of Congo"),
        ("The People's Republic of China", "China", "People's Republic of China"),
        ("A Lebanon-backed group", "Lebanon", "Lebanon"),
        ("The United States left", "United States", "United States"),
        ("In Dhaka, students met", "Dhaka,", "Dhaka"),
    ],
)
def test_a_piece_of_a_name_is_all_of_it_where_the_atlas_knows_it(
    text: str, piece: str, whole: str
) -> None:
    at = text.index(piece)
    (found,) = whole_names([Span(at, at + len(piece), piece)], text)
    assert found.text == whole
    assert text[found.start : found.end] == whole
