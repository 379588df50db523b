"""Shares of polls out of frozen parses: whose answers they are, and which are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.polls.polls import find_polls
from sayso.record.findings import Poll

Frozen = Callable[..., Doc]


def shares(poll: Poll) -> list[tuple[float, str]]:
    return [(a.share, a.answer.text) for a in poll.answers]


def words(poll: Poll) -> list[str | None]:
    asked = (poll.pollster, poll.population, poll.time)
    return [w.text if w is not None else None for w in asked]


def test_the_shares_of_a_group_are_a_poll_of_those_people(frozen: Frozen) -> None:
    (total, women, men, towns), _ = find_polls(frozen("polls", "telephone"))
    assert [share for share, _ in shares(total)] == [41, 33]
    assert shares(women) == [(48, "were for the talks")]
    assert shares(men) == [(36, "were for the talks")]
    assert shares(towns) == [(29, "support")]
    asked = [p.population.text for p in (women, men, towns) if p.population is not None]
    assert asked == ["women", "men", "the border towns"]


def test_a_share_of_a_group_that_no_words_name_is_left_out_with_a_problem(frozen: Frozen) -> None:
    polls, problems = find_polls(frozen("polls", "groups"))
    assert [[a.share for a in p.answers] for p in polls] == [[54, 30, 16], [61]]
    assert [(p.code, p.span and p.span.text) for p in problems] == [("group-share", "68 percent")]


def test_an_answer_ends_where_a_clause_tells_of_somebody_else(frozen: Frozen) -> None:
    (total, *_), _ = find_polls(frozen("polls", "telephone"))
    assert shares(total) == [(41, "wanted the talks to go on"), (33, "wanted them broken off")]


def test_by_what_means_people_were_asked_is_no_pollster(frozen: Frozen) -> None:
    (total, *_), _ = find_polls(frozen("polls", "telephone"))
    assert words(total) == [
        "the Aldo Centre for Public Opinion", "the 900 voters", "between May 2 and May 5",
    ]  # fmt: skip


def test_what_a_report_tells_of_a_survey_anywhere_belongs_to_its_polls(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "spoke"))
    assert words(poll) == ["the pollster Halden Research", "1,020 people", "from March 3 to 6"]
    (poll,), _ = find_polls(frozen("polls", "ratings"))
    assert words(poll) == ["Delfin Institute", "2,015 people", "between April 2 and April 6"]


def test_who_asked_has_the_whole_name(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "university"))
    assert words(poll) == [
        "the University of Sarn's Institute for Public Affairs", "900 people",
        "in the last week of April",
    ]  # fmt: skip


def test_the_answer_to_a_level_is_what_stands_at_it(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "spoke"))
    assert shares(poll) == [(31, "Support for the siege"), (55, "were against it")]


def test_what_parties_would_win_has_the_names_before_the_shares(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "elections"))
    assert poll.question is not None and poll.question.text == "If elections were held today"
    assert shares(poll) == [
        (33, "the Unity Party"), (18, "the Greens"), (12, "the Farmers' League"),
    ]  # fmt: skip


def test_a_list_of_shares_names_its_sign_once(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "bare"))
    assert shares(poll) == [(27, "Her Union"), (22, "the Liberals"), (15, "the New Left")]


def test_what_people_say_once_told_of_something_is_another_question(frozen: Frozen) -> None:
    (plain, told), _ = find_polls(frozen("polls", "told"))
    assert [a.share for a in plain.answers] == [57, 33, 10]
    assert told.question is not None and told.question.text.startswith("When told that the mission")
    assert shares(told) == [(41, "backed it")]


def test_the_shares_of_an_earlier_poll_are_no_answers(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "compared"))
    assert shares(poll) == [(35, "yes"), (51, "no")]


def test_shares_of_other_things_beside_a_poll_stay_out(frozen: Frozen) -> None:
    polls, _ = find_polls(frozen("polls", "trust"))
    assert 11 not in [a.share for p in polls for a in p.answers]
    (poll,), _ = find_polls(frozen("polls", "camps"))
    assert [a.share for a in poll.answers] == [70, 22, 8]
    assert find_polls(frozen("polls", "wells")) == ((), ())


def test_each_pollster_that_a_report_names_has_its_own_shares(frozen: Frozen) -> None:
    polls, _ = find_polls(frozen("polls", "two-pollsters"))
    assert [(words(p)[0], [a.share for a in p.answers]) for p in polls] == [
        ("Focus Data", [24]), ("The Civic Barometer", [58]),
    ]  # fmt: skip


def test_the_people_that_a_share_is_of_are_those_asked(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "refugees"))
    assert words(poll) == ["The U.N. refugee agency", "2,300 refugees", None]
    assert shares(poll)[0] == (62, "hoped to return within five years")


def test_a_group_told_by_its_share_alone_has_the_answer_told_before_it(frozen: Frozen) -> None:
    (_, young, old), problems = find_polls(frozen("polls", "ages"))
    assert [shares(young), shares(old)] == [[(72, "Support")], [(41, "Support")]]
    assert words(old)[1] == "pensioners"
    assert problems == ()


def test_each_clause_may_begin_with_the_place_that_its_shares_are_of(frozen: Frozen) -> None:
    (_, north, south), _ = find_polls(frozen("polls", "north-and-south"))
    assert [words(north)[1], words(south)[1]] == ["the north", "the south"]
    assert [a.share for p in (north, south) for a in p.answers] == [67, 31]


def test_points_by_which_a_share_has_changed_do_not_make_it_a_margin(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "level"))
    assert shares(poll)[0] == (27, "the prime minister's popularity")
    (first, *_), _ = find_polls(frozen("polls", "north-and-south"))
    assert shares(first) == [(52, "Confidence in the peace talks")]


def test_a_poll_that_is_brought_in_is_not_the_one_told_before(frozen: Frozen) -> None:
    (own, other), _ = find_polls(frozen("polls", "independent"))
    assert (words(own)[0], words(other)[0]) == ("the Ministry of Information", "Open Data")
    (latest,), _ = find_polls(frozen("polls", "latest"))
    assert words(latest)[0] == "the Barr Institute"


def test_what_those_asked_said_begins_behind_them(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "of-those"))
    assert shares(poll) == [(66, "opposed sending conscripts abroad")]


def test_what_a_group_was_told_is_its_question_alone(frozen: Frozen) -> None:
    (group, total), _ = find_polls(frozen("polls", "killers"))
    assert words(group)[1] == "those in favour"
    assert group.question is not None and total.question is None
    assert [a.share for a in total.answers] == [62, 28]


@pytest.mark.parametrize("name", ["ages", "elections", "independent", "latest", "spoke", "trust"])
def test_a_report_may_break_off_or_begin_anywhere(name: str, frozen: Frozen) -> None:
    doc = frozen("polls", name)
    for n in range(1, len(doc)):
        for part in (doc[:n].as_doc(), doc[n:].as_doc()):
            polls, _ = find_polls(part)
            spans = [a.answer for p in polls for a in p.answers]
            assert all(part.text[s.start : s.end] == s.text for s in spans)


def test_seats_held_and_prices_are_no_answers_beside_what_would_be_won(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "union"))
    assert shares(poll) == [(29, "The ruling party"), (35, "the opposition Alliance")]


def test_what_it_was_last_year_is_no_answer(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("polls", "civitas"))
    assert [a.share for a in poll.answers] == [57, 22]
