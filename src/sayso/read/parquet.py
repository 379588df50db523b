"""A Parquet file to Articles: one a row, from columns with the names of an article's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader

from sayso.read.dates import read_day
from sayso.read.packed import is_bomb
from sayso.record.reading import Article, Problem, text_id

#: The fields that a row may give; "published" may also stand in a column "date".
FIELDS = ("text", "id", "title", "url", "publisher", "published", "language")
#: Rows that are held at once.
ROWS = 16


def read_parquet(
    stream: BufferedReader, name: str, *, columns: Mapping[str, str] | None = None
) -> Iterator[Article]:
    """Yield an article a row, in order; ``columns`` maps fields to columns of other names.

    A file without the column of the text gives one article with "no-column", one that is no
    Parquet, or breaks off, one with "unreadable" behind the rows before it.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        if not stream.seekable():
            yield _failed(name, Problem("unreadable", f"{name} is a pipe: Parquet needs a file"))
            return
        found = parquet.ParquetFile(stream)
        chosen, missing = _chosen(found.schema_arrow.names, columns or {})
        if missing:
            names = ", ".join(found.schema_arrow.names)[:300]
            reason = f"{name} has no column {missing!r}; its columns are: {names}"
            yield _failed(name, Problem("no-column", reason))
            return
        at = 0
        for group in range(found.num_row_groups):
            if _is_bomb(found, group, set(chosen.values())):
                reason = f"rows from {at} of {name} unpack to far more than text can"
                yield _failed(f"{name}:{at}", Problem("bomb", reason))
            else:
                for row in _rows(found, group, list(chosen.values())):
                    at += 1
                    yield _article(row, chosen, f"{name}:{at}")
    except (OSError, pa.ArrowException) as fault:
        reason = f"{name} is damaged or no Parquet: {str(fault).splitlines()[0]:.120}"
        yield _failed(name, Problem("unreadable", reason))


def _chosen(names: list[str], columns: Mapping[str, str]) -> tuple[dict[str, str], str | None]:
    """Which column gives which field, and the column that was asked for and is not there."""
    wanted = {field: columns.get(field, field) for field in FIELDS}
    if "published" not in columns and "published" not in names:
        wanted["published"] = "date"
    asked = ["text", *columns]
    missing = next((wanted[f] for f in asked if wanted.get(f) not in names), None)
    return {field: column for field, column in wanted.items() if column in names}, missing


def _rows(found: object, group: int, columns: list[str]) -> Iterator[dict[str, object]]:
    batches = found.iter_batches(  # type: ignore[attr-defined]
        ROWS, row_groups=[group], columns=columns, use_threads=False
    )
    for batch in batches:
        for n in range(batch.num_rows):
            yield {column: batch[column][n].as_py() for column in columns}


def _is_bomb(found: object, group: int, columns: set[str]) -> bool:
    told = found.metadata.row_group(group)  # type: ignore[attr-defined]
    chunks = [told.column(n) for n in range(told.num_columns)]
    return any(
        is_bomb(c.total_compressed_size, c.total_uncompressed_size)
        for c in chunks
        if c.path_in_schema in columns
    )


def _article(row: dict[str, object], chosen: dict[str, str], where: str) -> Article:
    told = {field: row[column] for field, column in chosen.items()}
    text = told.get("text")
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str):
        return _failed(where, Problem("bad-line", f"row {where} holds no text"))
    published, problems = read_day(told.get("published"))
    return Article(
        id=_word(told.get("id")) or text_id(text),
        text=text,
        title=_word(told.get("title")),
        url=_word(told.get("url")),
        publisher=_word(told.get("publisher")),
        published=published,
        language=_word(told.get("language")),
        problems=problems,
    )


def _word(value: object) -> str | None:
    return (str(value) or None) if isinstance(value, (str, int, float)) else None


def _failed(id: str, problem: Problem) -> Article:
    return Article(id=id, text="", problems=(problem,))
