"""Press releases to the least number of killed and captured that their readings tell.

How a reading is read (the coders' own habits, as their numbers show them):
  * Killed are the figures with measure killed, captured those arrested, taken or held, happened
    and no running total. Harm to the coalition's own people is background; civilians count only
    where nobody else is told to be killed.
  * "several" is three at least, "numerous" four, more than n is n and one; a part is not added.
  * A sentence gives the sum of its figures, and one more for "the leader and two of his men".
    Sentences with exact numbers go before vague ones (the lead says "several", the body says how
    many), and of those the largest counts.
  * Single persons ("a leader", a name) are added to the group of a later sentence; groups and
    persons that are told later as more ("also", "another", "additional") are added as well.
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
#: The lead of a release on several operations sums up what its parts tell.
_SUMMARY = re.compile(r"\b(?:two|three|four|five|separate|overnight|during) operations\b", re.I)
_PEOPLE = re.compile(
    r"insurgent|suspect|leader|commander|militant|facilitator|individual|\bm[ae]n\b|other|associate"
    r"|fighter|people|person|operative|member|taliban|haqqani|civilian|women|child|bod(?:y|ies)",
    re.I,
)
#: Larger numbers in a release are those of its papers.
_MOST_PEOPLE = 500
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
_NAME = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]|al-)")
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
    head = text.find("For Immediate Release")
    for f in reading.figures:
        own = f.of is not None and _OWN.search(f.of.text)
        real = f.status == "happened" and f.scope != "total" and f.part_of not in wholes
        people = f.of is None or _PEOPLE.search(f.of.text)
        if f.quantity.start < head and _number(f) < 2:
            continue
        if f.measure in measures and real and not own and people and _number(f) < _MOST_PEOPLE:
            start, end = _sentence_of(text, f.quantity.start)
            if not _SO_FAR.search(text, start, end) and not _AIM.search(text[: f.quantity.start]):
                yield f


def _is_civilian(figure: Figure) -> bool:
    return figure.of is not None and bool(_CIVILIANS.search(figure.of.text))


def _least(text: str, reading: Reading, figures: Sequence[Figure], verbs: re.Pattern[str]) -> int:
    tally = _Tally(text)
    for f in figures:
        tally.add(f)
    for span in _singles(text, reading.events, figures, verbs):
        tally.ones[tally.sentence(span.start)] += 1
    told = any(
        e.status == "happened" and e.target and verbs.search(e.trigger.text) for e in reading.events
    )
    return tally.least() or int(told)


class _Tally:
    """Groups and single persons by the sentence that tells them (its first character)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups: dict[int, int] = defaultdict(int)
        self.ones: dict[int, int] = defaultdict(int)
        self.vague: set[int] = set()
        self.beside: set[int] = set()

    def sentence(self, at: int) -> int:
        return _sentence_of(self.text, at)[0]

    def add(self, figure: Figure) -> None:
        """Count a figure; a leader right beside it ("the leader and two of his men") as well."""
        at, start = self.sentence(figure.quantity.start), figure.quantity.start
        if _number(figure) < 2:
            self.ones[at] += _number(figure)
            return
        self.groups[at] += _number(figure)
        if _BESIDE_HIM.search(self.text, at, start):
            self.groups[at] += at not in self.beside
            self.beside.add(at)
        if _is_vague(figure) or _SUMMARY.search(self.text, at, _sentence_of(self.text, at)[1]):
            self.vague.add(at)

    def least(self) -> int:
        """Return the largest group with the single persons that come on top of it."""
        for at in set(self.groups) & set(self.ones):
            self.groups[at] += 0 if self._has(_IN_GROUP, at) else self.ones[at]
        single = sorted(at for at in self.ones if at not in self.groups and self.ones[at])
        exact = {at: n for at, n in self.groups.items() if at not in self.vague} or self.groups
        if not exact:
            more = sum(self.ones[at] for at in single[1:] if self._has(_MORE, at))
            return max((self.ones[at] for at in single), default=0) + more
        top = max(exact, key=lambda at: exact[at])
        later = single if self._has(_MORE, top) else [*single, *self.groups]
        more = sum(
            self.ones[at] if at in single else self.groups[at]
            for at in later
            if at > top and self._has(_MORE, at)
        )
        if top in self.beside or self._has(_IN_GROUP, top):
            return exact[top]
        return exact[top] + more + any(at < top for at in single)

    def _has(self, pattern: re.Pattern[str], at: int) -> bool:
        return bool(pattern.search(self.text, at, _sentence_of(self.text, at)[1]))


def _singles(
    text: str, events: Sequence[Event], figures: Sequence[Figure], verbs: re.Pattern[str]
) -> Iterator[Span]:
    """Yield the targets that are one person: by name, or told with an article and no figure."""
    head = max(text.find("For Immediate Release"), 0)
    for event in events:
        aimed = _AIM.search(text[: event.trigger.end] + " ")
        if (
            event.trigger.start < head
            or event.status != "happened"
            or aimed
            or not verbs.search(event.trigger.text)
        ):
            continue
        for target in event.target:
            counted = any(target.overlaps(f.quantity) for f in figures)
            named = bool(_NAME.match(target.text)) and not _SMALL.match(target.text)
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
