"""What is said of a party to the stance that it takes."""

from __future__ import annotations

import pytest

from sayso.find.proposals.reply_phrases import REPLIES


def stance(words: str) -> str | None:
    return next((kind for pattern, kind in REPLIES if pattern.match(words)), None)


@pytest.mark.parametrize("words", ["hailed the truce", "praised the deal", "welcomed the plan"])
def test_who_only_welcomes_a_proposal_takes_no_side(words: str) -> None:
    assert stance(words) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("has yet to reply .", "undecided"),
        ("had not made up its mind", "undecided"),
        ("made no answer", "undecided"),
        ("has agreed to study them", "undecided"),
        ("has until 4 May to accept", "undecided"),
        ("are cool", "undecided"),
        ("begs for a week", "undecided"),
        ("is agreeable", "accepts"),
        ("signalled its assent", "accepts"),
        ("decided to grant it", "accepts"),
        ("gave its blessing", "accepts"),
        ("sees merit", "accepts"),
        ("consents to the lot", "accepts"),
        ("called the draft a fair basis", "accepts"),
        ("brushed the idea aside", "rejects"),
        ("will not sign .", "rejects"),
        ("said the plan was unacceptable", "rejects"),
        ("called the offer unrealistic", "rejects"),
        ("dismissed it as meaningless", "rejects"),
        ("refused to add their names", "rejects"),
        ("vowed to fight it in court", "rejects"),
        ("brands the pact a bounty", "rejects"),
        ("would quit the cabinet if the plan was approved", "rejects"),
        ("vowed to bring down the government should the cabinet accept it", "rejects"),
        ("branded the deal a sell - out", "rejects"),
        ("insists that the guns go before anybody talks", "conditional"),
        ("will not sign unless the siege ends", "conditional"),
        ("said yes with two reservations", "conditional"),
        ("makes its signature contingent on a vote", "conditional"),
        ("would put its name to the paper if the siege ends", "conditional"),
        ("insisted on changes to the text", "conditional"),
        ("had reservations about the draft", "conditional"),
        ("sent back the document with twelve remarks", "conditional"),
        ("conditions its acceptance on a vote", "conditional"),
        ("has not given its final word", "undecided"),
        ("is still going through the paper", "undecided"),
        ("needed a few days to study the text", "undecided"),
        ("would not be drawn on it", "undecided"),
        ("must still approve a clause", "undecided"),
        ("has said neither yes nor no", "undecided"),
        ("would stick to the deal", "accepts"),
        ("gave it a nod", "accepts"),
        ("signed off on the plan", "accepts"),
        ("is abiding by every comma", "accepts"),
        ("stood behind every line", "accepts"),
        ("called it a trap", "rejects"),
        ("balked at the plan", "rejects"),
        ("are not bound by it", "rejects"),
        ("no longer felt bound by the truce", "rejects"),
        ("would hear none of it", "rejects"),
        ("urged its members to vote down the pact", "rejects"),
    ],
)
def test_a_set_phrase_tells_one_stance(words: str, kind: str) -> None:
    assert stance(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "opened the dam",
        "called the envoy",
        "has not slept",
        "called the raid a trap",
        "walked out of jail",
    ],
)
def test_other_predicates_tell_none(words: str) -> None:
    assert stance(words) is None
