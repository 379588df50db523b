"""The names of formats that `sayso export` takes, and what it answers to others."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sayso.cli.main import main


@pytest.mark.parametrize(
    ("given", "told", "not_told"),
    [
        ("csv", "did you mean csv-statements, csv-events", "geojson"),
        ("JSONL-", "did you mean jsonl-statements", "csv-events"),
        ("geojsn", "did you mean geojson?", "csv-events"),
        ("tulip", "choose from jsonl, parquet", "did you mean"),
        ("", "choose from jsonl, parquet", "did you mean"),
    ],
)
def test_a_format_that_is_none_is_answered_with_those_that_begin_so(
    given: str, told: str, not_told: str
) -> None:
    result = CliRunner().invoke(main, ["export", given, "-o", "x"])
    assert result.exit_code == 2
    assert told in result.output and not_told not in result.output
