"""Gold marks and found readings to one table of scores.

How things are matched: a found record is paired with at most one gold record of its kind whose
anchor (cue, trigger, quantity) it overlaps, best first (same type or measure, then overlap). Two
spans agree when the F1 of their words, articles left out, is at least 0.5 (0.7 for a statement's
content); two nulls agree. All scores are micro averages over texts, in per cent.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sayso.errors import InputError
from sayso.evaluate.marked import read_marked
from sayso.evaluate.tally import Tally
from sayso.record.findings import Event, Figure, Statement
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

WORD = re.compile(r"\w+")
ARTICLES = frozenset({"the", "a", "an"})
Finding = Statement | Event | Figure
F = TypeVar("F", Statement, Event, Figure)


@dataclass
class Scores:
    """Tallies by name, and accuracies as (right, of)."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    right: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def lines(self) -> list[str]:
        """Return the table, a line a measure."""
        rows = [t.row(n) for n, t in self.tallies.items()]
        for name, (right, of) in self.right.items():
            rows.append(f"{name + ' accuracy':28}{100 * right / max(1, of):21.1f}   {right}/{of}")
        return rows


def read_texts(path: Path) -> dict[str, dict[str, str]]:
    """Return the texts of a JSON-lines file by id; each has at least "text"."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as fault:
        raise InputError(f"no texts at {path}", "give the path of a *.texts.jsonl file") from fault
    return {j["id"]: j for j in map(json.loads, lines)}


def read_gold(path: Path, texts: dict[str, dict[str, str]]) -> dict[str, Reading]:
    """Return gold marks (see ``marked.py``) as readings by id.

    Raises InputError where marks do not fit their text, or it is not there.
    """
    out = {}
    for marks in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        id = marks["id"]
        if id not in texts:
            raise InputError(f"{path} marks {id}, which is not among the texts")
        try:
            out[id] = read_marked(Article(id, texts[id]["text"]), marks)
        except ValueError as fault:
            raise InputError(f"{path}: the marks of {id} do not fit its text: {fault}") from fault
    return out


def agree(
    text: str, a: Sequence[Span | None], b: Sequence[Span | None], floor: float = 0.5
) -> bool:
    """Tell whether two lists of spans cover the same words, by F1 of at least ``floor``."""
    x, y = _words(text, a), _words(text, b)
    if not x and not y:
        return True
    hit = len(x & y)
    return bool(hit) and 2 * hit / (len(x) + len(y)) >= floor


def _words(text: str, spans: Iterable[Span | None]) -> set[int]:
    return {
        s.start + m.start()
        for s in spans
        if s is not None
        for m in WORD.finditer(text[s.start : s.end])
        if m[0].lower() not in ARTICLES
    }


def pairs(gold: Sequence[F], found: Sequence[F]) -> list[tuple[F, F]]:
    """Return one-to-one pairs of records whose anchors overlap, best first."""
    ranked = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            a, b = _anchor(g), _anchor(f)
            shared = min(a.end, b.end) - max(a.start, b.start)
            if shared > 0:
                ranked.append((_kind(g) != _kind(f), -shared, abs(a.start - b.start), i, j))
    out, used_gold, used_found = [], set(), set()
    for *_, i, j in sorted(ranked):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((gold[i], found[j]))
    return out


def _anchor(finding: Finding) -> Span:
    if isinstance(finding, Statement):
        return finding.cue
    return finding.trigger if isinstance(finding, Event) else finding.quantity


def _kind(finding: Finding) -> str:
    if isinstance(finding, Statement):
        return finding.act
    return finding.type if isinstance(finding, Event) else finding.measure


def score(
    texts: dict[str, dict[str, str]], gold: dict[str, Reading], found: dict[str, Reading]
) -> Scores:
    """Return the scores over all gold texts; a text without a reading has found nothing."""
    scores = Scores()
    for id, g in gold.items():
        f = found.get(id, Reading(id=id))
        text = texts[id]["text"]
        _score_statements(text, g, f, scores)
        _score_events(text, g, f, scores)
        _score_figures(text, g, f, scores)
    return scores


def _score_statements(text: str, gold: Reading, found: Reading, scores: Scores) -> None:
    both = pairs(gold.statements, found.statements)
    source = [agree(text, [a.source], [b.source]) for a, b in both]
    content = [agree(text, a.content, b.content, 0.7) for a, b in both]
    act = [a.act == b.act for a, b in both]
    full = sum(x and y and z for x, y, z in zip(source, content, act, strict=True))
    n, m = len(found.statements), len(gold.statements)
    for name, hit in (
        ("found", len(both)),
        ("source", sum(source)),
        ("content", sum(content)),
        ("full", full),
    ):
        scores.tallies[f"statement.{name}"].add(hit, n, m)
    _right(scores, "act", act)
    _right(scores, "source type", [a.source_type == b.source_type for a, b in both])
    _right(scores, "manner", [a.manner == b.manner for a, b in both])
    _right(scores, "anonymous", [a.anonymous == b.anonymous for a, b in both])


def _right(scores: Scores, name: str, right: list[bool]) -> None:
    scores.right[name][0] += sum(right)
    scores.right[name][1] += len(right)


def _score_events(text: str, gold: Reading, found: Reading, scores: Scores) -> None:
    both = pairs(gold.events, found.events)
    kind = [a.type == b.type for a, b in both]
    status = [k and a.status == b.status for k, (a, b) in zip(kind, both, strict=True)]
    who = [agree(text, a.actor, b.actor) and agree(text, a.target, b.target) for a, b in both]
    say = [
        k and _same_say_so(text, gold, found, a, b) for k, (a, b) in zip(kind, both, strict=True)
    ]
    n, m = len(found.events), len(gold.events)
    full = sum(s and w for s, w in zip(status, who, strict=True))
    for name, hit in (
        ("found", len(both)),
        ("type", sum(kind)),
        ("status", sum(status)),
        ("full", full),
    ):
        scores.tallies[f"event.{name}"].add(hit, n, m)
    scores.tallies["event.args"].add(*_arguments(text, both))
    unreal = [[e for e in r.events if e.status not in REAL_STATUSES] for r in (gold, found)]
    scores.tallies["unreal"].add(len(pairs(*unreal)), len(unreal[1]), len(unreal[0]))
    scores.tallies["sayso.event"].add(sum(say), n, m)
    _right(
        scores,
        "mode",
        [a.mode == b.mode for k, (a, b) in zip(kind, both, strict=True) if k and a.mode],
    )


def _arguments(text: str, both: list[tuple[Event, Event]]) -> tuple[int, int, int]:
    hit = found = gold = 0
    for a, b in both:
        for x, y in (
            (a.actor, b.actor),
            (a.target, b.target),
            ((a.place,), (b.place,)),
            ((a.time,), (b.time,)),
        ):
            want, left = [s for s in x if s], [s for s in y if s]
            gold, found = gold + len(want), found + len(left)
            for span in want:
                match = next((q for q in left if agree(text, [span], [q])), None)
                if match is not None:
                    left.remove(match)
                    hit += 1
    return hit, found, gold


def _score_figures(text: str, gold: Reading, found: Reading, scores: Scores) -> None:
    both = pairs(gold.figures, found.figures)
    value = [(a.low, a.high) == (b.low, b.high) for a, b in both]
    measure = [v and a.measure == b.measure for v, (a, b) in zip(value, both, strict=True)]
    full = sum(
        m and agree(text, [a.of], [b.of]) and a.scope == b.scope and a.status == b.status
        for m, (a, b) in zip(measure, both, strict=True)
    )
    say = [
        m and _same_say_so(text, gold, found, a, b) for m, (a, b) in zip(measure, both, strict=True)
    ]
    n, m = len(found.figures), len(gold.figures)
    rows = (
        ("figure.found", len(both)),
        ("figure.value", sum(value)),
        ("figure.measure", sum(measure)),
        ("figure.full", full),
        ("sayso.figure", sum(say)),
    )
    for name, hit in rows:
        scores.tallies[name].add(hit, n, m)


def _same_say_so(
    text: str, gold: Reading, found: Reading, a: Event | Figure, b: Event | Figure
) -> bool:
    said = [r.statement(x.statement) for r, x in ((gold, a), (found, b))]
    one, other = ([s.source] if s else [] for s in said)
    return agree(text, one, other)
