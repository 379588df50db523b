"""Articles to links between copies, and to families of one report and its versions."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from datasketch import MinHash, MinHashLSH

from sayso.link.calendar import days_between
from sayso.link.groups import Groups
from sayso.record.link import Link
from sayso.record.reading import Article

#: Words in a shingle. Three survive an edit of every tenth word in seven shingles of ten.
WORDS = 3
#: Words at the head of a report that are compared on their own: copies are cut from the end.
LEAD = 60
#: Permutations, and how they are cut into bands (bands, rows): a pair whose shingles overlap
#: by 0.45 becomes a candidate with 0.99, one that overlaps by a twentieth with 0.006.
PERMUTATIONS, BANDS = 150, (50, 3)
#: A pair is one report where so much of both, or of the shorter in one stretch, is the same.
BOTH, SHORTER, STRETCH = 0.33, 0.6, 20
#: Reports of fewer shingles are formulaic ("... rises to 136"); so much of both must be the same.
SHORT, SHORT_BOTH = 40, 0.6
#: Copies come within so many days; later, nearly every word must be the same.
DAYS, LATER_BOTH = 4, 0.9
#: Fewer shared shingles than this could be a stock phrase.
AT_LEAST = 8

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Family:
    """One report and its copies and versions, the oldest first; ``id`` is the oldest one's."""

    id: str
    members: tuple[str, ...]


def link_copies(articles: Iterable[Article]) -> list[Link]:
    """Return the links "same-report" between articles, by MinHash over shingles of words.

    The score is the part of the shorter report that stands in the longer one; every candidate
    is counted out exactly, so that MinHash decides only who is compared.
    """
    known = {article.id: article for article in articles}
    shingled = {id: shingles(article.text) for id, article in known.items()}
    order = {id: n for n, id in enumerate(shingled)}
    links = []
    for a, b in sorted(_candidates(shingled), key=lambda pair: (order[pair[0]], order[pair[1]])):
        is_near = _days_apart(known[a], known[b]) <= DAYS
        link = _compare((a, shingled[a]), (b, shingled[b]), is_near)
        if link is not None:
            links.append(link)
    return links


def families(articles: Sequence[Article], links: Iterable[Link]) -> list[Family]:
    """Return the families that links "same-report" make, each with two members at least."""
    first = {a.id: ((a.published or "9999"), n) for n, a in enumerate(articles)}
    groups = Groups(first)
    for link in links:
        if link.kind == "same-report":
            groups.join(link.a, link.b)
    found = (sorted(group, key=first.__getitem__) for group in groups.all() if len(group) > 1)
    return [Family(members[0], tuple(members)) for members in found]


def shingles(text: str) -> list[int]:
    """Return the hashes of the runs of three words of a text, in order; case does not count."""
    words = [word.lower() for word in _WORD.findall(text)]
    count = max(1, len(words) - WORDS + 1)
    return [zlib.crc32(" ".join(words[n : n + WORDS]).encode()) for n in range(count)]


def _candidates(shingled: dict[str, list[int]]) -> set[tuple[str, str]]:
    """Pairs whose whole texts, or whose leads, look alike."""
    pairs: set[tuple[str, str]] = set()
    for cut in (None, LEAD):
        index = MinHashLSH(params=BANDS, num_perm=PERMUTATIONS)
        for id, signature in _signatures(shingled, cut):
            pairs.update((other, id) for other in index.query(signature))
            index.insert(id, signature)
    order = {id: n for n, id in enumerate(shingled)}
    return {(a, b) if order[a] < order[b] else (b, a) for a, b in pairs}


def _signatures(shingled: dict[str, list[int]], cut: int | None) -> Iterator[tuple[str, MinHash]]:
    empty = MinHash(PERMUTATIONS, seed=1, hashfunc=int)
    for id, hashes in shingled.items():
        signature = empty.copy()
        signature.update_batch(set(hashes[:cut]))
        yield id, signature


Shingled = tuple[str, list[int]]


def _compare(one: Shingled, two: Shingled, is_near: bool) -> Link | None:
    first, second = set(one[1]), set(two[1])
    shared, least = len(first & second), min(len(first), len(second))
    shorter, both = shared / least, shared / len(first | second)
    if one[1] == two[1]:
        return Link("same-report", one[0], two[0], 1.0, ("the same words",))
    if not is_near:
        is_copy = both >= LATER_BOTH
    elif least < SHORT:
        is_copy = both >= SHORT_BOTH
    else:
        is_copy = both >= BOTH or (shorter >= SHORTER and _run(one[1], two[1]) >= STRETCH)
    if not is_copy or shared < AT_LEAST:
        return None
    reasons = (
        f"{shorter:.0%} of the shorter report stands in the longer one",
        f"{both:.0%} of both is shared",
    )
    return Link("same-report", one[0], two[0], round(max(shorter, both), 3), reasons)


def _days_apart(one: Article, two: Article) -> int:
    """Days between two publications; 0 where one is not known."""
    return days_between(one.published, two.published) or 0


def _run(one: list[int], two: list[int]) -> int:
    """Count the shingles of the longest stretch that stands in both, word for word."""
    shorter, longer = sorted((one, two), key=len)
    places: dict[int, list[int]] = {}
    for at, shingle in enumerate(longer):
        places.setdefault(shingle, []).append(at)
    best, runs = 0, dict[int, int]()
    for shingle in shorter:
        runs = {at: runs.get(at - 1, 0) + 1 for at in places.get(shingle, ())}
        best = max(best, *runs.values()) if runs else best
    return best
