"""What is said of a party to the stance that it takes."""

from __future__ import annotations

import pytest

from sayso.find.proposals.reply_phrases import REPLIES


def stance(words: str) -> str | None:
    return next((kind for pattern, kind in REPLIES if pattern.match(words)), None)


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
        ("refused to add their names", "rejects"),
        ("vowed to fight it in court", "rejects"),
        ("brands the pact a bounty", "rejects"),
        ("branded the deal a sell - out", "rejects"),
        ("insists that the guns go before anybody talks", "conditional"),
        ("will not sign unless the siege ends", "conditional"),
        ("said yes with two reservations", "conditional"),
        ("makes its signature contingent on a vote", "conditional"),
    ],
)
def test_a_set_phrase_tells_one_stance(words: str, kind: str) -> None:
    assert stance(words) == kind


@pytest.mark.parametrize("words", ["opened the dam", "called the envoy", "has not slept"])
def test_other_predicates_tell_none(words: str) -> None:
    assert stance(words) is None
