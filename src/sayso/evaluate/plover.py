"""PLV sentences and PLOVER gold standard records to the share whose event type comes out right.

Both sets give one type a sentence. sayso is not told actor and target, so the first event of a
sentence speaks for it (no other rule of confidence, status or arguments did better on either set).
Its type is the one the coders give an event of its status (``coded_type``). "Among the events"
asks only that some event of the sentence has the type.

PLV merges CONCEDE and RETREAT into YIELD; the records of 2016 have DEMAND (REQUEST), DISAPPROVE and
INVESTIGATE (ACCUSE) and FIGHT (ASSAULT) as types of their own. Both code a promised withdrawal as
AGREE; the manual of 2024 says CONCEDE.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.found import find
from sayso.parse.model import Model, model
from sayso.record.findings import Event
from sayso.record.vocabulary import EVENT_TYPES, MODES

#: Types of either set to ours.
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
OLDER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
#: Promised, these are AGREE.
PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"})
#: What an authority orders is done by it.
ORDERED = frozenset({"COERCE", "SANCTION", "ACCUSE", "CONCEDE", "RETREAT", "ASSAULT"})
#: Of sanctions: a court's is ACCUSE to the coders (bringing to account), an imposed one COERCE.
SANCTIONED = {"convict": "ACCUSE", None: "COERCE"}
#: What an act of such a status is to the coders, whatever the act.
UNREAL = {"demanded": "REQUEST", "threatened": "THREATEN"}
NONE = "no event"


@dataclass(frozen=True)
class Coded:
    """A sentence with the one type, and the mode where one is given, that its coders chose."""

    text: str
    type: str
    mode: str | None = None


def read_plv(folder: Path) -> list[Coded]:
    """Return the sentences of ``PLV_train.tsv``; InputError where there is none."""
    path = folder / "PLV_train.tsv"
    if not path.exists():
        raise InputError(f"no PLV_train.tsv in {folder}", "give the folder of the PLOVER sets")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Coded(row["sentence"], row["gold_root"]) for row in rows]


def read_records(folder: Path) -> list[Coded]:
    """Return the gold standard records that have a text; InputError where there are none."""
    path = folder / "PLOVER_GSR_CAMEO.txt"
    if not path.exists():
        raise InputError(f"no {path.name} in {folder}", "give the folder of the PLOVER sets")
    return list(_records(json.loads(path.read_text(encoding="utf-8"))))


def _records(rows: Iterable[dict[str, str]]) -> Iterator[Coded]:
    for row in rows:
        kind = OLDER.get(row["event"], row["event"])
        if kind in EVENT_TYPES:
            mode = row.get("mode", "")
            yield Coded(row["text"], kind, mode if mode in MODES.get(kind, ()) else None)


def coded_type(events: Sequence[Event]) -> str:
    """Return the type that the coders give a sentence with these events, in text order.

    Cooperation that is refused or called off is REJECT, promised cooperation AGREE, an act demanded
    REQUEST, one held over somebody THREATEN; "ordered the arrest" is the arrest, an envoy summoned
    to complain ACCUSE, a conviction ACCUSE, sanctions imposed COERCE.
    """
    if not events:
        return NONE
    first, then = events[0], events[1].type if len(events) > 1 else ""
    if first.type == "REQUEST":
        return _asked(first, then)
    if first.type in COOPERATION and first.status == "negated":
        return "REJECT"
    if first.type in PROMISED and first.status == "planned":
        return "AGREE"
    if first.status in UNREAL:
        return UNREAL[first.status]
    return SANCTIONED.get(first.mode, first.type) if first.type == "SANCTION" else first.type


def _asked(first: Event, then: str) -> str:
    if first.mode == "meet" and then == "ACCUSE":
        return "ACCUSE"
    ordered = first.trigger.text.lower().startswith("order")
    return then if ordered and then in ORDERED else first.type


def plv_lines(folder: Path, using: Model) -> list[str]:
    """Return the table of PLV: accuracy, the types, and the commonest confusions."""
    pairs: Counter[tuple[str, str]] = Counter()
    among = 0
    rows = read_plv(folder)
    for row in rows:
        events = find(row.text, using).events
        pairs[row.type, _merged(coded_type(events))] += 1
        among += row.type in {_merged(e.type) for e in events}
    return _table("PLV", pairs, among)


def record_lines(folder: Path, using: Model) -> list[str]:
    """Return the table of the gold standard records: accuracy, modes, confusions."""
    pairs: Counter[tuple[str, str]] = Counter()
    among, modes = 0, [0, 0]
    for row in read_records(folder):
        events = find(row.text, using).events
        pairs[row.type, coded_type(events)] += 1
        among += row.type in {e.type for e in events}
        typed = [e for e in events if e.type == row.type]
        if row.mode and typed:
            modes[1] += 1
            modes[0] += row.mode in {e.mode for e in typed}
    lines = _table("records", pairs, among)
    return [*lines, _share("records, mode of those with the type", *modes)]


def _merged(kind: str) -> str:
    return MERGED.get(kind, kind)


def _table(name: str, pairs: Counter[tuple[str, str]], among: int) -> list[str]:
    of = pairs.total()
    right = sum(n for (gold, found), n in pairs.items() if gold == found)
    lines = [
        _share(f"{name}, type of the first event", right, of),
        _share(f"{name}, type among the events", among, of),
    ]
    for kind in sorted({gold for gold, _ in pairs}):
        total = sum(n for (gold, _), n in pairs.items() if gold == kind)
        lines.append(_share(f"  {kind}", pairs[kind, kind], total))
    wrong = [(n, *pair) for pair, n in pairs.items() if pair[0] != pair[1]]
    wrong.sort(key=lambda row: (-row[0], *row[1:]))
    return [*lines, *(f"  {gold} taken for {found}: {n}" for n, gold, found in wrong[:10])]


def _share(name: str, right: int, of: int) -> str:
    return f"{name:40}{100 * right / max(1, of):7.1f}   {right}/{of}"


def main() -> None:
    """Print the tables for the folder that is given, with the weights in a second one if given."""
    try:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else "")
        using = model(Path(sys.argv[2])) if len(sys.argv) > 2 else model()
        print("\n".join([*plv_lines(folder, using), *record_lines(folder, using)]))
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error


if __name__ == "__main__":
    main()
