"""What the second reading looks at: the words, clauses and sentences around parties and proposals.

The encoder reads a window of a report at a time, and an answer may stand far behind the offer. So
for each proposal all places of the report are looked at again: the encoder's vectors of a few
words there, and numbers that say how the place stands to the proposal's names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from sayso.find.proposals.bargainers import Place
from sayso.find.proposals.joined import Draft
from sayso.language.anchors import TELLING
from sayso.language.spans import head_of, sentence_at, tokens_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj",
             "appos", "source")  # fmt: skip
CASES = ("to", "by", "with", "through", "via", "from", "between", "for", "of", "on", "in")
DENIED = frozenset({"not", "n't", "no", "never"})
AHEAD = frozenset({"would", "could", "might", "may", "should", "will"})
DONE = frozenset({"has", "have", "had"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
VERBS = frozenset({"VERB", "AUX"})
#: What parts a predicate from those behind it, and what stands before it as part of it.
PARTING = frozenset({"conj", "advcl", "parataxis", "punct"})
HELPING = frozenset({"aux", "aux:pass", "cop", "advmod"})
#: Distances in sentences behind the last name of a proposal, and before the next.
GAPS, LEADS = (0, 1, 2, 3, 5), (0, 1)
#: A report of more sentences, or with more on the table, is as long as any.
LONG, MANY = 40, 5
#: So many sentences and names are looked at for a proposal's state.
MOST = 40


@dataclass(frozen=True)
class Evidence:
    """``words`` (places, 3) and ``ranges`` (places, 2, 2) say whose vectors count, ``numbers``
    (places, ...) what else is known of them; an empty range counts as nothing.
    """

    words: Ints
    ranges: Ints
    numbers: Floats


@dataclass(frozen=True)
class Clause:
    """A predicate's range, mood, and how likely its words, and its own, tell each stance."""

    inside: tuple[int, int]
    mood: tuple[bool, bool, bool]
    told: list[float]
    own: list[float]


class Report:
    """A Doc with what is asked of it again and again."""

    def __init__(self, doc: Doc, drafts: Sequence[Draft]) -> None:
        self.doc = doc
        self.starts = [s.start for s in doc.sents]
        self.named = [sorted({m.head.i for m in d.mentions}) for d in drafts]
        self.everything = sorted(i for own in self.named for i in own)
        self.stands = _told(doc, "stand", len(STANCES))
        self.fates = _told(doc, "fate", len(PROPOSAL_STATES))
        self.size = np.array([min(len(self.starts), LONG) / LONG, min(len(drafts), MANY) / MANY],
                             dtype=np.float32)  # fmt: skip
        self._above: dict[int, Token] = {}
        self._seen: dict[int, Clause] = {}

    def sentence(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, token) - 1

    def above(self, word: Token) -> Token:
        """The nearest predicate above a word, or the root."""
        known = self._above.get(word.i)
        if known is None:
            known = word
            while known.head != known:
                known = known.head
                if known.pos_ in VERBS or any(c.dep_ == "cop" for c in known.children):
                    break
            self._above[word.i] = known
        return known

    def clause(self, verb: Token) -> Clause:
        """A predicate with all below it, looked at once."""
        known = self._seen.get(verb.i)
        if known is None:
            inside = verb.left_edge.i, verb.right_edge.i + 1
            known = self._seen[verb.i] = Clause(
                inside, _mood(verb), _most(self.stands, *inside), _most(self.stands, *_own(verb))
            )
        return known


def _told(doc: Doc, head: str, labels: int) -> Floats:
    """How likely each word (words, labels) is one that tells a stance or a state."""
    known = doc.user_data.get(TELLING, {}).get(head)
    return np.zeros((len(doc), labels), dtype=np.float32) if known is None else known


def _most(told: Floats, start: int, end: int) -> list[float]:
    """The most that the words of a range tell, by label."""
    return (
        told[start : max(end, start + 1)].max(0).tolist() if end > start else [0.0] * len(told[0])
    )


def of_parties(report: Report, found: Sequence[Place], drafts: Sequence[Draft]) -> list[Evidence]:
    """Return for each proposal what there is to see at the places of those who may bargain."""
    own = [_place(report, place) for place in found]
    words = np.array([o[0] for o in own], dtype=np.int64).reshape(-1, 3)
    ranges = np.array([o[1] for o in own], dtype=np.int64).reshape(-1, 2, 2)
    out = []
    for n, draft in enumerate(drafts):
        terms = [tokens_of(report.doc, t.what) for t in draft.terms]
        numbers = [
            [*o[2], *_relation(report, n, p, o[1], terms)] for p, o in zip(found, own, strict=True)
        ]
        out.append(Evidence(words, ranges, np.array(numbers, dtype=np.float32)))
    return out


def _place(
    report: Report, place: Place
) -> tuple[tuple[int, int, int], tuple[tuple[int, int], tuple[int, int]], list[float]]:
    doc, word = report.doc, place.word
    verb = report.above(word)
    clause = report.clause(verb)
    said = max((tokens_of(doc, c) for s in place.said for c in s.content),
               key=lambda r: r[1] - r[0], default=(0, 0))  # fmt: skip
    inner = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "parataxis")), verb)
    if said[1] > said[0]:
        inner = head_of(doc, *said)
    case = {c.lower_ for c in word.children if c.dep_ == "case"}
    relation = "source" if place.said else word.dep_
    numbers = [
        *(relation == r for r in RELATIONS), relation not in RELATIONS,
        *(c in case for c in CASES),
        word.pos_ == "PRON", word.pos_ == "PROPN", word.ent_type_ == "Person",
        word.ent_type_ == "Organization", word.ent_type_ in ("Location", "NORP"),
        *clause.mood, *clause.told, *_most(report.stands, *said),
        *clause.own, *_most(report.stands, *sentence_at(doc, word.i)),
    ]  # fmt: skip
    return (word.i, verb.i, inner.i), (clause.inside, said), [float(x) for x in numbers]


def _mood(verb: Token) -> tuple[bool, bool, bool]:
    """Whether a predicate is denied, lies ahead, or is done."""
    near = {c.lower_ for c in verb.children}
    return not near.isdisjoint(DENIED), not near.isdisjoint(AHEAD), not near.isdisjoint(DONE)


def _own(verb: Token) -> tuple[int, int]:
    """A predicate with the words behind it, up to its next clause or conjunct."""
    stop = min((c.left_edge.i for c in verb.children if c.i > verb.i and c.dep_ in PARTING),
               default=verb.right_edge.i + 1)  # fmt: skip
    first = [c.i for c in verb.children if c.i < verb.i and c.dep_ in HELPING]
    return min([verb.i, *first]), max(stop, verb.i + 1)


def _relation(
    report: Report,
    n: int,
    place: Place,
    ranges: tuple[tuple[int, int], tuple[int, int]],
    terms: Sequence[tuple[int, int]],
) -> list[float]:
    """How a place stands to the names and the terms of a proposal, and to those of others."""
    mine, at = report.named[n], place.word.i
    k = bisect_right(mine, at)
    last, following = (mine[k - 1] if k else -1), (mine[k] if k < len(mine) else -1)
    here = report.sentence(at)
    behind = here - report.sentence(last) if last >= 0 else -1
    ahead = report.sentence(following) - here if following >= 0 else -1
    j = bisect_right(report.everything, at)
    (low, high), (start, end) = ranges
    verb = report.above(place.word)
    doc = report.doc
    beside = [i for i in mine if low <= i < high]
    shared = [i for i in beside if report.above(doc[i]) == verb]
    return [float(x) for x in (
        bool(beside), bool(shared), any(doc[i].dep_ in SUBJECTS for i in shared),
        any(start <= i < end for i in mine), any(doc[i].is_ancestor(place.word) for i in beside),
        last < 0, *(behind == g for g in GAPS[:3]), GAPS[3] <= behind < GAPS[4],
        behind >= GAPS[4], *(ahead == g for g in LEADS),
        last >= 0 and last == report.everything[j - 1],
        _count(report.everything, low, high) > len(beside),
        any(a <= at < b for a, b in terms),
        any(a < high and b > low for a, b in terms),
        0 <= at - last < 4 and last >= 0, 0 < following - at < 4,
        len(report.named) == 1, here == 0, here / len(report.starts),
    )]  # fmt: skip


def _count(places: Sequence[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def of_state(report: Report, n: int, statements: Sequence[Statement]) -> Evidence:
    """Return what there is to see of a proposal's state: its names, and the sentences behind them
    until another proposal is named.
    """
    doc, mine, rows = report.doc, report.named[n], []
    told = [tokens_of(doc, c) for s in statements for c in s.content]
    for number, start in enumerate(report.starts):
        end = sentence_at(doc, start)[1]
        own = mine[bisect_left(mine, start) : bisect_left(mine, end)]
        before = mine[: bisect_left(mine, end)]
        j = bisect_left(report.everything, end)
        if not own and not (before and before[-1] == report.everything[j - 1]):
            continue
        others = _count(report.everything, start, end) > len(own)
        for i in own or [head_of(doc, start, end).i]:
            word = doc[i]
            verb = report.above(word) if own else word
            clause = report.clause(verb)
            behind = number - report.sentence(before[-1])
            numbers = [float(x) for x in (
                bool(own), others, behind == 1, behind == 2, behind > 2, number == 0, number == 1,
                number / len(report.starts), number + 1 == len(report.starts),
                bool(own) and word.dep_ in SUBJECTS, bool(own) and word.dep_ == "obj",
                len(report.named) == 1, bool(own) and i == mine[0], bool(own) and i == mine[-1],
                *clause.mood, any(a <= i < b for a, b in told),
                *_most(report.fates, *clause.inside), *_most(report.fates, start, end),
                *_most(report.stands, start, end),
            )]  # fmt: skip
            up = report.above(verb)
            rows.append(((i, verb.i, up.i), (clause.inside, (start, end)), numbers))
    rows = rows[:MOST]
    return Evidence(
        np.array([r[0] for r in rows], dtype=np.int64).reshape(-1, 3),
        np.array([r[1] for r in rows], dtype=np.int64).reshape(-1, 2, 2),
        np.array([r[2] for r in rows], dtype=np.float32),
    )


def vectors(seen: Evidence, words: Floats, sums: Floats | None = None) -> Floats:
    """Return the vectors (places, 5 widths) that evidence points at: of three words, and the means
    of two ranges. ``sums`` are those of ``running``, where they are known.
    """
    sums = running(words) if sums is None else sums
    length = np.maximum(seen.ranges[:, :, 1] - seen.ranges[:, :, 0], 1)[:, :, None]
    means = (sums[seen.ranges[:, :, 1]] - sums[seen.ranges[:, :, 0]]) / length
    three = words[seen.words].reshape(len(seen.words), 3 * words.shape[1])
    two = means.reshape(len(means), 2 * words.shape[1])
    return np.concatenate([three, two], axis=1).astype(np.float32)


def running(words: Floats) -> Floats:
    """Return the sums of the vectors before each word, and of all."""
    out = np.zeros((len(words) + 1, words.shape[1]), dtype=np.float32)
    np.cumsum(words, axis=0, out=out[1:])
    return out
