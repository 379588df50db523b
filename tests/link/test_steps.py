"""Versions of one proposal, made by hand, to the steps between them and the stands at the end."""

from __future__ import annotations

from dataclasses import replace

from tests.link.accounts import report

from sayso.link.negotiations import versions_of
from sayso.link.steps import Version, stands_of, steps_of
from sayso.record.reading import Reading


def version(reading: Reading, publisher: str = "Wire") -> Version:
    (one,) = versions_of(reading)
    return Version(one.id, one.published, one.proposal, publisher)


def draft(id: str, day: str, *terms: str, state: str = "offered") -> Reading:
    text = "Corvia has put a draft: " + "; ".join(terms) + "."
    return report(id, day, text, name="a draft", state=state, terms=[{"what": t} for t in terms])


def test_terms_of_one_list_are_not_compared_with_each_other() -> None:
    only = draft("one", "2024-03-01", "80 days instead of 50", "15 captives instead of 12")
    assert [s.kind for s in steps_of([version(only)])] == ["state", "term", "term"]


def test_a_term_is_compared_with_the_earlier_one_of_the_same_act() -> None:
    first = draft("one", "2024-03-01", "silence the guns for 50 days", "hand over 12 captives")
    second = draft("two", "2024-03-06", "15 captives instead of 12", "80 days instead of 50")
    steps = list(steps_of([version(first), version(second)]))
    assert [(s.kind, s.what, s.before, s.earlier) for s in steps[3:]] == [
        ("changed", "15 captives instead of 12", "hand over 12 captives", "one/p1"),
        ("changed", "80 days instead of 50", "silence the guns for 50 days", "one/p1"),
    ]


def test_another_outlet_of_the_same_days_differs_and_a_later_version_changes() -> None:
    first = draft("one", "2024-03-01", "hand over 12 captives")
    other = draft("two", "2024-03-02", "hand over 10 captives")
    later = draft("three", "2024-03-09", "hand over 15 captives", state="accepted")
    versions = [version(first), version(other, "Courier"), version(later, "Courier")]
    told = [(s.kind, s.what, s.before) for s in steps_of(versions) if s.kind != "state"]
    assert told == [
        ("term", "hand over 12 captives", None),
        ("differs", "hand over 10 captives", "hand over 12 captives"),
        ("changed", "hand over 15 captives", "hand over 12 captives"),
    ]
    same = [version(first), version(other)]
    assert [s.kind for s in steps_of(same)][-1] == "changed"
    further = draft("two", "2024-03-02", "hand over 10 captives", state="accepted")
    onward = [version(first), version(further, "Courier")]
    assert [s.kind for s in steps_of(onward)][-1] == "changed"
    back = [version(replace(further, published="2024-03-01"), "Courier"), version(first)]
    assert [s.kind for s in steps_of(back)][-1] == "differs"


def test_a_line_of_withdrawal_that_runs_elsewhere_is_a_change() -> None:
    first = draft("one", "2024-03-01", "pull the Guards back to the Orla river")
    second = draft("two", "2024-03-06", "a line along Kessel bridge rather than the Orla river")
    steps = list(steps_of([version(first), version(second)]))
    assert (steps[-1].kind, steps[-1].before) == (
        "changed",
        "pull the Guards back to the Orla river",
    )


def test_a_party_stands_where_it_stood_last_under_its_fullest_name() -> None:
    def answer(id: str, day: str, party: str, stance: str) -> Version:
        text = f"{party} spoke of the draft."
        stances = [{"party": party, "stance": stance}]
        return version(report(id, day, text, name="the draft", stances=stances))

    versions = [
        answer("one", "2024-03-01", "The Harvest Front", "rejects"),
        answer("two", "2024-03-02", "Orla Bek, the Front's spokeswoman", "conditional"),
        answer("three", "2024-03-03", "A commander of the Harvest Front", "accepts"),
        answer("four", "2024-03-04", "the Front, which holds the pass", "accepts"),
    ]
    stands = [(s.party, s.stance, s.published) for s in stands_of(versions)]
    assert stands == [
        ("A commander of the Harvest Front", "accepts", "2024-03-03"),
        ("The Harvest Front", "accepts", "2024-03-04"),
    ]
    steps = [(s.of, s.what, s.before) for s in steps_of(versions)]
    assert steps[1] == ("Orla Bek, the Front's spokeswoman", "conditional", "rejects")


def test_what_was_told_before_nothing_has_no_before_and_a_stance_has_its_condition() -> None:
    text = "Corvia would take the draft if the siege ended."
    stance = {"party": "Corvia", "stance": "conditional", "condition": "if the siege ended"}
    only = report("one", "2024-03-01", text, name="the draft", state="under-negotiation",
                  stances=[stance])  # fmt: skip
    first, second = steps_of([version(only)])
    assert (first.kind, first.before, first.condition) == ("state", None, None)
    assert (second.what, second.condition) == ("conditional", "if the siege ended")


def test_a_part_of_a_number_told_before_is_no_change() -> None:
    first = draft("one", "2024-03-01", "hand over 40 captives")
    for part in ("hand over the remaining 25 captives", "free 15 more captives"):
        second = draft("two", "2024-03-09", part)
        kinds = [s.kind for s in steps_of([version(first), version(second)])]
        assert "changed" not in kinds
    second = draft("two", "2024-03-09", "hand over 25 captives")
    assert [s.kind for s in steps_of([version(first), version(second)])][-1] == "changed"


def test_what_has_come_further_is_not_offered_again() -> None:
    first = draft("one", "2024-03-01", "hand over 40 captives", state="under-negotiation")
    again = draft("two", "2024-03-03", "hand over 40 captives")
    assert [s.what for s in steps_of([version(first), version(again)]) if s.kind == "state"] == [
        "under-negotiation"
    ]
    refused = draft("one", "2024-03-01", "hand over 40 captives", state="rejected")
    assert [s.what for s in steps_of([version(refused), version(again)]) if s.kind == "state"] == [
        "rejected", "offered",
    ]  # fmt: skip


def test_a_revised_draft_of_another_outlet_changes_a_term_and_does_not_differ() -> None:
    first = draft("one", "2024-03-01", "hand over 12 captives")
    text = "Corvia has put a revised draft: hand over 15 captives."
    new = report("two", "2024-03-02", text, name="a revised draft", state="offered",
                 terms=[{"what": "hand over 15 captives"}])  # fmt: skip
    assert [s.kind for s in steps_of([version(first), version(new, "Courier")])][-1] == "changed"
    raised = draft("two", "2024-03-02", "raise the number of captives from 12 to 15")
    assert [s.kind for s in steps_of([version(first), version(raised, "Courier")])][-1] == "changed"
    third = report("three", "2024-03-03", text.replace("15", "20"), name="a revised draft",
                   state="offered", terms=[{"what": "hand over 20 captives"}])  # fmt: skip
    told = [version(first), version(new, "Courier"), version(third)]
    assert [s.kind for s in steps_of(told)][-1] == "differs"


def test_what_is_in_force_is_not_signed_again() -> None:
    states = ("accepted", "in-force", "accepted", "broken")
    told = [version(draft(str(n), f"2024-03-0{n + 1}", state=s)) for n, s in enumerate(states)]
    assert [s.what for s in steps_of(told)] == ["accepted", "in-force", "broken"]


def test_a_party_is_one_by_all_names_that_the_table_knows() -> None:
    def answer(id: str, day: str, who: str, stance: str) -> Reading:
        return report(id, day, f"{who} answered the draft.", name="the draft",
                      stances=[{"party": who, "stance": stance}])  # fmt: skip

    told = [answer("one", "2024-03-01", "Oslo", "undecided"),
            answer("two", "2024-03-04", "The Government of Norway", "accepts")]  # fmt: skip
    (stand,) = stands_of([version(one) for one in told])
    assert (stand.party, stand.stance) == ("The Government of Norway", "accepts")
