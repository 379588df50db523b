"""Articles to Readings in several processes: in order, a few ahead, and past one that dies."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from sayso.batch.one import Hall, Pair, read_one, unread
from sayso.errors import UsageError
from sayso.record.reading import Article, Problem, Reading

#: Reports that are handed out ahead of the one that is waited for, for each process.
AHEAD = 4


def read_side_by_side(articles: Iterable[Article], jobs: int, hall: Hall | None) -> Iterator[Pair]:
    """Yield every article with its reading, in order, from ``jobs`` processes.

    Each process loads the model once. Where one dies, what was in hand is read again, each report
    in a process of its own, and only the one that kills it is lost.
    """
    rest = iter(articles)
    waiting: deque[Article] = deque()
    while True:
        with _pool(jobs) as pool:
            try:
                yield from _ahead(pool, rest, waiting, jobs * AHEAD, hall)
                return
            except BrokenProcessPool:
                _end(pool)
        while waiting:
            article = waiting.popleft()
            yield article, _alone(article, hall)


def _ahead(
    pool: ProcessPoolExecutor,
    rest: Iterator[Article],
    waiting: deque[Article],
    ahead: int,
    hall: Hall | None,
) -> Iterator[Pair]:
    futures: deque[Future[Reading]] = deque()
    for article in rest:
        waiting.append(article)
        futures.append(_hand(pool, article, hall))
        if len(futures) >= ahead:
            reading = futures.popleft().result()
            yield waiting.popleft(), reading
    while futures:
        reading = futures.popleft().result()
        yield waiting.popleft(), reading


def _hand(pool: ProcessPoolExecutor, article: Article, hall: Hall | None) -> Future[Reading]:
    """Hand out one report; a pool that breaks in this very moment may fail on a closed handle."""
    try:
        return pool.submit(read_one, article, hall=hall)
    except OSError as fault:
        raise BrokenProcessPool("the pool broke while a report was handed out") from fault


def _alone(article: Article, hall: Hall | None) -> Reading:
    with _pool(1) as pool:
        try:
            return _hand(pool, article, hall).result()
        except BrokenProcessPool:
            _end(pool)
            reason = "the process that read it was ended from outside, perhaps for want of memory"
            return unread(article, Problem("crashed", reason))


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes that leave an interruption to their parent.

    All are started at once: one that starts while another dies meets handles that are being closed.
    """
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        for started in [pool.submit(_leave_interrupts) for _ in range(jobs)]:
            started.result()
    except (BrokenProcessPool, OSError) as fault:
        advice = 'in a script, call it under if __name__ == "__main__":, or use one job'
        raise UsageError("the processes that read side by side ended at once", advice) from fault
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End what is left of a broken pool: its own way of ending now and then waits for ever."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
