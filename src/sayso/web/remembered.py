"""Answers that take long to count, kept for as long as the store has not changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from sayso.store.project import Project

A = TypeVar("A")
#: The most answers that are kept.
KEPT = 256
_STAMP = """SELECT (SELECT max(id) FROM readings), (SELECT count(*) FROM reports),
  (SELECT max(id) FROM links), (SELECT count(*) FROM links), (SELECT max(id) FROM errors),
  (SELECT max(finished) FROM runs)"""
_answers: OrderedDict[tuple[object, ...], object] = OrderedDict()
_lock = Lock()


def remembered(project: Project, question: tuple[object, ...], ask: Callable[[], A]) -> A:
    """Return the answer to a question about a project; ``ask`` is called where it is not known.

    ``question`` tells it from all others. It is asked anew when reports, readings, links or errors
    were added to the store; what counts decisions too says how many there are in its question.
    """
    stamp = project.connection.execute(_STAMP).fetchone()
    key = (str(project.folder.resolve()), tuple(stamp), *question)
    with _lock:
        if key in _answers:
            _answers.move_to_end(key)
            return cast(A, _answers[key])
    answer = ask()
    with _lock:
        _answers[key] = answer
        while len(_answers) > KEPT:
            _answers.popitem(last=False)
    return answer


def decided(project: Project) -> int:
    """Return the number of the last decision, 0 where there is none."""
    (last,) = project.connection.execute("SELECT max(id) FROM decisions").fetchone()
    return int(last or 0)
