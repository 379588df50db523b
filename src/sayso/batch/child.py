"""Calls to a process that may be ended: a result, or the reason why there is none."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar, cast

from sayso.batch.child_main import OUT_OF_MEMORY, Answer
from sayso.read.html_page import receive, send
from sayso.record.reading import Problem

T = TypeVar("T")
#: One thread for numbers: the same sums in the same order, however many processes there are.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
#: onnxruntime counts its uses and sends them away unless this is set before it is loaded.
SILENT = {"ORT_DISABLE_TELEMETRY": "1"}


class Died(Exception):
    """The process ended before it answered, by itself or because its time was up."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


class Stopped(Exception):
    """The run was stopped while a call was waited for."""


class Child:
    """A process that is started by the first call, and anew by the first one after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    @property
    def is_running(self) -> bool:
        """Tell whether there is a process that waits for a call."""
        return self._process is not None

    def call(
        self, function: Callable[..., T], *arguments: object, seconds: float | None = None
    ) -> T:
        """Return what the process makes of a function of a module and its arguments.

        Raises Died where it ends first or takes longer than ``seconds``, Stopped where it was
        closed meanwhile, and the SaysoError or OSError that the function raises.
        """
        process = self._process = self._process or self._start()
        late = threading.Event()
        clock = threading.Timer(seconds or 0, _end, (process, late)) if seconds else None
        if clock:
            clock.start()
        answer = _ask(process, pickle.dumps((function, arguments)))
        if clock:
            clock.cancel()
        if answer is None and self._closed:
            raise Stopped
        if answer is None:
            raise Died(self._reason(process, late.is_set(), seconds))
        result, fault = cast(Answer, pickle.loads(answer))
        if fault is not None:
            raise fault[0](*fault[1])
        return cast(T, result)

    def close(self) -> None:
        """End the process; there will be no other."""
        self._closed = True
        self._bury()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise Stopped
        path = os.pathsep.join(filter(None, sys.path))
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "sayso.batch.child_main"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if "SAYSO_DEBUG" in os.environ else subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD, **SILENT, "PYTHONPATH": path},
        )

    def _reason(
        self, process: subprocess.Popen[bytes], was_late: bool, seconds: float | None
    ) -> Problem:
        self._bury()
        if was_late:
            return Problem("out-of-time", f"it was not read within {seconds:g} seconds")
        if process.returncode == OUT_OF_MEMORY:
            return Problem("out-of-memory", "the memory for one report did not suffice for it")
        return Problem("crashed", f"the process that read it ended with {_end_of(process)}")

    def _bury(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _end_of(process: subprocess.Popen[bytes]) -> str:
    code = process.returncode
    return signal.Signals(-code).name if code < 0 else f"status {code}"


def _ask(process: subprocess.Popen[bytes], call: bytes) -> bytes | None:
    assert process.stdin is not None and process.stdout is not None
    try:
        send(process.stdin, call)
        return receive(process.stdout)
    except (OSError, ValueError):  # the process has ended, or was closed meanwhile
        return None


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
