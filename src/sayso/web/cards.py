"""The file of measured scores that comes with the trained weights, where there is one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

from sayso.record.written import from_json


@dataclass(frozen=True, slots=True)
class Score:
    """One measured score: of what, on which texts, in per cent, with the command that prints it."""

    what: str
    texts: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    command: str = ""


def read_scores() -> list[Score]:
    """Return the scores in ``parse/weights/scores.json`` (a list of objects), [] without it."""
    path = resources.files("sayso.parse") / "weights" / "scores.json"
    if not path.is_file():
        return []
    return [from_json(Score, row) for row in json.loads(path.read_text(encoding="utf-8"))]
