"""What a poll asks about is no proposal by itself."""

from __future__ import annotations

import pytest

from parsed import report
from sayso.find.polls.asked import without_asked
from sayso.language.spans import span_of
from sayso.record.findings import Answer, Poll, Proposal

POLL = """
Most ADJ 2 amod
people NOUN 3 nsubj
want VERB 0 root
a DET 5 det
deal NOUN 3 obj
·. PUNCT 3 punct
"""
OFFER = """
Norland PROPN 2 nsubj
offered VERB 0 root
a DET 4 det
deal NOUN 2 obj
·. PUNCT 2 punct
"""


@pytest.mark.parametrize(("at", "kept"), [((3, 5), 0), ((8, 10), 1)])
def test_a_deal_that_only_answers_of_a_poll_tell_of_is_not_on_the_table(
    at: tuple[int, int], kept: int
) -> None:
    doc = report(POLL, OFFER)
    yes = Answer(span_of(doc, 2, 5), 61.0)
    poll = Poll("q1", None, answers=(yes, Answer(span_of(doc, 0, 2), 22.0)))
    plan = Proposal("p2", span_of(doc, *at))
    found = without_asked(doc, (plan,), (poll,))
    assert len(found) == kept
    assert [p.id for p in found] == ["p1"] * kept
    doubtful = Poll("q1", None, answers=(yes,))
    assert without_asked(doc, (plan,), (doubtful,)) == (plan,)


def test_a_proposal_without_words_of_its_own_stays() -> None:
    doc = report(POLL)
    poll = Poll("q1", None, answers=(Answer(span_of(doc, 2, 5), 61.0),) * 2)
    assert without_asked(doc, (Proposal("p1", None),), (poll,)) == (Proposal("p1", None),)
