"""Rows to the Parquet files of a shard: the same rows give the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from sayso.batch.folder import file_hash, whole
from sayso.batch.rows import COLUMNS, Kind, Rows
from sayso.store.flatten import Row

#: Reports whose rows are written together as one row group.
GROUP = 250
_TYPES: dict[Kind, pa.DataType] = {
    str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(),
}  # fmt: skip
SCHEMAS: dict[str, pa.Schema] = {
    table: pa.schema([(name, _TYPES[kind]) for name, kind in columns.items()])
    for table, columns in COLUMNS.items()
}


class Tables:
    """The open files of a shard; ``counts`` tells how many rows of each table were given."""

    def __init__(self, shard: str, writers: dict[str, parquet.ParquetWriter]) -> None:
        self.shard = shard
        self.counts = Counter(dict.fromkeys(writers, 0))
        self._writers = writers
        self._waiting: dict[str, list[Row]] = {table: [] for table in writers}

    def add(self, row: int, rows: Rows) -> None:
        """Take the rows of the report that stands in that place of the shard, from 0."""
        for table, found in rows.items():
            self._waiting[table] += [{**one, "shard": self.shard, "row": row} for one in found]
            self.counts[table] += len(found)
        if (row + 1) % GROUP == 0:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        for table, rows in self._waiting.items():
            if rows:
                self._writers[table].write_table(pa.Table.from_pylist(rows, SCHEMAS[table]))
                rows.clear()


@contextmanager
def written(out: Path, shard: str) -> Iterator[Tables]:
    """Open the files of a shard; they take their names together, when all went well."""
    with ExitStack() as renamed:
        parts = {table: renamed.enter_context(whole(path(out, table, shard))) for table in COLUMNS}
        with ExitStack() as closed:
            tables = Tables(
                shard,
                {
                    table: closed.enter_context(_writer(table, part))
                    for table, part in parts.items()
                },
            )
            yield tables
            tables.flush()


def path(out: Path, table: str, shard: str) -> Path:
    """Return where a table of a shard lies."""
    return out / table / f"{shard}.parquet"


def hashes(out: Path, shard: str) -> dict[str, str]:
    """Return the SHA-256 of the files of a shard, by their paths in the folder."""
    files = [path(out, table, shard) for table in COLUMNS]
    return {file.relative_to(out).as_posix(): file_hash(file) for file in files}


def _writer(table: str, part: Path) -> parquet.ParquetWriter:
    """Settings that another version of the library could choose otherwise are all said."""
    return parquet.ParquetWriter(
        part,
        SCHEMAS[table],
        version="2.6",
        compression="zstd",
        compression_level=3,
        use_dictionary=True,
        data_page_version="1.0",
        data_page_size=1 << 20,
        write_statistics=True,
        store_schema=True,
    )
