"""The page of a report: proposals and polls stand in its text and beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Client

PLAN, POLL = "syria-1974-05-08-northern", "syria-1974-05-20-northern"


def test_a_proposal_leads_from_the_text_to_its_entry_and_back(client: Client) -> None:
    page = client.get(f"/report?id={PLAN}").text
    (words,) = re.findall(r'<span id="w-p1"><a href="#f-p1" class="([^"]*)"[^>]*>([^<]*)</a>', page)
    assert "p" in words[0].split() and words[1] == "a new map"
    assert '<li id="f-p1"' in page and 'href="#w-p1"' in page


def test_the_words_of_a_term_are_marked_and_told_beside_it_with_who_must_do_it(
    client: Client,
) -> None:
    page = client.get(f"/report?id={PLAN}").text
    assert re.search(r'<span class="[^"]*\bterm\b[^"]*" data-f="[^"]*\bp1\b', page)
    assert re.search(r"<b><bdi>Israeli troops</bdi></b>: <span[^>]*><bdi>leave the bulge", page)
    assert "only if the hills were left in Israeli hands" in page


def test_a_poll_is_marked_with_its_answers(client: Client) -> None:
    page = client.get(f"/report?id={POLL}").text
    assert 'id="w-q1"' in page and '<li id="f-q1"' in page
    assert re.search(r'class="[^"]*\bterm\b[^"]*" data-f="[^"]*\bq1\b', page)
    rows = client.get(f"/report.json?id={POLL}").json()["rows"]
    (row,) = [row for row in rows if row["layer"] == "poll"]
    assert "%" in row["read_as"] and row["reported_by"]


def test_no_review_is_offered_where_there_is_none(client: Client) -> None:
    page = client.get(f"/report?id={PLAN}").text
    entry = page[page.index('id="f-p1"') :]
    assert "/review?" not in entry[: entry.index("</li>\n")]
