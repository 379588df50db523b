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
from sayso.find.proposals.clauses import is_verb
from sayso.find.proposals.drafts import Draft
from sayso.language.anchors import TELLING
from sayso.language.spans import (
    classes_of,
    head_of,
    heads_of,
    lower_of,
    relations_of,
    sentence_at,
    tokens_of,
)
from sayso.record.findings import Event, Statement
from sayso.record.vocabulary import ACTS, EVENT_TYPES, PROPOSAL_STATES, REAL_STATUSES, STANCES

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj",
             "appos", "amod", "compound", "source")  # fmt: skip
CASES = ("to", "by", "with", "through", "via", "from", "between", "for", "of", "on", "in")
#: The roles that the encoder marks for the name of a proposal.
ROLES = ("by", "to", "through", "term", "condition", "accepts", "rejects", "conditional")
DENIED = frozenset({"not", "n't", "no", "never"})
AHEAD = frozenset({"would", "could", "might", "may", "should", "will"})
DONE = frozenset({"has", "have", "had"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
#: Clauses in which a predicate tells what is said, done or begun.
CONTENTS = frozenset({"ccomp", "xcomp", "parataxis"})
VERBS = frozenset({"VERB", "AUX"})
#: What parts a predicate from those behind it, and what stands before it as part of it.
PARTING = frozenset({"conj", "advcl", "parataxis", "punct"})
HELPING = frozenset({"aux", "aux:pass", "cop", "advmod"})
#: Distances in sentences behind the last name of a proposal, and before the next.
GAPS, LEADS = (0, 1, 2, 3, 5), (0, 1)
#: A report of more sentences, or with more on the table, is as long as any.
LONG, MANY = 40, 5
#: A sentence in which no word is this likely to tell a stance or a state tells of no proposal that
#: it does not name.
TELLS = 0.1
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
    """A predicate's range, that of its own words, the predicate within it that tells what is said,
    and its mood.
    """

    inside: tuple[int, int]
    own: tuple[int, int]
    inner: int
    mood: tuple[bool, bool, bool]


class Report:
    """A Doc with what is asked of it again and again."""

    def __init__(
        self, doc: Doc, drafts: Sequence[Draft], events: Sequence[Event] = (),
        statements: Sequence[Statement] = (),
    ) -> None:  # fmt: skip
        self.doc = doc
        self.heads, self.relations = heads_of(doc), relations_of(doc)
        self.predicates = {i for i, kind in enumerate(classes_of(doc)) if kind in VERBS}
        self.predicates |= {self.heads[i] for i, r in enumerate(self.relations) if r == "cop"}
        self.acting = _acting(doc, events)
        self.starts = [s.start for s in doc.sents]
        self.sentences = np.searchsorted(self.starts, np.arange(len(doc)), side="right") - 1
        self.named = [sorted({m.head.i for m in d.mentions}) for d in drafts]
        self.everything = sorted(i for own in self.named for i in own)
        self.stands = _told(doc, "stand", len(STANCES))
        self.fates = _told(doc, "fate", len(PROPOSAL_STATES))
        self.telling = self._telling(drafts, statements)
        self.size = np.array([min(len(self.starts), LONG) / LONG, min(len(drafts), MANY) / MANY],
                             dtype=np.float32)  # fmt: skip
        self._seen: dict[int, Clause] = {}

    def _telling(
        self, drafts: Sequence[Draft], statements: Sequence[Statement]
    ) -> list[tuple[int, int]]:
        """The sentences that may tell who has a part in a proposal: with its name, a term, somebody
        whom the rules gave a part, a verb of mediating, or a word that tells a stance or a state,
        and each sentence behind these in which somebody says something.
        """
        most = np.maximum(self.stands.max(1), self.fates.max(1))
        at = {*self.everything, *np.flatnonzero(most > TELLS).tolist()}
        at |= {i for i in self.predicates if is_verb(self.doc[i], "mediate")}
        for d in drafts:
            spans = [*d.by, *d.to, *d.through, *(s.party for s in d.stances)]
            at.update(tokens_of(self.doc, s)[0] for s in (*spans, *(t.what for t in d.terms)))
        told = {sentence_at(self.doc, i) for i in at}
        said = [sentence_at(self.doc, tokens_of(self.doc, s.cue)[0]) for s in statements]
        ends = {end for _, end in told}
        return sorted({*told, *(s for s in said if s[0] in ends)})

    def name(self, n: int, words: Floats) -> Floats:
        """The encoder's vector of the head of a proposal's first name, zeros where it has none."""
        own = self.named[n]
        return words[own[0]] if own else np.zeros(words.shape[1], dtype=np.float32)

    def sentence(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, token) - 1

    def above(self, word: Token) -> Token:
        """The nearest predicate above a word, or the root."""
        heads, at = self.heads, self.heads[word.i]
        while at not in self.predicates and heads[at] != at:
            at = heads[at]
        return self.doc[at]

    def clause(self, verb: Token) -> Clause:
        """A predicate with all below it, looked at once."""
        known = self._seen.get(verb.i)
        if known is None:
            inside = verb.left_edge.i, verb.right_edge.i + 1
            below = [c.i for c in verb.children]
            inner = next((c for c in below if self.relations[c] in CONTENTS), verb.i)
            own = self._own(verb.i, inside[1], below)
            known = self._seen[verb.i] = Clause(inside, own, inner, _mood(self.doc, below))
        return known

    def _own(self, verb: int, end: int, below: Sequence[int]) -> tuple[int, int]:
        """A predicate with the words behind it, up to its next clause or conjunct."""
        relations = self.relations
        parted = [c for c in below if c > verb and relations[c] in PARTING]
        stop = min([self.doc[c].left_edge.i for c in parted], default=end)
        first = next((c for c in below if c < verb and relations[c] in HELPING), verb)
        return first, max(stop, verb + 1)


def _acting(doc: Doc, events: Sequence[Event]) -> Floats:
    """Which words name the actor or the target of which type of event, and of one that is real."""
    out = np.zeros((len(doc), 2 * len(EVENT_TYPES) + 1), dtype=np.float32)
    for e in events:
        for role, spans in enumerate((e.actor, e.target)):
            for span in spans:
                start, end = tokens_of(doc, span)
                out[start:end, 2 * EVENT_TYPES.index(e.type) + role] = 1
                if e.status in REAL_STATUSES:
                    out[start:end, -1] = 1
    return out


def _told(doc: Doc, head: str, labels: int) -> Floats:
    """How likely each word (words, labels) is one that tells a stance or a state."""
    known = doc.user_data.get(TELLING, {}).get(head)
    return np.zeros((len(doc), labels), dtype=np.float32) if known is None else known


def _most(told: Floats, ranges: Sequence[tuple[int, int]]) -> Floats:
    """The most that the words of each range tell (ranges, labels); an empty one tells nothing."""
    edges = np.array(ranges, dtype=np.int64).reshape(-1, 2)
    bounded = np.vstack([told, np.zeros_like(told[:1])])  # a range may end behind the last word
    most = np.maximum.reduceat(bounded, edges.ravel(), axis=0)[::2]
    most[edges[:, 0] >= edges[:, 1]] = 0
    return np.asarray(most)


def of_parties(report: Report, found: Sequence[Place], drafts: Sequence[Draft]) -> list[Evidence]:
    """Return for each proposal what there is to see at the places of those who may bargain."""
    own = Places(report, found)
    return [
        Evidence(own.words, own.ranges, np.hstack([own.numbers, own.relation(n, draft)]))
        for n, draft in enumerate(drafts)
    ]


class Places:
    """All places of a report side by side: a row of ``words``, ``ranges`` and ``numbers`` each."""

    def __init__(self, report: Report, found: Sequence[Place]) -> None:
        doc = report.doc
        self.report = report
        verbs = [report.above(p.word) for p in found]
        clauses = [report.clause(v) for v in verbs]
        said = [_said(doc, p) for p in found]
        inner = [head_of(doc, *s).i if s[1] > s[0] else c.inner
                 for s, c in zip(said, clauses, strict=True)]  # fmt: skip
        self.at = np.array([p.word.i for p in found], dtype=np.int64)
        self.verbs = np.array([v.i for v in verbs], dtype=np.int64)
        self.words = np.stack([self.at, self.verbs, np.array(inner, dtype=np.int64)], axis=1)
        both = [(c.inside, s) for c, s in zip(clauses, said, strict=True)]
        self.ranges = np.array(both, dtype=np.int64).reshape(-1, 2, 2)
        self.numbers = np.hstack(
            [self._grammar(found), self._told(clauses, said)], dtype=np.float32
        )

    def _grammar(self, found: Sequence[Place]) -> Floats:
        """How each place hangs in its sentence, what kind of word it is, and what he says or does
        there."""
        relations, kinds = self.report.relations, classes_of(self.report.doc)
        told = ["source" if p.said else relations[p.word.i] for p in found]
        seats = [RELATIONS.index(t) if t in RELATIONS else len(RELATIONS) for t in told]
        named = [(kinds[p.word.i], p.word.ent_type_) for p in found]
        own = [(kind == "PRON", kind == "PROPN", n == "Person", n == "Organization",
                n in ("Location", "NORP")) for kind, n in named]  # fmt: skip
        grid = np.eye(len(RELATIONS) + 1, dtype=np.float32)[seats]
        cases = _cases(self.report.doc)[self.at]
        kind = np.array(own, dtype=np.float32).reshape(-1, 5)
        acts = np.zeros((len(found), len(ACTS)), dtype=np.float32)
        for row, p in enumerate(found):
            acts[row, [ACTS.index(s.act) for s in p.said]] = 1
        return np.hstack([grid, cases, kind, acts, self.report.acting[self.at]])

    def _told(self, clauses: Sequence[Clause], said: Sequence[tuple[int, int]]) -> Floats:
        """What the words around each place tell: its clause, what it says, its sentence."""
        stands = self.report.stands
        if not len(clauses):
            return np.zeros((0, 3 + 4 * len(STANCES)), dtype=np.float32)
        whole = np.maximum.reduceat(stands, self.report.starts, axis=0)
        moods = np.array([c.mood for c in clauses], dtype=np.float32)
        ranges = ([c.inside for c in clauses], said, [c.own for c in clauses])
        most = (_most(stands, r) for r in ranges)
        return np.hstack([moods, *most, whole[self.report.sentences[self.at]]])

    def relation(self, n: int, draft: Draft) -> Floats:
        """How each place stands to the names and the terms of a proposal, and to other names."""
        report, at, verbs = self.report, self.at, self.verbs
        doc, sentences, everything = report.doc, report.sentences, report.everything
        mine = np.array(report.named[n], dtype=np.int64)
        ends = np.concatenate([[-1], mine, [-1]])
        k = np.searchsorted(mine, at, side="right")
        last, following = ends[k], ends[k + 1]
        here = sentences[at]
        behind = np.where(last >= 0, here - sentences[last], -1)
        ahead = np.where(following >= 0, sentences[following] - here, -1)
        latest = np.concatenate([[-1], everything])[np.searchsorted(everything, at, side="right")]
        (low, high), (start, end) = self.ranges[:, 0].T, self.ranges[:, 1].T
        beside = _within(mine, low, high)
        above = np.array([report.above(doc[i]).i for i in report.named[n]], dtype=np.int64)
        shared = beside & (verbs[:, None] == above)
        subject = np.array([doc[i].dep_ in SUBJECTS for i in report.named[n]], dtype=bool)
        inside = np.searchsorted(everything, np.stack([low, high]), side="left")
        terms = np.array([tokens_of(doc, t.what) for t in draft.terms], dtype=np.int64)
        first, stop = terms.reshape(-1, 2).T
        told = np.stack([
            beside.any(1), shared.any(1), (shared & subject).any(1),
            _within(mine, start, end).any(1), (beside & self._under(mine)).any(1),
            last < 0, *(behind == g for g in GAPS[:3]), (behind >= GAPS[3]) & (behind < GAPS[4]),
            behind >= GAPS[4], *(ahead == g for g in LEADS), (last >= 0) & (last == latest),
            inside[1] - inside[0] > beside.sum(1),
            ((at[:, None] >= first) & (at[:, None] < stop)).any(1),
            ((first < high[:, None]) & (stop > low[:, None])).any(1),
            (last >= 0) & (at - last < 4), (following > at) & (following - at < 4),
            np.full(len(at), len(report.named) == 1), here == 0, here / len(report.starts),
        ], axis=1).astype(np.float32)  # fmt: skip
        return np.hstack([told, self._marked(draft)])

    def _marked(self, draft: Draft) -> Floats:
        """How likely the encoder gives each place each role, at any name of a proposal."""
        out = np.zeros((len(self.at), len(ROLES)), dtype=np.float32)
        for m in draft.mentions:
            if m.anchor is not None and m.anchor.chances is not None:
                seat = self.at - m.anchor.first
                near = (seat >= 0) & (seat < len(m.anchor.chances))
                out[near] = np.maximum(out[near], m.anchor.chances[seat[near]])
        return out

    def _under(self, words: Ints) -> npt.NDArray[np.bool_]:
        """Which places (places, words) hang below which words."""
        heads = self.report.heads
        out = np.zeros((len(self.at), len(words)), dtype=bool)
        column = {word: k for k, word in enumerate(words.tolist())}
        for row, i in enumerate(self.at.tolist()):
            while heads[i] != i:
                i = heads[i]
                if i in column:
                    out[row, column[i]] = True
        return out


def _within(words: Ints, starts: Ints, ends: Ints) -> npt.NDArray[np.bool_]:
    """Which ranges (ranges, words) hold which words."""
    return np.asarray((words >= starts[:, None]) & (words < ends[:, None]))


def _said(doc: Doc, place: Place) -> tuple[int, int]:
    """The longest stretch that somebody says at a place."""
    said = (tokens_of(doc, c) for s in place.said for c in s.content)
    return max(said, key=lambda r: r[1] - r[0], default=(0, 0))


def _cases(doc: Doc) -> Floats:
    """Which prepositions each word (words, CASES) has."""
    out = np.zeros((len(doc), len(CASES)), dtype=np.float32)
    heads, lower = heads_of(doc), lower_of(doc)
    for i, relation in enumerate(relations_of(doc)):
        if relation == "case" and lower[i] in CASES:
            out[heads[i], CASES.index(lower[i])] = 1
    return out


def _mood(doc: Doc, below: Sequence[int]) -> tuple[bool, bool, bool]:
    """Whether a predicate with these words below it is denied, lies ahead, or is done."""
    words = lower_of(doc)
    near = {words[c] for c in below}
    return not near.isdisjoint(DENIED), not near.isdisjoint(AHEAD), not near.isdisjoint(DONE)


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
            )]  # fmt: skip
            up = report.above(verb)
            rows.append(((i, verb.i, up.i), (clause.inside, (start, end)), numbers))
    if not rows:
        return Evidence(
            np.zeros((0, 3), np.int64), np.zeros((0, 2, 2), np.int64), np.zeros((0, 0), np.float32)
        )
    words, ranges, seen = zip(*rows[:MOST], strict=True)
    clauses, sentences = zip(*ranges, strict=True)
    fates, stands = report.fates, report.stands
    most = (_most(fates, clauses), _most(fates, sentences), _most(stands, sentences))
    return Evidence(
        np.array(words, dtype=np.int64),
        np.array(ranges, dtype=np.int64),
        np.hstack([np.array(seen, dtype=np.float32), *most]),
    )


def vectors(seen: Evidence, words: Floats, sums: Floats | None = None) -> Floats:
    """Return the vectors (places, 5 widths) that evidence points at: of three words, and the means
    of two ranges. ``sums`` are those of ``running``, where they are known.
    """
    sums = running(words) if sums is None else sums
    length = np.maximum(seen.ranges[:, :, 1] - seen.ranges[:, :, 0], 1)[:, :, None]
    length = length.astype(np.float32)
    means = (sums[seen.ranges[:, :, 1]] - sums[seen.ranges[:, :, 0]]) / length
    three = words[seen.words].reshape(len(seen.words), 3 * words.shape[1])
    two = means.reshape(len(means), 2 * words.shape[1])
    return np.concatenate([three, two], axis=1)


def running(words: Floats) -> Floats:
    """Return the sums of the vectors before each word, and of all."""
    out = np.zeros((len(words) + 1, words.shape[1]), dtype=np.float32)
    for word, before, behind in zip(words, out, out[1:], strict=False):
        np.add(before, word, out=behind)
    return out
