"""A reading answers who said a thing, along the whole chain."""

from dataclasses import replace

from sayso.record.findings import Event, Statement
from sayso.record.reading import Reading, text_hash, text_id
from sayso.record.say_so import innermost
from sayso.record.span import Span

TEXT = "Aid workers said the ministry claimed that ten had died."


def statement(id: str, content: str, within: str | None = None) -> Statement:
    at = TEXT.index(content)
    return Statement(
        id, None, Span.of(TEXT, 0, 3), (Span.of(TEXT, at, at + len(content)),), within=within
    )


OUTER = statement("s1", "the ministry claimed that ten had died")
INNER = statement("s2", "ten had died", within="s1")


def test_the_chain_runs_from_the_innermost_statement_outward() -> None:
    event = Event("e1", Span.of(TEXT, 51, 55), "ASSAULT", statement="s2")
    reading = Reading(id="r", statements=(OUTER, INNER), events=(event,))
    assert [s.id for s in reading.chain(event)] == ["s2", "s1"]


def test_what_the_report_itself_says_has_no_chain() -> None:
    event = Event("e1", Span.of(TEXT, 0, 3), "AID")
    assert Reading(id="r", events=(event,)).chain(event) == ()


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    one, two = statement("s1", "ten", within="s2"), statement("s2", "ten", within="s1")
    assert [s.id for s in Reading(id="r", statements=(one, two)).chain(one)] == ["s2", "s1"]


def test_the_narrowest_statement_that_holds_a_span_has_said_it() -> None:
    died = TEXT.index("died")
    assert innermost([OUTER, INNER], Span.of(TEXT, died, died + 4)) == "s2"
    assert innermost([OUTER, INNER], Span.of(TEXT, 0, 3)) is None


def test_of_statements_of_the_same_words_the_first_holds_them() -> None:
    died = TEXT.index("died")
    others = [replace(INNER, id=f"s{n}") for n in (9, 10)]
    assert innermost(others, Span.of(TEXT, died, died + 4)) == "s9"


def test_the_same_text_gives_the_same_id_and_another_text_another() -> None:
    assert text_id("a") == text_id("a") != text_id("b")
    assert len(text_hash("a\ud800")) == 64
