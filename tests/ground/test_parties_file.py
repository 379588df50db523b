"""Users add parties of their own by a CSV, TSV or TOML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ground.parties import who

HEAD = "name,aliases,country,sector,wikidata,from,to\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_party_of_a_csv_file_is_found_by_name_and_alias(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", HEAD + "River Guard,RG|Guards of the River,NER,PRM,,,\n")
    for phrase in ("the River Guard", "RG", "Guards of the River", "River Guard fighters"):
        actor = who(phrase, own=path)
        assert actor is not None
        assert (actor.id, actor.country, actor.sector) == ("river-guard", "NER", "PRM")


def test_a_toml_file_says_the_same(tmp_path: Path) -> None:
    text = '[[party]]\nname = "River Guard"\naliases = ["RG"]\ncountry = "NER"\nsector = "PRM"\n'
    actor = who("RG", own=write(tmp_path, "own.toml", text))
    assert actor is not None and actor.name == "River Guard"


def test_a_user_party_comes_before_ours_and_only_where_the_file_is_given(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", HEAD + "Hamas,,PSE,PTY,,,\n")
    mine, ours = who("Hamas", own=path), who("Hamas")
    assert mine is not None and ours is not None
    assert (mine.sector, ours.sector) == ("PTY", "REB")


def test_only_the_name_must_be_told_and_comment_lines_are_left_out(tmp_path: Path) -> None:
    actor = who("Blue Shirts", own=write(tmp_path, "own.csv", "# mine\nname\nBlue Shirts\n"))
    assert actor is not None and actor.score > 0.9 and actor.country is None


def test_periods_of_a_user_party_are_kept(tmp_path: Path) -> None:
    rows = "River Guard,,NER,REB,,2010,2019\nRiver Guard,,NER,MIL,,2020,\n"
    path = write(tmp_path, "own.csv", HEAD + rows)
    then, now = (who("River Guard", published=d, own=path) for d in ("2012-01-01", "2024-01-01"))
    assert then is not None and now is not None
    assert (then.sector, now.sector) == ("REB", "MIL")


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (",,NER,PRM,,,", "has no name"),
        ("River Guard,,Niger,PRM,,,", "'Niger' cannot be its country"),
        ("River Guard,,NER,ARMY,,,", "'ARMY' cannot be its sector"),
        ("River Guard,,NER,PRM,30,,", "'30' cannot be its wikidata"),
        ("River Guard,,NER,PRM,,1/2/2003,", "'1/2/2003' cannot be its from"),
        ("River Guard,,NER,PRM,,,2003-13", "'2003-13' cannot be its to"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_row(
    tmp_path: Path, row: str, named: str
) -> None:
    path = write(tmp_path, "own.csv", HEAD + row + "\n")
    with pytest.raises(InputError, match=r"party 1 of .*own\.csv") as failed:
        who("x", own=path)
    assert named in str(failed.value)


def test_a_file_that_is_not_there_or_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        who("x", own=tmp_path / "none.csv")
    with pytest.raises(InputError, match="cannot be read"):
        who("x", own=write(tmp_path, "bad.toml", "[[party"))
    with pytest.raises(InputError, match="no list of parties"):
        who("x", own=write(tmp_path, "odd.toml", "party = 3"))
