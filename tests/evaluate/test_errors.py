"""Misses to groups: each field that does not agree falls into the first group that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.evaluate.errors import event_misses, statement_misses
from sayso.record.findings import Event, Statement
from sayso.record.span import Span

TABLE = """
Rebels NOUN 2 nsubj
fled VERB 0 root
·. PUNCT 2 punct
They PRON 5 nsubj
said VERB 0 root
soldiers NOUN 7 nsubj
burned VERB 5 ccomp
the DET 9 det
mill NOUN 7 obj
in ADP 11 case
Orla PROPN 7 obl
·. PUNCT 5 punct
"""


@pytest.fixture
def doc() -> Doc:
    """Give the frozen parse of two sentences."""
    return parsed(TABLE)


def span(doc: Doc, words: str) -> Span:
    """Return the span of words of the text."""
    at = doc.text.index(words)
    return Span.of(doc.text, at, at + len(words))


def said(doc: Doc) -> Statement:
    """Return the statement of the second sentence."""
    content = span(doc, "soldiers burned the mill in Orla")
    return Statement("s1", span(doc, "Rebels"), span(doc, "said"), (content,))


def burned(doc: Doc) -> Event:
    """Return the event of the second sentence."""
    actor, target = (span(doc, "soldiers"),), (span(doc, "the mill"),)
    place = span(doc, "Orla")
    return Event("e1", span(doc, "burned"), "ASSAULT", None, actor, target, place)


def test_what_agrees_is_no_miss(doc: Doc) -> None:
    assert list(statement_misses(doc, [said(doc)], [said(doc)])) == []
    assert list(event_misses(doc, [burned(doc)], [burned(doc)])) == []


def test_what_has_no_partner_is_missed_or_extra_by_the_kind_of_its_word(doc: Doc) -> None:
    extra = replace(burned(doc), trigger=span(doc, "mill"))
    assert list(event_misses(doc, [burned(doc)], [extra])) == [
        "trigger missed: verb", "trigger extra: noun",
    ]  # fmt: skip
    assert list(statement_misses(doc, [said(doc)], [])) == ["cue missed: verb"]


@pytest.mark.parametrize(
    ("source", "group"),
    [(None, "missing"), ("They", "a pronoun left"), ("soldiers", "far from its cue")],
)
def test_a_wrong_source_falls_into_a_group(doc: Doc, source: str | None, group: str) -> None:
    found = replace(said(doc), source=span(doc, source) if source else None)
    assert list(statement_misses(doc, [said(doc)], [found])) == [f"source: {group}"]


@pytest.mark.parametrize(
    ("parts", "group"),
    [(["soldiers burned"], "too short"), (["soldiers", "mill"], "broken otherwise"),
     (["Rebels"], "elsewhere")],
)  # fmt: skip
def test_a_wrong_content_falls_into_a_group(doc: Doc, parts: list[str], group: str) -> None:
    found = replace(said(doc), content=tuple(span(doc, p) for p in parts), act="warns")
    assert list(statement_misses(doc, [said(doc)], [found])) == [
        f"content: {group}", "act: states taken for warns",
    ]  # fmt: skip


def test_wrong_fields_of_an_event_are_misses_of_their_own(doc: Doc) -> None:
    found = replace(
        burned(doc),
        status="planned",
        actor=(),
        target=(span(doc, "Rebels"),),
        time=span(doc, "fled"),
    )
    assert list(event_misses(doc, [burned(doc)], [found])) == [
        "status: happened taken for planned", "actor: missing", "target: another",
        "time: not asked for",
    ]  # fmt: skip
    typed = replace(burned(doc), type="COERCE", status="planned")
    assert list(event_misses(doc, [burned(doc)], [typed])) == ["type: ASSAULT taken for COERCE"]
