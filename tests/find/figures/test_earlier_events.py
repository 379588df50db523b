"""A toll goes to the one event of an earlier sentence that it can come from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
RAID = """
Gunmen gunman NOUN 2 nsubj
raided raid VERB 0 root
Tarim Tarim PROPN 2 obj
. . PUNCT 2 punct
"""
SHELLED = """
Gunners gunner NOUN 6 nsubj
shelled shell VERB 0 root
Sadda Sadda PROPN 6 obj
. . PUNCT 6 punct
"""


def toll(first: int, *tail: str) -> str:
    """Return the rows of "Nine guards were killed", which begins at token ``first``."""
    head = [
        f"Nine nine NUM {first + 1} nummod",
        f"guards guard NOUN {first + 3} nsubj:pass",
        f"were be AUX {first + 3} aux:pass",
        "killed kill VERB 0 root",
    ]
    return "\n".join([*head, *tail, f". . PUNCT {first + 3} punct"])


def event(doc: Doc, word: str, id: str = "e1", status: str = "happened") -> Event:
    start = doc.text.index(word)
    return Event(
        id=id,
        trigger=Span.of(doc.text, start, start + len(word)),
        type="ASSAULT",
        status=status,  # type: ignore[arg-type]
    )


def only(doc: Doc, *events: Event) -> Figure:
    (figure,) = find_figures(doc, (), events)
    return figure


def test_a_toll_without_an_event_in_its_sentence_goes_to_the_one_before(
    doc_of: Make, anchor: Mark
) -> None:
    doc = doc_of(RAID + toll(5), [anchor(4, 5, "killed")])
    assert only(doc, event(doc, "raided")).event == "e1"


def test_a_toll_goes_to_none_of_two_events_that_fit(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(RAID + SHELLED.lstrip() + toll(9), [anchor(8, 9, "killed")])
    assert only(doc, event(doc, "raided"), event(doc, "shelled", "e2")).event is None


def test_a_toll_of_the_raid_goes_to_the_raid(doc_of: Make, anchor: Mark) -> None:
    tail = ("in in ADP 15 case", "the the DET 15 det", "raid raid NOUN 12 obl")
    doc = doc_of(RAID + SHELLED.lstrip() + toll(9, *tail), [anchor(8, 9, "killed")])
    assert only(doc, event(doc, "raided"), event(doc, "shelled", "e2")).event == "e1"


def test_a_toll_with_a_cause_of_its_own_has_no_event(doc_of: Make, anchor: Mark) -> None:
    tail = ("in in ADP 11 case", "a a DET 11 det", "stampede stampede NOUN 8 obl")
    doc = doc_of(RAID + toll(5, *tail), [anchor(4, 5, "killed")])
    assert only(doc, event(doc, "raided")).event is None


def test_a_toll_in_another_place_has_no_event(doc_of: Make, anchor: Mark) -> None:
    tail = ("in in ADP 10 case", "Sadda Sadda PROPN 8 obl")
    doc = doc_of(RAID + toll(5, *tail), [anchor(4, 5, "killed")])
    assert only(doc, event(doc, "raided")).event is None


def test_a_running_total_does_not_go_back_to_one_event(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(RAID + toll(5), [anchor(4, 5, "killed", scope="total")])
    assert only(doc, event(doc, "raided")).event is None


def test_a_toll_does_not_go_back_to_what_has_not_happened(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(RAID + toll(5), [anchor(4, 5, "killed")])
    assert only(doc, event(doc, "raided", status="threatened")).event is None


def test_a_part_has_the_event_of_its_whole(doc_of: Make, anchor: Mark) -> None:
    tail = (
        ", , PUNCT 12 punct",
        "including include VERB 12 case",
        "two two NUM 12 nummod",
        "cooks cook NOUN 6 nmod",
    )
    doc = doc_of(RAID + toll(5, *tail), [anchor(4, 5, "killed"), anchor(10, 11, "killed")])
    nine, two = find_figures(doc, (), [event(doc, "raided")])
    assert (two.part_of, nine.event, two.event) == (nine.id, "e1", "e1")


def test_who_is_to_be_killed_shares_the_status_of_the_threat(doc_of: Make, anchor: Mark) -> None:
    table = """
    They they PRON 2 nsubj
    threatened threaten VERB 0 root
    to to PART 4 mark
    kill kill VERB 2 xcomp
    two two NUM 6 nummod
    hostages hostage NOUN 4 obj
    . . PUNCT 2 punct
    """
    doc = doc_of(table, [anchor(4, 5, "killed")])
    assert only(doc, event(doc, "kill", status="threatened")).status == "threatened"


BREAK = "¶ ¶ SPACE 4 dep\n"
SHE_SAYS = """
She she PRON 8 nsubj
says say VERB 0 root
40 40 NUM 8 obj
. . PUNCT 8 punct
"""


def test_a_toll_goes_back_to_the_paragraph_right_before(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(RAID + BREAK + toll(6), [anchor(5, 6, "killed")])
    assert only(doc, event(doc, "raided")).event == "e1"


def test_a_toll_goes_no_farther_back_unless_it_points(doc_of: Make, anchor: Mark) -> None:
    between = SHELLED.lstrip().replace(" 6 ", " 7 ") + BREAK.replace("4", "8")
    doc = doc_of(RAID + BREAK + between + toll(11), [anchor(10, 11, "killed")])
    assert only(doc, event(doc, "raided")).event is None
    raid = ("in in ADP 17 case", "the the DET 17 det", "raid raid NOUN 14 obl")
    doc = doc_of(RAID + BREAK + between + toll(11, *raid), [anchor(10, 11, "killed")])
    assert only(doc, event(doc, "raided")).event == "e1"


def test_a_bare_number_has_no_event_of_another_paragraph(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(RAID + BREAK + SHE_SAYS.lstrip().replace(" 8 ", " 7 "), [anchor(7, 8, "killed")])
    assert only(doc, event(doc, "raided")).event is None


WHICH = """
They they PRON 6 nsubj
praised praise VERB 0 root
the the DET 8 det
{act} {act} NOUN 6 obj
on on ADP 10 case
buses bus NOUN 8 nmod
, , PUNCT 13 punct
which which PRON 13 nsubj
killed kill VERB {over} acl:relcl
nine nine NUM 13 obj
. . PUNCT 6 punct
"""


@pytest.mark.parametrize("over", [8, 10])
@pytest.mark.parametrize(("act", "told"), [("raid", "e1"), ("attack", "e1"), ("blast", None)])
def test_which_killed_goes_to_the_act_that_it_stands_for(
    doc_of: Make, anchor: Mark, over: int, act: str, told: str | None
) -> None:
    doc = doc_of(RAID + WHICH.lstrip().format(act=act, over=over), [anchor(13, 14, "killed")])
    assert only(doc, event(doc, "raided")).event == told


def test_any_act_may_take_up_an_attack(doc_of: Make, anchor: Mark) -> None:
    raid = RAID.replace("raided raid", "attacked attack")
    doc = doc_of(raid + WHICH.lstrip().format(act="ambush", over=8), [anchor(13, 14, "killed")])
    assert only(doc, event(doc, "attacked")).event == "e1"
