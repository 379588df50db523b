"""Corrections read back as they were written, and a verdict follows the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.record.findings import Event, Figure, Statement
from sayso.record.span import Span
from sayso.store.journal import Decision
from sayso.store.project import open_project
from sayso.web.corrections import FIELDS, corrected, fields_of, words
from sayso.web.verdicts import stand

TEXT = "Ten men, ten tanks and ten men more were counted."


def decision(field: str, new: str | None, who: str = "Ada") -> Decision:
    return Decision("2024-03-01", who, "r/f1", field, None, new, "")


def test_every_field_of_the_samples_written_out_reads_back_as_it_was(sample_folder: Path) -> None:
    seen = 0
    with open_project(sample_folder, read_only=True) as project:
        for reading in project.readings():
            article = project.article(reading.id)
            assert article is not None
            for finding in (*reading.statements, *reading.events, *reading.figures):
                for field in fields_of(finding, article.text):
                    same = corrected(finding, field.name, field.value, article.text)
                    assert getattr(same, field.name) == getattr(finding, field.name)
                    seen += 1
    assert seen > 5_000


def test_a_second_occurrence_is_written_with_its_number() -> None:
    second = Span.of(TEXT, TEXT.rindex("ten men"), TEXT.rindex("ten men") + 7)
    assert words(second, TEXT) == "ten men"
    tanks = Span.of(TEXT, TEXT.rindex("ten"), TEXT.rindex("ten") + 3)
    assert words(tanks, TEXT) == "ten##2"


@pytest.mark.parametrize(
    ("finding", "field", "written"),
    [
        (Figure("f1", Span.of(TEXT, 0, 3), 10, 10), "id", "f2"),
        (Figure("f1", Span.of(TEXT, 0, 3), 10, 10), "low", "many"),
        (Figure("f1", Span.of(TEXT, 0, 3), 10, 10), "quantity", ""),
        (Event("e1", Span.of(TEXT, 0, 3), "AID"), "type", "WAR"),
        (Event("e1", Span.of(TEXT, 0, 3), "AID"), "mode", "aerial"),
        (Statement("s1", None, Span.of(TEXT, 0, 3), ()), "anonymous", "perhaps"),
        (Statement("s1", None, Span.of(TEXT, 0, 3), ()), "source", "nobody here"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_name(
    finding: Statement | Event | Figure, field: str, written: str
) -> None:
    with pytest.raises(UsageError):
        corrected(finding, field, written, TEXT)


def test_only_fields_of_the_record_can_be_corrected() -> None:
    for kind, names in FIELDS.items():
        assert set(names) <= set(kind.__dataclass_fields__)


def test_the_last_word_on_a_field_counts_and_taking_back_opens_everything() -> None:
    told = [decision("low", "5"), decision("verdict", "accepted"), decision("low", "6", "Ben")]
    assert stand(told).values == (("low", "6"),)
    assert (stand(told).state, stand(told).who) == ("accepted", "Ben")
    back = stand([*told, decision("verdict", None)])
    assert (back.state, back.values) == (None, ())
    assert stand([]).state is None
