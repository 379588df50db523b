"""Readings to W3C Web Annotations: one for every span that a finding rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.written import to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Characters before and after a quotation, by which it is found again in a changed text.
AROUND = 32

Finding = Statement | Event | Figure | Proposal | Poll


def write_webannotation(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield one annotation a line (JSON-LD); positions count characters (code points)."""
    for text, reading in pairs:
        for finding in findings_of(reading):
            for field, number, span in spans_in(finding):
                told = annotation(text, reading, finding, (field, number, span))
                yield json.dumps(told, ensure_ascii=False) + "\n"


def findings_of(reading: Reading) -> Iterator[Finding]:
    """Yield all findings of a reading."""
    yield from reading.statements
    yield from reading.events
    yield from reading.figures
    yield from reading.proposals
    yield from reading.polls


def spans_in(noun: object, path: str = "") -> Iterator[tuple[str, int, Span]]:
    """Yield the spans of a finding with the field that holds each and its number there."""
    if not is_dataclass(noun):
        return
    for field in fields(noun):
        value = getattr(noun, field.name)
        name = f"{path}{field.name}"
        for number, part in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(part, Span):
                yield name, number, part
            else:
                yield from spans_in(part, f"{name}/{number}/" if isinstance(value, tuple) else "")


def annotation(
    text: str, reading: Reading, finding: Finding, at: tuple[str, int, Span]
) -> dict[str, object]:
    """Return the annotation of one span of a finding."""
    field, number, span = at
    return {
        "@context": CONTEXT,
        "id": f"urn:sayso:{reading.id}/{finding.id}/{field}/{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": "sayso"},
        "body": [
            {"type": "TextualBody", "purpose": "tagging",
             "value": f"{type(finding).__name__.lower()}/{field}"},
            {"type": "Dataset", "value": to_json(finding)},
        ],
        "target": {
            "source": reading.url or f"urn:sayso:{reading.id}",
            "state": {"type": "TimeState", "sourceDate": reading.published,
                      "cached": f"urn:sha256:{reading.sha256}"},
            "selector": [
                {"type": "TextQuoteSelector", "exact": span.text,
                 "prefix": text[max(0, span.start - AROUND) : span.start],
                 "suffix": text[span.end : span.end + AROUND]},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
            "sayso:utf16": {"start": _utf16(text, span.start), "end": _utf16(text, span.end)},
        },
    }  # fmt: skip


def _utf16(text: str, position: int) -> int:
    """Units of UTF-16 before a character, as JavaScript counts them."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
