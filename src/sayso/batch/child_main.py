"""A process of its own that answers calls: a pickled function and its arguments in, a result out.

Messages are as in ``read.html_page``; both ends are processes of one run. It ends with its input.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys

from sayso.errors import SaysoError
from sayso.read.html_page import receive, send

#: Exit status that tells of a report for which the memory did not suffice.
OUT_OF_MEMORY = 77
#: A result, or the class and arguments of the error that the caller is to raise.
Answer = tuple[object, tuple[type[Exception], tuple[object, ...]] | None]


def main() -> None:
    """Answer call after call until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is left to the parent
    calls, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not reach the answers
    while (call := receive(calls)) is not None:
        function, arguments = pickle.loads(call)
        try:
            answer: Answer = function(*arguments), None
        except SaysoError as fault:
            answer = None, (type(fault), (fault.what, fault.advice))
        except OSError as fault:
            answer = None, (OSError, (fault.errno, fault.strerror or str(fault)))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        send(answers, pickle.dumps(answer))


if __name__ == "__main__":
    main()
