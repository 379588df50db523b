"""Proposals and polls, gold and found, to the scores of what is on the table.

A found proposal is paired with at most one gold proposal: their names share a character, or a term
of one shares a character with a term of the other; the pairs that share most are taken first.
Everything below is counted over all proposals, so those that were not found count as missed:

* state: over the pairs alone, the share whose state is equal;
* parties: (role, party) of by, to and through; two parties are the same where their spans share a
  character or their words are equal, articles and case apart; "any role" leaves the role out;
* terms: the F1 of the words of two terms is at least 0.5, articles left out; "with party" asks
  besides that the party who must do it is the same, or that neither names one;
* stances: the same party and the same stance;
* polls: paired where the pollsters are the same or a share with its answer is; shares: the same
  number, and answers that share a character.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from sayso.evaluate.marked import read_marked_files
from sayso.evaluate.tally import Tally
from sayso.extract import extract
from sayso.parse.model import model
from sayso.record.findings import Answer, Poll, Proposal, Stance, Term
from sayso.record.reading import Reading
from sayso.record.span import Span

ROWS = (
    "proposal found", "state (of those found)", "parties", "parties, any role", "terms",
    "terms with party", "stances", "poll found", "poll shares",
)  # fmt: skip
ROLES = ("by", "to", "through")
ARTICLES = frozenset({"the", "a", "an"})
#: Two terms are one where the F1 of their words is at least this.
HALF = 0.5
_WORD = re.compile(r"\w+")
T = TypeVar("T")
Party = tuple[str, Span]


def score_readings(pairs: Iterable[tuple[Reading, Reading]]) -> dict[str, Tally]:
    """Return the tallies over pairs of gold and found readings of the same texts."""
    tallies = {row: Tally() for row in ROWS}
    for gold, found in pairs:
        _score_proposals(gold.proposals, found.proposals, tallies)
        _score_polls(gold.polls, found.polls, tallies)
    return tallies


def pair_proposals(
    gold: Sequence[Proposal], found: Sequence[Proposal]
) -> list[tuple[Proposal, Proposal]]:
    """Return the one-to-one pairs, those that share most first."""
    shared = [(-_shared(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    left, right, out = set(range(len(gold))), set(range(len(found))), []
    for weight, i, j in sorted(shared):
        if weight < 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((gold[i], found[j]))
    return out


def same_party(a: Span | None, b: Span | None) -> bool:
    """Tell whether two spans name one party: they overlap, or say the same words."""
    if a is None or b is None:
        return a is b
    return a.overlaps(b) or _plain(a) == _plain(b)


def same_term(a: Span, b: Span) -> bool:
    """Tell whether two terms share at least half of their words, by their place in the text."""
    x, y = _places(a), _places(b)
    return bool(x & y) and 2 * len(x & y) / (len(x) + len(y)) >= HALF


def matched(gold: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool]) -> int:
    """Return how many of gold have a found partner of their own."""
    left, hit = list(found), 0
    for g in gold:
        partner = next((f for f in left if same(g, f)), None)
        if partner is not None:
            left.remove(partner)
            hit += 1
    return hit


def _score_proposals(
    gold: Sequence[Proposal], found: Sequence[Proposal], tallies: dict[str, Tally]
) -> None:
    pairs = pair_proposals(gold, found)
    tallies["proposal found"].add(len(pairs), len(found), len(gold))
    right = sum(g.state == f.state for g, f in pairs)
    tallies["state (of those found)"].add(right, len(pairs), len(pairs))
    _count(pairs, gold, found, tallies["parties"], _parties, _same_role)
    _count(pairs, gold, found, tallies["parties, any role"], _parties, _same_any)
    _count(pairs, gold, found, tallies["terms"], _terms, lambda a, b: same_term(a.what, b.what))
    _count(pairs, gold, found, tallies["terms with party"], _terms, _same_duty)
    _count(pairs, gold, found, tallies["stances"], lambda p: p.stances, _same_stance)


def _count(
    pairs: list[tuple[Proposal, Proposal]],
    gold: Sequence[Proposal],
    found: Sequence[Proposal],
    tally: Tally,
    parts: Callable[[Proposal], Sequence[T]],
    same: Callable[[T, T], bool],
) -> None:
    hit = sum(matched(parts(g), parts(f), same) for g, f in pairs)
    tally.add(hit, sum(len(parts(f)) for f in found), sum(len(parts(g)) for g in gold))


def _score_polls(gold: Sequence[Poll], found: Sequence[Poll], tallies: dict[str, Tally]) -> None:
    left, hit = list(found), 0
    for g in gold:
        partner = next((f for f in left if _same_poll(g, f)), None)
        if partner is not None:
            left.remove(partner)
            hit += 1
    tallies["poll found"].add(hit, len(found), len(gold))
    wanted = [a for p in gold for a in p.answers]
    got = [a for p in found for a in p.answers]
    tallies["poll shares"].add(matched(wanted, got, _same_answer), len(got), len(wanted))


def _same_poll(a: Poll, b: Poll) -> bool:
    named = a.pollster is not None and same_party(a.pollster, b.pollster)
    return named or matched(a.answers, b.answers, _same_answer) > 0


def _same_answer(a: Answer, b: Answer) -> bool:
    return a.share == b.share and a.answer.overlaps(b.answer)


def _parties(proposal: Proposal) -> list[Party]:
    return [(role, span) for role in ROLES for span in getattr(proposal, role)]


def _terms(proposal: Proposal) -> Sequence[Term]:
    return proposal.terms


def _same_role(a: Party, b: Party) -> bool:
    return a[0] == b[0] and same_party(a[1], b[1])


def _same_any(a: Party, b: Party) -> bool:
    return same_party(a[1], b[1])


def _same_duty(a: Term, b: Term) -> bool:
    return same_term(a.what, b.what) and same_party(a.party, b.party)


def _same_stance(a: Stance, b: Stance) -> bool:
    return a.stance == b.stance and same_party(a.party, b.party)


def _shared(a: Proposal, b: Proposal) -> int:
    terms = sum(x.what.overlaps(y.what) for x in a.terms for y in b.terms)
    named = a.name is not None and b.name is not None and a.name.overlaps(b.name)
    return terms + 2 * named


def _plain(span: Span) -> tuple[str, ...]:
    words = (w.lower() for w in _WORD.findall(span.text))
    return tuple(w for w in words if w not in ARTICLES)


def _places(span: Span) -> set[int]:
    return {
        span.start + m.start() for m in _WORD.finditer(span.text) if m[0].lower() not in ARTICLES
    }


def main() -> None:
    """Print the table over files of texts and of marks; a third argument names the weights."""
    texts, marks = Path(sys.argv[1]), Path(sys.argv[2])
    using = model(Path(sys.argv[3])) if len(sys.argv) > 3 else model()
    read = (
        (gold, extract(article, using=using)) for article, gold in read_marked_files(texts, marks)
    )
    for name, tally in score_readings(read).items():
        print(tally.row(name))


if __name__ == "__main__":
    main()
