"""How fast and how large: reports a second on a core, the encoder's share, memory, two processes.

    python benchmarks/batch.py [TEXTS] [--reports 400] [--flat 0] [--model FOLDER]

TEXTS is a file or folder of reports, by default the samples of the package. Reports are repeated
under other first lines until there are as many as asked for, so that none is a copy. Run it on a
machine that does nothing else; ``--flat 100000`` reads so many in one process for its memory, with
names and numbers made up anew in each, so that the words never cease to be new ones.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

os.environ |= {"OMP_NUM_THREADS": "1", "ORT_DISABLE_TELEMETRY": "1"}

from sayso.batch.run import Told, find_source, run_batch
from sayso.batch.shard import Task
from sayso.extract import extract
from sayso.find.statements.statements import find_statements
from sayso.language.numbers import find_quantities
from sayso.parse.document import annotate, parse
from sayso.parse.model import FOLDER, Model, model
from sayso.read.files import find_files, read_files
from sayso.record.reading import Article, Reading
from sayso.record.written import to_json, write_reading

SAMPLES = Path(sys.modules["sayso"].__file__ or "").parent / "samples" / "reports.jsonl"
#: Tells the processes of a batch which model to read with.
MODEL = "SAYSO_BENCHMARK_MODEL"
#: Tells them in which folder each is to write how much memory it has taken at the most.
PEAKS = "SAYSO_BENCHMARK_PEAKS"
#: What is aimed at: words a second on a core, and the least share of the encoder.
TARGETS = "4,000 words a second, 60% in the encoder, 1.8 times with two, 700 MB"
#: What made-up names are made of.
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "ir")]
#: Shards of the measured batch, and words of a report for which the cost is told.
SHARDS, WORDS = 10, 900


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and on the processor (0: it was in other processes)."""

    clock: float
    processor: float


@dataclass
class Watched:
    """A session that keeps the time it takes and, where asked, what it was given."""

    session: Any
    seconds: float = 0.0
    inputs: list[dict[str, Any]] = field(default_factory=list)

    def run(self, names: object, inputs: dict[str, Any]) -> Any:
        began = time.process_time()
        outputs = self.session.run(names, inputs)
        self.seconds += time.process_time() - began
        self.inputs.append(inputs)
        return outputs


def read_with(article: Article) -> Reading:
    """Read with the model that the environment names; for the processes of a batch."""
    reading = extract(article, using=_model())
    if PEAKS in os.environ:
        Path(os.environ[PEAKS], str(os.getpid())).write_text(f"{_peak()}")
    return reading


@cache
def _model() -> Model:
    return model(Path(os.environ.get(MODEL, str(FOLDER))))


def main() -> None:
    """Measure and print, one part after another."""
    options = _options()
    if options.model:
        os.environ[MODEL] = str(options.model)
    articles = list(islice(_many(options.texts), options.reports))
    words = sum(len(a.text.split()) for a in articles)
    _machine(len(articles), words)
    if options.flat:
        _flat(options.texts, options.flat)
        return
    for article in articles[:20]:  # everything is loaded and warm
        read_with(article)
    _one_process(articles, words)
    _parts(articles, words)
    _peers(articles)
    if options.jobs > 1:
        _side_by_side(articles, words, options.jobs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2, help="the most processes side by side")
    parser.add_argument("--flat", type=int, default=0, help="read so many for the memory, no more")
    parser.add_argument("--model", type=Path, help="a folder of weights other than the package's")
    return parser.parse_args()


def _many(path: Path) -> Iterator[Article]:
    """The reports again and again, each time under another first line."""
    articles = [a for a in read_files(find_files([path])) if not a.problems]
    for n, article in enumerate(cycle(articles)):
        text = f"Report number {n + 1}.\n{article.text}"
        yield replace(article, id=f"{n}", text=text)


def _machine(reports: int, words: int) -> None:
    names = Path("/proc/cpuinfo")
    lines = names.read_text().splitlines() if names.exists() else []
    name = next((line.split(": ")[1] for line in lines if line.startswith("model name")), "")
    print(f"machine            {name or platform.processor()}, {os.cpu_count()} cores")
    print(
        f"load before        {os.getloadavg()[0]:.2f} (figures by the clock count only below 0.3)"
    )
    print(f"model              {_model().checksum[:16]}")
    print(f"text               {reports} reports, {words:,} words, {words / reports:.0f} a report")
    print(f"targets            {TARGETS}")


def _one_process(articles: list[Article], words: int) -> None:
    """Raw text to written record, and the same windows through the encoder alone."""
    watched = Watched(_model().session)
    using = replace(_model(), session=watched)
    spent = _timed(lambda: [write_reading(extract(a, using=using)) for a in articles])
    _line("raw text to record", spent, words, len(articles))
    print(f"  in the encoder   {watched.seconds / spent.processor:.0%} of the time")
    print(f"  memory           {_peak():.0f} MB at the most")
    spent = _timed(lambda: [watched.session.run(None, inputs) for inputs in watched.inputs])
    _line("bare encoder", spent, words, len(articles))


def _parts(articles: list[Article], words: int) -> None:
    """The parse alone, by itself and as a component of spaCy's own pipeline."""
    import spacy
    from spacy.tokens import Doc

    counts: list[int] = []
    spent = _timed(
        lambda: counts.extend(len(list(parse(a.text, _model()).sents)) for a in articles)
    )
    _line("parse alone", spent, words, len(articles))
    print(f"  sentences        {sum(counts):,}, {sum(counts) / spent.clock:.0f} a second")

    @spacy.Language.component("sayso_benchmark_parse")
    def parsed(doc: Doc) -> Doc:
        return annotate(doc, _model())

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sayso_benchmark_parse")
    spent = _timed(lambda: list(pipeline.pipe(a.text for a in articles)))
    _line("spaCy's pipeline", spent, words, len(articles))


def _peers(articles: list[Article]) -> None:
    """Single parts, ours and a peer's, on as many words as the slowest reads in a while."""
    few = articles[:10]
    docs = [parse(a.text, _model()) for a in few]
    _part("our quantities", lambda: [find_quantities(a.text) for a in few], few)
    if parser := _peer("quantulum3", "quantulum3.parser"):
        import_module("quantulum3.classifier").USE_CLF = False  # needs an old scikit-learn
        parser.parse("two men")  # it loads its units
        _part("quantulum3", lambda: [parser.parse(a.text) for a in few], few)
    _part("our statements", lambda: [find_statements(doc) for doc in docs], few)
    if found := _peer("textacy", "textacy.extract"):
        _part("textacy's quotes", lambda: [list(found.direct_quotations(d)) for d in docs], few)


def _peer(name: str, module: str) -> Any:
    try:
        told = version(name)
    except PackageNotFoundError:
        print(f"{name:<19}not installed")
        return None
    print(f"{name:<19}version {told}")
    with warnings.catch_warnings(action="ignore"):
        return import_module(module)


def _part(what: str, work: Callable[[], list[Any]], articles: list[Article]) -> None:
    """Time a part of the work that gives a list a report, and count what it finds."""
    found: list[Any] = []
    spent = _timed(lambda: found.extend(work()))
    _line(what, spent, sum(len(a.text.split()) for a in articles), len(articles))
    print(f"  found            {sum(map(len, found)):,}")


def _side_by_side(articles: list[Article], words: int, most: int) -> None:
    """The whole command, with one process and with more, and what many reports would cost."""
    sys.path.insert(0, str(Path(__file__).parent))
    hall = import_module("batch").read_with
    one, many = (_batch(articles, jobs, hall) for jobs in (1, most))
    _line("batch, 1 process", Spent(one.read, 0), words, len(articles))
    _line(f"batch, {most} processes", Spent(many.read, 0), words, len(articles))
    print(f"  {most} against 1      {one.read / many.read:.2f} times")
    _line("taking in", Spent(one.staged, 0), words, len(articles))
    print(f"  memory           {max(one.memory, many.memory):.0f} MB a process at the most")
    for reports in (1_000_000, 1_000_000_000):
        share = reports * WORDS / words
        hours = share * (one.staged + one.read) / 3600
        plan, shards = share * one.plan / 1e9, share * one.shards / 1e9
        sizes = f"{plan:,.1f} GB of plan, {shards:,.1f} GB of shards"
        print(f"{reports:>13,} reports of {WORDS} words: {hours:,.0f} core hours, {sizes}")


@dataclass(frozen=True)
class Taken:
    """Seconds to take the reports in and to read them, bytes of the plan and the shards, and the
    megabytes of the largest process."""

    staged: float
    read: float
    plan: int
    shards: int
    memory: float


def _batch(articles: list[Article], jobs: int, hall: Callable[[Article], Reading]) -> Taken:
    times: dict[str, list[float]] = {"staged": [], "read": []}

    def tell(told: Told) -> None:
        times[told.stage].append(time.perf_counter())

    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "in.jsonl"), Path(folder, "out")
        path.write_text("".join(json.dumps(to_json(a)) + "\n" for a in articles))
        peaks = Path(folder, "peaks")
        peaks.mkdir()
        os.environ[PEAKS] = str(peaks)
        source = find_source([str(path)], shard_size=max(1, len(articles) // SHARDS))
        began = time.perf_counter()
        run_batch(source, Task(out, hall), jobs=jobs, tell=tell)
        plan = sum(f.stat().st_size for f in (out / "plan").iterdir())
        shards = sum(f.stat().st_size for f in out.rglob("*.parquet"))
        memory = max(float(f.read_text()) for f in peaks.iterdir())
        del os.environ[PEAKS]
    read = times["read"]
    done = len(read) - jobs  # the first shard of each process holds the loading of the model
    seconds = (read[-1] - read[jobs - 1]) * len(read) / done
    return Taken(times["staged"][-1] - began, seconds, plan, shards, memory)


def _flat(path: Path, reports: int) -> None:
    """The memory of one process after every tenth of many reports."""
    step = max(1, reports // 10)
    for n, article in enumerate(islice(_many(path), reports), 1):
        read_with(replace(article, text=_renamed(article.text, n)))
        if n % step == 0:
            print(f"  after {n:>9,}  {_resident():.0f} MB")


def _renamed(text: str, seed: int) -> str:
    """The text with other names and numbers, made up of syllables and digits."""
    rng = Random(seed)

    def name(found: re.Match[str]) -> str:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize()

    text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", name, text)
    return re.sub(r"\b\d+\b", lambda _: f"{rng.randint(2, 9999)}", text)


def _timed(work: Callable[[], object]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def _line(what: str, spent: Spent, words: int, reports: int) -> None:
    rate = f"{words / spent.clock:>9,.0f} words/s {reports / spent.clock:>8.2f} reports/s"
    if spent.processor:
        rate += f" {words / spent.processor:>9,.0f} words a processor second"
    print(f"{what:<19}{rate}", flush=True)


def _peak() -> float:
    """The largest resident memory of this process, in megabytes.

    The system's count of resources is no use where it can be helped: a process inherits in it what
    the one that started it had taken.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (s for s in status.read_text().splitlines() if s.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
