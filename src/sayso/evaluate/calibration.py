"""Findings on gold texts to how often those of a confidence were right, and to fitted knots.

Right is what the confidence is for: a statement found with its source, an event found with its
type, a figure found with its bounds and measure; beside it the share that was found at all. The
expected calibration error (ECE) is the mean distance of confidence and share right over ten equal
bins, each with the weight of its findings. Knots are fitted on groups of equal size, ordered by
score, and pooled where the share falls (isotonic regression by pool-adjacent-violators).
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from sayso.errors import InputError, SaysoError
from sayso.evaluate.gold import Finding, agree, pairs, read_gold, read_texts
from sayso.find.confidence import Knots, between
from sayso.find.events.events import find_events
from sayso.find.figures.figures import find_figures
from sayso.find.statements.statements import find_statements
from sayso.language.anchors import Anchor, anchors
from sayso.language.spans import span_of
from sayso.parse.document import parse
from sayso.parse.model import FOLDER, Model, model
from sayso.record.findings import Event, Figure, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span

BINS = 10
#: Groups that a fit begins with; each must hold at least so many findings.
GROUPS, LEAST = 6, 40
#: Parts of a cross-fit: each part is measured by knots fitted on the others.
FOLDS = 5
#: A fit must make the error smaller by so many per cent.
WORTH = 1.0
#: The reports of the training marks that are kept for measuring.
KEPT = frozenset(f"wire-c-{n:03}" for n in range(40, 50))
KINDS = ("statement", "event", "figure")


@dataclass(frozen=True)
class Judged:
    """A finding that the encoder made: the raw score of its anchor, the confidence that the record
    gives, whether gold has it, and whether it is right.
    """

    kind: str
    score: float
    confidence: float
    found: bool
    right: bool
    report: str


def judge(text: str, gold: Reading, using: Model) -> Iterator[Judged]:
    """Yield the learned findings of a text with the verdict of gold on each."""
    doc = parse(text, using)
    statements = find_statements(doc)
    events = find_events(doc, statements)
    figures = find_figures(doc, statements, events)
    said = pairs(gold.statements, statements)
    done = pairs(gold.events, events)
    counted = pairs(gold.figures, figures)
    right = {id(b): agree(text, [a.source], [b.source]) for a, b in said}
    right |= {id(b): a.type == b.type for a, b in done}
    right |= {id(b): _same_count(a, b) for a, b in counted}
    findings: tuple[Finding, ...] = (*statements, *events, *figures)
    for finding in findings:
        kind, span = _kind(finding), _anchor(finding)
        score = next((a.score for a in anchors(doc, kind) if _meets(doc, a, span)), None)
        if score is not None and finding.rule.startswith("encoder:"):
            verdict = right.get(id(finding))
            yield Judged(
                kind, score, finding.confidence, verdict is not None, bool(verdict), gold.id
            )


def _kind(finding: Finding) -> str:
    return type(finding).__name__.lower()


def _anchor(finding: Finding) -> Span:
    if isinstance(finding, Statement):
        return finding.cue
    return finding.trigger if isinstance(finding, Event) else finding.quantity


def _meets(doc: Doc, anchor: Anchor, span: Span) -> bool:
    return span_of(doc, anchor.start, anchor.end).overlaps(span)


def _same_count(a: Figure, b: Figure) -> bool:
    return (a.low, a.high, a.measure) == (b.low, b.high, b.measure)


def judged_files(files: Iterable[tuple[Path, Path]], using: Model) -> list[Judged]:
    """Return the judged findings over files of texts and of gold; InputError where one is absent.

    Of the reports of the training marks only those kept for measuring count.
    """
    out: list[Judged] = []
    for texts, gold in files:
        plain = read_texts(texts)
        if not gold.exists():
            raise InputError(f"no gold at {gold}", "give pairs of texts and gold")
        for id, marks in read_gold(gold, plain).items():
            if not id.startswith("wire-") or id in KEPT:
                out += judge(plain[id]["text"], marks, using)
    return out


def fit(points: Iterable[tuple[float, bool]]) -> Knots:
    """Return knots (score, share right), both rising, fitted on scores with their verdicts."""
    ordered = sorted(points, key=lambda point: point[0])
    size = max(LEAST, -(-len(ordered) // GROUPS))
    pools: list[list[float]] = []  # sum of scores, of right, and how many
    last = -1.0
    for score, right in ordered:
        if not pools or (pools[-1][2] >= size and score > last):
            pools.append([0, 0, 0])
        pools[-1] = [a + b for a, b in zip(pools[-1], (score, right, 1), strict=True)]
        last = score
    if len(pools) > 1 and pools[-1][2] < LEAST:
        few = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], few, strict=True)]
    at = 0
    while at + 1 < len(pools):
        if pools[at][1] / pools[at][2] >= pools[at + 1][1] / pools[at + 1][2]:
            other = pools.pop(at + 1)
            pools[at] = [a + b for a, b in zip(pools[at], other, strict=True)]
            at = max(0, at - 1)
        else:
            at += 1
    # One right and one wrong are added to each pool: few findings make no certainty.
    return tuple((round(s / n, 5), round((r + 1) / (n + 2), 3)) for s, r, n in pools)


def error(points: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error of confidences with their verdicts, in per cent."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in points:
        bins[_bin(confidence)].append((confidence, right))
    gaps = [abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()]
    return 100 * sum(gaps) / max(1, len(points))


def _bin(confidence: float) -> int:
    return min(BINS - 1, int(confidence * BINS))


def cross_fitted(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Return the verdicts of one kind with confidences mapped by knots of other reports."""
    reports = sorted({j.report for j in judged})
    fold = {report: n % FOLDS for n, report in enumerate(reports)}
    out = []
    for part in range(FOLDS):
        knots = fit((j.score, j.right) for j in judged if fold[j.report] != part)
        out += [(between(knots, j.score), j.right) for j in judged if fold[j.report] == part]
    return out


def calibration_lines(judged: Sequence[Judged]) -> list[str]:
    """Return for each kind the table of bins and the error, as it is and when fitted again."""
    lines = []
    for kind in KINDS:
        own = [j for j in judged if j.kind == kind]
        lines.append(f"{kind:12}{'findings':>10}{'found':>8}{'right':>8}")
        lines += [_row(n, some) for n in range(BINS)
                  if (some := [j for j in own if _bin(j.confidence) == n])]  # fmt: skip
        raw = error([(j.score, j.right) for j in own])
        told = error([(j.confidence, j.right) for j in own])
        other = error(cross_fitted(own))
        lines.append(
            f"  ECE: raw score {raw:.1f}, confidence {told:.1f}, "
            f"fitted on other reports {other:.1f}"
        )
    return lines


def _row(n: int, some: Sequence[Judged]) -> str:
    found, right = sum(j.found for j in some), sum(j.right for j in some)
    shares = "".join(f"{100 * x / len(some):8.1f}" for x in (found, right))
    return f"  {n / BINS:.1f} to {(n + 1) / BINS:.1f}{len(some):10}{shares}"


def knot_lines(judged: Sequence[Judged]) -> list[str]:
    """Return the rows of find/data/calibration.tsv, fitted on all that was judged; a kind whose
    raw score does as well on other reports gets none.
    """
    lines = []
    for kind in sorted(KINDS):
        own = [j for j in judged if j.kind == kind]
        points = [(j.score, j.right) for j in own]
        if error(cross_fitted(own)) < error(points) - WORTH:
            lines += [f"{kind}\t{score:.5f}\t{share:.3f}" for score, share in fit(points)]
    return lines


def main() -> None:
    """Print the tables for files TEXTS GOLD [TEXTS GOLD ...]."""
    reader = ArgumentParser(description=main.__doc__)
    reader.add_argument("files", type=Path, nargs="+", help="texts and gold, in turn")
    reader.add_argument("--weights", type=Path, default=FOLDER, help="other weights")
    reader.add_argument("--knots", action="store_true", help="print find/data/calibration.tsv")
    given = reader.parse_args()
    try:
        files = zip(given.files[::2], given.files[1::2], strict=False)
        judged = judged_files(files, model(given.weights))
    except SaysoError as fault:
        raise SystemExit(f"{fault.code}: {fault}") from fault
    print("\n".join(knot_lines(judged) if given.knots else calibration_lines(judged)))


if __name__ == "__main__":
    main()
