"""One hand-made report with every kind of finding."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading

TEXT = (
    "🔔 BRASK, Feb 6 (Wire) - Shells fired by the Velmar army killed at least 12 shepherds in "
    "Brask on Sunday, the Ostrava interior ministry said, citing doctors.\n\n"
    "Velmar promised to withdraw from the bridge. Ostrava threatened to arrest its envoys. A march "
    "in the country of Ostrava drew 300 people.\n\n"
    "Under a 30-day truce plan offered by Corvia, Velmar would free two pilots. In a poll by "
    "Tidewater, 61 percent were for the plan. Ostrava will sign it only if the guns go. The envoy "
    "Ana Brand flew to Brask on Sunday."
)
BRASK = {"name": "Brask", "admin1": "Upper Vale", "country": "FRA", "lat": 45.123456, "lon": 6.5,
         "precision": "city", "geonameid": 42}  # fmt: skip
ARMY = {"id": "a1", "name": "Velmar Army", "country": "DEU", "sector": "MIL", "wikidata": "Q1"}
HERDERS = {"id": "a2", "name": "shepherds", "country": "FRA", "sector": "CVL"}
ENVOY = {"id": "Q7", "name": "Ana Brand", "country": "USA", "sector": "GOV", "wikidata": "Q7"}
SUNDAY = {"earliest": "2024-02-04", "latest": "2024-02-04", "grain": "day", "kind": "exact"}
MARKS = {
    "statements": [
        {"id": "s1", "source": "the Ostrava interior ministry", "cue": "said",
         "content": ["Shells fired by the Velmar army killed at least 12 shepherds in Brask on "
                     "Sunday"], "source_type": "organisation"},
        {"id": "s2", "source": "doctors", "cue": "citing", "source_type": "group",
         "content": ["Shells fired by the Velmar army killed at least 12 shepherds in Brask on "
                     "Sunday"], "within": "s1"},
    ],
    "events": [
        {"id": "e1", "trigger": "Shells", "type": "ASSAULT", "mode": "heavy-weapons",
         "actor": ["the Velmar army"], "actors": [ARMY], "target": ["shepherds"],
         "targets": [HERDERS], "place": "Brask", "where": BRASK, "time": "on Sunday",
         "when": SUNDAY, "statement": "s2"},
        {"id": "e2", "trigger": "withdraw", "type": "RETREAT", "mode": "withdraw",
         "actor": ["Velmar##2"], "status": "planned"},
        {"id": "e3", "trigger": "arrest", "type": "COERCE", "mode": "arrest",
         "actor": ["Ostrava##2"],
         "target": ["its envoys"], "status": "threatened"},
        {"id": "e4", "trigger": "march", "type": "PROTEST", "mode": "demo",
         "place": "the country of Ostrava",
         "where": {"name": "Ostrava", "country": "CZE", "lat": 50.0, "lon": 15.0,
                   "precision": "country"}},
        {"id": "e5", "trigger": "flew", "type": "CONSULT", "mode": "visit",
         "actor": ["Ana Brand"], "actors": [ENVOY], "place": "Brask##2", "where": BRASK,
         "time": "on Sunday##2", "when": SUNDAY},
    ],
    "figures": [
        {"id": "f1", "quantity": "at least 12", "low": 12, "high": None, "measure": "killed",
         "of": "shepherds", "by": "the Velmar army", "event": "e1", "statement": "s2"},
        {"id": "f2", "quantity": "300", "low": 300, "high": 300, "measure": "present",
         "of": "people", "event": "e4"},
    ],
    "proposals": [
        {"id": "p1", "name": "a 30-day truce plan", "by": ["Corvia"], "state": "offered",
         "terms": [{"what": "free two pilots", "party": "Velmar##3"}],
         "stances": [{"party": "Ostrava##4", "stance": "conditional",
                      "condition": "only if the guns go"}]},
    ],
    "polls": [
        {"id": "q1", "pollster": "Tidewater",
         "answers": [{"answer": "for the plan", "share": 61.0}]},
    ],
}  # fmt: skip


def pair(id: str = "made-1", **head: str) -> tuple[str, Reading]:
    """The text and its reading."""
    told = {"title": "Shells on Brask", "publisher": "Wire", "published": "2024-02-06",
            "url": "https://wire.example/1", "language": "en"}  # fmt: skip
    article = Article(id, TEXT, **(told | head))
    return TEXT, read_marked(article, MARKS)
