"""Who a proposal's parties are: the grounded name, with the words of the text beside it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from sayso.cli.main import main
from sayso.evaluate.marked import read_marked
from sayso.export.sheets import write_csv
from sayso.record.grounding import Actor, Party
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client

TEXT = "Talvia offered a truce. The group refused. His cabinet agreed."
NAMES = {"The group": "Free Reed Army", "His cabinet": "cabinet", "Talvia": "Talvia"}
MARKS = {
    "proposals": [
        {"id": "p1", "name": "a truce", "by": ["Talvia"], "to": ["The group"], "state": "rejected",
         "stances": [{"party": "The group", "stance": "rejects"},
                     {"party": "His cabinet", "stance": "accepts"}]}
    ]
}  # fmt: skip


def reading() -> Reading:
    bare = read_marked(Article("a", TEXT, published="2024-03-01"), MARKS)
    parties = tuple(
        Party(f"m{n}", Span(at, at + len(words), words), Actor(f"a{n}", name))
        for n, (words, name) in enumerate(NAMES.items())
        if (at := TEXT.index(words)) >= 0
    )
    return Reading("a", published="2024-03-01", proposals=bare.proposals, parties=parties)


def added(project: Project) -> None:
    read = reading()
    article = Article("a", TEXT, published="2024-03-01")
    project.add([article], extract=lambda _: read, engine="by hand")
    project.link()


def test_the_board_names_the_party_that_words_stand_for(own: Client, own_project: Project) -> None:
    added(own_project)
    page = re.sub(r"<[^>]*>", "", own.get("/table").text)
    assert "to Free Reed Army “The group”" in page
    assert "rejects Free Reed Army “The group”" in page
    assert "by Talvia to" in page


def test_a_name_that_is_broken_over_two_lines_stands_once(
    own: Client, own_project: Project
) -> None:
    text = "West\nTalvia offered a truce."
    marks = {"proposals": [{"id": "p1", "name": None, "by": ["West\nTalvia"], "state": "offered"}]}
    article = Article("a", text, published="2024-03-01")
    party = Party("m", Span(0, 11, text[:11]), Actor("m", "West Talvia"))
    read = replace(read_marked(article, marks), parties=(party,))
    own_project.add([article], extract=lambda _: read, engine="by hand")
    own_project.link()
    assert own.get("/table").text.count("Talvia") == 1


def test_a_party_without_a_name_of_its_own_keeps_its_words(
    own: Client, own_project: Project
) -> None:
    added(own_project)
    page = re.sub(r"<[^>]*>", "", own.get("/table").text)
    assert "accepts His cabinet" in page


def test_the_list_of_proposals_names_the_party_that_words_stand_for(
    own_folder: Path, own_project: Project
) -> None:
    added(own_project)
    told = CliRunner().invoke(main, ["proposals", str(own_folder), "--format", "csv"])
    parties = {row["party"] for row in csv.DictReader(io.StringIO(told.output.lstrip("\ufeff")))}
    assert {"Free Reed Army", "His cabinet"} <= parties


def test_sheets_of_proposals_hold_names_and_words() -> None:
    def rows(table: str) -> list[dict[str, str]]:
        lines = "".join(write_csv(table, [(TEXT, reading())]))
        return list(csv.DictReader(io.StringIO(lines.removeprefix("\ufeff"))))

    (proposal,) = rows("proposals")
    assert proposal["offered_to"] == '["Free Reed Army"]'
    assert [(row["party"], row["party_name"]) for row in rows("stances")] == [
        ("The group", "Free Reed Army"), ("His cabinet", "His cabinet"),
    ]  # fmt: skip
