"""Gold times to the share that is resolved right: ``python -m sayso.evaluate.times FOLDER``.

A date case is right where the days asked for come out: the same day, the same two ends, or, where
the case names one day of a longer time, a time that holds that day. A TIMEX3 is right where its
value is the very same string. A Microsoft case is right where both ends are those of one of the
answers given.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.tally import Tally
from sayso.evaluate.time_sets import (
    DateCase,
    GoldTimex,
    read_date_cases,
    read_recognizer_cases,
    read_timeml,
)
from sayso.evaluate.timex import timex_value
from sayso.ground.times import anchor_of, read_phrase, when
from sayso.ground.times_expression import Expression
from sayso.ground.times_tense import tense_near
from sayso.record.grounding import When

_CORPORA = ("TimeBank", "AQUAINT")


def score_times(folder: Path) -> dict[str, Tally]:
    """Return the tallies of every set in the folder; InputError where there is none of them."""
    if not folder.is_dir():
        raise InputError(f"there is no folder {folder}", "give the folder of the gold times")
    tallies: dict[str, Tally] = defaultdict(Tally)
    _score_date_cases(folder / "date_cases.tsv", tallies)
    for corpus in _CORPORA:
        _score_timeml(folder / "tempeval3" / corpus, corpus, tallies)
    for case in read_recognizer_cases(folder / "recognizers" / "DateTimeModel.json"):
        found = when(case.phrase, published=case.published)
        is_right = (found.earliest, found.latest) in case.answers
        tallies["Microsoft dates, ranges"].add(is_right, found.kind != "unresolved", 1)
    return dict(tallies)


def is_right(case: DateCase, found: When) -> bool:
    """Tell whether a date case comes out as it asks."""
    if case.kind == "unresolved":
        return found.kind == "unresolved"
    if found.kind == "unresolved" or (case.kind == "exact" and found.kind != "exact"):
        return False
    if case.start is None:
        return case.grain in (None, found.grain)
    first, last = found.earliest or "", found.latest or "9999"
    if case.end is not None:
        return first.startswith(case.start) and last.startswith(case.end)
    if found.grain == "day":
        return first == case.start
    return first <= case.start <= last or (case.grain == "month" and first[:7] == case.start[:7])


def _score_date_cases(path: Path, tallies: dict[str, Tally]) -> None:
    for case in read_date_cases(path):
        found = when(case.phrase, published=case.published)
        name = "date cases, refuse" if case.kind == "unresolved" else "date cases, resolve"
        tallies[name].add(is_right(case, found), 1, 1)


def _score_timeml(folder: Path, corpus: str, tallies: dict[str, Tally]) -> None:
    for gold in read_timeml(folder):
        value = value_of(gold)
        for name in (f"{corpus}, all", f"{corpus}, {gold.type}"):
            tallies[name].add(value == gold.value, value is not None, 1)


def value_of(gold: GoldTimex) -> str | None:
    """Return the value read out of a gold span, with the tense of the words around it."""
    expression: Expression | None = read_phrase(gold.span.text)
    if expression is None:
        return None
    tense = tense_near(gold.text, gold.span)
    anchor = anchor_of(gold.created, tense=tense, hemisphere="north")
    return timex_value(expression, anchor)


def main() -> None:
    """Print the table for the folder that is given."""
    try:
        tallies = score_times(Path(sys.argv[1] if len(sys.argv) > 1 else ""))
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error
    for name, tally in sorted(tallies.items()):
        print(tally.row(name))


if __name__ == "__main__":
    main()
