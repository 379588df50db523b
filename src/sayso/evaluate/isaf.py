"""Press releases to the least number of killed and captured that their readings tell.

How a reading is read (the coders' own habits, as their numbers show them):
  * Killed are the figures with measure killed, captured those arrested, taken or held, all with
    status happened. Harm to the coalition's own people and to civilians is background and left out.
  * "several" counts three ("three at least"), a count of more than n counts n and one.
  * The parts of a figure are not added to it. The figures of one sentence are added up. Over the
    release the largest sentence counts, and what is told as more ("also", "another", "additional",
    "two of his associates") or as a single leader beside a group is added to it.
  * A named man who is killed or arrested gives no figure: the target of such an event counts one.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.tally import Tally
from sayso.find.events.events import find_events
from sayso.find.figures.figures import find_figures
from sayso.find.statements.statements import find_statements
from sayso.parse.document import parse
from sayso.parse.model import model
from sayso.record.findings import Event, Figure
from sayso.record.reading import Reading, text_id

KILLED = frozenset({"killed"})
CAPTURED = frozenset({"arrested", "taken", "held"})
_SEVERAL = 3
_SEVERAL_WORDS = re.compile(r"\b(?:several|multiple|some|number|many|few|numerous)\b", re.I)
_MORE_THAN = re.compile(r"\b(?:more than|over)\b", re.I)
_MORE = re.compile(r"\b(?:also|another|additional|others?|associates?|second)\b", re.I)
#: Those whose harm a release tells as background: the coalition, the state's forces, civilians.
_OWN = re.compile(
    r"\b(?:coalition|service ?members?|soldiers?|civilians?|police|women|children|u\.?s\.?|isaf"
    r"|afghan national|troops)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?]['\"”’]?\s+|\n\s*\n")
_KILL = re.compile(r"^(?:kill|dead|death)", re.I)
_CAPTURE = re.compile(r"^(?:arrest|captur|detain|detention|apprehen)", re.I)


@dataclass(frozen=True)
class Release:
    """A press release and its gold numbers."""

    id: str
    text: str
    killed: int
    captured: int


def read_releases(folder: Path) -> list[Release]:
    """Return the releases of ``folder/releases.jsonl``; InputError where there is none."""
    path = folder / "releases.jsonl"
    if not path.exists():
        raise InputError(f"no releases.jsonl in {folder}", "give the folder that holds it")
    # Lines end in "\n" alone: a release may hold other line separators.
    rows = map(json.loads, path.read_text(encoding="utf-8").strip().split("\n"))
    return [
        Release(r["id"], r["text"], r["gold"]["min_killed"], r["gold"]["min_captured"])
        for r in rows
    ]


def read(text: str) -> Reading:
    """Return the statements, events and figures of a text."""
    doc = parse(text, model())
    statements = find_statements(doc)
    events = find_events(doc, statements)
    figures = find_figures(doc, statements, events)
    return Reading(text_id(text), statements=statements, events=events, figures=figures)


def least_killed(text: str, reading: Reading) -> int:
    """Return the least number of killed that a reading tells (see the head of this file)."""
    return _least(text, reading, KILLED, _KILL)


def least_captured(text: str, reading: Reading) -> int:
    """Return the least number of captured that a reading tells."""
    return _least(text, reading, CAPTURED, _CAPTURE)


def _least(text: str, reading: Reading, measures: frozenset[str], verbs: re.Pattern[str]) -> int:
    figures = [f for f in reading.figures if f.measure in measures and _counts(f, reading)]
    if not figures:
        return int(any(_is_named(e, verbs) for e in reading.events))
    sentences = list(_by_sentence(text, figures))
    sums = [sum(_number(f) for f in s) for s in sentences]
    top = sums.index(max(sums))
    added = sum(
        sums[n]
        for n, sentence in enumerate(sentences)
        if n != top and _adds(text, sentence, sentences[top])
    )
    return sums[top] + added


def _counts(figure: Figure, reading: Reading) -> bool:
    own = figure.of is not None and _OWN.search(figure.of.text)
    wholes = {f.id for f in reading.figures}
    return figure.status == "happened" and not own and figure.part_of not in wholes


def _number(figure: Figure) -> int:
    low = int(figure.low or 0)
    words = figure.quantity.text
    if _SEVERAL_WORDS.search(words) and low == 2:
        return _SEVERAL
    return low + 1 if figure.high is None and _MORE_THAN.search(words) else low


def _by_sentence(text: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        at = sum(end < figure.quantity.start for end in ends)
        groups.setdefault(at, []).append(figure)
    yield from groups.values()


def _adds(text: str, sentence: list[Figure], top: list[Figure]) -> bool:
    """Tell whether the figures of a sentence come on top of those of the largest one."""
    first, main = sentence[0], top[0]
    later = first if first.quantity.start > main.quantity.start else main
    words = text[max(0, later.quantity.start - 40) : later.quantity.end + 40]
    return bool(_MORE.search(words))


def _is_named(event: Event, verbs: re.Pattern[str]) -> bool:
    return (
        event.status == "happened" and bool(event.target) and bool(verbs.match(event.trigger.text))
    )


def score_releases(
    releases: Sequence[Release], reader: Callable[[str], Reading]
) -> tuple[Tally, Tally]:
    """Return how many releases come out with the exact least number of killed, and captured."""
    killed, captured = Tally(), Tally()
    for release in releases:
        reading = reader(release.text)
        killed.add(least_killed(release.text, reading) == release.killed, 1, 1)
        captured.add(least_captured(release.text, reading) == release.captured, 1, 1)
    return killed, captured


def main() -> None:
    """Print the table for the folder that is given."""
    try:
        releases = read_releases(Path(sys.argv[1] if len(sys.argv) > 1 else ""))
        killed, captured = score_releases(releases, read)
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error
    for name, tally in (("killed, exact minimum", killed), ("captured, exact minimum", captured)):
        print(f"{name:28}{tally.recall:7.1f}   {tally.hit}/{tally.gold} releases")


if __name__ == "__main__":
    main()
