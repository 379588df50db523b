"""What names no day, or no day that exists, is left unresolved with the reason."""

import pytest

from sayso.ground.times import find_mentions, when

WEDNESDAY = "2024-06-12"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("recently", "names the past"),
        ("soon", "names the future"),
        ("Diwali", "Hindu calendar"),
        ("Eid", "either of two feasts"),
        ("Mawlid 2015", "just once"),
        ("the next morning", "another day"),
        ("the previous evening", "another day"),
        ("Independence Day", "country to country"),
        ("last winter", "hemisphere"),
        ("fiscal third quarter", "fiscal year"),
        ("31 February", "no 31 February"),
        ("Feb. 29, 2023", "no 29 February 2023"),
        ("2024-13-01", "no 1 month 13"),
        ("31 June 2024", "no 31 June 2024"),
        ("the year 0", "no year 0"),
        ("0000-01-01", "no year 0"),
        ("9000 years ago", "does not reach"),
        ("25:10 on Monday", "no 25:10"),
        ("4/5/2024", "either order"),
        ("40/40/2024", "no such date"),
        ("from 9 June 2024 to 3 June 2024", "ends before"),
        ("the fortieth day of May", "no time expression"),
        ("the sixth week of May", "no such week"),
        ("that day", "another day"),
        ("the following week", "another day"),
        ("two days later", "another day"),
        ("three years", "nothing says when it began"),
        ("every Friday", "again and again"),
        ("daily", "again and again"),
        ("Tuesday, the minister said", "no time expression"),
        ("four days of fighting", "no time expression"),
        ("after the vote", "no time expression"),
        ("", "no time expression"),
    ],
)
def test_the_reason_for_a_refusal_is_told_in_plain_words(phrase, reason):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest, found.grain) == (None, None, None)
    assert found.kind == "unresolved"
    assert reason in found.why


@pytest.mark.parametrize("phrase", ["yesterday", "on Monday", "in May", "for weeks", "since dawn"])
def test_a_relative_time_without_a_day_of_publication_is_refused(phrase):
    found = when(phrase, published=None)
    assert found.kind == "unresolved"
    assert "day of publication is not known" in found.why


@pytest.mark.parametrize("published", ["2024-02-31", "0000-01-01", "June 12", "2024", "x" * 500])
def test_a_day_of_publication_that_is_no_date_is_named_in_the_reason(published):
    found = when("yesterday", published=published)
    assert found.kind == "unresolved"
    assert "is no ISO date" in found.why


def test_a_day_of_publication_in_the_future_is_refused_where_today_is_told():
    assert when("yesterday", published="2031-01-02", today="2024-06-12").kind == "unresolved"
    assert "future" in when("yesterday", published="2031-01-02", today="2024-06-12").why
    assert when("yesterday", published="2031-01-02").earliest == "2031-01-01"
    assert when("yesterday", published=WEDNESDAY, today=WEDNESDAY).earliest == "2024-06-11"


def test_a_length_of_time_is_refused_where_the_tense_does_not_reach_the_present():
    assert when("for three days", published=WEDNESDAY, tense="future").kind == "unresolved"
    assert when("for three days", published=WEDNESDAY, tense="past").kind == "unresolved"
    assert when("for three days", published=WEDNESDAY, tense="present").earliest == "2024-06-09"


def test_within_so_long_is_a_length_where_it_is_past_or_hangs_on_something_else():
    assert when("within ten minutes", published=WEDNESDAY, tense="past").kind == "unresolved"
    assert when("within ten days", published=WEDNESDAY, tense="future").latest == "2024-06-22"
    mentions = list(find_mentions("They leave within ten days of the vote."))
    assert [m.kind for m in mentions] == ["duration"]
