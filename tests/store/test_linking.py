"""Links, incidents, families and disputes of a project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.batch.one import unread
from sayso.evaluate.marked import read_marked
from sayso.link.negotiations import negotiations
from sayso.record.findings import Event
from sayso.record.grounding import Actor, When
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
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
        ("Police", 12, 12), ("Doctors", 20, 20),
    }  # fmt: skip


def test_incidents_stand_by_their_own_days_and_name_parties_alone(tmp_path: Path) -> None:
    def told(id: str, day: str, event: Event) -> tuple[Article, Reading]:
        article = Article(id, "Shells fell. " * 9, publisher=id, published=day, language="en")
        return article, replace(unread(article), events=(event,))

    def shelling(day: str | None, *targets: str) -> Event:
        when = When(day, day, "day", "exact") if day else None
        hit = tuple(Actor(name, name, None, None) for name in targets)
        return Event("e1", Span(0, 6, "Shells"), "ASSAULT", when=when, targets=hit,
                     target=tuple(Span(7, 11, "fell") for _ in hit))  # fmt: skip

    pairs = {a.id: (a, r) for a, r in (
        told("a", "2024-03-02", shelling("2024-03-01", "27", "market", "army", "Orla Council")),
        told("b", "2024-03-20", shelling(None)),
        told("c", "2024-03-09", shelling("2024-03-08")),
    )}  # fmt: skip
    with create_project(tmp_path / "p") as project:
        project.add([a for a, _ in pairs.values()], extract=lambda a: pairs[a.id][1], engine="x")
        for incident, report in (("i-1", "a"), ("i-1", "b"), ("i-2", "c")):
            project.connection.execute(
                "INSERT INTO incidents (id, report, event) "
                "SELECT ?, key, 'e1' FROM reports WHERE id = ?",
                (incident, report),
            )
        found = project.incidents()
    days = [(i.incident, i.last_day) for i in found]
    assert days == [("i-2", "2024-03-08"), ("i-1", "2024-03-01")]
    assert found[1].parties == ("army", "Orla Council")


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


def test_counts_that_contradict_each_other_are_told_where_they_are_asked_for(
    linked: Project,
) -> None:
    first, *rest = linked.disputes()
    assert linked.disputes(contradictions=True) == [first, *rest]
    linked.connection.execute(
        "DELETE FROM links WHERE kind = 'disputes' AND a = ? AND b = ?", (first.a, first.b)
    )
    assert linked.disputes() == rest
    (told,) = (d for d in linked.disputes(contradictions=True) if d not in rest)
    assert told.kind == "contradicts" and {told.a, told.b} == {first.a, first.b}


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


OFFERS = (
    ("old", "2024-03-01", "Talvia offered Mirania a 60-day truce and would free 20 captives.",
     "a 60-day truce", "offered", "free 20 captives"),
    ("new", "2024-03-04", "Mirania signed the truce; Talvia is to free 30 captives.",
     "the truce", "accepted", "free 30 captives"),
    ("else", "2024-03-05", "Kessia offered Orland a pact to open the ports.",
     "a pact", "offered", "open the ports"),
)  # fmt: skip


def offers(folder: Path) -> Project:
    read: dict[str, Reading] = {}
    articles = []
    for id, day, text, name, state, term in OFFERS:
        by, to = ("Talvia", "Mirania") if "Talvia" in text else ("Kessia", "Orland")
        article = Article(id, text, publisher=f"{id} wire", published=day, language="en")
        articles.append(article)
        read[id] = read_marked(article, {"proposals": [
            {"id": "p1", "name": name, "by": [by], "to": [to], "state": state,
             "terms": [{"what": term, "party": by}]},
        ]})  # fmt: skip
    project = create_project(folder)
    project.add(articles, extract=lambda article: read[article.id], engine="by hand")
    return project


def test_a_negotiation_is_whole_whichever_of_its_proposals_is_asked_for(tmp_path: Path) -> None:
    with offers(tmp_path / "p") as project:
        assert [len(n.versions) for n in project.negotiations()] == [1, 1, 1]
        project.link()
        (link,) = project.links(kind="same-proposal")
        assert {link.a, link.b} == {"old/p1", "new/p1"} and link.reasons
        latest, truce = project.negotiations()
        assert [v.id for v in latest.versions] == ["else/p1"]
        assert [(v.id, v.publisher) for v in truce.versions] == [
            ("old/p1", "old wire"), ("new/p1", "new wire"),
        ]  # fmt: skip
        assert (truce.days.offered, truce.days.agreed) == ("2024-03-01", "2024-03-04")
        assert project.negotiations(Filter(state="accepted")) == [truce]
        assert project.negotiations(Filter(limit=1)) == [latest]
        assert project.negotiations(Filter(party="Nobody")) == []


def test_a_project_and_its_readings_give_the_same_negotiations(tmp_path: Path) -> None:
    with offers(tmp_path / "p") as project:
        project.link()
        assert set(project.negotiations()) == set(negotiations(project.readings()))


def test_until_a_day_a_negotiation_is_as_it_stood_then(tmp_path: Path) -> None:
    with offers(tmp_path / "p") as project:
        project.link()
        (then,) = project.negotiations(Filter(until="2024-03-02"))
        assert [v.id for v in then.versions] == ["old/p1"]
        assert (then.state, then.days.agreed) == ("offered", None)
        (whole,) = project.negotiations(Filter(since="2024-03-04", until="2024-03-04"))
        assert len(whole.versions) == 2


def test_an_outlet_is_asked_by_its_name_or_words_of_it(tmp_path: Path) -> None:
    with offers(tmp_path / "p") as project:
        told = {name: [p.report for p in project.proposals(Filter(outlet=name))]
                for name in ("Old Wire", "NEW", "wire", "wir")}  # fmt: skip
    assert told["Old Wire"] == ["old"] and told["NEW"] == ["new"] and told["wir"] == []
    assert sorted(told["wire"]) == ["else", "new", "old"]
