"""Gold times to the share that is resolved right: ``python -m sayso.evaluate.times FOLDER``.

A date case is right where the days asked for come out: the same day, the same two ends, or, where
the case names one day of a longer time, a time that holds that day. A TIMEX3 is right where its
value is the very same string. A Microsoft case is right where both ends, or the first day, are
those of one of the answers given.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from time import process_time

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
from sayso.ground.times import anchor_of, find_mentions, read_phrase, resolve, when
from sayso.ground.times_expression import Expression
from sayso.ground.times_tense import tense_near
from sayso.record.grounding import When
from sayso.record.span import Span

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
        is_answered = found.kind != "unresolved"
        both = (found.earliest, found.latest) in case.answers
        tallies["Microsoft, both ends"].add(both, is_answered, 1)
        first = any(found.earliest == answer[0] for answer in case.answers)
        tallies["Microsoft, first day"].add(first, is_answered, 1)
    return dict(tallies)


def is_right(case: DateCase, found: When) -> bool:
    """Tell whether a date case comes out as it asks."""
    if case.kind == "unresolved":
        return found.kind == "unresolved"
    if found.kind == "unresolved":
        return False
    if case.kind in ("exact", "approximate") and found.kind != case.kind:
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
    spans: dict[str, list[Span]] = defaultdict(list)
    for gold in read_timeml(folder):
        value = value_of(gold)
        if gold.text != gold.span.text:
            spans[gold.text].append(gold.span)
        for name in (f"{corpus}, all", f"{corpus}, {gold.type}"):
            tallies[name].add(value == gold.value, value is not None, 1)
    for text, marked in spans.items():
        _score_finding(text, marked, corpus, tallies)


def _score_finding(text: str, gold: list[Span], corpus: str, tallies: dict[str, Tally]) -> None:
    found = [m.span for m in find_mentions(text)]
    exact = len(set(found) & set(gold))
    tallies[f"{corpus}, found exactly"].add(exact, len(found), len(gold))
    met = sum(any(g.overlaps(f) for f in found) for g in gold)
    right = sum(any(f.overlaps(g) for g in gold) for f in found)
    tallies[f"{corpus}, found in part"].add(min(met, right), len(found), len(gold))


def seconds_a_report(folder: Path, words: int = 900) -> float:
    """Return the processor time of finding and resolving in so many words of the TimeML texts."""
    texts = {
        gold.text for corpus in _CORPORA for gold in read_timeml(folder / "tempeval3" / corpus)
    }
    anchor, started = anchor_of("2024-02-07"), process_time()
    for text in texts:
        for mention in find_mentions(text):
            resolve(mention.expression, anchor)
    return (process_time() - started) * words / max(1, sum(len(text.split()) for text in texts))


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
    if len(sys.argv) != 2:
        raise SystemExit("Give one folder: python -m sayso.evaluate.times FOLDER")
    folder = Path(sys.argv[1])
    try:
        tallies = score_times(folder)
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error
    print(f"{'':28}{'P':>7}{'R':>7}{'F1':>7}   right/answered/gold")
    for name, tally in sorted(tallies.items()):
        print(tally.row(name))
    print(f"{1000 * seconds_a_report(folder):.1f} ms of processor time for 900 words")


if __name__ == "__main__":
    main()
