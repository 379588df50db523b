"""The items of a list take their doer and day from the sentence that they spell out.

"The navy carried out nine strikes on Monday:" and below it, line by line, "- Near Orla, two strikes
destroyed a depot": no item says again who did it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.lines import ITEM
from sayso.language.spans import head_of, sentence_at, text_of, tokens_of
from sayso.record.findings import Event

#: A heading within a list is no longer than this, and no sentence.
HEADING = 60


def with_doers_of_lists(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events, those in items of lists with the doer and time told above the list.

    Taken from the last event above it of the same type and head word that has a doer; where the
    list stands under a heading ("Orla"), from the last one whose sentence has the heading's words.
    """
    text = text_of(doc)
    items = [m.start() for m in ITEM.finditer(text)]
    if len(items) < 2:
        return list(events)
    out: list[Event] = []
    for event in events:
        line = text.rfind("\n", 0, event.trigger.start) + 1
        if line in items and not event.actor:
            event = _told_above(doc, event, [e for e in out if e.actor], text, items, line)
        out.append(event)
    return out


def _told_above(
    doc: Doc, event: Event, before: Sequence[Event], text: str, items: Sequence[int], line: int
) -> Event:
    above = [e for e in before if text.rfind("\n", 0, e.trigger.start) + 1 not in items]
    alike = [e for e in above if e.type == event.type and _word(doc, e) == _word(doc, event)]
    heading = _heading(text, items, line)
    there = [e for e in alike if heading and heading in _sentence(doc, e)]
    told = (there or alike)[-1:]
    if not told:
        return event
    return replace(event, actor=told[0].actor, time=event.time or told[0].time)


def _word(doc: Doc, event: Event) -> str:
    return head_of(doc, *tokens_of(doc, event.trigger)).lemma_.lower()


def _sentence(doc: Doc, event: Event) -> str:
    start, end = sentence_at(doc, tokens_of(doc, event.trigger)[0])
    return doc[start:end].text


def _heading(text: str, items: Sequence[int], line: int) -> str:
    """Return the short line without a full stop that stands above an item and those beside it."""
    at = line
    for start in reversed(items[: bisect_right(items, line)]):
        if start != line and text[start:at].strip().count("\n"):
            break
        at = start
    above = text[:at].rstrip()
    heading = above[above.rfind("\n") + 1 :].strip()
    return heading if len(heading) <= HEADING and heading[-1:] not in ".!?" else ""
