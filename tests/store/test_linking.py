"""Links, incidents, families and disputes of a project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading
from sayso.store.filters import Filter
from sayso.store.project import Decision, Project, create_project

Pairs = dict[str, tuple[Article, Reading]]

TEXT = ("{who} said a bomb at the fish market in Tarvo killed {n} people on Sunday. The market was "
        "full when the bomb went off, and stalls burned through the afternoon{tail}.")  # fmt: skip


def account(id: str, who: str, n: int, publisher: str, tail: str = "") -> tuple[Article, Reading]:
    text = TEXT.format(who=who, n=n, tail=tail)
    article = Article(id, text, publisher=publisher, published="2024-02-04", language="en")
    return article, read_marked(article, {
        "statements": [{"id": "s1", "source": who, "cue": "said",
                        "content": [f"a bomb at the fish market in Tarvo killed {n} people on "
                                    "Sunday"]}],
        "events": [{"id": "e1", "trigger": "bomb", "type": "ASSAULT", "mode": "explosives",
                    "place": "the fish market in Tarvo", "statement": "s1"}],
        "figures": [{"id": "f1", "quantity": str(n), "low": n, "high": n, "measure": "killed",
                     "of": "people", "event": "e1", "statement": "s1"}],
    })  # fmt: skip


@pytest.fixture
def linked(tmp_path: Path) -> Project:
    pairs = {
        article.id: (article, reading)
        for article, reading in (
            account("a", "Police", 12, "Wire"),
            account("b", "Police", 12, "Herald", " as people fled"),
            account("c", "Doctors", 20, "Courier", ", with smoke over the harbour until night"),
        )
    }
    project = create_project(tmp_path / "p")
    extract: Callable[[Article], Reading] = lambda article: pairs[article.id][1]  # noqa: E731
    project.add([article for article, _ in pairs.values()], extract=extract, engine="by hand")
    project.link()
    return project


def test_an_incident_shows_every_account_and_counts_copies_once(linked: Project) -> None:
    (incident,) = linked.incidents()
    assert incident.reports == 3
    assert incident.independent < incident.reports
    assert set(incident.events) == {"a/e1", "b/e1", "c/e1"}
    assert {(r.claimant, r.low, r.high) for r in linked.accounts(incident.incident)} == {
        ("police", 12, 12), ("doctors", 20, 20),
    }  # fmt: skip


def test_questions_know_the_incident_and_leave_out_copies(linked: Project) -> None:
    (incident,) = linked.incidents(Filter(place="Tarvo"))
    assert len(linked.figures(Filter(incident=incident.incident))) == 3
    kept = [row.report for row in linked.reports(Filter(copies=False))]
    assert "a" in kept and len(kept) == incident.independent
    assert linked.incidents(Filter(type="CONSULT")) == []


def test_disputes_name_both_sides_with_their_words(linked: Project) -> None:
    sides = {
        frozenset({(d.a_claimant, d.a_words), (d.b_claimant, d.b_words)}) for d in linked.disputes()
    }
    assert frozenset({("Police", "12 people, killed"), ("Doctors", "20 people, killed")}) in sides
    assert linked.disputes(Filter(outlet="Nobody")) == []


def test_linking_twice_changes_nothing(linked: Project) -> None:
    before = linked.links()
    linked.link()
    assert linked.links() == before
    assert list(linked.verify()) == []


def test_a_decision_holds_over_a_suggestion(linked: Project) -> None:
    for other in ("a/e1", "b/e1"):
        linked.decide(
            Decision("", "Ada", f"{other}|c/e1", "same-happening", None, "rejected", "not it")
        )
    linked.link()
    (incident,) = linked.incidents()
    assert set(incident.events) == {"a/e1", "b/e1"}


def test_an_event_that_a_newer_reading_lacks_leaves_its_incident(linked: Project) -> None:
    def newer(article: Article) -> Reading:
        reading = linked.reading(article.id)
        assert reading is not None
        return replace(reading, events=()) if article.id == "c" else reading

    linked.reread(extract=newer, engine="newer")
    (incident,) = linked.incidents()
    assert set(incident.events) == {"a/e1", "b/e1"}
