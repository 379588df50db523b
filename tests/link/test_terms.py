"""Terms to their topics and amounts: what is the same act with another number."""

from __future__ import annotations

import pytest

from sayso.link.terms import gist


@pytest.mark.parametrize(
    ("what", "amounts"),
    [
        ("hold fire for three weeks", {"time": (21, 21)}),
        ("silence the guns for three weeks", {"pause": (21, 21)}),
        ("a 90-day lull", {"pause": (90, 90)}),
        ("80 days instead of 50", {"pause": (80, 80)}),
        ("eight months of quiet, not the year told before", {"pause": (240, 240)}),
        ("begin a truce within ten days", {"time": (10, 10)}),
        ("hand over 12 captured sailors", {"captives": (12, 12)}),
        ("let 70 jailed Guild members go", {"prisoners": (70, 70)}),
        ("free 12 hostages and 70 detainees", {"captives": (12, 12), "prisoners": (70, 70)}),
        ("let 40 lorries in", {"lorri": (40, 40)}),
        ("free 12 hostages, five of them at once", {"captives": (12, 12)}),
        ("raise the number of captives to be freed from 40 to 60", {"captives": (60, 60)}),
        ("doubles the number of captives to be freed from 40 to 80", {"captives": (80, 80)}),
        ("free from 20 to 30 captives", {"captives": (20, 30)}),
        ("move guns back seven kilometers (four miles)", {"far": (7, 7)}),
    ],
)
def test_an_amount_is_told_by_what_it_counts(what: str, amounts: dict[str, object]) -> None:
    assert dict(gist(what).amounts) == amounts


def test_the_same_act_in_other_words_is_one_term_and_another_act_is_not() -> None:
    assert gist("hand over 12 captured sailors").is_like(gist("15 captives instead of 12"))
    assert gist("silence the guns for a month").is_like(gist("six weeks of quiet"))
    assert not gist("15 captives instead of 12").is_like(gist("80 days instead of 50"))
    assert not gist("release 12 hostages").is_like(gist("release 70 detainees"))


def test_a_week_is_seven_days_and_a_bound_that_fits_is_no_other_amount() -> None:
    weeks, days = gist("eight weeks of quiet"), gist("a 56-day truce")
    assert weeks.agrees(days) and not weeks.differs(days)
    assert gist("at least 12 captives").agrees(gist("free 15 captives"))
    assert gist("12 captives").differs(gist("free 15 captives"))
    assert not gist("free captives").differs(gist("free 15 captives"))


def test_who_leaves_one_town_does_not_leave_another_and_a_name_is_known_by_its_first_letters() -> (
    None
):
    leave = gist("the withdrawal of all troops from Orlanda")
    assert leave.is_like(gist("the withdrawal of troops from Orlando"))
    assert not leave.is_like(gist("the withdrawal of all troops from Brayfield"))


def test_two_withdrawals_by_some_distance_are_one_in_other_words() -> None:
    back = gist("move heavy guns back seven kilometres")
    assert back.is_like(gist("the pullback of heavy guns by 10 km"))
    assert back.differs(gist("the pullback of heavy guns by 10 km"))
    assert gist("pull the guns back four miles").agrees(gist("pull the guns back seven kilometres"))


def test_a_term_that_tells_the_old_number_is_the_one_that_had_it() -> None:
    raised = gist("raises the limit from 600 to 800 tanks")
    assert raised.is_like(gist("cap the army at 600 tanks"))
    assert raised.differs(gist("cap the army at 600 tanks"))
    assert not raised.is_like(gist("send home 500 tanks"))
    doubled = gist("doubles the number of captives to be freed from 40 to 80")
    assert doubled.was == {"captives": (40, 40)}
    assert doubled.differs(gist("free 40 captives")) and doubled.agrees(gist("free 80 captives"))
