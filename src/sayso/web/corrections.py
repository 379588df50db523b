"""A finding to the fields that a person may correct, and a correction to a checked value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import get_args, get_type_hints

from sayso.errors import UsageError
from sayso.evaluate.marked import span_of
from sayso.record.findings import Event, Figure, Statement
from sayso.record.span import Span
from sayso.record.vocabulary import MODES
from sayso.record.written import from_json, to_json

Finding = Statement | Event | Figure
#: What may be corrected, by kind of finding, in the order of the form.
FIELDS: dict[type, tuple[str, ...]] = {
    Statement: ("source", "source_type", "anonymous", "act", "manner", "content", "to"),
    Event: ("type", "mode", "status", "actor", "target", "place", "time"),
    Figure: ("quantity", "low", "high", "measure", "of", "by", "scope", "status", "place", "time"),
}
#: Between the parts of a field that holds several spans.
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Field:
    """A field in the form: its value in words, and the values it may take where these are few."""

    name: str
    value: str
    choices: tuple[str, ...] = ()


def fields_of(finding: Finding, text: str) -> list[Field]:
    """Return the fields of a finding that may be corrected, with their values as words."""
    return [
        Field(name, words(getattr(finding, name), text), _choices(type(finding), name))
        for name in FIELDS[type(finding)]
    ]


def words(value: object, text: str) -> str:
    """Return a value of a field as a person writes it; spans with "##2" for a second occurrence."""
    if value is None:
        return ""
    if isinstance(value, Span):
        before = _occurrence(text, value)
        return value.text if before == 1 else f"{value.text}##{before}"
    if isinstance(value, tuple):
        return BETWEEN.join(words(part, text) for part in value)
    return "yes" if value is True else "no" if value is False else str(value)


def corrected(finding: Finding, field: str, written: str, text: str) -> Finding:
    """Return a finding with another value in a field.

    Raises UsageError where there is no such field, or the value does not fit: words must stand in
    the report.
    """
    kind = type(finding)
    if field not in FIELDS[kind]:
        raise UsageError(f"{field!r:.80} cannot be corrected", f"{', '.join(FIELDS[kind])} can.")
    try:
        value = _value(get_type_hints(kind)[field], written.strip(), text)
        changed = replace(finding, **{field: value})  # type: ignore[arg-type]
        from_json(kind, to_json(changed))
    except ValueError as wrong:
        raise UsageError(f"{field}: {written!r:.120} does not fit: {wrong}") from wrong
    if isinstance(changed, Event) and changed.mode not in (None, *MODES.get(changed.type, ())):
        raise UsageError(f"{changed.type} has no mode {changed.mode!r:.40}", "Leave it empty.")
    return changed


def _value(kind: object, written: str, text: str) -> object:
    arms = [arm for arm in get_args(kind) if arm is not type(None)] or [kind]
    if kind == tuple[Span, ...]:
        parts = [part.strip() for part in written.split(BETWEEN.strip()) if part.strip()]
        return tuple(span_of(text, part) for part in parts)
    if not written:
        return None
    for arm in arms:
        reader = _READERS.get(arm)
        if reader is not None:
            return reader(written, text)
    return written


def _number(written: str, _: str) -> int | float:
    number = float(written.replace(",", ""))
    return int(number) if number.is_integer() else number


def _yes(written: str, _: str) -> bool:
    if written not in ("yes", "no"):
        raise ValueError("write yes or no")
    return written == "yes"


_READERS: dict[object, Callable[[str, str], object]] = {
    Span: lambda written, text: span_of(text, written),
    bool: _yes,
    int: _number,
}


def _choices(kind: type, name: str) -> tuple[str, ...]:
    hint = get_type_hints(kind)[name]
    if hint is bool:
        return ("no", "yes")
    return tuple(value for value in get_args(hint) if isinstance(value, str))


def _occurrence(text: str, span: Span) -> int:
    """Return the how-manieth place of the text that has these words a span is."""
    at, count = text.find(span.text), 1
    while 0 <= at < span.start:
        at, count = text.find(span.text, at + 1), count + 1
    return count
