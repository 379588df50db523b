"""What an incident is called, what its accounts are said to share, and disputes by accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client

TEXT = (
    "Shells hit the bus station on Sunday. A medic put the dead at 14 and the hurt at 30. The "
    "mayor said 19 had died and 44 were hurt."
)
DAY = {"when": {"earliest": "2024-02-04", "latest": "2024-02-04", "kind": "exact"}}
TARVO = {"name": "Tarvo", "country": "FRA", "lat": 1.0, "lon": 1.0, "precision": "city"}


def report(id: str, status: str = "happened", **told: object) -> tuple[Article, Reading]:
    article = Article(id, TEXT, publisher="Wire", published="2024-02-05")
    hit = {"id": "e1", "trigger": "hit", "type": "ASSAULT", "mode": "heavy-weapons",
           "target": ["the bus station"], "place": "the bus station", "status": status,
           **DAY, **told}  # fmt: skip
    counts = [("14", "killed", "s1"), ("30", "injured", "s1"), ("19", "killed", "s2"),
              ("44", "injured", "s2")]  # fmt: skip
    return article, read_marked(article, {
        "events": [hit],
        "statements": [
            {"id": "s1", "source": "A medic", "cue": "put",
             "content": ["the dead at 14 and the hurt at 30"]},
            {"id": "s2", "source": "mayor", "cue": "said",
             "content": ["19 had died and 44 were hurt"]},
        ],
        "figures": [
            {"id": f"f{n}", "quantity": number, "low": int(number), "high": int(number),
             "measure": measure, "statement": said}
            for n, (number, measure, said) in enumerate(counts, 1)
        ],
    })  # fmt: skip


def put(project: Project, *reports: tuple[Article, Reading]) -> None:
    read = {article.id: reading for article, reading in reports}
    project.add([a for a, _ in reports], extract=lambda a: read[a.id], engine="by hand")
    for id in read:
        project.connection.execute(
            "INSERT INTO incidents (id, report, event) SELECT 'i-9', key, 'e1' FROM reports "
            "WHERE id = ?", (id,),
        )  # fmt: skip
    project.connection.commit()


def test_a_title_tells_the_type_the_place_and_the_day(own: Client, own_project: Project) -> None:
    put(own_project, report("a", place=None), report("b", where=TARVO))
    title = "Assault (heavy-weapons), Tarvo, 2024-02-04"
    assert title in own.get("/incident?id=i-9").text and title in own.get("/incidents").text


def test_without_a_place_the_title_tells_what_was_hit(own: Client, own_project: Project) -> None:
    put(own_project, report("a", place=None), report("b", place=None))
    assert "Assault (heavy-weapons) on" in own.get("/incident?id=i-9").text


def test_what_somebody_denies_is_not_agreed_on(own: Client, own_project: Project) -> None:
    put(own_project, report("a"), report("b", status="negated"))
    page = own.get("/incident?id=i-9").text
    agreed = page[page.index("Told alike") :]
    assert "what:" not in agreed[: agreed.index("</p>")] and "Somebody denies" in page


def test_numbers_of_the_same_two_accounts_stand_together(own: Client, own_project: Project) -> None:
    put(own_project, report("a"))
    for a, b in (("a/f1", "a/f3"), ("a/f2", "a/f4")):
        for kind in ("contradicts", "disputes"):
            own_project.connection.execute(
                "INSERT INTO links (kind, a, b, score, reasons) VALUES (?, ?, ?, 1, '[]')",
                (kind, a, b),
            )
    own_project.connection.commit()
    page = own.get("/disputes").text
    pairs = page[page.index('class="plain pairs"') : page.index("Denials told")]
    assert pairs.count("<li>") == 1 and pairs.count('<p id="l-') == 2
    assert pairs.count('class="passage"') == 2


def test_the_list_tells_days_and_places_that_the_reports_tell(
    own: Client, own_project: Project
) -> None:
    put(own_project, report("a", where=TARVO), report("b", when=None))
    (row,) = own.get("/incidents.json").json()["rows"]
    assert (row["first_day"], row["last_day"]) == ("2024-02-04", "2024-02-04")
    assert row["places"] == ["Tarvo"] and row["statuses"] == ["happened"]
