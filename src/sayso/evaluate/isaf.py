"""Press releases to the least number of killed and captured that their readings tell.

How a reading is read (the coders' own habits, as their numbers show them):
  * Killed are the figures with measure killed, captured those arrested, taken or held, happened
    and no running total. Harm to the coalition's own people is background; civilians count only
    where nobody else is told to be killed.
  * "several" is three at least, "numerous" four, more than n is n and one; a part is not added.
  * A sentence gives the sum of its figures, and one more for "the leader and two of his men".
    Sentences with exact numbers go before vague ones (the lead says "several", the body says how
    many), and of those the largest counts.
  * Single persons ("a leader", a name) are added to the group of a later sentence, and to one
    another where the later is told as more ("also", "another", "additional").
  * Where no figure is told, an event of killing or capture with a target counts one.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
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
from sayso.record.span import Span

KILLED = frozenset({"killed"})
CAPTURED = frozenset({"arrested", "taken", "held"})
_SEVERAL, _NUMEROUS = 3, 4
_SEVERAL_WORDS = re.compile(r"\b(?:several|multiple|some|number|many|few|numerous)\b", re.I)
_MORE_THAN = re.compile(r"\b(?:more than|over)\b", re.I)
_OWN = re.compile(
    r"\b(?:coalition|service ?members?|soldiers?|police|u\.?s\.?|isaf|afghan national|troops"
    r"|army|american)\b",
    re.I,
)
_CIVILIANS = re.compile(r"\b(?:civilians?|women|child(?:ren)?|villagers?|bodies)\b", re.I)
_SO_FAR = re.compile(
    r"\b(?:so far|this year|to date|past (?:\w+ )?(?:months?|weeks?)|since)\b", re.I
)
_MORE = re.compile(r"\b(?:also|another|additional|others?)\b", re.I)
_IN_GROUP = re.compile(r"\bincluding\b|\bone of\b", re.I)
#: "the commander and", "the leader along with", right before a group.
_BESIDE_HIM = re.compile(
    r"\b(?:the|his) (?:\w+ )?(?:leader|sub-commander|commander|facilitator)\b"
    r"(?:,? who was detained)?(?:,? and|,? along with) (?:detained )?$",
    re.I,
)
#: "an operation to arrest a leader" tells no arrest.
_AIM = re.compile(r"\bto (?:arrest|detain|capture|apprehend|kill|target|locate)\s+$", re.I)
_SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?])['\"”’]?\s+|\n\s*\n")
_KILL = re.compile(r"kill|died?\b|dead|death", re.I)
_CAPTURE = re.compile(r"arrest|captur|detain|detention|apprehen", re.I)
_ONE = re.compile(r"(?:an?|one|another)\b", re.I)
_SMALL = re.compile(r"(?:him|he|the|his|this|that|them|they|those|these|two|three|four)\b", re.I)


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
    told = [f for f in _told(text, reading, KILLED) if not _is_civilian(f)]
    return _least(text, reading, told, _KILL) or _least(
        text, reading, list(_told(text, reading, KILLED)), _KILL
    )


def least_captured(text: str, reading: Reading) -> int:
    """Return the least number of captured that a reading tells."""
    return _least(text, reading, list(_told(text, reading, CAPTURED)), _CAPTURE)


def _told(text: str, reading: Reading, measures: frozenset[str]) -> Iterator[Figure]:
    wholes = {f.id for f in reading.figures if f.measure in measures}
    for f in reading.figures:
        own = f.of is not None and _OWN.search(f.of.text)
        real = f.status == "happened" and f.scope != "total" and f.part_of not in wholes
        if f.measure in measures and real and not own:
            start, end = _sentence_of(text, f.quantity.start)
            if not _SO_FAR.search(text, start, end) and not _AIM.search(text[: f.quantity.start]):
                yield f


def _is_civilian(figure: Figure) -> bool:
    return figure.of is not None and bool(_CIVILIANS.search(figure.of.text))


def _least(text: str, reading: Reading, figures: Sequence[Figure], verbs: re.Pattern[str]) -> int:
    groups: dict[int, int] = defaultdict(int)
    ones: list[int] = []
    vague: set[int] = set()
    beside: set[int] = set()
    for f in figures:
        start = _sentence_of(text, f.quantity.start)[0]
        if _number(f) < 2:
            ones.append(f.quantity.start)
            continue
        groups[start] += _number(f)
        if _BESIDE_HIM.search(text, start, f.quantity.start):
            beside.add(start)
        if _is_vague(f):
            vague.add(start)
    ones += [s.start for s in _singles(text, reading.events, figures, verbs)]
    for at in ones:
        start = _sentence_of(text, at)[0]
        if start in groups and not _IN_GROUP.search(text, start, at):
            groups[start] += 1
    for start in beside:
        groups[start] += 1
    return _sum(text, groups, vague | beside, sorted(ones)) or int(
        any(e.status == "happened" and e.target and verbs.search(e.trigger.text)
            for e in reading.events)
    )  # fmt: skip


def _sum(text: str, groups: dict[int, int], vague: set[int], ones: list[int]) -> int:
    """Return the largest group with the single persons of other sentences that come on top."""
    exact = {at: n for at, n in groups.items() if at not in vague} or groups
    top = max(exact, key=lambda at: exact[at], default=-1)
    single = sorted({_sentence_of(text, at)[0] for at in ones} - set(groups))
    if top < 0:
        later = [at for at in single[1:] if _MORE.search(text, at, _sentence_of(text, at)[1])]
        return min(1, len(single)) + len(later)
    held = _IN_GROUP.search(text, top, _sentence_of(text, top)[1])
    return exact[top] + (any(at < top for at in single) and not held)


def _singles(
    text: str, events: Sequence[Event], figures: Sequence[Figure], verbs: re.Pattern[str]
) -> Iterator[Span]:
    """Yield the targets that are one person: by name, or told with an article and no figure."""
    for event in events:
        aimed = _AIM.search(text[: event.trigger.end] + " ")
        if event.status != "happened" or aimed or not verbs.search(event.trigger.text):
            continue
        for target in event.target:
            counted = any(target.overlaps(f.quantity) for f in figures)
            named = target.text[:1].isupper() and not _SMALL.match(target.text)
            if not counted and (_ONE.match(target.text) or named) and not target.text.endswith("s"):
                yield target


def _is_vague(figure: Figure) -> bool:
    return figure.low == 2 and bool(_SEVERAL_WORDS.search(figure.quantity.text))


def _number(figure: Figure) -> int:
    low = int(figure.low or figure.high or 0)
    if _is_vague(figure):
        return _NUMEROUS if "numerous" in figure.quantity.text.lower() else _SEVERAL
    return low + 1 if figure.high is None and _MORE_THAN.search(figure.quantity.text) else low


def _sentence_of(text: str, at: int) -> tuple[int, int]:
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, at)), default=0)
    after = _SENTENCE.search(text, at)
    return start, after.start() if after else len(text)


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
