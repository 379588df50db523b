"""The status of what a claim tells that is denied."""

import pytest

from parsed import parsed
from sayso.find.events.statuses import status_told
from sayso.record.vocabulary import Status

DENIED_CLAIM = """
Orla PROPN 2 nsubj
{verb} VERB 0 root
{noun} NOUN 2 obj
that SCONJ 6 mark
it PRON 6 nsubj
shelled VERB 3 acl
Brest PROPN 6 obj
"""


@pytest.mark.parametrize(
    ("verb", "noun", "told"),
    [
        ("denied", "report", "negated"),
        ("rejects", "accusation", "negated"),
        ("denied", "entry", "happened"),
        ("repeated", "accusation", "happened"),
    ],
)
def test_what_a_denied_claim_tells_did_not_happen(verb: str, noun: str, told: Status) -> None:
    doc = parsed(DENIED_CLAIM.format(verb=verb, noun=noun))
    assert status_told(doc, 5, 6, "happened") == told


def test_a_claim_that_nobody_denies_leaves_it_open() -> None:
    table = DENIED_CLAIM.format(verb="deny", noun="report")
    doc = parsed(table + "not PART 2 advmod\n")
    assert status_told(doc, 5, 6, "happened") == "possible"
