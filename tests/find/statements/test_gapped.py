"""Claims whose verb is not said again: each has its own source and number."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.reading import Article


def _claims(text: str) -> list[tuple[str, list[str]]]:
    reading = extract(Article(id="x", text=text))
    return [(s.source.text, [c.text for c in s.content]) for s in reading.statements if s.source]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The mayor put the toll at 300 and the ministry at 50.",
            [("The mayor", ["the toll at 300"]), ("the ministry", ["the toll", "at 50"])],
        ),
        (
            "Police put the crowd at 5,000, organisers at 20,000.",
            [("Police", ["the crowd at 5,000"]), ("organisers", ["the crowd", "at 20,000"])],
        ),
        (
            "Medics gave the number of dead as nine and the army as four.",
            [
                ("Medics", ["the number of dead as nine"]),
                ("the army", ["the number of dead", "as four"]),
            ],
        ),
        (
            "Sands Watch said that troops had looted the port, and Coast Aid that 70 huts burnt.",
            [
                ("Sands Watch", ["troops had looted the port"]),
                ("Coast Aid", ["70 huts burnt"]),
            ],
        ),
        (
            "His lawyer said he would appeal; prosecutors, that they would do the same.",
            [("His lawyer", ["he would appeal"]), ("prosecutors", ["they would do the same"])],
        ),
        (
            "Some villagers said that the road was open, and others that it had been mined.",
            [("Some villagers", ["the road was open"]), ("others", ["it had been mined"])],
        ),
    ],
)
def test_a_claim_without_a_verb_is_another_speakers(
    text: str, claims: list[tuple[str, list[str]]]
) -> None:
    assert _claims(text) == claims


def test_each_number_has_its_own_source() -> None:
    reading = extract(Article(id="x", text="The mayor put the toll at 300 and the ministry at 50."))
    by_id = {s.id: s.source.text for s in reading.statements if s.source}
    told = {f.low: by_id[f.statement or ""] for f in reading.figures}
    assert told == {300: "The mayor", 50: "the ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry put the toll at 30 and the injured at 50.",
        "The mayor put the number of dead at 30 and the number of wounded at 50.",
        "The army said that the rebels fired first, and that the town burned.",
        "The Post says that there is a consensus among Orlan and Norse officials that it sank.",
        "Police said that the gang fled and the truck that it had stolen was found.",
    ],
)
def test_what_else_one_speaker_says_stays_his(text: str) -> None:
    assert len(_claims(text)) == 1
