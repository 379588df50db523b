"""Readings to one Parquet file and back: a row a reading, columns from the record's fields."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
from pyarrow import parquet

from sayso.record.reading import SCHEMA, Reading
from sayso.record.written import from_json, to_json

#: Readings in a row group: a few megabytes of text.
GROUP = 1000


def schema_of(kind: type) -> pa.Schema:
    """Return the columns of a noun of the record; spans and findings are nested."""
    return pa.schema(list(_fields(kind)), metadata={"sayso.schema": SCHEMA})


def write_parquet(pairs: Iterable[tuple[str, Reading]], path: Path) -> None:
    """Write the readings; a number that may be whole or not becomes a float."""
    schema = schema_of(Reading)
    rest = iter(pairs)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := [to_json(reading) for _, reading in islice(rest, GROUP)]:
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def read_parquet(path: Path) -> Iterator[Reading]:
    """Yield the readings of a file that ``write_parquet`` wrote."""
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(GROUP):
            for row in batch.to_pylist():
                yield from_json(Reading, row)


def _fields(kind: type) -> Iterator[pa.Field]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield pa.field(field.name, _type(hints[field.name]))


def _type(kind: object) -> pa.DataType:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        arms = [arm for arm in args if arm is not type(None)]
        return pa.float64() if set(arms) == {int, float} else _type(arms[0])
    if origin is tuple:
        return pa.list_(_type(args[0]))
    if origin is Literal:
        return pa.string()
    if isinstance(kind, type) and is_dataclass(kind):
        return pa.struct(list(_fields(kind)))
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return plain[kind]  # type: ignore[index]
