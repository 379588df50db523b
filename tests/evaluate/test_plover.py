"""How the one type of a PLOVER sentence is chosen, and how the two sets are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.plover import Coded, coded_type, read_plv, read_records
from sayso.record.findings import Event
from sayso.record.span import Span
from sayso.record.vocabulary import EventType, Status


def event(
    word: str, type: EventType, status: Status = "happened", mode: str | None = None
) -> Event:
    """Return an event with a made-up trigger."""
    return Event("e1", Span.of(word, 0, len(word)), type, mode=mode, status=status)


@pytest.mark.parametrize(
    ("events", "type"),
    [
        ([event("met", "CONSULT"), event("bombed", "ASSAULT")], "CONSULT"),
        ([event("meet", "CONSULT", "planned")], "AGREE"),
        ([event("withdraw", "RETREAT", "negated")], "REJECT"),
        ([event("lift", "CONCEDE", "demanded")], "REQUEST"),
        ([event("bomb", "ASSAULT", "threatened")], "THREATEN"),
        ([event("arrest", "COERCE", "planned")], "COERCE"),
        ([event("ordered", "REQUEST"), event("arrest", "COERCE", "demanded")], "COERCE"),
        ([event("urged", "REQUEST"), event("arrest", "COERCE", "demanded")], "REQUEST"),
        ([event("summoned", "REQUEST", mode="meet"), event("protest", "ACCUSE")], "ACCUSE"),
        ([event("ordered", "REQUEST"), event("release", "RETREAT", "demanded")], "RETREAT"),
        ([event("convicted", "SANCTION", mode="convict")], "ACCUSE"),
        ([event("sanctions", "SANCTION")], "COERCE"),
        ([event("recalled", "SANCTION", mode="withdraw")], "SANCTION"),
        ([], "no event"),
    ],
)
def test_the_first_event_speaks_and_its_status_may_change_the_type(
    events: list[Event], type: str
) -> None:
    assert coded_type(events) == type


def test_sentences_are_read_with_their_type(tmp_path: Path) -> None:
    table = "sentence\tgold_root\nThe army shelled a town.\tASSAULT\n"
    (tmp_path / "PLV_train.tsv").write_text(table, encoding="utf-8")
    assert read_plv(tmp_path) == [Coded("The army shelled a town.", "ASSAULT")]


def test_older_types_of_the_records_are_read_as_ours_and_unknown_modes_left_out(
    tmp_path: Path,
) -> None:
    rows = [
        {"event": "DOCUMENT"},
        {"event": "FIGHT", "text": "Planes bombed a village.", "mode": "aerial"},
        {"event": "DEMAND", "text": "Workers want bread.", "mode": "other"},
    ]
    (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(rows), encoding="utf-8")
    assert read_records(tmp_path) == [
        Coded("Planes bombed a village.", "ASSAULT", "aerial"),
        Coded("Workers want bread.", "REQUEST"),
    ]


def test_a_folder_without_the_sets_is_refused(tmp_path: Path) -> None:
    for read in (read_plv, read_records):
        with pytest.raises(InputError):
            read(tmp_path)
