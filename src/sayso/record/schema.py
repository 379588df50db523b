"""The nouns to a JSON Schema (draft 2020-12), from the fields of the dataclasses alone."""

from __future__ import annotations

import types
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

from sayso.record.reading import SCHEMA, Reading
from sayso.record.written import Json

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: dict[object, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def reading_schema() -> dict[str, Json]:
    """Return the schema of one line of output, every noun in ``$defs``.

    Readers ignore unknown keys, so further properties are allowed.
    """
    definitions: dict[str, Json] = {}
    _noun(Reading, definitions)
    whole = cast(dict[str, Json], definitions.pop("Reading"))
    head: dict[str, Json] = {"$schema": DRAFT, "title": f"sayso reading {SCHEMA}"}
    return head | whole | {"$defs": dict(sorted(definitions.items()))}


def _of(kind: object, definitions: dict[str, Json]) -> Json:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(a, definitions) for a in args]}
    if origin is tuple:
        return {"type": "array", "items": _of(args[0], definitions)}
    if origin is Literal:
        return {"enum": list(args)}
    if isinstance(kind, type) and is_dataclass(kind):
        _noun(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return PLAIN[kind]


def _noun(kind: type, definitions: dict[str, Json]) -> None:
    if kind.__name__ in definitions:
        return
    definitions[kind.__name__] = {}
    hints = get_type_hints(kind)
    names = [f.name for f in fields(cast(Hashable, kind))]  # type: ignore[arg-type]
    definitions[kind.__name__] = {
        "type": "object",
        "description": (kind.__doc__ or "").strip().split("\n")[0],
        "properties": {n: _of(hints[n], definitions) for n in names},
        "required": cast(list[Json], names),
    }
