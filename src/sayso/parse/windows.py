"""Tokens of a report to windows that the encoder reads: paragraphs packed, nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

#: Pieces a window, [CLS] and [SEP] aside. The encoder has 512 positions; time grows with length.
WINDOW = 190
#: A sentence end may be sought in this last part of a paragraph that is too long for a window.
SEEK = 0.5
ENDS = frozenset({".", "!", "?", ";", '."', ".”"})


def cut(
    words: Sequence[str], lengths: Sequence[int], breaks: Sequence[bool], most: int = WINDOW
) -> list[range]:
    """Return word ranges that cover all words in order, each of at most ``most`` pieces.

    ``lengths`` are the words' piece counts; ``breaks[i]`` says that a paragraph begins at word i.
    Paragraphs stay whole where they fit; longer ones are parted behind a full stop.
    """
    blocks: list[range] = []
    for paragraph in _paragraphs(breaks):
        blocks.extend(_fitting(paragraph, words, lengths, most))
    return _packed(blocks, lengths, most)


def _paragraphs(breaks: Sequence[bool]) -> list[range]:
    starts = [0, *(i for i in range(1, len(breaks)) if breaks[i]), len(breaks)]
    return [range(a, b) for a, b in pairwise(starts) if a < b]


def _fitting(block: range, words: Sequence[str], lengths: Sequence[int], most: int) -> list[range]:
    out: list[range] = []
    at, size, last_end = block.start, 0, block.start
    for i in block:
        if size + lengths[i] > most:
            enough = last_end > at and sum(lengths[at:last_end]) >= most * SEEK
            end = last_end if enough else max(i, at + 1)
            out.append(range(at, end))
            at, size = end, sum(lengths[end:i])
        size += lengths[i]
        if words[i] in ENDS:
            last_end = i + 1
    out.append(range(at, block.stop))
    return out


def _packed(blocks: Sequence[range], lengths: Sequence[int], most: int) -> list[range]:
    out: list[range] = []
    size = 0
    for block in blocks:
        cost = sum(lengths[block.start : block.stop])
        if out and size + cost <= most:
            out[-1] = range(out[-1].start, block.stop)
            size += cost
        else:
            out.append(block)
            size = cost
    return out
