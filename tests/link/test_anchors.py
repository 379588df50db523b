"""What each event and figure of a report is told of, and which numbers may be compared."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.all import link_all
from sayso.link.anchors import told_again, told_of
from sayso.record.reading import Article, Reading

Make = Callable[..., tuple[Article, Reading]]

TEXT = (
    "Shells hit the bus station in Tarvo on Sunday. A medic put the number of dead at 14. The "
    "mayor said 19 villagers were killed in the shelling. Medics counted two cooks and nine guards "
    "dead. Later the army shelled a mill outside the town. In May a mine in Brask killed "
    "6 people, the paper wrote."
)
HIT = {"id": "e1", "trigger": "hit", "type": "ASSAULT", "mode": "heavy-weapons",
       "target": ["the bus station in Tarvo"], "place": "Tarvo",
       "when": {"earliest": "2024-02-04", "latest": "2024-02-04", "kind": "exact"}}  # fmt: skip
AGAIN = {"id": "e2", "trigger": "shelling", "type": "ASSAULT", "mode": "heavy-weapons",
         "target": ["19 villagers"], "statement": "s2"}  # fmt: skip
MILL = {"id": "e3", "trigger": "shelled", "type": "ASSAULT", "mode": "heavy-weapons",
        "actor": ["the army"], "target": ["a mill"], "place": "outside the town",
        "time": "Later"}  # fmt: skip
MINE = {"id": "e4", "trigger": "mine", "type": "ASSAULT", "mode": "explosives", "place": "Brask",
        "when": {"earliest": "2023-05-01", "latest": "2023-05-31", "kind": "exact"}}  # fmt: skip


def killed(id: str, quantity: str, number: int, **told: object) -> dict[str, object]:
    return {"id": id, "quantity": quantity, "low": number, "high": number, "measure": "killed",
            **told}  # fmt: skip


def shelling(make: Make) -> tuple[Article, Reading]:
    return make(
        "a", TEXT,
        statements=[
            {"id": "s1", "source": "A medic", "cue": "put",
             "content": ["the number of dead at 14"]},
            {"id": "s2", "source": "The mayor", "cue": "said",
             "content": ["19 villagers were killed in the shelling"]},
            {"id": "s3", "source": "Medics", "cue": "counted",
             "content": ["two cooks and nine guards dead"]},
            {"id": "s4", "source": "the paper", "cue": "wrote",
             "content": ["In May a mine in Brask killed 6 people"]},
        ],
        events=[HIT, AGAIN, MILL, MINE],
        figures=[
            killed("f1", "14", 14, statement="s1"),
            killed("f2", "19", 19, of="villagers", of_class="civilian", event="e2", statement="s2"),
            killed("f3", "two", 2, of="cooks", event="e2", statement="s3"),
            killed("f4", "nine", 9, of="guards", of_class="guard", event="e2", statement="s3"),
            killed("f5", "6", 6, of="people", event="e4", statement="s4"),
        ],
    )  # fmt: skip


def test_what_has_no_place_and_day_is_told_of_the_happening_before_it(make: Make) -> None:
    _, reading = shelling(make)
    told = told_of(reading)
    assert {told[id] for id in ("e1", "e2", "f1", "f2", "f3", "f4")} == {"e1"}
    assert told["e3"] == "e3" and told["f5"] == "e4"
    assert [(link.a, link.b) for link in told_again(reading)] == [("a/e1", "a/e2")]


def test_only_numbers_of_one_happening_are_disputed_and_those_of_one_clause_add_up(
    make: Make,
) -> None:
    links = link_all([shelling(make)]).links
    found = {(link.a, link.b): link.reasons[0] for link in links if link.kind == "disputes"}
    assert set(found) == {("a/f1", "a/f2"), ("a/f1", "a/f3"), ("a/f2", "a/f3")}
    assert "'two and nine'" in found["a/f1", "a/f3"]


def test_a_number_after_another_happening_is_not_of_the_first(make: Make) -> None:
    text = "A bomb killed 3 in Tarvo. Raiders burned a farm in Orlan. Doctors said 8 had died."
    _, reading = make(
        "b", text,
        statements=[{"id": "s1", "source": "Doctors", "cue": "said", "content": ["8 had died"]}],
        events=[
            {"id": "e1", "trigger": "bomb", "type": "ASSAULT", "place": "Tarvo"},
            {"id": "e2", "trigger": "burned", "type": "ASSAULT", "place": "Orlan"},
        ],
        figures=[killed("f1", "3", 3, event="e1"), killed("f2", "8", 8, statement="s1")],
    )  # fmt: skip
    assert told_of(reading)["f2"] == "e2"


def test_a_number_is_not_of_what_only_another_claims_and_tells_no_victims_of(make: Make) -> None:
    text = "A bomb killed 3 in Tarvo. The army said rebels burned Orlan. Doctors counted 8 dead."
    _, reading = make(
        "b", text,
        statements=[
            {"id": "s1", "source": "The army", "cue": "said", "content": ["rebels burned Orlan"]},
            {"id": "s2", "source": "Doctors", "cue": "counted", "content": ["8 dead"]},
        ],
        events=[
            {"id": "e1", "trigger": "bomb", "type": "ASSAULT", "place": "Tarvo"},
            {"id": "e2", "trigger": "burned", "type": "ASSAULT", "place": "Orlan",
             "statement": "s1"},
        ],
        figures=[killed("f1", "3", 3, event="e1"), killed("f2", "8", 8, statement="s2")],
    )  # fmt: skip
    assert told_of(reading)["f2"] == "e1"


def test_an_incident_holds_what_is_told_of_it_again_and_its_loose_numbers(make: Make) -> None:
    other = make(
        "z", "A bus station in Tarvo was shelled on Sunday.",
        events=[HIT | {"trigger": "shelled", "target": ["A bus station in Tarvo"]}],
    )  # fmt: skip
    (incident,) = link_all([shelling(make), other]).incidents
    assert set(incident.events) == {"a/e1", "a/e2", "z/e1"}
    assert incident.figures == ("a/f1",)


def test_a_running_total_is_no_single_happening(make: Make) -> None:
    _, reading = make(
        "c", "More than 900 were killed in Tarvo this year. A raid killed 4.",
        events=[
            {"id": "e1", "trigger": "killed", "type": "ASSAULT", "place": "Tarvo"},
            {"id": "e2", "trigger": "raid", "type": "ASSAULT"},
        ],
        figures=[killed("f1", "More than 900", 900, event="e1", scope="total"),
                 killed("f2", "4", 4, event="e2")],
    )  # fmt: skip
    assert told_of(reading)["e2"] == "e2"
