"""The engine of a cluster: one Ray task for each piece of work, the same work and the same bytes.

Every machine must see the inputs and the folder of the run under the same paths, and have the same
version of sayso. Ray is an extra of the package and is loaded only here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice

from sayso.batch.child import Child
from sayso.batch.local import Work
from sayso.errors import SaysoError, UsageError

#: Tasks that wait in Ray at once; more would only fill its memory.
AHEAD = 1000
#: Times that Ray does a piece of work again whose process or machine was lost.
RETRIES = 3
Fault = tuple[type[SaysoError], str, str]


@contextmanager
def connected(address: str | None = None, *, jobs: int = 1) -> Iterator[None]:
    """Join a cluster for a while, so that ``run_on_ray`` can be called.

    ``address`` names it ("auto": the one of this machine); without one Ray starts here with
    ``jobs`` processors and ends again. Raises UsageError where there is no Ray or no such cluster.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nothing is told to anybody; before the import
    try:
        import ray
    except ImportError as fault:
        raise UsageError("Ray is not installed", "pip install 'sayso[ray]'") from fault
    own = {} if address else {"num_cpus": jobs, "include_dashboard": False}
    try:
        ray.init(address=address or "local", log_to_driver=False, **own)
    except (ConnectionError, RuntimeError, ValueError) as fault:
        advice = "name one as HOST:PORT, or leave --ray-address out to start Ray here"
        raise UsageError(f"no Ray cluster at {address}: {fault}", advice) from fault
    try:
        yield
    finally:
        ray.shutdown()


def run_on_ray(work: Work, names: Sequence[str], jobs: int) -> Iterator[str]:
    """Yield the names of pieces of work as they are done, in whatever order.

    Ray decides how many are done at once. Work whose process or machine is lost is done again,
    three times at the most. Raises what a piece of work raises.
    """
    import ray

    remote = ray.remote(num_cpus=1, max_retries=RETRIES)(_one)
    rest = iter(names)
    waiting = [remote.remote(work, name) for name in islice(rest, AHEAD)]
    while waiting:
        (first,), waiting = ray.wait(waiting, num_returns=1)
        waiting += [remote.remote(work, name) for name in islice(rest, 1)]
        name, failed = ray.get(first)
        if failed:
            raise failed[0](*failed[1:])
        yield name


def _one(work: Work, name: str) -> tuple[str, Fault | None]:
    try:
        return work(name, _child()), None
    except SaysoError as fault:
        return name, (type(fault), fault.what, fault.advice)


@cache
def _child() -> Child:
    """The process that this worker calls, kept from one task to the next."""
    return Child()
