"""Tests of the columns of a batch's tables."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from pyarrow import parquet

from sayso.batch.folder import TABLES
from sayso.batch.rows import COLUMNS, rows_of
from sayso.batch.tables import SCHEMAS, path, written
from sayso.record.reading import Article
from sayso.store.flatten import flatten

ARTICLE = Article("a", "He said 12 were killed in Rafah.", published="1999-09-20", language="en")


def test_every_column_of_a_finding_is_written_but_the_keys_of_searches(halls: ModuleType) -> None:
    flat = flatten(halls.made(ARTICLE))
    for table, columns in COLUMNS.items():
        if table != "readings":
            known = [c for c in flat[table][0] if not c.endswith("_key")]
            assert {c for c in columns if c not in ("shard", "row", "report")} == set(known)


def test_every_table_has_its_folder() -> None:
    assert tuple(COLUMNS) == TABLES


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, halls: ModuleType) -> None:
    for out in (tmp_path / "one", tmp_path / "two"):
        for table in SCHEMAS:
            (out / table).mkdir(parents=True)
        with written(out, "s") as tables:
            for n in range(600):
                tables.add(n, rows_of(ARTICLE, halls.made(ARTICLE)))
    for table in SCHEMAS:
        one = path(tmp_path / "one", table, "s")
        assert one.read_bytes() == path(tmp_path / "two", table, "s").read_bytes()
        assert parquet.read_schema(one).equals(SCHEMAS[table])
        assert parquet.read_metadata(one).num_row_groups == 3


def test_a_shard_that_fails_leaves_nothing(tmp_path: Path) -> None:
    for table in SCHEMAS:
        (tmp_path / table).mkdir()
    try:
        with written(tmp_path, "s"):
            raise KeyError
    except KeyError:
        pass
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
