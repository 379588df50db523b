"""Every page over the samples: it opens, says what it must, and has its twins."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from sayso.web.app import PAGES

if TYPE_CHECKING:
    from conftest import Client

REPORT = "syria-1974-05-03-meridian"
#: What each page needs to be asked with.
ASKED = {"report": f"?id={REPORT}", "incident": "?id=i-1", "claimant": "?name=Israel"}
ADDRESSES = [f"/{name}{ASKED.get(name, '')}" for name in PAGES]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_opens_with_one_heading_and_a_way_to_its_twins(
    client: Client, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    assert answer.text.count("<h1>") == 1
    assert ".csv" in answer.text and ".json" in answer.text
    assert "confirmed" not in answer.text.lower().replace("act=confirms", "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_twins_hold_the_same_rows(client: Client, address: str) -> None:
    name, _, asked = address[1:].partition("?")
    told = client.get(f"/{name or 'home'}.json?{asked}").json()
    table = client.get(f"/{name or 'home'}.csv?{asked}").text
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    assert max(0, len(rows) - 1) == len(told["rows"])
    if told["rows"]:
        assert rows[0] == list(told["rows"][0])
