"""How far the reading is, on standard error: a live bar, or a line every ten seconds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.batch.one import Pair
from sayso.cli.main import say
from sayso.read.problems import FAILURES, is_failed

#: Seconds between two lines where standard error is no terminal.
PAUSE = 10.0


class Course:
    """Counts the readings that pass by, tells of it, and keeps the failures for the end.

    ``total`` is the number of reports where it is known; ``is_told`` is off where the readings
    themselves show on the terminal how far it is.
    """

    def __init__(self, *, total: int | None = None, is_told: bool = True) -> None:
        console = Console(stderr=True)
        self.total = total
        self.read = 0
        self.failed: list[tuple[str, str]] = []
        self._is_told = is_told and total != 1
        self._live = self._bar(console) if self._is_told and console.is_terminal else None

    def follow(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Hand on the pairs as they come."""
        began = last = time.monotonic()
        with self._live or nullcontext():
            task = self._live.add_task("reading", total=self.total) if self._live else None
            for article, reading in pairs:
                self.read += 1
                if is_failed(reading.problems):
                    self.failed += [
                        (p.code, p.reason) for p in reading.problems if p.code in FAILURES
                    ]
                if self._live and task is not None:
                    self._live.advance(task)
                elif self._is_told and time.monotonic() - last >= PAUSE:
                    last = time.monotonic()
                    say(f"{self.read} reports read in {last - began:.0f} s")
                yield article, reading

    def tell_failures(self) -> None:
        """Say which reports could not be read, why, and what to do."""
        if not self.failed:
            return
        say(f"{len(self.failed)} of {self.read} reports could not be read:")
        for code, reason in self.failed:
            say(f"  {code}: {reason}")
        for code in sorted({code for code, _ in self.failed}):
            say(f"{code}: {FAILURES[code]}")

    @staticmethod
    def _bar(console: Console) -> Progress:
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
