"""sayso: reads news reports into a record that keeps who says so.

    import sayso
    reading = sayso.read("story.html")
    reading.figures[0].quantity.text

Names are loaded when they are first asked for: the import alone loads nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.batch.reports import extract as extract
    from sayso.batch.reports import read as read
    from sayso.batch.reports import stream as stream
    from sayso.errors import SaysoError as SaysoError
    from sayso.ground.parties import who as who
    from sayso.ground.places import where as where
    from sayso.ground.times import when as when
    from sayso.record.reading import Article as Article
    from sayso.record.reading import Reading as Reading
    from sayso.store.project import open_project as open_project

#: Every public name and the file that holds it.
HOMES = {
    "Article": "sayso.record.reading",
    "Reading": "sayso.record.reading",
    "SaysoError": "sayso.errors",
    "extract": "sayso.batch.reports",
    "open_project": "sayso.store.project",
    "read": "sayso.batch.reports",
    "stream": "sayso.batch.reports",
    "when": "sayso.ground.times",
    "where": "sayso.ground.places",
    "who": "sayso.ground.parties",
}
__version__ = "0.1.0"
__all__ = [
    "Article",
    "Reading",
    "SaysoError",
    "__version__",
    "extract",
    "open_project",
    "read",
    "stream",
    "when",
    "where",
    "who",
]


class _Face(ModuleType):
    """This module, in which a room that is loaded does not take the place of a public name.

    Loading ``sayso.read.text`` sets ``sayso.read`` to the room; here it stays the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"sayso has no {name!r}; it has: {', '.join(__all__)}")
    found = getattr(import_module(HOMES[name]), name)
    setattr(sys.modules[__name__], name, found)
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


sys.modules[__name__].__class__ = _Face
