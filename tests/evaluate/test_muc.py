"""Reports and templates of the MUC form to (type, stage) pairs, and what counts as a hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.muc import Key, add, pairs_of, read_keys, read_texts
from sayso.evaluate.tally import Tally
from sayso.record.findings import Event
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import EventType, Status

TEXT = "GUNMEN TRIED TO BLOW UP A MARKET. THE BOMB WAS DEFUSED BY THE FIRE BRIGADE."
BOMBED = {("BOMBING", "ACCOMPLISHED")}
TEMPLATE = """0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               {number}
4.  INCIDENT: TYPE                  {kind}
5.  INCIDENT: STAGE OF EXECUTION    {stage}

"""


def event(
    word: str, type: EventType, status: Status = "happened", *,
    mode: str | None = None, target: str | None = None,
) -> Event:  # fmt: skip
    """Return an event whose trigger and target are words of the text above."""
    at = [Span.of(TEXT, TEXT.index(w), TEXT.index(w) + len(w)) for w in (word, target) if w]
    return Event("e1", at[0], type, mode=mode, target=tuple(at[1:]), status=status)


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        (event("BLOW UP", "ASSAULT", mode="explosives", target="MARKET"), BOMBED),
        (event("BOMB", "ASSAULT", "negated", target="MARKET"), {("BOMBING", "ATTEMPTED")}),
        (event("BLOW UP", "ASSAULT", "threatened"), {("ATTACK", "THREATENED")}),
        (event("BLOW UP", "ASSAULT", "planned", target="MARKET"), set()),
        (event("BLOW UP", "ASSAULT"), set()),
        (event("BLOW UP", "ASSAULT", target="GUNMEN"), {("ATTACK", "ACCOMPLISHED")}),
        (event("BLOW UP", "ASSAULT", mode="aerial", target="MARKET"), set()),
        (event("TRIED", "CONSULT", target="MARKET"), set()),
    ],
)  # fmt: skip
def test_an_event_gives_the_pair_of_its_type_mode_and_status(
    told: Event, pairs: set[tuple[str, str]]
) -> None:
    assert pairs_of(TEXT, Reading("r", events=(told,))) == pairs


def test_an_attack_beside_a_bombing_is_part_of_it() -> None:
    bomb = event("BOMB", "ASSAULT", target="MARKET")
    harm = event("BLOW UP", "ASSAULT", target="MARKET")
    assert pairs_of(TEXT, Reading("r", events=(harm, bomb))) == BOMBED


def test_texts_and_keys_are_read_report_by_report(tmp_path: Path) -> None:
    texts, keys = tmp_path / "texts", tmp_path / "keys"
    body = "\n\n   LIMA, 1 MAY 89 (X) -- [TEXT] A BOMB\nEXPLODED.\n\n   NOBODY WAS HURT.\n"
    texts.write_text("TST1-MUC3-0001" + body + "\nTST1-MUC3-0002" + body)
    keys.write_text(
        TEMPLATE.format(number="1", kind="BOMBING / ATTACK", stage="ACCOMPLISHED")
        + TEMPLATE.format(number="2 (OPTIONAL)", kind="ARSON", stage="ATTEMPTED")
        + TEMPLATE.format(number="*", kind="*", stage="*").replace("0001", "0002")
    )
    assert read_texts(texts)["TST1-MUC3-0002"] == "A BOMB EXPLODED.\n\nNOBODY WAS HURT."
    found = read_keys(keys)
    assert found["TST1-MUC3-0001"] == Key(
        [frozenset({("BOMBING", "ACCOMPLISHED"), ("ATTACK", "ACCOMPLISHED")})],
        [frozenset({("ARSON", "ATTEMPTED")})],
    )
    assert found["TST1-MUC3-0002"] == Key()


def test_optional_templates_are_neither_missed_nor_wrong() -> None:
    tallies = {n: Tally() for n in ("type and stage", "type", "accomplished", "not accomplished")}
    done, tried = ("ATTACK", "ACCOMPLISHED"), ("ARSON", "ATTEMPTED")
    key = Key([frozenset({done}), frozenset({done})], [frozenset({tried})])
    add(tallies, key, {done, tried, ("ROBBERY", "ACCOMPLISHED")})
    all_, kinds = tallies["type and stage"], tallies["type"]
    assert (all_.hit, all_.found, all_.gold) == (1, 2, 1)
    assert (kinds.hit, kinds.found, kinds.gold) == (1, 2, 1)
    rest = tallies["not accomplished"]
    assert (rest.hit, rest.found, rest.gold) == (0, 0, 0)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    for read in (read_texts, read_keys):
        with pytest.raises(InputError):
            read(tmp_path / "none")
