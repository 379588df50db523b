"""Parties to proposals by the fullest names that a report has for them."""

from __future__ import annotations

from spacy.tokens import Doc

from parsed import parsed
from sayso.ground.bargainers import told_by_name
from sayso.language.spans import span_of
from sayso.record.findings import Proposal, Stance
from sayso.record.grounding import Actor
from sayso.record.span import Span

#: The words and what they are: a name, what stands for it, its short form, a person, a state.
REPORT = """
the DET 3 det
Lund PROPN 3 compound Organization
Brigade PROPN 0 root Organization
the DET 5 det
movement NOUN 0 root
the DET 7 det
LB PROPN 0 root Organization
Ada PROPN 9 compound Person
Roe PROPN 0 root Person
Roe PROPN 0 root Person
Norland PROPN 0 root Location
Orla PROPN 0 root Location
""".replace("3 compound Organization\nBrigade PROPN 0 root Organization",
            "3 compound\nBrigade PROPN 0 root Organization")  # fmt: skip
NAME, MOVEMENT, SHORT, ROE, SURNAME, STATE, SEAT = (
    (0, 3), (3, 5), (5, 7), (7, 9), (9, 10), (10, 11), (11, 12),
)  # fmt: skip


def known(doc: Doc) -> dict[Span, Actor | None]:
    band = Actor("lund-brigade", "Lund Brigade", "NOR", "REB", None, 0.9, "")
    roe = Actor("ada-roe", "Ada Roe", "NOR", "CVL", None, 0.9, "")
    state = Actor("norland", "Norland", "NOR", None, None, 0.9, "")
    whose = {NAME: band, MOVEMENT: band, SHORT: band, ROE: roe, SURNAME: roe, STATE: state,
             SEAT: state}  # fmt: skip
    return {span_of(doc, *at): actor for at, actor in whose.items()}


def told(doc: Doc, *at: tuple[int, int], stances: tuple[Stance, ...] = ()) -> Proposal:
    by = tuple(span_of(doc, *place) for place in at)
    plan = Proposal("p1", None, by, (), (), "offered", (), stances)
    return told_by_name(doc, [plan], known(doc))[0]


def test_a_stand_in_and_a_short_name_are_told_by_the_name() -> None:
    doc = parsed(REPORT)
    for place in (MOVEMENT, SHORT):
        assert [s.text for s in told(doc, place).by] == ["the Lund Brigade"]


def test_a_surname_is_told_by_the_whole_name() -> None:
    assert [s.text for s in told(parsed(REPORT), SURNAME).by] == ["Ada Roe"]


def test_a_party_by_two_names_is_told_once() -> None:
    assert [s.text for s in told(parsed(REPORT), NAME, MOVEMENT).by] == ["the Lund Brigade"]


def test_a_state_keeps_the_name_that_it_has_and_is_told_once() -> None:
    doc = parsed(REPORT)
    assert [s.text for s in told(doc, SEAT).by] == ["Orla"]
    assert [s.text for s in told(doc, STATE, SEAT).by] == ["Norland"]


def test_a_stance_is_told_once_by_the_name_and_another_one_beside_it() -> None:
    doc = parsed(REPORT)
    places = ((NAME, "accepts"), (MOVEMENT, "accepts"), (SHORT, "rejects"))
    stances = tuple(Stance(span_of(doc, *at), kind, None, None) for at, kind in places)
    found = [(s.party.text, s.stance) for s in told(doc, stances=stances).stances]
    assert found == [("the Lund Brigade", "accepts"), ("the Lund Brigade", "rejects")]


def test_who_is_not_known_stays() -> None:
    doc = parsed(REPORT)
    plan = Proposal("p1", None, (span_of(doc, *MOVEMENT),), (), (), "offered", (), ())
    assert told_by_name(doc, [plan], {})[0] == plan


def test_who_accepts_on_a_condition_takes_one_stance() -> None:
    doc = parsed(REPORT)
    places = ((NAME, "conditional"), (MOVEMENT, "accepts"), (ROE, "accepts"))
    stances = tuple(Stance(span_of(doc, *at), kind, None, None) for at, kind in places)
    found = [(s.party.text, s.stance) for s in told(doc, stances=stances).stances]
    assert found == [("the Lund Brigade", "conditional"), ("Ada Roe", "accepts")]


def test_a_body_that_was_taken_for_a_place_is_a_name_all_the_same() -> None:
    doc = parsed(
        REPORT.replace("Brigade PROPN 0 root Organization", "Brigade PROPN 0 root Location")
    )
    assert [s.text for s in told(doc, MOVEMENT).by] == ["the Lund Brigade"]
