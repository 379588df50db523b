"""Gold groups to the scores of linking: ``python -m sayso.evaluate.linking KIND PATH ...``.

``ecb FOLDER PART``: event mentions of ECB+ (PART is Train or Dev), given as gold, grouped over
all documents at once: MUC, B-cubed, CEAF-e and the mean of their F1 (CoNLL).
``stories ITEMS READINGS`` or ``stories ITEMS TEXTS MARKS``: pairs of items of a day-to-day story
that a happening joins, with readings as ``sayso read`` writes them, or with marks.
``copies TEXTS COUNT``: edited copies planted among reports of at least LEAST words.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from sayso.errors import InputError, SaysoError, UsageError
from sayso.evaluate.clusters import Score, conll, score_groups
from sayso.evaluate.marked import read_marked_files
from sayso.evaluate.planting import plant_copies, score_families
from sayso.evaluate.tally import Tally
from sayso.link.calendar import days_between
from sayso.link.copies import link_copies
from sayso.link.groups import Groups
from sayso.link.happening import Happening, act_stem, happenings_of, stems
from sayso.link.happenings import THRESHOLD, Rarity, candidates, compare, link_happenings
from sayso.record.reading import Article, Reading
from sayso.record.written import read_reading

#: Items of one story path belong together where no more than so many days lie between them.
GAP = 1
#: Reports of fewer words are left out where copies are planted.
LEAST = 60


def read_ecb(folder: Path, part: str) -> tuple[list[Happening], list[frozenset[str]]]:
    """Return the event mentions of a part of ECB+ as happenings, and the gold groups of their ids.

    People and things of a mention's sentence stand for its parties, its places for the place; the
    words are those of the marked sentences of the document.
    """
    words = _ecb_words(_existing(folder / f"ECB_{part}_corpus.txt"))
    around: dict[tuple[str, int], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _json(folder / f"ECB_{part}_Entity_gold_mentions.json"):
        at = (str(row["doc_id"]), int(str(row["sent_id"])))
        around[at][str(row["mention_type"])[:3]].append(str(row["tokens_str"]))
    happenings, gold = [], defaultdict(set)
    for n, row in enumerate(_json(folder / f"ECB_{part}_Event_gold_mentions.json")):
        document, sentence = str(row["doc_id"]), int(str(row["sent_id"]))
        near = around[document, sentence]
        id = f"{document}/m{n}"
        gold[str(row["coref_chain"])].add(id)
        happenings.append(Happening(
            id, document, None, None, act_stem(str(row["tokens_str"])),
            stems(near["HUM"] + near["NON"]), frozenset(), stems(near["LOC"]),
            names=stems(w for w in words[document] if w[:1].isupper()),
            words=stems(w for w in words[document] if len(w) > 3),
        ))  # fmt: skip
    return happenings, [frozenset(group) for group in gold.values()]


def score_ecb(folder: Path, part: str, *, threshold: float = THRESHOLD) -> dict[str, Score]:
    """Return MUC, B-cubed and CEAF-e of the mentions of a part of ECB+.

    Mentions of one document with the same act are one event; those of several documents are
    joined by the links from ``threshold`` on.
    """
    happenings, gold = read_ecb(folder, part)
    groups = Groups(h.id for h in happenings)
    acts: dict[tuple[str, str], str] = {}
    for h in happenings:
        groups.join(acts.setdefault((h.reading, h.act), h.id), h.id)
    rarity = Rarity(happenings)
    for a, b in candidates(happenings):
        if compare(a, b, rarity)[0] >= threshold:
            groups.join(a.id, b.id)
    return score_groups([frozenset(group) for group in groups.all()], gold)


def score_stories(
    items: Sequence[Mapping[str, object]], readings: Mapping[str, Reading]
) -> dict[str, Tally]:
    """Return the tallies of pairs of items whose happenings are linked, by how a pair is judged.

    "same path": both items stand under one story path; "same story": under one last heading.
    Only pairs that lie ``GAP`` days apart at most count. A story holds many happenings, so that
    recall is low by its nature; precision is what tells of wrong links.
    """
    known = {str(item["id"]): item for item in items if str(item["id"]) in readings}
    happenings = [
        h for id, item in known.items() for h in happenings_of(readings[id], str(item["text"]))
    ]
    found = {
        frozenset(event.rpartition("/")[0] for event in (link.a, link.b))
        for link in link_happenings(happenings)
    }
    scores = {}
    for name, judge in (("same path", _path), ("same story", _story)):
        told = {id: judge(item) for id, item in known.items() if judge(item)}
        near = {pair for pair in found if pair <= told.keys() and _apart(pair, known) <= GAP}
        groups: dict[str, list[str]] = defaultdict(list)
        for id, path in told.items():
            groups[path].append(id)
        gold = {
            frozenset(pair) for group in groups.values() for pair in combinations(group, 2)
            if _apart(frozenset(pair), known) <= GAP
        }  # fmt: skip
        scores[name] = Tally(len(near & gold), len(near), len(gold))
    return scores


def _path(item: Mapping[str, object]) -> str:
    story = item["story"]
    return " / ".join(map(str, story)) if isinstance(story, list) else ""


def _story(item: Mapping[str, object]) -> str:
    story = item["story"]
    return str(story[-1]) if isinstance(story, list) and story else ""


def _apart(pair: frozenset[str], known: Mapping[str, Mapping[str, object]]) -> int:
    one, two = (str(known[id]["date"]) for id in pair)
    return days_between(one, two) or 0


def _ecb_words(path: Path) -> dict[str, list[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4:
            words[cells[0]].append(cells[3])
    return words


def _existing(path: Path) -> Path:
    if not path.exists():
        raise InputError(f"no file {path}", "give the folder or file of the gold groups")
    return path


def _json(path: Path) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(_existing(path).read_text("utf-8"))
    return rows


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in _existing(path).read_text("utf-8").splitlines()]


def _ecb(folder: str, part: str) -> Iterator[str]:
    scores = score_ecb(Path(folder), part)
    for name, score in scores.items():
        yield f"{name:10}{score.precision:7.1f}{score.recall:7.1f}{score.f1:7.1f}"
    yield f"{'CoNLL':10}{conll(scores):21.1f}"


def _stories(items: str, texts: str, marks: str | None = None) -> Iterator[str]:
    if marks is None:
        lines = _existing(Path(texts)).read_text("utf-8").splitlines()
        readings = {reading.id: reading for reading in map(read_reading, lines)}
    else:
        readings = {article.id: r for article, r in read_marked_files(Path(texts), Path(marks))}
    for name, tally in score_stories(_lines(Path(items)), readings).items():
        yield tally.row(name)


def _copies(texts: str, count: str) -> Iterator[str]:
    articles = [
        Article(str(row.get("id") or row["docid"]), str(row.get("text") or row["doctext"]))
        for row in _lines(Path(texts))
    ]
    copied = {id for link in link_copies(articles) for id in (link.a, link.b)}
    alone = [a for a in articles if a.id not in copied and len(a.text.split()) >= LEAST]
    tally, mixed = score_families(plant_copies(alone[: int(count)], random.Random(1)))
    yield tally.row("pairs")
    yield f"families that mix two reports: {mixed}"


KINDS: dict[str, Callable[..., Iterator[str]]] = {
    "ecb": _ecb,
    "stories": _stories,
    "copies": _copies,
}


def main(arguments: Sequence[str]) -> None:
    """Print the scores that the arguments ask for."""
    try:
        lines = KINDS[arguments[0]](*arguments[1:])
    except (KeyError, IndexError, TypeError) as wrong:
        raise UsageError(
            f"{' '.join(arguments)!r} asks for nothing known", __doc__ or ""
        ) from wrong
    for line in lines:
        print(line)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SaysoError as failure:
        sys.exit(str(failure))
