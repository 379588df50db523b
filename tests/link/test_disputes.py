"""Disputes: a claim and its denial, and blame both ways."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.disputes import link_disputes
from sayso.record.reading import Article, Reading

Make = Callable[..., tuple[Article, Reading]]


def test_a_denial_answers_a_claim_of_the_same_words(make: Make) -> None:
    _, reading = make(
        "a", "The rebels said they had taken the Orlan bridge. The army denied that the rebels "
        "held the Orlan bridge.",
        statements=[
            {"id": "s1", "source": "The rebels", "cue": "said",
             "content": ["they had taken the Orlan bridge"]},
            {"id": "s2", "source": "The army", "cue": "denied", "act": "denies",
             "content": ["the rebels held the Orlan bridge"]},
        ],
    )  # fmt: skip
    (link,) = link_disputes([reading], [])
    assert (link.kind, {link.a, link.b}) == ("disputes", {"a/s1", "a/s2"})


def test_a_denied_account_is_that_of_the_party_it_names(make: Make) -> None:
    _, reading = make(
        "a", "Velmar said a tank was hit. Ostrava said it lost nothing. Ostrava denied the Velmar "
        "account.",
        statements=[
            {"id": "s1", "source": "Velmar", "cue": "said", "content": ["a tank was hit"]},
            {"id": "s2", "source": "Ostrava", "cue": "said##2", "content": ["it lost nothing"]},
            {"id": "s3", "source": "Ostrava##2", "cue": "denied", "act": "denies",
             "content": ["the Velmar account"]},
        ],
    )  # fmt: skip
    (link,) = link_disputes([reading], [])
    assert {link.a, link.b} == {"a/s1", "a/s3"}


def test_a_denial_of_something_else_is_no_dispute(make: Make) -> None:
    _, reading = make(
        "a", "Velmar said a tank was hit. Ostrava denied that it holds any prisoners.",
        statements=[
            {"id": "s1", "source": "Velmar", "cue": "said", "content": ["a tank was hit"]},
            {"id": "s2", "source": "Ostrava", "cue": "denied", "act": "denies",
             "content": ["it holds any prisoners"]},
        ],
    )  # fmt: skip
    assert link_disputes([reading], []) == []


def two_sides(make: Make, second_actor: str) -> list[Reading]:
    told = "said {} gunners shelled the school in Tarvo."
    found = []
    for id, source, actor in (("a", "Velmar", "Ostrava"), ("b", "Ostrava", second_actor)):
        text = f"{source} {told.format(actor)}"
        _, reading = make(
            id, text,
            statements=[{"id": "s1", "source": source, "cue": "said",
                         "content": [f"{actor} gunners shelled the school in Tarvo"]}],
            events=[{"id": "e1", "trigger": "shelled", "type": "ASSAULT", "actor":
                     [f"{actor} gunners"], "target": ["the school in Tarvo"], "statement": "s1"}],
        )  # fmt: skip
        found.append(reading)
    return found


def test_two_sides_that_name_each_other_are_a_dispute(make: Make) -> None:
    readings = two_sides(make, "Velmar")
    (link,) = link_disputes(readings, [["a/e1", "b/e1"]])
    assert link.reasons == ("two sides each name the other as the one who did it",)


def test_a_side_that_owns_up_is_no_dispute(make: Make) -> None:
    assert link_disputes(two_sides(make, "Ostrava"), [["a/e1", "b/e1"]]) == []


def test_a_denied_event_is_disputed_by_the_one_that_asserts_it(make: Make) -> None:
    readings = []
    for id, source, status in (("a", "Velmar", "happened"), ("b", "Ostrava", "negated")):
        _, reading = make(
            id, f"{source} spoke of an Ostrava raid on the mill.",
            statements=[{"id": "s1", "source": source, "cue": "spoke of",
                         "content": ["an Ostrava raid on the mill"]}],
            events=[{"id": "e1", "trigger": "raid", "type": "ASSAULT", "actor": [
                     "Ostrava##2" if source == "Ostrava" else "Ostrava"], "target": ["the mill"],
                     "status": status, "statement": "s1"}],
        )  # fmt: skip
        readings.append(reading)
    (link,) = link_disputes(readings, [["a/e1", "b/e1"]])
    assert "denies" in link.reasons[0]


def refused(make: Make, trigger: str, act: str) -> list[Reading]:
    """A report of talks, and of a party that will not, or did not, do as much."""
    _, reading = make(
        "a", f"Dren Olva met the mediators. The rebels said Dren Olva had not {trigger} anyone.",
        statements=[{"id": "s1", "source": "The rebels", "cue": "said", "act": act,
                     "content": [f"Dren Olva had not {trigger} anyone"]}],
        events=[{"id": "e1", "trigger": "met", "type": "CONSULT", "actor": ["Dren Olva"]},
                {"id": "e2", "trigger": trigger if trigger != "met" else "met##2",
                 "type": "CONSULT", "actor": ["Dren Olva##2"], "status": "negated",
                 "statement": "s1"}],
    )  # fmt: skip
    return [reading]


def test_what_is_only_not_done_is_no_denial_of_another_act(make: Make) -> None:
    assert len(link_disputes(refused(make, "met", "states"), [])) == 1
    assert link_disputes(refused(make, "joined", "states"), []) == []
    assert len(link_disputes(refused(make, "joined", "denies"), [])) == 1


def test_a_denial_answers_the_last_claim_that_names_the_one_who_denies(make: Make) -> None:
    _, reading = make(
        "a", "Monitors said Ostrava armed the rebels. A driver said roads were shut. Ostrava "
        "rejected the charge.",
        statements=[
            {"id": "s1", "source": "Monitors", "cue": "said",
             "content": ["Ostrava armed the rebels"]},
            {"id": "s2", "source": "A driver", "cue": "said##2", "content": ["roads were shut"]},
            {"id": "s3", "source": "Ostrava##2", "cue": "rejected", "act": "denies",
             "content": ["the charge"]},
        ],
    )  # fmt: skip
    (link,) = link_disputes([reading], [])
    assert {link.a, link.b} == {"a/s1", "a/s3"}


def test_two_attacks_on_two_places_are_no_blame_both_ways(make: Make) -> None:
    _, reading = make(
        "a", "Velmar said Ostrava fired on the mill. Ostrava said Velmar shelled the port.",
        statements=[
            {"id": "s1", "source": "Velmar", "cue": "said",
             "content": ["Ostrava fired on the mill"]},
            {"id": "s2", "source": "Ostrava##2", "cue": "said##2",
             "content": ["Velmar shelled the port"]},
        ],
        events=[
            {"id": "e1", "trigger": "fired", "type": "ASSAULT", "actor": ["Ostrava"],
             "target": ["the mill"], "statement": "s1"},
            {"id": "e2", "trigger": "shelled", "type": "ASSAULT", "actor": ["Velmar##2"],
             "target": ["the port"], "statement": "s2"},
        ],
    )  # fmt: skip
    assert link_disputes([reading], []) == []
