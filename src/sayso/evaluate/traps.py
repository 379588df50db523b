"""Sentences that tell no event to the share in which one was found, by kind of trap.

A trap is a line of a list: a word of conflict or diplomacy, the kind of trap, and a sentence in
which the word names no event ("the goalkeeper was bombarded"). The list is a file of the tests;
reports in which nothing of the kind happens are measured beside it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.found import find
from sayso.evaluate.gold import read_texts
from sayso.evaluate.tally import Tally
from sayso.parse.model import Model, model

#: Kinds of trap with fewer sentences than this are printed together.
FEW = 5
#: Events of at least this confidence are counted apart.
SURE = 0.8
ALL, SURELY = "all traps", f"confidence of {SURE} and more"
#: Reports of the training marks without conflict. The encoder was trained on them, with no event
#: marked, so the rate on them says how much it took in and not how it does on an unseen report.
PEACEFUL = ("wire-b-004", "wire-b-012", "wire-b-020", "wire-b-028", "wire-b-039", "wire-b-048")


@dataclass(frozen=True)
class Trap:
    """A sentence without an event, the word that tempts, and the kind of trap."""

    word: str
    kind: str
    sentence: str


def read_traps(path: Path) -> list[Trap]:
    """Return the traps of a list (tab-separated: word, kind, sentence; "#" begins its head)."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as fault:
        raise InputError(f"no list of traps at {path}", "give the path of traps.tsv") from fault
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if any(len(row) != 3 for row in rows):
        raise InputError(f"{path} has a line without three columns", "write word, kind, sentence")
    return [Trap(*row) for row in rows]


def score_traps(traps: Sequence[Trap], using: Model) -> dict[str, Tally]:
    """Return for ALL, for each kind, and for the events of SURE confidence: hit counts sentences
    with an event, gold all sentences, found the events.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for trap in traps:
        events = find(trap.sentence, using).events
        sure = sum(e.confidence >= SURE for e in events)
        for name, found in ((ALL, len(events)), (SURELY, sure), (trap.kind, len(events))):
            tallies[name].add(bool(found), found, 1)
    return dict(tallies)


def trap_lines(path: Path, using: Model) -> list[str]:
    """Return the table: sentences with a false event, per cent, by kind of trap."""
    tallies = score_traps(read_traps(path), using)
    lines = [_row(name, tallies.pop(name)) for name in (ALL, SURELY)]
    rest = Tally()
    for name, t in sorted(tallies.items(), key=lambda item: (-item[1].gold, item[0])):
        if t.gold >= FEW:
            lines.append(_row(name, t))
        else:
            rest.add(t.hit, t.found, t.gold)
    return [*lines, _row(f"kinds with fewer than {FEW}", rest)]


def peaceful_lines(texts: Path, using: Model) -> list[str]:
    """Return the false events of the reports without conflict in a file of texts, by report."""
    plain = read_texts(texts)
    missing = [id for id in PEACEFUL if id not in plain]
    if missing:
        raise InputError(f"{texts} lacks {', '.join(missing)}", "give reports.texts.jsonl")
    words = events = 0
    lines = []
    for id in PEACEFUL:
        text = plain[id]["text"]
        found = len(find(text, using).events)
        lines.append(f"{id:28}{found:7} false events in {len(text.split())} words")
        words, events = words + len(text.split()), events + found
    rate = 1000 * events / max(1, words)
    return [*lines, f"{'all (trained on)':28}{rate:7.1f} false events in 1,000 words"]


def _row(name: str, tally: Tally) -> str:
    rate = 100 * tally.hit / max(1, tally.gold)
    return f"{name:28}{rate:7.1f}   {tally.hit}/{tally.gold} sentences, {tally.found} events"


def main() -> None:
    """Print the table of a list; a second path gives reports, a third other weights."""
    try:
        paths = [Path(a) for a in sys.argv[1:]]
        using = model(paths[2]) if len(paths) > 2 else model()
        print("\n".join(trap_lines(paths[0] if paths else Path(), using)))
        if len(paths) > 1:
            print("\n".join(peaceful_lines(paths[1], using)))
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error


if __name__ == "__main__":
    main()
