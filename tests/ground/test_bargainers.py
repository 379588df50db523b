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


def stands(*told_so: tuple[Span, str], actors: dict[Span, Actor | None], doc: Doc) -> list[str]:
    stances = tuple(Stance(span, kind, None, None) for span, kind in told_so)
    plan = Proposal("p1", None, (), (), (), "offered", (), stances)
    found = told_by_name(doc, [plan], actors)[0].stances
    return [f"{s.party.text}: {s.stance}" for s in found]


def test_a_party_takes_one_stance_that_told_first() -> None:
    doc = parsed(REPORT)
    places = ((NAME, "accepts"), (MOVEMENT, "accepts"), (SHORT, "rejects"))
    told_so = ((span_of(doc, *at), kind) for at, kind in places)
    assert stands(*told_so, actors=known(doc), doc=doc) == ["the Lund Brigade: accepts"]


def test_an_answer_says_more_than_none() -> None:
    doc = parsed(REPORT)
    told_so = ((span_of(doc, *NAME), "undecided"), (span_of(doc, *SHORT), "rejects"))
    assert stands(*told_so, actors=known(doc), doc=doc) == ["the Lund Brigade: rejects"]


#: A state by its name, its side, the house of its government, a minister and an opposition.
LANDS = """
Norway PROPN 0 root Location
the DET 4 det
Norwegian ADJ 4 amod NORP
side NOUN 0 root
the DET 6 det
Kremlin PROPN 0 root Location
Russia PROPN 0 root Location
Norwegian ADJ 9 amod NORP
spokesman NOUN 10 compound
Roe PROPN 0 root Person
"""


def lands(doc: Doc) -> dict[Span, Actor | None]:
    norway = Actor("Q20", "Norway", "NOR", None, None, 0.9, "")
    side = Actor("norwegian-side", "Norwegian side", "NOR", None, None, 0.5, "")
    kremlin = Actor("kremlin", "Kremlin", "RUS", "GOV", None, 0.9, "")
    russia = Actor("Q159", "Russia", "RUS", None, None, 0.9, "")
    roe = Actor("roe", "Roe", "NOR", "GOV", None, 0.6, "")
    whose = {(0, 1): norway, (1, 4): side, (4, 6): kremlin, (6, 7): russia, (7, 10): roe}
    return {span_of(doc, *at): actor for at, actor in whose.items()}


def test_a_state_its_side_and_the_house_of_its_government_are_one_party() -> None:
    doc = parsed(LANDS)
    norway, side, kremlin, russia, _ = lands(doc)
    plan = Proposal("p1", None, (kremlin,), (russia, norway, side), (russia,), "offered", (), ())
    found = told_by_name(doc, [plan], lands(doc))[0]
    roles = [[s.text for s in role] for role in (found.by, found.to, found.through)]
    assert roles == [["the Kremlin"], ["Norway"], []]


def test_who_speaks_for_a_state_takes_no_stance_beside_it() -> None:
    doc = parsed(LANDS)
    norway, *_, spokesman = lands(doc)
    for kind in ("undecided", "rejects"):
        told_so = ((norway, kind), (spokesman, kind))
        assert stands(*told_so, actors=lands(doc), doc=doc) == [f"Norway: {kind}"]


def test_a_state_is_not_undecided_for_whom_another_has_answered() -> None:
    doc = parsed(LANDS)
    norway, *_, spokesman = lands(doc)
    told_so = ((norway, "undecided"), (spokesman, "rejects"))
    assert stands(*told_so, actors=lands(doc), doc=doc) == ["Norwegian spokesman Roe: rejects"]
    told_so = ((norway, "accepts"), (spokesman, "rejects"))
    assert len(stands(*told_so, actors=lands(doc), doc=doc)) == 2


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


def test_a_role_is_told_once_with_the_name_beside_it() -> None:
    doc = parsed(
        """
    the DET 2 det
    envoy NOUN 0 root
    , PUNCT 5 punct
    Ada PROPN 5 compound Person
    Roe PROPN 2 appos Person
    """.replace(" , ", " ·, ")
    )
    roe = Actor("ada-roe", "Ada Roe", "NOR", "GOV", None, 0.9, "")
    role, whole, name = span_of(doc, 0, 2), span_of(doc, 0, 5), span_of(doc, 3, 5)
    actors = {role: Actor("envoy", "envoy"), whole: roe, name: roe}
    told_so = ((role, "rejects"), (name, "conditional"))
    assert stands(*told_so, actors=actors, doc=doc) == ["Ada Roe: conditional"]
