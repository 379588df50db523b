from __future__ import annotations

import pytest
from spacy.tokens import Span as SpacySpan

from parsed import parsed
from sayso.ground.report import ground
from sayso.language.spans import span_of
from sayso.record.findings import Event, Figure, Statement
from sayso.record.reading import Reading
from sayso.record.vocabulary import SourceType, Status

STRIKE = """
Unions NOUN 2 nsubj
threatened VERB 0 root _ Tense=Past|VerbForm=Fin
a DET 4 det
strike NOUN 2 obj
on ADP 6 case
Monday PROPN 2 obl
"""


@pytest.mark.parametrize(
    ("status", "day"), [("threatened", "2024-05-20"), ("happened", "2024-05-13")]
)
def test_the_time_of_what_is_yet_to_come_lies_ahead(status: Status, day: str) -> None:
    doc = parsed(STRIKE)
    event = Event("e1", span_of(doc, 3, 4), "PROTEST", status=status, time=span_of(doc, 4, 6))
    told = ground(doc, Reading("a", published="2024-05-16", events=(event,)))
    when = told.events[0].when
    assert when is not None and when.earliest == day


def test_the_name_of_a_body_is_no_place_though_a_town_bears_it() -> None:
    doc = parsed("""
    In ADP 2 case
    Geneva PROPN 5 obl Location
    the DET 4 det
    U.N. PROPN 5 nsubj Location
    met VERB 0 root
    """)
    places = ground(doc, Reading("a")).places
    assert [(p.span.text, p.where.country if p.where else None) for p in places] == [
        ("Geneva", "CHE"), ("U.N.", None),
    ]  # fmt: skip


def test_a_piece_of_a_time_is_dated_by_the_whole() -> None:
    doc = parsed("""
    Shells NOUN 2 nsubj
    fell VERB 0 root _ Tense=Past|VerbForm=Fin
    on ADP 5 case
    Monday PROPN 5 compound
    night NOUN 2 obl
    """)
    event = Event("e1", span_of(doc, 1, 2), "ASSAULT", time=span_of(doc, 4, 5))
    told = ground(doc, Reading("a", published="2024-05-16", events=(event,)))
    when = told.events[0].when
    assert when is not None and when.earliest == "2024-05-13"


def days(lines: str, start: int, end: int, at: int = 1) -> tuple[str | None, str | None]:
    """The days of an event at a word of one report of 16 May 2024 whose time is those words."""
    doc = parsed(lines)
    event = Event("e1", span_of(doc, at, at + 1), "PROTEST", time=span_of(doc, start, end))
    when = ground(doc, Reading("a", published="2024-05-16", events=(event,))).events[0].when
    return (None, None) if when is None else (when.earliest, when.latest)


SET = """
They PRON 2 nsubj
called VERB 0 root _ Tense=Past|VerbForm=Fin
a DET 4 det
strike NOUN 2 obj
for ADP 6 case
Monday PROPN 4 nmod
"""
CLAIMED = """
They PRON 2 nsubj
took VERB 0 root _ Tense=Past|VerbForm=Fin
blame NOUN 2 obj
for ADP 7 case
Monday PROPN 7 nmod:poss
's PART 5 case
raid NOUN 2 obl
"""


def test_what_is_set_for_a_day_lies_ahead_and_what_was_done_that_day_behind() -> None:
    assert days(SET, 5, 6, at=3) == ("2024-05-20", "2024-05-20")
    assert days(CLAIMED, 4, 5) == ("2024-05-13", "2024-05-13")


def test_a_length_is_no_day_that_something_is_set_for() -> None:
    lines = """
    They PRON 2 nsubj
    march VERB 0 root _ Tense=Pres|VerbForm=Fin
    for ADP 5 case
    three NUM 5 nummod
    days NOUN 2 obl
    """
    assert days(lines, 2, 5) == ("2024-05-13", "2024-05-16")


def test_since_leaves_the_end_open_though_the_day_in_it_is_whole() -> None:
    lines = """
    They PRON 2 nsubj
    marched VERB 0 root _ Tense=Past|VerbForm=Fin
    since SCONJ 5 mark
    it PRON 5 nsubj
    fell VERB 2 advcl
    in ADP 7 case
    February PROPN 5 obl
    2022 NUM 7 nummod
    """
    assert days(lines, 2, 8) == ("2022-02-01", None)


def test_the_worst_in_years_lies_behind() -> None:
    lines = """
    The DET 2 det
    march NOUN 0 root
    the DET 4 det
    biggest ADJ 2 amod
    in ADP 7 case
    two NUM 7 nummod
    years NOUN 4 obl
    """
    assert days(lines, 4, 7) == (None, None)


def test_a_visit_of_a_day_to_come_is_planned_whatever_its_tense() -> None:
    doc = parsed("""
    Roe PROPN 2 nsubj Person
    leaves VERB 0 root _ Tense=Pres|VerbForm=Fin
    for ADP 4 case
    Orla PROPN 2 obl Location
    on ADP 6 case
    Friday PROPN 2 obl Date
    """)
    event = Event("e1", span_of(doc, 1, 2), "CONSULT", "visit", time=span_of(doc, 4, 6))
    for day, status in (("2024-05-16", "planned"), ("2024-05-17", "happened")):
        (told,) = ground(doc, Reading("a", published=day, events=(event,))).events
        assert told.when is not None
        assert (told.when.earliest, told.status) == ("2024-05-17", status)


def test_the_days_behind_the_stops_of_a_tour_to_come_lie_ahead() -> None:
    doc = parsed("""
    Roe PROPN 5 nsubj Person
    is AUX 5 cop
    due ADJ 5 case
    in ADP 5 case
    Riga PROPN 0 root Location
    on ADP 7 case
    Monday PROPN 5 obl Date
    and CCONJ 10 cc
    in ADP 10 case
    Orla PROPN 5 conj Location
    on ADP 12 case
    Friday PROPN 10 nmod Date
    """)
    event = Event(
        "e1", span_of(doc, 2, 3), "CONSULT", "visit", status="planned", time=span_of(doc, 5, 7),
        target=(span_of(doc, 4, 5), span_of(doc, 9, 10)),
    )  # fmt: skip
    times = ground(doc, Reading("a", published="2024-05-19", events=(event,))).times
    assert {t.span.text: t.when.earliest for t in times if t.when} == {
        "on Monday": "2024-05-20", "Monday": "2024-05-20", "Friday": "2024-05-24",
    }  # fmt: skip


STOPPED = """
He PRON 3 nsubj
had AUX 3 aux
stopped VERB 0 root _ Tense=Past|VerbForm=Part
in ADP 5 case
Orla PROPN 3 obl
on ADP 7 case
Monday PROPN 3 obl
"""


@pytest.mark.parametrize(
    ("verb", "status", "day"),
    [("stopped", "happened", "2024-05-13"), ("planned", "planned", "2024-05-20")],
)
def test_what_had_been_done_lies_behind_whatever_the_status_says(
    verb: str, status: Status, day: str
) -> None:
    doc = parsed(STOPPED.replace("stopped", verb))
    event = Event("e1", span_of(doc, 2, 3), "CONSULT", status="planned", time=span_of(doc, 5, 7))
    told = ground(doc, Reading("a", published="2024-05-16", events=(event,))).events[0]
    assert told.status == status and told.when is not None and told.when.earliest == day


def test_a_person_told_with_a_body_has_no_other_name_than_their_own() -> None:
    doc = parsed("""
    The DET 2 det
    U.N. PROPN 4 nmod:poss Organization
    ·'s PART 2 case
    Ana PROPN 6 nsubj Person
    Brandt PROPN 4 flat
    left VERB 0 root
    """)
    doc.set_ents([SpacySpan(doc, 1, 2, "Organization"), SpacySpan(doc, 3, 5, "Person")])
    event = Event("e1", span_of(doc, 5, 6), "CONSULT", actor=(span_of(doc, 0, 5),))
    (told,) = ground(doc, Reading("a", events=(event,))).events
    assert [(a.name, a.sector) for a in told.actors] == [("Ana Brandt", "UNO")]


@pytest.mark.parametrize(
    ("name", "taken", "wanted"),
    [
        ("Hezbollah", "state", "organisation"),
        ("TASS", "person", "media"),
        ("Hezbollah", "group", "group"),
        ("Oakford", "person", "person"),
    ],
)
def test_a_body_that_the_table_knows_speaks_as_a_body(
    name: str, taken: SourceType, wanted: SourceType
) -> None:
    doc = parsed(f"{name} PROPN 2 nsubj Organization\nspoke VERB 0 root")
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (), source_type=taken)
    told = ground(doc, Reading("a", statements=(said,)))
    assert told.statements[0].source_type == wanted


SIGNED = """
They PRON 2 nsubj
agreed VERB 0 root _ Tense=Past|VerbForm=Fin
on ADP 4 case
peace NOUN 2 obl
to PART 7 mark
be AUX 7 aux:pass
signed VERB 4 acl _ Tense=Past|VerbForm=Part
on ADP 9 case
Monday PROPN 7 obl Date
"""


def test_nothing_has_happened_on_a_day_to_come() -> None:
    doc = parsed(SIGNED)
    monday = span_of(doc, 7, 9)
    agreed = Event("e1", span_of(doc, 1, 2), "AGREE", None, time=monday)
    signed = Event("e2", span_of(doc, 6, 7), "SUPPORT", None, time=monday)
    reading = Reading("a", published="2024-05-18", events=(agreed, signed))
    one, two = ground(doc, reading).events
    assert (one.status, one.time, one.when) == ("happened", None, None)
    assert two.when is not None
    assert (two.status, two.when.earliest) == ("planned", "2024-05-20")


BEGAN = """
War NOUN 5 nsubj
, PUNCT 4 punct
which PRON 4 nsubj
began VERB 1 acl:relcl _ Tense=Past|VerbForm=Fin
killed VERB 0 root _ Tense=Past|VerbForm=Fin
in ADP 7 case
May PROPN 4 obl Date
"""


def test_a_running_total_is_counted_from_when_the_war_began() -> None:
    doc = parsed(BEGAN)
    figure = Figure(
        "f1", span_of(doc, 0, 1), 9, 9, "killed", scope="total", time=span_of(doc, 5, 7)
    )
    (told,) = ground(doc, Reading("a", published="2024-09-18", figures=(figure,))).figures
    assert (told.since, told.until) == ("2024-05-01", None)


def test_that_only_the_beginning_of_a_time_is_told_is_said_once() -> None:
    doc = parsed("""
    Thirty NUM 3 nsubj
    were AUX 3 aux:pass
    killed VERB 0 root
    since ADP 5 case
    October PROPN 3 obl
    """)
    toll = Figure(
        "f1", span_of(doc, 0, 1), 30, 30, "killed", scope="total", time=span_of(doc, 3, 5)
    )
    told = ground(doc, Reading("a", published="2026-11-24", figures=(toll,))).figures[0].when
    assert told is not None and told.why.count("only its beginning is told") == 1
