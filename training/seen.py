"""Marked reports to what rules and an encoder make of the proposals in them, beside what is right.

What ``second.py`` learns from the encoder's vectors, and ``whole.py`` end to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from offers import ROLES, TOLD_ON, UNKNOWN, UNMARKED, Look, Offer, Seen, Side
from sayso.evaluate.gold import read_gold, read_texts
from sayso.evaluate.proposals import pair_proposals, same_party
from sayso.find.events.events import find_events
from sayso.find.proposals.bargainers import places, plain
from sayso.find.proposals.evidence import Evidence, Report, of_parties, of_state
from sayso.find.proposals.judged import sides, state_numbers
from sayso.find.proposals.pointed import pointed
from sayso.find.proposals.proposals import drafted, find_proposals, told_state
from sayso.find.statements.statements import find_statements
from sayso.language.spans import head_of, tokens_of
from sayso.parse.document import parse
from sayso.parse.model import Model
from sayso.parse.tokens import paragraph_starts
from sayso.record.findings import Proposal
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES
from texts import HELD_OUT

MARKS = Path(__file__).parent / "marks"
#: Reports of these sets are learned from; ``train`` are the gold items.
SETS = ("bargains", "agencies", "wires", "tables", "offers", "train", "negotiations", "reports",
        "dispatches")  # fmt: skip
#: So many places of a party are looked at in training.
MOST = 12


def marked(name: str, data: Path) -> list[tuple[str, str, Reading]]:
    """Return (id, text, marks) of the reports of a set that have proposals; none where it is not.

    ``data`` is the folder with gold/train.
    """
    folder = data / "gold" if name == "train" else MARKS
    if not (folder / f"{name}.texts.jsonl").exists():
        return []
    told = read_texts(folder / f"{name}.texts.jsonl")
    golds = read_gold(folder / f"{name}.gold.jsonl", told)
    return [(i, told[i]["text"], g) for i, g in golds.items() if g.proposals and i not in HELD_OUT]


def unmarked(data: Path) -> Iterator[tuple[str, str, None]]:
    """Yield (id, text, None) of articles that nothing marks, for a teacher to tell of: newswire
    (nine in ten), PolNeAR, ECB+.
    """
    wires = sorted((data / "newswire-ner").glob("*.tsv"))
    for path in (p for n, p in enumerate(wires) if n % 10):
        yield path.name, written(path.read_text(encoding="utf-8").splitlines()), None
    for path in sorted((data / "polnear/train/text").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8"), None
    for path in sorted((data / "linking/ecbplus").glob("*_corpus.txt")):
        documents: dict[str, list[str]] = {}
        for row in path.read_text(encoding="utf-8").splitlines():
            if (columns := row.split("\t"))[3:]:
                documents.setdefault(columns[0], []).append(columns[3])
        for id, words in documents.items():
            yield id, " ".join(words), None


def written(rows: list[str]) -> str:
    """Return a text out of rows of a word and its tag; an empty row ends a sentence."""
    sentences: list[list[str]] = [[]]
    for row in rows:
        word = row.split("\t")[0].strip()
        if word:
            sentences[-1].append(word)
        elif sentences[-1]:
            sentences.append([])
    joined = (" ".join(words) for words in sentences if words)
    return "\n\n".join(re.sub(r" ([.,;:!?)\]’'](?: |$)|'s |’s )", r"\1", s) for s in joined)


def third(data: Path, part: int | None) -> frozenset[str]:
    """Return the ids of one third (0, 1 or 2) of the reports that can be told on; of None none."""
    ids = sorted(id for id, *_ in marked(TOLD_ON, data))
    return frozenset(id for n, id in enumerate(ids) if n % 3 == part)


def seen_in(name: str, data: Path, using: Model) -> Iterator[Seen]:
    """Yield the reports of a set in which something was found on the table, and somebody named."""
    texts = unmarked(data) if name == UNMARKED else marked(name, data)
    for id, text, gold in texts:
        doc = parse(text, using)
        statements = find_statements(doc)
        events = find_events(doc, statements)
        drafts = drafted(doc, statements, events)
        if not drafts:
            continue
        proposals, _ = find_proposals(doc, statements, events)
        golds = gold.proposals if gold else []
        pairs = {f.id: g for g, f in pair_proposals(golds, proposals)}
        report = Report(doc, drafts, events, statements)
        some = places(doc, statements, report.telling)
        if not some:
            continue
        looked = of_parties(report, some, drafts)
        offers = []
        for n, (draft, found) in enumerate(zip(drafts, proposals, strict=True)):
            right, state = pairs.get(found.id), told_state(draft)
            known_sides = sides(draft, state, some)
            names = [[some[k].name for k in side.places] for side in known_sides]
            own = [
                Side(side.places[:MOST], np.concatenate([side.numbers, report.size]), answer)
                for side, answer in zip(known_sides, _answers(doc, right, names), strict=True)
            ]
            own_look = of_state(report, n, statements)
            told = np.concatenate([state_numbers(draft, state, own_look), report.size])
            known = UNKNOWN if right is None else PROPOSAL_STATES.index(right.state)
            offers.append(
                Offer(
                    right is not None,
                    known,
                    own,
                    looked[n].numbers,
                    _look(own_look),
                    told,
                    pointed(doc, drafts, n),
                )
            )
        words, breaks = [t.text for t in doc], list(paragraph_starts(doc))
        vectors = np.asarray(doc.tensor, dtype=np.float16)
        yield Seen(id, name, words, breaks, _look(looked[0]), offers, vectors)


def _look(evidence: Evidence) -> Look:
    """Return evidence whose arrays have their columns, also where there is nothing to see."""
    rows = len(evidence.words)
    return Look(evidence.words.reshape(rows, 3), evidence.ranges.reshape(rows, 2, 2),
                evidence.numbers.reshape(rows, -1))  # fmt: skip


def _answers(doc: Doc, right: Proposal | None, sides: list[list[Span]]) -> list[list[int]]:
    """Whether each party has each role in what is marked, and its stance, 0 for none.

    ``sides`` are the names of each.
    """
    out = [[0] * (len(ROLES) + 1) for _ in sides]
    if right is None:
        return out
    for column, role in enumerate(ROLES):
        for party in getattr(right, role):
            for n in _meant(doc, party, sides):
                out[n][column] = 1
    for stance in reversed(right.stances):
        for n in _meant(doc, stance.party, sides):
            out[n][-1] = 1 + STANCES.index(stance.stance)
    return out


def _meant(doc: Doc, party: Span, sides: list[list[Span]]) -> list[int]:
    """Which sides a marked party is: "Norland's rebels" are not "Norland", which only stands in
    their name, unless they are nobody else.
    """
    one = [n for n, names in enumerate(sides) if any(same_party(party, name) for name in names)]
    head = head_of(doc, *tokens_of(doc, party)).i
    own = [n for n in one
           if any(plain(name) == plain(party) or head_of(doc, *tokens_of(doc, name)).i == head
                  for name in sides[n])]  # fmt: skip
    return own or one
