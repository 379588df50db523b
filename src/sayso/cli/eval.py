"""``sayso eval``: found records against gold, and the parse against its sets, as tables."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from sayso.errors import InputError
from sayso.evaluate.tally import Tally


@click.command("eval")
@click.option("--texts", type=click.Path(path_type=Path), help="texts, JSON lines with id and text")
@click.option("--gold", type=click.Path(path_type=Path), help="their gold marks, JSON lines")
@click.option(
    "--found", type=click.Path(path_type=Path), help="readings to score; else they are read now"
)
@click.option(
    "--data", type=click.Path(path_type=Path), help="a folder of sets: all of them in turn"
)
@click.option("--weights", type=click.Path(path_type=Path), help="other weights than the package's")
@click.option(
    "--write", type=click.Path(path_type=Path), help="with --data: a file for the gold scores, JSON"
)
def evaluate(
    texts: Path | None,
    gold: Path | None,
    found: Path | None,
    data: Path | None,
    weights: Path | None,
    write: Path | None,
) -> None:
    """Score readings against gold marks (--texts, --gold), or every set in a folder (--data)."""
    from sayso.parse.model import FOLDER

    folder = weights or FOLDER
    if texts and gold:
        _print(f"{gold.name}", lambda: _gold(texts, gold, found, folder))
    elif data:
        told = {name: _print(name, lines) for name, lines in _sets(data, folder)}
        if write:
            rows = [
                r for n, lines in told.items() if n.startswith("gold ") for r in _scores(n, lines)
            ]
            write.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    else:
        raise click.UsageError("give --texts and --gold, or --data")


def _print(name: str, lines: Callable[[], list[str]]) -> list[str]:
    click.echo(f"== {name}")
    try:
        told = lines()
    except InputError as fault:
        told = [f"left out: {fault}"]
    for line in told:
        click.echo(line)
    return told


#: A line of a table: name, precision, recall, F1, counts.
ROW = re.compile(r"(\S.*?)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+\d+/\d+/\d+")


def _scores(name: str, lines: list[str]) -> Iterator[dict[str, object]]:
    """Yield the rows of a table as the method page shows them."""
    for found in filter(None, map(ROW.fullmatch, lines)):
        precision, recall, f1 = (float(n) for n in found.groups()[1:])
        yield {"what": found[1], "texts": name, "precision": precision, "recall": recall, "f1": f1,
               "command": "sayso eval --data FOLDER"}  # fmt: skip


def _gold(texts: Path, gold: Path, found: Path | None, weights: Path) -> list[str]:
    from sayso.evaluate.gold import read_gold, read_texts, score
    from sayso.evaluate.marked import read_marked_files
    from sayso.evaluate.proposals import score_readings
    from sayso.extract import extract
    from sayso.parse.model import model
    from sayso.record.reading import Article
    from sayso.record.written import read_reading

    plain = read_texts(texts)
    marked = read_gold(gold, plain)
    if found:
        readings = {r.id: r for r in map(read_reading, found.read_text("utf-8").splitlines())}
    else:
        using = model(weights)
        articles = (
            Article(id=i, text=t["text"], published=t.get("published") or t.get("date"))
            for i, t in plain.items()
            if i in marked
        )
        readings = {a.id: extract(a, using=using) for a in articles}
    lines = score(plain, marked, readings).lines()
    told = [(g, readings[g.id]) for _, g in read_marked_files(texts, gold) if g.id in readings]
    return [*lines, *(tally.row(name) for name, tally in score_readings(told).items())]


def _sets(data: Path, weights: Path) -> Iterator[tuple[str, Callable[[], list[str]]]]:
    from sayso.evaluate.attribution import score_polnear
    from sayso.evaluate.calibration import calibration_lines, judged_files
    from sayso.evaluate.entities import held_out, score_entities
    from sayso.evaluate.errors import error_lines
    from sayso.evaluate.muc import muc_lines
    from sayso.evaluate.plover import plv_lines, record_lines
    from sayso.evaluate.syntax import held_out_trees, score_trees
    from sayso.parse.model import model

    using = model(weights)
    files = [
        (data / f"gold/{part}.texts.jsonl", data / f"gold/{part}.gold.jsonl")
        for part in ("dev", "dev-docs")
    ]
    for part, (texts, gold) in zip(("dev", "dev-docs"), files, strict=True):
        yield f"gold {part}", lambda t=texts, g=gold: _gold(t, g, None, weights)  # type: ignore[misc]
    yield "confidence, gold", lambda: calibration_lines(judged_files(files, using))
    yield "misses, gold", lambda: error_lines(files, using)
    yield "PLV sentences", lambda: plv_lines(data / "plover", using)
    yield "PLOVER records", lambda: record_lines(data / "plover", using)
    yield "MUC tst1 and tst2", lambda: muc_lines(data / "muc", using)
    ewt = data / "ud-ewt/en_ewt-ud-test.conllu"
    yield "EWT test, gold tokens", lambda: score_trees([ewt], using).lines()
    yield "GUM test, gold tokens", lambda: score_trees(held_out_trees(data / "gum"), using).lines()
    yield (
        "newswire entities, every tenth file",
        lambda: _rows(score_entities(held_out(data / "newswire-ner"), using)),
    )
    yield "PolNeAR dev", lambda: _rows(score_polnear(data / "polnear/dev", using))


def _rows(tallies: dict[str, Tally]) -> list[str]:
    return [tally.row(name) for name, tally in tallies.items()]
