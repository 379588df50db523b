"""Times of findings to whole time expressions: a piece is widened, what is none is left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from sayso.ground.times_find import Mention
from sayso.language.spans import text_of
from sayso.record.findings import Event, Figure
from sayso.record.reading import Reading
from sayso.record.span import Span

F = TypeVar("F", Event, Figure)
#: A time of these words alone tells no time: "by", "before", "coming".
WORDLESS = frozenset({"ADP", "SCONJ", "DET", "PART", "PUNCT", "VERB", "AUX", "CCONJ"})


def with_whole_times(doc: Doc, reading: Reading, mentions: Sequence[Mention]) -> Reading:
    """Return the reading with the times of its findings as whole expressions.

    "7, 2023" becomes "October 7, 2023"; "by" alone becomes no time. ``mentions`` are the time
    expressions of the text, in its order, none overlapping another.
    """
    dated: list[Event | Figure] = [*reading.events, *reading.figures]
    told = {f.time: None for f in dated if f.time is not None}
    whole = {time: _whole(doc, time, mentions) for time in told}
    for time, span in whole.items():
        wider = [other for other in whole.values() if other and span and other.covers(span)]
        whole[time] = max(wider, key=_length, default=None)
    return replace(
        reading,
        events=tuple(_told(event, whole) for event in reading.events),
        figures=tuple(_told(figure, whole) for figure in reading.figures),
    )


def _told(finding: F, whole: Mapping[Span, Span | None]) -> F:
    time = finding.time
    told = None if time is None else whole[time]
    return finding if told == time else replace(finding, time=told)


def _length(span: Span) -> int:
    return span.end - span.start


def _whole(doc: Doc, time: Span, mentions: Sequence[Mention]) -> Span | None:
    first = bisect_right(mentions, time.start, key=_end)
    past = bisect_left(mentions, time.end, first, key=_start)
    if first == past:
        words = doc.char_span(time.start, time.end, alignment_mode="expand")
        return time if words is None or any(t.pos_ not in WORDLESS for t in words) else None
    start = min(time.start, mentions[first].span.start)
    end = max(time.end, mentions[past - 1].span.end)
    return Span.of(text_of(doc), start, end)


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end
