"""The engine of one machine: so many processes, each with one piece of work at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import SimpleQueue

from sayso.batch.child import Child

#: A piece of work: its name, and the process that it may call; it returns its name.
Work = Callable[[str, Child], str]


def run_here(work: Work, names: Sequence[str], jobs: int) -> Iterator[str]:
    """Yield the names of pieces of work as they are done, in whatever order.

    A thread for each process hands out its work and watches over it. What one raises ends all.
    """
    children = [Child() for _ in range(min(jobs, len(names)))]
    free: SimpleQueue[Child] = SimpleQueue()
    for child in children:
        free.put(child)

    def one(name: str) -> str:
        child = free.get()
        try:
            return work(name, child)
        finally:
            free.put(child)

    if not children:
        return
    with ThreadPoolExecutor(len(children)) as threads:
        waiting = [threads.submit(one, name) for name in names]
        try:
            for future in as_completed(waiting):
                yield future.result()
        finally:
            for future in waiting:
                future.cancel()
            for child in children:
                child.close()
