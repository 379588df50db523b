"""Nouns to JSON and back, without loss, from the fields of the dataclasses alone."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sayso.record.reading import Reading
from sayso.record.span import Span

T = TypeVar("T")
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def to_json(noun: object) -> Json:
    """Return a noun as plain JSON values: dataclasses as objects, tuples as lists."""
    if noun is None or isinstance(noun, (str, int, float, bool)):
        return noun
    if isinstance(noun, (tuple, list)):
        return [to_json(part) for part in noun]
    return {name: to_json(getattr(noun, name)) for name in _names(cast(Hashable, type(noun)))}


def from_json(kind: type[T], value: object) -> T:
    """Return the noun of class ``kind`` that ``value`` writes.

    Unknown keys are ignored. Raises ValueError, naming the field, where a value does not fit.
    """
    return cast(T, _reader(cast(Hashable, kind))(value, kind.__name__))


def write_reading(reading: Reading) -> str:
    """Return a reading as one line of JSON, keys in the order of the fields."""
    return json.dumps(
        reading, default=_object, ensure_ascii=False, separators=(",", ":"), check_circular=False
    )


def read_reading(line: str) -> Reading:
    """Return the reading that one line of JSON writes; ValueError where it does not fit."""
    return from_json(Reading, json.loads(line))


def _object(noun: object) -> dict[str, object]:
    """The fields of a noun by their names, the nouns inside left as they are."""
    if isinstance(noun, Span):  # most nouns of a reading are spans
        return {"start": noun.start, "end": noun.end, "text": noun.text}
    names, values = _fields(cast(Hashable, type(noun)))
    return dict(zip(names, values(noun), strict=True))


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    names = _names(kind)
    return names, attrgetter(*names)


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    if not (isinstance(kind, type) and is_dataclass(kind)):
        raise TypeError(f"{kind} is no noun of the record")
    return tuple(f.name for f in fields(kind))


Read = Callable[[object, str], object]


@cache
def _reader(kind: Hashable) -> Read:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional([_reader(a) for a in args if a is not type(None)], type(None) in args)
    if origin is tuple:
        return _many(_reader(args[0]))
    if origin is Literal:
        return _one_of(args)
    if isinstance(kind, type) and is_dataclass(kind):
        return _noun(kind)
    return _plain(kind)


def _optional(readers: list[Read], nullable: bool) -> Read:
    def read(value: object, at: str) -> object:
        if value is None and nullable:
            return None
        for reader in readers[:-1]:
            try:
                return reader(value, at)
            except ValueError:
                continue
        return readers[-1](value, at)

    return read


def _many(reader: Read) -> Read:
    def read(value: object, at: str) -> object:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{at}: a list is wanted, not {value!r:.80}")
        return tuple(reader(part, f"{at}[{n}]") for n, part in enumerate(value))

    return read


def _one_of(allowed: tuple[object, ...]) -> Read:
    def read(value: object, at: str) -> object:
        if value not in allowed:
            raise ValueError(f"{at}: {value!r:.80} is none of {', '.join(map(str, allowed))}")
        return value

    return read


def _plain(kind: object) -> Read:
    accepted = (int, float) if kind is float else cast(tuple[type, ...], (kind,))

    def read(value: object, at: str) -> object:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f"{at}: {value!r:.80} is no {getattr(kind, '__name__', kind)}")
        return value

    return read


def _noun(kind: type) -> Read:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    def read(value: object, at: str) -> object:
        if not isinstance(value, Mapping):
            raise ValueError(f"{at}: an object is wanted, not {value!r:.80}")
        given: dict[str, object] = {
            n: readers[n](value[n], f"{at}.{n}") for n in readers if n in value
        }
        try:
            return kind(**given)
        except TypeError as missing:
            raise ValueError(f"{at}: {missing}") from missing

    return read
