"""Opinion polls out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.polls.polls import find_polls

Frozen = Callable[..., Doc]


def test_a_poll_has_its_pollster_and_the_share_of_each_answer(frozen: Frozen) -> None:
    (poll,) = find_polls(frozen("negotiations", "poll"), ())
    assert poll.pollster is not None and poll.pollster.text == "the Lakeside Institute"
    assert [(a.answer.text, a.share) for a in poll.answers] == [
        ("favoured the talks", 46), ("opposed them", 38), ("did not know", 16),
    ]  # fmt: skip


def test_shares_of_anything_else_stay_out(frozen: Frozen) -> None:
    (poll,) = find_polls(frozen("negotiations", "poll"), ())
    assert 40 not in [a.share for a in poll.answers]
    (first, second) = find_polls(frozen("negotiations", "two-questions"), ())
    shares = [a.share for a in (*first.answers, *second.answers)]
    assert shares == [55, 31, 62]  # neither the margin of error nor what it was in March


def test_another_question_is_another_poll_of_the_same_pollster(frozen: Frozen) -> None:
    first, second = find_polls(frozen("negotiations", "two-questions"), ())
    assert (first.id, second.id) == ("q1", "q2")
    assert second.question is not None
    assert second.question.text == "whether the minister should resign"
    for poll in (first, second):
        assert poll.pollster is not None and poll.pollster.text.endswith("Harbour Polling")
        assert poll.population is not None and poll.population.text == "900 voters"
        assert poll.time is not None and poll.time.text == "last week"
