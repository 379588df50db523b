"""The encoder's speed: word pieces a second on one core, bare and with all heads, in one run.

``python benchmarks/encoder.py [--seconds 5] [--weights FOLDER]`` prints both rates, their ratio,
load time and peak memory. Run it alone: another process on the core changes the figures.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from sayso.parse.document import annotate
from sayso.parse.heads import read_marks
from sayso.parse.model import FOLDER, Model, model, on_one_thread
from sayso.parse.tokens import paragraph_starts, tokenise
from sayso.parse.windows import cut


def texts() -> list[str]:
    """Return the texts of the sample reports."""
    with files("sayso.samples").joinpath("reports.jsonl").open("rb") as stream:
        return [json.loads(line)["text"] for line in stream]


def rate(work: Callable[[], int], seconds: float) -> float:
    """Return pieces a processor second of a job that returns how many pieces it read."""
    work()
    begun, done = time.process_time(), 0
    while time.process_time() - begun < seconds:
        done += work()
    return done / (time.process_time() - begun)


def windows(using: Model) -> list[tuple[list[list[str]], list[bool]]]:
    """Return the windows of each text, and where paragraphs begin in it: they are read together."""
    out = []
    for text in texts():
        doc = tokenise(text)
        words = [t.text for t in doc]
        starts = paragraph_starts(doc)
        lengths = [len(using.pieces.of(w)[0]) for w in words]
        out.append(([words[r.start : r.stop] for r in cut(words, lengths, starts)], starts))
    return out


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--seconds", type=float, default=5)
    ask.add_argument("--weights", type=Path, default=FOLDER)
    args = ask.parse_args()
    begun = time.perf_counter()
    using = model(args.weights)
    loaded = time.perf_counter() - begun
    some = windows(using)
    pieces = sum(len(using.pieces.encode(w).ids) for own, _ in some for w in own)

    def bare() -> int:
        for own, _ in some:
            for words in own:
                using.run(using.pieces.encode(words))
        return pieces

    def heads() -> int:
        for own, starts in some:
            read_marks(using, [using.run(using.pieces.encode(w)) for w in own], starts)
        return pieces

    def whole() -> int:
        for text in texts():
            annotate(tokenise(text), using)
        return pieces

    work = {"encoder": bare, "with heads": heads, "whole parse": whole}
    with on_one_thread():
        rates = {name: rate(each, args.seconds) for name, each in work.items()}
    for name, value in rates.items():
        print(f"{name:14}{value:9.0f} pieces/s   {value / rates['encoder']:.2f} of the encoder")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"load {loaded:.2f} s, peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
