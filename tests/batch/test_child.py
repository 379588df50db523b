"""Tests of calls to a process that may be ended."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Iterator

import pytest

from sayso.batch.child import Child, Died, Stopped
from sayso.errors import InputError
from sayso.read.dates import read_day
from sayso.read.files import find_files


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child()
    yield made
    made.close()


def test_a_call_gives_its_result_and_the_process_stays(child: Child) -> None:
    assert child.call(math.factorial, 20) == math.factorial(20)
    assert child.call(read_day, "1999-09-20") == ("1999-09-20", ())
    first = child.call(os.getpid)
    assert first == child.call(os.getpid) != os.getpid()


def test_what_a_library_prints_does_not_reach_the_answers(child: Child) -> None:
    assert child.call(os.write, 1, b"loud") == 4
    assert child.call(abs, -1) == 1


def test_errors_are_raised_here_with_their_advice(child: Child) -> None:
    with pytest.raises(InputError, match="nowhere") as told:
        child.call(find_files, ["nowhere"])
    assert "check the path" in told.value.advice
    with pytest.raises(OSError, match="No such file"):
        child.call(os.stat, "/nowhere")
    assert child.is_running


def test_a_process_that_ends_is_told_and_the_next_call_has_a_new_one(child: Child) -> None:
    first = child.call(os.getpid)
    with pytest.raises(Died, match="status 3"):
        child.call(os._exit, 3)
    assert not child.is_running
    with pytest.raises(Died, match="SIGABRT"):
        child.call(os.abort)
    assert child.call(os.getpid) != first


def test_a_call_that_takes_too_long_is_ended(child: Child) -> None:
    child.call(os.getpid)
    began = time.monotonic()
    with pytest.raises(Died, match=r"0\.3 seconds") as told:
        child.call(time.sleep, 600, seconds=0.3)
    assert told.value.problem.code == "out-of-time"
    assert time.monotonic() - began < 60


def test_a_child_that_is_closed_stops_the_call_and_takes_no_other(child: Child) -> None:
    child.call(os.getpid)
    threading.Timer(0.2, child.close).start()
    with pytest.raises(Stopped):
        child.call(time.sleep, 600)
    with pytest.raises(Stopped):
        child.call(os.getpid)


def test_an_interruption_of_the_terminal_is_left_to_the_parent(child: Child) -> None:
    import signal

    pid = child.call(os.getpid)
    os.kill(pid, signal.SIGINT)
    assert child.call(os.getpid) == pid


def test_a_process_has_one_thread_for_numbers_and_counts_nothing_for_others(child: Child) -> None:
    names = ("OMP_NUM_THREADS", "ORT_DISABLE_TELEMETRY")
    assert [child.call(os.getenv, name) for name in names] == ["1", "1"]
