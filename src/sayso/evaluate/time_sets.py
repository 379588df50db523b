"""A folder of gold times to cases: TimeML documents, date cases, Microsoft's recognizer cases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from pathlib import Path

from sayso.errors import InputError
from sayso.record.span import Span

_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
#: Microsoft's kinds whose answer is a day or a run of days.
_DAY_KINDS = frozenset({"datetimeV2.date", "datetimeV2.daterange"})


@dataclass(frozen=True, slots=True)
class DateCase:
    """One row of ``date_cases.tsv``: the days, grain and kind asked for; None: not asserted."""

    phrase: str
    published: str
    start: str | None
    end: str | None
    grain: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class GoldTimex:
    """A TIMEX3 of a document: its span in the plain text, type and value, and the creation day."""

    text: str
    span: Span
    type: str
    value: str
    created: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phrase with its day of reference and the stretches of days that count as right."""

    phrase: str
    published: str
    answers: frozenset[tuple[str, str]]


def read_date_cases(path: Path) -> list[DateCase]:
    """Return the rows of a date-case file; InputError where it cannot be read."""
    rows = (line.split("\t") for line in _text(path).splitlines() if not line.startswith("#"))
    return [DateCase(r[0], r[1], *(_asserted(v) for v in r[2:6])) for r in rows if len(r) >= 6]


def read_timeml(folder: Path) -> Iterator[GoldTimex]:
    """Yield the TIMEX3 of every ``.tml`` document, that of the creation day included."""
    for path in sorted(folder.glob("*.tml")):
        marked = _text(path)
        created = next(_TIMEX.finditer(marked), None)
        if created is None:
            continue
        day = _attribute(created[1], "value")[:10]
        yield _timex(created[1], created[2], created[2], 0, day)
        body = _BODY.search(marked)
        if body:
            yield from _body_timexes(body[1], day)


def read_recognizer_cases(path: Path) -> list[Stretch]:
    """Return Microsoft's English cases whose answer is a day or a closed run of days."""
    cases = json.loads(_text(path))
    return [s for case in cases for s in _stretches(case)]


def _asserted(value: str) -> str | None:
    return None if value in ("-", "none", "") else value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as missing:
        advice = "give the folder that holds date_cases.tsv, tempeval3 and recognizers"
        raise InputError(f"{path} cannot be read", advice) from missing


def _attribute(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _plain(marked: str) -> str:
    return unescape(_TAG.sub("", marked))


def _body_timexes(body: str, created: str) -> Iterator[GoldTimex]:
    text = _plain(body)
    for found in _TIMEX.finditer(body):
        start = len(_plain(body[: found.start()]))
        if words := _plain(found[2]):
            yield _timex(found[1], text, words, start, created)


def _timex(attributes: str, text: str, words: str, start: int, created: str) -> GoldTimex:
    span = Span(start, start + len(words), words)
    value, kind = _attribute(attributes, "value"), _attribute(attributes, "type")
    return GoldTimex(text, span, kind, value, created)


def _stretches(case: dict[str, object]) -> Iterator[Stretch]:
    context, results = case.get("Context"), case.get("Results")
    if not isinstance(context, dict) or not isinstance(results, list):
        return
    for result in results:
        values = (result.get("Resolution") or {}).get("values", [])
        answers = frozenset(a for v in values if (a := _answer(v)))
        if result.get("TypeName") in _DAY_KINDS and answers:
            yield Stretch(str(result["Text"]), str(context["ReferenceDateTime"])[:10], answers)


def _answer(value: dict[str, str]) -> tuple[str, str] | None:
    """Return first and last day of one answer; theirs ends with the day behind the last."""
    try:
        if "value" in value:
            return (date.fromisoformat(value["value"]).isoformat(),) * 2
        last = date.fromisoformat(value["end"]) - timedelta(days=1)
        return date.fromisoformat(value["start"]).isoformat(), last.isoformat()
    except (KeyError, ValueError, TypeError):
        return None
